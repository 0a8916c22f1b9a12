"""The figures of comparisons, with what was voted for; nothing of what was answered."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col

from core.adapters.store.tables import ComparedRow
from core.ports.votes import Contender

_number = col(ComparedRow.number)
_of_session = col(ComparedRow.session_number)
_ADD: Final = insert(ComparedRow)


def keep(connection: Connection, session_number: int, contenders: Sequence[Contender]) -> None:
    """Keep a comparison that was voted on, one row for each arm."""
    last = connection.execute(select(func.max(_number)).where(_of_session == session_number)).scalar() or 0
    rows = [{"session_number": session_number, "number": last + 1, **row} for row in _rows(contenders)]
    connection.execute(_ADD, rows)


def votes(connection: Connection) -> dict[str, int]:
    """Return how often each arm was voted for."""
    chosen = select(col(ComparedRow.arm), func.count()).where(col(ComparedRow.chosen))
    return {row[0]: row[1] for row in connection.execute(chosen.group_by(col(ComparedRow.arm)))}


def _rows(contenders: Sequence[Contender]) -> Iterator[dict[str, Any]]:
    for position, each in enumerate(contenders):
        figures = each.figures
        yield {
            "position": position,
            "arm": each.arm,
            "model": each.model,
            "chosen": each.is_chosen,
            "kept": len(figures.kept),
            "looked_at": len(figures.kept) + len(figures.missed),
            "chars": figures.chars,
            "tokens": figures.tokens_out,
            "first_words": figures.first_words,
            "seconds": figures.seconds,
        }
