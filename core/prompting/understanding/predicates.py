"""Predicates: the verb at the end of a Korean clause, its stem and what its ending does."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from core.privacy.korean.hangul import apart, final, is_syllable, together, vowel
from core.prompting.understanding.verbs import (
    is_adjective,
    is_known,
    stem_of_consonant_form,
    stem_of_infinitive,
    stem_of_vowel_form,
)
from core.prompting.understanding.words import LONGEST, table, words


class Mood(StrEnum):
    """What the ending of a clause does."""

    BAN = "ban"
    REQUEST = "request"
    MUST = "must"
    WISH = "wish"
    MAY = "may"
    TOLD_TO = "told_to"  # 넣으래요: what somebody else demands
    WANT = "want"
    SO = "so"
    IMPERATIVE = "imperative"
    QUESTION = "question"  # what shall I …: a choice
    ASKED = "asked"  # how it is
    TOLD = "told"

    @property
    def demands(self) -> bool:
        """Whether it asks for something to be done, or not to be done."""
        return self not in {Mood.QUESTION, Mood.ASKED, Mood.TOLD}


@dataclass(frozen=True, slots=True)
class Predicate:
    """The end of a clause: what stands before the verb, the verb's stem, the ending as written, and the mood."""

    before: str
    stem: str
    ending: str
    mood: Mood
    form: str = ""  # the 아/어 form that the ending stood behind


_VALID_BEFORE: Final = re.compile(r"[가-힣]$")


@cache
def _endings() -> tuple[tuple[Mood, str, re.Pattern[str]], ...]:
    read = table("endings.toml")
    more = read["more"]
    return tuple(
        (Mood(row["mood"]), row["base"], re.compile(f"(?:{_in_letters(form.replace('{more}', more))})$"))
        for row in read["ending"]
        for form in row["forms"]
    )


_WH: Final = re.compile(r"무엇|뭐|뭣|뭘|어느|어떤|어떻|누구|누가|어디|언제|몇|얼마|왜|무슨")


_NOUNS_IN_GO: Final = ("사고", "광고", "재고", "경고", "신고", "공고", "원고", "창고", "중고", "입고", "출고")
_DONE_SO: Final = re.compile(
    r"(?:하|되|않|말|넣|쓰|들|적|달|빼|이|리|추|우|주|뽑|르|누|풀|키|꾸|두|두기|끊|묻|읽|찾|잡|남기|치|맺)$"
)
# Stems before -ㅁ; a noun that ends so by chance has another syllable there (핵심, 중심, 후렴, 타임, 하나쯤).
_NOUN_FORM: Final = re.compile(
    r"(?:[하되지가오보주나내쓰크사타키치리기히우두추누꾸르끄뜨트프모빼매배세재개깨]|(?<![가-힣])[이아]|아니|[높붙줄보쓰먹쌓섞모]이"
    r"|[하으되오가보주나계리치이]시)$"
)
_TROUBLE: Final = re.compile(r"면\s?(?:곤란|감점|실격|탈락)$")
# A clause that ends in a thing described is a noun, whatever its verb (하면 안 되는 것부터, 고쳐야 하는 순서대로).
_DESCRIBED: Final = re.compile(
    r"(?:[는은운한된될할인던]|[가-힣]ㄹ)\s(?:것|거|순서|순|부분|점|곳|데|방법|방향|내용)(?:만|부터|도|까지|은|는|을|를|대로|으로|로|처럼)$"
)


def _is_plausible(  # noqa: PLR0911 - one line for each ending
    mood: Mood, ending: str, rest: str, text: str
) -> bool:
    """Whether an ending that many nouns share (이미지, 어머니, 아이디어) is one here."""
    if mood is Mood.ASKED and ending in {"지", "나", "니", "냐"}:
        return _WH.search(text) is not None
    if mood is Mood.MUST and re.search(r"(?:건|는|은|할|될)지(?:도|를)?$", text):
        return False
    if re.search(r"까\s?봐", text[-4:]):  # 변명처럼 들릴까봐: a worry
        return False
    if mood is Mood.REQUEST and ending == "기":
        return _DONE_SO.search(rest) is not None
    if mood is Mood.TOLD and ending == "오":
        return rest.endswith(("하", "되"))
    if mood is Mood.TOLD and ending == "다":  # 캐나다, 바다; a verb has ㄴ다 or 는다
        return is_adjective(rest.rpartition(" ")[2]) or rest.endswith(("않", "아니", "못하"))
    if mood is Mood.TOLD and ending == "ᆷ":
        return _NOUN_FORM.search(rest) is not None
    if mood is Mood.TOLD and ending == "":
        word, last = rest.rpartition(" ")[2], rest[-1]
        if word in words("bare_requests") or last in "해돼와봐놔" or vowel(last) in "ㅕㅝ":
            return True
        return last in "아어" and len(word) > 1 and bool(final(word[-2]))
    return True


def _in_letters(pattern: str) -> str:
    # A quantifier behind a syllable must not be read for its last letter alone.
    return apart(re.sub(r"([가-힣])\?", r"(?:\1)?", pattern))


@lru_cache(maxsize=256)  # a clause is read several times while its prompt is made
def read_predicate(clause: str) -> Predicate | None:
    """Read the verb at the end of a clause; None where it ends in a noun."""
    text = clause.rstrip(" .!?~…,")
    if len(text) > LONGEST:
        return None
    if (_is_noun(text.rpartition(" ")[2]) and not _TROUBLE.search(text)) or _DESCRIBED.search(text):
        return None
    whole = apart(text)
    for mood, base, pattern in _endings():
        for found in pattern.finditer(whole):
            rest = together(whole[: found.start()])
            if not _VALID_BEFORE.search(rest):
                continue
            ending = together(found.group())
            if not _is_plausible(mood, ending, rest, text):
                continue
            read = _read(rest, base, ending, cut=_is_cut(whole, found.start()))
            if read and mood is Mood.TOLD_TO and not _is_writing(read[1]):
                continue
            if read:
                before, stem, form = read
                return Predicate(before, stem, ending, mood, form)
    return None


# 사과편지 is no 펴 + ㄴ지.
_NOUNS_LIKE_VERBS: Final = (
    *("님", "팀", "까지", "편지", "공지", "쪽지", "반지", "먼지", "단지", "휴지", "잡지", "표지"),
    *("강아지", "아버지", "메시지", "페이지", "이미지", "패키지", "소시지", "마사지", "브리지", "스테이지"),
    *("설문지", "질문지", "답안지", "신문지"),
)


def is_noun_like_verb(word: str) -> bool:
    """Whether a word is a noun that ends as a verb does: 편지, 공지."""
    return word.endswith(_NOUNS_LIKE_VERBS) and not word.endswith("까지")


def _is_noun(word: str) -> bool:
    if word == "것":  # 적을 것: an ending
        return False
    return (
        (len(word) > len(_NOUNS_IN_GO[0]) and word.endswith(_NOUNS_IN_GO))
        or word in words("no_stems")
        or word in words("verbal_nouns")
        or word in words("particle_nouns")
        or word.endswith(_NOUNS_LIKE_VERBS)
    )


def _is_cut(whole: str, at: int) -> bool:
    """Whether an ending begins with the final of a syllable."""
    return at < len(whole) and "ᆨ" <= whole[at] <= "ᇂ"


def _is_writing(stem: str) -> bool:
    return stem in words("writer_verbs") or stem in words("shaping_verbs")


def _read(rest: str, base: str, ending: str, *, cut: bool) -> tuple[str, str, str] | None:
    head, blank, word = rest.rpartition(" ")
    before = head + blank
    if base == "inf":
        stem = _infinitive_stem(word)
    elif base == "vowel":
        if not cut and final(word[-1]) not in {"", "ㄹ"} and not ending.startswith("으") and ending != "음":
            return None
        stem = stem_of_vowel_form(word, cut=cut or not ending.startswith(("으", "음")))
    else:
        stem = stem_of_consonant_form(word, ending)
    if not stem or not _is_stem(stem):
        return None
    if stem[0] in "하되" and len(stem) == 1 and before and _is_bare(before):
        noun_head, noun_blank, noun = before.rstrip().rpartition(" ")
        return noun_head + noun_blank, noun + stem, word
    return before, stem, word


def _infinitive_stem(word: str) -> str | None:
    if not word or not is_syllable(word[-1]) or final(word[-1]) or vowel(word[-1]) not in "ㅏㅓㅐㅔㅕㅘㅝㅙ":
        return None
    return stem_of_infinitive(word)


def _is_stem(stem: str) -> bool:
    return is_syllable(stem[-1]) and not _is_noun(stem) and is_known(stem)


def _is_bare(before: str) -> bool:
    word = before.rstrip().rpartition(" ")[2]
    return word in words("verbal_nouns")
