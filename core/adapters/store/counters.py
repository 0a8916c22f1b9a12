"""What is counted, and names nobody: how prompts were rated, what people keep, which answers they vote for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, text
from sqlmodel import col

from core.adapters.store.tables import ComparedRow, OutcomeRow, RatingCountRow
from core.conversation.rating import Rating, Reason
from core.ports.counters import Choice, Contender, Outcome, RatingCount
from core.values.choices import Variant
from core.values.locale import Locale

_COUNT_RATING: Final = text(
    "INSERT INTO feedback_figure (rating, reason, task_type, variant, locale, by_model, times)"
    " VALUES (:rating, :reason, :task_type, :variant, :locale, :by_model, :change)"
    " ON CONFLICT (rating, reason, task_type, variant, locale, by_model)"
    " DO UPDATE SET times = feedback_figure.times + :change"
)
_COUNT_OUTCOME: Final = text(
    "INSERT INTO outcome_figure (choice, intent, detail, result, times) VALUES (:choice, :intent, :detail, :result, 1)"
    " ON CONFLICT (choice, intent, detail, result) DO UPDATE SET times = outcome_figure.times + 1"
)
_number = col(ComparedRow.number)
_of_session = col(ComparedRow.session_number)
_ADD_VOTE: Final = insert(ComparedRow)


def count_rating(connection: Connection, figure: RatingCount, change: int) -> None:
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
    connection.execute(_COUNT_RATING, values)


def ratings(connection: Connection) -> list[tuple[RatingCount, int]]:
    """Return all figures that were counted, in a fixed order."""
    order = (
        RatingCountRow.task_type,
        RatingCountRow.rating,
        RatingCountRow.reason,
        RatingCountRow.variant,
        RatingCountRow.locale,
    )
    rows = connection.execute(
        select(RatingCountRow).where(col(RatingCountRow.times) > 0).order_by(*map(col, order))
    ).all()
    return [(_figure(row), row.times) for row in rows]


def _figure(row: Row[Any]) -> RatingCount:
    return RatingCount(
        Rating(row.rating),
        Reason(row.reason) if row.reason else None,
        row.task_type,
        Variant(row.variant),
        Locale(row.locale),
        row.by_model,
    )


def count_outcomes(connection: Connection, outcomes: Iterable[Outcome]) -> None:
    """Count each once more."""
    for outcome in outcomes:
        values = {"choice": str(outcome.choice), "intent": outcome.intent}
        connection.execute(_COUNT_OUTCOME, values | {"detail": outcome.detail, "result": outcome.result})


def outcomes(connection: Connection) -> list[tuple[Outcome, int]]:
    """Return all that was counted, in a fixed order."""
    order = (OutcomeRow.intent, OutcomeRow.choice, OutcomeRow.detail, OutcomeRow.result)
    rows = connection.execute(select(OutcomeRow).order_by(*map(col, order))).all()
    return [(Outcome(Choice(row.choice), row.intent, row.detail, row.result), row.times) for row in rows]


def keep_vote(connection: Connection, session_number: int, contenders: Sequence[Contender]) -> None:
    """Keep a comparison that was voted on, one row for each arm."""
    last = connection.execute(select(func.max(_number)).where(_of_session == session_number)).scalar() or 0
    rows = [{"session_number": session_number, "number": last + 1, **row} for row in _rows(contenders)]
    connection.execute(_ADD_VOTE, rows)


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
