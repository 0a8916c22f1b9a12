"""The difference between two versions of a prompt, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line that came or went."""

    line: MaskedText
    added: bool


def difference(before: str, after: str) -> tuple[LineChange, ...]:
    """Return the lines that went and came, in the order of the text; empty lines say nothing and are left out."""
    old, new = before.splitlines(), after.splitlines()
    changes: list[LineChange] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += (LineChange(MaskedText(line), added=False) for line in old[old_start:old_end] if line.strip())
            changes += (LineChange(MaskedText(line), added=True) for line in new[new_start:new_end] if line.strip())
    return tuple(changes)
