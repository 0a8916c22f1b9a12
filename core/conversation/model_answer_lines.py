"""What stands above an answer of a model, and the remarks beneath it: how well it keeps to what was asked."""

from collections.abc import Iterator
from typing import Final

from core.conversation.model_answer import Figures
from core.conversation.model_replies import ShowPartial, ShowTrial
from core.conversation.texts import t
from core.values.locale import Locale

_KEPT: Final = "✓"
_MISSED: Final = "✗"


def title(shown: ShowTrial, locale: Locale) -> str:
    """Return what an answer is called: by its model, or by its letter while that is hidden."""
    if shown.letter:
        return t(locale, "compare.answer", letter=shown.letter)
    return t(locale, "try.title", model=shown.trial.model or shown.trial.endpoint)


def title_meanwhile(shown: ShowPartial, locale: Locale) -> str:
    """Return what stands above an answer that is still being written."""
    return t(locale, "progress.draft" if shown.draft else "try.progress")


def footer(shown: ShowTrial, locale: Locale) -> Iterator[str]:
    """Yield the remarks, each one line; none while the answer's origin is hidden, for they might give it away."""
    trial = shown.trial
    if shown.letter:
        return
    if trial.answer:
        yield adherence_line(trial.figures, locale)
        if trial.fault:
            yield t(locale, "try.broke")
        elif not trial.finished:
            yield t(locale, "try.cut")
    elif trial.fault:
        yield t(locale, f"try.fault.{trial.fault}")


def adherence_line(figures: Figures, locale: Locale) -> str:
    """Return the line that says what of the request was kept: 준수 3/4 · 형식 ✓ · 분량 ✗ (620자)."""
    looked_at = len(figures.kept) + len(figures.missed)
    total = t(locale, "try.adherence", kept=len(figures.kept), looked_at=looked_at)
    names = [name for name in ("form", "length", "language", "labels") if name in {*figures.kept, *figures.missed}]
    return " · ".join([total, *(_check(name, figures, locale) for name in names)])


def _check(name: str, figures: Figures, locale: Locale) -> str:
    mark = _KEPT if name in figures.kept else _MISSED
    line = f"{t(locale, f'try.check.{name}')} {mark}"
    if name != "length":
        return line
    length = t(locale, "try.length", chars=figures.chars, low=figures.low, high=figures.high)
    return f"{line} ({length})"
