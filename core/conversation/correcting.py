"""Wishes that set right what was understood: another kind of thing, other readers, a line to go."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.privacy.text import MaskedText

_WORDS: Final = r"[^\s,.!?‘’'\"]{1,20}?(?:\s[^\s,.!?‘’'\"]{1,20}?){0,3}?"
_ASK: Final = (
    r"(?:좀|다시|부탁|바꿔|바꾸|고쳐|해|하|할|써|작성|만들|가|갈|보내|보낼|잡아|설정|변경|맞춰|맞추|주세요|줘|줄"
    r"|봐|돌려|좋)"
)
_POLITE: Final = rf"(?:\s?{_ASK}\S{{0,8}})?(?:\s{_ASK}\S{{0,8}}){{0,4}}\s*[.!~?]*$"
_IS: Final = r"(?:이에요|예요|에요|입니다|이야|야|이라고요?|라고요?|인데요?|이고요?|이요|요)?"
_NOT: Final = r"(?:이|가)?\s?(?:아니라|아니고|말고|대신에?|아닌)"
_INSTEAD: Final = re.compile(
    r"^(?:그게|이건|이거|아니|아뇨|음|저는|제가 원한 건|원하는 건|내가 원한 건|난|나는)?,?\s*"
    rf"(?P<not>{_WORDS}){_NOT},?\s+(?P<kind>{_WORDS})"
    rf"(?:(?:으로|로){_POLITE}|(?:을|를)?(?:\s(?:써|작성|만들)\S*){_POLITE}|(?:이|가)\s(?:필요|좋|맞|나)\S*$"
    rf"|{_IS}[.!~]*$)"
)
_IT_IS: Final = re.compile(
    rf"^(?:이건|이거는?|이게|그건|사실은?|원래는?),?\s+(?P<kind>{_WORDS})(?:이에요|예요|입니다|이야|야|이라고요?|인데요?)[.!~]*$"
)
_SAID: Final = re.compile(
    r"^(?:작업\s?종류|작업|종류|만들 것|만들 거|결과물|할 일)(?:은|는|을|를|이|가)?\s*:?\s+"
    rf"(?P<kind>{_WORDS})(?:(?:으로|로){_POLITE}|{_IS}[.!~]*$)"
)
_TO: Final = re.compile(
    rf"^(?:이걸|이거|그냥|아니|차라리|전부|전체를)?,?\s*(?P<kind>{_WORDS})(?:으로|로)"
    rf"(?P<verb>\s?(?:바꿔|바꾸|고쳐|써|만들|작성|해)\S*)?{_POLITE}"
)
_ENGLISH: Final = (
    re.compile(
        r"^(?:it'?s\s+|this is\s+|i (?:want|meant|need)\s+)?not\s+(?:an?\s+"
        r"|the\s+)?(?P<not>[\w ]{2,40}?),?\s(?:but\s+|it'?s\s+|i (?:want|meant"
        r"|need)\s+)?(?:an?\s+|the\s+)?(?P<kind>[\w ]{2,40}?)[.!]?$"
    ),
    re.compile(
        r"^(?:make it\s+|i (?:want|meant|need)\s+|write\s+)?(?:an?\s+|the\s+)?(?P<kind>[\w ]{2,40}?)\s?,?\s"
        r"(?:instead of|rather than|and not|not)\s+(?:an?\s+|the\s+)?(?P<not>[\w ]{2,40}?)(?:,?\s+please)?[.!]?$"
    ),
    re.compile(
        r"^(?:the )?(?:task|kind of task|kind)\s+(?:is|should be|to|:)\s*(?:an?\s+"
        r"|the\s+)?(?P<kind>[\w ]{2,40}?)[.!]?$"
    ),
    re.compile(
        r"^(?:please\s+)?(?:make (?:it|this)|turn (?:it|this) into|change (?:it"
        r"|this) (?:in)?to)\s+(?:an?\s+|the\s+)(?P<kind>[\w ]{2,40}?)(?:\s+instead)?(?:,?\s+please)?[.!]?$"
    ),
)
# The 시 of 1시 (one o'clock) is no poem, and 문자로 보낼 요약 says what is done with one.
_NO_KIND: Final = re.compile(r"(?<!\d)\d[\d,.]{0,11}\s?[천만억]?\s?[가-힣]?$|[을를로께]\s\S{1,10}\s(?!거)\S")
_READER: Final = (
    r"(?:읽는\s?(?:사람|분|이|쪽)|읽을\s?(?:사람|분)|보는\s?(?:사람|분)|독자|대상\s?독자"
    r"|받는\s?(?:사람|분|이)|수신자?|타깃|타겟)"
)
_THIS: Final = r"^(?:(?:이거|이건|이걸|이 글은|이 메일은|그거|그건|아|참)\s+)?"
_READERS: Final = (
    re.compile(
        rf"^(?:그리고\s+)?{_READER}(?:은|는|을|를|이|가)?\s*:?\s+(?:원래\s+|사실\s+|이제\s+)?(?P<who>{_WORDS})(?:(?:으로"
        rf"|로){_POLITE}|(?:이\s?)?(?:될 거\S*|되게\S*|되도록\S*)|{_IS}[.!~]*$)"
    ),
    re.compile(
        rf"{_THIS}(?P<who>{_WORDS})(?:이|가|께서)\s(?:읽|볼|보게|보는|보실|받)\S*(?:\s(?:될|되는))?"
        rf"(?:\s?(?:거|겁|것|건데|예정|테니|글|문서|메일|자료|보고서)\S*)?{_POLITE}"
    ),
    re.compile(
        rf"{_THIS}(?P<who>{_WORDS})(?:\s?(?:보고|제출|발표|배포))?\s?(?:용으로|보시게|앞으로 보내는 걸로){_POLITE}"
    ),
    re.compile(
        r"^(?:the )?(?:readers?|audience|recipients?)(?:\s+(?:is|are|will be"
        r"|should be)|\s*:)\s*(?P<who>.{2,60}?)[.!]?$"
    ),
    re.compile(
        r"^(?:please\s+)?(?:make|change|set)\s+(?:the )?(?:readers?|audience"
        r"|recipients?)\s+(?:to\s+|be\s+)?(?P<who>.{2,60}?)(?:,?\s+please)?[.!]?$"
    ),
    re.compile(r"^(?P<who>my [a-z ]{2,40}?|the [a-z ]{2,40}?)\s+(?:will|is going to)\s+(?:be )?read(?:ing)?\b.*$"),
)
_NO_READER: Final = re.compile(
    r"빼|넣|지워|이름|추가|(?:읽기|보기|이해하기)?\s?(?:쉽|편하|좋)|^(?:누가|아무나|내용|글|표|더|한눈|눈)$"
)
_SECTIONS: Final = {
    "role": (r"역할|\brole\b", ("역할", "role")),
    "task": (r"작업|\btasks?\b", ("작업", "task")),
    "audience": (r"(?<!독자 )대상|\baudience\b", ("대상", "audience")),
    "told": (
        r"상황|사실|정보|바라는 것|\bfacts?\b|\bsituation\b|\bwish(?:es)?\b",
        ("상황과 바람", "situation and wishes"),
    ),
    "assumed": (r"가정|\bassum\w+", ("가정", "assumptions", "assumed")),
    "format": (r"출력\s?형식|형식|\bformat\b", ("출력 형식", "output format", "format")),
    "limits": (r"제약|제한|조건|\bconstraints?\b|\blimits?\b|\brules?\b", ("제약", "constraints", "limits", "rules")),
    "done": (
        r"완료\s?기준|체크|확인 사항|\bchecks?\b|\bdone\b",
        ("완료 기준", "done when", "checks", "completion check", "completion checks"),
    ),
}
_WHOLE: Final = frozenset({"assumed", "done"})
"""Sections that can go as a whole."""

_OUT_WORDS: Final = r"(?:빼|지워|지우|없애|삭제|제거|날려|필요\s?없)"
_OUT: Final = re.compile(
    rf"(?:{_OUT_WORDS}|drop|remove|delete|take out|leave out|get rid of)\S{{0,8}}"
    r"(?:\s(?:줘|주세요|줄|주실|버려|봐|돼|수|있)\S{0,8}){0,3}[.!~?]*(?:,?\s+please[.!]?)?$"
    r"|^(?:please\s+)?(?:drop|remove|delete|take out|leave out|get rid of)\b"
)
_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "첫|한|첫번|일|first|1st",
            "두|둘|이|second|2nd",
            "세|셋|삼|third|3rd",
            "네|넷|사|fourth|4th",
            "다섯|오|fifth|5th",
            "여섯|육|sixth",
            "일곱|칠|seventh",
            "여덟|팔|eighth",
        ),
        1,
    )
    for word in words.split("|")
}
_PLACE: Final = re.compile(
    r"(?P<top>첫(?=\s(?:줄|문장|제약|조건|항목|기준))|맨\s?(?:위|앞)|\btop\b)|(?P<last>마지막|맨\s?(?:끝|아래|뒤)|\blast\b)"
    r"|(?P<native>첫|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟)\s?(?:번째|째|번)"
    r"|(?P<number>[1-9][0-9]?)\s?(?:번째|번|st\b|nd\b|rd\b|th\b)"
    r"|\b(?P<english>first|second|third|fourth|fifth|sixth|seventh|eighth)\b"
    r"|(?:제약|조건|가정|기준|rule|constraint|limit|line|number|no\.?|#)\s?#?(?P<behind>[1-9][0-9]?)(?![0-9자])"
)
_LINE: Final = r"(?:줄|문장|항목|제약|조건|가정|라인|line|rule|constraint|sentence)"
_ABOUT: Final = re.compile(
    r"^(?:그\s|저\s)?(?P<about>.{2,60}?)(?:라는|이라는|라고 (?:된|하는|쓴)|다는|있는|(?:얘기|말|언급)하는|관련|에 대한"
    rf"|대한)?\s?{_LINE}(?:은|는|을|를|도|만)?\s"
)
_WITHOUT: Final = re.compile(
    rf"^(?P<about>[^\s,.]{{2,15}}?)(?:은|는|을|를|도)?\s(?:좀\s|아예\s)?(?:{_OUT_WORDS}|(?:쓰|넣|적|밝히|공개하|언급하)지\s?(?:는\s)?(?:마|말|않))"
    r"\S{0,8}(?:\s\S{1,8}){0,2}[.!~]*$"
)
_SEVERAL: Final = re.compile(r"[,;]|(?:[이하]고|며)\s")
_QUOTED: Final = re.compile(r"[‘'\"“](?P<about>.{2,200}?)[’'\"”]")
_HEADING: Final = re.compile(r"^\[(?P<name>[^\[\]]+)\]$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of thing that a text asks for, by its words, and the one that it turns down.

    `is_certain` says that the text speaks of nothing else: 작업은 보고서로.
    """

    kind: str
    rejected: str = ""
    is_certain: bool = False


def wanted_kind(text: str) -> Wanted | None:
    """Return which kind of thing a text asks for instead; None where it asks for none."""
    folded = " ".join(text.casefold().split())
    if found := _SAID.match(folded):
        return Wanted(found["kind"], is_certain=True)
    for pattern in (_INSTEAD, _IT_IS, _TO, *_ENGLISH):
        if found := pattern.match(folded):
            groups = found.groupdict()
            if _NO_KIND.search(groups["kind"].strip()):
                return None
            return Wanted(groups["kind"].strip(), (groups.get("not") or "").strip())
    return None


def wanted_reader(text: str) -> MaskedText | None:
    """Return who a text says will read it; None where it says nothing of readers."""
    bare = " ".join(text.split())
    for pattern in _READERS:
        found = re.match(pattern.pattern, bare, re.IGNORECASE)
        if found and not _NO_READER.search(found["who"]):
            return MaskedText(re.sub(rf"^.{{1,60}}?{_NOT},?\s+", "", found["who"]).strip())
    return None


def lines_to_go(prompt: str, text: str) -> tuple[MaskedText, ...]:
    """Return the lines of a prompt that a text wants taken away: by section and number, or by what stands in them."""
    folded = " ".join(text.casefold().split())
    if not _OUT.search(folded):
        return ()
    lines = [(section, line) for section, line in _lines(prompt) if section]
    if quoted := _QUOTED.search(" ".join(text.split())):
        return _holding(lines, quoted["about"])
    section = next((name for name, (words, _) in _SECTIONS.items() if re.search(words, folded)), "")
    if section in _WHOLE and re.search(
        rf"^(?:{_SECTIONS[section][0]})(?:들)?(?:은|는|을|를|도)?\s(?:다\s|모두\s|전부\s|좀\s)?{_OUT_WORDS}", folded
    ):
        return tuple(MaskedText(line) for name, line in lines if name == section)
    places = list(_places(folded))
    if places and (section or re.search(_LINE, folded)):
        own = [line for name, line in lines if name == (section or "limits")]
        chosen = [own[at] for at in places if -len(own) <= at < len(own)]
        return tuple(MaskedText(line) for line in dict.fromkeys(chosen))
    about = _ABOUT.match(folded)
    within = [(name, line) for name, line in lines if not section or name == section]
    return _holding(within, about["about"]) if about else ()


def facts_to_go(prompt: str, text: str) -> tuple[MaskedText, ...]:
    """Return the one fact of a prompt that is of what a text wants left unsaid, and says nothing else."""
    found = _WITHOUT.match(" ".join(text.casefold().split()))
    if found is None:
        return ()
    about = re.escape(found["about"])
    told = re.compile(rf"^{about}(?:[은는이가]|\s?:)\s|\{{{about}\d", re.IGNORECASE)
    facts = [line for section, line in _lines(prompt) if section == "told" and told.search(line)]
    return tuple(MaskedText(line) for line in facts if len(facts) == 1 and not _SEVERAL.search(line))


def _places(folded: str) -> Iterator[int]:
    for found in _PLACE.finditer(folded):
        if found["last"]:
            yield -1
        elif found["top"]:
            yield 0
        else:
            written = found["native"] or found["english"] or found["number"] or found["behind"]
            yield (int(written) if written.isdecimal() else _ORDINALS[written]) - 1


def _lines(prompt: str) -> Iterator[tuple[str, str]]:
    """Yield each bulleted line of a prompt with the section that it stands in."""
    section = ""
    for line in prompt.splitlines():
        if heading := _HEADING.match(line):
            name = heading["name"].casefold()
            section = next((key for key, (_, names) in _SECTIONS.items() if name in names), "")
        elif (item := line.lstrip()).startswith("- "):  # a fact at its part is indented
            yield section, item.removeprefix("- ")


def _holding(lines: list[tuple[str, str]], about: str) -> tuple[MaskedText, ...]:
    """Return the one line in which all words of `about` stand; none where there is none, or more than one."""
    words = [
        re.sub(r"(?<=[가-힣]{2})(?:은|는|을|를|이|가|의|에|도|만|으로|로)$", "", word)
        for word in about.casefold().split()
    ]
    found = [line for _, line in lines if all(word in line.casefold() for word in words)]
    return (MaskedText(found[0]),) if len(found) == 1 else ()
