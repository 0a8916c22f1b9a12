"""Readership: clauses and requests that name who will read, hear or get the answer.

A reader is told by a label (독자는 …), by what the answer is meant for (본부장님 결재용, 신입생 대상), by a verb of
reading (학부모들이 읽을거라) or by one of giving (교수님께 낼 거).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.english_readership import is_somebody, names_english_reader, names_subject
from core.prompting.understanding.people import (
    MARKS,
    is_said_to_be_person,
    is_self,
    listed,
    names_group,
    names_person,
    phrase_of,
)
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.recipient_phrases import (
    JUDGING,
    REACH,
    given_with,
    is_for_them,
    is_text,
    read_by,
    shown,
)
from core.prompting.understanding.words import LONGEST, words

_PARTICLE: Final = re.compile(r"^(?P<stem>\S+?)(?P<role>에게|한테|께|이|가|께서|도|만|에|으로|로|랑)(?:도|만|는|요)?$")
_NO_PARTICLE: Final = frozenset({"같이", "그저께", "많이", "어저께", "없이", "엊그저께", "함께"})
_SUBJECT: Final = frozenset({"가", "께서", "이"})
_TO: Final = frozenset({"께", "에게", "한테"})
_TO_BODY: Final = frozenset({"로", "에", "으로"})
# 인사팀에서 내라고 해서요: who has asked for it reads it
_ASKED_FOR: Final = re.compile(
    r"(?:\S+\s){0,4}?(?:내|제출하|보고하|보내|올리|쓰|적으|작성하|정리하|써오|해오)(?:라고|라셔서|래|랬|라는|라네요?|랍니다)"
)
_FOR: Final = "공유|공지|교육|발표|배포|보고|브리핑|미팅|설명|안내|전달|제출|피칭|회람|PT"
_MEANT: Final = re.compile(rf"^(?P<who>\S*?)(?P<act>{JUDGING}|{_FOR})?용(?P<end>(?:으로|이|임|인|입|예|에)\S*)?$")
_ACT: Final = re.compile(
    rf"^(?P<act>{JUDGING}|{_FOR})(?P<end>예정\S*|이에요|예요|입니다|임|이?라\S*|인데\S*|할|해야|합니다|해요|하려\S*|하는|하고"
    r"|을|를|받\S*|올\S*|자료\S*|건)?$"
)
_BEHIND_ACT: Final = re.compile(
    r"(?:받[아을는고]|올[릴려라]|예정|자료|건|때|에서|할|해야|들어가|맡|합니다|해요|함|하려)"
)
_OF_THEM: Final = frozenset({"심사", "평가", "채점"})  # 직원 평가: of them, unless it says 용
_OWN: Final = frozenset(
    {"공지", "교육", "설명", "안내"}
)  # 병원 안내, 헬스장 공지: from them, where no people are named
_AIMED: Final = re.compile(
    r"^(?P<who>\S*?)(?:대상|타깃|타겟|눈높이|상대로)(?P<end>(?:임|인|입|예|에|이|으?로|용|의)\S*)?$"
)
_STUDIED: Final = re.compile(r"^(?:한|하는|했|해서|연구|설문|조사|실험|분석|진행한|인터뷰)")
_IS: Final = re.compile(r"^(?:이|임|입|예|에)")
_PERFORMS: Final = re.compile(r"(?:발표|연설|낭독|읽|진행|설명|피칭|공연|시연|합니다|해요|할|하는|함|해야)")
_TRAVELS: Final = re.compile(
    r"(?:저|나|저희|우리)(?:는|도)$|[제내]가$|오늘|내일|모레|주말|방학|명절|추석|설날|[0-9]{1,2}(?:월|일|시)|다음|이번|매[주달일]|자주|가끔|곧"
)
_HANDED: Final = re.compile(
    r"^(?:드릴|보여드릴|보여줄|나눠줄|나눠드릴|보낼|돌릴|볼|보실|읽을|읽으실|들을|들으실|풀|듣는|보는|읽는|보여[주줄드]\S*|드려야|드리려\S*)"
    r"(?:거|것|건)?(?:예요|야|라|임|고|니까)?$"
)
_BEFORE_NOUN: Final = frozenset("낼는돌들드릴볼실을줄풀")
_CHANNEL: Final = re.compile(r"^(?P<who>\S*?)(?:단톡방?|톡방|카톡방|단체방|채팅방|밴드|게시판|커뮤니티|채널)$")
_LABEL: Final = re.compile(r"^(?P<label>[가-힣]+?)(?:분들|님들|분|들)?(?P<role>은|는|이|가|:)$")
# Of these labels a name of somebody has to follow (대상은 정수기 12대); 독자는 왕초보 says who they are in any words.
_OF_ANYTHING: Final = frozenset({"대상", "상대", "상대방", "수강생", "수신", "수신처", "응답자", "제출처", "참석자"})
_JUDGES: Final = frozenset({"관객", "면접관", "심사위원", "심사자", "채점자", "청중", "평가자"})
_WHO_READS: Final = re.compile(
    rf"(?:\S*(?:읽|보|듣|받|확인하|(?:{JUDGING})하)(?:으?시)?는|볼|보실|읽으?실?을?|들을|들으실|받을|받으실)\s(?:분|사람|이|쪽|곳)$"
)
_COPULA: Final = re.compile(
    r"(?:이에요|예요|에요|입니다|이세요|세요|이야|야|임|이고요?|고요|이며|이라서?|라서|인데요?|이구요|이니까|이라고|[이가])$"
)
_MOST: Final = re.compile(r"(?:거의|대부분|보통|주로)$")
_NOBODY: Final = re.compile(
    r"역할|아직|미정|모[름르]|몰라|정해|[없있][음어는습]|싫|많|적[음은어]|[못안]\s?함|[0-9](?:월|일|시|분|개|원)|오늘|내일|모레"
    r"|이번|다음|(?:음|함|합니다|해요|어요|아요)$"
)
_UNKNOWN: Final = re.compile(r"미정|모름|몰라|없")


def names_reader(clause: str) -> str:
    """Return whom a clause names as reader, listener or recipient; nothing where it names nobody."""
    text = clause.strip(MARKS)
    if not text or len(text) > LONGEST:
        return ""
    if not is_korean(text):
        return names_english_reader(text)
    parts = text.split()
    found = (who for find in (_labelled, _meant_for, _reading, _given) for who in find(parts))
    return next((who for who in found if who and not is_self(who)), "")


def is_named_alone(clause: str) -> str:
    """Return somebody who is named and nothing said of them: 경제지 기자들, my team of nine."""
    text = clause.strip(MARKS)
    if not is_korean(text):
        return names_subject(text) or (text if is_somebody(text) else "")
    parts = re.sub(r"(?:에게|한테|께|용)$", "", text).split()
    who = _person(parts) if len(parts) <= REACH else ""
    is_told = any(re.search(r"[가-힣](?:은|는)$", part) for part in parts[:-1])
    return who if who == " ".join(parts) and not is_told and not read_predicate(text) else ""


def _labelled(parts: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(parts[:-1]):
        if not (found := _LABEL.match(word)):
            continue
        is_most = _MOST.match(parts[at + 1]) is not None
        one = found["label"] if is_most or found["role"] not in _SUBJECT else ""
        two = f"{parts[at - 1]} {found['label']}" if at else ""
        label = next((name for name in (two, one) if name in listed("labels") or _WHO_READS.match(name)), "")
        judging = re.fullmatch(JUDGING, one) is not None
        who = " ".join(_until_copula(parts[at + 1 : at + 1 + REACH]))
        is_anybody = names_person(who) or names_group(who)
        if label and _NOBODY.search(who):
            yield label if label in _JUDGES and not _UNKNOWN.search(who) else ""  # 심사위원은 결과를 궁금해함
        elif label and (is_anybody or label not in _OF_ANYTHING | _JUDGES):
            yield who
        elif judging and is_anybody:
            yield shown(who, one)  # 채점은 조교님
        elif is_most and one and names_person(one) and names_person(who) and not is_self(parts[0]):
            yield who  # 손님은 대부분 대만분들이에요


def _until_copula(parts: Sequence[str]) -> Iterator[str]:
    """Yield the words that are said to be the reader, up to 이에요; without it, those that name somebody."""
    read: list[str] = []
    for at, word in enumerate(parts):
        bare = word.strip(MARKS)
        end = _COPULA.search(bare)
        if (
            end
            and len(bare) > len(end.group())
            and bare not in listed("people")
            and (end.group() not in _SUBJECT or names_person(bare[:-1]))
        ):
            yield from (*read, bare[: end.start()])
            return
        if not _MOST.match(bare):
            read.append(bare)
        if word != bare or (at == len(parts) - 1 and _NOBODY.search(bare)):
            yield from read  # 관객은 거의 우리 팀 이름도 모름
            return
    named = max((at for at in range(1, len(read) + 1) if names_person(" ".join(read[:at]))), default=len(read))
    yield from read[:named]


def _meant_for(parts: Sequence[str]) -> Iterator[str]:
    if "따로" in parts or "별도로" in parts:
        return  # 해설은 선생님용으로 따로: a part
    for at, word in enumerate(parts):
        before, bare, behind = parts[:at], word.strip(MARKS), parts[at + 1 : at + 5]
        goes_with = not behind or word != bare or any(map(is_text, behind))
        yield _used_by(before, bare, goes_with=goes_with)
        yield _acted_on_by(before, bare, behind)
        yield _aimed_at(before, bare, behind, goes_with=goes_with)
        if bare in {"위한", "위해", "위해서"} and goes_with:
            yield _person([*before[:-1], *(re.sub(r"(?:을|를)$", "", each) for each in before[-1:])])
        if bare == "앞에서" and any(map(_PERFORMS.match, behind[:3])):
            yield _person(before)


def _used_by(before: Sequence[str], word: str, *, goes_with: bool) -> str:
    """Return for whose use it is: 본부장님 결재용, 초등학생용 교재, but not 아동용 자전거."""
    found = _MEANT.match(word)
    if not found or not (found["act"] or found["who"]):
        return ""
    who = _person([*before, found["who"]])
    if found["act"] or ((found["end"] or goes_with) and names_person(who)):
        return shown(who, found["act"] or "")
    return ""


def _acted_on_by(before: Sequence[str], word: str, behind: Sequence[str]) -> str:
    """Return who is to judge it or to be told: 원장님 승인 받아야, 이사회 보고 자료."""
    found = _ACT.match(word)
    if not found:
        return ""
    end = found["end"]
    of_them = found["act"] in _OF_THEM and (end is None or end.startswith("자료"))
    goes_on = end in {None, "을", "를"} and behind and not _BEHIND_ACT.match(behind[0])
    is_own = found["act"] in _OWN and not any(map(is_said_to_be_person, before[-2:]))
    return "" if of_them or goes_on or is_own else shown(_person(before), found["act"])


def _aimed_at(before: Sequence[str], word: str, behind: Sequence[str], *, goes_with: bool) -> str:
    """Return at whom it is aimed: 신입생 대상, 20대가 타깃이에요, but not 간호사 200명을 대상으로 연구."""
    found = _AIMED.match(word)
    if not found:
        return ""
    end = found["end"] or ""
    if (end.startswith(("으로", "의")) and behind and _STUDIED.match(behind[0])) or not (end or goes_with):
        return ""
    return _person(_without_subject(before) if not found["who"] and _IS.match(end) else [*before, found["who"]])


def _without_subject(parts: Sequence[str]) -> list[str]:
    """Return words without the particle behind the last: 20대가 타깃이에요."""
    return [*parts[:-1], *(re.sub(r"(?:이|가)$", "", part) for part in parts[-1:])]


def _reading(parts: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(parts):
        stem, role = _parted(word)
        behind = parts[at + 1 : at + 1 + REACH]
        body = word.removesuffix("에서") if word.endswith("에서") else stem
        if (body != stem or role in _SUBJECT) and _ASKED_FOR.match(" ".join(behind)):
            yield _person([*parts[:at], body])
        if role in _SUBJECT | {"도", "만"} and (act := read_by(behind)):
            yield shown(_person([*parts[:at], stem]), act)


def _given(parts: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(parts):
        if at and _acts(parts[at - 1]):
            return  # 플레이어가 노인에게 건네는: told of others
        stem, role = _parted(word)
        before, behind = [*parts[:at], stem], parts[at + 1 : at + 1 + REACH]
        is_person = role in _TO and (role != "께" or _person(before) != "")
        is_body = role in _TO_BODY and names_group(stem)
        if behind and behind[0].startswith("갑니다") and any(map(_TRAVELS.match, parts[:at])):
            return  # 주말에 부모님께 갑니다
        if (is_person or is_body) and (act := given_with(behind, is_person=is_person)):
            yield shown(phrase_of(before), act)
        elif role == "에" and (found := _CHANNEL.match(stem)) and given_with(behind, is_person=False):
            yield _person([*parts[:at], found["who"]])
        elif role == "랑" and behind and behind[0].startswith("공유"):
            yield _person([*parts[:at], stem.removesuffix("이")])
        elif at and _is_handed(word, behind):
            yield _person(_without_adverbs(parts[:at]))


def _without_adverbs(parts: Sequence[str]) -> Sequence[str]:
    """Return words without what says how (하객들 다 듣는)."""
    while parts and parts[-1] in words("adverbs"):
        parts = parts[:-1]
    return parts


def _is_handed(word: str, behind: Sequence[str]) -> bool:
    """Whether a verb behind a bare name says that they get a text: 과장님 드릴 파일, 단골들 서운하지 않게."""
    found = _HANDED.match(word)
    if found and (not behind or word[-1] not in _BEFORE_NOUN or any(map(is_text, behind[:2]))):
        return True
    return is_for_them([word, *behind[:2]])


def _acts(word: str) -> bool:
    stem, role = _parted(word)
    return role in _SUBJECT and names_person(stem)


def _parted(word: str) -> tuple[str, str]:
    """Return a word without its particle, and the particle."""
    bare = word.strip(MARKS)
    found = None if bare in _NO_PARTICLE else _PARTICLE.match(bare)
    return (found["stem"], found["role"]) if found else (bare, "")


def _person(parts: Sequence[str]) -> str:
    """Return the noun phrase at the end of some words, where it names somebody."""
    left = [part for part in parts if part]
    if not left or left[-1] != left[-1].rstrip(".,!?"):
        return ""
    end = " ".join(left[-3:])
    return phrase_of(left) if names_person(end) or names_group(end) else ""
