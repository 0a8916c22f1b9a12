"""Mask: a person's raw text in, text with labels out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.privacy.anonymizer import Item, fitted
from core.privacy.entities import EntityType
from core.privacy.korean.particles import carry
from core.privacy.korean.titles import title_behind
from core.privacy.labels import LABEL, find_labels
from core.privacy.numbering import Numbering
from core.privacy.occurrences import Occurrences
from core.privacy.policy import Policy
from core.privacy.spans import Span, clip, disjoint
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text, the vault as it is now, and the labels that stand in the text for items, each once, in order.

    `ambiguous` are those of them that name a person by a part of the name which two have, or only the surname: the
    owner can tell whether it is one they named before, nobody else should guess. `seen` is the vault with the values
    that the policy keeps nowhere: for what else is masked at the same time, never to be stored.
    """

    text: MaskedText
    vault: Vault
    labels: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    seen: Vault = field(default_factory=Vault, repr=False)


def mask(raw: RawText, spans: Sequence[Span], vault: Vault, locale: Locale, policy: Policy | None = None) -> Masked:
    """Replace what is personal by labels; `unmask` with the new vault gives the raw text back, character by character.

    Values that the vault or `spans` know are masked wherever they stand, found there or not.

    Raises:
        ItemRefused: The policy blocks a kind of item that is in the text.
    """
    return Masker(vault, locale, policy).mask(raw, spans)


def mask_again(text: MaskedText, vault: Vault, locale: Locale) -> Masked:
    """Mask in a stored text what the vault has come to know since; its labels stay as they are."""
    return mask(RawText(text), (), vault, locale)


class Masker:
    """Masks one text after another with what the vault, and those before, have made known; it is prepared once."""

    def __init__(self, vault: Vault, locale: Locale, policy: Policy | None = None) -> None:
        self._before = vault
        self._policy = policy or Policy()
        self._numbering = Numbering(vault, locale)
        self._known = Occurrences((entry.value.reveal(), entry.type) for entry in vault if entry.value is not None)
        self._learnt = 0
        self._has_operated = False
        self._found_by: dict[str, str] = {}

    @property
    def found_by(self) -> Mapping[str, str]:
        """What first found each item that has been masked, by its label, where that is known."""
        return self._found_by

    @property
    def seen(self) -> Vault:
        """The vault with all that was handed out, and the values that the policy keeps nowhere."""
        return self._numbering.vault

    @property
    def ambiguous(self) -> frozenset[str]:
        """The labels of `Masked.ambiguous` of all texts."""
        return frozenset(self._numbering.ambiguous)

    @property
    def has_found(self) -> bool:
        """Whether something was replaced that the vault did not know: texts masked before may hold it too."""
        return self._has_operated or bool(self._numbering.new)

    def mask(self, raw: RawText, spans: Sequence[Span]) -> Masked:
        """Replace what is personal in a text by labels, as `mask` does.

        Raises:
            ItemRefused: The policy blocks a kind of item that is in the text.
        """
        text, labels = self.replaced(raw, spans)
        seen, ambiguous = self.seen, self._numbering.ambiguous
        return Masked(text, self._policy.kept(seen, self._before), labels, ambiguous, seen)

    def again(self, text: MaskedText) -> MaskedText:
        """Return a stored text with what has become known since masked in it, too."""
        return self.replaced(RawText(text), ())[0]

    def replaced(self, raw: RawText, spans: Sequence[Span]) -> tuple[MaskedText, tuple[str, ...]]:
        """Return a text with labels, and those that stand in it for items, each once, in order.

        Raises:
            ItemRefused: The policy blocks a kind of item that is in the text.
        """
        text = raw.reveal()
        self._policy.check(spans)
        self._numbering.begin_text(self._typed_labels(text))
        found = self._spans(text, spans)
        same = dict(_of_one_person(text, found))
        items = [self._item(text, span, same.get(span)) for span in found]
        if not items:
            return MaskedText(text), ()
        self._learn()
        replaced = self._policy.anonymizer.anonymize(raw, items)
        masked = MaskedText(fitted(raw, items, replaced, _carried))
        return masked, tuple(dict.fromkeys(item.label for item in items if item.label))

    def _typed_labels(self, text: str) -> frozenset[str]:
        return frozenset(label for label in find_labels(text) if not self._numbering.has(label))

    def _item(self, text: str, span: Span, same: str | None) -> Item:
        action = self._policy.action(span.type)
        if not self._policy.labels(span.type):
            self._has_operated = True
            return Item(span.start, span.end, span.type, action)
        label = self._numbering.label(text[span.start : span.end], span.type, title_behind(text, span.end), same)
        self._found_by.setdefault(label, span.by)
        return Item(span.start, span.end, span.type, action, label)

    def _spans(self, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
        labelled = [False] * len(text)
        for match in LABEL.finditer(text):
            labelled[match.start() : match.end()] = [True] * len(match.group())
        found = disjoint(span for span in clip(spans, len(text)) if not all(labelled[span.start : span.end]))
        self._known.learn((text[span.start : span.end], span.type) for span in found)
        by = {(span.start, span.end): span.by for span in found}
        again = (
            replace(span, by=by.get((span.start, span.end), ""))
            for span in self._known.find(text)
            if not any(labelled[span.start : span.end])
        )
        return disjoint((*found, *again))

    def _learn(self) -> None:
        """Look in the texts to come for what got a label in this one."""
        new = self._numbering.new[self._learnt :]
        self._known.learn((entry.value.reveal(), entry.type) for entry in new if entry.value is not None)
        self._learnt += len(new)


def _of_one_person(text: str, found: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield names with what else the person is called: one name in brackets behind another one, in other letters."""
    for one, other in pairwise(found):
        if one.type is other.type is EntityType.PERSON and text[one.end : other.start] in ("(", " ("):
            values = text[one.start : one.end], text[other.start : other.end]
            if text[other.end : other.end + 1] == ")" and values[0].isascii() != values[1].isascii():
                yield from ((one, values[1]), (other, values[0]))


def _carried(item: Item, gap: str, borders: tuple[str, str]) -> str:
    """Return the gap behind an item, the particle at its head fitted to the label as it was to the value."""
    return carry(gap, *borders) if item.label else gap
