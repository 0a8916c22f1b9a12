"""What is public: the bodies, brands, works and people that everybody knows, and things that sound like a name."""

import re
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, folded, words


def is_public_body(organization: str) -> bool:
    """Say whether everybody knows an organization, or it is the state's or a kind: it does not say who speaks of it."""
    first, _, rest = organization.partition(" ")
    if rest and first in _ORGANIZATIONS and is_public_body(rest):
        return True
    written = organization.replace(" ", "")
    if (
        written.casefold() in _PHRASES
        or written in _ORGANIZATIONS
        or written in _KINDS
        or _BODY.fullmatch(organization)
    ):
        return True
    institution = _INSTITUTION.fullmatch(written)
    if institution and is_made_of(institution["which"], _KINDS):  # 종합병원, 동네의원, 입시학원
        return True
    ministry = _MINISTRY.fullmatch(written)
    return _GROUP.fullmatch(written) is not None or (ministry is not None and is_made_of(ministry[1], _AFFAIRS))


def is_public(text: str, start: int, end: int) -> bool:
    """Say whether what stands there is, or lies in, what everybody knows: 스타듀 밸리, 쓰론 [앤 리버티], 조 바이든."""
    before = [match.start() for match in _WORD.finditer(text, max(0, start - _LONGEST), start)][-_WORDS_BEFORE:]
    reached = max(_reached(text, begin) for begin in (*before, start))
    rest = text[reached:end]
    return reached > start and (not rest or (rest[0] == " " and all(word in _COMMON for word in rest.split())))


def is_thing(text: str, start: int, end: int) -> bool:
    """Say whether a foreign-sounding name is that of an idea, an illness or a thing: 파레토 법칙, 쿠싱증후군."""
    written = text[start:end]
    parts = written.split(" ")
    return (
        _TERM.fullmatch(written) is not None
        or (len(parts) > 1 and not _LOAN_PARTS.isdisjoint(parts) and _FOREIGN.isdisjoint(parts))
        or _IDEA.match(text, end) is not None
    )


def is_illness(written: str) -> bool:
    """Say whether it is an illness, whose name sounds like a company's: 수면무호흡증, 과민성대장증후군."""
    return _ILLNESS.fullmatch(written) is not None


def is_title(text: str, start: int, end: int) -> bool:
    """Say whether it stands in quotation marks behind a word such as 영화, or in marks that only titles have."""
    line = text.rfind("\n", 0, start) + 1
    closed = _CLOSED.match(text, end)
    if closed is None or _OPENED.search(text[max(line, start - _LONGEST) : start]) is None:
        return False
    before = text[max(line, start - _LONGEST) : start - 1]
    return _SOMEBODY.match(text, closed.end()) is None and _NAMED.search(before) is None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether it is all that stands between two quotation marks."""
    return _QUOTED.fullmatch(text[max(0, start - 1) : end + 1]) is not None


def is_made_of(written: str, parts: frozenset[str]) -> bool:
    """Say whether it is one of these words, or several without a blank."""
    reached = {0}
    for end in range(1, len(written) + 1):
        if any(start in reached and written[start:end] in parts for start in range(end)):
            reached.add(end)
    return len(written) in reached


def _reached(text: str, begin: int) -> int:
    """Return where the longest known phrase ends that begins there, blanks apart; `begin` if there is none."""
    reached, phrase = begin, ""
    for place in range(begin, min(len(text), begin + _LONGEST)):
        phrase += text[place].casefold().strip()
        if len(phrase) == _BEGINNING and phrase not in _BEGINNINGS:
            break
        if phrase in _PHRASES and text[place] != " ":
            reached = place + 1
    return reached


# The longest phrase with its blanks, about.
_LONGEST: Final = 30
_WORDS_BEFORE: Final = 4
_WORD: Final = re.compile(r"(?<![가-힣0-9A-Za-z])[가-힣0-9A-Za-z]")
_PHRASES: Final = folded("famous", "organization.brand", "work", "word.loan")
_BEGINNING: Final = 3
_BEGINNINGS: Final = frozenset(phrase[:_BEGINNING] for phrase in _PHRASES)
_KINDS: Final = words("word.which")
_INSTITUTION: Final = re.compile(rf"(?P<which>.*?)(?:{alternatives('ending.institution')})")
_ORGANIZATIONS: Final = words("organization", "place")
_COMMON: Final = _PHRASES | words(
    *("word.noun", "word.term", "word.common", "word.frequent", "word.loan_part", "place", "organization")
)
_LOAN_PARTS: Final = words("word.loan_part")
_FOREIGN: Final = words("foreign", "famous.star")

_NATION: Final = alternatives("place.nation")
_FOREIGN_STATE: Final = alternatives("place.abroad")
_POLITICS: Final = "(?:민주|공화|보수|노동|자유|진보|국민|정의|개혁|녹색|공산|통합|바른|새누리|사회|기독|독립)"
# Governments, offices, the press, clubs; parties; abbreviations of five letters; what the tagger cuts wrongly.
_BODY: Final = re.compile(
    rf".?|.*{alternatives('ending.state')}|{_NATION}.*{alternatives('ending.national')}|.*{_POLITICS}[가-힣]{{0,4}}당"
    rf"|{_FOREIGN_STATE}.*(?:국|부|청|처|성|원|센터|군|항공|방송|현|주)|(?:국공립|공공|일반|인터넷)[가-힣]{{2,4}}"
    r"|[A-Z0-9&]{1,5}|[A-Za-z]+ ?[가-힣]|[^=]*=|.*[ㄱ-ㅣᄀ-ᇿ].*"
)
_MINISTRY: Final = re.compile(r"([가-힣]{4,12})(?:부|처|청|성)")
_AFFAIRS: Final = words("word.affair")
# What a group has of its own; a repair shop or a pharmacy called 현대 is somebody's.
_GROUP: Final = re.compile(rf"{alternatives('organization.group')}{alternatives('ending.group')}")
# Illnesses, doctrines, dishes, beasts dead for long.
_TERM: Final = re.compile(
    rf"[가-힣]{{2,}}{alternatives('ending.thing')}|[가-힣]{{2,}}[염증]|[가-힣]{{3,}}암"
    r"|[가-힣 ]{4,}(?:증후군|효과|법칙|이론|전쟁|조약|협정)"
)
# Not those of certificates and warrants: 한국인증, 서울보증.
_ILLNESS: Final = re.compile(r"[가-힣 ]{2,}(?:증후군|염|(?<![가보검공문물수인])증)")
_IDEA: Final = re.compile(
    rf"(?:의 | )?{alternatives('ending.idea')}(?![가-힣]{{3}})"
    r"|(?:['’]s?)? (?:disease|syndrome|lymphoma|palsy|dementia|theorem|principle|paradox)(?![A-Za-z])"
)
_OPENED: Final = re.compile(
    rf"(?:{alternatives('work.kind')}[ ,:]{{0,2}}['\"‘“<〈「『《\[]|[《『])[^'\"’”>〉」』》\]]*\Z"
)
_CLOSED: Final = re.compile(r"[^'\"‘’“”<>〈〉「」『』《》\n\[\]]{0,20}['\"’”>〉」』》\]]")
# Who is spoken of so is a person in whatever marks: 『박서연』 고객님, 성함 『박서연』.
_SOMEBODY: Final = re.compile(r" ?(?:고객|회원|학생|환자|사원|직원|어르신|어머니|아버지|[님씨군양](?![가-힣]))")
_NAMED: Final = re.compile(r"(?:이름|성함|성명|[가-힣]명|담당자|고객|회원|환자|학생)[은는이가:]? ?\Z")
_QUOTED: Final = re.compile(r"['\"‘“<〈「『《][^'\"‘’“”<>]+['\"’”>〉」』》]")
