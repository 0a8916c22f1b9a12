"""The remarks beneath an answer of a model: how well it keeps to what was asked, and whether it is whole."""

from collections.abc import Iterator
from typing import Final

from core.conversation.replies import ShowTrial, ShowVerdict
from core.conversation.texts import say
from core.conversation.trial import Figures, Trial
from core.features.comparison.comparison import LETTERS, Comparison
from core.locale import Locale

_KEPT: Final = "✓"
_MISSED: Final = "✗"


def title(shown: ShowTrial, locale: Locale) -> str:
    """Return what an answer is called: by its model, or by its letter while that is hidden."""
    if shown.letter:
        return say(locale, "compare.answer", letter=shown.letter)
    return say(locale, "try.title", model=shown.trial.model or shown.trial.endpoint)


def remarks(shown: ShowTrial, locale: Locale) -> Iterator[str]:
    """Yield the remarks, each one line; none while the answer's origin is hidden, for they might give it away."""
    trial = shown.trial
    if shown.letter:
        return
    if trial.answer:
        yield adherence_line(trial.figures, locale)
        if trial.fault:
            yield say(locale, "try.broke")
        elif not trial.finished:
            yield say(locale, "try.cut")
    elif trial.fault:
        yield say(locale, f"try.fault.{trial.fault}")


def verdict(shown: ShowVerdict, locale: Locale) -> Iterator[str]:
    """Yield what is said after a vote: the choice, and which answer was which with its figures."""
    comparison = shown.comparison
    names = dict(zip(LETTERS, (_arm(arm, comparison, locale) for arm in comparison.arms), strict=False))
    chosen = comparison.chosen
    tie = chosen not in names
    yield say(locale, "compare.tie") if tie else say(locale, "compare.chosen", letter=chosen, arm=names[chosen])
    for (letter, arm), trial in zip(names.items(), comparison.trials, strict=False):
        yield _was(letter, arm, trial, locale)
    yield say(locale, "compare.figures_only")


def adherence_line(figures: Figures, locale: Locale) -> str:
    """Return the line that says what of the request was kept: 준수 3/4 · 형식 ✓ · 분량 ✗ (620자)."""
    looked_at = len(figures.kept) + len(figures.missed)
    total = say(locale, "try.adherence", kept=len(figures.kept), looked_at=looked_at)
    names = [name for name in ("form", "length", "language", "labels") if name in {*figures.kept, *figures.missed}]
    return " · ".join([total, *(_check(name, figures, locale) for name in names)])


def _check(name: str, figures: Figures, locale: Locale) -> str:
    mark = _KEPT if name in figures.kept else _MISSED
    line = f"{say(locale, f'try.check.{name}')} {mark}"
    if name != "length":
        return line
    length = say(locale, "try.length", chars=figures.chars, low=figures.low, high=figures.high)
    return f"{line} ({length})"


def _arm(arm: str, comparison: Comparison, locale: Locale) -> str:
    return arm if comparison.models else say(locale, f"compare.arm.{arm}")


def _was(letter: str, arm: str, trial: Trial, locale: Locale) -> str:
    figures = trial.figures
    if not figures.chars:
        return say(locale, "compare.came_not", letter=letter, arm=arm)
    return say(
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
