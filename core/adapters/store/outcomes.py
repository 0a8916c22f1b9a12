"""The figures of what people keep."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select, text
from sqlmodel import col

from core.adapters.store.tables import OutcomeRow
from core.ports.outcomes import Choice, Outcome

_COUNT: Final = text(
    "INSERT INTO outcome_figure (choice, intent, detail, result, times) VALUES (:choice, :intent, :detail, :result, 1)"
    " ON CONFLICT (choice, intent, detail, result) DO UPDATE SET times = outcome_figure.times + 1"
)


def count(connection: Connection, outcomes: Iterable[Outcome]) -> None:
    """Count each once more."""
    for outcome in outcomes:
        values = {"choice": str(outcome.choice), "intent": outcome.intent}
        connection.execute(_COUNT, values | {"detail": outcome.detail, "result": outcome.result})


def outcomes(connection: Connection) -> list[tuple[Outcome, int]]:
    """Return all that was counted, in a fixed order."""
    order = (OutcomeRow.intent, OutcomeRow.choice, OutcomeRow.detail, OutcomeRow.result)
    rows = connection.execute(select(OutcomeRow).order_by(*map(col, order))).all()
    return [(Outcome(Choice(row.choice), row.intent, row.detail, row.result), row.times) for row in rows]
