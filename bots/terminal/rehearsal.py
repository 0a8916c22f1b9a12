"""Rehearsals as they look on a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bots.terminal.render_context import RenderContext, shows
from core.conversation.texts import say
from core.features.rehearsal.replies import Rehearsed, ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Point
from core.locale import Locale
from core.privacy.text import MaskedText, RawText
from core.usecases.reveal import put_back

Values = Mapping[str, RawText]


def _with_controls(parts: Iterator[RenderableType], shown: Rehearsed, ctx: RenderContext) -> Iterator[RenderableType]:
    yield from parts
    yield from ctx.controls(shown.controls)


def _cast(shown: ShowCast, locale: Locale) -> Iterator[RenderableType]:
    yield Text("\n" + say(locale, "rehearsal.cast"), style="bold")
    table = _grid(3)
    for number, persona in enumerate(shown.personas, 1):
        table.add_row(f"{number:4}", Text(persona.name, style="cyan"), Text(persona.about, style="dim"))
    yield table
    yield Text(say(locale, "rehearsal.cast_next"))


def _persona(shown: ShowPersona, values: Values, locale: Locale) -> Iterator[RenderableType]:
    persona = shown.persona
    yield Rule(Text(f"{say(locale, 'rehearsal.persona')} · {_own(persona.name, values)}"))
    if persona.about != persona.name:
        yield Text(_own(persona.about, values), style="dim")
    table = _grid()
    table.add_row(Text(say(locale, "rehearsal.traits"), style="bold"), _lines(persona.traits, values))
    table.add_row(Text(say(locale, "rehearsal.manner"), style="bold"), Text(_own(persona.manner, values)))
    table.add_row(Text(say(locale, "rehearsal.convinced_by"), style="bold"), _lines(persona.convinced_by, values))
    if not persona.id:
        table.add_row(Text(say(locale, "rehearsal.opening"), style="bold"), Text(_own(persona.opening, values)))
    yield table
    if shown.goal:
        yield Text("\n" + say(locale, "rehearsal.goal_now", goal=_own(shown.goal, values)), style="dim")
    yield Text("\n" + say(locale, shown.text, **shown.details), style="bold")


def _line(shown: ShowLine, values: Values, locale: Locale) -> Iterator[RenderableType]:
    yield Text("\n" + _own(shown.name, values), style="bold magenta")
    yield Padding(Text(_own(shown.line.text, values)), (0, 0, 1, 2))
    if shown.text:
        yield Text(say(locale, shown.text), style="dim")


def _review(shown: ShowReview, values: Values, locale: Locale) -> Iterator[RenderableType]:
    yield Rule(Text(say(locale, "rehearsal.title", name=_own(shown.name, values))))
    for part, style in (("convinced", "green"), ("unconvinced", "yellow"), ("advice", "cyan")):
        yield Text(say(locale, f"rehearsal.{part}"), style=f"bold {style}")
        points: Sequence[Point] = getattr(shown.review, part)
        yield from (Padding(_point(point, values, locale), (0, 0, 0, 2)) for point in points)
        if not points:
            yield Padding(Text(say(locale, "rehearsal.none"), style="dim"), (0, 0, 0, 2))
    yield Text("\n" + say(locale, "rehearsal.by_model" if shown.review.by_model else "rehearsal.by_rules"), style="dim")
    yield Text(say(locale, "rehearsal.after"))


def _document(shown: ShowDocument, locale: Locale) -> Iterator[RenderableType]:
    yield Rule(Text(say(locale, shown.title)))
    yield Text(f"\n{shown.text.strip()}\n", no_wrap=True, overflow="ignore")
    yield Rule()
    yield Text(say(locale, "rehearsal.masked"), style="dim")


def _point(point: Point, values: Values, locale: Locale) -> Text:
    if point.quote is None:
        return Text(f"· {_own(point.remark, values)}")
    quote = say(locale, "rehearsal.quote", quote=_own(point.quote, values))
    return Text.assemble("· ", (quote, "bold"), "\n  ", _own(point.remark, values))


def _lines(texts: Sequence[MaskedText], values: Values) -> Text:
    return Text("\n".join(_own(text, values) for text in texts))


def _own(text: MaskedText, values: Values) -> str:
    return put_back(text, values).reveal()


def _grid(columns: int = 2) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(columns - 1):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


REHEARSAL: Final = (
    shows(ShowCast, lambda shown, _, ctx: _with_controls(_cast(shown, ctx.locale), shown, ctx)),
    shows(ShowPersona, lambda shown, told, ctx: _with_controls(_persona(shown, told.values, ctx.locale), shown, ctx)),
    shows(ShowLine, lambda shown, told, ctx: _with_controls(_line(shown, told.values, ctx.locale), shown, ctx)),
    shows(ShowReview, lambda shown, told, ctx: _with_controls(_review(shown, told.values, ctx.locale), shown, ctx)),
    shows(ShowDocument, lambda shown, _, ctx: _with_controls(_document(shown, ctx.locale), shown, ctx)),
)
