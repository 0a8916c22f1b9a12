"""The report: one HTML file with everything in it, to be opened anywhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from importlib.resources import files
from itertools import cycle, groupby
from typing import Final

from bots.commands.comparing.results import ContenderAnswer
from bots.commands.comparing.runner import Participant, Runner
from bots.commands.comparing.standing import ParticipantFigures
from bots.commands.comparing.table import figures, heading
from bots.commands.comparing.verdict import verdict
from bots.ops.version import installed_version
from core.conversation.model_answer_lines import adherence_line
from core.conversation.texts import t
from core.prompting.adherence import Check
from core.values.locale import Locale

# Nothing is loaded and nothing runs, whatever an answer holds: the text is escaped, and the browser is told so as well.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_SHOWN: Final = 60
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d31", "#666666")
"""Okabe and Ito's, which people with any colour vision tell apart."""


def report(
    standings: Sequence[ParticipantFigures],
    results: Sequence[ContenderAnswer],
    contenders: Sequence[Participant],
    runner: Runner,
    locale: Locale,
) -> str:
    """Return the page; `results` are brief by brief, and `runner` has asked for them."""
    style = files("bots.commands.comparing") / "report.css"
    models = {standing.contender: standing.model for standing in standings}
    settings = {
        "date": _days(results),
        "contenders": "\n".join(_described(contender, models, locale) for contender in contenders),
        "pace": t(locale, "compare.paced", at_once=runner.at_once, seconds=f"{runner.seconds:g}"),
        "version": installed_version(),
    }
    return "\n".join(
        (
            f'<!doctype html><html lang="{locale}"><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{_say(locale, 'title')}</title><style>{style.read_text('utf-8')}</style>",
            f"<h1>{_say(locale, 'title')}</h1>",
            f'<p class="quiet">{_say(locale, "about", briefs=len({result.brief for result in results}))}</p>',
            '<div class="verdict">',
            *(f"<p>{escape(line)}</p>" for line in verdict(standings, results, locale)),
            "</div>",
            _table(standings, locale),
            f"<h2>{_say(locale, 'settings')}</h2>",
            f"<dl>{''.join(_setting(t(locale, f'compare.{name}'), value) for name, value in settings.items())}</dl>",
            f"<h2>{_say(locale, 'figures')}</h2>",
            *_figures(standings, locale),
            f"<details><summary>{_say(locale, 'nouns')}</summary>",
            *_nouns(standings),
            f"</details><h2>{_say(locale, 'answers')}</h2>",
            *_answers(results, locale),
            "</html>\n",
        )
    )


def _table(standings: Sequence[ParticipantFigures], locale: Locale) -> str:
    rows = [{heading(name, locale): value for name, value in figures(standing).items()} for standing in standings]
    head = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    cell = '<td data-name="{}">{}</td>'.format
    body = "".join(f"<tr>{''.join(cell(escape(name), escape(row[name])) for name in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _setting(name: str, value: str) -> str:
    return f"<dt>{escape(name)}</dt><dd>{'<br>'.join(map(escape, value.splitlines()))}</dd>"


def _described(contender: Participant, models: Mapping[str, str], locale: Locale) -> str:
    arm = t(locale, f"compare.arm.{contender.arm}")
    model = models.get(contender.name)
    return f"{contender.name}: {arm} · {contender.assistant.name}{f' ({model})' if model else ''}"


def _days(results: Sequence[ContenderAnswer]) -> str:
    """Return from when to when the answers came, which an interrupted comparison spreads over days."""
    times = sorted(result.at for result in results if result.at)
    shown = [datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M %Z") for at in times]
    return " – ".join(dict.fromkeys((shown[0], shown[-1]))) if shown else "–"


def _figures(standings: Sequence[ParticipantFigures], locale: Locale) -> Iterator[str]:
    for check in Check:
        shown = [(each.contender, each.kept[check], f"{each.kept[check]:.0%}") for each in standings]
        yield _bars(t(locale, "compare.kept", check=t(locale, f"try.check.{check}")), shown, most=1)
    yield _dots(t(locale, "compare.chars"), [(each.contender, each.lengths) for each in standings])
    for name, unit in (("first_words", ".2f"), ("seconds", ".2f"), ("tokens", ",.0f"), ("votes", ".0f")):
        values = [(each.contender, float(getattr(each, name))) for each in standings]
        if any(value for _, value in values):
            yield _bars(t(locale, f"compare.{name}"), [(*each, format(each[1], unit)) for each in values])


def _nouns(standings: Sequence[ParticipantFigures]) -> Iterator[str]:
    for each, colour in zip(standings, cycle(_COLOURS), strict=False):
        yield _bars(each.contender, [(noun, count, f"{count}") for noun, count in each.nouns], colours=(colour,))


def _answers(results: Sequence[ContenderAnswer], locale: Locale) -> Iterator[str]:
    for line, answers in groupby(results, lambda result: result.line):
        those = list(answers)
        yield f"<details><summary>{escape(_called(line, those[0].request, locale))}</summary>"
        yield f'<div class="side">{"".join(_answer(result, locale) for result in those)}</div></details>'


def _called(line: int, request: str, locale: Locale) -> str:
    shown = " ".join(request.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
    return t(locale, "compare.line", line=line) + (f": {shown}" if shown else "")


def _answer(result: ContenderAnswer, locale: Locale) -> str:
    remark = adherence_line(result.figures, locale) if result.answer else t(locale, f"try.fault.{result.fault}")
    prompt = (
        f"<details><summary>{_say(locale, 'prompt', chars=f'{len(result.prompt):,}')}</summary>"
        f"<pre>{escape(result.prompt)}</pre></details>"
        if result.prompt
        else ""
    )
    return (
        f'<section><h3>{escape(result.contender)}</h3><p class="quiet">{escape(remark)}</p>{prompt}'
        f"<pre>{escape(result.answer)}</pre></section>"
    )


def _say(locale: Locale, text: str, **details: str | int) -> str:
    return escape(t(locale, f"compare.{text}", **details))


def _bars(
    title: str,
    rows: Sequence[tuple[str, float, str]],
    *,
    most: float | None = None,
    colours: Sequence[str] = _COLOURS,
) -> str:
    """Return a bar for each name, by value, with what is written at its end.

    `most` is the value of a full one, the longest if nothing is said.
    """
    full = most or max((value for _, value, _ in rows), default=0) or 1
    bar = '<i style="width:{:.1f}%;background:{}"></i>'.format
    drawn = (
        _plotted(name, bar(100 * min(value / full, 1), colour), shown)
        for (name, value, shown), colour in zip(rows, cycle(colours), strict=False)
    )
    return _figure(title, drawn)


def _dots(title: str, rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Return a line of dots for each name, by value, over a scale from 0; at its end the least and the most."""
    full = max((value for _, values in rows for value in values), default=0) or 1
    dot = '<i class="dot" style="left:{:.1f}%;background:{}"></i>'.format
    drawn = (
        _plotted(name, "".join(dot(100 * value / full, colour) for value in values), _range(values))
        for (name, values), colour in zip(rows, cycle(_COLOURS), strict=False)
    )
    return _figure(title, drawn)


def _range(values: Sequence[int]) -> str:
    if not values:
        return "–"
    return f"{min(values):,}–{max(values):,}" if min(values) < max(values) else f"{values[0]:,}"


def _plotted(name: str, drawn: str, value: str) -> str:
    return f'<div class="bar"><b>{escape(name)}</b><div>{drawn}</div><span>{escape(value)}</span></div>'


def _figure(title: str, lines: Iterable[str]) -> str:
    return f"<figure><figcaption>{escape(title)}</figcaption>{''.join(lines)}</figure>"
