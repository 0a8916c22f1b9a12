"""Conflicts: answers that contradict each other, how the prompt settles each, and the other way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.choices import Form, Language, Length, Level
from core.locale import Locale
from core.privacy.particles import Particle, attach
from core.prompting.extent import ASKED_FOR, Extent, measured
from core.prompting.intents.intent import Product
from core.prompting.tongue import ENGLISH, Tongue, read_tongue, tongues_in
from core.prompting.understanding.understanding import Conflict, ConflictKind, Demand, Introduction
from core.prompting.understanding.words import LONGEST, table

_ENGLISH_WORDS: Final = 0.35  # words of English that say what a character of Korean says
_HIGH_READER: Final = re.compile(
    r"교수|임원|경영진|이사회|대표|사장|회장|심사|심의|평가위원|고객사|거래처"
    r"|바이어|투자자|감사|박사|석사|전문가|법원|판사|변호사|의사|디렉터|본사"
    r"|총장|장관|국회|교육청|CTO|CEO|CFO|본부장|부장"
    r"|professor|executive|board|director|reviewer|committee|investor|auditor"
    r"|client|judge|lawyer|expert|phd|ceo|cto|cfo",
    re.IGNORECASE,
)
_YOUNG_READER: Final = re.compile(
    r"초등|초[1-6]|유치원|어린이|아이|꼬마|유아|저학년|[4-9]\s?살|kids?\b|children|child\b|first graders?",
    re.IGNORECASE,
)
_CHILDISH: Final = frozenset({Level.ELEMENTARY})
_IN_LANGUAGE: Final = re.compile(
    r"(?P<written>영문|국문|일문|중문)(?:으로|\s?(?:보고서|메일|이메일|이력서"
    r"|자소서|초록|계약서|신고서|공문|레터|소개서|번역|안내문|공지|제안서|문서"
    r"|버전))"
    r"|(?P<spoken>[가-힣]{0,6}(?:한국어|영어|일본어|일어|중국어|중문|스페인어|프랑스어"
    r"|불어|독일어|베트남어|러시아어|태국어|인도네시아어|몽골어|아랍어|포르투갈어"
    r"|이탈리아어))로\s?(?:된\s)?(?:\S+\s)?(?:써|쓰|쓴|작성|답|적|보내|만들|번역"
    r"|옮|바꿔|해\s?줘|부탁|정리|설명|$)"
    r"|\b(?:in|into) (?P<english>english|korean|japanese|chinese|spanish|french|german|vietnamese)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"(?:영문|국문|일문|영어|한국어|일본어|중국어)(?:을|를|\s?(?:원문|기사|메일을"
    r"|논문을|자료를|계약서를|글을|문장을))|(?:from) (?:english|korean|japanese)",
    re.IGNORECASE,
)
_TRANSLATES: Final = re.compile(r"번역|옮겨|바꿔|translat|into ", re.IGNORECASE)
_MINUTES: Final = re.compile(r"[0-9한두세네]{1,4}\s?(?:분|minutes?|mins?)(?!\s?(?:께|들|의\s))", re.IGNORECASE)
_LENGTH_SAID: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9,.~])(?P<extent>(?:A4\s?(?:용지\s?)?)?(?:[0-9][0-9,]*"
    r"|[한두세네]|다섯|열)\s?(?:[~-]\s?[0-9][0-9,]*\s?)?(?:백|천|만)?\s?(?:글자"
    r"|자|단어|낱말|문장|줄|문단|단락|쪽|장|페이지|매|words?|characters|sentences?"
    r"|paragraphs?|pages?|lines?)"
    r"(?!\s?(?:요약|씩|리|짜리 \S*(?:요약|카드)|띄|평|마다|수|소설|학년|르|기|난|점|면|의\s))"
    r"\s?(?P<bound>이내|이하|이상|내외|정도|안팎|분량|미만|넘게|짜리|안으로|or less"
    r"|or more|max|maximum|minimum)?(?:으로|로|의|만|까지|$|\s|[.,!)]))",
    re.IGNORECASE,
)
_OF_ONE: Final = re.compile(
    r"(?:(?<![가-힣])(?:한|하나|매)\s?[가-힣]{1,6}에|하나에|마다|당|(?<![가-힣])각각?|씩|\beach|\bper \w+)\s(?:\S+\s)?$"
    r"|(?:처음|앞|위|중간|아래|밑|뒤|끝|마지막)(?:에는?|엔|은)?\s$"  # 마지막에 한 줄: of a part
)
_OF_AN_ITEM: Final = 150  # characters, more than which no item of a list is given
_SEVERAL: Final = 3
_NOT_LENGTH: Final = re.compile(
    r"[0-9]{1,4}\s?개?\s?장(?:으로|로)\s?(?:나눠|나누|구성)|사진\s?[0-9]{1,4}\s?장|[0-9]{1,4}\s?장면"
    r"|웹\s?페이지|홈페이지|상세페이지|첫 줄|한 줄(?:만)? 띄|[0-9]줄\s?요약|읽고"
    r"|페이지(?:를|에|가|의)|html 한 파일|한\s?줄\s?(?:해설|설명|소개|평|뜻|이유|까닭|요약)"
    r"|[0-9]{1,3}\s?(?:장|쪽|페이지)(?:을|를|짜리)?\s\S*\s?[0-9]{1,3}\s?(?:장|쪽|페이지)(?:으로|로)",
    re.IGNORECASE,
)
_TABLE_OF: Final = re.compile(r"표로|내역|가계부|명단|목록|일정표|시간표|식단|비교표|table", re.IGNORECASE)
_MESSAGE: Final = re.compile(
    r"메일|편지|문자|카톡|메시지|축사|인사말|연설|동화|소설|시\s|e-?mail|letter|message|speech|story|poem",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"코드|함수|쿼리|스크립트|프로그램|수식|정규식|sql|html|python|파이썬|자바"
    r"|매크로|엑셀|구글 ?시트|에러|오류|버그|디버깅|api|크롤|앱|게임|\bcode\b"
    r"|function|script|query|regex|formula",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers that may contradict each other; a choice that was typed is text."""

    locale: Locale
    purpose: str
    form: Form | str
    length: Length | str
    language: Language | str
    level: Level | str
    audience: str = ""
    product: Product | None = None
    loosened: int = 0  # characters that an answer must be let grow to
    is_tabular: bool = False  # columns were named: no rule makes prose of what they belong to
    is_certain: bool = True  # of what product it is
    is_codable: bool = False  # the thing has a shape as code of its own (JSON of what was extracted)


def find_conflicts(asked: Asked, introduction: Introduction) -> tuple[Conflict, ...]:
    """Return the contradictions of a brief, each kind once."""
    timed = tuple(_minutes(asked, introduction))
    found = [
        *_reader_and_level(asked),
        *_language(asked, introduction),
        *(() if timed else _length_and_content(asked)),
        *_form(asked),
        *_length(asked, introduction),
        *timed,
    ]
    return tuple({one.kind: one for one in reversed(found)}.values())[::-1]


def _say(asked: Asked, kind: ConflictKind, name: str, **values: str) -> Conflict:
    """Return a conflict in the words of `conflicts.toml`."""
    written = table("conflicts.toml")[name]
    lang = asked.locale.value
    return Conflict(kind, written[f"settled_{lang}"].format(**values), written[f"other_{lang}"].format(**values))


def _reader_and_level(asked: Asked) -> Iterator[Conflict]:
    reader, level = asked.audience, asked.level
    if not reader or not isinstance(level, Level):
        return
    if level in _CHILDISH and _HIGH_READER.search(reader) and not _YOUNG_READER.search(reader):
        yield _say(
            asked, ConflictKind.READER_LEVEL, "reader_above", reader=reader, topic=attach(reader, Particle.TOPIC)
        )
    elif level is Level.EXPERT and _YOUNG_READER.search(reader):
        yield _say(
            asked, ConflictKind.READER_LEVEL, "reader_below", reader=reader, topic=attach(reader, Particle.TOPIC)
        )


def _language(asked: Asked, introduction: Introduction) -> Iterator[Conflict]:
    chosen = read_tongue(asked.language)
    wanted = wanted_language(asked.purpose) or next(
        (
            tongue
            for wish in introduction.wishes
            if wish.demand is Demand.LANGUAGE and not wish.values and (tongue := wanted_language(wish.said))
        ),
        None,
    )
    if chosen is None or wanted is None or wanted is chosen:
        return
    names = {"wanted": wanted.name(asked.locale), "chosen": chosen.name(asked.locale)}
    names["wanted_to"] = attach(names["wanted"], Particle.TO)
    names["chosen_to"] = attach(names["chosen"], Particle.TO)
    yield _say(asked, ConflictKind.LANGUAGE, "language", **names)


_WRITTEN_IN: Final = {"영문": "영어", "국문": "한국어", "일문": "일본어", "중문": "중국어"}


def wanted_language(text: str) -> Tongue | None:
    """Return the language in which a text wants the whole answer; none for that of a part or of a source."""
    text = text[:LONGEST]
    for found in _IN_LANGUAGE.finditer(text):
        before = text[: found.start()]
        part = re.search(
            r"(?:주석|설명|뜻|해석|제목|발음|예문|변수명|메뉴명|이름|comments?|explanations?"
            r"|notes|titles?)(?:\S*\s){0,2}$",
            before,
            re.IGNORECASE,
        )
        if part or _is_source(text, found):
            continue
        name = _WRITTEN_IN.get(found["written"] or "", found["spoken"] or found["english"] or "")
        named = tongues_in(name)
        if named:
            return named[0]
    return None


def _is_source(text: str, found: re.Match[str]) -> bool:
    """Whether the language is that of what is translated (영문 계약서를 한국어로 번역)."""
    if not found["written"] or found.group().endswith("으로"):
        return (
            re.match(r"\s?(?:된|쓴|쓰인|적힌|작성된)", text[found.end("spoken") + 1 :] if found["spoken"] else "")
            is not None
        )
    behind = text[found.end() :]
    reads = re.search(r"요약|번역|검토|해석|읽|분석|이해|다듬|교정|첨삭|확인|봐", behind)
    return bool(reads) and re.match(r"(?:을|를|\s|$)", behind) is not None and not re.match(r"(?:으로|로)", behind)


def _length_and_content(asked: Asked) -> Iterator[Conflict]:
    if not asked.loosened or asked.length is not Length.SHORT:
        return
    if read_tongue(asked.language) is ENGLISH:
        words = max(60, round(asked.loosened * _ENGLISH_WORDS, -1))
        yield _say(asked, ConflictKind.SECTIONS_LENGTH, "loosened_words", high=f"{words:.0f}")
    else:
        yield _say(asked, ConflictKind.SECTIONS_LENGTH, "loosened", high=f"{asked.loosened:,}")


def _form(asked: Asked) -> Iterator[Conflict]:
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


_SPOKEN: Final = re.compile(
    r"발표|대본|축사|연설|스피치|인사말|자기소개|원고|나레이션|내레이션|주례|사회|멘트|낭독|강연|브리핑|피칭|소감|송사|답사"
    r"|speech|talk|script|toast|pitch|presentation",
    re.IGNORECASE,
)
_SPEAKING_TIME: Final = re.compile(
    r"(?<![0-9~:.-])(?P<number>[1-9][0-9]?)\s?(?:분|minutes?|min)(?P<bound>\s?(?:안쪽|안에|안으로|이내|이하|내외|정도|쯤|짜리|분량|동안)?)"
    r"(?!\s?(?:께|들|의\s|씩|전|뒤|후|일찍|거리|늦|간격|마다|휴식))(?![가-힣]*\s?(?:명|분|요약))",
    re.IGNORECASE,
)
# Minutes of something else, and persons.
_NO_SPEAKING_TIME: Final = re.compile(
    r"질의|응답|휴식|쉬는|Q&A|참석|오시|오신|하객|친구|손님|모시|questions", re.IGNORECASE
)
_CHARACTERS_A_MINUTE: Final = 300
_WORDS_A_MINUTE: Final = 130


def _minutes(asked: Asked, introduction: Introduction) -> Iterator[Conflict]:
    """Yield what a text to be spoken takes of the time that was said, where the chosen length is another."""
    if not isinstance(asked.length, Length) or not _SPOKEN.search(asked.purpose):
        return
    said = (asked.purpose, *(wish.said for wish in introduction.wishes), *introduction.facts)
    texts = [text for text in said if not _NO_SPEAKING_TIME.search(text)]
    found = next((match for text in texts if (match := _SPEAKING_TIME.search(text[:LONGEST]))), None)
    extent = measured(f"{found['number']}분 {found['bound']}{found.string[found.end() :]}") if found else None
    if found is None or extent is None or ASKED_FOR[asked.length].meets(extent):
        return
    is_english = read_tongue(asked.language) is ENGLISH
    low, high = (
        each * _WORDS_A_MINUTE // _CHARACTERS_A_MINUTE if is_english else each for each in (extent.low, extent.high)
    )
    chosen = ASKED_FOR[asked.length]
    yield _say(
        asked,
        ConflictKind.LENGTH,
        "minutes_in_words" if is_english else "minutes",
        minutes=found.group().strip(),
        low=f"{low:,}",
        high=f"{high:,}",
        chosen=f"{chosen.low:,}~{chosen.high:,}",
    )


def _length(asked: Asked, introduction: Introduction) -> Iterator[Conflict]:
    if not isinstance(asked.length, Length):
        return
    chosen = ASKED_FOR[asked.length]
    for text in (asked.purpose, *(wish.said for wish in introduction.wishes)):
        written = written_length(text)
        if written is None:
            continue
        extent, words_ = written
        if (
            text != asked.purpose
            and extent.high <= _OF_AN_ITEM
            and any((wish.count or 0) >= _SEVERAL for wish in introduction.wishes)
        ):
            continue  # 50자 안쪽 for each of ten
        if not chosen.meets(extent) and not (asked.length is Length.LONG and extent.low >= chosen.low):
            yield _say(asked, ConflictKind.LENGTH, "length", written=words_, chosen=f"{chosen.low:,}~{chosen.high:,}")
            return


def written_length(text: str) -> tuple[Extent, str] | None:
    """Return the length that a text asks of the answer, and its words; minutes, sections, pages of a site are none."""
    cleaned = _MINUTES.sub(" ", _NOT_LENGTH.sub(" ", re.sub(r"\([^()]*\)", " ", text[:LONGEST])))
    found = _LENGTH_SAID.search(cleaned)
    if not found or _OF_ONE.search(cleaned[: found.start()]):
        return None
    words_ = re.sub(r"(?:으로|로|의|만|까지)?[\s.,!)]*$", "", found["extent"]).strip()
    extent = measured(f"{words_} {found['bound'] or ''}", english=not re.search("[가-힣]", text))
    return (extent, words_) if extent else None
