"""Rehearsals as messages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bots.discord import buttons, limits
from bots.discord.markdown import bold, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, TextFile, in_rows
from bots.discord.prompt import show_text
from bots.discord.render_context import RenderContext, shows
from bots.shared.custom_ids import encode
from core.features.rehearsal.events import PersonaChosen
from core.features.rehearsal.replies import ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Point
from core.privacy.text import MaskedText, RawText
from core.usecases.reveal import put_back

_FILES: Final = {"rehearsal.transcript": "rehearsal.md", "rehearsal.portable": "rehearsal-prompt.md"}
_LONGEST: Final = 1_200
Values = Mapping[str, RawText]


def _cast(shown: ShowCast, ctx: RenderContext) -> Message:
    lines = [
        f"{number}. {bold(plain(persona.name))} {plain(persona.about)}"
        for number, persona in enumerate(shown.personas, 1)
    ]
    options = tuple(
        Option(str(persona.name), encode(PersonaChosen(persona.id)), str(persona.about)) for persona in shown.personas
    )
    content = "\n".join([bold(ctx.say("rehearsal.cast")), *lines, small(ctx.say("rehearsal.cast_next"))])
    rows: tuple[Row, ...] = (Select("persona", ctx.say("rehearsal.choose"), options), *in_rows(_typing(ctx, shown)))
    return Message(shortened(content, limits.CONTENT), rows)


def _persona(shown: ShowPersona, values: Values, ctx: RenderContext) -> Message:
    persona = shown.persona
    facts = {
        "traits": " / ".join(_own(trait, values) for trait in persona.traits),
        "manner": _own(persona.manner, values),
        "convinced_by": " / ".join(_own(each, values) for each in persona.convinced_by),
        **({} if persona.id else {"opening": _own(persona.opening, values)}),
    }
    lines = [f"{bold(ctx.say('rehearsal.persona'))} · {plain(_own(persona.name, values))}"]
    if persona.about != persona.name:
        lines.append(small(plain(_own(persona.about, values))))
    lines += [f"• {bold(ctx.say(f'rehearsal.{name}'))} {plain(text)}" for name, text in facts.items()]
    if shown.goal:
        lines.append(small(plain(ctx.say("rehearsal.goal_now", goal=_own(shown.goal, values)).replace("\n", " "))))
    asked = f"\n{bold(plain(ctx.say(shown.text, **shown.details)))}"
    content = shortened("\n".join(lines), limits.CONTENT - len(asked))
    return Message(f"{content}{asked}", in_rows(_typing(ctx, shown)))


def _line(shown: ShowLine, values: Values, ctx: RenderContext) -> Message:
    said = shortened(plain(_own(shown.line.text, values)), _LONGEST)
    hint = [small(ctx.say(shown.text))] if shown.text else []
    lines = [f"💬 {bold(plain(_own(shown.name, values)))}", said, *hint]
    return Message("\n".join(lines), in_rows(_typing(ctx, shown) if shown.controls else ()))


def _review(shown: ShowReview, values: Values, ctx: RenderContext) -> Message:
    lines = [bold(plain(ctx.say("rehearsal.title", name=_own(shown.name, values))))]
    for part in ("convinced", "unconvinced", "advice"):
        lines += [bold(ctx.say(f"rehearsal.{part}")), *_points(getattr(shown.review, part), values, ctx)]
    source = ctx.say("rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules")
    lines.append(small(f"{source} {ctx.say('rehearsal.after')}"))
    return Message(shortened("\n".join(lines), limits.CONTENT), in_rows(ctx.controls(shown.controls)))


def _points(points: Sequence[Point], values: Values, ctx: RenderContext) -> Iterator[str]:
    for point in points:
        quote = f"{ctx.say('rehearsal.quote', quote=plain(_own(point.quote, values)))} " if point.quote else ""
        yield f"• {quote}{plain(_own(point.remark, values))}"
    if not points:
        yield f"• {ctx.say('rehearsal.none')}"


def _document(shown: ShowDocument, ctx: RenderContext) -> Message:
    """Return a text to take along: to be copied, or as a file."""
    title = f"{bold(ctx.say(shown.title))}\n{small(ctx.say('rehearsal.masked'))}"
    message = show_text(title, shown.text, ctx, _FILES[shown.title])
    return message if message.file else Message(message.content, file=TextFile(_FILES[shown.title], str(shown.text)))


def _typing(ctx: RenderContext, shown: ShowCast | ShowPersona | ShowLine) -> tuple[Button, ...]:
    """Return the controls, with an input where what is typed cannot be read."""
    controls = ctx.controls(shown.controls)
    return controls if ctx.readable else (ctx.answer(buttons.SAY), *controls)


def _own(text: MaskedText, values: Values) -> str:
    return put_back(text, values).reveal()


REHEARSAL: Final = (
    shows(ShowCast, lambda shown, _, ctx: (_cast(shown, ctx),)),
    shows(ShowPersona, lambda shown, revealed, ctx: (_persona(shown, revealed.values, ctx),)),
    shows(ShowLine, lambda shown, revealed, ctx: (_line(shown, revealed.values, ctx),)),
    shows(ShowReview, lambda shown, revealed, ctx: (_review(shown, revealed.values, ctx),)),
    shows(ShowDocument, lambda shown, _, ctx: (_document(shown, ctx),)),
)
