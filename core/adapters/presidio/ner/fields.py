"""Fields: what a form, a record, a table or a chat's export says by its layout to be somebody's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, folded
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.ner import shapes
from core.adapters.presidio.ner.words import Words, is_given
from core.adapters.presidio.recognizers.column import below


@dataclass(frozen=True, slots=True)
class NameInField:
    """A name with what says that it is one."""

    start: int
    end: int
    by: str


def fields(text: str, held: Words) -> Iterator[NameInField]:
    """Yield the names that stand in fields."""
    for key in _KEY.finditer(text):
        in_a_row = key["mark"] in "|\t"
        yield from _listed(text, key.end(), held, named=key["name"] is not None and not in_a_row)
    for pattern in (_RECORD, _SPEAKER, _MENTION):
        for field in pattern.finditer(text):
            start, end = field.span("value")
            named = field.re is not _RECORD or field["name"] is not None
            if _is_value(text, start, end, held, named=named) or (
                field.re is _SPEAKER and _is_speaker(text, start, end, held)
            ):
                yield NameInField(start, end, "field")
    yield from _short(text)
    for start, end in below(text, _HEAD):
        cell = _CELL.fullmatch(text, start, end)
        whole = cell is not None and not _NO_VALUE.fullmatch(text, start, end)
        stop = end if whole else next(_ends(text, start, end, held, named=True), None)
        if stop is not None:
            yield NameInField(start, stop, "column")


def _short(text: str) -> Iterator[NameInField]:
    """Yield the values of keys that are all there is behind them: 성명 : 솔, given_name=Summer."""
    for field in _SHORT.finditer(text):
        if _is_short_name(field["value"], named=field["name"] is not None or field["mark"] is not None):
            yield NameInField(*field.span("value"), "key")
    for field in _IN_LATIN.finditer(text):
        if field["told"] is None or _is_english(field["value"]):
            yield NameInField(*field.span("value"), "key")


def _listed(text: str, place: int, held: Words, *, named: bool) -> Iterator[NameInField]:
    """Yield the value of a key, and those that follow it with commas."""
    limit = text.find("\n", place)
    limit = len(text) if limit < 0 else limit
    while place < limit:
        unit = _UNIT.match(text, place, limit)
        place = unit.end() if unit else place
        end = next(_ends(text, place, limit, held, named=named), None)
        if end is None:
            return
        yield NameInField(place, end, "key")
        more = _MORE.match(text, end, limit)
        if more is None:
            return
        place = more.end()


def _ends(text: str, start: int, limit: int, held: Words, *, named: bool) -> Iterator[int]:
    """Yield where the value may end, the likeliest first; a key of names takes words and foreign names, too."""
    run = _RUN.match(text, start, limit)
    if run is None:
        latin = _LATIN.match(text, start, limit) if named else None
        if latin is not None and not _NO_LATIN.fullmatch(latin.group()):
            yield latin.end()
        return
    whole = _WHOLE.match(text, start, limit) if named else None
    if whole is not None and _is_foreign(text, start, whole.end(), held):
        yield whole.end()
    if (
        named
        and _SINGLE.match(text, start, limit)
        and shapes.is_full(run.group())
        and not _NO_VALUE.fullmatch(run.group())
    ):
        yield run.end()
    if held.is_ordinary(start, run.end()):
        return
    # Nothing is glued behind what ends with its cell: 작성자: 김수나.
    alone = _SINGLE.match(text, start, limit) is not None and shapes.is_full(run.group())
    for end in (*shapes.ends(text, start), *shapes.given_ends(text, start)):
        if end <= limit and _is_value(text, start, end, held, named=named):
            yield run.end() if alone else end


def _is_short_name(value: str, *, named: bool) -> bool:
    """Say whether a key's whole value is a name of one syllable, or one that people bear: 성명 : 솔, 담당 - 노을."""
    if _NO_VALUE.fullmatch(value):
        return False
    return is_given(value) if len(value) > 1 else named and value not in _NO_SYLLABLE


def _is_english(value: str) -> bool:
    first, *others = value.casefold().split(" ")
    return first in _ENGLISH_NAMES or (bool(others) and others[-1] in _ENGLISH_NAMES)


def _is_speaker(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether it is a full name, although it ends as words with a particle do: 한지만."""
    return shapes.is_full(text[start:end]) and not held.is_ordinary(start, end) and not held.is_titled(start, end)


def _is_value(text: str, start: int, end: int, held: Words, *, named: bool) -> bool:
    written = text[start:end]
    if _NO_VALUE.fullmatch(written) or not held.is_name(start, end):
        return False
    return named or is_given(written) or not held.is_word(start, end)


def _is_foreign(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether no word of a value is one of the language: 바트바야르 강바트, not 전체 직원."""
    parts = [(start + part.start(), start + part.end()) for part in re.finditer(r"[^ ]+", text[start:end])]
    if any(not held.is_name(*part) or held.is_word(*part) for part in parts):
        return False
    return not _NO_VALUE.search(text, start, end) and not _BODY.search(text, start, end)


# A department or a machine stands in a column of names, too.
_CELL: Final = re.compile(
    r"[가-힣]{2,4}(?<![팀부과실원반소사])|[가-힣]{1,5} [가-힣]{1,5}(?: [가-힣]{1,5})?(?<![팀부과실원반소사])"
)
_RUN: Final = re.compile(r"[가-힣]+")
_NAME_KEYS: Final = (
    r"(?:이름|성명|성함|실명|본명|예금주|수취인|(?:받는|보내는) ?(?:사람|분|이)|보낸 ?(?:사람|분)|full ?name|name)"
)
_WHOSE: Final = rf"(?:(?:{alternatives('role.announcer', 'role')}|한글|영문|국문|자녀|아동|아이|남편|부인|본인) ?)?"
_KEY: Final = re.compile(
    rf"(?<![가-힣A-Za-z])(?:(?<![가-힣] ){_WHOSE}(?P<name>{_NAME_KEYS})"
    rf"|(?:[가-힣]{{1,6}} ?)?{alternatives('role.announcer')}(?:명|님|자)?)"
    r"(?:\([^()\n]{1,10}\))?[\"'*]{0,2} ?(?P<mark>[:：=|\t]|->|→) {0,3}[\"'“‘(\[*]{0,2}",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(
    rf"(?<![가-힣A-Za-z])(?<![가-힣] ){_WHOSE}(?:(?P<name>{_NAME_KEYS})|{alternatives('role.announcer')}(?:명|님|자)?)"
    r"(?:\([^()\n]{1,10}\))?(?:(?P<mark>[은는이가]? ?(?:[:：=|\t]|->|→|[-–](?= )) {0,3}|[은는] )|[ ])"
    r"(?P<value>[가-힣]{1,3})(?=(?:님|씨)?[ ]{0,3}(?:\Z|[\n\t,(/|;]))",
    re.IGNORECASE,
)
# One syllable that is no name: how many, what, whose; sex and day.
_NO_SYLLABLE: Final = frozenset("수뭐란칸값순나너저남여월화목금토일상중하갑을병정외등명개건없무유")
_LETTER: Final = r"A-Za-zÀ-ɏḀ-ỿ"
_RECORD: Final = re.compile(
    r"[\"'](?:(?P<name>(?:first|last|full|family|given|middle|sur|real|customer|patient|member|employee"
    r"|contact|owner|holder"
    r"|recipient|sender)[_ -]?name|성명|이름|성함|고객명|예금주|수취인|수령인|환자명|학생명|직원명)"
    r"|manager|author|reviewer|assignee|owner|contact|담당자?|작성자|보호자|대표자?)[\"']\s{0,2}:\s{0,2}[\"']"
    rf"(?P<value>[{_LETTER}가-힣][{_LETTER}가-힣 .'\-]{{0,30}}?)[\"']",
    re.IGNORECASE,
)
_NAME_IN_LATIN: Final = rf"[A-Z][{_LETTER}'’\-]*[{_LETTER}](?: [A-Z][{_LETTER}'’\-]*[{_LETTER}]){{0,2}}"
# given_name=Summer, 성명(한글) 가을 (영문) Autumn, Assignee: Sky; what follows a key of work alone may be a team.
_IN_LATIN: Final = re.compile(
    r"(?:(?<![A-Za-z])(?i:first|last|given|family|full|middle|sur|real|customer|patient|member|employee|contact|holder)"
    r"[_ -]?(?i:name)=|\((?:영문|영어|로마자|(?i:english))(?:명| ?이름| ?성명)?\)[ ]?:?[ ]?"
    r"|(?m:^)[\s*\-]{0,6}(?P<told>(?i:assignee|reviewer|reporter|author|owner|approver|(?:prepared|signed|submitted) by"
    r"|contact|organi[sz]er|host))s?(?: ?[:：]| [-–]) ?)"
    rf"(?P<value>{_NAME_IN_LATIN})(?=[ ]{{0,3}}(?:\Z|[\n\t,(/|;&]|[a-z_]+=))"
)
_ENGLISH_NAMES: Final = folded(
    *("given.english", "given.english_rare", "surname.english", "given.romanised", "surname.romanised", "english.name")
)
_CLOCK: Final = r"(?:(?:오전|오후) ?)?[0-9]{1,2}:[0-9]{2}(?: ?[AP]M)?"
# [김서연] [오후 3:12] and 2025년 1월 14일 오후 2:25, 김서연 : of KakaoTalk's exports, 김서연 3:12 PM of Slack's.
_SPEAKER: Final = re.compile(
    rf"(?m)^(?:\[(?=[^\]\n]{{2,12}}\] \[?{_CLOCK})|.{{0,24}}{_CLOCK}, (?=[^:\n]{{2,12}} :)"
    rf"|(?=[가-힣]{{2,4}} {{1,3}}\[?{_CLOCK}\]?$))"
    r"(?P<value>[가-힣]{2,5})(?=(?:쌤|님)?(?:\]| :| {1,3}\[?(?:오|[0-9])))"
)
_MENTION: Final = re.compile(r"(?<![0-9A-Za-z가-힣])@(?P<value>[가-힣]{2,4}?)(?=님?(?:[^가-힣0-9A-Za-z_]|\Z))")
_HEAD: Final = Sought(
    re.compile(
        rf"(?:[가-힣]{{1,6}} ?)?{alternatives('role.head')}(?: ?\([^()]{{1,8}}\))?"
        r"|(?:full |first |last |customer |patient |employee |student )?name",
        re.IGNORECASE,
    )
)
# The department, or the company, that is told before a person's name.
_UNIT: Final = re.compile(
    rf"(?:[가-힣0-9A-Za-z]{{1,10}}{alternatives('ending.unit')}|\(주\)[가-힣A-Za-z]{{2,10}}) (?=[가-힣])"
)
_MORE: Final = re.compile(
    rf"(?: ?(?:{alternatives('title')})님?)?(?: ?\([^()\n]{{1,20}}\))?(?: ?[,·/、;&+] ?| ?및 |[와과] )(?=[가-힣])"
)
# Words of forms that stand where a name would, and the name that every form has.
_NO_VALUE: Final = re.compile(
    rf"{alternatives('nobody.value', 'role', 'role.announcer')}(?:님|들|요|함|필요|사항|예정|중|자|란|입니다|만)?"
)
_BODY: Final = re.compile(r"(?:집|원|소|점|팀|부|실|과|반|역|동|관|사|회|장|님|들)\Z")
_WHOLE: Final = re.compile(r"[가-힣]{2,6}(?: [가-힣]{1,6}){1,3}(?=[ ]{0,3}(?:\Z|[\n\t,(/|\"'<·;\]]))")
_SINGLE: Final = re.compile(r"[가-힣]{2,4}(?=[ ]{0,3}(?:\Z|[\n\t,(/|\"'<·;\]]))")
_LATIN: Final = re.compile(
    rf"[A-Z][{_LETTER}.'’\-]*(?:,? [A-Z][{_LETTER}.'’\-]*){{0,3}}(?=[ ]{{0,3}}(?:\Z|[\n\t,(/|\"<;\]]))"
)
_NO_LATIN: Final = re.compile(r"[A-Z0-9]{1,3}|(?:N/?A|TBD|None|Unassigned|Unknown|John Doe|Jane Doe|Hong Gil-?[dD]ong)")
