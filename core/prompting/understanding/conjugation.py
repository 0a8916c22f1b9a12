"""Conjugating: the end of a casual Korean clause put so that a noun can follow: 안 나요 → 안 나는 (문제)."""

import re
from typing import Final

from core.privacy.korean.hangul import final, with_final
from core.prompting.understanding.object_particles import with_object
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.verbs import drops_b, drops_s, is_adjective, is_known, turns_d
from core.prompting.understanding.words import words

_NOT: Final = re.compile(r"(?<!\S)안(?=[가-힣]{1,4}$)")
_HEARSAY: Final = re.compile(r"(?:래|대|라네|다네|다더라|라던데|라고\s?함|고\s?하심|다고\s?함)요?$")  # what others say
_IS: Final = re.compile(
    r"(?<=[가-힣A-Za-z0-9)}%])(?:이에요|예요|이예요|입니다|(?<![퇴담주부취연후선전재신책모게])임|인데요?|이고요?|이거든요?|이라서요?)$"
    r"|(?<=[가-힣A-Za-z0-9)])(?<![어아해여])(?:이야|야)$"
)
_GOES_ON: Final = frozenset({"고", "며", "으며"})


def before_noun(text: str) -> str:
    """Return what is so as it stands before a noun; nothing where its end is not surely read."""
    text = text.rstrip(" .!~")
    if is_known(text.rpartition(" ")[2].removeprefix("안")[:-1] or "?"):
        text = _NOT.sub("안 ", text)
    if _HEARSAY.search(text):
        return ""
    if found := _IS.search(text):
        return f"{text[: found.start()]}인"
    predicate = read_predicate(text)
    return _of_verb(predicate) if predicate and predicate.ending not in _GOES_ON else ""


def _of_verb(predicate: Predicate) -> str:
    stem, ending = predicate.stem, predicate.ending
    before = predicate.before if stem in {"않", "못하"} else with_object(predicate.before, stem)
    if predicate.mood is Mood.MUST:
        return f"{predicate.before}{predicate.form}야 하는"
    if predicate.mood is Mood.WANT and "싶" in ending:
        return f"{before}{stem}고 싶은"
    if predicate.mood is not Mood.TOLD and not (predicate.mood is Mood.ASKED and re.search(r"데요?$", ending)):
        return ""
    if ending.startswith(("ᆯ", "ㄹ")):
        return f"{before}{modified(stem, 'ㄹ')}"
    if ending.startswith(("ᆻ", "ㅆ")):
        lasts = is_adjective(stem) or stem.endswith(("있", "없"))
        return f"{before}{with_final(predicate.form, 'ㅆ')}던" if lasts else f"{before}{modified(stem, 'ㄴ')}"
    return f"{before}{stem}고 있는" if ending.startswith("고 있") else f"{before}{present(before, stem)}"


def present(before: str, stem: str) -> str:
    """Return a stem before a noun, as it is now: 쓰 → 쓰는, 좋 → 좋은; `before` tells what 않다 goes with."""
    if stem.endswith(("있", "없", "계시")):
        return f"{stem}는"
    of = before.rstrip().rpartition(" ")[2].removesuffix("지") if stem in {"않", "못하"} else stem  # 좋지 않은
    if is_adjective(of):
        return modified(stem, "ㄴ")
    return f"{with_final(stem, '') if final(stem[-1]) == 'ㄹ' else stem}는"


def modified(stem: str, letter: str) -> str:
    """Return a stem with (으)ㄴ or (으)ㄹ behind it: 쉽 → 쉬운, 걷 → 걸을, 만들 → 만든."""
    last = final(stem[-1])
    if last in {"", "ㄹ"} or (last == "ㅎ" and is_adjective(stem) and stem[-1] not in "좋싫많않"):
        return with_final(stem, letter)
    if last == "ㅂ" and drops_b(stem):
        return f"{with_final(stem, '')}{with_final('우', letter)}"
    if last == "ㅅ" and drops_s(stem):
        stem = with_final(stem, "")
    elif last == "ㄷ" and turns_d(stem):
        stem = with_final(stem, "ㄹ")
    return f"{stem}{with_final('으', letter)}"


def so_that(predicate: Predicate) -> str:
    """Return what somebody wants or has to do as what becomes possible: 옮기고 싶어요 → 옮길 수 있게."""
    stem = predicate.stem
    noun = stem.removesuffix("하")
    before = with_object(predicate.before, noun if noun in words("verbal_nouns") else stem)
    return f"{before}{modified(stem, 'ㄹ')} 수 있게"
