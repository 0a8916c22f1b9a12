"""Restore: an external AI's answer in, the owner's real values in it, with labels tolerated as the AI altered them.

Tolerated are: blanks (`{ 이름 1 }`), other brackets (`[이름1]`, `｛이름１｝`) or none (`이름1`), case (`{name1}`),
the noun in another language (`{Name 1}` for `{이름1}`), the number in words (`{이름 일}`), a particle drawn in
(`{이름1은}`). What is not clearly one label is left as it is and listed, so that nothing is pasted into unrelated text.
"""

from dataclasses import dataclass

from core.privacy.altered import Reader
from core.privacy.labels import find_labels
from core.privacy.particles import agree
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault


@dataclass(frozen=True, slots=True)
class Restored:
    """An answer with real values, and what became of the labels, each once, in order.

    `restored`: replaced. `missing`: expected, but not in the answer. `unknown`: written like a label, but without a
    value here. `ambiguous`: perhaps a label, perhaps two. The last two as the answer writes them, and left in it.
    """

    text: RawText
    restored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


def restore(answer: MaskedText, vault: Vault, prompt: MaskedText | None = None) -> Restored:
    """Put the vault's values into an answer.

    Expected are the labels of the prompt it answers, or all of the vault's; the particle behind a value is made right.
    """
    values = {entry.label: entry.value.reveal() for entry in vault if entry.value is not None}
    restored: list[str] = []
    unknown: list[str] = []
    ambiguous: list[str] = []
    pieces: list[str] = []
    value, tail, end = "", "", 0
    for reading in Reader(entry.label for entry in vault).read(answer):
        written = answer[reading.start : reading.end]
        if reading.label in values:
            pieces.append(_behind(value, tail + answer[end : reading.start]))
            value, tail, end = values[reading.label], reading.tail, reading.end
            pieces.append(value)
            restored.append(reading.label)
        else:
            (unknown if reading.clear else ambiguous).append(written)
    pieces.append(_behind(value, tail + answer[end:]))
    expected = find_labels(prompt) if prompt is not None else tuple(values)
    return Restored(
        RawText("".join(pieces)),
        tuple(dict.fromkeys(restored)),
        tuple(label for label in expected if label in values and label not in restored),
        tuple(dict.fromkeys(unknown)),
        tuple(dict.fromkeys(ambiguous)),
    )


def _behind(value: str, following: str) -> str:
    return agree(following, value) if value else following
