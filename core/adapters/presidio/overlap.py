"""Overlap resolution: one result for each character."""

from collections.abc import Iterable

from presidio_analyzer import RecognizerResult


def resolve(results: Iterable[RecognizerResult]) -> list[RecognizerResult]:
    """Return the results sorted, none overlapping.

    One that lies within another gives way to it; of two that overlap in part or wholly, the surer one stays.
    """
    best: list[RecognizerResult] = []
    for result in sorted(results, key=lambda result: (result.start, -result.end, -result.score)):
        if not best or result.start >= best[-1].end:
            best.append(result)
        elif result.end > best[-1].end and result.score > best[-1].score:
            best[-1] = result
    return best
