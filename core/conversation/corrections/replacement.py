"""Replacing: a value in the answers that a correction sets right, where it stands there as typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.conversation.answer_reading import read
from core.conversation.corrections.correction import Correction, Wording, corrections_in, without_particle
from core.conversation.length_words import length_in
from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Answer
from core.privacy.korean.particles import PAIRED, agree
from core.privacy.text import MaskedText

_IN: Final = (
    *(Key.PURPOSE, Key.BACKGROUND, Key.CONSTRAINTS, Key.STEPS, Key.AUDIENCE, Key.TONE, Key.PERSONALITY),
    *(Key.FORM, Key.LENGTH, Key.LEVEL, Key.LEFT_OUT),  # where they are the person's own words
)
_DEMANDS: Final = frozenset({Key.CONSTRAINTS, Key.STEPS, Key.TONE})
_LONGEST: Final = 200
"""Characters of a text that may be a correction."""
_SHORTEST: Final = 2  # characters of a value; 글 and 표 stand in many words
_TOKEN: Final = re.compile(r"\{[^{}\s]{1,20}\}|[A-Za-z][\w.#+-]*|\d[\d.,:]*[^\s\d{]{0,10}|[^\s\d{]+")
_NUMBER: Final = re.compile(r"\d[\d.,:]*")
_AMOUNT: Final = re.compile(r"\d[\d,.]{0,9}\s?[^\s\d]{1,10}")
_COUNTS: Final = frozenset(["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"])
_PART_OF_DAY: Final = frozenset(["오전", "오후", "낮", "밤", "저녁", "아침", "새벽", "점심", "정오"])
_COPULA: Final = r"이?(?:[었였][가-힣]{1,4}|입니다|에요|예요|고|고요|며|인데|인데요|라서?|야|임)|인데요?|입니다|임"
_ENDING: Final = (
    rf"(?:{'|'.join(PAIRED)}|{_COPULA}|에서?|의|만|부터|까지|에게|한테|께서?|씩|쯤|경|정도|이상|이하|이내|대|짜리|간)"
)
_BEHIND: Final = rf"(?:{_ENDING}(?:[은는도만의요야]|까지만?)?)?(?![가-힣])"
_BANNED: Final = re.compile(r"[^.,\n]{0,20}?(?:지\s?(?:는\s)?(?:마|말|않)|금지|빼|제외|없이|싫)")
_BANNED_BEFORE: Final = re.compile(r"\b(?:no|not|don't|never|without|avoid)\s(?:\w{1,20}\s){0,2}$", re.IGNORECASE)
_LABELLED: Final = re.compile(r"\s?(?:[은는]\s|[:：])|\s(?:is|are|will be)\s")
_AS_A_MANNER: Final = re.compile(r"으?로\s?(?:써|쓰|쓴|작성|해|하|적|답|번역|만들|정리|부탁)")
_DATIVE: Final = ("에게", "한테", "께")
# Of the text itself: 제목을 20자로 바꿔 줘 says nothing of the one length that was given.
_OF_TEXT: Final = re.compile(r"^(?:자|글자|단어|줄|문장|문단|단락|쪽|페이지|장|words?|characters?|lines?|pages?)$")

_BRACKET: Final = re.compile(r"\s?\([^()\n]{1,12}\)")
_PRODUCT: Final = re.compile(r"[A-Za-z]{2,20}")
_VERSION: Final = re.compile(r"\s?\d{1,4}(?:\.\d{1,4}){0,3}(?![\w가-힣])")

Span = tuple[int, int, str]
"""Where a value stands in an answer, and what is to stand there."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """The answers that hold a new value, and what the text says besides."""

    changes: Mapping[Key, Answer]
    rest: MaskedText


def replaced(answers: Mapping[Key, Answer], wish: MaskedText, *, demands: bool = False) -> Replacement | None:
    """Return the answers with the value that a wish sets right; None where there is none, or it may be another.

    Of `demands` alone, where the wish sets a choice as well: 반말로 써 줘, but not 반말을 싫어해요.
    """
    if len(wish) > _LONGEST:
        return None
    texts = {key: str(answers[key].text) for key in _IN if key in answers and answers[key].choice is None}
    for correction in corrections_in(wish):
        if (form := read(Key.FORM, MaskedText(correction.new))) and form.choice:
            continue  # 대본을 표로 바꿔 줘
        spans = _turned_down(texts, correction) if correction.old else _named(texts, correction)
        if demands:
            spans = {key: [span for span in spans[key] if _is_demand(key, texts[key], span)] for key in spans}
        if changes := {key: Answer(MaskedText(_with(texts[key], spans[key]))) for key in spans if spans[key]}:
            if any(len(answer.text) > QUESTIONS[key].max_length for key, answer in changes.items()):
                return None
            return Replacement(changes, MaskedText(correction.rest))
    return None


def replaced_reader(answers: Mapping[Key, Answer], reader: str) -> Replacement | None:
    """Return the answers in which the reader that there was gets it, with another reader."""
    if Key.AUDIENCE not in answers:
        return None
    old = str(answers[Key.AUDIENCE].text)
    texts = {key: str(answers[key].text) for key in (Key.PURPOSE, Key.BACKGROUND) if key in answers}
    correction = Correction(reader, old, wording=Wording.IN_SENTENCE, particle=_DATIVE[0])
    spans = _turned_down(texts, correction) if len(old) >= _SHORTEST else {}
    return Replacement({key: Answer(MaskedText(_with(texts[key], spans[key]))) for key in spans}, MaskedText(""))


def replaced_length(answers: Mapping[Key, Answer], length_range: str) -> dict[Key, Answer]:
    """Return the constraints with another length of the whole, where they demand one: 300자 이내로 써 주세요."""
    text = str(answers[Key.CONSTRAINTS].text) if Key.CONSTRAINTS in answers else ""
    for demand in re.split(r"[,.\n]", text):
        if before := length_in(demand):
            own, new = _AMOUNT.search(before), _AMOUNT.search(length_range)
            said = before.replace(own.group(), new.group()) if own and new else length_range
            return {Key.CONSTRAINTS: Answer(MaskedText(text.replace(before, said, 1)))}
    return {}


def says_instead(wish: str) -> bool:
    """Say whether a wish says a value, in the place of another or of what it is called."""
    return len(wish) <= _LONGEST and any(each.old or _holds_value(each.new) for each in corrections_in(wish))


def _turned_down(texts: Mapping[Key, str], correction: Correction) -> dict[Key, list[Span]]:
    """Return where the value stands that a correction turns down."""
    for old, new in _candidates(correction):
        value = _pattern(old)
        found = {key: places for key, text in texts.items() if (places := list(value.finditer(text)))}
        if not found:
            continue
        behind = [texts[key][place.end() :] for key, places in found.items() for place in places]
        is_stated = correction.wording is Wording.STATED
        if not is_stated and "#" in _shape(old) and not _holds_value(new):
            return {}  # 회비 3만원을 굵은 글씨로 바꿔 줘
        if any(_pattern(new).search(text) for text in texts.values()):
            return {}  # B안 말고 A안 chooses between two that were said
        if correction.wording is Wording.IN_SENTENCE and not _is_in_same_place(correction, old, new, behind, texts):
            return {}
        if not (is_stated or _holds_value(old)) and any(_LABELLED.match(text) for text in behind):
            return {}  # 가격 말고 장점으로 is about what is written of
        return {
            key: [
                _fitted(texts[key], place, new)
                for place in places
                if _holds_value(old) or not _is_banned(texts[key], place)
            ]
            for key, places in found.items()
        }
    return {}


def _is_banned(text: str, place: re.Match[str]) -> bool:
    return bool(_BANNED.match(text, place.end()) or _BANNED_BEFORE.search(text[: place.start()]))


def _candidates(correction: Correction) -> Iterator[tuple[str, str]]:
    """Yield what may be the old value in a correction, with the new one: as said, without what it is about."""
    new = without_particle(correction.new)
    words, others = correction.old.split(), new.split()
    topics = [at for at in range(len(words) - 1, 0, -1) if re.search(r"[은는을를이가:]$", words[at - 1])]
    values = [at for at in range(1, len(words)) if _holds_value(words[at]) and not any(map(_holds_value, words[:at]))]
    is_alike = words[0] == others[0] or words[-1] == others[-1]
    for first in dict.fromkeys((0, *topics, *values) if is_alike else (*topics, 0, *values)):
        for old in dict.fromkeys(_as_said(" ".join(words[first:]), new)):
            if len(old) >= _SHORTEST:
                yield old, _completed(old, new)
    if len(words) > 1 < len(others) and words[-1].startswith(others[-1]):
        yield " ".join(words[:-1]), " ".join(others[:-1])  # 조민석 대표, where 대표 조민석 stands


def _as_said(old: str, new: str) -> Iterator[str]:
    """Yield an old value without the particles that a sentence puts behind it, and as said."""
    unit = _unit(new)
    if unit and _unit(old) == unit:
        yield old  # 64기가
    if unit and old.isdecimal():
        yield old + unit  # 35 말고 38만원
    yield from (without_particle(old), old)


def _completed(old: str, new: str) -> str:
    """Return a new value with what it leaves unsaid of the old one: Python 3.9, 3.11 → Python 3.11."""
    tokens, shape = list(_TOKEN.finditer(old)), _shape(new.split(maxsplit=1)[0])
    if new.isdecimal() and (unit := _unit(old)):
        return _completed(old, new + unit)
    is_value = "#" in shape or shape.startswith("{")
    same = [token.start() for token in tokens if is_value and _shape(token.group()).startswith(shape)]
    return old[: same[0]] + new if same else new


def _fitted(text: str, place: re.Match[str], new: str) -> Span:
    """Return where a new value stands, over what it says itself of the words beside: 낮 | 12시, 이름 | 총무."""
    start, end = place.span()
    said = [token.group() for token in _TOKEN.finditer(new)]
    before = list(_TOKEN.finditer(text, max(0, start - 40), start))
    more = len(said) - len(_TOKEN.findall(place.group()))
    for count in range(min(more, len(before)), 0, -1):
        tokens = before[-count:]
        if [_shape(token.group()) for token in tokens] == [_shape(word) for word in said[:count]]:
            start = tokens[0].start()
            break
    if new.endswith(")") and (bracket := _BRACKET.match(text, end)):  # 20일 | (목), 21일(금)
        end = bracket.end()
    if _PRODUCT.fullmatch(new) and _PRODUCT.fullmatch(place.group()) and (version := _VERSION.match(text, end)):
        end = version.end()  # Django | 4.2, FastAPI
    for size in range(len(new) - 1, 1, -1):
        tail = r"\s?".join(map(re.escape, new[-size:].replace(" ", "")))
        if following := re.compile(rf"\s?{tail}").match(text, end):
            end = following.end()
            break
    return start, end, new


def _named(texts: Mapping[Key, str], correction: Correction) -> dict[Key, list[Span]]:
    """Return where the one value stands that a correction can be about, though it does not say the old one."""
    new = without_particle(correction.new)
    about = re.escape(correction.about).replace(r"\ ", r"\s?")
    label = re.compile(rf"(?<!\w){about}(?!\w{{3}})[^,.\d\n]{{0,12}}$", re.IGNORECASE)
    values = _of_same_kind(new)
    if values is None:
        return _labelled(texts, about, new)
    found = [(key, place) for key, text in texts.items() for place in values.finditer(text)]
    beside = [(key, place) for key, place in found if label.search(texts[key][: place.start()])]
    if not beside and correction.wording is Wording.STATED:
        beside = found
    if len({" ".join(place.group().split()) for _, place in beside}) != 1 or beside[0][1].group() == new:
        return {}
    return {key: [(*place.span(), new) for other, place in beside if other is key] for key, _ in beside}


def _labelled(texts: Mapping[Key, str], about: str, new: str) -> dict[Key, list[Span]]:
    """Return where something is said behind its name and alone there: 장소: 본관 2층."""
    value = re.compile(
        rf"(?<!\w){about}(?:[은는]\s|\s?[:：=]\s?)(?P<value>[^\s,.;()][^,.\n;()]{{0,29}}?)(?=(?:{_COPULA})?\s?(?:[,.;\n(]|$))",
        re.IGNORECASE,
    )
    found = [(key, place) for key, text in texts.items() for place in value.finditer(text)]
    if len(found) != 1 or re.search(r"[을를이가]\s|(?:게|지|줘|요|다|함|음)$", found[0][1]["value"]):
        return {}
    key, place = found[0]
    return {key: [(*place.span("value"), new)]}


def _of_same_kind(new: str) -> re.Pattern[str] | None:
    """Return a pattern of the values that are of the kind of one: 27명 of all numbers of people."""
    tokens = _TOKEN.findall(new)
    if len(tokens) == 1 and tokens[0].startswith("{"):
        return re.compile(re.escape(_shape(tokens[0])[:-1]) + r"\d{1,4}(?:-\d{1,4})?\}")
    if re.match(r"[$€£₩]\s?\d", new):
        return re.compile(re.escape(new[0]) + r"\s?\d[\d.,]{0,9}")
    parts = [token for token in tokens if token not in _PART_OF_DAY]
    units = [_unit(part) for part in parts]
    if not all(_NUMBER.match(part) for part in parts) or not any(units) or _OF_TEXT.match(units[-1]):
        return None
    amount = r"\d[\d.,]{0,9}(?:\s?[십백천만억]\s?\d{0,4}){0,3}\s?"
    kept = [unit.lstrip("십백천만억") for unit in units]
    value = r"\s?".join(amount + re.escape(unit) for unit in kept if unit)
    if "시" in kept:
        value = amount + r"시(?:\s?\d{1,2}분|\s반)?"
    if len(parts) < len(tokens):
        value = rf"(?:(?:{'|'.join(_PART_OF_DAY)})\s?)?{value}"
    return re.compile(rf"(?<![\w{{.,:])(?<!월\s){value}{_BEHIND}") if any(kept) else None


def _is_in_same_place(correction: Correction, old: str, new: str, behind: list[str], texts: Mapping[Key, str]) -> bool:
    """Say whether the old value stands where the sentence has the new one: 팀장님께, 부장님께 보낼 거야."""
    if (_holds_value(old) and _holds_value(new)) or texts.get(Key.AUDIENCE, "").endswith(old):
        return True
    is_person = correction.particle in {*_DATIVE, "이", "가"}  # who reads it may be who gets it
    same = (*_DATIVE, " 대상", "용") if is_person else (correction.particle,)
    return any(text.startswith(same) for text in behind)


def _is_demand(key: Key, text: str, span: Span) -> bool:
    return key in _DEMANDS or _AS_A_MANNER.match(text, span[1]) is not None


def _pattern(value: str) -> re.Pattern[str]:
    """Return a pattern of a value, with other spaces and commas in numbers, where a word may end."""
    written = r"\s?".join(map(_written, _TOKEN.findall(value)))
    behind = "" if value.endswith("}") else rf"(?:(?<=[^가-힣])(?![\w}}])|(?={_BEHIND}))"
    return re.compile(r"(?<![\w{])" + written + behind, re.IGNORECASE)


def _written(token: str) -> str:
    number = _NUMBER.match(token)
    if number is None:
        return re.escape(token)
    digits = re.sub(r"(?<=\d)(?=\d)", ",?", number.group().replace(",", "").replace(".", r"\."))
    return digits + re.escape(token[number.end() :])


def _with(text: str, spans: list[Span]) -> str:
    for start, end, new in reversed(spans):
        text = text[:start] + new + agree(text[end:], new)
    return text


def _shape(token: str) -> str:
    """Return what tokens of one kind have in common: #시 of 12시."""
    if token in _PART_OF_DAY:
        return "오전"
    if token.startswith("{"):
        return _NUMBER.sub("", token)
    return "#" if token in _COUNTS else _NUMBER.sub("#", token.casefold())


def _unit(value: str) -> str:
    """Return what stands behind the number of a value."""
    found = re.search(r"\d[\d.,:]*\s?([^\s\d{}]*)$", value)
    return found[1] if found else ""


def _holds_value(text: str) -> bool:
    """Say whether a number or a label is in a value."""
    return any(map(str.isdecimal, text)) or not _COUNTS.isdisjoint(text.split())
