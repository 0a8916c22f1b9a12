"""Rehearsals as messages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.discord import buttons, limits
from bots.discord.markdown import bold, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, TextFile, in_rows
from bots.discord.prompt import show_text
from bots.discord.scene import Scene
from bots.shared.custom_ids import code_of
from core.conversation.events import PersonaChosen
from core.conversation.replies import Rehearsed, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.privacy.text import MaskedText, RawText
from core.rehearsal.review import Point
from core.usecases.reveal import put_back

_FILES: Final = {"rehearsal.transcript": "rehearsal.md", "rehearsal.portable": "rehearsal-prompt.md"}
_LONGEST: Final = 1_200
Values = Mapping[str, RawText]


def show_rehearsal(reply: Rehearsed, values: Values, scene: Scene) -> Message:
    """Return the message for a reply of a rehearsal."""
    match reply:
        case ShowCast():
            return _cast(reply, scene)
        case ShowPersona():
            return _persona(reply, values, scene)
        case ShowLine():
            return _line(reply, values, scene)
        case ShowReview():
            return _review(reply, values, scene)
        case ShowDocument():
            return _document(reply, scene)


def _cast(shown: ShowCast, scene: Scene) -> Message:
    lines = [
        f"{number}. {bold(persona.name)} {plain(persona.about)}" for number, persona in enumerate(shown.personas, 1)
    ]
    options = tuple(
        Option(str(persona.name), code_of(PersonaChosen(persona.id)), str(persona.about)) for persona in shown.personas
    )
    content = "\n".join([bold(scene.say("rehearsal.cast")), *lines, small(scene.say("rehearsal.cast_next"))])
    rows: tuple[Row, ...] = (Select("persona", scene.say("rehearsal.choose"), options), *in_rows(_typing(scene, shown)))
    return Message(shortened(content, limits.CONTENT), rows)


def _persona(shown: ShowPersona, values: Values, scene: Scene) -> Message:
    persona = shown.persona
    facts = {
        "traits": " / ".join(_own(trait, values) for trait in persona.traits),
        "manner": _own(persona.manner, values),
        "convinced_by": " / ".join(_own(each, values) for each in persona.convinced_by),
        **({} if persona.id else {"opening": _own(persona.opening, values)}),
    }
    lines = [f"{bold(scene.say('rehearsal.persona'))} · {plain(_own(persona.name, values))}"]
    if persona.about != persona.name:
        lines.append(small(plain(_own(persona.about, values))))
    lines += [f"• {bold(scene.say(f'rehearsal.{name}'))} {plain(text)}" for name, text in facts.items()]
    if shown.goal:
        lines.append(small(plain(scene.say("rehearsal.goal_now", goal=_own(shown.goal, values)).replace("\n", " "))))
    asked = f"\n{bold(plain(scene.say(shown.text, **shown.details)))}"
    content = shortened("\n".join(lines), limits.CONTENT - len(asked))
    return Message(f"{content}{asked}", in_rows(_typing(scene, shown)))


def _line(shown: ShowLine, values: Values, scene: Scene) -> Message:
    said = shortened(plain(_own(shown.line.text, values)), _LONGEST)
    hint = [small(scene.say(shown.text))] if shown.text else []
    lines = [f"💬 {bold(plain(_own(shown.name, values)))}", said, *hint]
    return Message("\n".join(lines), in_rows(_typing(scene, shown) if shown.controls else ()))


def _review(shown: ShowReview, values: Values, scene: Scene) -> Message:
    lines = [bold(plain(scene.say("rehearsal.title", name=_own(shown.name, values))))]
    for part in ("convinced", "unconvinced", "advice"):
        lines += [bold(scene.say(f"rehearsal.{part}")), *_points(getattr(shown.review, part), values, scene)]
    source = scene.say("rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules")
    lines.append(small(f"{source} {scene.say('rehearsal.after')}"))
    return Message(shortened("\n".join(lines), limits.CONTENT), in_rows(scene.controls(shown.controls)))


def _points(points: Sequence[Point], values: Values, scene: Scene) -> Iterator[str]:
    for point in points:
        quote = f"{scene.say('rehearsal.quote', quote=plain(_own(point.quote, values)))} " if point.quote else ""
        yield f"• {quote}{plain(_own(point.remark, values))}"
    if not points:
        yield f"• {scene.say('rehearsal.none')}"


def _document(shown: ShowDocument, scene: Scene) -> Message:
    """Return a text to take along: to be copied, or as a file."""
    title = f"{bold(scene.say(shown.title))}\n{small(scene.say('rehearsal.masked'))}"
    message = show_text(title, shown.text, scene, _FILES[shown.title])
    return message if message.file else Message(message.content, file=TextFile(_FILES[shown.title], str(shown.text)))


def _typing(scene: Scene, shown: ShowCast | ShowPersona | ShowLine) -> tuple[Button, ...]:
    """Return the controls, with an input where what is typed cannot be read."""
    controls = scene.controls(shown.controls)
    return controls if scene.readable else (scene.answer(buttons.SAY), *controls)


def _own(text: MaskedText, values: Values) -> str:
    return put_back(text, values).reveal()
