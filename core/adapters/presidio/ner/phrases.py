"""Phrases: sentences that say themselves where a name stands, whatever the tagger and the lists make of it.

A statement about oneself (저는 …입니다), a role (피고인 …), a title (… 과장), a call (…야, …한테), a compound surname.
"""

import re
from collections.abc import Iterator
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, folded, words
from core.adapters.presidio.ner import shapes
from core.adapters.presidio.ner.fields import NameInField
from core.adapters.presidio.ner.shapes import COPULA, DOUBLE
from core.adapters.presidio.ner.words import Words, is_common, is_given


def phrases(text: str, held: Words) -> Iterator[NameInField]:
    """Yield the names that stand in such phrases."""
    yield from _spoken(text, held)
    yield from _in_english(text)
    yield from _in_a_role(text, held)
    yield from _double(text)
    yield from _owning(text, held)
    for call in _CALL.finditer(text):
        start, end = call.span("name")
        if _is_called(text, start, end, held):
            yield NameInField(start, end, "call")


def _spoken(text: str, held: Words) -> Iterator[NameInField]:
    for said in _SPEAKING.finditer(text):
        told = said["name"] is not None
        if told and _is_of_a_thing(text, said.start(), held):
            continue
        stop = min(_clause_end(text, said.end()), said.end() + _REACH)
        for word in _SAID_WORD.finditer(text, said.end(), stop):
            who = word.span("who")
            full = shapes.is_full(word["who"]) and (len(word["who"]) > len("허균") or told)
            if not told and _TOPIC.search(text, said.end(), who[0]):
                continue
            named = held.is_name(*who) and (is_given(word["who"]) or not held.is_word(*who))
            if (full or told) and (named or (told and word["who"] in _FAMOUS)):
                yield NameInField(*who, "self")


def _in_english(text: str) -> Iterator[NameInField]:
    """Yield who says in English who they are: My name's Newton, this is Lincoln from accounting."""
    for said in _SPEAKING_ENGLISH.finditer(text):
        parts = said["name"].casefold().split(" ")
        known = parts[0] in _GIVEN_IN_ENGLISH or parts[-1] in _SURNAMES_IN_ENGLISH or said["name"] in _FAMOUS
        if known or said["told"] is not None:
            yield NameInField(*said.span("name"), "self")


def _is_of_a_thing(text: str, start: int, held: Words) -> bool:
    """Say whether it is the name of a company, a blog or a file: 회사 이름은, but 성은 위씨고 이름은."""
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    return before is not None and before[1] not in _PERSONS and held.is_noun(*before.span(1))


def _in_a_role(text: str, held: Words) -> Iterator[NameInField]:
    for role in _ROLE.finditer(text):
        start = role.end()
        for end in shapes.ends(text, start):
            if text[start : end - 1] in _GIVEN and text[end - 1] in "이가은는을를도의":
                continue
            if end - start >= len("김하늘") and held.is_name(start, end) and not held.is_word(start, end):
                yield NameInField(start, end, "role")
                break
        else:
            given = _GIVEN_SUBJECT.match(text, start) if _RELATIVE.search(text, role.start(), start) else None
            if given and given[1] not in _ABSTRACT and _is_called(text, start, given.end(1), held):
                yield NameInField(start, given.end(1), "role")


def _double(text: str) -> Iterator[NameInField]:
    """Yield full names with a compound surname, whatever is glued behind them."""
    for run in _DOUBLE.finditer(text):
        start = run.start()
        if run.group() in _DOUBLE_WORDS or shapes.is_tailed(text, start + 2):
            continue
        end = next((end for end in shapes.ends(text, start) if end - start > len("황보")), None)
        if end is not None and not is_common(text[start:end]) and text[start:end] not in _DOUBLE_WORDS:
            yield NameInField(start, end, "surname")


def _owning(text: str, held: Words) -> Iterator[NameInField]:
    """Yield whose birthday, telephone or son it is: 오이진의 생일은."""
    for owner in _OWNER.finditer(text):
        who = owner.span("name")
        if shapes.is_full(owner["name"]) and not held.is_word(*who):
            yield NameInField(*who, "owner")


def _is_called(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether it is a given name: one that people bear, or no word and made of their syllables."""
    if is_given(text[start:end]):
        return True
    return _SYLLABLES.issuperset(text[start:end]) and held.is_name(start, end) and not held.is_word(start, end)


def _clause_end(text: str, place: int) -> int:
    end = _CLAUSE_END.search(text, place)
    return end.start() if end else len(text)


_OWNER: Final = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3,4})의 (?:생일|생년월일|전화|연락처|휴대폰|핸드폰|집 ?주소|이메일|메일"
    r"|계좌|주민|여권"
    r"|학번|사번|비밀번호|비번|아내|남편|아들|딸|어머니|아버지|엄마|아빠|담임|보호자|이력서)"
)
_REACH: Final = 40
_CLAUSE_END: Final = re.compile(r"[\n!?]|\.(?![0-9A-Za-z])")
# What another thing or person is said to be: 존경하는 인물은 이순신입니다.
_TOPIC: Final = re.compile(r"[가-힣][은이가] \Z|[가-힣][은이가] (?=[가-힣]{2,4}\Z)")
_WORD_BEFORE: Final = re.compile(r"([가-힣]{1,12}) ?\Z")
_PERSONS: Final = words("role", "role.announcer", "title")
_GIVEN: Final = words("given", "given.word")
_SYLLABLES: Final = words("given.syllable")
_SPEAKING: Final = re.compile(
    r"(?<![가-힣])(?:(?P<name>(?:(?:제|내|저의|나의|저희|본인|아이|아들|딸|고객님?|환자분?|한국"
    r"|우리 (?:아이|애|딸|아들|아기|엄마|아빠)) ?)?"
    r"(?:이름|성함|성명|본명|실명)(?:은|이|을))"
    r"|저는|저 |전|제가|나는|내가|난|나 |안녕하세요[.,!~]{0,2}|안녕하십니까[.,!]?|반갑습니다[.,!]?) ?"
)
_SAID_WORD: Final = re.compile(rf"(?<![가-힣])(?P<who>[가-힣]{{2,4}}?)(?={COPULA}(?![가-힣])|[이가] 아니라)")
_FAMOUS: Final = words("famous", "famous.namesake", "famous.borne", "famous.star", "foreign")
_GIVEN_IN_ENGLISH: Final = folded("given.english", "given.romanised")
_SURNAMES_IN_ENGLISH: Final = folded("surname.english", "surname.romanised")
_SPEAKING_ENGLISH: Final = re.compile(
    r"(?<![A-Za-z])(?:(?P<told>(?i:my (?:full |first |last )?name(?: is|['’]s) ))|(?i:this is|i am|i['’]m) )"
    r"(?P<name>[A-Z][a-z'’\-]*[a-z](?: [A-Z][A-Za-z'’\-]*[a-z]){0,2})(?![A-Za-z'’])"
    r"(?(told)|(?=,? (?:from|calling|speaking|writing)(?![a-z])|, (?:the|your|an?|head|manager)(?![a-z])| with the ))"
)
_ROLE: Final = re.compile(rf"(?<![가-힣])(?:{alternatives('role', 'role.announcer')}) (?=[가-힣])")
_RELATIVE: Final = re.compile(rf"{alternatives('role.relative')} \Z")
_GIVEN_SUBJECT: Final = re.compile(r"([가-힣]{2})이?(?:[은는이가을를도랑]|한테|이랑|네)(?![가-힣])")
# Given names that are more often what they mean, even of somebody's.
_ABSTRACT: Final = frozenset(
    ("사랑", "희망", "소망", "미래", "행복", "나라", "하루", "하나", "진실", "정의", "평화", "소리", "승리", "미소")
)
_DOUBLE: Final = re.compile(rf"(?<![가-힣])(?:{'|'.join(DOUBLE)})[가-힣]{{1,8}}")
_DOUBLE_WORDS: Final = frozenset(
    ("동방신기", "서문시장", "제갈공명", "제갈량", "독고다이", "동방예의", "동방박사", "동방불패")
)
_KIN: Final = (
    r"(?:맘|엄마|아빠|어머님|아버님|어머니|아버지|언니|오빠|누나|누님|형님|이모|삼촌|고모|선생님|할머니"
    r"|할아버지|어르신|여사님"
    r"|형제님?|자매님?)"
)
_CALL: Final = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2})(?="
    r" ?(?:님|씨|쌤)(?:[,.!?~ㅋㅎㅠ\s)]|께|은|는|이|가|을|를|의|도|한테|에게|이랑|랑|하고|과|들|\Z)"
    rf"| ?{_KIN}(?:[^가-힣]|[이가은는께의]|한테|네|입니다|예요|\Z)"
    r"|[아야](?:[,!~ㅠㅜㅋㅎ.\s]|\Z)"
    r"|(?:한테|이한테|이랑|이가|이네|이는|이를|이도)(?![가-힣]))"
)
