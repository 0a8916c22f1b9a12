"""Overlap resolution: one result for each character."""

from collections.abc import Iterable
from typing import Final

from presidio_analyzer import RecognizerResult

from core.privacy.entities import EntityType

_NAMES: Final = frozenset({EntityType.PERSON.value, EntityType.ORGANIZATION.value})


def resolve(results: Iterable[RecognizerResult]) -> list[RecognizerResult]:
    """Return the results sorted, none overlapping.

    One that lies within another gives way to it, unless that is a name and less sure; of two that overlap in part or
    wholly, the surer one stays.
    """
    best: list[RecognizerResult] = []
    for result in sorted(results, key=lambda result: (result.start, -result.end, -result.score)):
        if not best or result.start >= best[-1].end:
            best.append(result)
        elif result.score > best[-1].score and (result.end > best[-1].end or _is_within_a_name(result, best[-1])):
            best[-1] = result
    return best


def _is_within_a_name(result: RecognizerResult, name: RecognizerResult) -> bool:
    """A name is where words are; a key with its variable, an account and a full stop look like one to the tagger."""
    return name.entity_type in _NAMES and result.entity_type not in _NAMES
