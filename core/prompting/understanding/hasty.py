"""Hasty demands: notes whose end stands for a verb (변명 ㄴㄴ, 결론 한 줄 딱, 존댓말), closed with it."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.mending import plain
from core.prompting.understanding.words import words

_MOST: Final = 6  # words; in a longer one what the end belongs to is not sure
_NO: Final = re.compile(r"^(?P<what>[^,0-9]*[가-힣])\s?(?:ㄴㄴ|노노|(?<=[가-힣])[xX×]|(?<=\s)[xX×])$")
_NOT: Final = re.compile(r"^(?P<what>[^,]*[가-힣])\s?말고$")
_DISLIKED: Final = re.compile(r"^(?P<what>[^,]*[가-힣])\s싫(?:음|어요?|습니다)$")
# What says which or how, and no thing: 이렇게 말고, 길지 말고, 이 중에 말고, 하기 싫음, 이건 싫음.
_NO_THING: Final = re.compile(r"(?:[지기게로고면데서은는도만이가을를에]|까지|부터|대로|처럼|같이|조금|많이)$")
_COUNTED: Final = re.compile(
    rf"(?:^|\s)(?:[0-9]+\s?[~-]\s?)?(?:[0-9][0-9,]*|{NUMBER}|한두|두세|서너|너댓|대여섯|예닐곱)\s?"
    r"(?:(?P<thing>개|가지|문제|문항|편|컷)|(?P<size>줄|문장|문단|단락|쪽|페이지|자|글자|단어)|(?P<times>번))"
    r"(?P<how>씩|만|까지만|정도|쯤|내외|안팎|\s?(?:이내|이하|이상))?(?P<just>\s딱)?$"
)
_SAID: Final = re.compile(
    r"(?:말|얘기|이야기|인사|사과|언급|인용|유머|농담|표현|유행어|비유|이름)[은는을를도]?$"
)  # 하루 두 번만
# What is so already, or banned before the number: 원본은 12쪽, 변명 금지 세 문장.
_AS_IS: Final = re.compile(r"지금|현재|원본|원문|기존|원래|이미|금지|ㄴㄴ|노노|[말빼]고\s")
_TOPIC: Final = re.compile(r"^[^\s]{2,8}(?<![하되있없])[은는]\s")
_ONE: Final = re.compile(r"[가-힣](?<!로)\s?하나(?P<only>만)?$")
_LIKE: Final = re.compile(r"[가-힣](?:처럼|듯이)$")


def closed(text: str) -> str:  # noqa: PLR0911 - one line for each end
    """Return a note closed with the verb that its end stands for; nothing where the end is none of the few."""
    if len(text.split()) > _MOST:
        return ""
    if found := _NO.match(text):
        return _left_out(found["what"], "넣지 않습니다")
    if (found := _NOT.match(text)) and not _is_no_thing(found["what"]):
        return _left_out(found["what"], "뺍니다")
    if (found := _DISLIKED.match(text)) and not _is_no_thing(found["what"]):
        return f"{attach(found['what'], Particle.TOPIC)} 피합니다"
    if text.rpartition(" ")[2] in words("tone_nouns"):
        return f"{attach(text, Particle.TO)} 씁니다"
    if _LIKE.search(text):
        return f"{text} 씁니다"
    return _counted(text)


def _is_no_thing(what: str) -> bool:
    last = what.rpartition(" ")[2]
    return last in words("adverbs") or (_NO_THING.search(last) is not None and last not in words("particle_nouns"))


def _left_out(what: str, verb: str) -> str:
    what = re.sub(r"(?<=[가-힣])[은는]$", "", plain(what))  # 상품추천은 ㄴㄴ
    last = what.rpartition(" ")[2]
    if verb == "뺍니다" and last in words("verbal_nouns"):  # 너무 직역 말고
        return f"{what}하지 않습니다"
    does = last in words("verbal_nouns") | words("shape_nouns")
    return f"{attach(what, Particle.TOPIC)} {'하지 않습니다' if does else verb}"


def _counted(text: str) -> str:
    if (found := _COUNTED.search(text)) and not _AS_IS.search(text):
        said = text.removesuffix(found["just"] or "")
        if found["times"]:
            return f"{said} 넣습니다" if _SAID.search(said[: found.start()]) else ""
        how = (found["how"] or "").strip()
        if how in {"씩", "만", "까지만", "정도", "쯤"} or (found["thing"] and how == "이상"):
            return f"{said} 씁니다"
        if found["thing"] and not how:
            is_topic = _TOPIC.match(said) is not None  # 반찬은 세 가지
            return f"{attach(said, Particle.TO)} 합니다" if is_topic else f"{attach(said, Particle.OBJECT)} 씁니다"
        return f"{attach(said, Particle.TO)} 씁니다"
    if found := _ONE.search(text):
        return f"{text if found['only'] else attach(text, Particle.OBJECT)} 넣습니다"
    return ""
