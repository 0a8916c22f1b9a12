"""The report: one HTML file with everything in it, to be opened anywhere."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from bots.commands.comparing.plots import Bar, bars, dots
from bots.commands.comparing.results import ContenderAnswer
from bots.commands.comparing.standing import Standing
from core.conversation.footer import adherence_line
from core.conversation.texts import say
from core.locale import Locale
from core.prompting.adherence import Check

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c1c1e; --quiet: #6b6b70; --rule: #d8d8dc; --page: #ffffff; --box: #f5f5f7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f4; --quiet: #a1a1a8; --rule: #3a3a3e; --page: #1b1b1d; --box: #262629; }
}
body { font: 16px/1.6 system-ui, -apple-system, "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
  color: var(--ink); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .4rem .7rem; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
svg { width: 100%; height: auto; font-size: 14px; } svg text { fill: currentColor; }
svg .quiet { fill: var(--quiet); } svg .rule { stroke: var(--rule); }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
.side section { background: var(--box); border-radius: .5rem; padding: .8rem 1rem; min-width: 0; }
.side h3 { font-size: 1rem; margin: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
details { border-bottom: 1px solid var(--rule); padding: .6rem 0; } summary { cursor: pointer; }
"""


def report(standings: Sequence[Standing], results: Sequence[ContenderAnswer], locale: Locale) -> str:
    """Return the page; `results` are brief by brief."""
    return "\n".join(
        (
            f'<!doctype html><html lang="{locale}"><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_say(locale, 'title')}</title><style>{_STYLE}</style>",
            f"<h1>{_say(locale, 'title')}</h1>",
            f'<p class="quiet">{_say(locale, "about", briefs=len({result.brief for result in results}))}</p>',
            _table(standings, locale),
            *_figures(standings, locale),
            f"<h2>{_say(locale, 'nouns')}</h2>",
            *_nouns(standings),
            f"<h2>{_say(locale, 'answers')}</h2>",
            *_answers(results, locale),
            "</html>\n",
        )
    )


def cells(standing: Standing, locale: Locale) -> Iterator[str]:
    """Yield a contender's figures as they are written, in the order of `columns`."""
    yield standing.contender
    yield standing.model or "–"
    yield f"{standing.answers}" + (
        f" ({say(locale, 'compare.failed', failed=standing.failed)})" if standing.failed else ""
    )
    yield f"{standing.adherence:.0%}"
    yield f"{standing.chars:,.0f}"
    yield f"{standing.first_words:.2f}"
    yield f"{standing.seconds:.2f}"
    yield f"{standing.tokens:,.0f}"
    yield f"{standing.votes}" if standing.votes else "–"


def columns(locale: Locale) -> list[str]:
    """Return the headings of the table."""
    names = ("contender", "model", "count", "adherence", "chars", "first_words", "seconds", "tokens", "votes")
    return [say(locale, f"compare.{name}") for name in names]


def _table(standings: Sequence[Standing], locale: Locale) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns(locale))
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells(standing, locale))}</tr>" for standing in standings
    )
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _figures(standings: Sequence[Standing], locale: Locale) -> Iterator[str]:
    yield f"<h2>{_say(locale, 'figures')}</h2>"
    for check in Check:
        shown = [
            Bar(each.contender, each.kept[check], f"{each.kept[check]:.0%}", number)
            for number, each in enumerate(standings)
        ]
        name = say(locale, f"try.check.{check}")
        yield bars(say(locale, "compare.kept", check=name), shown, most=1)
    yield dots(say(locale, "compare.chars"), [(each.contender, each.lengths) for each in standings])
    for name, unit in (("first_words", ".2f"), ("seconds", ".2f"), ("tokens", ",.0f"), ("votes", ".0f")):
        values = [float(getattr(each, name)) for each in standings]
        shown = [
            Bar(each.contender, value, format(value, unit), number)
            for number, (each, value) in enumerate(zip(standings, values, strict=True))
        ]
        if any(values):
            yield bars(say(locale, f"compare.{name}"), shown)


def _nouns(standings: Sequence[Standing]) -> Iterator[str]:
    for number, each in enumerate(standings):
        yield bars(each.contender, [Bar(noun, count, f"{count}", number) for noun, count in each.nouns])


def _answers(results: Sequence[ContenderAnswer], locale: Locale) -> Iterator[str]:
    for line, answers in groupby(results, lambda result: result.line):
        yield f"<details><summary>{_say(locale, 'line', line=line)}</summary>"
        yield f'<div class="side">{"".join(_answer(result, locale) for result in answers)}</div></details>'


def _answer(result: ContenderAnswer, locale: Locale) -> str:
    remark = adherence_line(result.figures, locale) if result.answer else say(locale, f"try.fault.{result.fault}")
    return (
        f'<section><h3>{escape(result.contender)}</h3><p class="quiet">{escape(remark)}</p>'
        f"<pre>{escape(result.answer)}</pre></section>"
    )


def _say(locale: Locale, text: str, **details: str | int) -> str:
    return escape(say(locale, f"compare.{text}", **details))
