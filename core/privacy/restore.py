"""Restore: an external AI's answer in, the owner's real values in it, with labels tolerated as the AI altered them.

Tolerated are: blanks (`{ 이름 1 }`), other brackets (`[이름1]`, `｛이름１｝`) or none (`이름1`), case (`{name1}`),
the noun in another language (`{Name 1}` for `{이름1}`), the number in words (`{이름 일}`), a particle drawn in
(`{이름1은}`). What is not clearly one label is left as it is and listed, so that nothing is pasted into unrelated text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.privacy.anonymizer import Anonymizer, Item, LabelAnonymizer, Replaced, fitted
from core.privacy.korean.particles import agree
from core.privacy.labels import parse
from core.privacy.placeholder_matching import Reader
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault


@dataclass(frozen=True, slots=True)
class Restored:
    """An answer with real values, and what became of the labels, each once, in order.

    `restored`: replaced. `missing`: expected, but no form of the item is in the answer. `unknown`: written like a
    label, but without a value here. `ambiguous`: perhaps a label, perhaps two. The last two as the answer writes them,
    and left in it.
    """

    text: RawText
    restored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


def restore(
    answer: MaskedText, vault: Vault, expected: Sequence[str] = (), anonymizer: Anonymizer | None = None
) -> Restored:
    """Put the vault's values into an answer.

    The particle behind a value is made right. Of the labels `expected` in it, those of items that their owner keeps
    as written are never missing: the prompt shows them as they are.
    """
    values = vault.values
    found: list[str] = []
    unknown: list[str] = []
    ambiguous: list[str] = []
    items: list[Item] = []
    tails: dict[int, str] = {}
    for reading in Reader(entry.label for entry in vault).read(answer):
        written = answer[reading.start : reading.end]
        if reading.label is not None:
            found.append(reading.label)
        entry = vault.get(reading.label or "")
        if entry and entry.value is not None:
            items.append(Item(reading.start, reading.end, entry.type, label=entry.label))
            tails[reading.start] = reading.tail
        else:
            (unknown if reading.clear else ambiguous).append(written)
    raw = RawText(answer)
    replaced = (anonymizer or LabelAnonymizer()).deanonymize(raw, items, values) if items else Replaced(raw, ())
    text = fitted(raw, items, replaced, lambda item, gap, borders: agree(tails[item.start] + gap, borders[1]))
    return Restored(
        RawText(text),
        tuple(dict.fromkeys(label for label in found if label in values)),
        _missing(expected, found, vault),
        tuple(dict.fromkeys(unknown)),
        tuple(dict.fromkeys(ambiguous)),
    )


def _missing(expected: Sequence[str], found: Sequence[str], vault: Vault) -> tuple[str, ...]:
    masked = {entry.label for entry in vault if not entry.kept}
    items = {_item(label) for label in found}
    return tuple(label for label in dict.fromkeys(expected) if label in masked and _item(label) not in items)


def _item(label: str) -> tuple[str, int] | None:
    """Return what all forms of an item have in common."""
    parsed = parse(label)
    return (parsed.noun, parsed.number) if parsed else None
