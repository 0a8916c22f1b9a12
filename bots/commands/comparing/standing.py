"""Standings: how each contender did over all briefs."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from bots.commands.comparing.results import ContenderAnswer
from core.prompting.adherence import Check


@dataclass(frozen=True, slots=True)
class ParticipantFigures:
    """The figures of one contender: `adherence` and `kept` are shares from 0 to 1, times are seconds.

    Means and medians are those of the `answers` that came; `nouns` are the most frequent ones with how often they came.
    """

    contender: str
    model: str
    answers: int
    failed: int
    adherence: float
    kept: dict[Check, float]
    chars: float
    first_words: float
    seconds: float
    tokens: float
    lengths: tuple[int, ...] = ()
    nouns: tuple[tuple[str, int], ...] = ()
    votes: int = 0


Nouns = Callable[[str], Sequence[str]]
_MOST_NOUNS = 15


def standings(results: Sequence[ContenderAnswer], nouns: Nouns, votes: Counter[str]) -> tuple[ParticipantFigures, ...]:
    """Return one for each contender, in the order of their first results."""
    names = dict.fromkeys(result.contender for result in results)
    return tuple(
        _standing([result for result in results if result.contender == name], nouns, votes[name]) for name in names
    )


def _standing(results: Sequence[ContenderAnswer], nouns: Nouns, votes: int) -> ParticipantFigures:
    came = [result for result in results if result.answer]
    counted: Counter[str] = Counter()
    for result in came:
        counted.update(nouns(result.answer))
    return ParticipantFigures(
        contender=results[0].contender,
        model=next((result.model for result in results if result.model), ""),
        answers=len(came),
        failed=len(results) - len(came),
        adherence=_mean(share_kept(result) for result in came),
        kept={check: _mean(_kept(check, came)) for check in Check},
        chars=_median(result.figures.chars for result in came),
        first_words=_median(result.figures.first_words for result in came),
        seconds=_median(result.figures.seconds for result in came),
        tokens=_mean(result.figures.tokens_out for result in came),
        lengths=tuple(result.figures.chars for result in came),
        nouns=tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NOUNS]),
        votes=votes,
    )


def share_kept(result: ContenderAnswer) -> float:
    """Return how much an answer kept of what could be looked at, from 0 to 1."""
    looked_at = len(result.figures.kept) + len(result.figures.missed)
    return len(result.figures.kept) / looked_at if looked_at else 0


def _kept(check: Check, results: Sequence[ContenderAnswer]) -> Iterator[float]:
    """Yield 1 or 0 for each answer in which this could be told."""
    for result in results:
        if check in {*result.figures.kept, *result.figures.missed}:
            yield float(check in result.figures.kept)


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return fmean(found) if found else 0


def _median(values: Iterator[float]) -> float:
    found = list(values)
    return median(found) if found else 0
