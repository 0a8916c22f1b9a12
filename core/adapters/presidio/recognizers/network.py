r"""Network addresses: IP and MAC.

Presidio's checks (ipaddress; no broadcast MAC) are reused; its patterns are not, because their `\b` misses an address
with a particle behind it, and because four numbers with dots are often a version.
"""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers.generic.mac_recognizer import MacAddressRecognizer

from core.adapters.presidio.recognizers.pattern import (
    IS,
    LIKELY,
    SURE,
    WITH_CONTEXT,
    PatternRecognizer,
    PatternRule,
)
from core.privacy.entities import EntityType

# The private ranges as a whole are in every textbook.
_NO_RANGE: Final = r"(?!(?:10\.0\.0\.0/8|172\.16\.0\.0/12|192\.168\.0\.0/16)(?![0-9]))"
_OCTET: Final = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_NO_VERSION: Final = (
    r"(?<![0-9A-Za-z_.])(?<!버전)(?<!버전 )(?<!version )(?<!(?<![a-z])ver )(?<!ver\. )(?<!release )(?<!v\.)"
)
_IPV6: Final = (
    r"(?:(?<![0-9A-Za-z_:.])|(?<=[g-z가-힣]:)"
    r"|(?<=v6:))(?=[0-9a-f]{0,4}:)[0-9a-f:]{2,39}(?:(?<=:)[0-9]{1,3}(?:\.[0-9]{1,3}){3}|(?!\.[0-9]))"
    r"(?:%[0-9a-z]{1,16})?(?![0-9A-Za-z_:])"
)
_REACH: Final = 40
_VERSION: Final = re.compile(
    r"(?:버전|릴리[즈스]|펌웨어|업그레이드|(?<![A-Za-z])(?:version|release|firmware"
    r"|upgrade[ds]?))(?![^\n]{0,40}(?:ip|서버|주소|host|접속))[^\n]{0,40}\Z",
    re.IGNORECASE,
)
# What stands near an address; else four small numbers behind a word are its version: nginx 1.25.3.1.
_NETWORK: Final = re.compile(
    r"아이피|서버|주소|접속|핑|게이트웨이|방화벽|차단|허용|로그인|호스트|라우터|공유기|포트|네임서버|대역"
    r"|(?<![a-z])(?:ip|host|addr|ping|dns"
    r"|gateway|allow|deny|from|to|src|dst|source|client|(?:name)?server|ssh|curl|telnet|nmap|port|listen|bind|connect|via|router"
    r"|peer|remote|proxy|login|subnet|cidr)(?![a-z])|[@=/]\Z|[:/][0-9]",
    re.IGNORECASE,
)
_SOFTWARE: Final = re.compile(r"[가-힣A-Za-z+#)](?:[ ]|[가이는은를을](?=[ ])[ ])\Z")
_CHANGED: Final = re.compile(
    r"(?:[가-힣]{1,2})?[ ]?(?:패치|업데이트|업그레이드|다운그레이드|설치|릴리[즈스]|빌드|이상|이하|미만"
    r"|부터 지원|올[려리]|내[려리]|까지 지원"
    r"|(?:update|patch|release|changelog|install|build|or (?:later|newer)|and (?:later|above))[a-z]{0,2})",
    re.IGNORECASE,
)
_SMALL: Final = (30, 30, 20, 20)
_LONGEST_GROUP: Final = 3
_FEWEST_SIGNS: Final = 5
_PAIR: Final = r"[0-9A-Fa-f]{2}"
_MAC_NAME: Final = (
    r"(?:(?:맥|물리적|블루투스|(?<![A-Za-z])(?:mac|bluetooth|physical))(?:[ _]?(?:주소|addr(?:ess)?))?"
    r"|(?<![A-Za-z])(?:bssid|hwaddr|wlan|ether)(?![A-Za-z]))"
)
# A colon may stand before it (MAC:2B:…) or behind it; a pair of its own kind makes it part of a longer fingerprint.
_BEFORE_PAIRS: Final = rf"(?<![0-9A-Za-z_\-])(?<!(?<![0-9A-Za-z]){_PAIR}:)"
_BEHIND_PAIRS: Final = r"(?![0-9A-Za-z_])(?![:\-][0-9A-Za-z])"


class IpRecognizer(PatternRecognizer):
    """Finds IP addresses, without those every machine has (127.0.0.1, 0.0.0.0, masks)."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.IP,
            PatternRule.of(
                "IPv4 address",
                rf"{_NO_VERSION}{_NO_RANGE}(?:{_OCTET}\.){{3}}{_OCTET}(?![0-9A-Za-z_])(?!\.[0-9])",
                LIKELY,
                _is_somewhere,
            ),
            PatternRule.of("IPv6 address", _IPV6, LIKELY, _is_somewhere),
            PatternRule.of(
                "IPv4 address behind its name",
                rf"(?<![A-Za-z])(?:ip|아이피)(?:v4)?(?:[ ]?(?:주소|addr(?:ess)?))?(?!-){IS}"
                r"(?P<item>[0-9]{1,3}(?:[ ]?[.\-,][ ]?[0-9]{1,3}|[ ][0-9]{1,3}){3})(?![0-9A-Za-z_])(?!\.[0-9])",
                LIKELY,
                _is_written_of_octets,
            ),
            PatternRule.of(
                "IPv4 address with blanks",
                rf"{_NO_VERSION}(?:{_OCTET} \. ){{3}}{_OCTET}(?![0-9A-Za-z_])(?! ?\.[0-9])",
                LIKELY,
            ),
        )

    def kept(
        self,
        text: str,
        found: Sequence[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - its words do not matter
    ) -> Iterable[RecognizerResult]:
        """Return the addresses; behind a word about versions, also some words before, four numbers are one."""
        return [result for result in found if not _is_version(text, result)]


class MacRecognizer(PatternRecognizer):
    """Finds MAC addresses, with colons, with dashes, or in Cisco's three groups."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.MAC,
            PatternRule.of(
                "MAC address in pairs",
                rf"{_BEFORE_PAIRS}{_PAIR}([:-]){_PAIR}(?:\1{_PAIR}){{4}}{_BEHIND_PAIRS}",
                SURE,
                _is_card,
            ),
            PatternRule.of(
                "MAC address in fours",
                r"(?<![0-9A-Za-z_.])(?:[0-9A-F]{4}\.){2}[0-9A-F]{4}(?![0-9A-Za-z_])(?!\.[0-9])",
                LIKELY,
                _is_card,
            ),
            PatternRule.of(
                "MAC address behind its name",
                rf"{_MAC_NAME}{IS}(?P<item>{_PAIR}(?:[ .:\-]?{_PAIR}){{5}})(?![0-9A-Za-z])",
                SURE,
                _is_card,
            ),
            PatternRule.of(
                "MAC address without signs",
                r"(?<![0-9A-Za-z_\-/.:])(?=[0-9]*[A-F])(?=[A-F]*[0-9])[0-9A-F]{12}(?![0-9A-Za-z_\-/])",
                WITH_CONTEXT,
                _is_card,
            ),
            context="맥 mac bssid 블루투스 bluetooth 무선랜 와이파이 wifi wi-fi 공유기 dhcp 장비 단말 노트북 프린터",
        )


def _is_version(text: str, result: RecognizerResult) -> bool:
    before = text[max(0, result.start - _REACH) : result.start]
    if _VERSION.search(before):
        return True
    line, behind = before.rpartition("\n")[2], text[result.end : result.end + _REACH].partition("\n")[0]
    octets = [int(octet) for octet in re.findall("[0-9]+", text[result.start : result.end])]
    if len(octets) != len(_SMALL) or not _SOFTWARE.search(line) or _NETWORK.search(line) or _NETWORK.search(behind):
        return False
    if not octets[0]:
        return True
    private = ipaddress.ip_address(".".join(map(str, octets))).is_private
    small = all(octet <= most for octet, most in zip(octets, _SMALL, strict=True))
    return not private and (small or _CHANGED.match(behind) is not None)


def _is_somewhere(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ":" in address and len(max(address.split(":"), key=len)) < _LONGEST_GROUP and address.count(":") < _FEWEST_SIGNS:
        return False  # [1::2] is a slice
    return not (ip.is_loopback or ip.is_unspecified or ip.is_multicast or address.startswith("255."))


def _is_written_of_octets(address: str) -> bool:
    """Behind its name an address may have zeros in front, blanks or dashes: 211.234.001.002, 211-234-1-2."""
    return _is_somewhere(".".join(str(int(octet)) for octet in re.findall(r"[0-9]+", address)))


def _is_card(address: str) -> bool:
    """Three groups of four digits are a phone or an account number."""
    letters = any(map(str.isalpha, address)) or "." not in address
    pairs = ":".join(re.findall("..", re.sub("[^0-9A-Fa-f]", "", address)))
    return letters and not _PRESIDIO.invalidate_result(pairs) and any(map(str.isdigit, address))


_PRESIDIO: Final = MacAddressRecognizer()
