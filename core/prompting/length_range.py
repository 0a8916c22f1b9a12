"""Length ranges: how long an answer should be, as a range of characters that include spaces."""

import re
from dataclasses import dataclass
from typing import Final, Self

from core.values.choices import Length
from core.values.length_choices import LENGTHS
from core.values.spelt_lengths import in_characters

_BYTES: Final = re.compile(r"바이트|byte")
_UNITS: Final = (
    (re.compile(r"글자|자|character|char|letter"), 1),
    (re.compile(r"단어|낱말|어절|word"), 4),
    (re.compile(r"문장|줄|sentence|line"), 50),
    (re.compile(r"문단|단락|paragraph"), 250),
    (re.compile(r"장|쪽|페이지|매|page|p(?![a-z])"), 1600),
    (re.compile(r"분|minute|min"), 300),
    (_BYTES, 1),
)
# Of a Korean character: two in a text message (KS X 1001, 90 bytes), three elsewhere (UTF-8, as school records count).
_BYTES_OF_A_MESSAGE: Final = 140
_ENGLISH_WORD: Final = 6  # characters, with the space after it
_SCALES: Final = {"백": 100, "천": 1_000, "만": 10_000, "k": 1_000}
_SPELT: Final = {
    **{
        word: number
        for number, word in enumerate(["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"], start=1)
    },
    **{
        word: number
        for number, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
        )
    },
}
_NUMBER: Final = rf"[0-9][0-9,]{{0,8}}|{'|'.join(_SPELT)}"
_UNIT: Final = "|".join(unit.pattern for unit, _ in _UNITS)
_MEASURE: Final = re.compile(
    r"(?<![0-9.,제])(?<!시 )(?<!어느 )(?!한자)"  # 1시 30분, 어느 한쪽, 한자: no size
    rf"(?:(?P<low>{_NUMBER})\s*(?P<low_scale>[백천만k])?\s*(?:{_UNIT})?s?\s*(?:[-~–∼]|에서|to)\s*)?"
    rf"(?P<number>{_NUMBER}|(?=[백천만]\s*자))\s*(?P<scale>[백천만k])?\s*(?P<unit>{_UNIT})s?(?!의\s?[0-9])"
    r"(?=$|[^가-힣A-Za-z]|이내|이하|이상|미만|정도|내외|안|까지|로|짜리|을|를|의|쯤|분량|씩|면|입|요|가|남짓|넘|전후|발표)",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(
    r"이내|이하|미만|까지|최대|넘지|안 ?넘|넘[기으]면 안|안으로|안쪽|안에"
    r"|within|under|at most|up to|less than|no more|max|below|fewer",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(r"이상|넘게|최소|적어도|at least|over|more than|minimum|above", re.IGNORECASE)
_BRIEF: Final = re.compile(r"짧|간단|간략|간결|short|brief|concise|tweet", re.IGNORECASE)
_FULL: Final = re.compile(r"길게|긴|자세|상세|충분|long|detail|thorough", re.IGNORECASE)
# What is not wanted is no length: 짧지 않게, 길면 안 돼, 긴 건 싫어.
_NOT_SO: Final = re.compile(
    r"(?:짧|긴|길|간단|자세)[가-힣]{0,2}\s?(?:[거건것글]\S?\s?)?(?:지\s?)?(?:않|말|마|싫|안\s?[돼되됨]|아니|별로|부담)\S*"
)
_OF_EACH: Final = re.compile(
    r"씩|마다|(?<![가-힣])각(?:각|자)?(?=\s|[0-9])|(?<![담해부식정])당\s?(?=[0-9한두세네])|[0-9한두세네섯열곱덟홉]\s?(?:개|편|가지|종|컷|버전)(?![월년])|\b(?:each|per|every|apiece)\b",
    re.IGNORECASE,
)
_NEARBY: Final = 12  # characters around a measure in which 이내, at least … belong to it
_LARGEST: Final = 50_000
_SHORT_UP_TO: Final = 150
_SPLIT_FROM: Final = 1_000


@dataclass(frozen=True, slots=True)
class LengthRange:
    """A range of characters, spaces included."""

    low: int
    high: int

    @classmethod
    def at_most(cls, number: int) -> Self:
        """Return the range for "up to `number`"."""
        return cls(_rounded(number * 0.8), number)

    @classmethod
    def at_least(cls, number: int) -> Self:
        """Return the range for "`number` or more"."""
        return cls(number, _rounded(number * 1.5))

    @classmethod
    def about(cls, number: int) -> Self:
        """Return the range for "some `number`"."""
        return cls(min(number, _rounded(number * 0.9)), max(number, _rounded(number * 1.1)))

    @property
    def is_split(self) -> bool:
        """Whether it is long enough to be shared out over parts."""
        return self.high > _SPLIT_FROM

    @property
    def is_short(self) -> bool:
        """Whether it has room for a few phrases only."""
        return self.high <= _SHORT_UP_TO

    def meets(self, other: "LengthRange") -> bool:
        """Whether some length is in both ranges."""
        return self.low <= other.high and other.low <= self.high

    def share(self, percent: int) -> "LengthRange":
        """Return the part of it that a section gets."""
        return LengthRange(_rounded(self.low * percent / 100), _rounded(self.high * percent / 100))


OF_CHOICE: Final = {length: LengthRange(*each.measured) for length, each in LENGTHS.items()}
"""What the choices mean; answers are measured by it."""

ASKED_FOR: Final = {length: LengthRange(*each.asked) for length, each in LENGTHS.items()}
"""What a prompt asks for: models rather write too little."""


def measured(text: str, *, english: bool = False) -> LengthRange | None:
    """Return the length that a text names ("300자 이내", "두 문단", "at least 200 words"); None if it names none.

    Units other than characters are turned into characters; `english` says that the answer's words are English ones.
    """
    text = in_characters(text)
    match = _MEASURE.search(text)
    if match is None:
        return None
    each = _each(match["unit"], english=english)
    number = _value(match["number"], match["scale"]) * each
    is_bytes = _BYTES.match(match["unit"].lower()) is not None  # no more of them fit
    if is_bytes:
        number //= 2 if number <= _BYTES_OF_A_MESSAGE else 3
    if not 0 < number <= _LARGEST:
        return None
    if match["low"]:
        low = _value(match["low"], match["low_scale"] or match["scale"]) * each
        return LengthRange(min(low, number) or _rounded(number * 0.8), max(low, number, 1)) if low <= _LARGEST else None
    around = text[max(0, match.start() - _NEARBY) : match.end() + _NEARBY]
    if is_bytes or _AT_MOST.search(around) or around.lstrip().startswith("~"):
        return LengthRange.at_most(number)
    return LengthRange.at_least(number) if _AT_LEAST.search(around) else LengthRange.about(number)


def whole(text: str, *, english: bool = False) -> LengthRange | None:
    """Return the length of the whole answer that a text names; None where it is that of each of several."""
    return None if _OF_EACH.search(text) else measured(text, english=english)


def read_length_range(answer: Length | str, *, english: bool = False) -> LengthRange:
    """Return the range meant by the answer to question 4; what names no length counts as medium."""
    if isinstance(answer, Length):
        return OF_CHOICE[answer]
    if chars := whole(answer, english=english):
        return chars
    wanted = _NOT_SO.sub("", answer)
    if _BRIEF.search(wanted):
        return OF_CHOICE[Length.SHORT]
    return OF_CHOICE[Length.LONG if _FULL.search(wanted) else Length.MEDIUM]


def _each(unit: str, *, english: bool) -> int:
    size = next(size for pattern, size in _UNITS if pattern.match(unit.lower()))
    return _ENGLISH_WORD if english and size == _UNITS[1][1] else size


def _value(number: str, scale: str | None) -> int:
    digits = number.replace(",", "").lower()
    value = _SPELT.get(digits) or int(digits or "1")
    return value * _SCALES.get((scale or "").lower(), 1)


def _rounded(number: float) -> int:
    step = 50 if number >= _SPLIT_FROM else 10 if number >= 100 else 5  # noqa: PLR2004 - what people would round to
    return max(step, round(number / step) * step) if number >= step else max(1, round(number))
