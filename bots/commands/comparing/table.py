"""The table of a comparison: each contender's figures, on a terminal of 80 columns as on the page."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.table import Table

from bots.commands.comparing.standing import ParticipantFigures
from core.conversation.texts import t
from core.values.locale import Locale


def figures(standing: ParticipantFigures) -> Mapping[str, str]:
    """Return a contender's figures as they are written, by the ids of their headings."""
    shown = {
        "contender": standing.contender,
        "count": f"{standing.answers}/{standing.answers + standing.failed}",
        "adherence": f"{standing.adherence:.0%}",
        "chars": f"{standing.chars:,.0f}",
        "times": f"{standing.first_words:.1f}/{standing.seconds:.1f}",
        "tokens": f"{standing.tokens:,.0f}",
        "votes": f"{standing.votes}" if standing.votes else "–",
    }
    if standing.answers:
        return shown
    return {name: value if name in {"contender", "count", "votes"} else "–" for name, value in shown.items()}


def terminal_table(standings: Sequence[ParticipantFigures], locale: Locale) -> Table:
    """Return the table for a terminal."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, name in enumerate(figures(standings[0])):
        table.add_column(heading(name, locale), justify="right" if number else "left", overflow="fold")
    for standing in standings:
        table.add_row(*figures(standing).values())
    return table


def heading(name: str, locale: Locale) -> str:
    """Return how a column is headed."""
    return t(locale, f"compare.{name}")
