"""Acts: what a Korean predicate, or a phrase that refuses something, asks an AI to do, in -ㅂ니다 form."""

import re
from typing import Final

from core.prompting.understanding.objects import ADDED, as_object, with_object
from core.prompting.understanding.predicates import Mood, Predicate
from core.prompting.understanding.verbs import formal, future, infinitive, is_intransitive
from core.prompting.understanding.words import alternatives, words

_SOMEBODY: Final = re.compile(r"(?:들|님|분|씨|명|이름\d\})(?:이|가|께서)\s")
_ABOUT_SOMETHING: Final = re.compile(r"[가-힣](?:은|는)\s\S")


def act(predicate: Predicate) -> str:  # noqa: C901, PLR0911 - one line for each kind of clause
    """Return the instruction that a predicate makes."""
    stem, before, mood = predicate.stem, predicate.before, predicate.mood
    if mood is Mood.BAN:
        return _notdone(predicate)
    if stem == "보내" and re.search(rf"(?:{alternatives('decline')})(?:을|를)?\s$", before):
        return f"{with_object(before, stem)}씁니다"
    if stem in {"있", "없"} and before.endswith(("수 ", "수도 ")):
        return f"{before}{stem}게 합니다"
    if stem in {"없", "말"}:
        return f"{before}없게 합니다"
    if stem in ADDED and mood in {Mood.MUST, Mood.WISH, Mood.SO, Mood.REQUEST}:
        return f"{as_object(before)} 넣습니다" if before.strip() else "넣습니다"
    if mood is Mood.TOLD_TO:
        return done(predicate)
    if mood is Mood.MAY:
        return f"{before}{predicate.form}도 됩니다"
    if mood is Mood.SO:
        return f"{before}{stem}도록 합니다"
    if mood is Mood.WANT:
        return _wanted(predicate)
    if mood is Mood.WISH and stem in words("reader_verbs") and not predicate.ending.startswith("ㅆ"):
        return f"{before}{future(stem)} 수 있게 합니다"
    if mood is Mood.MUST and not _can_write(stem):
        return f"{with_object(before, stem)}{predicate.form}야 합니다"
    if mood in {Mood.MUST, Mood.WISH} and (
        is_intransitive(stem) or (mood is Mood.WISH and _SOMEBODY.search(before))
    ):  # 느낌이 나야, 애들이 한번은 웃었으면
        return brought_about(predicate)
    return done(predicate)


def _can_write(stem: str) -> bool:
    """Whether an instruction to do so makes sense (정리합니다); others stay as what must be (캐드를 돌려야 합니다)."""
    return (
        stem in words("writer_verbs")
        or stem in words("shaping_verbs")
        or stem in {"가", "하", "보", "지키", "두", "받", "만들", "맞추", "말하"}
        or is_intransitive(stem)
        or stem.endswith("하")
    )


def _wanted(predicate: Predicate) -> str:
    if predicate.stem == "받" and re.search("답장|회신|연락|답변은", predicate.before):
        return done(predicate)
    if predicate.stem.endswith(("이해하", "익히", "깨닫")):  # 결과지를 이해하고 싶어요: the person, not the AI
        return f"{with_object(predicate.before, predicate.stem)}{predicate.stem}게 돕습니다"
    given = {"알": "알려 줍니다", "보": "보여 줍니다", "받": "줍니다", "듣": "들려줍니다", "배우": "가르쳐 줍니다"}
    if predicate.stem in given:
        return with_object(predicate.before, predicate.stem) + given[predicate.stem]
    if is_intransitive(predicate.stem):
        return brought_about(predicate)
    if any(predicate.stem in words(name) for name in ("writer_verbs", "shaping_verbs")):
        return done(predicate)
    return f"{predicate.before}{predicate.stem}고 싶습니다"  # 내년에 사무직으로 옮기고 싶음: the person's own wish


def brought_about(predicate: Predicate) -> str:
    """Return that something comes about: 느낌이 나게 합니다."""
    return f"{predicate.before}{predicate.stem}게 합니다"


def _notdone(predicate: Predicate) -> str:
    stem = predicate.stem
    if stem in {"있", "들어가", "들어있"}:
        return f"{predicate.before}{stem}지 않게 합니다"
    if re.search("않(?:게|도록)", predicate.ending):
        return f"{predicate.before}{stem}지 않게 합니다"
    joined = is_intransitive(stem) or re.search(r"(?:거나|고)\s*$", predicate.before) is not None
    verb = f"{stem}지 않게 합니다" if joined and is_intransitive(stem) else f"{stem}지 않습니다"
    return with_object(predicate.before, stem) + verb


def done(predicate: Predicate) -> str:
    """Return that something is done: 주석을 많이 답니다."""
    stem, before = predicate.stem, predicate.before
    if stem in {"들어가", "포함되", "들어있"} and before.strip() and not re.search(r"(?:에|로|까지|서)\s*$", before):
        return f"{as_object(before)} 넣습니다"
    if stem == "하" and before.rstrip().endswith(("게", "도록", "로", "처럼")):
        return f"{before.rstrip()} 합니다"
    form = predicate.form or infinitive(stem)
    giving = form.rpartition(" ")[2] in words("giving") and predicate.mood is Mood.REQUEST
    if giving and form != "도와":
        return f"{with_object(before, stem)}{form} 줍니다"
    noun = stem.removesuffix("하")
    if noun and noun != stem and noun in words("verbal_nouns"):
        return f"{with_object(before, noun)}{noun}합니다"
    return with_object(before, stem) + formal(stem)
