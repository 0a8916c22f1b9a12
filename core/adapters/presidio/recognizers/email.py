r"""E-mail addresses.

Replaces Presidio's EmailRecognizer: its `\b` misses an address with a particle behind it, and its check asks
tldextract, which fetches a list from the network.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.recognizers.pattern import LIKELY, SURE, PatternRecognizer, PatternRule
from core.privacy.entities import EntityType

_LOCAL: Final = r"(?<![0-9A-Za-z._%+\-])(?:[A-Za-z]{1,2}')?[0-9A-Za-z_][0-9A-Za-z._%+\-]*+"
_LABEL: Final = r"[0-9A-Za-z가-힣](?:[0-9A-Za-z가-힣\-]{0,61}[0-9A-Za-z가-힣])?"
# A phone number may be glued on; other digits make a version of it (react@18.0.rc1).
_END: Final = r"(?![A-Za-z_])(?![0-9](?![0-9]{1,5}[-. ]?[0-9]{3}))"
_DOMAIN: Final = rf"(?:{_LABEL}\.){{1,5}}(?:[A-Za-z]{{2,24}}|한국){_END}"
# With blanks, or over the end of a line; a decorator stands there too, so the last part must be a known one.
_BROKEN: Final = (
    rf"[ ]?(?:\r?\n)?@[ ]?(?:\r?\n)?{_LABEL}(?:(?:\r?\n)?\.{_LABEL}){{0,3}}(?:\r?\n)?\."
    rf"(?:com|net|org|edu|kr|io|ai|me|dev|app|xyz|shop|info|biz|jp|cn|uk|us|한국){_END}"
)
# Mail services by their names in Hangul, without a dot.
_SERVICE: Final = r"(?:네이버|지메일|한메일|다음|네이트|핫메일|아웃룩)"

# The name before the sign spelled out or in Hangul: 에이치오엔지앳네이버닷컴, 홍길동@네이버.컴.
_HANGUL_LOCAL: Final = r"(?<![0-9A-Za-z가-힣._%+\-])[0-9A-Za-z._]{0,20}[가-힣][0-9A-Za-z가-힣._]{0,24}"
_ACCOUNT: Final = re.compile("아이디|계정|핸들|인스타|트위터|스레드|유튜브|틱톡|텔레그램")
# Addresses of programs, in every clone command.
_NOBODY: Final = ("git@github.com", "git@gitlab.com", "git@bitbucket.org")
# Of documentation (RFC 2606 keeps these domains for it), where the name is nobody's either.
_EXAMPLE: Final = re.compile(
    r"(?:e?mail|user(?:name)?|name|your[a-z._\-]*|test(?:er)?|sample|example|foo|bar|abc|someone|somebody"
    r"|me|you|hello|info|sales"
    r"|admin|contact|support|help|no-?reply|webmaster|customer)[0-9]?@(?:[a-z0-9\-]+\.)?(?:example|test"
    r"|invalid|localhost|domain)"
    r"(?:\.(?:com|net|org|co\.kr|kr))?",
    re.IGNORECASE,
)
_USER_BEFORE: Final = re.compile(r"://[^\s/@]{0,100}:[^\s/@]{0,200}\Z")
_REACH: Final = 304


class EmailRecognizer(PatternRecognizer):
    """Finds e-mail addresses."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.EMAIL,
            PatternRule.of("address with Hangul before the @", rf"{_HANGUL_LOCAL}@{_DOMAIN}", LIKELY, _has_hangul_name),
            PatternRule.of("address", rf"{_LOCAL}@(?:\r?\n)?{_DOMAIN}", SURE, _is_somebody),
            PatternRule.of("address with blanks or over two lines", rf"{_LOCAL}{_BROKEN}", SURE, _is_somebody),
            PatternRule.of("address at a service in Hangul", rf"{_LOCAL}@{_SERVICE}", LIKELY),
        )

    def kept(
        self,
        text: str,
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - its words do not matter
    ) -> Iterable[RecognizerResult]:
        """Return the addresses; the password and the host of postgres://user:password@host are none."""
        return [
            result for result in found if not _USER_BEFORE.search(text[max(0, result.start - _REACH) : result.start])
        ]


def _is_somebody(address: str) -> bool:
    return address.casefold() not in _NOBODY and not _EXAMPLE.fullmatch(address)


def _has_hangul_name(address: str) -> bool:
    """A word that is glued to an address in Latin letters (메일은hong@naver.com) or to a handle is no part of it."""
    local = address.partition("@")[0]
    return "가" <= local[-1] <= "힣" and not _ACCOUNT.search(local)
