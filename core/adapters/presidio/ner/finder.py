"""The finder: the names in a text that are to be kept private."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.gazetteer import kinds_of
from core.adapters.presidio.ner import organizations, shapes
from core.adapters.presidio.ner.agreement import members
from core.adapters.presidio.ner.candidates import candidates
from core.adapters.presidio.ner.document import AnalyzedText, Candidate
from core.adapters.presidio.ner.fame import is_famous
from core.adapters.presidio.ner.judge import chosen
from core.adapters.presidio.ner.model import Model
from core.adapters.presidio.ner.namesakes import somebodys
from core.adapters.presidio.ner.public import is_illness, is_public, is_public_body
from core.adapters.presidio.ner.series import Series
from core.adapters.presidio.ner.tagger import SECOND, Name, Tagger
from core.adapters.presidio.ner.words import Words
from core.privacy.explanation import Refusal

_REPEATED: Final = re.compile(r"[가-힣]{2,5}|[A-Za-z](?=[A-Za-z.']*[ \-])[A-Za-z.' \-]*[A-Za-z]")
_SHORTEST: Final = 2
_CORPORATION: Final = re.compile(
    r"㈜|\((?:주|유|재|사)\)|(?:주식|유한|유한책임|합자)회사|,? (?:Inc|Corp|Ltd|LLC|GmbH|Co)\b\.?(?:,? Ltd\.?)?"
)
_SIDE: Final = re.compile(r" ?(?:측|쪽)(?![가-힣]{2})")
# How sure it is of whom a famous name means: one in thirty is taken for the other.
_BORNE: Final = 0.95
# And of one syllable among names.
_LISTED: Final = 0.8
# What only the look of a name speaks for.
_UNDECLARED: Final = frozenset(("tagger", "cell", "namesake"))
_WORD: Final = re.compile(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]")
# What offers a candidate, the most telling first.
_TELLING: Final = (
    *("self", "role", "surname", "title", "owner", "call", "key", "field", "column"),
    *("tagger", "second", "tagger1", "second1", "tagger2", "second2", "cell"),
)


class NameDetector:
    """Finds the persons that the judge accepts, organizations, and names again wherever they stand.

    `more` is the recall dial: above 0 more is found and more of it is wrong.
    """

    def __init__(self, model: Model, more: float = 0.0) -> None:
        self._model = model
        self._more = more
        self._tagger = Tagger(model)

    def names(self, text: str, morphemes: Sequence[Morpheme]) -> list[Name]:
        """Return the names in a text whose morphemes are known."""
        held = Words(text, morphemes)
        found = self._judged(text, morphemes, held)
        names = self._persons(found)
        said = [name for name in names if name.by == "self"]
        companies = [
            company
            for company in self._organizations(found, len(names))
            # Who says their name is no company.
            if not any(company.start <= name.start < company.end for name in said)
        ]
        return [*names, *_repeated(text, names, held), *companies, *_shortened(text, companies, held)]

    def refused(self, text: str, morphemes: Sequence[Morpheme]) -> list[tuple[Name, Refusal]]:
        """Return what was tagged or declared and is left unmasked, with why."""
        found = self._judged(text, morphemes, Words(text, morphemes))
        taken = {(name.start, name.end) for name in self._persons(found)}
        persons = [
            (_person(one, score), _against(text, one))
            for one, score in zip(found.offered, found.scores, strict=True)
            if (one.start, one.end) not in taken and one.by & _STRONG
        ]
        masked = {(name.start, name.end) for name in self._organizations(found, len(taken))}
        return [
            *persons,
            *(
                (Name(one.start, one.end, "OG", one.probability), _against_organization(text, one))
                for one in found.organizations
                if "tagger" in one.by and (one.start, one.end) not in masked
            ),
        ]

    def _organizations(self, found: "_Judged", persons: int) -> list[Name]:
        scores = organizations.scores(self._model.judge, found.document, found.organizations, persons)
        asked = organizations.WITH_OTHERS if persons or found.document.has_contact else organizations.ALONE
        return [
            _organization(found.organizations[i], scores[i])
            for i in organizations.chosen(found.document.text, found.organizations, scores, asked - self._more)
        ]

    def _persons(self, found: "_Judged") -> list[Name]:
        """Return those that the judge accepts, and who bears a famous name."""
        names = [_person(found.offered[i], found.scores[i]) for i in self._chosen(found)]
        taken = {place for name in names for place in range(name.start, name.end)}
        borne = (place for place in somebodys(found.document) if taken.isdisjoint(range(*place)))
        names += (Name(*place, "PS", _BORNE, "namesake") for place in borne)
        text, known = found.document.text, {(name.start, name.end) for name in names}
        listed = {*members(text, known)}
        series = Series(text, known | listed, found.document.held)
        strangers = set(series.strangers())
        listed.update(series.members())
        return [
            *(name for name in names if name.by not in _UNDECLARED or (name.start, name.end) not in strangers),
            *(Name(*place, "PS", _LISTED, "list") for place in sorted(listed - strangers)),
        ]

    def _chosen(self, found: "_Judged") -> list[int]:
        published = bool(found.offered) and self._model.judge.is_published(found.document)
        return chosen(found.document, found.offered, found.scores, self._more, published=published)

    def _judged(self, text: str, morphemes: Sequence[Morpheme], held: Words) -> "_Judged":
        persons, tagged = self._tagger.offers(text, morphemes)
        offered = candidates(text, persons, held)
        document = AnalyzedText(text, held, morphemes)
        scores = self._model.judge.scores(document, offered)
        return _Judged(document, offered, scores, organizations.candidates(text, tagged))


@dataclass(frozen=True, slots=True)
class _Judged:
    """What may be a person, with its score, and what may be an organization."""

    document: AnalyzedText
    offered: list[Candidate]
    scores: list[float]
    organizations: list[Candidate]


_STRONG: Final = frozenset(_TELLING) - {"tagger1", "tagger2", "second1", "second2", "cell", "title"}


def _person(one: Candidate, score: float) -> Name:
    by = next((name for name in _TELLING if name in one.by), "tagger")
    return Name(one.start, one.end, "PS", 1 / (1 + math.exp(-score)), _shown(by))


def _organization(one: Candidate, score: float) -> Name:
    by = "tagger" if "tagger" in one.by else min(one.by)
    return Name(one.start, one.end, "OG", 1 / (1 + math.exp(-score)), _shown(by))


def _shown(by: str) -> str:
    """Return what is said to have found a name; which field it was, at which threshold, tells nobody much."""
    return "tagger" if by.startswith(("tagger", SECOND)) else by


def _against_organization(text: str, one: Candidate) -> Refusal:
    written = text[one.start : one.end]
    if is_illness(written):
        return Refusal.WORD
    return Refusal.PUBLIC if is_public(text, one.start, one.end) or is_public_body(written) else Refusal.UNSURE


def _against(text: str, one: Candidate) -> Refusal:
    if is_famous(text, one.start, one.end):
        return Refusal.FAMOUS
    words = [kind for kind in kinds_of(text[one.start : one.end]) if not kind.startswith(_OF_NAMES)]
    return Refusal.WORD if words else Refusal.UNSURE


# These kinds speak for a candidate.
_OF_NAMES: Final = ("given", "surname", "foreign", "famous.star")


def _repeated(text: str, names: Sequence[Name], held: Words) -> Iterator[Name]:
    """Yield the names that were found in one place and stand in another too, where a person can stand."""
    taken = {place for name in names for place in range(name.start, name.end)}
    known = {text[name.start : name.end]: name for name in names}
    beginnings: dict[str, list[str]] = {}
    for written in sorted(filter(_REPEATED.fullmatch, known), key=len, reverse=True):
        beginnings.setdefault(written[:_SHORTEST], []).append(written)
    for word in _WORD.finditer(text) if beginnings else ():
        start = word.start()
        for written in beginnings.get(text[start : start + _SHORTEST], ()):
            end = start + len(written)
            if text.startswith(written, start) and start not in taken and _may_stand(text, start, end, held):
                yield Name(start, end, "PS", known[written].probability, "repetition")
                break


def _shortened(text: str, companies: Sequence[Name], held: Words) -> Iterator[Name]:
    """Yield the short forms of companies that are named in full: 한빛 쪽 of (주)한빛, 소람 of 소람로직스 주식회사."""
    taken = {place for name in companies for place in range(name.start, name.end)}
    short = {}
    for name in companies:
        full = _CORPORATION.sub("", text[name.start : name.end]).strip()
        if full and (full != text[name.start : name.end] or organizations.has_ending(full)):
            short[full] = name
    for written, name in short.items():
        for found in re.finditer(rf"(?<![가-힣0-9A-Za-z]){re.escape(written)}(?![0-9A-Za-z])", text):
            start, end = found.span()
            if start not in taken and len(written) >= _SHORTEST and _is_company_again(text, start, end, held):
                yield Name(start, end, "OG", name.probability, "repetition")


def _is_company_again(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether a particle, or a word for whom it speaks for, follows; a word of the language needs the latter."""
    if _SIDE.match(text, end):
        return True
    return shapes.is_tailed(text, end) and not held.is_word(start, end)


def _may_stand(text: str, start: int, end: int, held: Words) -> bool:
    """Say whether a known name means the person there: 보람이가, but not 보람 있는, 정보라고, 더 나은 길, 가을에."""
    if text[start].isascii():
        return not text[end : end + 1].isalpha() or not text[end].isascii()
    if not shapes.is_tailed(text, end) or held.is_other(start, end):
        return False
    if shapes.is_titled(text, end):
        return True
    if held.is_verb(start, end):
        return False
    return not (text[end : end + 1] == " " or held.is_place(end)) or not held.is_word(start, end)
