"""Korean demands as instructions: the person's words, with nothing but the last verb put formally.

A demand that is turned around (싫어요, 빼 주세요, 금지 into another sentence) says something else too often, and parts
of a longer one give each other their sense. What has no verb that asks stays a phrase: 변명 금지.
"""

import re
from typing import Final

from core.privacy.korean.particles import Particle, attach
from core.prompting.understanding.manner_adverbs import is_manner
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.typos import mend
from core.prompting.understanding.verbs import formal, is_intransitive
from core.prompting.understanding.words import words

_FAVOUR: Final = re.compile(
    r"\s*(?:좀\s*)?(?:을|를)?\s*(?:좀\s*)?(?:부탁|바람|바랍니다|ㅂㅌ)\s?"
    r"(?:드려도 될까요|드립니다|드려요|드려|드릴게요|드림|드리고 싶습니다|합니다"
    r"|해요|할게요|할게|해|함|이요|요)?[.!~\s]*$"
)
_JOINING: Final = re.compile(r"^(?:아 ?참|아|음|근데|그런데|그리고|글고|글구|참고로|그래도|다만)[\s,]+")
# 10년치요, 한 장이요; 필요 and 주요 are nouns.
_ASKED_TOO: Final = re.compile(
    r"(?<=[가-힣\s])(?:주시고[,\s]|주세요,|줘,)\s*"
)  # 쉽게 써주시고, 예시도 하나 넣어 주세요: two demands
_HONOURED: Final = re.compile(r"(?<=[가-힣])(?<!주)으?시고$")  # 그대로 두시고
NOUN_POLITE: Final = re.compile(
    r"(?<=[가-힣])(?<![필주중수소개강동민가아어여와워나해돼봐줘려져셔세네데지까라])(?:이)?요$"
)
_POLITE: Final = re.compile(r"(?<=[만도게로고])요$|(?<=정도|이내|이하|까지|개씩|위주)(?:이에요|예요|이요|요)$")
_FORMAL: Final = tuple(
    (re.compile(pattern), becomes)
    for pattern, becomes in (
        (r"(?<=[가-힣])야\s?(?:돼|되|됨|됩|해|함|합|하|한)(?!듯|는지|나|냐)\S{0,6}$", "야 합니다"),
        (r"(?<=[가-힣]면)(\s절대로?|\s정말)?\s?안\s?(?:돼|되|됨|됩|된)\S{0,6}$", r"\1 안 됩니다"),
        (r"(?<=[가-힣]면)\s?좋\S{0,8}(?:\s?(?:거|것)\s?같\S{1,4}|\s?듯\S{0,3})?$", " 좋겠습니다"),
        (r"(?<=[가-힣]면)\s?(?:돼|되|됨|됩)\S{0,4}$", " 됩니다"),
        (r"(?<=으면)\s?(?:해요?|하고요?|함)$", " 합니다"),
        (r"(?<=[가-힣]고)\s?싶\S{0,6}$", " 싶습니다"),
        (r"(?<=[가-힣][지진])(?:는|도)?\s?(?:마|말아)\S{0,4}(?:\s?주\S{0,4}|\s?줘\S{0,2})?$", " 않습니다"),
        (r"(?<=[가-힣]지)(?:는|도)?\s?(?:말고|말구|않고)$", " 않습니다"),
        (r"(?<=[가-힣][은는도])\s((?:(?:정말|너무|진짜|절대로?)\s)?)싫(?:어요?|습니다|음|고요?|다)$", r" \1피합니다"),
        (r"(?<=[게록])\s?(?:해|하도록)\s?(?:주|줘)\S{0,4}$", " 합니다"),
        (r"(?<=[가-힣]게)\s하고$", " 합니다"),
        (r"(?<=[가-힣])\s?필요(?:해요?|합니다|함|하고)$", " 필요합니다"),
        (r"(?<=\s)빼고$", "뺍니다"),
        (r"(?<=달라고)$", " 합니다"),
        (r"(?<=[다라자냐]고)\s?(?:해\s?(?:주|줘)|하[세십시])\S{0,5}$", " 합니다"),
        (r"(?<=[워와여려놔해])\s?둬$", " 둡니다"),
    )
)
_SUBJECT: Final = re.compile(r"[가-힣](?:이|가|은|는|도)\s$")
# Nouns and adverbs that end as 제목도 and 반말로 do.
_NO_ADDITION: Final = re.compile(
    r"(?:[정온속각빈농강의태지용한제포습밀순연진시보약]|난이|완성|만족|선호|중요|참여|인지|아무것|조금|하나|별|그래|아무)도$"
)
_NO_MANNER: Final = re.compile(
    r"(?:별|(?<![가-힣])[따서바새홀주진경피통가세근도]|실제|절대|참고|함부|스스|억지|그대|제대|멋대|마음대)로$"
)
_OF_OBJECT: Final = re.compile(r"[을를]\s\S+$")  # 흐름을 순서대로: what is done is left open
_REFUSED: Final = re.compile(r"(?P<what>\S.*?)[은는]?\s말고")  # 딱딱한 말투 말고
_HOW_DONE: Final = re.compile(r"[가-힣](?:게|으로|로)$")  # 어렵게 말고, 영어로 말고
_WRITTEN_SO: Final = re.compile(
    r"[가-힣)][도을를]\s(?:솔직|정확|구체적으로|분명|자세|상세)\S*$"
)  # 망할 가능성도 솔직하게
_DONE_SO: Final = re.compile(r"(?:나눠|적어|넣어|써|빼|맞춰|바꿔|줄여|풀어|붙여|달아|정리해|구분해|표시해)서$")
_SHORT: Final = 7  # words
WHICH: Final = re.compile(r"(?:^|\s)(?:무엇|뭐|뭘|어느|어떤|어떻게|누구|누가|언제|어디|몇|왜)")


def instruct_korean(demand: str) -> str:
    """Return a demand in -ㅂ니다 form where its last verb is sure, else as it was typed; without a full stop."""
    *parts, last = _ASKED_TOO.split(without_courtesy(mend(demand)))
    return ". ".join(_instructed(part) for part in (*(f"{part}주세요" for part in parts), last))


def _instructed(text: str) -> str:
    return _formal(_HONOURED.sub("고", _POLITE.sub("", _JOINING.sub("", text))))


def _formal(text: str) -> str:  # noqa: PLR0911 - one line for each kind of end
    """Return a demand with its last verb put formally, where it is sure."""
    predicate = read_predicate(text.removesuffix("서") if _DONE_SO.search(text) else text)
    if predicate and _comes_about(predicate) and len(text.split()) <= _SHORT:
        return f"{predicate.before}{predicate.stem}게 합니다"
    for pattern, becomes in _FORMAL:
        if pattern.search(text):
            return pattern.sub(becomes, text)
    if refused := _REFUSED.fullmatch(text):
        return _avoided(refused["what"])
    if is_manner(text.rpartition(" ")[2]):
        return f"{text} {'적습니다' if _WRITTEN_SO.search(text) else '합니다'}"
    if predicate is None:
        return _noted(text)
    if predicate.ending in {"기", "것"}:
        return predicate.before + formal(predicate.stem) if predicate.ending == "기" and _writes(predicate) else text
    if _is_order(predicate, text):
        if predicate.form.rpartition(" ")[2] in words("giving"):
            return f"{predicate.before}{predicate.form} 줍니다"
        return predicate.before + formal(predicate.stem)
    return text


def _avoided(what: str) -> str:
    """Return what is not wanted as an instruction: 표는 피합니다, 어렵게 하지 않습니다."""
    if _HOW_DONE.search(what):
        return f"{what} 하지 않습니다"
    return f"{what if what.endswith(('도', '만')) else attach(what, Particle.TOPIC)} 피합니다"


def _noted(text: str) -> str:
    """Return a demand that has no verb with the one that its end calls for: 제목도 넣습니다, 반말로 합니다."""
    if re.search(r"[가-힣)]도$", text) and not _NO_ADDITION.search(text):
        return f"{text} 넣습니다"
    if re.search(r"[가-힣0-9A-Za-z)}]으?로$", text) and not (_NO_MANNER.search(text) or _OF_OBJECT.search(text)):
        return f"{text} 합니다"
    return NOUN_POLITE.sub("", text)


def _comes_about(predicate: Predicate) -> bool:
    """Whether a demand is that something comes about: 제가 쓴 느낌이 나야 해요."""
    is_it = predicate.mood is Mood.MUST and is_intransitive(predicate.stem) and _SUBJECT.search(predicate.before)
    return bool(is_it) and predicate.stem not in {"있", "없"}


def _is_order(predicate: Predicate, text: str) -> bool:
    """Whether a verb asks for something: 적어 주세요, 넣어, and in a row of demands 학술적으로 바꾸고."""
    if predicate.mood in {Mood.REQUEST, Mood.IMPERATIVE}:
        return True
    return _writes(predicate) and predicate.ending in {"고", "고요", "며", "으며", ""} and not WHICH.search(text)


def _writes(predicate: Predicate) -> bool:
    made = predicate.stem.removesuffix("하") if predicate.stem.endswith("하") else ""
    return predicate.stem in words("writer_verbs") | words("shaping_verbs") or made in words("task_nouns")


def without_courtesy(clause: str) -> str:
    """Return a clause without the courtesy at its end: 작성 부탁드립니다 → 작성."""
    clause = clause.strip(" .!~…,")
    return _FAVOUR.sub("", clause).strip(" .!~…,") or clause
