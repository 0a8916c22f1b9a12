"""What a session keeps of comparisons."""

from dataclasses import dataclass

from core.conversation.session import FeatureData, Session, State
from core.features.comparison.comparison import Comparison


class ComparisonJob(State):
    """What a model is waited for."""

    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Comparisons(FeatureData):
    """The comparisons that are being made or voted on, the newest last."""

    open: tuple[Comparison, ...] = ()


def open_comparisons(session: Session) -> tuple[Comparison, ...]:
    """Return the comparisons of a session that are being made or voted on, the newest last."""
    kept = session.of(Comparisons)
    return kept.open if kept else ()
