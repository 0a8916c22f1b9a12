"""Noun topics: what an intent makes of a noun phrase, whether it names the thing or only what the thing is about."""

import re
from typing import Final

from core.privacy.korean.particles import Particle, attach
from core.prompting.intents.naming import all_heads
from core.prompting.understanding.frames import NO_PHRASE, Frame, filled, in_two, is_modifier, is_noun
from core.prompting.understanding.object_particles import with_object
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.sentences import is_finite
from core.prompting.understanding.told_sentences import told
from core.prompting.understanding.words import words

_SHORTEST: Final = 3  # characters; 표 and 대본 say no more than the intent does
_MOST_NOUNS: Final = 4  # blanks between nouns that stand side by side
_MOST_TOPIC: Final = 40  # characters; a longer heap of nouns is no phrase


def topic_of(text: str, frame: Frame) -> str:  # noqa: PLR0911 - one line for each kind of noun
    """오사카 3박 4일 → 오사카 3박 4일 여행 일정을 짭니다."""
    head, _, last = text.rpartition(" ")
    if not frame.opening.topic or len(text) > _MOST_TOPIC:
        return ""
    if frame.writes and frame.names(text) and not is_finite(last):
        return frame.made(text) if head or len(text) > _SHORTEST else frame.intent.task.ko
    if frame.writes and _PART.search(text):
        return f"{attach(text, Particle.OBJECT)} 씁니다."
    if not _is_phrase(text):
        return ""
    if frame.writes:
        is_made = any(word in all_heads() for word in text.split())  # 송년회 기획 60명: no plan of a plan
        is_heap = text.count(" ") >= _MOST_NOUNS and all(map(is_noun, text.split()))
        return _with_rest(text, frame) or ("" if is_heap or is_made else _filled(text, frame.opening.topic))
    done = frame.verb.removesuffix("합니다.")
    if done and done not in {last, frame.verb} and last.endswith(done):  # 논문 3줄요약
        return f"{text}합니다."
    if head and (last in words("verbal_nouns") or re.search(r"[가-힣]{2}화$", last)):
        return f"{with_object(f'{head} ', last)}{last}합니다."
    return _filled(text, frame.opening.topic) if head else _alone(text, frame)


def _is_phrase(text: str) -> bool:
    """Whether a text is a noun phrase, and tells or asks nothing."""
    last = text.rpartition(" ")[2]
    predicate = read_predicate(text)
    is_verb = (predicate and predicate.ending != "기" and last not in words("particle_nouns")) or is_finite(last)
    is_verb = is_verb or _TOGETHER.search(text) is not None or _NO_HEAD.search(text) is not None
    done = _DONE.search(text)
    is_verb = is_verb or (done is not None and done["noun"] in words("verbal_nouns"))
    return is_noun(last) and not is_verb and not NO_PHRASE.search(text) and not told(text).endswith("니다.")


def _alone(word: str, frame: Frame) -> str:
    """Return what is done with one word, which may only name what is done anyway: 수식 좀요."""
    return frame.intent.task.ko if word in frame.opening.topic else filled(frame.opening.topic, word)


_TOGETHER: Final = re.compile(r"[가-힣]하자\s")
_NO_HEAD: Final = re.compile(r"\s(?:전부|모두|각각|몇\s?(?:개|가지|줄|편))$")
_DONE: Final = re.compile(r"(?P<noun>[가-힣]{2,4})하고\s\S+$")  # 값 표시하고 그래프; but 친구하고 여행
_PART: Final = re.compile(r"\s(?:부분|파트|칸)$")
_NEXT: Final = re.compile(r"\{it[^}]{0,9}\}\S{0,4}\s(?P<noun>[가-힣]{1,8}?)(?:을|를|의|과|와)?[\s.]")


def _filled(text: str, topic: str) -> str:
    """Return the sentence for a phrase, no word of it twice: 우유랑 두유 차이 → 우유랑 두유의 차이를 …."""
    following = _NEXT.search(f"{topic} ")
    again = following["noun"].removesuffix("하는").removesuffix("합니다") if following else ""
    shorter = text.removesuffix(f" {again}")
    if shorter != text and is_modifier(shorter.rpartition(" ")[2]):  # 가계에 미칠 영향
        topic = _IT_OF.sub("{it} ", topic)
    return filled(topic, shorter)


_IT_OF: Final = re.compile(r"\{it[^}]{0,9}\}의?\s")


_COUNT: Final = re.compile(r"(?P<count>(?:몇|[0-9]{1,3}|한|두|세|네|다섯|열)\s?(?:개|가지|줄|편|장|통|곡))(?:\s|$)")
_ONE_WORD: Final = re.compile(r"[가-힣A-Za-z0-9]{1,12}(?<!게끔)")
_FOR: Final = re.compile(r"[가-힣](?:용|형|편|학기|학년|월|분기|년도|차)$")


def _with_rest(text: str, frame: Frame) -> str:
    """승무원 자소서 500자 알바 8개월 → 승무원 자소서를 씁니다: 500자 알바 8개월."""
    if text.rpartition(" ")[2] in words("verbal_nouns"):
        return ""
    named = ((head, rest) for head, rest in in_two(text) if frame.names_own(head) and is_noun(head.rpartition(" ")[2]))
    head, rest = next(named, ("", ""))
    if count := _COUNT.match(rest):  # 카피 몇 개 게시판용
        head, rest = f"{head} {count['count']}", rest[count.end() :]
    if head and (not rest or (_ONE_WORD.fullmatch(rest) and _FOR.search(rest))):  # 전략 보고서 임원용
        return f"{rest} {frame.made(head)}".strip()
    return f"{frame.made(head).rstrip('.')}: {rest}." if head else ""
