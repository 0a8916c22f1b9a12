"""The person's words rule: lines of an intent that a demand contradicts are left out, by machine."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.privacy.korean.hangul import final
from core.prompting.intents.intent import ConditionalLine
from core.prompting.understanding.understanding import Demand, Requirement, Understanding
from core.values.choices import Form
from core.values.locale import Locale

# What a line of an intent must not speak of once the person has: each is a topic, not a wording.
_TOPICS: Final = {
    Demand.TONE: (
        r"말투|문체|어조|[가-힣]체(?:로|를|가|\b)|반말|존댓말|경어|유머"
        r"|\btone\b|\bformal|\bcasual|\bregister\b"
    ),
    Demand.COMMENTS: r"주석|\bcomment",
    Demand.LENGTH: (
        r"(?<![0-9])[0-9]{1,6}\s?(?:자|문장|줄|쪽|분)(?![가-힣])"
        r"|\b[0-9]{1,6} (?:words|sentences|lines|pages|minutes)"
    ),
    Demand.LANGUAGE: r"한국어|영어|일본어|중국어|\bKorean\b|\bEnglish\b|\bJapanese\b",
    Demand.ORDER: r"순서|차례|먼저|맨 앞|마지막에|\border\b|\bfirst\b|\blast\b",
    Demand.SECTIONS: r"목차|구성|소제목|첫 문단|마지막 문단|\bsections?\b|\bheadings?\b|\bparagraph\b",
    Demand.COLUMNS: (
        r"열(?:을|에|은|마다)|칸마다|\bcolumns?\b"
        r"|기준(?:은|을)\s[^.]{0,60}(?:고르|고릅|골라|정하|정합|뽑)|\bchoose the criteria"
    ),
}
_TOPIC: Final = {demand: re.compile(words, re.IGNORECASE) for demand, words in _TOPICS.items()}
_LEFT_OUT: Final = re.compile(
    r"(?P<what>[가-힣A-Za-z]{2,20}?)(?:은|는|을|를|도)?\s"
    r"(?:빼|필요 ?없|제외|금지|생략|없이|없었|말고|싫|쓰지|넣지|달지|붙이지)"
    r"|(?:no|without|avoid|skip|leave out|(?:don't|do not) use)\s(?P<thing>[A-Za-z]{3,20})\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"^(?:(?:딱|총|약|최대|최소)\s?)?\S{1,4}\s?(?:개|가지|편|건|문항|문제|항목|후보|버전|사례|곳|군데)(?:만|으로|로|정도|쯤|씩|내외|안팎)?"
    r"(?:\s(?:뽑|골라|추천|써|적|줘|주|알려|넣|만들)\S*(?:\s\S+)?)?$"
)
_AS_MANY: Final = re.compile(
    r"(?:가지|종류|버전|안)(?:으로|로)\s"
)  # 세 가지로 만들어: three of the whole, not of its rows
_WORD: Final = re.compile(r"[가-힣A-Za-z]{2,}")
_PARTICLES: Final = re.compile(r"(?:은|는|이|가|을|를|도|만|의|에|에서|으로|로|과|와|이나|나|까지|부터|라도)$")


def standing(
    lines: Iterable[ConditionalLine], requirements: Iterable[Requirement], facts: Iterable[str], locale: Locale
) -> list[ConditionalLine]:
    """Return the lines that no requirement speaks against, and no fact that sets a number of the same."""
    demands, told = tuple(requirements), tuple(facts)
    said = (*told, *(each.said for each in demands if each.text))
    return [
        line
        for line in lines
        if not any(contradicts(line.line[locale], each) for each in demands)
        and not any(_counters(line.line[locale]) & _counters(fact) - _VAGUE for fact in told)
        and not refuses(said, line.line[locale])
    ]


# 답변은 내가 쓸 거니까 빼고, 결론내지 말고: what goes, in a sentence that says more than that. Of 출산 관련 질문 빼고
# one kind goes.
_GOES: Final = re.compile(
    r"(?P<done>[가-힣]{2,6}?)(?:내|하|쓰|넣|적)지 ?(?:말|마)"
    r"|(?<![가-힣A-Za-z])(?<!관련\s)(?<!같은\s)(?<![는은한던]\s)(?P<what>[가-힣A-Za-z]{2,12}?)(?:[은는을를도만]\s(?:[^,.\n]{0,16}\s)?|\s)"
    r"(?:빼고|빼 ?[주줘]\S*|뺄게|필요 ?없|말고(?=\s|$)|없이(?=\s|$)|(?:쓰|넣|내|달|적|하)지 ?(?:말|마))"
)


# 반전이나 죽음 같은 거 없이: more than one kind goes.
_LIKE_THAT: Final = re.compile(
    r"(?P<kinds>[가-힣]{2,10}(?:,?\s[가-힣]{2,10})?)\s같은\s?(?:거|것|건|말|얘기|내용)[은는도]?\s?(?:없이|빼고|말고|안\s|넣지|쓰지)"
)


_INSTEAD: Final = re.compile(
    r"(?<![가-힣A-Za-z])(?P<what>[가-힣A-Za-z]{2,12})\s대신(?=\s)"
)  # 저자나 연도 대신 검색어로


def refuses(told: Iterable[str], text: str) -> bool:
    """Whether what was told refuses what a line or part of ours is about."""
    ours = text.replace(" ", "")
    for what in (name for each in told for name in _gone(each)):
        if len(what) > 1 and any(name.replace(" ", "") in ours for name in (what, *_SAME.get(what, ()))):
            return True
    return False


def _gone(told: str) -> Iterator[str]:
    """Yield what a sentence says is to go."""
    for found in _GOES.finditer(told):
        yield _stem(found["what"] or found["done"])
    for found in _INSTEAD.finditer(told):
        if final(found["what"][-1]) not in {"ㄴ", "ㄹ"} and not found["what"].endswith("는"):  # 비싼 대신
            yield found["what"]
    for found in _LIKE_THAT.finditer(told):
        yield from map(_stem, re.split(r"[,\s]+", found["kinds"]))


# What people call a part that shapes of intents call otherwise.
_SAME: Final = {
    "까닭": ("이유",),
    "설명": ("이유", "고친 곳", "바꾼 곳"),
    "칭찬": ("살릴 곳", "살릴 것", "좋은 점", "잘한 것"),
    "풀이": ("계산", "검산"),
    "인사말": ("인사와",),
    "답변": ("답의", "좋은 답", "모범 답", "답할 사람"),
    "결론": ("의견",),
    "결말": ("보이는 끝", "마무리", "마지막 장면에서"),
}


def is_refused(part: str, requirement: Requirement) -> bool:
    """Whether a part of a shape is one that the person does not want, by its own name or by another."""
    return any(name in part for word in _words_left_out(requirement) for name in (word, *_SAME.get(word, ())))


def _words_left_out(requirement: Requirement) -> set[str]:
    return {_stem(word) for value in _left_out(requirement) for word in _WORD.findall(value)}


def named(understanding: Understanding, demand: Demand, *, beside: bool = True) -> Requirement | None:
    """Return the requirement in which the person has named such a thing, if they have.

    Without `beside`, one that only adds to what there is (담당자도) names nothing.
    """
    found = [each for each in understanding.requirements if each.demand is demand and (beside or not each.adds)]
    return next((each for each in found if each.values), found[0] if found else None)


def contradicts(line: str, requirement: Requirement) -> bool:
    """Whether a line of an intent is about what the person has settled otherwise, or holds what they want left out."""
    if requirement.demand is Demand.LEAVE_OUT:
        return claims_all(line) or any(word in line for word in _words_left_out(requirement))
    if requirement.demand is Demand.COUNT:
        return _counts_otherwise(line, requirement.said)
    topic = _TOPIC.get(requirement.demand)
    return topic is not None and topic.search(line) is not None


_ALL: Final = re.compile(
    r"(?:원문|원본|받은|자료)\S*\s[^.]{0,20}(?:빠짐없이|하나도 (?:빠|빼)|빠지거나|빠뜨리지)"
    r"|\bnothing (?:is )?(?:lost|dropped)|\bnone dropped|\ball of the (?:source|original)",
    re.IGNORECASE,
)


def claims_all(line: str) -> bool:
    """Whether a line wants all of a source, which who has something left out does not."""
    return _ALL.search(line) is not None


def goal_of(understanding: Understanding) -> str:
    """Return what a good result of the intent is; empty where it is all of a source and some is to be left out."""
    goal = understanding.intent.goal[understanding.locale]
    is_refusing = any(each.demand is Demand.LEAVE_OUT for each in understanding.requirements)
    return "" if is_refusing and claims_all(goal) else goal


# A line that counts the same things as the person, or that counts the items where the person does. 한 문장에 한 가지
# is how to write, and counts nothing.
_NUMBERED: Final = re.compile(
    r"(?:(?<![0-9])[0-9]{1,4}|두세|서너|두|세|네|다섯|여섯|일곱|여덟|아홉|열|하나|둘|셋)\s?(?P<counter>가지|개|번|줄|편|건|곳|군데|문장|문단|안)?"
    r"|\b(?:two|three|four|five|six|seven|eight) (?P<thing>[a-z]+)s\b",
    re.IGNORECASE,
)
_AROUND: Final = 24  # characters around the names of parts that say nothing else: …, 5개 장으로 나눠 주세요
_COUNTERS: Final = frozenset({"가지", "개", "편", "건", "곳", "안"})
_VAGUE: Final = frozenset({"가지", "개", "번", "안"})  # of anything: a fact with one is about something else


def _counts_otherwise(line: str, said: str) -> bool:
    """Whether a line sets a number of what the person has counted."""
    theirs, ours = _counters(said), _counters(line)
    if any(found["thing"] for found in _NUMBERED.finditer(line)):
        return True
    return bool(ours & theirs) or (bool(ours & _COUNTERS) and (bool(theirs & _COUNTERS) or not theirs))


def _counters(text: str) -> set[str]:
    found = (match["counter"] for match in _NUMBERED.finditer(text))
    return {"곳" if counter == "군데" else counter for counter in found if counter}


def _left_out(requirement: Requirement) -> Iterable[str]:
    """Return what is to be left out: what was listed, else the one thing that the demand begins with."""
    if requirement.values:
        return requirement.values
    found = _LEFT_OUT.match(requirement.said)
    return (found["what"] or found["thing"],) if found else ()


def _stem(word: str) -> str:
    shorter = _PARTICLES.sub("", word)
    return shorter if len(shorter) > 1 else word


_NAMES: Final[dict[Form | str, tuple[Demand, ...]]] = {
    Form.TABLE: (Demand.COLUMNS,),
    Form.LIST: (Demand.COLUMNS, Demand.SECTIONS),
    Form.PROSE: (Demand.SECTIONS,),
    Form.REPORT: (Demand.SECTIONS,),
}


def is_in_shape(requirement: Requirement, form: Form | str) -> bool:
    """Whether the lines about the form say all of a demand: its columns, its number of items, its parts."""
    if form is Form.TABLE and (requirement.adds or requirement.drops):
        return not _says_more(requirement)
    if form in {Form.LIST, Form.TABLE} and requirement.demand is Demand.COUNT:
        return says_count(requirement)
    if requirement.is_row:
        return requirement.demand in _NAMES.get(form, ())
    is_outline = form in {Form.PROSE, Form.REPORT} and requirement.demand is Demand.SECTIONS
    return is_outline and len(requirement.said) - sum(map(len, requirement.values)) <= _AROUND


# Words beside the names of columns that are about these: 칸도 같이 넣어 주세요.
_OF_COLUMNS: Final = re.compile(
    r"(?:칸|열|란|컬럼|칼럼|항목|도|까지|표|하나|같이|함께|꼭|따로|그리고|넣|추가|포함|적|써|만들|있|달|표시|보여|알려|필요|해|하|주|줘|좋|빼|없|안)"
    r"|(?:add|include|put|remove|drop|columns?|the|table|please|to|in|an?|with|for|and)\b",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"비[우워]|빈\s?칸|\bblank\b", re.IGNORECASE)


def _says_more(requirement: Requirement) -> bool:
    """Whether a demand for columns says something else in the same breath: 연락처 칸은 비워 두고."""
    if _BLANK.search(requirement.said):
        return True
    rest = requirement.said
    for name in (*requirement.adds, *requirement.drops):
        rest = rest.replace(name, " ")
    return any(not _OF_COLUMNS.match(word) for word in re.findall(r"\w{2,}", rest))  # 문장마다 동작 하나씩만


def says_count(requirement: Requirement) -> bool:
    """Whether a demand is nothing but a number of items: 열 개만; what else it says (예시도 같이 열 개) must stand."""
    if _AS_MANY.search(requirement.said):
        return False
    is_of_request = re.match(r"모두 [0-9]+개를 씁니다|Write exactly [0-9]+$", requirement.text) is not None
    return requirement.count is not None and (
        is_of_request or _COUNTED.match(requirement.said.strip(" .!")) is not None
    )


def says_length(requirement: Requirement, settled: str) -> bool:
    """Whether a demand is nothing but the length that was settled: 세 문단으로 beside ‘세 문단’."""
    quoted = re.search(r"‘(.+?)’", settled)
    return quoted is not None and requirement.said.strip(" .").removesuffix("로").removesuffix("으") == quoted[1]
