"""How a wish was understood: its lines, and the selects that set it right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.discord.markup import bold, length, one_line, quoted, small
from bots.discord.message import Button, Message, Option, Row, Select, in_rows, menu
from bots.discord.render_context import RenderContext
from bots.shared.custom_ids import encode
from core.conversation.events import AssumptionSettled, EditRequested, FamilyOpened, IntentChosen
from core.conversation.questions import Key
from core.conversation.replies import AskIntent
from core.conversation.session import Answer
from core.conversation.summary_events import OtherWayTaken
from core.conversation.understanding_lines import assumption_lines, understanding_lines
from core.conversation.understood import Assumption, OtherWay, Understood

_ROOM: Final = 620
_LINE: Final = 220


def understood_lines(understood: Understood, answers: Mapping[Key, Answer], ctx: RenderContext) -> Iterator[str]:
    """Yield what was understood, as many lines as there is room for."""
    left = _ROOM
    assumed = assumption_lines([each.line for each in understood.assumptions], ctx.locale)
    for line in (
        *(
            f"{bold(name)}: {quoted(text, _LINE)}"
            for name, text in understanding_lines(understood, answers, ctx.locale)
        ),
        *(small(quoted(text, _LINE)) for text in assumed),
    ):
        left -= length(line) + 1
        if left < 0:
            return
        yield line


def understood_selects(understood: Understood, ctx: RenderContext) -> tuple[Select, ...]:
    """Return the select of other kinds and readers, and the one that settles assumptions."""
    kinds = (
        *(Option(kind.name, encode(IntentChosen(kind.id))) for kind in understood.others),
        Option(ctx.t("understood.other"), encode(EditRequested(Key.INTENT))),
        Option(ctx.t("understood.reader"), encode(EditRequested(Key.AUDIENCE))),
    )
    placeholder = f"{ctx.t('understood.kind')}: {one_line(understood.kind.name, 100)}"
    return (*menu("kind", placeholder, kinds), *settle_selects(understood.assumptions, ctx))


def turn_rows(ways: Sequence[OtherWay]) -> tuple[Row, ...]:
    """Return the buttons that settle contradictions the other way."""
    return in_rows([Button(way.text, encode(OtherWayTaken(way.kind))) for way in ways])


def settle_selects(assumptions: Sequence[Assumption], ctx: RenderContext) -> tuple[Select, ...]:
    """Return the select that settles assumptions, where there are any."""
    settling: list[Option] = []
    for each in assumptions:
        settling += [Option(line, encode(AssumptionSettled(each.slot, at))) for at, line in enumerate(each.options, 1)]
        drop = encode(AssumptionSettled(each.slot))
        settling.append(Option(ctx.t("understood.drop"), drop, one_line(each.line, _LINE)))
    return menu("settle", ctx.t("understood.settle"), settling)


def ask_intent(ask: AskIntent, ctx: RenderContext) -> Message:
    """Return the question for the kind of thing: its families in a select, or the kinds of the one that was opened."""
    opened = next((family for family in ask.families if family.id == ask.opened), None)
    if opened:
        kinds = (Option(kind.name, encode(IntentChosen(kind.id))) for kind in opened.kinds)
        selects = menu("intent", ctx.t("intent.choose"), kinds)
    else:
        families = (Option(ctx.t(f"family.{each.id}"), encode(FamilyOpened(each.id))) for each in ask.families)
        selects = menu("family", ctx.t("intent.family"), families)
    title = ctx.t(f"family.{opened.id}") if opened else ctx.t("ask.intent")
    lines = [*([ctx.t(ask.hint)] if ask.hint else []), bold(title), small(ctx.t("intent.next"))]
    controls = ctx.controls(ask.controls, on_question=True)
    typing = () if ctx.readable else (ctx.answer(Key.INTENT),)
    return Message("\n".join(lines), (*selects, *in_rows((*typing, *controls))))
