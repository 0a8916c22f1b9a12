"""The vault's cipher: Fernet under one or several keys."""

import base64
import binascii
import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from core.errors import SettingsError
from core.privacy.text import RawText

_KNOWN = b"promptgen vault"


class Cipher:
    """Seals values under the first of its keys and opens what any of them sealed; without keys it does neither."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take keys of 32 bytes each, in base64 of either alphabet.

        Raises:
            SettingsError: A key is malformed.
        """
        canonical = [_canonical(key) for key in keys]
        fernets = [Fernet(key) for key in canonical]
        self._secret = canonical[0] if canonical else None
        self._all = MultiFernet(fernets) if fernets else None
        self._first = fernets[0] if fernets else None

    @property
    def works(self) -> bool:
        """Whether there is a key, so that what is sealed now can be restored later."""
        return self._first is not None

    def seal(self, value: RawText | None) -> bytes | None:
        """Return a value encrypted; None where there is no value or no key."""
        if value is None or self._first is None:
            return None
        return self._first.encrypt(value.reveal().encode("utf-8", "surrogatepass"))

    def open(self, secret: bytes | None) -> RawText | None:
        """Return the value; None where nothing was sealed or no key fits."""
        if secret is None or self._all is None:
            return None
        try:
            return RawText(self._all.decrypt(secret).decode("utf-8", "surrogatepass"))
        except InvalidToken:
            return None

    def is_sealed_by_first(self, secret: bytes) -> bool:
        """Whether the first key sealed this."""
        if self._first is None:
            return False
        try:
            self._first.decrypt(secret)
        except InvalidToken:
            return False
        return True

    def digest(self, text: str) -> bytes | None:
        """Return a digest that is the same for the same text and secret without the key; None where there is none."""
        return hmac.digest(self._secret, text.encode(), "sha256") if self._secret else None

    def rotate(self, secret: bytes) -> bytes:
        """Return a secret sealed anew under the first key; one that no key opens comes back as it is."""
        if self._all is None:
            return secret
        try:
            return self._all.rotate(secret)
        except InvalidToken:
            return secret

    def make_key(self) -> bytes | None:
        """Return a new key, wrapped under the first; None where there is none."""
        return self._first.encrypt(Fernet.generate_key()) if self._first else None

    def unwrap(self, wrapped: bytes | None) -> "Cipher | None":
        """Return the cipher of a key that was wrapped; None where there is nothing, or no key fits."""
        if wrapped is None or self._all is None:
            return None
        try:
            return Cipher([self._all.decrypt(wrapped).decode()])
        except InvalidToken:
            return None

    def check(self) -> bytes | None:
        """Return a known value, encrypted, to be kept beside the vault."""
        return self._first.encrypt(_KNOWN) if self._first else None

    def fits(self, check: bytes) -> bool:
        """Whether one of the keys sealed the check."""
        return self._all is not None and _opens(self._all, check)

    def is_current(self, check: bytes) -> bool:
        """Whether the first key sealed the check."""
        return self._first is not None and _opens(self._first, check)


def _canonical(key: str) -> bytes:
    try:
        raw = base64.b64decode(key.strip().translate(str.maketrans("-_", "+/")), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:  # noqa: PLR2004 - Fernet's: 16 bytes sign, 16 encrypt
        raise SettingsError(names="PROMPTGEN_VAULT_KEY")
    return base64.urlsafe_b64encode(raw)


def _opens(fernet: Fernet | MultiFernet, token: bytes) -> bool:
    try:
        return fernet.decrypt(token) == _KNOWN
    except InvalidToken:
        return False
