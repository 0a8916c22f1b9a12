"""Bare demands: phrases without a verb that demands (메모는 영어로, 예시 3개, 사진도), turned where that is safe.

What cannot be turned surely stays as it was typed: a phrase reads well among instructions, a stitched
sentence does not.
"""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.acts import brought_about, done
from core.prompting.understanding.manner import TO_WRITE, is_manner
from core.prompting.understanding.objects import CONNECTED, is_adverb, with_object, with_object_before
from core.prompting.understanding.predicates import Mood, Predicate
from core.prompting.understanding.verbs import formal, is_adjective, is_intransitive, is_known, stem_of_infinitive
from core.prompting.understanding.words import words


def instruct_bare(clause: str, predicate: Predicate | None) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of clause
    """Turn a demand without a verb that demands: 메모는 영어로, 교토는 하루만, 예시 3개."""
    bare = (
        re.sub(
            r"(?<=[가-힣])(?:이요|요|욤|(?<![내비])용|입니다|이에요|예요|이고요?|이며|인데요?|(?<![타책선])임)$",
            "",
            clause,
        ).rstrip(" .")
        or clause
    )
    if last_done := re.search(r"(?:^|\s)(?:저장|출력|첨부|설치|실행|업로드|다운로드)$", bare):  # 결과는 엑셀로 저장
        return f"{bare}합니다" if last_done.start() else bare
    if bare.endswith("순서대로") and " " in bare:
        return f"{bare} 적습니다"
    if given := re.match(r"^(?P<what>.*만)\s?(?:주고|주시고|주되)$", bare):  # 고친 글만 주고
        return f"{given['what']} 줍니다"
    last = bare.rpartition(" ")[2]
    if predicate and predicate.mood is Mood.TOLD and predicate.form and clause.endswith("요"):  # 조용한 말투가 좋아요
        return clause
    if predicate and predicate.mood is Mood.TOLD and predicate.ending not in {"", "요"} and not is_adverb(last):
        return _told(predicate) if _is_of_text(predicate) else _trimmed(clause)
    if bare.count(",") > 1 and re.search("(?:으로|로)$", bare) and not re.search("기준|순서|항목|은 |는 ", bare):
        return f"{bare} 나눕니다"
    if re.search(r"[가-힣]{2,}별로$", bare):  # 담당자별로; 주는 별로 has a blank
        return f"{bare} 나눕니다"
    if bare.endswith("위주"):
        return bare + "로 씁니다"
    must = bare.removesuffix(last).strip()
    if last in _SURELY and must and _ends_in_noun(must) and not is_adverb(must.rpartition(" ")[2]):
        return f"{with_object(must, '넣').rstrip()} {last} 넣습니다"
    if is_adverb(last) and not TO_WRITE.search(last):
        return f"{with_object(bare, '넣').rstrip()} 넣습니다" if _is_part(bare.removesuffix(last).strip()) else bare
    if is_manner(last) and _comes_about(bare):
        return f"{bare} 합니다"
    if TO_WRITE.search(last) and last not in words("particle_nouns"):
        return _in_manner(bare, last)
    stem = stem_of_infinitive(last[:-1]) if CONNECTED.search(last) and len(last) > 1 else None
    if stem and is_known(stem):  # 5개 장으로 나눠서
        return with_object(bare.removesuffix(last), stem) + formal(stem)
    if last in words("verbal_nouns") and len(bare) > len(last) + 2:
        return f"{with_object(bare.removesuffix(last), last)}{last}합니다"
    if last == "필수":
        return f"{bare}로 넣습니다"
    if re.search(r"(?:자|단어|줄|문단|쪽|장|페이지|분)(?: ?(?:이내|이하|이상|내외|정도|안팎|분량|까지))$", bare):
        return attach(bare, Particle.TO) + " 씁니다"
    if last in words("tone_nouns") or last in {"영어", "한국어", "일본어"}:
        return attach(bare, Particle.TO) + " 씁니다"
    if re.search(r"(?:것|내용|말|사실|부분)만$", bare):  # 관찰한 것만
        return f"{bare} 씁니다"
    if told := _ALSO_TOLD.search(bare):  # 이해한다는 말도, 누가 낫다고 결론까지
        return f"{bare} {'냅니다' if told['noun'] in _REACHED else '넣습니다'}"
    return f"{with_object(bare, '넣').rstrip()} 넣습니다" if _is_part(bare) else bare


_SURELY: Final = frozenset({"꼭", "반드시", "무조건", "필히"})
_REACHED: Final = frozenset({"결론", "답", "판단", "추천", "순위"})
_ALSO_TOLD: Final = re.compile(
    r"(?:^|\s)\S{0,3}?(?P<noun>말|얘기|이야기|내용|이유|까닭|방법|결론|답|판단|추천|순위|설명|예시|사례|문구|멘트|인사|약속|근거|주의점|팁|요약)(?:도|까지)$"
)
_PLAIN: Final = 4  # words of a phrase that has room for no clause
_COUNTED: Final = re.compile(
    r"\s?(?:[0-9]+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|하나|둘|셋)\s?(?:개|가지|줄|편|번|장|명|문장|문단|곳|컷)?(?:씩|만|도|정도|쯤|은|는)?$"
)
_AT_PLACE: Final = re.compile(r"(?:줄|문장|문단|끝|앞|뒤|처음|마지막|제목|첫머리|옆|밑|아래|위)에(?:는|만)?\s[가-힣]+$")
_OF_TEXT: Final = ("answer_nouns", "own_text", "part_words", "text_nouns", "shape_nouns", "task_nouns")
_CLAUSE: Final = re.compile(r"(?:는데|(?<!가)지만|니까|려고|[다라]고)(?:\s|$)")
_SPOKEN: Final = re.compile(r"(?:대|래|냐|니|자|라|데|고|서|까|지|듯|다|봐|함|됨|임|음)$")


def _ends_in_noun(phrase: str) -> bool:
    """Whether a bare phrase of a few words ends in a noun: 안전대책, 환불 규정."""
    return len(phrase.split()) < _PLAIN and not _CLAUSE.search(phrase) and not _SPOKEN.search(phrase)


def _is_part(phrase: str) -> bool:
    """Whether a bare phrase names a part that a text can have (해시태그 5개, 제목도): it can be put in."""
    parts = phrase.split()
    if not parts or len(parts) > _PLAIN or _CLAUSE.search(phrase):
        return False
    noun = re.sub(r"(?:도|만|까지도?|은|는|을|를)$", "", _COUNTED.sub("", phrase)).rpartition(" ")[2] or parts[-1]
    if any(noun in words(name) for name in _OF_TEXT) or _COUNTED.search(phrase) or _AT_PLACE.search(phrase):
        return True
    return re.search(r"(?<!수)(?:도|만|까지)$", phrase) is not None and not _SPOKEN.search(noun) and len(noun) > 1


def _in_manner(phrase: str, last: str) -> str:
    """Return a phrase in -게, -히 or -로 as an instruction where it says how to write, else as it is."""
    if last.endswith("체"):
        return f"{phrase}로 씁니다"
    if last.endswith("게") and not is_manner(last):
        return phrase
    if last.endswith(("게", "히", "처럼", "듯이", "위주로", "느낌으로", "식으로")):
        of_text = any(word in words(name) for word in phrase.split()[:-1] for name in _OF_TEXT)
        return f"{with_object_before(phrase)} 씁니다" if of_text or " " not in phrase else f"{phrase} 씁니다"
    noun = re.sub(r"(?:으로|로)$", "", last)
    if noun in words("tone_nouns") | words("text_nouns") | words("own_text") | words("part_words") | words(
        "answer_nouns"
    ):
        return f"{phrase} 씁니다"
    if last in words("manners") or noun.endswith(_MANNERS):
        return f"{phrase} 씁니다"
    is_way = last.endswith("로") and last not in _NO_WAY
    return f"{phrase} 합니다" if is_way and len(phrase.split()) < _PLAIN else phrase


_MANNERS: Final = (
    *("어", "말", "체", "식", "톤", "투", "형", "순", "느낌"),
    *("위주", "글", "문", "줄", "자", "칭", "조", "안", "쪽"),
)


_NO_WAY: Final = frozenset(
    {"별로", "참고로", "반대로", "대체로", "따로", "그대로", "실제로", "주로", "서로", "바로", "새로"}
)


def _comes_about(clause: str) -> bool:
    """Whether a clause in -게 says what shall come about (느낌 안 나게, 혼자 읽게) and not in which manner (짧게)."""
    before, _, last = clause.rpartition(" ")
    stem = last.removesuffix("게")
    if before.endswith((" 안", " 못", " 수")) or stem in {"않", "아니", "싶"}:
        return True
    if is_adjective(stem) or stem.endswith(("롭", "스럽", "차", "같")) or stem in {"있", "없"}:
        return False
    return bool(stem) and (not stem.endswith("하") or stem[:-1] in words("verbal_nouns") or is_intransitive(stem))


def _is_of_text(predicate: Predicate) -> bool:
    """Whether a verb says what a text does or how it is, and not what is so in the world."""
    stem = predicate.stem
    return (
        any(stem in words(name) for name in ("writer_verbs", "shaping_verbs"))
        or stem in {"끝나", "시작하", "만들", "들", "짜", "쓰이", "읽히", "보이", "남기", "지키", "살리"}
        or stem.removesuffix("하") in words("verbal_nouns")
        or stem.endswith("면")
    )


def _trimmed(clause: str) -> str:
    """Return a clause without the ending that would join it to the next: 힐링물이고 → 힐링물."""
    return re.sub(r"(?:이고요?|이며|인데요?)$", "", clause)


def _told(predicate: Predicate) -> str:
    if predicate.stem.endswith("면"):
        return predicate.before + formal(predicate.stem)
    return brought_about(predicate) if is_intransitive(predicate.stem) else done(predicate)
