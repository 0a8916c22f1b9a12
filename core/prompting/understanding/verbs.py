"""Korean verbs and adjectives: from a form to its stem and from a stem to its forms, irregular ones too."""

from functools import cache
from importlib.resources import files
from typing import Final

from core.privacy.korean.hangul import final, is_syllable, vowel, with_final, with_vowel
from core.prompting.understanding.words import words

_CONTRACTED: Final = {"ㅝ": "ㅜ", "ㅘ": "ㅗ", "ㅙ": "ㅚ", "ㅕ": "ㅣ"}
_IU: Final = frozenset("써꺼떠커터뻐퍼")  # 쓰 + 어, 끄 + 어 …
_WHOLE: Final = frozenset({"켜", "펴"})  # no contraction of a stem in ㅣ
# What 아/어 leaves of these is that of another verb, too; the likelier one in a demand counts.
_LIKELIER: Final = {
    "물어": "묻",
    "실어": "싣",
    "깨달아": "깨닫",
    "놔": "놓",
    "들러": "들르",
    "그래": "그렇",
    "이래": "이렇",
}


def is_adjective(stem: str) -> bool:
    """Whether a stem describes instead of acting."""
    return _listed(stem, "adjectives") or stem.endswith(("스럽", "롭", "싶", "있", "없"))


def is_intransitive(stem: str) -> bool:
    """Whether nothing can be done with a stem: it can only be brought about that it happens."""
    return is_adjective(stem) or _listed(stem, "intransitive") or (stem.endswith("지") and stem[-2:-1] in _OPEN)


_OPEN: Final = frozenset("아어해려여워와러려라져겨켜펴")


@cache
def _stems() -> frozenset[str]:
    text = files(__package__).joinpath("stems.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_MAKES_VERBS: Final = ("하", "되", "시키", "거리", "대", "스럽", "롭", "답", "지")
_BEHIND_VERBS: Final = ("주", "보", "두", "놓", "내", "버리", "드리", "가", "오", "있", "달", "다니", "먹")


def is_known(stem: str) -> bool:
    """Whether a stem is that of a verb or an adjective in use; 이제오 and 두루뭉 are not."""
    last = stem.rpartition(" ")[2]
    if last in {"하", "되"} or last in _stems() or (len(last) > 1 and last.endswith(_MAKES_VERBS)):
        return True
    if any(last[start:] in _stems() for start in range(1, len(last) - 1)):  # 왜그렇: typed without a blank
        return True
    for helper in _BEHIND_VERBS:  # 알려주, 적어두: one verb behind another
        first = stem_of_infinitive(last.removesuffix(helper)) if last.endswith(helper) and last != helper else None
        if first and is_known(first):
            return True
    return False


def formal(stem: str) -> str:
    """Return the -ㅂ니다 form: 쓰 → 씁니다, 만들 → 만듭니다, 찾 → 찾습니다."""
    if final(stem[-1]) in {"", "ㄹ"}:
        return with_final(stem, "ㅂ") + "니다"
    return stem + "습니다"


def stem_of_infinitive(form: str) -> str | None:
    """Return the stem whose 아/어 form this is; None for what cannot be one."""
    last = form[-1:]
    if not is_syllable(last) or final(last):
        return None
    for known, stem in _LIKELIER.items():
        if form.endswith(known):
            return form.removesuffix(known) + stem
    if last in "해돼":
        return form[:-1] + ("하" if last == "해" else "되")
    if last in "아어" and len(form) > 1:
        return _before_open(form[:-1])
    return _from_contracted(form)


def _before_open(stem: str) -> str:
    if final(stem[-1]) == "ㄹ" and _is_irregular(with_final(stem, "ㄷ"), "ㄷ") and not _is_l_stem(stem):
        return with_final(stem, "ㄷ")
    if not final(stem[-1]):
        if _is_irregular(with_final(stem, "ㅅ"), "ㅅ"):
            return with_final(stem, "ㅅ")
        if stem.endswith("모"):
            return stem + "으"
    return stem


def _from_contracted(form: str) -> str | None:
    last, before = form[-1], form[-2:-1]
    found = vowel(last)
    if last in "와워" and before and not final(before) and _is_irregular(with_final(form[:-1], "ㅂ"), "ㅂ"):
        return with_final(form[:-1], "ㅂ")
    if last in "라러" and final(before) == "ㄹ":
        return with_final(form[:-1], "") + "르"
    if form in words("vowel_stems"):
        return form
    # ㅡ gives way to ㅏ behind a bright vowel only: 바빠 is of 바쁘, 따 of itself.
    may_be_eu = found == "ㅓ" or (found == "ㅏ" and len(form) > 1)
    if last in _IU or (may_be_eu and _listed(with_vowel(form, "ㅡ"), "eu_stems")):
        return with_vowel(form, "ㅡ")
    if found in _CONTRACTED:
        return form if form in _WHOLE else with_vowel(form, _CONTRACTED[found])
    return form if found in "ㅏㅓㅐㅔ" else None


def stem_of_vowel_form(rest: str, *, cut: bool) -> str:  # noqa: PLR0911 - one line for each irregular kind
    """Return the stem left by -(으)ㄹ, -(으)면 …: `cut` says that the ending was the final of the last syllable."""
    last = rest[-1]
    if cut and last == "으" and final(rest[-2:-1]):
        return stem_of_vowel_form(rest[:-1], cut=False)
    if cut:
        if last == "으" and rest[:-1] and _is_irregular(with_final(rest[:-1], "ㅅ"), "ㅅ"):  # 나은지
            return with_final(rest[:-1], "ㅅ")
        if last == "우" and rest[:-1] and not final(rest[-2]) and _is_irregular(with_final(rest[:-1], "ㅂ"), "ㅂ"):
            return with_final(rest[:-1], "ㅂ")
        with_l = with_final(rest, "ㄹ") if is_syllable(last) else rest
        return with_l if _is_l_stem(with_l) and rest not in words("vowel_stems") else rest
    if final(last) == "ㄹ" and _is_irregular(with_final(rest, "ㄷ"), "ㄷ"):
        return with_final(rest, "ㄷ")
    if not final(last) and _is_irregular(with_final(rest, "ㅅ"), "ㅅ"):
        return with_final(rest, "ㅅ")
    return rest


def stem_of_consonant_form(rest: str, ending: str) -> str:
    """Return the stem before -는, -네, -세요 …, which take a ㄹ away; other endings leave it whole."""
    if ending[:1] in "는네니세십시ㅂ" and is_syllable(rest[-1]) and not final(rest[-1]):
        with_l = with_final(rest, "ㄹ")
        if _is_l_stem(with_l) and rest not in words("vowel_stems"):
            return with_l
    return rest


def drops_b(stem: str) -> bool:
    """Whether the ㅂ of a stem gives way before a vowel: 돕, 쉽."""
    return _is_irregular(stem, "ㅂ") or stem.endswith(("스럽", "롭", "답"))


def drops_s(stem: str) -> bool:
    """Whether the ㅅ of a stem gives way before a vowel: 낫, 붓."""
    return _is_irregular(stem, "ㅅ")


def turns_d(stem: str) -> bool:
    """Whether the ㄷ of a stem turns into ㄹ before a vowel: 듣, 걷."""
    return _is_irregular(stem, "ㄷ")


def _is_irregular(stem: str, kind: str) -> bool:
    return final(stem[-1]) == kind and _listed(stem, {"ㅂ": "b_stems", "ㅅ": "s_stems", "ㄷ": "d_stems"}[kind])


def _listed(stem: str, name: str) -> bool:
    """Whether a stem is in a list, alone or as the end of a compound (알아듣, 정확하)."""
    listed = words(name)
    return any(stem[start:] in listed for start in range(max(0, len(stem) - 5), len(stem)))


def _is_l_stem(stem: str) -> bool:
    """Whether a stem ends in ㄹ; a syllable alone counts by itself only (울다, but 배우다)."""
    listed = words("l_stems")
    return stem in listed or any(stem.endswith(known) for known in listed if len(known) > 1)
