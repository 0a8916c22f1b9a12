"""Finding demands: whether a sentence demands, so that all of it stands as an instruction, its reasons with it."""

import re
from collections.abc import Sequence
from typing import Final

from core.privacy.korean.hangul import final, is_korean
from core.prompting.understanding.accounts import happened
from core.prompting.understanding.clause_kinds import ClausePlace, Placed
from core.prompting.understanding.english_imperatives import is_imperative
from core.prompting.understanding.korean_demands import without_courtesy
from core.prompting.understanding.manner_adverbs import is_manner
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.sentences import split_sentences
from core.prompting.understanding.verbs import is_intransitive

_LONGEST: Final = 140  # characters; a longer sentence tells as much as it demands
# An end that asks or forbids, and can state no fact.
_ORDERS: Final = re.compile(
    r"(?:주세요|주십시오|(?<![가-힣]다 )주시고요?|주시길"
    r"|(?<!연락 )(?<!전화 )(?<!문의 )(?<!말씀해 )주시면\s\S+|(?<!안)(?<!못)(?<!안 )(?<!못 )줘라?"
    r"|(?<=[워와여려놔해])\s?둬"
    r"|지\s?(?:말아?|마세요|마십시오|마라|마시고|말\s?것|말기)\S{0,6}|바랍니다|면\s?좋겠\S{0,4})$"
)
# What nobody asks of whoever writes: 약은 혈압약만 드세요
_OF_SOMEBODY: Final = re.compile(r"(?:^|\s)(?:드|주무|계|다니|편찮으|아프|앓으|(?:좋아|싫어|힘들어|무서워)하)세요$")
_WONDERS: Final = re.compile(r"(?:까|나|는지|은지|을지|ㄹ지)요?$")
_POINTS: Final = re.compile(
    r"^(?:[이그저]\s|나머지|(?:이런|그런|저런|이렇게|그렇게|이거|그거|이건|그건|이걸|그걸|이것|그것|거기|그때|그중))"
)
# Ends that ask where the words before are read as a wish.
_ASKS: Final = re.compile(
    r"(?:[말빼]고요?|[빼뺄뺌](?![먹앗])\S{0,4}|(?<![이가]\s)안\s?[되돼됨됩][가-힣]{0,4}"
    r"|(?:금지|사절|사양|필수|생략|제외|표시|구분|포함|강조|병기|첨부|통일|명시|언급|추가|삭제|유지)[가-힣]{0,4}|않\S{0,4}"
    r"|싫\S{1,4}|바라\S{0,4}|필요\s?없\S{1,4}|(?<!가)(?<!와)야\s?[해하함합되돼됨됩]\S{0,4}|도\s?[되돼됩됨좋]\S{0,3})$"
)
# Ends without a verb that ask: 영어로, 한 줄씩, 15자 이내, 임원 보고용, 소제목 4개.
_NOTED: Final = re.compile(
    r"(?:[가-힣0-9A-Za-z)\]’'\"]으?로(?:만)?|처럼|대로|없이|위주|(?<![)\]])(?<![)\]]\s)(?:이내|이하|내외|정도)|까지|부터|함께|씩|만|순|용|꼭"
    r"|[0-9한두세네]\s?(?:자|글자|줄|문장|쪽|장|단어|문단|단락|개|가지|편))(?:으?로)?(?:이?요)?$"
)
_NAMES_SHAPE: Final = re.compile(r"^(?:순서|칸|열|컬럼|목차|구성|말투|문체|분량|형식|소제목)[은는]\s")
_REASON: Final = re.compile(r"(?:[가-힣]니까?|라서?|[아어여해와워려져춰겨켜돼]서|때문에|므로|지만|면|까봐)[,\s]*$")
_WHY: Final = re.compile(r"(?:니까|거든|[아어여해워]서|(?<!따)라서|때문에)요?\W*$")
_ORDER_AND_WHY: Final = 2  # sentences: 그 얘기는 빼주세요 그럴 수가 없으니까요
_GROUND: Final = re.compile(r"[는은인한건던텐]데[,\s]*$")
_LISTED: Final = re.compile(r"^\S*[^\s은는](?:\s\S+){0,3}$")
# Notes without a verb: Complaints first. Casual tone.
_EN_TELLS: Final = re.compile(
    r"^(?:the|an?|\w+ing)\b|\b(?:i|i'm|we|my|our|you|he|she|they|it|is|are|was|were|has|have|had|will|am|costs?|takes?|wants?|needs?)\b|[0-9]",
    re.IGNORECASE,
)
_EN_NOTED: Final = 7  # words
_EN_SET: Final = re.compile(
    r"(?:it|this|they|everything|the \w+)\b.{0,40}\b(?:must|should|has to|needs? to)\b", re.IGNORECASE
)


def demands(sentence: str, clauses: Sequence[Placed]) -> bool:
    """Whether a sentence ends in a demand, and tells nothing beside it but why; `clauses` are those it consists of."""
    if len(sentence) > _LONGEST or not clauses or points_back(sentence):
        return False
    if len(parts := split_sentences(sentence)) > 1:
        is_told = any(one.place is ClausePlace.FACTS and one.said in parts[0] for one in clauses)
        return len(parts) == _ORDER_AND_WHY and orders(parts[0]) and not is_told and bool(_WHY.search(parts[1]))
    is_wish = clauses[-1].place is ClausePlace.WISHES
    if not is_korean(sentence):
        is_set = _EN_SET.match(sentence) is not None or (len(clauses) == 1 and _is_english_note(sentence))
        return is_imperative(sentence) or (is_wish and is_set)
    text = without_courtesy(sentence)
    if _OF_SOMEBODY.search(text) or happened(text):
        return False
    is_order = orders(text) or (is_wish and _asks(text))
    is_row = (
        len(clauses) > 1
        and "," in sentence
        and all(one.place is ClausePlace.WISHES for one in clauses)
        and _all_ask(clauses)
    )
    if not is_order and not is_row and not (is_wish and (text != sentence.strip(" .!~…,") or _notes(text))):
        return False
    others = [one for one in clauses[:-1] if one.place is not ClausePlace.WISHES]
    return all(_REASON.search(one.said) or (is_order and _goes_with(one, sentence)) for one in others)


def _is_english_note(sentence: str) -> bool:
    is_short = len(sentence.split()) <= _EN_NOTED
    return is_short and _EN_TELLS.search(sentence) is None


def orders(sentence: str) -> bool:
    """Whether the end of a sentence asks or forbids, and can state no fact."""
    return _ORDERS.search(without_courtesy(sentence)) is not None


def points_back(sentence: str) -> bool:
    """Whether a sentence points to the one before, so that it is not to be parted from it."""
    return _POINTS.match(sentence) is not None


def names_shape(sentence: str) -> bool:
    """Whether a sentence begins with the name of what the answer has: 칸은 날짜, 이름."""
    return _NAMES_SHAPE.match(sentence) is not None


def _asks(text: str) -> bool:
    predicate = read_predicate(text)
    if predicate and predicate.mood in {Mood.QUESTION, Mood.ASKED}:
        return False
    return _ASKS.search(text) is not None or (predicate is not None and predicate.mood.demands)


def _notes(text: str) -> bool:
    """Whether a text without a verb says how the answer shall be."""
    if _NOTED.search(text) or (names_shape(text) and not _happens(text)):
        return True
    last = text.rpartition(" ")[2]
    how = last.removesuffix("요")
    return is_manner(how) and not (how != last and final(how[-2:-1]) == "ㄹ")  # 붙일게요 promises


def _all_ask(clauses: Sequence[Placed]) -> bool:
    """Whether of several wishes one surely asks, and none tells: 톤은 담백하게, 이모지 X."""
    said = [without_courtesy(one.said) for one in clauses]
    moods = [predicate.mood for each in said if (predicate := read_predicate(each))]
    return any(_asks(each) or _notes(each) for each in said) and all(mood.demands for mood in moods)


def _happens(text: str) -> bool:
    """Whether a text tells what comes about by itself: 열은 날짜인데 2번만 다르게 찍힘."""
    predicate = read_predicate(text)
    is_told = predicate is not None and predicate.mood is Mood.TOLD
    return bool(predicate and is_told and (is_intransitive(predicate.stem) or predicate.stem.endswith(("히", "되"))))


def _goes_with(one: Placed, sentence: str) -> bool:
    """Whether a clause beside an order is its ground, or one of several things: 작년에 한 퀴즈, 춤은 빼 주세요."""
    if _GROUND.search(one.said) or one.place is ClausePlace.READERS:
        return True
    said = one.said.rstrip(" ,")
    return (
        f"{said}," in sentence and _LISTED.match(said) is not None and read_predicate(said) is None and orders(sentence)
    )


def within(sentence: str, clauses: Sequence[Placed]) -> list[Placed]:
    """Return the clauses that a sentence consists of, in their order; what is part of a longer one is none."""
    found = {
        sentence.find(one.said): one for one in sorted(clauses, key=lambda one: len(one.said)) if one.said in sentence
    }
    kept, end = [], 0
    for start, one in sorted(found.items()):
        if start + len(one.said) > end:
            kept.append(one)
            end = start + len(one.said)
    return kept
