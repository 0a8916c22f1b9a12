"""The port to what puts something else into the places of a text: labels for items, and values for labels."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.privacy.action import Action
from core.privacy.entities import EntityType
from core.privacy.text import RawText


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a text with what stands there: offsets in code points, end exclusive.

    `label` is the label that it has, or is to get; empty where another operator than the label decides.
    """

    start: int
    end: int
    type: EntityType
    action: Action = Action.RESTORE
    label: str = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text in which something else stands in the places of the items, and where that is, in their order."""

    text: RawText
    places: tuple[tuple[int, int], ...]


class Anonymizer(Protocol):
    """Replaces items and labels; the items of a text are sorted and do not overlap."""

    def anonymize(self, text: RawText, items: Sequence[Item]) -> Replaced:
        """Put into the place of each item its label, or what the operator of its action makes of it.

        Raises:
            DetectorError: It cannot be done; the text must then not be accepted.
        """

    def deanonymize(self, text: RawText, items: Sequence[Item], values: Mapping[str, RawText]) -> Replaced:
        """Put into the place of each label its value; `values` has one for each.

        Raises:
            DetectorError: It cannot be done.
        """


class LabelAnonymizer:
    """Knows labels alone, and no library: masks again what is masked already, where no other operator has a say.

    An item without a label is left out of the text, so that none is ever left open.
    """

    def anonymize(self, text: RawText, items: Sequence[Item]) -> Replaced:
        """Put into the place of each item its label."""
        return _replaced(text, items, [item.label for item in items])

    def deanonymize(self, text: RawText, items: Sequence[Item], values: Mapping[str, RawText]) -> Replaced:
        """Put into the place of each label its value."""
        return _replaced(text, items, [values[item.label].reveal() for item in items])


def fitted(
    text: RawText, items: Sequence[Item], replaced: Replaced, fit: Callable[[Item, str, tuple[str, str]], str]
) -> str:
    """Return what a text has become, each gap behind an item fitted to what stands before it now.

    `fit` is given the item, the gap, and what stood before it with what stands there now.
    """
    old, new = text.reveal(), replaced.text.reveal()
    starts = [*(start for start, _ in replaced.places), len(new)]
    pieces = [new[: starts[0]]]
    for item, (start, end), gap_end in zip(items, replaced.places, starts[1:], strict=True):
        here = new[start:end]
        pieces += here, fit(item, new[end:gap_end], (old[item.start : item.end], here))
    return "".join(pieces)


def _replaced(text: RawText, items: Sequence[Item], new: Sequence[str]) -> Replaced:
    old = text.reveal()
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for item, here in zip(items, new, strict=True):
        start = length + item.start - at
        pieces += old[at : item.start], here
        at, length = item.end, start + len(here)
        places.append((start, length))
    return Replaced(RawText("".join((*pieces, old[at:]))), tuple(places))
