"""Reporting: demands that somebody else has made (팀장이 짧게 쓰래요), and what a text must tell (5층으로 오라고)."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.understanding.hangul import final, with_final
from core.prompting.understanding.predicates import Mood, Predicate
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.words import alternatives

_SAYS: Final = r"(?:하|했|해|함|합|지시|시키|시켰|말씀|그러|그랬|당부)\S*"
_SAID: Final = re.compile(
    rf"^(?P<said>.*?[가-힣])(?:(?:으?라고|래)\s?{_SAYS}|으?라(?:셨|심|십)\S*|으?래(?:요|서|네요?)?|으?랬\S*|으?랍니다|으?라네요?)$"
)
_LEFT_OPEN: Final = re.compile(r"^(?P<said>.*?[가-힣])으?라고$")  # 팀장이 길게 쓰지 말라고
_BY_WHOM: Final = re.compile(
    rf"^(?P<who>(?:\S+\s)?(?:\S*(?:{alternatives('readers')})|\S+[님장]))(?:이|가|께서|은|는)\s(?P<rest>\S.*)$"
)
# What the person wants told: 9시까지 오라고 해주세요, 못 간다고 전해 줘. Somebody else's demand has no 주다 behind it.
_ASKS_TO_TELL: Final = re.compile(
    r"(?P<told>[다라자냐]고)\s?(?:꼭\s)?(?:말|전|알려|적어|써|알리|전달|안내)?\s?(?:해|전해|말해|알려|적어|써)\s?(?:주|줘|달)[가-힣]*[\s.!~ㅎㅋㅠ]*$"
)
# 부모님은 공기업 가라고, 선배가 더 짧게 하라고: what they say to whoever asks, and nothing to pass on.
_OF_SOMEBODY: Final = re.compile(
    rf"^(?:\S+\s)?\S*(?:{alternatives('readers')}|[님모빠마배]|남편|아내|친구)(?:이|가|께서|은|는)\s\S.*[라자]고(?:요)?$"
)
_NEAR_ONE: Final = re.compile(
    r"(?:남친|여친|남자친구|여자친구|엄마|아빠|어머니|아버지|부모님|남편|아내|와이프|신랑|친구|동기|동생|언니|누나|오빠|형|선배|후배|딸|아들|할머니|할아버지)$"
)
_TOLD: Final = re.compile(r"[다라자냐]고(?:만|도|는|요)?(?:\s꼭)?$")


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody wants done, as a predicate that asks for it or forbids it; `who` is empty where nobody is named."""

    predicate: Predicate
    who: str


def read_report(clause: str) -> Reported | None:
    """Read a demand that was reported: 팀장님이 표로 그리라고 하셨어요, 영어 쓰지 말래요."""
    named = _BY_WHOM.match(clause)
    who, rest = (named["who"], named["rest"]) if named else ("", clause)
    if _NEAR_ONE.search(who):  # 남친은 무조건 세게 하라는데: advice, which the person has yet to weigh
        return None
    found = _SAID.match(rest) or (named and _LEFT_OPEN.match(rest))
    if not found:
        return None
    said = found["said"]
    head, blank, word = said.rpartition(" ")
    banned = re.match(r"^(?P<before>.*?)(?P<stem>[^\s]+)지(?:는|도|를)?\s?말$", said)
    if banned:
        return Reported(Predicate(banned["before"], banned["stem"], "지 말", Mood.BAN), who)
    stem = with_final(word, "ㄹ") if word in {"만드", "푸", "다", "드", "거"} else word
    return (
        None
        if not stem or final(stem[-1]) == "ㄴ"
        else Reported(Predicate(head + blank, stem, "라", Mood.REQUEST), who)
    )


def tells(clause: str) -> bool:
    """Whether a clause is what the text must tell somebody: 9시까지 5층으로 오라고, 늦어도 된다고."""
    told = _TOLD.search(clause)
    if told is None or _OF_SOMEBODY.match(clause) is not None:
        return False
    return not is_role(clause[: told.start() + 1])  # 빌라 세입자고요: 자 of a noun


def passed_on(told: str) -> str:
    """Return the verb for passing on what was said: 달라고 → 요청하, 오냐고 → 묻, 오라고 → 알리."""
    if re.search(r"(?:달라|[아어여해와워]\s?달라|주라)고$", told):
        return "요청하"
    return "묻" if told.endswith("냐고") else "알리"


def asks_to_tell(sentence: str) -> bool:
    """Whether a sentence says what the text must tell its reader, and nothing else."""
    return "," not in sentence and _ASKS_TO_TELL.search(sentence) is not None


def told_in(clause: str) -> str:
    """Return what a clause wants told, without the words that ask for it: 9시까지 5층으로 오라고."""
    found = _ASKS_TO_TELL.search(clause)
    return clause[: found.end("told")] if found and "," not in clause else clause
