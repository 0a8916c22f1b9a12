"""Demand kinds: what a requirement is about, which names it lists and which number it sets."""

import re
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.languages import languages_in
from core.prompting.length_range import measured
from core.prompting.understanding.column_changes import column_change, columns_beside
from core.prompting.understanding.counts import NUMBER, count_in, kinds_in, number
from core.prompting.understanding.item_counts import items_asked, may_count_items
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.restated_request import Restated
from core.prompting.understanding.typos import mend, plain
from core.prompting.understanding.understanding import Demand, Requirement
from core.prompting.understanding.words import LONGEST, alternatives
from core.values.locale import Locale

_SEPARATED: Final = re.compile(r"\s*(?:,|，|、|·|/|→|->|>|\s[-–]\s|(?<=[가-힣])-(?=[가-힣]))\s*(?![^()]{0,24}\))")
_NAME: Final = r"(?![-·/→>])[^\s,.!?]+"
_MARK: Final = r"\s?(?:,|，|·|/|→|->|-)\s?"
_NAMED_LIST: Final = (
    rf"(?P<list>{_NAME}(?:\s{_NAME}){{0,2}}{_MARK}(?:{_NAME}(?:\s{_NAME}){{0,2}}?{_MARK}){{0,10}}"
    rf"{_NAME}(?:\s{_NAME}){{0,2}}?)"
)
_PARTS: Final = r"(?:개\s?)?(?:장|챕터|절|파트|부분|문단|단락|섹션|목차|대단원|단원|부|단계|덩어리|토막|갈래|묶음)"
_SECTIONS: Final = (
    re.compile(rf"{_NAMED_LIST}\s?(?:(?:이렇게|이|요)\s)?(?:(?:{NUMBER})\s?)?{_PARTS}(?:으로|로|을|를|의|\s|$)"),
    re.compile(rf"(?:목차|구성|순서|차례)(?:은|는|:)\s?{_NAMED_LIST}(?:(?:으로|로)(?=[\s.,]|$)|입니다|이에요|예요|$)"),
    re.compile(
        rf"(?:목차|구성|챕터|소제목|섹션)(?:은|는|:|을|를)\s?{_NAMED_LIST}(?:\s?순(?:서)?)?(?:으로"
        rf"|로|이고|입니다|이에요|예요)?"
    ),
    re.compile(r"(?P<list>\S+(?:\s\S+){1,6}\s\S+?)(?:으로|로)\s(?:나눠|나누|구성|쪼개)"),
    re.compile(rf"{_NAMED_LIST}(?:으로|로)\s(?:나눠|나누|구성|쪼개)"),
    re.compile(r"^(?P<list>\S{0,7}[^은는이가을를\s](?:\s\S{0,7}[^은는이가을를\s]){2,6}?)\s순(?:서)?(?:대)?로"),
    re.compile(
        r"(?:sections?|chapters?|parts?|headings?)(?: are| should be| named| called)?:?\s(?P<list>[a-z][^.;]*(?:,"
        r"| and )[^.;]+)",
        re.IGNORECASE,
    ),
)
_COLUMNS: Final = (
    re.compile(
        r"(?P<list>[가-힣]{1,6}(?:\s[가-힣]{1,6}){2,6})\s?(?:칸|열|컬럼)(?:으로|로)\s?(?:나눠|나누|나눔|정리|만들|구성|해)"
    ),
    re.compile(rf"(?P<list>[^\s,]+(?:\s[^\s,]+){{1,4}}?)\s(?:{NUMBER})\s?(?:칸|열|컬럼)(?:으로|로)\s"),
    re.compile(r"['‘\"“](?P<list>[^'’\"”]+)['’\"”]\s?(?:의\s)?순(?:서)?(?:대)?로"),
    re.compile(
        rf"(?:기준|항목|열|칸|컬럼|비교 ?항목)(?:은|는|을|를|:)\s?{_NAMED_LIST}(?:으로|로)\s"
        r"(?:해|하|부탁|구성|만들|정리|나눠|나누)"
    ),
    re.compile(
        rf"(?:기준|항목|열|칸|컬럼|비교 ?항목)(?:은|는|을|를|:|으로)\s?{_NAMED_LIST}(?:\s(?:{NUMBER})\s?(?:가지|개)?)?"
    ),
    re.compile(
        rf"{_NAMED_LIST}\s?(?:(?:{NUMBER})\s?(?:가지|개)?\s?)?(?:열|칸|컬럼|항목|기준"
        rf"|순(?:서)?)(?:으로|로|을|를|별로|\s|$)"
    ),
    re.compile(r"(?:각각|각|마다|별로)\s(?P<list>\S+(?:이랑|랑|와|과|하고|, ?)\s?\S+?)(?:을|를|도|까지|만)?\s"),
    re.compile(
        r"^(?P<list>\S+(?:이랑|랑|와|과|하고|, ?)\s?\S+?)(?:도|까지|도요)(?:\s(?:넣"
        r"|적|써|알려|포함|표시|추가|보여|같이)\S*.*)?$"
    ),
    re.compile(
        r"(?:columns?|criteria)(?: are| should be|:| for| called| named)?\s(?P<list>[a-z][^.;]*(?:,| and )[^.;]+)",
        re.IGNORECASE,
    ),
)
_OF_TABLE: Final = re.compile(r"(?:칸|컬럼|(?<![가-힣])열)(?:으로|로|별로|은|는|을|를|\s|$)")  # 세 칸으로 나누고
_ITEMS: Final = (
    re.compile(
        rf"^(?:\S+(?:은|는)\s)?{_NAMED_LIST}\s?(?:등\s)?(?:(?:{NUMBER})\s?(?:가지"
        rf"|개|종|명|곳)?\s?)?(?:다|모두|전부|각각|빠짐없이)(?:\s|$)"
    ),
    re.compile(
        rf"^(?:하고 싶은|원하는|필요한|넣을|들어갈|포함할)\s?(?:것|거|내용|기능|항목|정보)?(?:은|는|:)\s?{_NAMED_LIST}$"
    ),
    re.compile(rf"^{_NAMED_LIST}(?:으로|로)$"),
    re.compile(rf"^(?P<topic>\S+)(?:은|는)\s{_NAMED_LIST}(?:이고|이며|이에요|예요|입니다|임)$"),
)
_ALL: Final = re.compile(
    rf"(?P<number>{NUMBER})\s?(?:개|가지|종|명|곳|건|편)?\s?(?:다|모두|전부|빠짐없이)(?:\s"
    rf"|$)|\ball (?P<english>[a-z]+|[0-9]+)\b"
)
_SORTED: Final = re.compile(
    r"(?P<key>[가-힣A-Za-z]+)\s?(?:순(?:서)?(?:대)?(?:으)?로|순 ?정렬)|먼저|그다음"
    r"|마지막에|맨 ?(?:앞|위|뒤|끝|아래)|\b(?:in the order|first|at the end|last"
    r"|sorted by|order)\b",
    re.IGNORECASE,
)
_TONE: Final = re.compile(
    r"존댓말|반말|[가-힣]{2}조로|높임말|[해하]요체|합니다체|말투|문체|어투|어조|톤|정중|공손"
    r"|친근|다정|딱딱|부드럽|유쾌|격식|재치|위트|느낌|어른스럽|화려|날카롭|솔직"
    r"|따뜻|담백|발랄|귀엽|무섭|무서워|진지|사무적"
    r"|\b(?:tone|formal|informal|friendly|polite|casual|funny|warm|professional"
    r"|sound|serious|playful|harsh|blunt|kind)\b",
    re.IGNORECASE,
)
_LENGTHY: Final = re.compile(
    r"짧|길게|길지|간단히|간략|간결|분량|한마디|이내|이하|\b(?:short|long|brief|concise|words|characters|pages?)\b",
    re.IGNORECASE,
)
_LANGUAGE: Final = re.compile(
    r"(?:[가-힣]+어|영문|국문|일문|중문|한글|우리말|국한문)(?:으로|로)|[가-힣]+어 ?(?:뜻"
    r"|번역|해석|발음|버전|표기)|\b(?:in|into) (?:[A-Z][a-z]+ )?(?:english|korean"
    r"|japanese|chinese|spanish|french|german|vietnamese)\b|gloss",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(
    r"(?P<parts>(?:\S+(?:이랑|랑|와|과|하고|,)\s)*\S+?)(?:은|는)\s(?:다\s|모두\s"
    r"|전부\s)?(?:\S+어|영문|국문|한글)(?:으로|로)|(?:the )?(?P<english>(?:\w+ and )?\w+) (?:should"
    r"|must|has to|have to|in)\b.*\b(?:english|korean|japanese)",
    re.IGNORECASE,
)
_SHORT_DEMAND: Final = 6  # words; a longer one that has 짧 in it is about something else
_PAIR: Final = 2
_AND: Final = re.compile(r"(?:이랑|랑|하고|와|과)\s|\s(?:and|및|그리고)\s|,\s?")


def read_requirement(said: str, text: str = "") -> Requirement:
    """Read one demand: what it is about, which names it lists, how many it asks for.

    `text` is its instruction, empty where the sentence that it stands in says it.
    """
    adds, drops = column_change(said[:LONGEST])
    if adds or drops:
        return Requirement(text, said, Demand.OTHER, adds=adds, drops=drops)
    demand, values, count = read_demand(said)
    beside = columns_beside(mend(said), values) if demand in {Demand.COLUMNS, Demand.OTHER} else ()
    return Requirement(text, said, demand, values, count, adds=beside)


def read_demand(said: str) -> tuple[Demand, tuple[str, ...], int | None]:
    """Return what a demand is about, the names that it lists, and its number."""
    if len(said) > LONGEST:
        return Demand.OTHER, (), None
    text = mend(said).strip(" .!~") if is_korean(said) else said.strip(" .!")
    count = count_in(text)
    if re.search(r"주석|\bcomments?\b", text, re.IGNORECASE) and not _LANGUAGE.search(text):
        return Demand.COMMENTS, (), None
    kinds = [(Demand.SECTIONS, _SECTIONS), (Demand.COLUMNS, _COLUMNS), (Demand.ITEMS, _ITEMS)]
    if kinds_in(text):  # OX 4개, 단답 2개 are counted, not listed
        kinds = []
    if _OF_TABLE.search(text):
        kinds.sort(key=lambda kind: kind[0] is not Demand.COLUMNS)
    for demand, patterns in kinds:
        values = _listed(text, patterns)
        if values:
            is_open = demand is Demand.ITEMS and re.search(r"\s등(?:\s|$)", text) is not None
            return demand, values, count or (None if is_open else len(values))
    everything = _ALL.search(text)
    if everything and (everything["number"] or count):
        return Demand.ITEMS, (), count or number(everything["number"])
    if _leaves_out(text):
        is_manner = _TONE.search(text) and not re.search("반말|존댓말", text)
        return (Demand.TONE if is_manner else Demand.LEAVE_OUT), (), None
    return _without_names(text, count)


def _without_names(text: str, count: int | None) -> tuple[Demand, tuple[str, ...], int | None]:
    if _LANGUAGE.search(text) and (languages_in(text) or re.search("영문|국문|일문|중문", text)):
        return Demand.LANGUAGE, parts_in_language(text), None
    if count is not None:  # one that is none of the items still says how many of a part
        is_of_items = not is_korean(text) or kinds_in(text) or may_count_items(text)
        return Demand.COUNT, (), count if is_of_items else None
    ordered = _SORTED.search(text)
    for demand, is_it in (
        (Demand.LENGTH, _is_length(text)),
        (Demand.TONE, _TONE.search(text) is not None),
        (Demand.ORDER, ordered is not None),
    ):
        if is_it:
            key = ordered["key"] if demand is Demand.ORDER and ordered else None
            return demand, (key,) if key else (), None
    return Demand.OTHER, (), None


def _is_length(text: str) -> bool:
    if measured(text) and not re.search(r"[0-9]\s?분(?:$|\s)(?!분량)", text):
        return True
    return _LENGTHY.search(text) is not None and len(text.split()) <= _SHORT_DEMAND


def demands_in(request: Restated, locale: Locale) -> tuple[Requirement, ...]:
    """Return the demands inside a request (… 5개 뽑아 줘, … 5개 장으로 나눠서), which the task itself says."""
    asked = request.said[:LONGEST]
    text = mend(asked) if is_korean(asked) else asked
    found: list[Requirement] = []
    for demand, patterns in ((Demand.SECTIONS, _SECTIONS), (Demand.COLUMNS, _COLUMNS[:5])):
        values = _listed(text, patterns)
        if values:
            listed = ", ".join(values)
            ko = f"‘{listed}’ 순서로 나눕니다" if demand is Demand.SECTIONS else f"‘{listed}’을(를) 나누어 적습니다"
            en = f"Use these {'sections' if demand is Demand.SECTIONS else 'columns'} in this order: {listed}"
            found.append(Requirement(ko if locale is Locale.KO else en, request.said, demand, values, len(values)))
            break
    count = items_asked(request.typed[:LONGEST], text)
    if count is not None and count > 1 and not found:  # 시 한 편: no number was chosen; 하나만 is said in the task
        found.append(number_of(count, request.said, locale))
    return tuple(found)


def number_of(count: int, said: str, locale: Locale) -> Requirement:
    """Return the demand for so many."""
    text = f"모두 {count}개를 씁니다" if locale is Locale.KO else f"Write exactly {count}"
    return Requirement(text, said, Demand.COUNT, (), count)


def _listed(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, ...]:
    for pattern in patterns:
        found = pattern.search(text)
        if found:
            values = split_list(found["list"])
            if patterns is _SECTIONS and _OF_ONE.match(found["list"]):
                continue
            if patterns is _SECTIONS and not _LUMPS.search(found.group()) and any(map(_NO_PART.search, values)):
                continue  # 맡기기 전에 해볼 거 순서대로
            if len(values) > 1 and not (
                patterns is _SECTIONS and (len(values) == _PAIR or re.search(r"[을를]\s", found["list"]))
            ):
                return values
    return ()


# 서론 본론 결론 세 부분: how many there are is none of them.
_HOW_MANY: Final = re.compile(rf"\s(?:{NUMBER})\s?(?:가지|개|부분|파트|단락|문단|단계|장|칸|열|컬럼)?$")

_BANNED_BEFORE: Final = re.compile(r"^[^,]*\s?(?:말고|빼고|말아 주시고)\s")  # 제품명은 쓰지 말고 비용, 보안
# 주차, 주제, 확인 방법 순서의 열; 문제 - 해결 - 기대 효과로 부탁합니다
_IN_ORDER: Final = re.compile(r"\s순(?:서)?(?:의|대로)?$|으?로\s(?:부탁|해|하|써|짜|나눠|구성)\S*$")
_BEFORE_LIST: Final = re.compile(r"^\S{1,8}(?:[은는:]|마다)\s(?!점|것|곳|때|법|말|사람|이유)")  # 장마다 제목, 본문
_LUMPS: Final = re.compile(rf"(?:{NUMBER})\s?(?:덩어리|묶음|갈래|토막)")  # 결정된 것 / 미정인 것 … 세 덩어리로
# 할 일은 담당자·기한·내용으로 나누고: how one part is laid out, not the whole
_OF_ONE: Final = re.compile(
    r"(?:\S{1,12}\s)?\S{0,12}[가-힣](?<!보고서)(?<!글)(?<!목차)(?<!구성)(?<!순서)(?<!본문)(?<!전체)(?<!내용)(?<!장)"
    r"[은는]\s(?!점|것|곳|때|법|말|사람|이유)\S"
)
_NO_PART: Final = re.compile(
    r"^[가-힣]$|^[0-9]|^(?:제가|내가|저는|나는)$|(?:에|에서|[할볼쓸]거|것|는|을|를|으면|해서)$|[가-힣][이가에고]\s\S+\s"
)


def names_tone(text: str) -> bool:
    """Whether a text says something of how the answer shall sound."""
    return _TONE.search(text) is not None


def split_list(text: str) -> tuple[str, ...]:
    """Return the names of a list: 시설, 수업, 급식 · 서론 현황 대책 결론 · 가격이랑 칼로리."""
    text = _IN_ORDER.sub("", _HOW_MANY.sub("", text.strip(" '‘’\"“”")))
    text = _BANNED_BEFORE.sub("", text)
    parts = [part for part in _SEPARATED.split(text) if part]
    if len(parts) == 1:
        parts = [part for part in _AND.split(text) if part]
    if len(parts) == 1:
        words_ = re.split(r"(?<=[데고면서는은]) ", text)[-1].split()  # 논문 요약 필요한데 서론 본론 결론
        parts = words_ if len(words_) > _PAIR and all(len(word) <= _SHORT_DEMAND for word in words_) else parts
    parts[:1] = [_BEFORE_LIST.sub("", part) for part in parts[:1] if len(parts) > 1] or parts[:1]
    cleaned = [
        re.sub(rf"\s(?:등|(?:{NUMBER})\s?(?:가지|개)?)$|^(?:and|및|그리고)\s", "", part.strip(" '‘’\"“”.")).strip()
        for part in parts
    ]
    return tuple(part for part in cleaned if part)


def parts_in_language(text: str) -> tuple[str, ...]:
    """Return the parts that a demand wants in a language (주석이랑 설명은 영어로); nothing where it is all."""
    found = _PART_OF.search(text)
    if not found:
        gloss = re.search(r"[가-힣]+어\s?(?P<part>뜻|번역|해석|발음|표기)", text)
        return (gloss["part"],) if gloss else ()
    return tuple(part for part in _AND.split(found["parts"] or found["english"] or "") if part)


_NOT: Final = re.compile(
    r"\b(?:no|without|do(?:n't| not)|avoid|leave out|skip|never|must ?n[o']t|should ?n[o']t|not)\b", re.IGNORECASE
)


def _leaves_out(text: str) -> bool:
    if not is_korean(text):
        return _NOT.search(text) is not None
    clause = plain(text)
    predicate = read_predicate(clause)
    if predicate and predicate.mood is Mood.BAN:
        return True
    return (
        re.search(
            rf"(?:싫\S*|필요 ?없\S*|금지|ㄴㄴ|빼고|빼 ?(?:줘|주)\S*|제외\S*|말고|생략\S*|없이|없었으면.*"
            rf"|없으면 좋.*|없어야.*|없게.*|안 (?:나왔|들어갔|썼|했)으면.*)$|말고\s|빼고\s"
            rf"|(?:{alternatives('text_nouns')})(?:은|는)?\s(?:안|no|NO|x|X)\S*$",
            clause,
        )
        is not None
    )
