"""A draft as it streams: a model's prompt while it is being written, as far as it may be shown."""

from collections.abc import Callable
from typing import Final, TypeAlias

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.guard.violations import ModelText, violations
from core.prompting.model.instructions import instruction
from core.prompting.model.judging_substance import IsPersonal
from core.prompting.model.whole_prompt import headings_of, is_heading, known_beside, longest_of, tidy_line

OnDraft: TypeAlias = Callable[[MaskedText], None]
"""Shows what there is of a draft, in the place of what was shown of it before."""


def unseen(_: MaskedText) -> None:
    """Show a draft to nobody."""


class DraftLines:
    """Takes the pieces of a prompt, and gives its whole lines that the guard has nothing against.

    What a line says is only known at its end, so the last one is held back. Before the first heading it is no prompt.
    """

    def __init__(self, brief: Brief, composition: Composition, is_personal: IsPersonal) -> None:
        self._brief = brief
        self._composition = composition
        self._is_personal = is_personal
        self._headings: Final = headings_of(composition)
        self._longest: Final = longest_of(brief, composition)
        self._rest = ""
        self._shown: list[str] = []

    def take(self, piece: str) -> bool:
        """Take the next piece, and say whether a line has come to its end with it."""
        self._rest += piece
        return "\n" in piece

    def settled(self) -> MaskedText:
        """Return what may be shown; blocking, for it looks for what is personal."""
        *lines, self._rest = self._rest.split("\n")
        for line in map(tidy_line, lines):
            if line and self._may_be_shown(line):
                self._shown.append(f"\n{line}" if self._shown and is_heading(line) else line)
        return MaskedText("\n".join(self._shown))

    def _may_be_shown(self, line: str) -> bool:
        if is_heading(line):
            return line in self._headings
        if not self._shown or sum(map(len, self._shown)) > self._longest:
            return False
        locale = self._composition.understanding.locale
        known = known_beside(self._brief, self._composition, line)
        told = instruction("whole", locale)
        candidate = ModelText(line, known, self._composition.reference, told, is_whole=True)
        return not violations(candidate, locale) and not self._is_personal(line)
