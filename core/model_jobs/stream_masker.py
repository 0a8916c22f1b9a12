"""An answer that is still being written, masked as far as nothing in it can change any more."""

import re
from typing import Final

from core.ports import Detector
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.values.locale import Locale

_ENDS: Final = re.compile(r"[.!?。…][\"\'”’)\]*_]*(?=\s)|\n")


class StreamMasker:
    """Takes the pieces of an answer, and gives what may be shown of it: whole sentences, each masked once.

    A number or a name that is half written is not found yet, so a sentence is held back until it has ended.
    """

    def __init__(self, detector: Detector, vault: Vault, locale: Locale, policy: Policy | None = None) -> None:
        self._detector = detector
        self._locale = locale
        self._policy = policy
        self._pieces: list[str] = []
        self._masked = ""
        self._taken = 0
        self.vault = vault

    def take(self, piece: RawText) -> None:
        """Take the next piece."""
        self._pieces.append(piece.reveal())

    def whole(self) -> RawText:
        """Return all that came."""
        return RawText("".join(self._pieces))

    def settled(self) -> MaskedText:
        """Return what can be shown; blocking, for it looks for what is personal.

        Raises:
            DetectorError: Nothing can be masked.
            ItemRefused: The policy blocks a kind of item that is in it.
        """
        text = "".join(self._pieces)
        end = _settled_end(text, self._taken)
        if end > self._taken:
            raw = RawText(text[self._taken : end])
            masked = mask(raw, self._detector.detect(raw), self.vault, self._locale, self._policy)
            self._masked, self.vault, self._taken = self._masked + masked.text, masked.vault, end
        return MaskedText(self._masked)


def _settled_end(text: str, start: int) -> int:
    """Return where the last whole sentence ends."""
    ends = [match.end() for match in _ENDS.finditer(text, start)]
    return ends[-1] if ends else start
