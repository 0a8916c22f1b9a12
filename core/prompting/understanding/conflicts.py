"""Conflicts: answers that contradict each other, how the prompt settles each, and the other way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from core.privacy.korean.particles import Particle, attach
from core.privacy.korean.titles import RANKS
from core.prompting.intents.intent import Product
from core.prompting.languages import ENGLISH, read_language
from core.prompting.length_range import ASKED_FOR, LengthRange
from core.prompting.understanding.lengths import (
    SURE_LENGTH,
    Written,
    length_of_demand,
    length_of_request,
    without_quoted,
)
from core.prompting.understanding.part_languages import part_languages
from core.prompting.understanding.placed_parts import placed_parts
from core.prompting.understanding.refused_forms import form_instead
from core.prompting.understanding.self_contradictions import SelfContradiction
from core.prompting.understanding.speaking_time import in_words, speaking_time
from core.prompting.understanding.understanding import Conflict, ConflictKind, Demand, Holds, Introduction
from core.prompting.understanding.wanted_language import wanted_language
from core.prompting.understanding.words import table
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_ENGLISH_WORDS: Final = 0.35  # words of English that say what a character of Korean says
_HIGH_READER: Final = re.compile(
    r"교수|임원|경영진|이사회|대표|사장|회장|심사|심의|평가위원|고객사|거래처|바이어|투자자|감사|박사|석사|전문가"
    r"|법원|판사|변호사|의사|디렉터|본사|총장|장관|국회|교육청|이사장|학과장|장관|차관|CTO|CEO|CFO|본부장|부장"
    r"|professor|executive|board|director|reviewer|committee|investor|auditor|client|judge|lawyer|expert|phd",
    re.IGNORECASE,
)
_YOUNG_READER: Final = re.compile(
    r"초등|초[1-6]|유치원|어린이|아이|꼬마|유아|저학년|[4-9]\s?살|kids?\b|children|child\b|first graders?",
    re.IGNORECASE,
)
_NOVICE: Final = re.compile(
    r"초보|초심자|입문|비전공|비전문|문외한|처음 배우|beginner|newcomer|novice|non-?expert", re.IGNORECASE
)
_RANKS: Final = tuple(sorted(rank for rank in RANKS if len(rank) > 1 and rank not in {"선생", "여사"}))
_CHILDISH: Final = frozenset({Level.ELEMENTARY})
_SENTENCES: Final = ("settled", "other", "instead")
_OF_AN_ITEM: Final = 150  # characters, more than which no item of a list is given
_SEVERAL: Final = 3
# Amounts in what is asked of these are those of the code, and of the text that is looked at.
_NOT_AS_LONG: Final = frozenset({Product.CODE, Product.FORMULA, Product.REVIEW})
_COUNTED_LEAST: Final = re.compile(r"(?:단어|문장|문단)\s?(?:이상|넘게)")  # no number of characters says it
_TABLE_OF: Final = re.compile(r"표로|내역|가계부|명단|목록|일정표|시간표|식단|비교표|table", re.IGNORECASE)
_MESSAGE: Final = re.compile(
    r"메일|편지|문자|카톡|메시지|축사|인사말|연설|동화|소설|시\s|e-?mail|letter|message|speech|story|poem",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"코드|함수|쿼리|스크립트|프로그램|수식|정규식|sql|html|python|파이썬|자바|매크로|엑셀|구글 ?시트"
    r"|에러|오류|버그|디버깅|api|크롤|앱|게임|\bcode\b|function|script|query|regex|formula",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AnswersAtOdds:
    """The answers that may contradict each other; a choice that was typed is text."""

    locale: Locale
    purpose: str
    form: Form | str
    length: Length | str
    language: Language | str
    level: Level | str
    audience: str = ""
    product: Product | None = None
    count: int = 0  # how many things are asked for
    loosened: int = 0  # characters that an answer must be let grow to
    holds: Holds | None = None  # what it consists of by number
    is_tabular: bool = False  # columns were named: no rule makes prose of what they belong to
    is_certain: bool = True  # of what product it is
    against_itself: tuple[SelfContradiction, ...] = ()
    is_codable: bool = False  # the thing has a shape as code of its own (JSON of what was extracted)


def find_conflicts(asked: AnswersAtOdds, introduction: Introduction) -> tuple[Conflict, ...]:
    """Return the contradictions of a brief, each kind once."""
    timed = tuple(_minutes(asked, introduction))
    found = [
        *_against_itself(asked),
        *_reader_and_level(asked),
        *_language(asked, introduction),
        *(() if timed else _length_and_content(asked)),
        *(tuple(_form(asked)) or _refused_form(asked, introduction)),
        *_length(asked, introduction),
        *timed,
    ]
    kinds = {one.kind: one for one in reversed(found)}
    if ConflictKind.LENGTH in kinds:  # that settles how much there is room for
        kinds.pop(ConflictKind.SECTIONS_LENGTH, None)
    return tuple(kinds.values())[::-1]


def _say(asked: AnswersAtOdds, kind: ConflictKind, name: str, **values: str) -> Conflict:
    """Return a conflict in the words of `conflicts.toml`."""
    written = table("conflicts.toml")[name]
    lang = asked.locale.value
    settled, other, instead = (written.get(f"{each}_{lang}", "").format(**values) for each in _SENTENCES)
    return Conflict(kind, settled, other, instead, written.get("form", ""), written.get(f"reader_{lang}", ""))


def _reader_and_level(asked: AnswersAtOdds) -> Iterator[Conflict]:
    reader, level = asked.audience.partition("(")[0], asked.level  # 본부장님(결재)
    if not reader or not isinstance(level, Level):
        return
    if level in _CHILDISH and is_high_reader(reader) and not _YOUNG_READER.search(reader):
        yield _say(
            asked, ConflictKind.READER_LEVEL, "reader_above", reader=reader, topic=attach(reader, Particle.TOPIC)
        )
    elif level is Level.EXPERT and (_YOUNG_READER.search(reader) or _NOVICE.search(reader)):
        yield _say(
            asked, ConflictKind.READER_LEVEL, "reader_below", reader=reader, topic=attach(reader, Particle.TOPIC)
        )


def _against_itself(asked: AnswersAtOdds) -> Iterator[Conflict]:
    for each in asked.against_itself:
        of_each = {"first_to": attach(each.first, Particle.TO), "second_to": attach(each.second, Particle.TO)}
        yield _say(asked, each.kind, each.name, first=each.first, second=each.second, **of_each)


def is_high_reader(reader: str) -> bool:
    """Say whether somebody stands above who writes, or knows the matter: 상무님, 고객사 임원, 심사위원."""
    words = (word.removesuffix("들").removesuffix("님") for word in reader.split())
    return any(word.endswith(_RANKS) for word in words) or _HIGH_READER.search(reader) is not None


def _language(asked: AnswersAtOdds, introduction: Introduction) -> Iterator[Conflict]:
    chosen = read_language(asked.language)
    said = (*introduction.told, *(wish.said for wish in introduction.wishes))
    parts = {name for each in said for name, _ in part_languages(each)}
    wanted = wanted_language(asked.purpose) or next(
        (
            language
            for wish in introduction.read
            if not any(part in wish.said for part in parts)
            if wish.demand is Demand.LANGUAGE and not wish.values and (language := wanted_language(wish.said))
            if not _describes(wish.said, introduction.told)
        ),
        None,
    )
    if chosen is None or wanted is None or wanted is chosen:
        return
    names = {"wanted": wanted.name(asked.locale), "chosen": chosen.name(asked.locale)}
    names["wanted_to"] = attach(names["wanted"], Particle.TO)
    names["chosen_to"] = attach(names["chosen"], Particle.TO)
    yield _say(asked, ConflictKind.LANGUAGE, "language", **names)


def _describes(said: str, told: Iterable[str]) -> bool:
    """Whether a language is that of a thing in what was told: 영어로 된 말은 모릅니다."""
    return any(re.search(rf"{re.escape(said)}\s?(?:된|쓴|쓰인|적힌)\s", each) for each in told)


def _length_and_content(asked: AnswersAtOdds) -> Iterator[Conflict]:
    if not asked.loosened or asked.length is not Length.SHORT:
        return
    is_english = read_language(asked.language) is ENGLISH
    high = int(max(60, round(asked.loosened * _ENGLISH_WORDS, -1))) if is_english else asked.loosened
    each = 0
    if asked.holds:
        each = asked.loosened // asked.holds.count
        each = round(each * _ENGLISH_WORDS) if is_english else each // 5 * 5
    name = f"{asked.holds.unit}_" if asked.holds and each else ""
    yield _say(
        asked,
        ConflictKind.SECTIONS_LENGTH,
        f"loosened_{name}words" if is_english else f"loosened{name and '_' + name[:-1]}",
        high=f"{high:,}",
        count=str(asked.holds.count if asked.holds else 0),
        each=str(each),
    )


def _form(asked: AnswersAtOdds) -> Iterator[Conflict]:
    is_code = asked.product in {Product.CODE, Product.FORMULA} or (
        asked.product is None and _CODE.search(asked.purpose) is not None
    )
    if asked.form is Form.CODE and not is_code and not asked.is_codable:
        name = (
            "table_as_code"
            if _TABLE_OF.search(asked.purpose) or asked.product is Product.TABLE_OF_DATA
            else "text_as_code"
        )
        yield _say(asked, ConflictKind.FORM, name)
    elif (
        asked.form is Form.TABLE
        and not asked.is_tabular
        and asked.product in {None, Product.CREATIVE, Product.TEXT_TO_SEND}
        and ((asked.product is Product.TEXT_TO_SEND and asked.is_certain) or _MESSAGE.search(asked.purpose + " "))
        and not _TABLE_OF.search(asked.purpose)
    ):
        yield _say(asked, ConflictKind.FORM, "text_as_table")
    elif asked.form in {Form.LIST, Form.TABLE, Form.REPORT, Form.PROSE} and asked.product in {
        Product.CODE,
        Product.FORMULA,
    }:
        yield _say(asked, ConflictKind.FORM, "code_as_text")


def _refused_form(asked: AnswersAtOdds, introduction: Introduction) -> tuple[Conflict, ...]:
    """Return that the chosen form is one that the person's own words do not want."""
    said = "\n".join((asked.purpose, *introduction.told, *(wish.said for wish in introduction.wishes)))
    if any(each.name == "taken_back" for each in asked.against_itself):
        return ()  # 표 말고 표로
    if (form := form_instead(asked.form, said)) is None:
        return ()
    name = f"refused_{asked.form}" if form is Form.PROSE else f"refused_for_{form}"
    return (replace(_say(asked, ConflictKind.FORM, name), wanted=form),)


def _length(asked: AnswersAtOdds, introduction: Introduction) -> Iterator[Conflict]:
    """Yield how long the person's own words want the answer to be, where the chosen length is another."""
    if not isinstance(asked.length, Length) or asked.product in _NOT_AS_LONG:
        return
    chosen = ASKED_FOR[asked.length]
    written = _written(asked, introduction)
    is_said_otherwise = written is not None and _COUNTED_LEAST.search(written.words) is not None
    if written is not None and (is_said_otherwise or not _is_within(chosen, written.chars)):
        name = "length_of_each" if written.count else "length"
        yield _say(
            asked,
            ConflictKind.LENGTH,
            name,
            written=written.words,
            count=str(written.count),
            low=f"{written.chars.low:,}",
            high=f"{written.chars.high:,}",
            chosen=f"{chosen.low:,}~{chosen.high:,}",
        )


def _is_within(chosen: LengthRange, written: LengthRange) -> bool:
    return written.low <= chosen.low and chosen.high <= written.high


def _written(asked: AnswersAtOdds, introduction: Introduction) -> Written | None:
    """Return the length that the request sets, or else the demands, where they agree."""
    counts = (wish.count or 0 for wish in introduction.read if wish.demand is Demand.COUNT)
    count = max((asked.count, *counts))
    pasted = " ".join(set(introduction.told) - {without_quoted(each) for each in introduction.told})
    ends = placed_parts((*introduction.told, *(wish.said for wish in introduction.wishes)))
    wishes = (wish for wish in introduction.read if wish.said not in f"{pasted} {ends.first} {ends.last}")
    said = (
        *(wish.said for wish in wishes),
        *filter(SURE_LENGTH.search, introduction.facts),
        *filter(_COUNTED_LEAST.search, introduction.who),
    )
    of_demands = [length_of_demand(each, asked.purpose, count) for each in said]
    found = [written for written in of_demands if written and not _is_of_item(written, asked, introduction)]
    of_request = length_of_request(asked.purpose, count)
    if of_request and not _is_of_item(of_request, asked, introduction):
        return of_request
    return found[0] if len({written.words for written in found}) == 1 else None


def _is_of_item(written: Written, asked: AnswersAtOdds, introduction: Introduction) -> bool:
    """Whether a length is short and there are several things: it is that of each."""
    counted = max((asked.count, *(wish.count or 0 for wish in introduction.read)))
    is_list = counted >= _SEVERAL or asked.product is Product.LIST_OF_ITEMS
    return is_list and not written.count and written.chars.high <= _OF_AN_ITEM


def _minutes(asked: AnswersAtOdds, introduction: Introduction) -> Iterator[Conflict]:
    """Yield what a text to be spoken takes of the time that was said, where the chosen length is another."""
    if not isinstance(asked.length, Length):
        return
    chosen = ASKED_FOR[asked.length]
    told = (*(wish.said for wish in introduction.read), *introduction.facts)
    spoken = speaking_time(asked.purpose, told)
    if spoken is None or chosen.meets(spoken.chars):
        return
    is_english = read_language(asked.language) is ENGLISH
    low, high = (in_words(each) if is_english else each for each in (spoken.chars.low, spoken.chars.high))
    yield _say(
        asked,
        ConflictKind.LENGTH,
        "minutes_in_words" if is_english else "minutes",
        minutes=spoken.words,
        low=f"{low:,}",
        high=f"{high:,}",
        chosen=f"{chosen.low:,}~{chosen.high:,}",
    )
