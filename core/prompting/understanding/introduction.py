"""The introduction: what a person said of themselves and the work, as typed, and what is read in it clause by clause.

The sentences stand in the prompt as they were typed: cut into facts and demands and put into other words, one in three
came out wrong. What is read in them (who reads, how many, which columns) shapes the rest of the prompt.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.counts import kinds_in
from core.prompting.understanding.demands import read_demand, read_requirement
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.instructing import instructs
from core.prompting.understanding.mending import mend
from core.prompting.understanding.places import Place, Placed, example_in, is_courtesy, is_example
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.sentences import BULLET, split_sentences
from core.prompting.understanding.understanding import Demand, Introduction

_TRAILING: Final = " \t\n,;~ㅠㅜㅋㅎ"
_INTO: Final = re.compile(r"[가-힣]으?로(?:요|만)?[\s.!~]*$")
_SO: Final = re.compile(r"(?:이?라서|이?라|이니까|이니|,?\s+so)$")


def read_introduction(
    request: Restated, task: str, background: str | None, constraints: str | None, locale: Locale
) -> Introduction:
    """Read what was said beside the request, in the background and as constraints.

    Of the request itself, what its task does not say stands among what was told.
    """
    placed = tuple(one for text in (*request.others, background or "") for one in place_clauses(text))
    told = (*(other for other in request.others if other not in task), background or "")
    wished = tuple(one.said for one in place_clauses(constraints or ""))
    return introduce(placed, locale, told=tuple(typed for text in told for typed in _typed(text)), wished=wished)


def introduce(
    placed: Iterable[Placed], locale: Locale, *, told: Iterable[str] = (), wished: Iterable[str] = ()
) -> Introduction:
    """Return an introduction from placed clauses, the sentences that hold them, and demands that stand alone."""
    of: dict[Place, list[str]] = {place: [] for place in Place}
    for one in placed:
        of[Place.READERS] += one.readers
        of[Place.WISHES if _divides(one) else one.place].append(one.said)
    examples = {place: "\n".join(map(example_in, of[place])) for place in (Place.EXAMPLE_INPUT, Place.EXAMPLE_OUTPUT)}
    sentences = {_plain(sentence): sentence for sentence in told}
    instructions = {plain for plain in map(_plain, of[Place.WISHES]) if plain in sentences and instructs(plain)}
    return Introduction(
        who=tuple(of[Place.WHO]),
        readers=tuple(_SO.sub("", reader.strip(" .!~")) for reader in of[Place.READERS]),
        facts=tuple(of[Place.FACTS]),
        wishes=(
            *(read_requirement(wish, locale, is_told=_plain(wish) not in instructions) for wish in of[Place.WISHES]),
            *(read_requirement(wish, locale) for wish in wished),
        ),
        told=tuple(sentence for plain, sentence in sentences.items() if plain not in instructions),
        questions=tuple(of[Place.QUESTIONS]),
        example_of_output=examples[Place.EXAMPLE_OUTPUT],
        example_of_input=examples[Place.EXAMPLE_INPUT],
    )


def _plain(said: str) -> str:
    return mend(said).strip(" .!~") if is_korean(said) else said.strip(" .!")


def _divides(one: Placed) -> bool:
    """Whether what was taken for a fact names parts of the answer: 접수/진행/완료 세 묶음으로, OX 5개 단답 2개."""
    if one.place is not Place.FACTS:
        return False
    if kinds_in(one.said):
        return True
    demand, values, _ = read_demand(one.said) if _INTO.search(one.said) else (Demand.OTHER, (), None)
    return demand is Demand.SECTIONS and bool(values)


def _typed(text: str) -> Iterator[str]:
    """Yield the sentences of a text as typed, spelt right, without courtesies and examples, which have their place."""
    for sentence in split_sentences(text):
        clean = BULLET.sub("", sentence.strip(_TRAILING))
        if re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", clean) and not is_courtesy(clean) and not is_example(clean):
            yield mend(clean) if is_korean(clean) and "\n" not in clean else clean
