"""Framed requests: a request with no verb that says what to do, put into the sentence that its intent opens with.

What it ends in decides the sentence: a question, what is wanted, told or reported, whom it is for, how it is to be, or
the thing itself. What none of these surely reads stays to be quoted.
"""

import re
from collections.abc import Callable
from typing import Final

from core.privacy.korean.hangul import final, with_final
from core.privacy.korean.particles import Particle, attach
from core.prompting.intents.intent import Intent, Opening
from core.prompting.understanding.conjugation import before_noun, so_that
from core.prompting.understanding.frames import (
    OF_ANOTHER,
    SIZE,
    Frame,
    filled,
    in_two,
    is_modifier,
    is_noun,
    is_noun_phrase,
    says_how,
    sized,
)
from core.prompting.understanding.indirect_questions import as_question
from core.prompting.understanding.korean_demands import NOUN_POLITE, without_courtesy
from core.prompting.understanding.korean_requests import SENT, plain_request, to_do
from core.prompting.understanding.noun_topics import topic_of
from core.prompting.understanding.object_particles import is_bare_noun, with_object
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.reported_speech import tells
from core.prompting.understanding.sound_openings import SAYS
from core.prompting.understanding.told_sentences import told
from core.prompting.understanding.verbs import is_known

_MOST_TAIL: Final = 5  # words that say how something is to be
_IF_POSSIBLE: Final = re.compile(r"(?<=고 싶은데)\s(?:가능|될|되|있)\S{1,4}$")
_INCLUDED: Final = re.compile(r"(?<=[가-힣])\s?포함$")


def framed(clause: str, intent: Intent, opening: Opening) -> str:
    """Return a clause as the sentence that its intent opens with; nothing where it is not surely read."""
    is_marked = clause.rstrip(" ㅠㅜ.!~").endswith("?")
    text = _INCLUDED.sub(" 포함해", without_courtesy(plain_request(clause)).rstrip(" ?"))
    frame = Frame(intent, opening)
    noun = text if text.endswith(("예요", "에요")) else NOUN_POLITE.sub("", text)
    text = _IF_POSSIBLE.sub("", noun if is_noun_phrase(noun) else text)
    if not text:
        return ""
    others = (form(text, frame) for form in _FORMS)
    return _reported(text, frame) or _asked(text, frame, is_marked=is_marked) or next(filter(None, others), "")


_REPORTED: Final = re.compile(
    r"(?P<said>달라고|[다라자냐]고)(?:요|만)?"
    r"(?:\s(?P<whom>(?:\S{1,12}\s){0,2}\S{1,12}(?:한테|에게|께)))?(?:\s(?P<how>\S{1,8}(?:게|히)))?$"
)


def _reported(text: str, frame: Frame) -> str:
    """못 간다고 사장님한테 → 사장님한테 못 간다고 알리는 글을 씁니다."""
    found = _REPORTED.search(text)
    what = text[: found.end("said")] if found else ""
    if what.endswith(" 뭐라고"):
        return topic_of(what.removesuffix(" 뭐라고"), frame)
    if not found or not frame.does.endswith("씁니다.") or not tells(what):
        return ""
    said = " ".join(filter(None, (found["whom"], what, found["how"])))
    return f"{said} {frame.does}" if frame.is_described else f"{said} {SAYS[found['said']]} {frame.does}"


_HOW_TO_WRITE: Final = re.compile(
    r"(?:을|를)?\s?(?:어떻게|어케|뭐라고|뭐라|뭘|뭐가|무슨\s말을?)\s(?:\S{1,12}\s){0,2}"
    r"(?:좋|괜찮|써|쓰|쓸|짜|짤|만들|적|보내|보낼|답|말|하면|해야|해|할|드려|드릴|남기|남길|전|시작|하|붙이|붙일|짓|지을|달|다나)\S{0,12}(?:\s\S{1,10})?$"
)
_TO_WRITE: Final = re.compile(r"(?:을|를)?\s?(?:쓰|써|보내|작성|남기|하려)\S{0,6}(?:\s(?:싶은데|하는데|되는데))?$")


def _written(text: str, frame: Frame) -> str:
    """교수님께 뭐라고 보내죠 → 교수님께 보낼 메일을 씁니다: how a text is put asks for the text."""
    found = _HOW_TO_WRITE.search(text)
    if not found or not frame.writes:
        return ""
    what = text[: found.start()].strip()
    if what.endswith("데"):
        what = _TO_WRITE.sub("", what)
    if re.search(r"(?:데|면|고|[해아어]서)$", what):
        return f"{what} {frame.does}"
    if what.endswith(("걸", "것을", "거를")):  # 결석한 걸 뭐라고 보내죠
        return f"{what} 알리는 {frame.made(frame.thing)}"
    return _addressed(what, frame) or topic_of(what, frame)


_ABOUT: Final = re.compile(r"(?<=[가-힣])[은는]$")


def _asked(text: str, frame: Frame, *, is_marked: bool) -> str:
    """안 쓰면 어떻게 되나요 → 안 쓰면 어떻게 되는지 쉬운 말로 알려 줍니다."""
    if written := _written(text, frame):
        return written
    if asked := as_question(text, is_marked=is_marked):
        return filled(frame.opening.asked, asked)
    parts = text.split(" ")
    for at in range(len(parts) - 1, max(0, len(parts) - _MOST_TAIL), -1):
        head, tail = " ".join(parts[:at]), " ".join(parts[at:])
        if not says_how(parts[-1]) or parts[at][0] == "않" or not (asked := as_question(head)):
            continue
        if frame.writes:
            return f"{filled(frame.opening.asked, asked).removesuffix(frame.verb)}{tail} {frame.verb}"
        return filled(frame.opening.asked, asked if f" {tail} " in frame.opening.asked else f"{asked} {tail}")
    is_open = not frame.writes and _ABOUT.search(text) and " " in text
    return filled(frame.opening.asked, f"{text} 어떻게 되는지") if is_open and not before_noun(text) else ""


def _wanted(text: str, frame: Frame) -> str:
    """사무직으로 옮기고 싶어요 → 사무직으로 옮길 수 있게 …."""
    predicate = to_do(text) or read_predicate(text)
    if predicate is None or predicate.mood not in {Mood.WANT, Mood.MUST} or not is_known(predicate.stem):
        return ""
    if re.search(r"(?:기로|길|기를|지)\s?\S*$", predicate.ending) or predicate.stem in {"있", "없", "되"}:
        return ""
    objects = [word for word in predicate.before.split() if word[-1] in "을를"] or predicate.before.split()[-1:]
    is_named = predicate.stem in SENT and any(frame.names(word.rstrip("을를")) for word in objects)
    return f"{so_that(predicate)} {frame.verb if is_named else frame.does}"


_WRITING: Final = frozenset({"쓰는", "쓸", "적는", "적을", "만드는", "만들", "짜는", "짤"})
_TOGETHER: Final = re.compile(r"(?<=[가-힣])하자고?$")


def _together(text: str, _: Frame) -> str:
    """회화 연습하자 → 회화 연습합니다: what a model is to do with the person."""
    found = _TOGETHER.search(text)
    return f"{text[: found.start()]}합니다." if found else ""


_PLACE: Final = re.compile(r"(?<=[가-힣])\s?데$")
_STAND_IN: Final = re.compile(r"(?<=[가-힣])\s?(?:거|것|꺼|얘기)(?:요|를|을|임)?$")
_SENT_ON: Final = re.compile(
    r"(?:보낼|올릴|실을|붙일|낼|쓸|넣을|돌릴|걸|드릴|남길|읽을|외칠|말할|할|내는|보내는|올리는)$"
)
_TO_PUT: Final = re.compile(
    r"\s(?P<to>\S{1,20}(?:에|에다|에게|한테|께|로)\s(?:보낼|올릴|실을|붙일|낼|쓸|넣을|돌릴|걸|드릴|남길))"
    r"\s?(?:거|것|꺼)(?:예요|에요|임|요)?$"
)


def _put(text: str, frame: Frame) -> str:
    """축하하는 글 문집에 실을 거 → 문집에 실을 축하하는 글을 씁니다."""
    found = _TO_PUT.search(text)
    thing = text[: found.start()] if found else ""
    if not found or not frame.writes or not is_noun(thing.rpartition(" ")[2]):
        return ""
    return f"{found['to']} {topic_of(thing, frame)}"


def _placeholder(text: str, frame: Frame) -> str:  # noqa: PLR0911 - one line for each kind of thing
    """학원 셔틀 기사님 구하는 것 → 학원 셔틀 기사님을 구하는 채용 공고를 씁니다."""
    found = _PLACE.search(text) or _STAND_IN.search(text)
    what = text[: found.start()] if found else ""
    if final(what[-1:]) not in {"ㄴ", "ㄹ"} or frame.names(text.removesuffix("요")):
        return ""
    if text.endswith("데"):
        return filled(frame.opening.topic, f"{what} 곳") if frame.intent.id == "place_recommendation" else ""
    before, _, verb = what.rpartition(" ")
    if verb in _WRITING and frame.names(before):  # 실험 리포트 쓰는 것
        return frame.made(before)
    if frame.does.startswith(f"{verb} "):  # 의사한테 물어볼 것
        return f"{before} {frame.does}"
    if not frame.writes:
        return filled(frame.opening.topic, f"{what} 것") if ":object}" in frame.opening.topic else ""
    if not before:
        return ""
    if final(verb[-1]) == "ㄹ" and not _SENT_ON.search(verb):  # 집에서 지킬 것
        return f"{what} 것을 담은 {frame.does}"
    if verb[-1] in "는은던" and not re.search("[다라자냐]는$", verb):
        what = f"{with_object(f'{before} ', verb[:-1])}{verb}"
    return f"{what} {frame.made(frame.thing) if _SENT_ON.search(verb) else frame.does}"


_TO_WHOM: Final = re.compile(r"(?:한테|에게|께)$")
_AT: Final = re.compile(r"(?<=[가-힣A-Za-z])에$")
_POSTS: Final = frozenset({"marketing", "notices"})


def _addressed(text: str, frame: Frame) -> str:
    """엄마한테 → 엄마한테 보낼 메시지를 씁니다; 피드에 → 피드에 올릴 게시글을 씁니다."""
    if not frame.does.endswith("씁니다.") or not (_TO_WHOM.search(text) or _AT.search(text)):
        return ""
    is_sent = _TO_WHOM.search(text) or frame.intent.family == "mail"
    puts = "보낼" if is_sent else "올릴" if frame.intent.family in _POSTS else "쓸"
    thing, _, whom = text.rpartition(" ")
    if thing and frame.names(thing):  # 축하 문자 시아버지께
        return f"{whom} {puts} {frame.made(thing)}"
    return f"{text} {frame.does}" if frame.is_described else f"{text} {puts} {frame.does}"


_UP_TO: Final = re.compile(r"(?:만|까지|부터|처럼|대로)$")


def _so_done(text: str, frame: Frame) -> str:
    """부고장 정중하게 → 부고장을 정중하게 씁니다; 에러코드만 잡히게 → 에러코드만 잡히게 정규식을 씁니다."""
    size = SIZE.search(text)
    if size and frame.writes and frame.names(text[: size.start()]):
        return sized(text, frame.verb)
    parts = text.split(" ")
    at = _manner_at(parts)
    if at == len(parts):
        return ""
    if len(parts) == 1:  # 절반으로
        what = "" if frame.thing and frame.thing in text else frame.does.removesuffix(frame.verb)
        return f"{what}{text} {frame.verb}"
    if not frame.writes and ":object}" not in frame.opening.topic and not re.search(r"[을를]\s", text):
        return f"{text} {frame.does}"
    if sentence := _placeholder(" ".join(parts[:at]), frame):  # 남친한테 쓸 거 길게
        return f"{sentence.removesuffix(frame.verb)}{' '.join(parts[at:])} {frame.verb}"
    return _with_manner(parts, at, frame)


def _manner_at(parts: list[str]) -> int:
    """Return where the words begin that only say how something is to be done."""
    at = len(parts)
    while at > 0 and says_how(parts[at - 1]):
        at -= 2 if parts[at - 1] in OF_ANOTHER and at > 1 else 1
    while at > 0 and is_modifier(parts[at - 1]):  # 심각한 순으로
        at -= 1
    return at


_IN_FORM: Final = re.compile(r"(?:형식)?으?로$")


def _with_manner(parts: list[str], at: int, frame: Frame) -> str:
    text = " ".join(parts)
    if frame.writes and any(frame.names(_IN_FORM.sub("", part)) for part in parts[at:]):  # 이메일로
        return f"{text} {frame.verb}"
    named = [end for end in range(1, at + 1) if frame.names(" ".join(parts[:end]))]
    if at == 0 or (frame.writes and not named):
        return f"{text} {frame.does}"
    at = named[-1] if named else at
    head, tail = " ".join(parts[:at]), " ".join(parts[at:])
    if _UP_TO.search(tail) and is_noun(parts[at]) and len(parts) - at > 1:
        return ""
    if frame.verb.endswith("합니다."):  # 자소서 첨삭 3번만
        head = head.removesuffix(f" {frame.verb.removesuffix('합니다.')}")
    is_object = is_noun(head.rpartition(" ")[2]) and not re.search(r"[을를](?:\s|$)", head)
    return f"{attach(head, Particle.OBJECT) if is_object else head} {tail} {frame.verb}"


_BUT: Final = re.compile(r"^(?:근데|그런데|그리고|하지만)\s")
_TOPIC: Final = re.compile(r"\s(?P<about>(?P<noun>[가-힣]{2,8})[은는])\s")


def _with_told(text: str, frame: Frame) -> str:
    """홍보 계획 노인들은 인터넷을 안 봐요 → 홍보 계획을 짭니다. 노인들은 인터넷을 안 봅니다."""
    for head, behind in in_two(text):
        rest = _BUT.sub("", behind)
        if " " in rest and frame.names(head) and before_noun(rest) and told(rest).endswith("니다."):
            sentence = topic_of(head, frame)
            return f"{sentence} {told(rest)}" if sentence else ""
    return ""


_WORRIED: Final = re.compile(r"서\s(?:너무\s|정말\s)?(?:걱정|고민|불안|답답|미치|힘들|큰일)\S{0,8}(?:\s\S{1,8})?$")


def _told(text: str, frame: Frame) -> str:
    """소리가 안 나요 → 소리가 안 나는 문제의 원인을 …."""
    if not frame.opening.told:
        return ""
    text = _WORRIED.sub("요", text)  # 코피를 흘려서 걱정돼요
    before = before_noun(text)
    return filled(frame.opening.told, before) if before not in {"", text} and before[-1] != "인" else ""


def _about(text: str, frame: Frame) -> str:
    """사업계획서 아이템은 반려식물 구독 → 사업계획서를 씁니다. 아이템은 반려식물 구독입니다."""
    for found in _TOPIC.finditer(text):
        head, rest, noun = text[: found.start()].rstrip(), text[found.end() :], found["noun"]
        is_name = is_bare_noun(noun) and not is_known(noun) and not is_known(with_final(noun, ""))
        if is_name and " " in head and is_noun_phrase(rest) and final(rest[-1]) != "ㅁ":
            sentence = topic_of(head, frame)
            return f"{sentence} {found['about']} {rest}입니다." if sentence else ""
    return ""


_FORMS: Final[tuple[Callable[[str, Frame], str], ...]] = (
    _together,
    _put,
    _wanted,
    _placeholder,
    _addressed,
    _so_done,
    _with_told,
    _told,
    _about,
    topic_of,
)
