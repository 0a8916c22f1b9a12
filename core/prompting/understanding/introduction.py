"""The introduction: what a person said of themselves and the work, as typed, and what is read in it clause by clause.

The sentences stand in the prompt whole, those that demand as instructions: cut into facts and demands and put into
other words, they held four of ten faults that readers found. What is read in them (who reads, how many, which columns)
shapes the rest of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.accounts import happened, statements
from core.prompting.understanding.clause_kinds import ClausePlace, Placed, example_in, is_courtesy, is_example
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.counts import kinds_in
from core.prompting.understanding.demand_kinds import read_demand, read_requirement
from core.prompting.understanding.finding_demands import demands, within
from core.prompting.understanding.restated_request import Restated, instruct
from core.prompting.understanding.sentence_parts import parted
from core.prompting.understanding.sentences import marked_sentences, without_bullet
from core.prompting.understanding.typos import mend
from core.prompting.understanding.understanding import Demand, Introduction, Requirement

_TRAILING: Final = " \t\n,;~ㅠㅜㅋㅎ"
_INTO: Final = re.compile(r"[가-힣]으?로(?:요|만)?[\s.!~]*$")
# The request itself once more, and nothing to answer: 뭐라고 써야 할지. D열에, 공백기를 뭐라고 … are questions.
_HOW_TO_WRITE: Final = re.compile(
    r"(?<!에\s)(?<!에는\s)(?<![을를]\s)"
    r"(?:뭐라고?\s?(?:써|쓸|쓰|적|말|해야|할지)|(?:뭘|무엇을|무슨 말을|어떻게)\s?(?:써|쓸|쓰|적))"
)
_REFUSED: Final = re.compile(r"(?:필요 ?없|빼|말고|금지|생략|사양)[^\s()]{0,6}$")
_ALONE: Final = re.compile(r"(?:\{[^\W\d_]+[0-9]+\}|[0-9][0-9 -]{6,20})[.,]?")
_SHORT: Final = 30  # characters: a longer clause is about something else as well
_SO: Final = re.compile(r"(?:이?라서|이?라|이니까|이니|\bso)$")


def read_introduction(
    request: Restated, task: str, background: str | None, constraints: str | None, *, told: str | None = None
) -> Introduction:
    """Read what was said beside the request, in the background and as constraints.

    Of the request itself, what its task does not say stands among what was told; `told` is the background as it
    stands there, where something was cut out of it to be read.
    """
    stated = statements(request.others)
    placed = (
        Placed(one.said, ClausePlace.FACTS) if text in stated and one.place is ClausePlace.WISHES else one
        for text in (*request.others, background or "")
        for one in place_clauses(text)
    )
    beside = (*(other for other in request.others if other not in task), (background if told is None else told) or "")
    wished = tuple(_typed(constraints or ""))
    clauses = (one.said for one in place_clauses(constraints or ""))
    return introduce(
        (*placed, *(Placed(said, ClausePlace.WISHES) for said in clauses)),
        told=tuple(_with_labels(typed for text in beside for typed in _typed(text))),
        wished=wished,
    )


def introduce(placed: Iterable[Placed], *, told: Iterable[str] = (), wished: Iterable[str] = ()) -> Introduction:
    """Return an introduction from placed clauses, the sentences that hold them, and demands that stand alone."""
    clauses = [replace(one, place=ClausePlace.WISHES) if _divides(one) or _refuses(one) else one for one in placed]
    of = {place: [one.said for one in clauses if one.place is place] for place in ClausePlace}
    examples = {
        place: "\n".join(map(example_in, of[place]))
        for place in (ClausePlace.EXAMPLE_INPUT, ClausePlace.EXAMPLE_OUTPUT)
    }
    plain = [Placed(_plain(one.said), one.place) for one in clauses]
    sentences = {_plain(part): part for sentence in told for part in parted(sentence, plain)}
    demanded = [each for each in sentences if demands(each, within(each, plain))]
    standing = {*demanded, *map(_plain, wished)}
    questions = [one.said for one in plain if one.place is ClausePlace.QUESTIONS]
    return Introduction(
        who=tuple(of[ClausePlace.WHO]),
        readers=tuple(_SO.sub("", reader.strip(" .!~")) for reader in of[ClausePlace.READERS]),
        facts=tuple(of[ClausePlace.FACTS]),
        wishes=(
            *(_instruction(sentences[each], is_read=Placed(each, ClausePlace.WISHES) in plain) for each in demanded),
            *(read_requirement(each, instruct(each)) for each in wished),
            *(read_requirement(wish) for wish in of[ClausePlace.WISHES] if _plain(wish) not in standing),
        ),
        told=tuple(sentence for each, sentence in sentences.items() if each not in standing),
        questions=tuple(_asked(questions, sentences)),
        example_of_output=examples[ClausePlace.EXAMPLE_OUTPUT],
        example_of_input=examples[ClausePlace.EXAMPLE_INPUT],
    )


def _instruction(sentence: str, *, is_read: bool) -> Requirement:
    """Return a sentence as an instruction; unless `is_read`, what it asks for is read in its clauses."""
    text = instruct(sentence)
    return read_requirement(sentence, text) if is_read else Requirement(text, sentence, is_read=False)


def _asked(questions: Iterable[str], sentences: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentences that are questions, or end in one (…인데 그런 말 써도 되나요?), not the request once more."""
    for question in questions:
        if _HOW_TO_WRITE.search(question):
            continue
        if question in sentences:
            yield sentences[question]
        elif question.endswith("?"):
            yield from (typed for each, typed in sentences.items() if each.endswith(question))


def _with_labels(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences, a label or number that stands alone joined to the one before: 연락은 여기로. {전화번호1}."""
    before = ""
    for sentence in sentences:
        alone = _ALONE.fullmatch(sentence)
        if alone and before:
            before = f"{before} {sentence}"
            continue
        if before:
            yield before
        before = sentence
    if before:
        yield before


def _plain(said: str) -> str:
    return mend(said).strip(" .!~") if is_korean(said) else said.strip(" .!")


def _refuses(one: Placed) -> bool:
    """Whether what was taken for a fact says what is not wanted: 칭찬은 필요 없음."""
    is_short = one.place is ClausePlace.FACTS and len(one.said) <= _SHORT
    return is_short and _REFUSED.search(one.said) is not None and not happened(one.said)


def _divides(one: Placed) -> bool:
    """Whether what was taken for a fact names parts of the answer: 접수/진행/완료 세 묶음으로, OX 5개 단답 2개."""
    if one.place is not ClausePlace.FACTS:
        return False
    if kinds_in(one.said):
        return True
    demand, values, _ = read_demand(one.said) if _INTO.search(one.said) else (Demand.OTHER, (), None)
    return demand is Demand.SECTIONS and bool(values)


def _typed(text: str) -> Iterator[str]:
    """Yield the sentences of a text as typed, spelt right, without courtesies and examples, which have their place."""
    for sentence in marked_sentences(text):
        clean = without_bullet(sentence.strip(_TRAILING))
        if re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", clean) and not is_courtesy(clean) and not is_example(clean):
            yield mend(clean) if is_korean(clean) and "\n" not in clean else clean
