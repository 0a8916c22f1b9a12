"""Suggestions: what is offered for the optional settings, from the intent's slots and from `suggestions.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from core.prompting.intents.intent import Slot, Text
from core.prompting.understanding.understanding import Understanding
from core.values.locale import Locale

KINDS: Final = ("tone", "personality", "constraints", "steps")
"""The settings that something is offered for, by the names that a brief has for them."""

_SLOTS: Final = 2
_OPTIONS: Final = 2  # of a slot: the likeliest stand first


def suggestions(understanding: Understanding, constraints: str = "") -> dict[str, tuple[Text, ...]]:
    """Return what is offered for each setting, nothing for none; `constraints` are those that are set already.

    Slots that nobody has filled come before the conditions that would suit any text of the kind; one that was filled
    from here stays, so that it can be taken away again.
    """
    of_product = _by_product()[understanding.intent.product]
    offered = {kind: of_product.get(kind, ()) for kind in KINDS}
    offered["constraints"] = (*_slots(understanding, constraints.splitlines()), *offered["constraints"])
    return {kind: texts for kind, texts in offered.items() if texts}


def _slots(understanding: Understanding, constraints: list[str]) -> Iterator[Text]:
    still_open = {gap.slot.id for gap in understanding.gaps}
    lines = {slot.id: tuple(_lines(slot)) for slot in understanding.intent.slots}
    shown = [name for name in lines if name in still_open or any(_is_set(each, constraints) for each in lines[name])]
    return (text for name in shown[:_SLOTS] for text in lines[name][:_OPTIONS])


def _lines(slot: Slot) -> Iterator[Text]:
    for ko, en in zip(slot.options.ko, slot.options.en, strict=True):
        yield Text(slot.line.ko.replace("{}", ko), slot.line.en.replace("{}", en))


def _is_set(text: Text, constraints: list[str]) -> bool:
    return any(text[locale] in constraints for locale in Locale)


@cache
def _by_product() -> Mapping[str, Mapping[str, tuple[Text, ...]]]:
    tables = tomllib.loads(files(__package__).joinpath("suggestions.toml").read_text(encoding="utf-8"))
    return {
        product: {
            kind: tuple(Text(ko, en) for ko, en in zip(both["ko"], both["en"], strict=True))
            for kind, both in table.items()
        }
        for product, table in tables.items()
    }
