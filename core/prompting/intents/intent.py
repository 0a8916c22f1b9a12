"""An intent: one kind of thing that people ask for, with what its best practitioners know of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from core.values.choices import Form
from core.values.locale import Locale


class Product(StrEnum):
    """What comes out; `other` is everything that has no name of its own."""

    TEXT_TO_SEND = "text_to_send"
    DOCUMENT = "document"
    LIST_OF_ITEMS = "list_of_items"
    EXPLANATION = "explanation"
    CODE = "code"
    FORMULA = "formula"
    PLAN = "plan"
    TABLE_OF_DATA = "table_of_data"
    COMPARISON = "comparison"
    DECISION_ADVICE = "decision_advice"
    SUMMARY = "summary"
    TRANSLATION = "translation"
    REWRITE = "rewrite"
    REVIEW = "review"
    QUESTIONS = "questions"
    ROLEPLAY = "roleplay"
    CREATIVE = "creative"
    ANALYSIS = "analysis"
    EXTRACTION = "extraction"
    OTHER = "other"


_BLANK: Final = re.compile(r"(?<=[가-힣]) (?=[가-힣])")
_NUMBER: Final = re.compile(r"\\d\+? \?(?=[가-힣(])")
# Not 한 and 네: 제가 한 일, 네 주세요.
_ANY_NUMBER: Final = r"(?:\\d+|(?<![가-힣])(?:두|세|석|서너|넉|다섯|여섯|일곱|여덟|아홉|열)) ?"


_REFUSAL: Final = re.compile("빼|제외|말고|금지|됐|못|없|싫|안 ")  # itself no thing that is refused
_REFUSED: Final = re.compile(
    r"[가-힣]{0,4}(?: 같은(?: [가-힣]{1,3}){0,2})?(?: [가-힣]{1,3})?(?:[은는을를이가도로])? ?"
    r"(?:빼|제외|말고|아니|대신|금지|됐|없었으면|필요 ?없|싫|안 ?[적써쓰넣하해]|못 ?[봄보]|처럼 보이"
    r"|(?:[넣쓰하달]|붙이|보이)지 [말마않])"
)


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    ko: str
    en: str

    def __getitem__(self, locale: Locale) -> str:
        return self.ko if locale is Locale.KO else self.en


@dataclass(frozen=True, slots=True)
class Texts:
    """The same list of words in both languages."""

    ko: tuple[str, ...]
    en: tuple[str, ...]

    def __getitem__(self, locale: Locale) -> tuple[str, ...]:
        return self.ko if locale is Locale.KO else self.en


@dataclass(frozen=True)
class Cue:
    """Words or regular expressions that tell whether something was said.

    People write 두 달 and 두달, 2달 and 두 달: a blank between Hangul may be missing, and a number may be a word.
    """

    words: tuple[str, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(_as_written, self.words)), re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Whether one of the words occurs in a text."""
        return bool(self.words) and self._pattern.search(text) is not None

    def is_wanted_in(self, text: str) -> bool:
        """Whether one of the words occurs and is not refused at once."""
        return bool(self.words) and any(not _is_refused(found) for found in self._pattern.finditer(text))

    def wanted_in(self, text: str) -> str:
        """Return what stands for one of the words and is not refused at once; empty where there is nothing."""
        found = self._pattern.finditer(text) if self.words else ()
        return next((match.group() for match in found if not _is_refused(match)), "")


_AMOUNT: Final = re.compile(r"[0-9][0-9,.]{0,9}\s?")


def _is_refused(found: re.Match[str]) -> bool:
    """Whether what was found is at once refused: 칭찬은 됐고, 칼로리는 안 적어도 돼요."""
    return _REFUSED.match(found.string, found.end()) is not None and _REFUSAL.search(found.group()) is None


def _is_cut(found: re.Match[str]) -> bool:
    """Whether what was found begins inside of a number (50인분 in 350인분), or is that of each of several (20분씩)."""
    is_inside = (
        re.search(r"[0-9][.,~∼-]?$", found.string[: found.start("it")]) is not None and found["it"][:1].isdigit()
    )
    return is_inside or found.string.startswith("씩", found.end("it"))


def _as_written(word: str) -> str:
    """Return a cue that also finds what is spelled or spaced in another usual way."""
    return _NUMBER.sub(_ANY_NUMBER, _BLANK.sub(" ?", word))


@dataclass(frozen=True, slots=True)
class ConditionalLine:
    """A line of the prompt, with the conditions under which it holds; an empty condition always holds.

    `said` must occur in the person's words, `unsaid` must not; `forms`, `lengths`, `levels` are ids of choices. What
    `quoting` finds in them stands for {it} in the line, which does not hold where nothing is found.
    """

    line: Text
    said: Cue | None = None
    unsaid: Cue | None = None
    forms: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    quoting: tuple[re.Pattern[str], ...] = ()

    @property
    def is_specific(self) -> bool:
        """Whether it holds only because of something that the person said."""
        return self.said is not None or bool(self.quoting)

    def quoted(self, words: str) -> str:
        """Return the person's words for {it} as typed; empty where there are none."""
        matches = (match for pattern in self.quoting for match in pattern.finditer(words))
        found = [match["it"].strip() for match in matches if not _is_refused(match) and not _is_cut(match)]
        # 처음엔 22명이었는데 세 명 빠져서 19명: which of them it is nobody can tell.
        is_one = not found or len({each for each in found if _AMOUNT.sub("", each) == _AMOUNT.sub("", found[0])}) == 1
        return found[0] if found and (is_one or not _AMOUNT.match(found[0])) else ""

    def is_about(self, text: str) -> bool:
        """Whether a text alone would make the line hold: the words of the request, without what is told beside it."""
        return self.quoted(text) != "" if self.quoting else self.said is not None and self.said.is_wanted_in(text)

    def holds(self, words: str, form: str, length: str, level: str) -> bool:
        """Whether it stands under these answers; choices that were typed are empty and meet no condition on them."""
        return (
            (self.said is None or self.said.is_wanted_in(words))
            and not (self.unsaid is not None and self.unsaid.is_in(words))
            and (not self.forms or form in self.forms)
            and (not self.lengths or length in self.lengths)
            and (not self.levels or level in self.levels)
            and (not self.quoting or self.quoted(words) != "")
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """What the answer turns on: how it is asked, what may be answered, what is assumed where nobody says.

    `about` says that it asks what the thing is about, which any request has said that names more than the thing.
    """

    id: str
    decides: bool
    ask: Text
    options: Texts
    assume: Text
    line: Text
    said: Cue
    about: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One more thing in each item or row, where the person has spoken of it."""

    name: Text
    said: Cue


@dataclass(frozen=True, slots=True)
class Shape:
    """What an answer of one form consists of: parts of a text, columns of a table, sections of a report.

    `each` says what an item of a list holds, `order` in which order the items come; `also` adds a field or a column. Of
    code, the parts are what stands behind it.
    `form` is what the form is with this thing, where its usual words do not fit: a poem is no continuous prose.
    """

    parts: Texts | None = None
    each: Text | None = None
    order: Texts | None = None
    also: tuple[Field, ...] = ()
    count: int = 0
    fence: str = ""
    form: Text | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """How the task opens where a request has no verb that says what to do; {it} are the person's words.

    `does` is what is done, in few words. `topic` takes a noun phrase (기초연금), `asked` an indirect question
    (얼마인지) and `told` a clause before a noun (소리가 안 나는); without `told` what is so is its own sentence.
    """

    does: str
    topic: str
    asked: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Intent:
    """One kind of thing that people ask for.

    `short` is the least number of Korean characters that can hold it; `needs` names the text that it works on, and with
    `as_source` the answer is as long as that.
    `examples` are what people type, `near` what sounds alike and belongs to the intent whose id stands beside it;
    `unlike` are words with which it is surely none: 채용 결과 보고서 is no report of an activity.
    """

    id: str
    family: str
    name: Text
    product: Product
    task: Text
    goal: Text
    short: int
    shapes: Mapping[Form, Shape]
    moves: tuple[ConditionalLine, ...]
    traps: tuple[ConditionalLine, ...]
    checks: tuple[ConditionalLine, ...]
    slots: tuple[Slot, ...]
    examples: Texts
    near: tuple[tuple[str, str], ...]
    openings: Mapping[Locale, Opening]
    role: Text | None = None
    register: Text | None = None
    needs: Text | None = None
    as_source: bool = False
    unlike: Cue = Cue(())
