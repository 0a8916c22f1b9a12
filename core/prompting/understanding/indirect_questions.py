"""Indirect questions: a casual Korean one in -는지 (뭐 챙겨요? → 뭐 챙기는지), where it surely asks."""

import re
from typing import Final

from core.privacy.korean.hangul import ending_in, final, with_final
from core.prompting.understanding.conjugation import modified, present
from core.prompting.understanding.object_particles import with_object
from core.prompting.understanding.predicates import Mood, is_noun_like_verb, read_predicate
from core.prompting.understanding.verbs import is_adjective, is_known, stem_of_consonant_form

_N, _L, _SS = (ending_in(letter) for letter in ("ㄴ", "ㄹ", "ㅆ"))
_MODIFIERS: Final = frozenset({"ㄴ", "ㄹ"})  # how a verb before its noun ends
_OPEN: Final = re.compile(
    r"(?:^|\s)(?:무엇|뭐|뭘|뭔|머|어느|어떤|어떻|어케|어떡|누구|누가|어디|언제|몇|얼마|왜|무슨|얼만)"
)
_WITHIN: Final = re.compile(r"지(?:를|도|는|가|부터|까지|만)?\s")  # 왜 줄었는지 조사해야 해요: inside of what is told
_DOUBT: Final = re.compile(
    r"(?<=지)(?:를|도|가|는)?\s?(?:(?:잘|진짜|도저히|너무|정말|아직)\s)?"
    r"(?:모르|몰|고민|궁금|헷갈|알고\s?싶|감이|막막|알려)\S{0,10}(?:\s\S{1,3})?$"
)
_ASIDE: Final = re.compile(r"(?<=지)(?:요|를|도|가|는)$")
_WOULD: Final = re.compile(rf"([{_L}])까(?:요|여|욤)?(?=[\s,]|$)")
_REPORTED: Final = re.compile(r"(?<=[냐니])고요?$")  # 하늘에 있는 거냐고
_HOW: Final = re.compile(r"(?:어떡하?[해함죠지]?요?|(?:어떻게|어케|어뜨케)(?:요|\s?(?:하죠|하지|해|함))?)$")
_AS_WHAT: Final = re.compile(r"(?<!\S)(?:뭐로|뭘로|뭘로|어디로|무엇으로)$")
_HOW_IS: Final = re.compile(r"(?<!\S)어(?:때|떰|떻습니까)(?:요|여)?$")
_GLUED: Final = re.compile(r"(?<!\S)(뭐|뭘)(?=(?!야|임|지|니|예|에|라|가|든)[가-힣]{1,4}$)")  # 뭐사주지
_MUST: Final = re.compile(
    r"(?<=[가-힣]야)\s?(?:만\s?)?(?:하|해|되|돼|됩|합|할|될|함|됨|한|된)"
    r"(?:나요?|니까|까요?|까|는지|지|죠|노|니|냐|가요?|요|야|는가요?|는거야|는거예요)?$"
)
_ASKS: Final = re.compile(r"(?:나요?|니까|까요?|까|지|노|니|냐|가요?)$")
_THING: Final = re.compile(
    r"(?<=[가-힣])\s?(?:건가요?|건지요?|건지|거(?:야|예요|에요|죠|임|냐|니|지|라고요)"
    r"|것(?:인가요?|인지|입니까|이죠)|걸까요?|것일까요?)$"
)
_IS_SO: Final = re.compile(rf"(?<=[{_N}])가요?$")
_PRESENT: Final = re.compile(r"(?:나요?|냐|니|노|는가요?|습니까)$")
_MAY: Final = re.compile(r"(?<=[도면])\s?(?:되|돼|됨|됩|될|괜찮|좋|무방)\S{0,8}$")
_NO_QUESTION: Final = re.compile(r"^(?:고|으?며|.*데요?)$")  # what goes on behind it, or tells
_NOTES: Final = frozenset({"ᆷ", "음"})
_HOW_DONE: Final = re.compile(r"(?:^|\s)(?:어떻게|어케|뭐|뭘)\s\S{1,10}$")
_IS: Final = re.compile(r"(?:이더라|더라|인\s?가요?|인\s?건가요?|입니까|인거(?:야|예요|죠)|이냐|일까요?)$")
_SHORT_IS: Final = re.compile(r"(?<=[가-힣A-Za-z0-9])(?:이에요|예요|에요|이예요|이죠|이야|이니|야|임|죠|냐|니)$")
_WHAT_IS: Final = re.compile(r"(?<!\S)(?:뭔데|뭐인데|뭐임|뭐야)요?$")
_WHICH: Final = re.compile(
    r"(?:^|\s)(?:무슨|어떤|몇|어느|뭔)\s?[가-힣]{1,4}(?<![로게])$|(?:^|\s)(?:얼마|뭐|누구|언제|어디)$"
)
_COUNT: Final = re.compile(r"몇\s?(?:개|가지|줄|편|장|통|곡|마디)$")  # 컨셉 방향 몇 개: so many, and no question
_POSSIBLE: Final = re.compile(r"(?:가능|필요|안전|위험|[불합]법)$")


def as_question(text: str, *, is_marked: bool = False) -> str:
    """Return a question as a clause in -는지; nothing where it is none. `is_marked` says that it ends in a mark."""
    text = _ASIDE.sub("", _WOULD.sub(r"\1지", _DOUBT.sub("", _GLUED.sub(r"\1 ", text.rstrip(" ?.!~")))))
    if text.endswith("지") and final(text[-2:-1]) in _MODIFIERS and not is_noun_like_verb(text.rpartition(" ")[2]):
        return text
    if found := _HOW_IS.search(text):
        return f"{text[: found.start()]}어떤지"
    if _AS_WHAT.search(text):
        return f"{text} 할지"
    if found := _HOW.search(text):
        return f"{with_object(f'{text[: found.start()].rstrip()} ', '하')}어떻게 할지".strip()
    if found := _REPORTED.search(text):
        return as_question(text[: found.start()], is_marked=True)
    asks = is_marked or _OPEN.search(_WITHIN.split(text)[-1]) is not None
    return _by_ending(text, asks=asks) or _of_verb(text, asks=asks) or _of_noun(text, asks=asks, is_marked=is_marked)


def _by_ending(text: str, *, asks: bool) -> str:
    """Read a question by what stands at its end alone: 챙겨야 하나요, 안 되는 거예요, 좋은가요."""
    must = _MUST.search(text)
    if must and (asks or _ASKS.search(text)):
        return f"{text[: must.start()]} 하는지"
    found = _THING.search(text) or _IS_SO.search(text)
    if found and final(text[found.start() - 1]) in _MODIFIERS:
        return f"{text[: found.start()]}지"
    whole = read_predicate(f"{text} 해요") if asks and text.endswith("야") else None  # 뭐 싸야
    return f"{text} 하는지" if whole and whole.mood is Mood.MUST else ""


def _of_verb(text: str, *, asks: bool) -> str:  # noqa: PLR0911 - one line for each kind of ending
    predicate = read_predicate(text)
    is_plain = predicate is None or predicate.mood is not Mood.TOLD  # 소리가 안 나요 tells
    if not asks and not (is_plain and _PRESENT.search(text) and not text.endswith(" 하나")):
        return ""
    may = _MAY.search(text)
    if predicate and predicate.mood is Mood.MAY and may:
        return f"{text[: may.start()]} 되는지"
    if predicate is None or predicate.mood not in {Mood.TOLD, Mood.ASKED}:
        return _present_of(text)
    if _NO_QUESTION.search(predicate.ending):
        return ""
    if predicate.ending.startswith(("ᆻ", "ㅆ")):
        return f"{predicate.before}{with_final(predicate.form, 'ㅆ')}는지"
    is_choice = predicate.ending == "지" and _HOW_DONE.search(text) and not is_adjective(predicate.stem)
    if is_choice or (predicate.ending in _NOTES and _HOW_DONE.search(text)):  # 뭐 찍지, 어떻게 나눔
        return f"{predicate.before}{modified(predicate.stem, 'ㄹ')}지"
    return f"{predicate.before}{present(predicate.before, predicate.stem)}지"


def _present_of(text: str) -> str:
    """Read a question whose verb goes on as it is: 맞나, 됩니까, 했나."""
    found = _PRESENT.search(text)
    if text.endswith("니까") and final(text[-3:-2]) == "ㅂ":
        before, _, stem = with_final(text[:-2], "").rpartition(" ")
        stem = stem.removesuffix("스") if final(stem[-2:-1]) else stem
    else:
        before, _, stem = text[: found.start()].rpartition(" ") if found else ("", "", "")
    if not stem or not (stem[-1] in _SS or is_known(stem)):
        return ""
    end = f"{stem}는" if stem[-1] in _SS else present(before, stem_of_consonant_form(stem, "는"))
    return f"{before} {end}지".strip()


def _of_noun(text: str, *, asks: bool, is_marked: bool) -> str:
    if found := _WHAT_IS.search(text) if asks else None:
        return f"{text[: found.start()]}무엇인지"
    found = _IS.search(text) or (_SHORT_IS.search(text) if asks else None)
    noun = text[: found.start()].rstrip() if found else ""
    if noun or (asks and _WHICH.search(text) and (is_marked or not _COUNT.search(text))):
        return f"{re.sub(r'(?:^|(?<= ))(?:뭐|머|뭔)$', '무엇', noun or text)}인지"
    if is_marked and (possible := _POSSIBLE.search(text)):
        return f"{text}{'인지' if possible.group().endswith('법') else '한지'}"
    return ""
