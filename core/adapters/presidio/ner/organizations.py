"""Organizations: what may be the name of one, and which of these the judge takes for somebody's."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, folded, words
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.ner.agreement import around
from core.adapters.presidio.ner.borders import trimmed
from core.adapters.presidio.ner.candidates import OfferedName, lend
from core.adapters.presidio.ner.document import AnalyzedText, Candidate
from core.adapters.presidio.ner.evidence import words_of
from core.adapters.presidio.ner.judge import NameJudge, Vector, vector
from core.adapters.presidio.ner.organization_forms import FORMS
from core.adapters.presidio.ner.public import is_illness, is_made_of, is_public_body, is_quoted
from core.adapters.presidio.ner.tagger import Name
from core.adapters.presidio.recognizers.column import below

# What is asked, in log odds: where somebody is named or can be reached, their company tells who they are. Measured on
# texts whose authors the judge has not seen (see MODEL_CARD.md).
ALONE: Final = -0.75
WITH_OTHERS: Final = -3.0

_HEAD: Final = Sought(
    re.compile(
        r"(?:상호|업체|거래처|회사|공급처|공급자|매장|가맹점|고객사|납품처|발주처|판매처|근무처|협력사)"
        r"(?: ?(?:명|이름))?|company|employer|vendor|supplier",
        re.IGNORECASE,
    )
)
_CELL: Final = re.compile(r"(?=[^0-9]*[가-힣A-Za-z]{2})[가-힣0-9A-Za-z&().\- ]{2,24}")
_ORDINARY: Final = words("word.which", "word.noun", "word.term", "word.common", "word.frequent", "place", "title")
_ENGLISH: Final = folded("english.common", "english.word", "english.rare")
_ENDED: Final = re.compile(rf".{{2,}}{alternatives('ending.company', 'ending.institution')}")
_TAIL: Final = re.compile(r"[가-힣]{0,3}")
_MANY: Final = 6
# Forms that take any word.
_BARE: Final = frozenset(("unit", "employed"))
_BY_HALF: Final = ("tagger1", "tagger2", "second1", "second2")
_WORDS: Final = ("MAG", "NNG")
_LONGEST: Final = 60


def candidates(text: str, tagged: Iterable[tuple[Name, str]]) -> list[Candidate]:
    """Return what may be an organization: by its form, by the head of its column, and what the tagger offers."""
    offers: defaultdict[tuple[int, int], OfferedName] = defaultdict(OfferedName)
    for name, by in ((trimmed(text, one), by) for one, by in tagged):
        if 0 < name.end - name.start <= _LONGEST:
            offers[name.start, name.end].add(name.probability, by)
    for by, form in FORMS:
        for match in form.finditer(text):
            place = match.span("item" if "item" in match.re.groupindex else 0)
            # What the sentence says of it is no part of its name: [강감찬]이고 총무팀에서.
            if by in _BARE:
                bare = trimmed(text, Name(*place, "OG", 0.0))
                place = bare.start, bare.end
            offers[place].by.add(by)
    for cell in below(text, _HEAD):
        if _CELL.fullmatch(text, *cell):
            offers[cell].by.add("column")
    lend(offers)
    return [
        Candidate(*place, offer.probability, frozenset(offer.by), offer.second)
        for place, offer in sorted(offers.items(), key=lambda item: item[0])
    ]


def scores(judge: NameJudge, document: AnalyzedText, found: Sequence[Candidate], persons: int) -> list[float]:
    """Return for each candidate how likely it is somebody's organization, as log odds."""
    return [
        -math.inf if _is_word_alone(document, one) else float(judge.organizations[places] @ values)
        for one, (places, values) in zip(found, vectors(document, found, persons), strict=True)
    ]


def vectors(document: AnalyzedText, found: Sequence[Candidate], persons: int) -> list[Vector]:
    """Return the evidence of each candidate in a text that names so many persons."""
    known: dict[str, int] = {}
    return [
        vector([*words_of(document, one, min(persons, _MANY), others), *_said(document, one, persons)], (), known)
        for one, others in zip(found, around(document.text, found), strict=True)
    ]


def has_ending(name: str) -> bool:
    """Say whether a name ends as those of companies and institutions do."""
    return _ENDED.fullmatch(name) is not None


def chosen(text: str, found: Sequence[Candidate], scored: Sequence[float], asked: float) -> list[int]:
    """Return the numbers of those that score above what is asked, the likeliest of those that overlap.

    What is the state's, or a kind, is none, nor is an illness: 동사무소, 종합병원, 수면무호흡증.
    """
    owned: set[int] = set()
    taken = []
    for i in sorted(range(len(found)), key=lambda i: -scored[i]):
        places = range(found[i].start, found[i].end)
        if scored[i] > asked and owned.isdisjoint(places):
            owned.update(places)
            written = text[places.start : places.stop]
            if not (is_public_body(written) or is_illness(written) or "=" in written):
                taken.append(i)
    return taken


def _is_word_alone(document: AnalyzedText, one: Candidate) -> bool:
    """Say whether it is one word of the dictionary that the tagger offers by half, and no form does: 오늘 김서연과."""
    if not all(by.startswith(_BY_HALF) for by in one.by):
        return False
    at = bisect_left(document.starts, one.start)
    held = document.morphemes[at] if at < len(document.starts) else None
    return held is not None and held[2:4] == (one.start, one.end) and held.known and held.tag in _WORDS


def _said(document: AnalyzedText, one: Candidate, persons: int) -> Iterator[str]:
    """Yield what is told of organizations alone: how the name begins and ends, whether it is public or of words."""
    text, (start, end) = document.text, (one.start, one.end)
    written = text[start:end]
    yield from (f"e1={written[-1]}", f"e2={written[-2:]}", f"e3={written[-3:]}", f"b2={written[:2]}")
    for by in sorted(one.by):
        yield from (f"B={by}", f"B={by} p={int(one.probability * 5)}")
    yield f"quoted={is_quoted(text, start, end)}"
    last = bisect_left(document.starts, end) - 1
    held = document.morphemes[last] if last >= 0 else None
    yield f"last={held.tag if held and held.end == end else ''}"
    if written.isascii():
        yield f"english={[part in _ENGLISH for part in re.split('[ -]', written.casefold())[:3]]}"
    yield f"odd={not is_made_of(written, _ORDINARY)}"
    yield f"persons={min(persons, 2)} contact={document.has_contact}"
    yield f"len={min(len(written), 10)}"
    tail = _TAIL.match(text, end)
    yield f"tail={tail.group() if tail else ''}"
