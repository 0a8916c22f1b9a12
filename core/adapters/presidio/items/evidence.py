"""Evidence: what speaks for and against a candidate's being somebody's, each a word with weights in the judge."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.items.candidates import Place
from core.adapters.presidio.items.cues import Cues
from core.adapters.presidio.items.links import link
from core.adapters.presidio.items.shapes import numbers, shape, tells
from core.adapters.presidio.items.tables import Tables, tables
from core.adapters.presidio.ner.clusters import CONTENT

_TOKEN: Final = re.compile(r"[가-힣]+|[A-Za-z]+|[0-9]+|[^\s]")
_NAMED: Final = r"[^\s,;(){}\[\]|:：=\"'0-9]"
# What names the value that follows: 사번: …, "user_id": …, birth = ….
_KEY: Final = re.compile(
    rf"(?:\A|[\s,;({{\[/|\-*•·>\"'?&.])({_NAMED}{{1,16}}(?: {_NAMED}{{1,10}})?)"
    r"[\"']?(?:[ \t]{0,2}[:：=][ \t]{0,2}|\t|[ ]?\()[\"'(\[]{0,2}\Z"
)
_WORDS: Final = re.compile(r"[가-힣]+|[A-Z]?[a-z]+|[A-Z]+")
_NOUNS: Final = frozenset((*CONTENT, "NNB"))
_CODE: Final = re.compile(r"[{};=<>()$]|->|::")
_STAMP: Final = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}|(?:오전|오후) ?[0-9]{1,2}:[0-9]{2}")
_HANGUL: Final = re.compile(r"[가-힣]")
_CONTACTS: Final = frozenset(("PHONE", "EMAIL", "KR_RRN", "BANK_ACCOUNT"))
_BESIDE: Final = frozenset(("PHONE", "EMAIL", "PERSON", "ADDRESS"))
_REACH: Final = 40
# What counts as on the same line.
_FAR: Final = 200
_GAPS: Final = (1, 4, 12)
_MANY: Final = 6
_LONGEST_TITLE: Final = 16
# Of those that are written alike as many are looked at.
_COMPARED: Final = 50


@dataclass(frozen=True, slots=True)
class FoundItem:
    """What another recognizer found."""

    start: int
    end: int
    type: str


@dataclass(slots=True)
class Page:
    """A text with what is known of all of it."""

    text: str
    morphemes: Sequence[Morpheme]
    found: Sequence[FoundItem]
    cells: Tables = field(init=False)
    cues: Cues = field(init=False)
    locals: frozenset[str] = field(init=False)
    starts: list[int] = field(init=False)
    persons: list[Place] = field(init=False)
    begun: list[int] = field(init=False)
    about: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look at the text once."""
        self.cells = tables(self.text)
        self.cues = Cues(self.text)
        self.locals = frozenset(
            _bare(self.text[one.start : one.end].partition("@")[0]) for one in self.found if one.type == "EMAIL"
        )
        self.starts = [held.start for held in self.morphemes]
        self.found = sorted(self.found, key=lambda one: one.start)
        self.begun = [one.start for one in self.found]
        self.persons = sorted((one.start, one.end) for one in self.found if one.type == "PERSON")
        length = max(len(self.text), 1)
        contacts = sorted(_CONTACTS.intersection(one.type for one in self.found))
        self.about = [
            f"code={min(len(_CODE.findall(self.text)) * 20 // length, 3)}",
            f"hangul={len(_HANGUL.findall(self.text)) * 5 // length}",
            f"stamps={min(len(_STAMP.findall(self.text)), 3)}",
            f"lines={min(self.text.count(chr(10)), 8)}",
            f"persons={min(len(self.persons), 3)}",
            f"contacts={min(len(contacts), 2)}",
            *(f"has {kind}" for kind in contacts),
        ]

    def at(self, place: Place) -> Iterator[FoundItem]:
        """Yield what others found that begins at a place, or behind its sign."""
        first = bisect_left(self.begun, place[0] - 1)
        for one in self.found[first : first + 4]:
            if one.start <= place[0] + 1 and one.end == place[1]:
                yield one

    def line(self, place: Place) -> Place:
        """Return where the line of a place begins and ends."""
        stop = self.text.find("\n", place[1])
        return self.text.rfind("\n", 0, place[0]) + 1, len(self.text) if stop < 0 else stop


def evidence(page: Page, offered: Sequence[tuple[Place, Sequence[str]]]) -> list[list[str]]:
    """Return what is said of each candidate, given with its forms."""
    alike: defaultdict[str, list[Place]] = defaultdict(list)
    shapes = [shape(page.text[start:end]) for (start, end), _ in offered]
    for (place, _), formed in zip(offered, shapes, strict=True):
        alike[formed].append(place)
    rows = {formed: _rows(page, places) for formed, places in alike.items()}
    starts = sorted({place[0] for place, _ in offered})
    return [
        [*_said(page, place, forms, formed, rows[formed]), *_special(page, place, forms, starts, _short(formed))]
        for (place, forms), formed in zip(offered, shapes, strict=True)
    ]


def _said(page: Page, place: Place, forms: Sequence[str], formed: str, rows: Sequence[str]) -> list[str]:
    short = _short(formed)
    line = page.line(place)
    traits = list(tells(page.text[slice(*place)]))
    keys = list(_keys(page, place, line[0]))
    said = ["bias", f"sh={formed}", f"sg={short}", *(f"form={form}" for form in forms), *traits]
    said += (f"K:{key}" for key in keys)
    said += (f"K:{key} {short}" for key in keys)
    said += (f"K:{key} {trait}" for key in keys for trait in traits if trait.startswith("day"))
    said.append(f"keyed={bool(keys)} {short}")
    said += _beside(page, place, line, short)
    said += _nouns(page, place, line, short)
    said += _persons(page, place, line, short)
    said += _cell(page, place, short)
    said += (*rows, *(f"{row} {short}" for row in rows))
    said += (*page.about, *(f"{about} {short}" for about in page.about))
    return said


def _special(page: Page, place: Place, forms: Sequence[str], starts: Sequence[int], short: str) -> Iterator[str]:
    """Yield what speaks for a name, a secret or a link only."""
    text, (start, end) = page.text, place
    yield from page.cues.around(place, short, forms, starts)
    if _bare(text[start:end]) in page.locals:
        yield "as mail"
    yield from (f"rule={one.type}" for one in page.at(place))
    if "link" in forms:
        yield from link(text[start:end])
    elif _HANGUL.search(text, start, end):
        own = page.morphemes[bisect_left(page.starts, start) : bisect_left(page.starts, end)]
        yield f"own={'+'.join(held.tag for held in own[:5])}"
        yield f"known={all(held.known for held in own)} {min(len(own), 4)}"
        yield from (f"o={held.form}" for held in own[:4])


def _short(formed: str) -> str:
    return re.sub(r"[0-9]+", "", formed)


def _bare(name: str) -> str:
    return re.sub(r"[^0-9a-z]", "", name.casefold())


def _keys(page: Page, place: Place, begin: int) -> Iterator[str]:
    """Yield the words of what names the value: a key before it, the head of its column, the line above it."""
    text, (start, end) = page.text, place
    named = []
    if key := _KEY.search(text[max(begin, start - _REACH) : start]):
        named.append(key[1])
    if (cell := page.cells.at(start, end)) and (cell.start, cell.end) == place:
        named.append(cell.head)
    if not named and start - begin < _REACH and not text[begin:start].strip(" \t-*•·"):
        above = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)].strip()
        if len(above) <= _LONGEST_TITLE and not re.search(r"[0-9]", above):
            named.append(above)
    for name in named:
        words = [word.casefold() for word in _WORDS.findall(name)]
        yield from dict.fromkeys(words)
        if words:
            yield "=" + "".join(words)[-12:]
            yield "~" + words[-1][-2:]


def _beside(page: Page, place: Place, line: Place, short: str) -> Iterator[str]:
    """Yield what stands on the line before and behind it."""
    text, (start, end) = page.text, place
    rest = text[end : min(line[1], end + _REACH)]
    before = [_token(token) for token in _TOKEN.findall(text[max(line[0], start - _REACH) : start])]
    behind = [_token(token) for token in _TOKEN.findall(rest)]
    left, right = [*before[::-1], "^", "^", "^"][:3], [*behind, "$", "$"][:2]
    gap = "" if start == line[0] else "_" if text[start - 1].isspace() else "!"
    then = "" if not rest else "_" if rest[0].isspace() else "!"
    yield from (f"l1={gap}{left[0]}", f"l1={left[0]} {short}", f"l2={left[1]}", f"l3={left[2]}")
    yield from (f"l21={left[1]} {left[0]}", f"l~{left[0][-2:]}", f"L~{left[0][:2]}")
    yield from (f"r1={then}{right[0][:4]}", f"r1={right[0][:2]} {short}", f"r1~{then}{right[0][:1]}")
    yield from (f"r2={right[1][:3]}", f"lr={left[0][-2:]} {right[0][:2]}")
    yield from (f"B:{token[:3]}" for token in before[-6:] if len(token) > 1)
    yield from (f"A:{token[:3]}" for token in behind[:5] if len(token) > 1)
    yield f"edge={text[start - 1 : start] if start else '^'}{text[end : end + 1] or '$'}"
    near = start - line[0] < _REACH and line[1] - end < _REACH
    yield f"alone={near and not before and not behind} {short}"
    yield f"at={start == line[0]}{end == line[1]} {short}"


def _nouns(page: Page, place: Place, line: Place, short: str) -> Iterator[str]:
    """Yield the words nearest to it on its line, and their classes."""
    first, last = bisect_left(page.starts, place[0]), bisect_left(page.starts, place[1])
    before = [held for held in page.morphemes[max(0, first - 8) : first] if held.start >= line[0]]
    behind = [held for held in page.morphemes[last : last + 8] if held.end <= line[1]]
    for i, held in enumerate([held for held in before if held.tag in _NOUNS][:-4:-1]):
        near = "near" if i < 2 else "far"  # noqa: PLR2004 - the two nearest
        yield from (f"n{i}={held.form}", f"N:{held.form.casefold()}", f"nF{i}={held.fine}", f"nC{near}={held.coarse}")
        if i == 0:
            yield from (f"nC={held.coarse} {short}", f"nF={held.fine} {short}", f"n={held.form} {short}")
    for i, held in enumerate([held for held in behind if held.tag in _NOUNS][:2]):
        yield from (f"a{i}={held.form}", f"aF{i}={held.fine}", f"aC{i}={held.coarse}")
        if i == 0:
            yield f"aC={held.coarse} {short}"
    yield from [f"v={held.fine}" for held in behind if held.tag in ("VV", "VA")][:1]


def _persons(page: Page, place: Place, line: Place, short: str) -> Iterator[str]:
    """Yield who stands on its line, how near, and what else does."""
    start, end = place
    at = bisect_left(page.persons, place)
    left = page.persons[at - 1] if at and page.persons[at - 1][0] >= line[0] else None
    right = page.persons[at] if at < len(page.persons) and page.persons[at][1] <= line[1] else None
    before = page.text[left[1] : min(start, left[1] + _REACH)] if left and left[1] <= start else None
    behind = page.text[end : min(right[0], end + _REACH)] if right and right[0] >= end else None
    gaps = f"{_gap(before)}|{_gap(behind)}"
    yield from (f"pers={gaps}", f"pers={gaps} {short}", f"online={bool(left or right)} {short}")
    for name, between in (("pgap", before), ("agap", behind)):
        if _gap(between) in ("1", "4"):
            yield f"{name}={re.sub('[가-힣]+', 'H', between or '')}"
    near = page.found[
        bisect_left(page.begun, max(line[0], start - _FAR)) : bisect_left(page.begun, min(line[1], end + _FAR))
    ]
    other = {one.type for one in near if not start <= one.start < end}
    yield from (f"line {kind}" for kind in sorted(other))
    yield from (f"line {kind} {short}" for kind in sorted(other & _BESIDE))


def _gap(between: str | None) -> str:
    if between is None:
        return "-"
    return next((str(most) for most in _GAPS if len(between) <= most), "far")


def _cell(page: Page, place: Place, short: str) -> Iterator[str]:
    cell = page.cells.at(*place)
    whole = cell is not None and (cell.start, cell.end) == place
    yield f"cell={whole} {short}"
    if cell and whole:
        yield from (f"column={min(cell.column, 4)}", f"first={_kind(cell.first)} {short}")


def _rows(page: Page, alike: Sequence[Place]) -> list[str]:
    """Return what those written alike tell: how many there are, whether they go up by one, and have a person each."""
    many = len(alike)
    said = [f"many={'1' if many == 1 else '2' if many == 2 else 'few' if many < _MANY else 'many'}"]  # noqa: PLR2004
    if many > 1:
        values = [numbers(page.text[slice(*place)]) for place in alike[:_COMPARED]]
        apart = [other - one for one, other in pairwise(values)]
        if not any(apart):
            steps = "same"
        elif all(step == 1 for step in apart):
            steps = "one"
        else:
            steps = "up" if all(step > 0 for step in apart) else "mixed"
        starts = [start for start, _ in page.persons]
        lines = [page.line(place) for place in alike[:_COMPARED]]
        owned = sum(bisect_left(starts, begin) < bisect_left(starts, stop) for begin, stop in lines)
        said += (f"steps={steps}", f"owned={owned * 3 // len(lines)}")
    return said


def _kind(cell: str) -> str:
    if re.fullmatch(r"[0-9.]+", cell):
        return "number"
    return "hangul" if _HANGUL.search(cell) else "latin" if cell else "none"


def _token(token: str) -> str:
    return f"#{min(len(token), 5)}" if token[0].isdigit() else token.casefold()
