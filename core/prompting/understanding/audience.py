"""The audience: who reads, hears or gets the answer, apart from how hard its words may be."""

import re
from collections.abc import Iterator
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.addressee import recipient_of
from core.prompting.understanding.english_readership import is_somebody, names_english_reader, taught_in
from core.prompting.understanding.people import ends_in, is_said_to_be_person, is_self, listed, phrase_of
from core.prompting.understanding.readership import is_named_alone, names_reader
from core.prompting.understanding.restated_request import Restated
from core.prompting.understanding.speaking_time import is_script
from core.prompting.understanding.understanding import Introduction
from core.prompting.understanding.words import LONGEST

_TO_SEND: Final = re.compile(
    r"(?<!\S)(?P<who>\S{1,20}(?:\s\S{1,20}){0,3}?)(?:에게|한테|께|(?<=[댁네])에)\s(?:보낼|드릴|부칠|전할)\s"
    r"(?:\S{1,20}\s){0,2}?\S{0,20}(?:편지|메일|문자|카톡|메시지|쪽지|카드|글)"
)
# CTO가 영어권이라: what they are belongs to who they are
_BEING: Final = re.compile(
    r"^(?P<who>(?:\S+\s){0,3}?\S+?)(?:이|가)\s(?P<how>영어권|외국인|비전공자|비개발자|초보|어르신)(?:이?라(?:서)?)?(?:\s|$)"
)
_ADDRESSED: Final = 4  # words from who a text is for to what it is: 거래처 납기 지연 사과 메일
_READ_ALOUD: Final = re.compile(r"[이가서]\s(?:\S+\s){0,2}?(?:읽|낭독|진행)")
_READ_BY: Final = re.compile(r"읽을|낭독할")  # 결혼식에서 읽을 할아버지 편지: his own
_BEHIND_TEXT: Final = re.compile(r"(?:을|를|이|도|좀)$")
_TO: Final = re.compile(r"(?:에|에게|께|한테)$")
_PARTICLE: Final = re.compile(r"(?:은|는|을|를|이|가|고|서)$")
# What is said, what is asked for, and whether it has to be asked for: whoever is named so is somebody else.
_OTHERS: Final = (
    (re.compile(r"대상[은는:]|대상으로"), re.compile(r"연구|논문|실험|설문|조사|분석|통계|IRB"), True),
    (
        re.compile(r"상대방?[은는:]"),
        re.compile(r"메일|문자|편지|카톡|톡(?![가-힣])|메시지|글|쪽지|답장|발표|제안|번역|영어로"),
        False,
    ),
    (re.compile(r"면접관"), re.compile(r"질문|문답|시뮬|연습"), True),
    (
        re.compile(r"[볼봐읽]|보[려실는]"),
        re.compile(r"(?:영화|드라마|책|소설|만화|웹툰|공연|전시|뮤지컬|예능|다큐|애니|영상)\S{0,2}\s(?:\S+\s)?추천"),
        True,
    ),
)


def read_audience(request: Restated, introduction: Introduction) -> str:
    """Return who reads, in the person's own words; nothing where nobody is named."""
    asked = request.said[:LONGEST]
    if (sent := _TO_SEND.search(asked)) and not is_self(who := phrase_of(sent["who"].split())):
        return who  # 사돈댁에 보낼 편지, which 며느리 reads first
    for clause in (*introduction.readers, *(wish.said for wish in introduction.read)):
        if because := _BEING.match(clause):
            return f"{because['how']} {because['who']}"
    for clause in _clauses(introduction):
        if _is_another(clause, asked):
            continue
        if who := names_reader(clause):
            return who
    alone = (reader for reader in introduction.readers if is_named_alone(reader) and not _is_another(reader, asked))
    return next(alone, "") or _in_request(asked)


def _is_another(clause: str, asked: str) -> bool:
    """Whether somebody is named who does not read what is asked for.

    Whom a study is about, the other side of a contract, who asks in the interview that is prepared for, who reads a
    speech aloud, with whom a film is seen.
    """
    return any(of.search(clause) and (asks.search(asked) is not None) is holds for of, asks, holds in _OTHERS) or (
        _READ_ALOUD.search(clause) is not None and is_script(asked)
    )


def _clauses(introduction: Introduction) -> Iterator[str]:
    """Yield what was told beside the request, clause by clause, the readers first."""
    yield from introduction.readers
    yield from introduction.facts
    yield from (wish.said for wish in introduction.read)
    yield from introduction.who


def _in_request(asked: str) -> str:
    if not is_korean(asked):
        found = names_english_reader(asked) or taught_in(asked) or recipient_of(asked) or ""
        return found if is_somebody(found) else ""
    return names_reader(asked) or _addressed(asked.split())


def _addressed(parts: list[str]) -> str:
    """Return for whom a text is that is named behind them: 학부모 안내문, 거래처 사과 메일, 신입사원 온보딩 가이드."""
    for at, word in enumerate(parts):
        text = _BEHIND_TEXT.sub("", word)
        is_sent, is_taught = ends_in(text, "addressed"), ends_in(text, "taught")
        if not (is_sent or is_taught):
            continue
        for start in range(at - 1, max(at - _ADDRESSED, -1), -1):
            who = _TO.sub("", parts[start])
            if start and _READ_BY.match(parts[start - 1]):
                return ""
            if (is_sent and (is_said_to_be_person(who) or ends_in(who, "counterparts"))) or (
                is_taught and ends_in(re.sub("(?:님)?들$", "", who), "learners")
            ):
                return phrase_of([*parts[:start], who])
            if _PARTICLE.search(parts[start]) and parts[start] not in listed("texts"):
                break
    return ""
