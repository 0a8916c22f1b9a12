"""Rehearsals as they look on a terminal."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import RenderContext, shows
from bots.terminal.understood import grid
from core.conversation.texts import say
from core.features.rehearsal.replies import Rehearsed, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Point
from core.locale import Locale
from core.messages import Revealed


def _with_controls(parts: Iterator[RenderableType], shown: Rehearsed, ctx: RenderContext) -> Iterator[RenderableType]:
    yield from parts
    yield from ctx.controls(shown.controls)


def _cast(shown: ShowCast, locale: Locale) -> Iterator[RenderableType]:
    yield Text("\n" + say(locale, "rehearsal.cast"), style="bold")
    table = grid(3, whole=2)
    for number, persona in enumerate(shown.personas, 1):
        table.add_row(f"{number:4}", Text(persona.name, style="cyan"), Text(persona.about, style="dim"))
    yield table
    yield Text(say(locale, "rehearsal.cast_next"))


def _persona(shown: ShowPersona, revealed: Revealed, locale: Locale) -> Iterator[RenderableType]:
    persona = shown.persona
    yield Rule(Text(f"{say(locale, 'rehearsal.persona')} · {revealed.own(persona.name)}"))
    if persona.about != persona.name:
        yield Text(revealed.own(persona.about), style="dim")
    table = grid()
    for name, texts in persona.facts.items():
        table.add_row(Text(say(locale, f"rehearsal.{name}"), style="bold"), Text("\n".join(map(revealed.own, texts))))
    yield table
    if shown.goal:
        yield Text("\n" + say(locale, "rehearsal.goal_now", goal=revealed.own(shown.goal)), style="dim")
    yield Text("\n" + say(locale, shown.text, **shown.details), style="bold")


def _line(shown: ShowLine, revealed: Revealed, locale: Locale) -> Iterator[RenderableType]:
    yield Text("\n" + revealed.own(shown.name), style="bold magenta")
    yield Padding(Text(revealed.own(shown.line.text)), (0, 0, 1, 2))
    if shown.text:
        yield Text(say(locale, shown.text), style="dim")


def _review(shown: ShowReview, revealed: Revealed, locale: Locale) -> Iterator[RenderableType]:
    yield Rule(Text(say(locale, "rehearsal.title", name=revealed.own(shown.name))))
    for part, style in (("convinced", "green"), ("unconvinced", "yellow"), ("advice", "cyan")):
        yield Text(say(locale, f"rehearsal.{part}"), style=f"bold {style}")
        points: Sequence[Point] = getattr(shown.review, part)
        yield from (Padding(_point(point, revealed, locale), (0, 0, 0, 2)) for point in points)
        if not points:
            yield Padding(Text(say(locale, "rehearsal.none"), style="dim"), (0, 0, 0, 2))
    yield Text("\n" + say(locale, "rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules"), style="dim")
    yield Text(say(locale, "rehearsal.after"))


def _document(shown: ShowDocument, locale: Locale) -> Iterator[RenderableType]:
    yield Rule(Text(say(locale, shown.title)))
    yield Text(f"\n{shown.text.strip()}\n", no_wrap=True, overflow="ignore")
    yield Rule()
    yield Text(say(locale, "rehearsal.masked"), style="dim")


def _point(point: Point, revealed: Revealed, locale: Locale) -> Text:
    if point.quote is None:
        return Text(f"· {revealed.own(point.remark)}")
    quote = say(locale, "rehearsal.quote", quote=revealed.own(point.quote))
    return Text.assemble("· ", (quote, "bold"), "\n  ", revealed.own(point.remark))


REHEARSAL: Final = (
    shows(ShowCast, lambda shown, _, ctx: _with_controls(_cast(shown, ctx.locale), shown, ctx)),
    shows(ShowPersona, lambda shown, told, ctx: _with_controls(_persona(shown, told, ctx.locale), shown, ctx)),
    shows(ShowLine, lambda shown, told, ctx: _with_controls(_line(shown, told, ctx.locale), shown, ctx)),
    shows(ShowReview, lambda shown, told, ctx: _with_controls(_review(shown, told, ctx.locale), shown, ctx)),
    shows(ShowDocument, lambda shown, _, ctx: _with_controls(_document(shown, ctx.locale), shown, ctx)),
)
