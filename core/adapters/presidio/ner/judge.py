"""The judge: a logistic model that says which candidates are names to be kept private, by the evidence around them.

Where something in a text is surely somebody's name, less evidence is asked of the rest: who pastes a list or a mail is
hurt by a name that is left, and hardly by a word too many. Where nothing is sure, a word too many is all there is. In
what is written for everybody (`genre.py`) the tagger itself is believed more: it was trained on news and posts.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner import genre
from core.adapters.presidio.ner.agreement import around, is_sure, sure
from core.adapters.presidio.ner.document import AnalyzedText, Candidate
from core.adapters.presidio.ner.evidence import topics, words_of
from core.adapters.presidio.ner.fame import is_famous, is_of_calendar, is_role
from core.adapters.presidio.ner.methods import names_method
from core.adapters.presidio.ner.shapes import is_full
from core.adapters.presidio.ner.somebody import is_somebody
from core.adapters.presidio.ner.words import is_given

BUCKETS: Final = 1 << 18
TOPICS: Final = 1.05
"""The weight of all topics together, over the root of their number."""

# Above it a text is about somebody; what is asked of a candidate there and elsewhere, in log odds. Measured on texts
# of offices and chats, each judged by a model that had not seen its author (see MODEL_CARD.md).
_SURE: Final = 0.5
_WITH_OTHERS: Final = -3.0
_ALONE: Final = 0.35
# Of whom everybody knows, wherever; who is believed to be somebody here bears a famous name.
_OF_FAMOUS: Final = 4.0
# In what is written for everybody, in Korean and in English: what is asked, and what the tagger's word adds.
_PUBLISHED: Final = 0.5
_PUBLISHED_ENGLISH: Final = -1.0
_LENT: Final = 3.5

# What somebody says of themselves, or of whose name it is, wins over every list and all but the strongest evidence.
_SAID: Final = frozenset(("self", "surname", "owner", "key", "field", "column"))
_TELLING: Final = _SAID | {"role"}
_TAGGED: Final = frozenset(("tagger", "tagger1", "tagger2", "contact"))
# A digit is in no name, a sign alone is none, and nobody is called a letter with a word: B열.
_NO_NAME: Final = re.compile(r"[0-9²³]|\A[\W_]+\Z|\A[A-Za-z][가-힣]+\Z")
# What a name in code and in paths is glued to.
_JOINTS: Final = frozenset("_/=\\${}")
_HIDDEN_OF: Final = -8.0
_TOLD_OF: Final = -4.0
_OF_WORDS: Final = -1.25
_HONORED: Final = re.compile(r" ?[가-힣]{0,4}(?:님|씨|쌤)")
# 김O수, 홍*동: who is hidden in part is somebody.
_HIDDEN: Final = re.compile(r"[가-힣][가-힣O○*＊Xx]{0,2}[O○*＊Xx][가-힣O○*＊Xx]{0,2}")

# 김모 씨, 이모(35) 씨; [고객명], {이름}; 부팀장.
_SOME: Final = re.compile(
    r"모(?: ?\([0-9]{1,3}[^()\n]{0,6}\))?(?: ?(?:씨|군|양|할머니|할아버지)(?![가-힣]{3})|(?=\([0-9]))"
)
_FIELD: Final = re.compile(
    r"[\[{<〈(][가-힣]{0,6}(?:(?:고객|회원|환자|학생|직원|신청자|담당자|수신자|받는 ?사람|예약자)명?|이름|성명|성함)"
    r"[\]}>〉)]"
)
_DEPUTIES: Final = frozenset("부총")
_RANK: Final = re.compile(
    r"(?:팀장|회장|사장|원장|반장|과장|부장|본부장|실장|소장|대표|교수|매니저|조장|단장|위원장|학장|총장)"
)

Vector = tuple[NDArray[np.int64], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class NameJudge:
    """Weights of hashed evidence; read only, so threads may share it."""

    weights: NDArray[np.float32]
    genre: NDArray[np.float32]
    organizations: NDArray[np.float32]

    @classmethod
    def blank(cls) -> "NameJudge":
        """Return one that knows nothing."""
        return cls(*(np.zeros(BUCKETS, np.float32) for _ in range(3)))

    def scores(self, document: AnalyzedText, found: Sequence[Candidate]) -> list[float]:
        """Return for each candidate how likely it is a name, as log odds."""
        return [float(self.weights[places] @ values) for places, values in vectors(document, found)]

    def is_published(self, document: AnalyzedText) -> bool:
        """Say whether a text is written for everybody."""
        places, values = genre_of(document)
        return genre.is_published(document, float(self.genre[places] @ values))


def vectors(document: AnalyzedText, found: Sequence[Candidate]) -> list[Vector]:
    """Return the evidence of each candidate: buckets and how much each counts."""
    many = sure(found)
    agreed = around(document.text, found)
    known: dict[str, int] = {}
    return [
        vector(words_of(document, one, many - is_sure(one), others), topics(document, one), known)
        for one, others in zip(found, agreed, strict=True)
    ]


def vector(said: Sequence[str], about: Sequence[str], known: dict[str, int]) -> Vector:
    """Return buckets and values of evidence; `known` holds what was said before in this text, and takes what is new."""
    words = (*said, *about)
    new = set(words).difference(known)
    known.update(zip(new, map(zlib.crc32, map(str.encode, new)), strict=True))
    places = np.fromiter(map(known.__getitem__, words), np.int64, len(words)) % BUCKETS
    values = np.ones(len(places), np.float32)
    if about:
        values[len(said) :] = TOPICS / np.sqrt(len(about))
    return places, values


def genre_of(document: AnalyzedText) -> Vector:
    """Return buckets and values of what tells a text's genre."""
    words = genre.words_of(document)
    return buckets(words), genre.values(len(words))


def buckets(words: Iterable[str]) -> NDArray[np.int64]:
    """Return the bucket of each piece of evidence."""
    return np.array([zlib.crc32(word.encode()) for word in words], np.int64) % BUCKETS


def chosen(
    document: AnalyzedText,
    found: Sequence[Candidate],
    scores: Sequence[float],
    more: float = 0.0,
    *,
    published: bool = False,
) -> list[int]:
    """Return the numbers of those to be masked, the likeliest of those that overlap; `more` is the recall dial."""
    told = [_is_told(document, one) for one in found]
    if published:
        scores = [score + _LENT * ("tagger" in one.by) for one, score in zip(found, scores, strict=True)]
    somebodys = document.has_contact or max(scores, default=_ALONE) > _SURE - more
    taken: list[int] = []

    def is_nobodys(i: int) -> bool:
        believed = not published and scores[i] > _OF_FAMOUS - more
        return _is_nobodys(document, found[i], believed=believed)

    # What is nobody's hides no part of itself: 나폴레 of 나폴레옹.
    keyed = {one.start for one in found if "key" in one.by}
    public = (
        one
        for i, one in enumerate(found)
        if "tagger" in one.by and keyed.isdisjoint(range(one.start, one.end)) and is_nobodys(i)
    )
    owned = {place for one in public for place in range(one.start, one.end)}
    for i in sorted(range(len(found)), key=lambda i: (_SAID.isdisjoint(found[i].by), not told[i], -scores[i])):
        one = found[i]
        places = range(one.start, one.end)
        word = _is_word(document, one)
        hidden = _HIDDEN.fullmatch(document.text, one.start, one.end) is not None
        asked = (
            (_HIDDEN_OF if hidden or ("key" in one.by and _needs_its_key(document.text, one)) else _TOLD_OF)
            if told[i]
            else (_PUBLISHED if document.is_korean else _PUBLISHED_ENGLISH)
            if published
            else (_OF_WORDS if word else _WITH_OTHERS)
            if somebodys and not document.held.is_adnominal(one.start, one.end)
            else _ALONE
        )
        if scores[i] > asked - more and owned.isdisjoint(places):
            owned.update(places)
            if not is_nobodys(i):
                taken.append(i)
    return taken


def _is_told(document: AnalyzedText, one: Candidate) -> bool:
    """Say whether the text says itself that it is a person: by a statement, a key, or a title behind a tagged name."""
    if not _SAID.isdisjoint(one.by):
        return True
    written = document.text[one.start : one.end]
    if "call" in one.by and is_given(written):
        return True
    if "tagger" not in one.by and (_TAGGED.isdisjoint(one.by) or not is_full(written)):
        return False
    if len(written) == 1:
        return _HONORED.match(document.text, one.end) is not None
    held, place = document.held, (one.start, one.end)
    if (held.is_ordinary(*place) or ("title" in one.by and not held.is_name(*place))) and not is_sure(one):
        return False
    return _HIDDEN.fullmatch(written) is not None or is_somebody(document.text, one.start, one.end)


def _needs_its_key(text: str, one: Candidate) -> bool:
    """Say whether it is one syllable or a Latin word, of which only its key can tell that it is a name."""
    return one.end - one.start == 1 or text[one.start].isascii()


def _is_no_name(document: AnalyzedText, one: Candidate, written: str) -> bool:
    if is_role(written) or is_of_calendar(written):
        return True
    return document.is_tail(one.start) or _NO_NAME.search(written) is not None


def _is_template(text: str, start: int, end: int) -> bool:
    """Say whether it is whom a text leaves unnamed (김모 씨), a field to fill in ([고객명]), or a deputy (부팀장)."""
    written = text[start:end]
    if len(written) == 1 and _SOME.match(text, end) and not text[start - 1 : start].isalpha():
        return True
    if written[-1] == "모" and is_full(written) and _SOME.match(text, end - 1):
        return True
    if written in _DEPUTIES and _RANK.match(text, end):
        return True
    return _FIELD.fullmatch(text[max(0, start - 1) : end + 1]) is not None


def _is_word(document: AnalyzedText, one: Candidate) -> bool:
    """Say whether it is a word that nobody is called, by itself or with a particle: 하루, 하루|만."""
    place = (one.start, one.end)
    if document.held.is_ordinary(*place):
        return True
    return document.held.is_other(*place) and not is_given(document.text[one.start : one.end])


def _is_nobodys(document: AnalyzedText, one: Candidate, *, believed: bool) -> bool:
    """Say whether it is a title or part of one, or everybody knows it and nothing says that it is somebody here."""
    place = (one.start, one.end)
    written = document.text[one.start : one.end]
    if _is_no_name(document, one, written) or _is_template(document.text, *place):
        return True
    if _SAID.isdisjoint(one.by) and document.held.is_part(*place):
        return True
    if (
        written.isascii()
        and "key" not in one.by
        and not _JOINTS.isdisjoint(document.text[max(0, one.start - 1) : one.end + 1][:: len(written) + 1])
    ):
        return True
    if not _TELLING.isdisjoint(one.by) or is_somebody(document.text, *place):
        return False
    if document.held.is_predicate(*place) or names_method(document.text, *place):
        return True
    return not believed and is_famous(document.text, *place)
