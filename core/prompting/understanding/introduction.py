"""The introduction: each clause of what a person said of themselves and the work, put where it belongs."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.demands import read_demand, read_requirement
from core.prompting.understanding.facts import ask, state
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.places import Place, Placed, example_in
from core.prompting.understanding.reasons import reason
from core.prompting.understanding.requester import state_who
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.understanding import Demand, Introduction, Requirement

# What stands in a run-on segment, and is not said again beside it; who reads decides more than the words.
_IN_RUN_ON: Final = frozenset({Place.WHO, Place.FACTS, Place.QUESTIONS})
_TELLING: Final = 80  # characters from which a sentence of several clauses tells facts as well
_INTO: Final = re.compile(r"[가-힣]으?로(?:요|만)?[\s.!~]*$")


def read_introduction(
    request: Restated, background: str | None, constraints: str | None, locale: Locale
) -> Introduction:
    """Put each clause beside the request, of the background and of the constraints, where it belongs."""
    introduced = place_clauses(background or "")
    beside = [one for other in request.others for one in place_clauses(other)]
    if any(one.place is Place.WHO for one in introduced):  # 면접 예상 질문 뽑아줘 간호직 공무원: what for, not who asks
        beside = [replace(one, place=Place.FACTS) if one.place is Place.WHO else one for one in beside]
    placed = [
        *beside,
        *introduced,
        *(Placed(one.said, Place.WISHES) for one in place_clauses(constraints or "")),
    ]
    return introduce(placed, locale)


def _without_so(reader: str) -> str:
    """Return who reads without the words that make a reason of it: 임원이 볼 거라 (짧게), my boss is busy, so (…)."""
    if not is_korean(reader):
        return re.sub(r",?\s+so$", "", reader)
    return reason(reader) if re.search(r"(?:라|라서|니까|으니)$", reader) else reader


def _is_long(clause: Placed) -> bool:
    """Whether a clause is joined from several that tell facts as well."""
    return clause.is_joined and len(clause.said) > _TELLING


def _divides(one: Placed) -> bool:
    """Whether a clause that was taken for a fact names the parts of the answer: 접수/진행/완료 세 묶음으로."""
    if one.place is not Place.FACTS or not _INTO.search(one.said):
        return False
    demand, values, _ = read_demand(one.said)
    return demand is Demand.SECTIONS and bool(values)


def introduce(placed: Iterable[Placed], locale: Locale) -> Introduction:
    """Return an introduction from placed clauses, each stated as it will stand in the prompt."""
    placed = tuple(replace(one, place=Place.WISHES) if _divides(one) else one for one in placed)
    of: dict[Place, list[str]] = {place: [] for place in Place}
    wishes: list[Requirement] = []
    told: list[str] = []
    for one in placed:
        of[Place.READERS] += one.readers
        if one.place is Place.WISHES:
            wishes.append(read_requirement(one.said, locale, is_told=bool(one.told) or _is_long(one)))
        if one.told or (one.place is Place.WISHES and wishes[-1].is_told):
            told.append(one.told or wishes[-1].text)
        if not one.told or one.place not in _IN_RUN_ON:
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
