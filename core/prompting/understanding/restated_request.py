"""The request restated as one instruction to an AI, what it begins with before it, and what comes along beside it."""

import re
from dataclasses import dataclass
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.accounts import is_account
from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.english_imperatives import imperative, instruct_english
from core.prompting.understanding.korean_demands import instruct_korean
from core.prompting.understanding.korean_requests import instruct_request, only_presses, to_do, wanted_thing
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.reported_speech import tells
from core.prompting.understanding.sentences import marked_sentences, split_request
from core.prompting.understanding.typos import mend
from core.prompting.understanding.words import LONGEST
from core.values.locale import Locale

QUOTED: Final = 160  # characters up to which a request that is not turned stays whole
_LEADING: Final = 80  # characters of a sentence that leads; a longer one tells more than what the request is about
_TOLD: Final = frozenset({ClausePlace.FACTS, ClausePlace.QUESTIONS})  # what a request that is quoted has said
_LEADS: Final = _TOLD | {ClausePlace.WISHES}  # neither who asks nor who reads
_FULL_STOP: Final = re.compile(r"[가-힣)][.!]\s")  # 방수공사 안내문. 세입자 6가구한테 …: the thing stands alone
_STATED: Final = re.compile(r"^[^:.!?\n]{1,30}(?::\s|=)\S")  # 받는 사람: 거래처 is no demand to be put into words
_GOES_ON: Final = re.compile(r"[는은인한던운]데$")


@dataclass(frozen=True, slots=True)
class Restated:
    """A request as an instruction; `is_noun` where it only names a thing and the intent must say what to do.

    `said` is what asks, as typed; `text` is empty where its verb is not read surely. `lead` is the sentence before
    it, as typed, which says what it is about; `others` are the clauses beside, `typed` is all of it.
    """

    text: str = ""
    is_noun: bool = False
    said: str = ""
    others: tuple[str, ...] = ()
    lead: str = ""
    typed: str = ""


def restate(purpose: str, locale: Locale) -> Restated:
    """Return a request as an instruction: -ㅂ니다 form in Korean, imperative in English."""
    del locale  # a request is turned in the language it was typed in
    clauses, at = clauses_of(purpose)
    if not clauses:
        return Restated(is_noun=True)
    said, typed = clauses[at], " ".join(purpose.split())
    if is_account([each for each in marked_sentences(purpose) if each.strip()]):
        return Restated(said=typed, typed=typed)
    text, is_noun = _turned(said)
    beside = [clause for index, clause in enumerate(clauses) if index != at]
    only_names = is_noun and len(clauses) > 1 and _asking(said) == _NAMED
    is_apart = at == 0 and is_noun and _FULL_STOP.search(purpose) is not None
    if (not text or only_names) and not is_apart and len(purpose) <= QUOTED and is_korean(purpose):
        return Restated(
            said=typed, others=tuple(clause for clause in beside if not _is_only(clause, _TOLD)), typed=typed
        )
    lead = next((clause for clause in clauses[:at] if len(clause) <= _LEADING and _is_only(clause, _LEADS)), "")
    return Restated(text, is_noun, said, tuple(clause for clause in beside if clause is not lead), lead, typed)


def clauses_of(purpose: str) -> tuple[list[str], int]:
    """Return the clauses of a request and which of them asks most clearly."""
    clauses = [clause for clause in _joined(split_request(purpose)) if not only_presses(clause)]
    return clauses, max(range(len(clauses)), key=lambda index: (_asking(clauses[index]), -index), default=0)


def instruct(demand: str) -> str:
    """Return a demand as an instruction in its own language without a full stop, every content word kept."""
    if len(demand) > LONGEST or _STATED.match(demand):
        return demand.strip()
    return instruct_korean(demand) if is_korean(demand) else instruct_english(demand)


def _joined(clauses: tuple[str, ...]) -> list[str]:
    """Join what goes on behind a comma: 배포하다 에러났는데, 원인 찾아줘."""
    joined: list[str] = []
    for clause in clauses:
        if joined and _GOES_ON.search(joined[-1]):
            joined[-1] = f"{joined[-1]}, {clause}"
        else:
            joined.append(clause)
    return joined


def _is_only(clause: str, places: frozenset[ClausePlace]) -> bool:
    return {one.place for one in place_clauses(clause)} <= places


def _turned(clause: str) -> tuple[str, bool]:
    if len(clause) > LONGEST:
        return "", False
    return instruct_request(clause) if is_korean(clause) else imperative(clause)


_LABELLED: Final = re.compile(r"(?:주제|제목|소재|대상|목적|배경|상황)(?:은|는|:)\s")
_NAMED, _WANTED, _ASKED, _MADE, _TURNED = range(1, 6)
_REQUESTS: Final = frozenset({Mood.REQUEST, Mood.IMPERATIVE})
_ASKS: Final = frozenset({Mood.QUESTION, Mood.ASKED})
_WANTS: Final = frozenset({Mood.MUST, Mood.WANT, Mood.WISH, Mood.TOLD_TO})


def _asking(clause: str) -> int:
    """Say how clearly a clause asks for something."""
    # 집 보고 싶다고: what is to be told; 주제는 플라스틱 줄이기: what it is about
    if len(clause) > LONGEST or tells(clause) or _LABELLED.match(clause):
        return 0
    text, is_noun = _turned(clause)
    if not is_korean(clause):
        return (_NAMED if is_noun else _TURNED) if text else _ASKED
    if is_noun:
        return _ASKED if wanted_thing(clause) else _NAMED
    predicate = read_predicate(mend(clause))
    mood = predicate.mood if predicate else Mood.TOLD
    if text:
        return _MADE if mood in _WANTS or to_do(mend(clause).strip(" .!~")) else _TURNED
    if mood in _REQUESTS | _ASKS or clause.rstrip().endswith("?"):
        return _ASKED
    return _WANTED if mood in _WANTS else 0
