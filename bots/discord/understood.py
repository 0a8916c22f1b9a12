"""How a wish was understood: its lines, and the selects that set it right."""

from collections.abc import Iterator, Mapping
from typing import Final

from bots.discord.markdown import bold, length, one_line, plain, shortened, small
from bots.discord.message import Message, Option, Row, Select, in_rows
from bots.discord.scene import Scene
from bots.shared.custom_ids import code_of
from core.conversation.events import AssumptionSettled, EditRequested, FamilyOpened, IntentChosen
from core.conversation.questions import Key
from core.conversation.replies import AskIntent
from core.conversation.session import Answer
from core.conversation.understanding_lines import assumption_lines, understanding_lines
from core.conversation.understood import Understood

SETTLE: Final = "settle"
_ROOM: Final = 620
_LINE: Final = 220


def understood_lines(understood: Understood, answers: Mapping[Key, Answer], scene: Scene) -> Iterator[str]:
    """Yield what was understood, as many lines as there is room for."""
    left = _ROOM
    assumed = assumption_lines([each.line for each in understood.assumptions], scene.locale)
    for line in (
        *(f"{bold(name)}: {_quoted(text)}" for name, text in understanding_lines(understood, answers, scene.locale)),
        *(small(_quoted(text)) for text in assumed),
    ):
        left -= length(line) + 1
        if left < 0:
            return
        yield line


def understood_selects(understood: Understood, scene: Scene) -> Iterator[Select]:
    """Yield the select of other kinds and readers, and the one that settles assumptions."""
    kinds = (
        *(Option(kind.name, code_of(IntentChosen(kind.id))) for kind in understood.others),
        Option(scene.say("understood.other"), code_of(EditRequested(Key.INTENT))),
        Option(scene.say("understood.reader"), code_of(EditRequested(Key.AUDIENCE))),
    )
    yield Select("kind", f"{scene.say('understood.kind')}: {one_line(understood.kind.name, 100)}", kinds)
    settling = tuple(
        option
        for assumption in understood.assumptions
        for option in (
            *(
                Option(line, code_of(AssumptionSettled(assumption.slot, at)))
                for at, line in enumerate(assumption.options, 1)
            ),
            Option(
                scene.say("understood.drop"),
                code_of(AssumptionSettled(assumption.slot)),
                one_line(assumption.line, _LINE),
            ),
        )
    )
    if settling:
        yield Select(SETTLE, scene.say("understood.settle"), settling)


def ask_intent(ask: AskIntent, scene: Scene) -> Message:
    """Return the question for the kind of thing: its families in a select, or the kinds of the one that was opened."""
    opened = next((family for family in ask.families if family.id == ask.opened), None)
    if opened:
        options = tuple(Option(kind.name, code_of(IntentChosen(kind.id))) for kind in opened.kinds)
        select = Select("intent", scene.say("intent.choose"), options)
    else:
        options = tuple(
            Option(scene.say(f"family.{family.id}"), code_of(FamilyOpened(family.id))) for family in ask.families
        )
        select = Select("family", scene.say("intent.family"), options)
    title = scene.say(f"family.{opened.id}") if opened else scene.say("ask.intent")
    lines = [*([scene.say(ask.hint)] if ask.hint else []), bold(title), small(scene.say("intent.next"))]
    controls = scene.controls(ask.controls, on_question=True)
    typing = () if scene.readable else (scene.answer(Key.INTENT),)
    rows: tuple[Row, ...] = (*((select,) if options else ()), *in_rows((*typing, *controls)))
    return Message("\n".join(lines), rows)


def _quoted(text: str) -> str:
    return shortened(plain(one_line(text, _LINE)), _LINE)
