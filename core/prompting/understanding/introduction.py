"""The introduction: each clause of what a person said of themselves and the work, put where it belongs."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.counts import kinds_in
from core.prompting.understanding.demands import read_demand, read_requirement
from core.prompting.understanding.facts import ask, state
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.mending import mend
from core.prompting.understanding.places import Place, Placed, example_in
from core.prompting.understanding.reasons import reason
from core.prompting.understanding.requester import state_who
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.understanding import Demand, Introduction, Requirement

# What stands in a run-on segment, and is not said again beside it; who reads decides more than the words.
_IN_RUN_ON: Final = frozenset({Place.WHO, Place.FACTS, Place.QUESTIONS})
_LEADING: Final = re.compile(r"^(?:근데|그런데|그리고|참고로|아 ?참)[,\s]+")
_INSTRUCTS: Final = re.compile(r"[가-힣]니다$")
# What makes of a demand more than one: a contrast, a reason that the person gives of themselves.
_GOES_ON: Final = re.compile(
    r"[가-힣](?:는데|은데|인데|건데|(?<!가)(?<!까)지만|까봐|까 봐)\s|(?:^|\s)(?:근데|그런데|그치만|하지만|\S*싫고)\s"
    r"|[가-힣](?:줘|주세요|주시고)\s"
)
# Words that ask for something: in a fact they stand beside what is told (괴물 나오는거 금지 밤에 깨요).
_ASKS: Final = re.compile(
    r"주세요|주시고|주십시오|[해써빼넣려러]\s?줘|말고|말구|말아|빼고|싫(?!어하)|꼭\s|반드시|절대|금지|사양|질색|제발|ㄴㄴ|노노"
    r"|지\s?마(?:[\s,.]|$)|면\s?(?:좋|안\s?[돼되됨됩])"
)
_QUOTES: Final = re.compile(r"(?:\?\s?하고|[가-힣]냐고)\s?(?:묻|물|말|울|했)\S*[\s.]*$")  # 나 싫어해? 하고 물었어요
_SENTENCE: Final = 60  # characters of several clauses that make one instruction
_LEFT_OUT: Final = re.compile(r"말고[\s.!~]*$")  # behind other clauses it may leave out more than the last noun
_NOTE: Final = 40  # characters of a demand that is noted in a few words: 다섯 개만, 변명 금지
_INTO: Final = re.compile(r"[가-힣]으?로(?:요|만)?[\s.!~]*$")


def read_introduction(
    request: Restated, background: str | None, constraints: str | None, locale: Locale
) -> Introduction:
    """Put each clause beside the request, of the background and of the constraints, where it belongs."""
    introduced = place_clauses(background or "")
    beside = [one for other in request.others for one in _beside(other)]
    if any(one.place is Place.WHO for one in introduced):  # 면접 예상 질문 뽑아줘 간호직 공무원: what for, not who asks
        beside = [replace(one, place=Place.FACTS) if one.place is Place.WHO else one for one in beside]
    placed = [
        *beside,
        *introduced,
        *(Placed(one.said, Place.WISHES) for one in place_clauses(constraints or "")),
    ]
    return introduce(placed, locale)


def _beside(said: str) -> list[Placed]:
    """Return what stands beside a request; what only tells stays whole: 군 청년 빈집 지원사업 모집."""
    placed = place_clauses(said)
    return [Placed(said, Place.FACTS)] if {one.place for one in placed} <= {Place.FACTS, Place.WHO} else placed


def _without_so(reader: str) -> str:
    """Return who reads without the words that make a reason of it: 임원이 볼 거라 (짧게), my boss is busy, so (…)."""
    if not is_korean(reader):
        return re.sub(r",?\s+so$", "", reader)
    return reason(reader) if re.search(r"(?:라|라서|니까|으니)$", reader) else reader


def _is_told(clause: Placed, text: str) -> bool:
    """Whether a demand is several things at once, or no instruction: it stands among what the person told, as typed."""
    if not is_korean(text) or clause.told:
        return bool(clause.told)
    is_instruction = _INSTRUCTS.search(text) is not None
    if clause.is_joined and (len(text) > _SENTENCE or not is_instruction or _LEFT_OUT.search(clause.said)):
        return True
    return _GOES_ON.search(text) is not None or (not is_instruction and len(text) > _NOTE)


def _divides(one: Placed) -> bool:
    """Whether what was taken for a fact names parts of the answer: 접수/진행/완료 세 묶음으로, OX 5개 단답 2개."""
    if one.place is Place.FACTS and (kinds_in(one.said)):
        return True
    if one.place is not Place.FACTS or not _INTO.search(one.said):
        return False
    demand, values, _ = read_demand(one.said)
    return demand is Demand.SECTIONS and bool(values)


def _asks_too(fact: Placed) -> bool:
    """Whether what was taken for a fact asks for something as well: 괴물 나오는거 금지 밤에 깨요, 싸우긴 싫음."""
    asked = None if _QUOTES.search(fact.said) else _ASKS.search(fact.said)
    return asked is not None and (fact.is_joined or "싫" in asked.group() or " " in fact.said[asked.end() :].strip())


def _as_said(said: str) -> str:
    """Return what somebody said without what leads up to it: 근데 싸우긴 싫음 → 싸우긴 싫음."""
    return _LEADING.sub("", mend(said).strip(" .!~…ㅋㅎㅠㅜ"))


def introduce(placed: Iterable[Placed], locale: Locale) -> Introduction:
    """Return an introduction from placed clauses, each stated as it will stand in the prompt."""
    placed = tuple(replace(one, place=Place.WISHES) if _divides(one) else one for one in placed)
    of: dict[Place, list[str]] = {place: [] for place in Place}
    wishes: list[Requirement] = []
    told: list[str] = []
    for one in placed:
        of[Place.READERS] += one.readers
        if one.place is Place.WISHES:
            wish = read_requirement(one.said, locale)
            wishes.append(replace(wish, is_told=_is_told(one, wish.text)))
        asks = one.place is Place.FACTS and _asks_too(one)
        if one.told or asks or (one.place is Place.WISHES and wishes[-1].is_told):
            told.append(one.told or _as_said(one.said))
        if not asks and (not one.told or one.place not in _IN_RUN_ON):
            of[one.place].append(one.said)
    examples = {place: "\n".join(map(example_in, of[place])) for place in (Place.EXAMPLE_INPUT, Place.EXAMPLE_OUTPUT)}
    return Introduction(
        who=tuple(map(state_who, of[Place.WHO])),
        readers=tuple(state(_without_so(reader)) for reader in of[Place.READERS]),
        facts=tuple(state(fact) for fact in of[Place.FACTS]),
        wishes=tuple(wishes),
        told=tuple(dict.fromkeys(told)),
        questions=tuple(map(ask, of[Place.QUESTIONS])),
        example_of_output=examples[Place.EXAMPLE_OUTPUT],
        example_of_input=examples[Place.EXAMPLE_INPUT],
    )
