"""Rehearsals as they look on a terminal."""

from collections.abc import Sequence
from typing import Final

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext, shows
from bots.terminal.replies.understood import grid
from core.features.rehearsal import Point, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.messages import Revealed


def _cast(shown: ShowCast, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Text("\n" + ctx.t("rehearsal.cast"), style="bold")
    table = grid(3, whole=2)
    for number, persona in enumerate(shown.personas, 1):
        table.add_row(f"{number:4}", Text(persona.name, style="cyan"), Text(persona.about, style="dim"))
    yield table
    yield Text(ctx.t("rehearsal.cast_next"))
    yield from ctx.controls(shown.controls)


def _persona(shown: ShowPersona, revealed: Revealed, ctx: RenderContext) -> Parts:
    persona = shown.persona
    yield Rule(Text(f"{ctx.t('rehearsal.persona')} · {revealed.own(persona.name)}"))
    if persona.about != persona.name:
        yield Text(revealed.own(persona.about), style="dim")
    table = grid()
    for name, texts in persona.facts.items():
        table.add_row(Text(ctx.t(f"rehearsal.{name}"), style="bold"), Text("\n".join(map(revealed.own, texts))))
    yield table
    if shown.goal:
        yield Text("\n" + ctx.t("rehearsal.goal_now", goal=revealed.own(shown.goal)), style="dim")
    yield Text("\n" + ctx.t(shown.text, **shown.details), style="bold")
    yield from ctx.controls(shown.controls)


def _line(shown: ShowLine, revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Text("\n" + revealed.own(shown.name), style="bold magenta")
    yield Padding(Text(revealed.own(shown.line.text)), (0, 0, 1, 2))
    if shown.text:
        yield Text(ctx.t(shown.text), style="dim")
    yield from ctx.controls(shown.controls)


def _review(shown: ShowReview, revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Rule(Text(ctx.t("rehearsal.title", name=revealed.own(shown.name))))
    for part, style in (("convinced", "green"), ("unconvinced", "yellow"), ("advice", "cyan")):
        yield Text(ctx.t(f"rehearsal.{part}"), style=f"bold {style}")
        points: Sequence[Point] = getattr(shown.review, part)
        yield from (Padding(_point(point, revealed, ctx), (0, 0, 0, 2)) for point in points)
        if not points:
            yield Padding(Text(ctx.t("rehearsal.none"), style="dim"), (0, 0, 0, 2))
    yield Text("\n" + ctx.t("rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules"), style="dim")
    yield Text(ctx.t("rehearsal.after"))
    yield from ctx.controls(shown.controls)


def _document(shown: ShowDocument, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Rule(Text(ctx.t(shown.title)))
    yield Text(f"\n{shown.text.strip()}\n", no_wrap=True, overflow="ignore")
    yield Rule()
    yield Text(ctx.t("rehearsal.masked"), style="dim")
    yield from ctx.controls(shown.controls)


def _point(point: Point, revealed: Revealed, ctx: RenderContext) -> Text:
    if point.quote is None:
        return Text(f"· {revealed.own(point.remark)}")
    quote = ctx.t("rehearsal.quote", quote=revealed.own(point.quote))
    return Text.assemble("· ", (quote, "bold"), "\n  ", revealed.own(point.remark))


REHEARSAL: Final = (
    shows(ShowCast, _cast),
    shows(ShowPersona, _persona),
    shows(ShowLine, _line),
    shows(ShowReview, _review),
    shows(ShowDocument, _document),
)
