r"""E-mail addresses.

Replaces Presidio's EmailRecognizer: its `\b` misses an address with a particle behind it, and its check asks
tldextract, which fetches a list from the network.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import LIKELY, SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_LOCAL: Final = r"(?<![0-9A-Za-z._%+\-])[0-9A-Za-z_][0-9A-Za-z._%+\-]*+"
_DOMAIN: Final = r"(?:[0-9A-Za-z가-힣](?:[0-9A-Za-z가-힣\-]{0,61}[0-9A-Za-z가-힣])?\.){1,5}(?:[A-Za-z]{2,24}|한국)"

# The name before the sign spelled out or in Hangul: 에이치오엔지앳네이버닷컴, 홍길동@네이버.컴.
_HANGUL_LOCAL: Final = r"(?<![0-9A-Za-z가-힣._%+\-])[0-9A-Za-z._]{0,20}[가-힣][0-9A-Za-z가-힣._]{0,24}"
# Addresses of programs, in every clone command.
_NOBODY: Final = ("git@github.com", "git@gitlab.com", "git@bitbucket.org")


class EmailRecognizer(PatternRecognizer):
    """Finds e-mail addresses."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.EMAIL,
            Form.of(rf"{_HANGUL_LOCAL}@{_DOMAIN}(?![0-9A-Za-z])", LIKELY, _has_hangul_name),
            Form.of(rf"{_LOCAL}[ ]?@[ ]?(?:\r?\n)?{_DOMAIN}(?![0-9A-Za-z])", SURE, _is_somebody),
        )


def _is_somebody(address: str) -> bool:
    return address.casefold() not in _NOBODY


def _has_hangul_name(address: str) -> bool:
    """A word that is glued to an address in Latin letters (메일은hong@naver.com) is no part of it."""
    return "가" <= address.partition("@")[0][-1] <= "힣"
