"""The figures of the feedback."""

from typing import Any, Final

from sqlalchemy import Connection, Row, select, text
from sqlmodel import col

from core.adapters.store.tables import FigureRow
from core.choices import Variant
from core.conversation.rating import Rating, Reason
from core.locale import Locale
from core.ports.figures import Figure

_COUNT: Final = text(
    "INSERT INTO feedback_figure (rating, reason, task_type, variant, locale, by_model, times)"
    " VALUES (:rating, :reason, :task_type, :variant, :locale, :by_model, :change)"
    " ON CONFLICT (rating, reason, task_type, variant, locale, by_model)"
    " DO UPDATE SET times = feedback_figure.times + :change"
)


def count(connection: Connection, figure: Figure, change: int) -> None:
    """Add `change` to what was counted of a figure."""
    values = {
        "rating": str(figure.rating),
        "reason": str(figure.reason or ""),
        "task_type": figure.task_type,
        "variant": str(figure.variant),
        "locale": str(figure.locale),
        "by_model": figure.by_model,
        "change": change,
    }
    connection.execute(_COUNT, values)


def figures(connection: Connection) -> list[tuple[Figure, int]]:
    """Return all figures that were counted, in a fixed order."""
    order = (FigureRow.task_type, FigureRow.rating, FigureRow.reason, FigureRow.variant, FigureRow.locale)
    rows = connection.execute(select(FigureRow).where(col(FigureRow.times) > 0).order_by(*map(col, order))).all()
    return [(_figure(row), row.times) for row in rows]


def _figure(row: Row[Any]) -> Figure:
    return Figure(
        Rating(row.rating),
        Reason(row.reason) if row.reason else None,
        row.task_type,
        Variant(row.variant),
        Locale(row.locale),
        row.by_model,
    )
