"""Rehearsals as messages."""

from collections.abc import Iterator, Sequence
from typing import Final

from bots.discord import control_codes, limits
from bots.discord.markup import bold, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, in_rows
from bots.discord.render_context import RenderContext, shows
from bots.discord.replies.prompt import show_text
from bots.shared.custom_ids import encode
from core.features.rehearsal import PersonaChosen, Point, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.messages import Revealed, TextFile

_FILES: Final = {"rehearsal.transcript": "rehearsal.md", "rehearsal.portable": "rehearsal-prompt.md"}
_LONGEST: Final = 1_200


def _cast(shown: ShowCast, ctx: RenderContext) -> Message:
    lines = [
        f"{number}. {bold(plain(persona.name))} {plain(persona.about)}"
        for number, persona in enumerate(shown.personas, 1)
    ]
    options = tuple(
        Option(str(persona.name), encode(PersonaChosen(persona.id)), str(persona.about)) for persona in shown.personas
    )
    content = "\n".join([bold(ctx.t("rehearsal.cast")), *lines, small(ctx.t("rehearsal.cast_next"))])
    rows: tuple[Row, ...] = (Select("persona", ctx.t("rehearsal.choose"), options), *in_rows(_typing(ctx, shown)))
    return Message(shortened(content, limits.CONTENT), rows)


def _persona(shown: ShowPersona, revealed: Revealed, ctx: RenderContext) -> Message:
    persona = shown.persona
    lines = [f"{bold(ctx.t('rehearsal.persona'))} · {plain(revealed.own(persona.name))}"]
    if persona.about != persona.name:
        lines.append(small(plain(revealed.own(persona.about))))
    lines += [
        f"• {bold(ctx.t(f'rehearsal.{name}'))} {plain(' / '.join(map(revealed.own, texts)))}"
        for name, texts in persona.facts.items()
    ]
    if shown.goal:
        lines.append(small(plain(ctx.t("rehearsal.goal_now", goal=revealed.own(shown.goal)).replace("\n", " "))))
    asked = f"\n{bold(plain(ctx.t(shown.text, **shown.details)))}"
    content = shortened("\n".join(lines), limits.CONTENT - len(asked))
    return Message(f"{content}{asked}", in_rows(_typing(ctx, shown)))


def _line(shown: ShowLine, revealed: Revealed, ctx: RenderContext) -> Message:
    said = shortened(plain(revealed.own(shown.line.text)), _LONGEST)
    hint = [small(ctx.t(shown.text))] if shown.text else []
    lines = [f"💬 {bold(plain(revealed.own(shown.name)))}", said, *hint]
    return Message("\n".join(lines), in_rows(_typing(ctx, shown) if shown.controls else ()))


def _review(shown: ShowReview, revealed: Revealed, ctx: RenderContext) -> Message:
    lines = [bold(plain(ctx.t("rehearsal.title", name=revealed.own(shown.name))))]
    for part in ("convinced", "unconvinced", "advice"):
        lines += [bold(ctx.t(f"rehearsal.{part}")), *_points(getattr(shown.review, part), revealed, ctx)]
    source = ctx.t("rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules")
    lines.append(small(f"{source} {ctx.t('rehearsal.after')}"))
    return Message(shortened("\n".join(lines), limits.CONTENT), in_rows(ctx.controls(shown.controls)))


def _points(points: Sequence[Point], revealed: Revealed, ctx: RenderContext) -> Iterator[str]:
    for point in points:
        quote = f"{ctx.t('rehearsal.quote', quote=plain(revealed.own(point.quote)))} " if point.quote else ""
        yield f"• {quote}{plain(revealed.own(point.remark))}"
    if not points:
        yield f"• {ctx.t('rehearsal.none')}"


def _document(shown: ShowDocument, ctx: RenderContext) -> Message:
    """Return a text to take along: to be copied, or as a file."""
    title = f"{bold(ctx.t(shown.title))}\n{small(ctx.t('rehearsal.masked'))}"
    message = show_text(title, shown.text, ctx, _FILES[shown.title])
    return message if message.file else Message(message.content, file=TextFile(_FILES[shown.title], str(shown.text)))


def _typing(ctx: RenderContext, shown: ShowCast | ShowPersona | ShowLine) -> tuple[Button, ...]:
    """Return the controls, with an input where what is typed cannot be read."""
    controls = ctx.controls(shown.controls)
    return controls if ctx.readable else (ctx.answer(control_codes.SAY), *controls)


REHEARSAL: Final = (
    shows(ShowCast, lambda shown, _, ctx: (_cast(shown, ctx),)),
    shows(ShowPersona, lambda shown, revealed, ctx: (_persona(shown, revealed, ctx),)),
    shows(ShowLine, lambda shown, revealed, ctx: (_line(shown, revealed, ctx),)),
    shows(ShowReview, lambda shown, revealed, ctx: (_review(shown, revealed, ctx),)),
    shows(ShowDocument, lambda shown, _, ctx: (_document(shown, ctx),)),
)
