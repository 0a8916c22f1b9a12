"""The introduction: each clause of what a person said of themselves and the work, put where it belongs."""

import re
from collections.abc import Iterable
from dataclasses import replace

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.demands import read_requirement
from core.prompting.understanding.facts import ask, state
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.places import Place, Placed, example_in
from core.prompting.understanding.reasons import reason
from core.prompting.understanding.requester import state_who
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.understanding import Introduction


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


def introduce(placed: Iterable[Placed], locale: Locale) -> Introduction:
    """Return an introduction from placed clauses, each stated as it will stand in the prompt."""
    placed = tuple(placed)
    of: dict[Place, list[str]] = {place: [] for place in Place}
    for one in placed:
        of[one.place].append(one.said)
        of[Place.READERS] += one.readers
    examples = {place: "\n".join(map(example_in, of[place])) for place in (Place.EXAMPLE_INPUT, Place.EXAMPLE_OUTPUT)}
    return Introduction(
        who=tuple(map(state_who, of[Place.WHO])),
        readers=tuple(state(_without_so(reader)) for reader in of[Place.READERS]),
        facts=tuple(state(fact) for fact in of[Place.FACTS]),
        wishes=tuple(
            read_requirement(one.said, locale, is_joined=one.is_joined) for one in placed if one.place is Place.WISHES
        ),
        questions=tuple(map(ask, of[Place.QUESTIONS])),
        example_of_output=examples[Place.EXAMPLE_OUTPUT],
        example_of_input=examples[Place.EXAMPLE_INPUT],
    )
