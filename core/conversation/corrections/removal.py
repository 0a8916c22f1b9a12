"""Removing: which lines of what was understood, or of a finished prompt, a text takes away."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.conversation.understood import Removal
from core.privacy.text import MaskedText

Lines = Sequence[tuple[str, str]]
"""Lines, each with the section that it stands in."""

_SECTIONS: Final = {
    "role": (r"역할|\brole\b", ("역할", "role")),
    "task": (r"작업|\btasks?\b", ("작업", "task")),
    "audience": (r"(?<!독자 )대상|\baudience\b", ("대상", "audience")),
    "told": (
        r"상황|사실|정보|바라는 것|말씀|말한|\bfacts?\b|\bsituation\b|\bwish(?:es)?\b|\bmy words\b",
        ("주어진 정보", "given information"),
    ),
    "assumed": (r"가정|\bassum\w+", ("가정", "assumptions", "assumed")),
    "format": (r"출력\s?형식|형식|\bformat\b", ("출력 형식", "output format", "format")),
    "limits": (
        r"제약|제한|조건|지킬 것|\bconstraints?\b|\bconditions?\b|\blimits?\b|\brules?\b",
        ("제약", "constraints", "limits", "rules"),
    ),
    "done": (
        r"완료\s?기준|체크|확인 사항|\bchecks?\b|\bdone\b",
        ("완료 기준", "done when", "checks", "completion check", "completion checks"),
    ),
}
_WHOLE: Final = frozenset({"assumed", "done"})
"""Sections that can go as a whole."""

_OUT_WORDS: Final = r"(?:빼|지워|지우|없애|삭제|제거|날려|필요\s?없)"
_OUT_ENGLISH: Final = r"(?:drop|remove|delete|take out|leave out|get rid of)"
_OUT: Final = re.compile(
    rf"(?:{_OUT_WORDS}|{_OUT_ENGLISH})\S{{0,8}}"
    r"(?:\s(?:줘|주세요|줄|주실|버려|봐|돼|수|있)\S{0,8}){0,3}[.!~?]*(?:,?\s+please[.!]?)?$"
    rf"|^(?:please\s+)?{_OUT_ENGLISH}\b"
)
_UNSAID: Final = r"(?:쓰|넣|적|밝히|공개하|언급하|말하)지\s?(?:는\s)?(?:마|말|않)"
_NOT_TO_SAY: Final = re.compile(rf"{_UNSAID}|\b(?:don['’]?t|do not|never)\b")
_NATIVE: Final = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "첫|first",
            "두|둘|second",
            "세|셋|third",
            "네|넷|fourth",
            "다섯|fifth",
            "여섯|sixth",
            "일곱|seventh",
            "여덟|eighth",
            "아홉|ninth",
            "열|tenth",
        ),
        1,
    )
    for word in words.split("|")
} | {f"열{word}": number for number, word in enumerate(_NATIVE, 11)}
_PLACE: Final = re.compile(
    r"(?P<top>첫(?=\s(?:줄|문장|제약|조건|항목|기준|사실))|맨\s?(?:위|앞)|\btop\b)|(?P<last>마지막|맨\s?(?:끝|아래|뒤)|\blast\b)"
    r"|(?P<native>(?:열\s?)?(?:첫|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)|열\s?한|열)\s?(?:번째|째|번(?=\s(?:줄|문장|제약|조건|사실|가정)))"
    r"|(?P<number>[1-9][0-9]?)\s?(?:번째|번|st\b|nd\b|rd\b|th\b)"
    r"|\b(?P<english>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|(?:제약|조건|가정|기준|사실|rule|constraint|condition|fact|limit|line|number|no\.?|#)\s?#?(?P<behind>[1-9][0-9]?)(?![0-9자])"
)
_LINE: Final = r"(?:줄|문장|항목|제약|조건|가정|사실|라인|line|rule|constraint|condition|fact|sentence)"
_ABOUT: Final = re.compile(
    r"^(?:그\s|저\s)?(?P<about>.{2,60}?)(?:라는|이라는|라고 (?:된|하는|쓴)|다는|있는|(?:얘기|말|언급)하는|관련|에 대한"
    rf"|대한)?\s?{_LINE}(?:은|는|을|를|도|만)?\s"
)
# What somebody has said of a thing: 광고비 얘기는, the part about the bug; 부정적인 내용 is no such thing.
_TALK: Final = re.compile(
    r"^(?:그\s|저\s)?(?!\S{1,12}(?:적인|[한운은는던])\s\S+\s\S+$)(?P<about>.{1,40}?)"
    r"(?:\s?(?:얘기|이야기)|(?:에 대한|관련)?\s(?:내용|부분|언급|사실|정보|[건것거])|[다라]는\s말)"
    r"(?:은|는|을|를|도|만|들은|들)?\s"
    r"|\b(?:part|bit|line|sentence|fact|mention|thing|stuff|info|information)s?"
    r"\s(?:about|on|of|that says|with|saying)\s(?P<of>.{2,60}?)(?:,?\splease)?[.!]*$"
)
_MATTER: Final = re.compile(
    rf"^(?P<about>[^,.]{{2,20}}?)(?:은|는|을|를|도)?\s(?:좀\s|아예\s)?(?:{_OUT_WORDS}|{_UNSAID})"
    r"\S{0,8}(?:\s\S{1,8}){0,2}[.!~]*$"
    rf"|^(?:please\s)?(?:{_OUT_ENGLISH}|(?:don['’]?t|do not) (?:mention|say|include))\s(?:the\s|our\s|my\s)?"
    r"(?P<of>[^,.]{2,40}?)(?:,?\splease)?[.!]*$"
)
_SEVERAL: Final = re.compile(r",(?!\d)|;|(?:[이하]고|며)\s")
_QUOTED: Final = re.compile(r"[‘'\"“](?P<about>.{2,200}?)[’'\"”]")
_HEADING: Final = re.compile(r"^\[(?P<name>[^\[\]]+)\]$")
_PARTICLE: Final = re.compile(r"(?<=[가-힣]{2})(?:은|는|을|를|이|가|의|에|도|만|으로|로)$")
_VALUE: Final = re.compile(r"\d|[만천백]\s?원")
# What a value is called, where the line has nothing but the value: 만족도 점수, 방문자 수.
_OF_A_VALUE: Final = re.compile(r"숫자|수치|점수|금액|액수|비용|가격|날짜|시간|시각|번호")
_TELLS_LITTLE: Final = re.compile(r"[가-힣]|the|an?|our|my")


def removal(lines: Lines, text: str) -> Removal | None:
    """Return what a text takes away of `lines`; None where it takes nothing away that was said.

    A line is named by its section and number, or by what stands in it; what somebody has told, by what it is about.
    """
    folded = " ".join(text.casefold().split())
    is_out = _OUT.search(folded) is not None
    if not is_out and not _NOT_TO_SAY.search(folded):
        return None
    if is_out and (named := _named(lines, text, folded)):
        return named
    told = [(section, line) for section, line in lines if section == "told"]
    if talk := _TALK.search(folded):
        words = talk["about"] or talk["of"]
        found = _holding(told, words) or _holding([each for each in lines if each[0] == "limits"], words)
        if found:
            return Removal(found, bans=not is_out)
    found = _facts(told, folded)
    return Removal(found, bans=True) if found else None


def lines_in(prompt: str) -> Iterator[tuple[str, str]]:
    """Yield each bulleted line of a prompt with the section that it stands in."""
    section = ""
    for line in prompt.splitlines():
        if heading := _HEADING.match(line):
            name = heading["name"].casefold()
            section = next((key for key, (_, names) in _SECTIONS.items() if name in names), "")
        elif section and (item := line.lstrip()).startswith("- "):  # a fact at its part is indented
            yield section, item.removeprefix("- ")


def _named(lines: Lines, text: str, folded: str) -> Removal | None:
    """Return the lines that a text names as such: in quotation marks, by their section and number, by their words."""
    if quoted := _QUOTED.search(" ".join(text.split())):
        found = _holding(lines, quoted["about"])
        return Removal(found) if found else None
    section = next((name for name, (words, _) in _SECTIONS.items() if re.search(words, folded)), "")
    if section in _WHOLE and re.search(
        rf"^(?:{_SECTIONS[section][0]})(?:들)?(?:은|는|을|를|도)?\s(?:다\s|모두\s|전부\s|좀\s)?{_OUT_WORDS}", folded
    ):
        return Removal(tuple(MaskedText(line) for name, line in lines if name == section))
    places = list(_places(folded))
    if places and (section or re.search(_LINE, folded)):
        own = [line for name, line in lines if name == (section or "limits")]
        chosen = [own[at] for at in places if -len(own) <= at < len(own)]
        return Removal(tuple(MaskedText(line) for line in dict.fromkeys(chosen)))
    about = _ABOUT.match(folded)
    within = [(name, line) for name, line in lines if not section or name == section]
    found = _holding(within, about["about"]) if about else ()
    return Removal(found) if found else None


def _facts(told: Lines, folded: str) -> tuple[MaskedText, ...]:
    """Return the one sentence that is of what a text wants left unsaid, and says nothing else."""
    matter = _MATTER.match(folded)
    facts = set[str]()
    for words, has_value in _readings(matter["about"] or matter["of"]) if matter else ():
        about = r"\s?".join(map(re.escape, words))
        of_it = re.compile(
            rf"(?<!\w){about}도?(?:[은는이가도]\s|\s?:\s|\s(?:is|are|was|were|will|has|have)\b)|\{{{about}\d",
            re.IGNORECASE,
        )
        facts |= {line for _, line in told if of_it.search(line) and (not has_value or _VALUE.search(line))}
    return tuple(MaskedText(line) for line in facts if len(facts) == 1 and not _SEVERAL.search(line))


def _places(folded: str) -> Iterator[int]:
    for found in _PLACE.finditer(folded):
        if found["last"]:
            yield -1
        elif found["top"]:
            yield 0
        else:
            written = (found["native"] or found["english"] or found["number"] or found["behind"]).replace(" ", "")
            yield (int(written) if written.isdecimal() else _ORDINALS[written]) - 1


def _holding(lines: Lines, about: str) -> tuple[MaskedText, ...]:
    """Return the one line in which all words of `about` stand; none where there is none, or more than one."""
    for words, has_value in _readings(about):
        found = [
            line
            for _, line in lines
            if all(word in line.casefold() for word in words) and (not has_value or _VALUE.search(line))
        ]
        if len(found) == 1:
            return (MaskedText(found[0]),)
    return ()


def _readings(about: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the words that tell what is spoken of: as said; without what a value is called, where there is one."""
    said = [_PARTICLE.sub("", word) for word in about.casefold().split()]
    words = [word for word in said if not _TELLS_LITTLE.fullmatch(word)] or said
    yield words, False
    if others := [word for word in words if not _OF_A_VALUE.fullmatch(word)]:
        yield others, len(others) < len(words)
