"""What a typed correction says: the value that gives way, and the one that takes its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Wording(Enum):
    """How a correction is worded, which says how sure it is that it corrects a value."""

    STATED = auto()  # 3시가 아니라 4시예요, 3시를 4시로 바꿔 줘, 3시 → 4시
    ASKED = auto()  # 3시 말고 4시로 (해 줘)
    IN_SENTENCE = auto()  # 팀장님 말고 부장님께 보낼 거야


@dataclass(frozen=True, slots=True)
class Correction:
    """A new value, in the place of an `old` one, or of the one that there is of what it is `about`.

    `particle` stands behind the new value in a sentence; `rest` is what the text says besides.
    """

    new: str
    old: str = ""
    about: str = ""
    wording: Wording = Wording.STATED
    particle: str = ""
    rest: str = ""


_NOISE: Final = re.compile(r"[ㅋㅎㅠㅜ^;!]|~(?!\d)|[\U0001F300-\U0001FAFF\u2600-\u27BF]")
_OPENING: Final = re.compile(
    r"^(?:아이고|아차|앗|아+|어+|참|음|헉|아니|아뇨|근데|그리고|죄송\S*|미안\S*|잠깐만?|oh|oops|sorry|no|wait|actually|please"
    r"|hmm)(?:[,.!]+\s?|\s)(?:[-–]\s)?",
    re.IGNORECASE,
)
_END: Final = r"[\s.,!?]*$"
_STOP: Final = r"(?=[\s.,!?]|$)"
_TURNED_DOWN: Final = re.compile(
    r"(?:(?:이?라는\s(?:말|단어|표현|이름)|이?라고\s?(?:쓰|하|적|부르)지)(?:은|는|을|를)?)?\s?"
    r"(?:말[고구](?![가-힣]*[도는]\s)|아니라(?:고요|서)?|아니[고구]요?|아니(?:에요|예요|야|였고|었고)|아님|아닙니다|아이[라고](?:요|예)?"
    r"|대신에?(?!\s?할)|ㄴㄴ|노노|(?:이?라고|으?로)\s(?:말)?(?:했|적었|썼|드렸)\S{0,3}(?:데|지만))"
    rf"(?:{_STOP}|(?=\d))[,.]?"
)
_WRONG: Final = re.compile(r"[은는이가]?\s(?:잘못\S{0,6}|틀[렸린]\S{0,3})(?=[\s.,!?]|$)[,.]?")  # 3만원 틀렸어 5만원이야
_IS: Final = (
    r"(?:이?(?:에요|예요|야|래요?|라고요|라서|라예|라오|라우|거든요?|네요)|이요|(?<![세예어아여해써돼줘와봐까네죠데서])요|(?:이었|였)[가-힣]{1,4}"
    r"|입니[다더]|이더|이다|임|이[고구]요?|(?<=[\d}])고"
    r"|인데(?:요|예)?|이?(?:니까요?|니깐)|[이가]?\s맞[아습]\S{0,3})"
)
_CHANGE: Final = (
    r"(?:바[꿔꿨꾸꾼꿀뀌뀐뀔꼈]|고[쳐쳤치친]|수정|변경|정정|교체|늘[려렸리어었]|줄[여였이어었]|올[려렸라랐]|내[려렸릴]"
    r"|높[여였이]|낮[춰췄추])"
)
_DO: Final = rf"(?:{_CHANGE}|좀|다시|다|전부|모두|해|써|적어|쓰|하|가|부탁|줘|주|바랍|바람|통일|표기|표시)\S{{0,8}}"
_TO: Final = re.compile(
    rf"^(?P<new>.{{1,40}}?)\s?(?:으?로)[만요]?(?P<do>(?:\s?{_DO}){{0,4}})(?:{_END}|[,.]\s(?P<rest>.*))"
)
_STATED: Final = re.compile(rf"^(?P<new>.{{1,40}}?)(?<![거것다라자냐]){_IS}(?:{_END}|[\s.,](?P<rest>.*))")
_CALLED: Final = re.compile(rf"^(?P<new>.{{1,40}}?)이?라고\s?{_DO}{_END}")
_IN_SENTENCE: Final = re.compile(
    rf"^(?P<new>.{{1,40}}?)(?P<particle>에게|한테|께|에서|에|까지|부터|만|이|가|으?로)\s\S.{{0,20}}?{_END}"
)
_COUNTED: Final = re.compile(
    rf"^(?P<new>\d\S{{0,8}}?)[을를]?\s(?!더\s)[^\d.,]{{1,20}}(?:[요다줘야해자]|바람){_END}"
)  # 2개 넣어 줘
_BARE: Final = re.compile(rf"^(?P<new>.{{1,40}}?)(?:[을를]?\s(?:씀|쓴다|써요?|씁니다|사용(?:해요|합니다|함)?))?{_END}")
_BEFORE: Final = re.compile(  # 5만원이야 3만원 말고
    rf"^(?P<new>.{{1,40}}?)(?:{_IS}|으?로(?:\s?{_DO}){{0,3}})[,.]?\s(?P<old>.{{1,40}})$"
)
_MOVED: Final = (  # 3시에서 4시로 늦췄어요, 3시 → 4시
    re.compile(
        rf"^(?P<old>.{{1,40}}?)에서\s(?P<new>.{{1,40}}?)(?:으?로)\s?"
        rf"(?:{_CHANGE}|옮|연기|미[뤄뤘]|밀렸|당[겨겼]|조정)\S{{0,8}}(?:\s?{_DO}){{0,2}}(?:{_END}|[,.]\s(?P<rest>.*))"
    ),
    re.compile(
        rf"^(?P<old>.{{1,40}}?)\s?(?:-+>|=+>|[→➡⇒])\s?(?P<new>.{{1,40}}?)(?:으?로(?:\s?\S{{1,12}}){{0,3}})?{_END}"
    ),
)
_CHANGED: Final = re.compile(
    rf"^(?P<old>.{{1,40}}?)[을를]\s(?P<new>.{{1,40}}?)(?:으?로)\s?{_CHANGE}\S{{0,8}}(?:\s?{_DO}){{0,2}}{_END}"
)
_PLEASE: Final = r"(?:,?\s(?:please|instead|now))*[\s.!]*$"
_ENGLISH: Final = tuple(
    re.compile(pattern + _PLEASE, re.IGNORECASE)
    for pattern in (
        r"^(?:.{0,30}?\s)?(?:change|replace|swap)\s(?:the\s)?(?:word\s)?(?P<old>.{1,60}?)\s(?:to|with|by|for)\s(?P<new>.{1,40}?)",
        r"^(?:it'?s\s|it is\s|make (?:it|that)\s)?not\s(?P<old>.{1,60}?),?\s(?:but|it'?s|it is)\s(?P<new>.{1,40}?)",
        r"^i (?:said|wrote|put)\s(?P<old>.{1,60}?),?\sbut\s(?P<new>.{1,40}?)",
        r"^(?P<old>.{1,60}?)\sis wrong[,.;]?\s(?P<new>.{1,40}?)",
        r"^(?P<new>.{1,60}?)(?:,?\s(?:instead of|rather than|and not)|,\snot)\s(?P<old>.{1,60}?)",
        r"^(?P<old>.{0,50}(?-i:[A-Z]|\d)\S{0,9})\s(?:should be|is now)\s(?P<new>.{0,30}(?-i:[A-Z]|\d)\S{0,9}?)",
    )
)
_ENGLISH_ABOUT: Final = re.compile(
    r"^(?:(?:change|set|move|make)\s)?(?:the\s)?(?P<about>[a-z][a-z ]{1,30}?)\s(?:to|is|are|should be|is now)"
    rf"\s(?P<new>\S*\d.{{0,20}}?){_PLEASE}",
    re.IGNORECASE,
)
_SAID_OF: Final = re.compile(
    r"^.{0,40}\b(?:is|are|was|at|be|since|until|from|meant|actually|make (?:it|that)|use|it'?s|say|write)\s(?=\S)",
    re.IGNORECASE,
)
# Where the new value is the end of a clause: the launch moved to September, not June.
_CLAUSE_OF: Final = re.compile(r"^.{0,40}\b(?:to|in|on|at|by|from|for|with|until|now)\s(?=\S)", re.IGNORECASE)
_BEFORE_OLD: Final = re.compile(r"^(?:to|in|on|at|by|from|for|with|until)\s", re.IGNORECASE)
_PARTICLE: Final = re.compile(r"(?<=\S)(?:까지|부터|에서|에게|한테|께|만)$")
# What is no value: it asks or tells (링크를 넣어 줘, 얘기는 빼고 …), is a place in the text (맨 위로), or leaves open
# what it is (다른 걸로).
_NO_VALUE: Final = re.compile(
    r"[을를]\s|[가-힣]{2}도\s|\s[것걸거]$|[가-힣A-Za-z]{2}[은는]\s|[빼넣쓰하말]고\s"
    r"|^(?:맨\s?)?(?:위|아래|앞|뒤|처음|첫|끝|마지막)(?:쪽|머리|줄)?$|^(?:다른|딴|아무|뭔가|더|좀|둘|another|other|something)(?:\s|$)"
)
_CLAUSE: Final = re.compile(r"[가-힣]{2}가\s")
_SAYS: Final = re.compile(r"(?:줘|요|오|라|다|마|게|지|기|것|거|걸|해|함|써|까|도)$")
# What nobody would keep of the rest of a correction: 제가 잘못 적었어요, 고쳐 주세요.
_COURTESY: Final = re.compile(
    r"(?:내가|제가|잘못|적|썼|쓴|써|말|알|틀|헷갈|착각|오타|죄송|미안|ㅈㅅ|고쳐|고치|바꿔|바꾸|수정|변경|정정|반영|부탁|감사|고마|다시|좀|해|주|줘"
    r"|그렇게|이걸로|그걸로)\S*$"
)


def corrections_in(wish: str) -> Iterator[Correction]:
    """Yield how a text can be read as a correction, the likeliest first."""
    for each in _readings(wish):
        is_clause = _CLAUSE.search(each.new) and not _CLAUSE.search(each.old)
        if each.new.strip() and (each.old or each.about).strip() and not is_clause and not _NO_VALUE.search(each.new):
            yield each


def _readings(wish: str) -> Iterator[Correction]:
    said = " ".join(_NOISE.sub(" ", wish).split())
    while opening := _OPENING.match(said):
        said = said[opening.end() :]
    markers = [found for found in _TURNED_DOWN.finditer(said) if said[: found.start()].strip()]
    markers = markers or list(_WRONG.finditer(said))
    if not markers:
        yield from _changed(said)
    elif len(markers) == 1:
        behind = said[markers[0].end() :].strip()
        before = re.split(r"(?<=\D)[.!?,]\s", said[: markers[0].start()].strip())[-1]
        for old in filter(str.strip, _olds(before, markers[0].group())):
            yield from _turned_down(old, behind)


def _changed(said: str) -> Iterator[Correction]:
    """Yield what a text that turns nothing down by a word of its own puts in the place of what."""
    if moved := next(filter(None, (pattern.match(said) for pattern in _MOVED)), None):
        yield _read(moved, old=moved["old"])
        return
    if found := _ENGLISH_ABOUT.match(said):
        yield Correction(found["new"], about=found["about"], wording=Wording.ASKED)
    if english := next(filter(None, (pattern.match(said) for pattern in _ENGLISH)), None):
        new, old = _SAID_OF.sub("", english["new"]), _BEFORE_OLD.sub("", english["old"])
        if len(new.split()) > len(old.split()):
            new = _CLAUSE_OF.sub("", new)
        yield Correction(new, old, wording=Wording.ASKED)
        return
    yield from _about(said)
    if changed := _CHANGED.match(said):
        yield _read(changed, old=changed["old"], wording=Wording.ASKED)


def without_particle(text: str) -> str:
    """Return a value without the particle behind it: 12월 5일부터 is 12월 5일."""
    return _PARTICLE.sub("", text)


def _olds(old: str, marker: str) -> Iterator[str]:
    """Yield what can be turned down: 하준이가 아니라 turns down 하준이 and 하준, 밥심이 말고 nobody but 밥심이."""
    bare = re.sub(r"(?<=\S)[은는을를]$", "", old)
    if "아" in marker:
        bare = re.sub(r"(?<=\S)[이가도]$", "", bare)
        yield from dict.fromkeys((bare, re.sub(r"(?<=[가-힣]{2})이$", "", bare), old))
    else:
        yield bare


def _turned_down(old: str, behind: str) -> Iterator[Correction]:
    if not behind:
        found = _BEFORE.match(old)
        if found:
            yield Correction(found["new"], found["old"])
        return
    for pattern, wording in (
        (_CALLED, Wording.STATED),
        (_TO, Wording.ASKED),
        (_STATED, Wording.STATED),
        (_IN_SENTENCE, Wording.IN_SENTENCE),
        (_COUNTED, Wording.IN_SENTENCE),
        (_BARE, Wording.ASKED),
    ):
        found = pattern.match(behind)
        if found:
            if pattern in {_BARE, _IN_SENTENCE, _COUNTED} and _says(without_particle(found["new"]), old):
                return
            yield _read(found, old=old, wording=wording)
            return


def _says(new: str, old: str) -> bool:
    """Whether words end as a verb does, and not as the old value: 상반기 말고 하반기."""
    return _SAYS.search(new) is not None and new[-1] != old[-1]


def _about(said: str) -> Iterator[Correction]:
    """Yield the new value of something that is named: 정원은 60명으로, 회비를 5만원으로 바꿔 줘."""
    for space in list(re.finditer(r"\s", said))[:3]:
        about, value = re.sub(r"[은는을를이가]$|\s?:$", "", said[: space.start()]), said[space.end() :]
        found = _TO.match(value) or _STATED.match(value)
        if found and about and not re.search(r"\d", about):
            yield _read(found, about=about, wording=Wording.ASKED)


def _read(found: re.Match[str], old: str = "", about: str = "", wording: Wording = Wording.STATED) -> Correction:
    groups = found.groupdict()
    if wording is Wording.ASKED and re.search(_CHANGE, groups.get("do") or ""):
        wording = Wording.STATED
    rest = (groups.get("rest") or "").strip()
    if all(_COURTESY.match(word) for word in rest.split()):
        rest = ""
    return Correction(found["new"].strip(), old, about, wording, groups.get("particle") or "", rest)
