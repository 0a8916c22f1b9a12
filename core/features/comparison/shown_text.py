"""What is said after a vote."""

from collections.abc import Iterator

from core.conversation.model_answer import ModelAnswer
from core.conversation.texts import t
from core.features.comparison.comparison import LETTERS, Comparison
from core.features.comparison.replies import ShowVerdict
from core.values.locale import Locale


def vote_result(shown: ShowVerdict, locale: Locale) -> Iterator[str]:
    """Yield what is said after a vote: the choice, and which answer was which with its figures."""
    comparison = shown.comparison
    names = dict(zip(LETTERS, (_arm(arm, comparison, locale) for arm in comparison.arms), strict=False))
    chosen = comparison.chosen
    tie = chosen not in names
    yield t(locale, "compare.tie") if tie else t(locale, "compare.chosen", letter=chosen, arm=names[chosen])
    for (letter, arm), trial in zip(names.items(), comparison.trials, strict=False):
        yield _was(letter, arm, trial, locale)
    yield t(locale, "compare.figures_only")


def _arm(arm: str, comparison: Comparison, locale: Locale) -> str:
    return arm if comparison.models else t(locale, f"compare.arm.{arm}")


def _was(letter: str, arm: str, trial: ModelAnswer, locale: Locale) -> str:
    figures = trial.figures
    if not figures.chars:
        return t(locale, "compare.came_not", letter=letter, arm=arm)
    return t(
        locale,
        "compare.was",
        letter=letter,
        arm=arm,
        kept=len(figures.kept),
        looked_at=len(figures.kept) + len(figures.missed),
        chars=figures.chars,
        first_words=f"{figures.first_words:.1f}",
        seconds=f"{figures.seconds:.1f}",
    )
