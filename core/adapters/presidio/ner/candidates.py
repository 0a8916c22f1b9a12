"""Candidates: every stretch of a text that may be a person's name, with what offers it.

Many are offered, for the judge tells them apart: what the tagger tags at three thresholds, what the text declares,
what stands alone in a cell of a list, a table or a dialog, and what stands before a title.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.adapters.presidio.gazetteer import alternatives
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.ner.borders import is_template, parted, trimmed
from core.adapters.presidio.ner.document import Candidate
from core.adapters.presidio.ner.fields import fields
from core.adapters.presidio.ner.phrases import phrases
from core.adapters.presidio.ner.somebody import NO_TITLE
from core.adapters.presidio.ner.tagger import SECOND, Name
from core.adapters.presidio.ner.words import Words

Place = tuple[int, int]

# Of these the text itself says that they are names.
_SAID: Final = frozenset(("self", "owner", "field"))
_LETTERS: Final = "A-Za-zÀ-ɏḀ-ỿ"
_MARKS: Final = r",/|·\t:：⇒→=>•\"'”’\-+~、&"
_CELL: Final = re.compile(
    rf"(?m)(?:^|(?<=[{_MARKS};(\[“‘*])|(?<=[.)] )|(?<=  )|(?<=vs )|(?<=[:：] ))[ ]{{0,3}}"
    rf"(?P<name>[가-힣]{{1,5}}(?: [가-힣]{{1,5}}){{0,2}}"
    rf"|[A-ZÀ-Ý][{_LETTERS}.'’\-]*(?: [A-ZÀ-Ý][{_LETTERS}.'’\-]*){{0,3}})"
    rf"(?=[ ]{{0,3}}(?:$|[{_MARKS};()\]<])|  | vs)"
)
_TITLED: Final = Sought(
    re.compile(
        rf"(?<![가-힣])(?P<name>[가-힣]{{1,5}}?)(?!{NO_TITLE})"
        r"(?= ?(?:님|씨|쌤|샘|맘|이?네|군|양|언니|오빠|형|누나|이모|삼촌"
        r"|엄마|아빠|할머니|할아버지"
        rf"|어머님|아버님|선생|학생|고객|환자|회원|{alternatives('title')})(?:님)?(?![가-힣]{{3}}))"
    )
)

_CONTACT: Final = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,5})(?=[ ,(/]{1,2}(?:01[016789]|0[2-6][0-9]?[-)]|\+82|[0-9A-Za-z._\-]{2,30}@))"
)


# Who asks for a name has none to give: 햄스터 이름 추천좀, 팀 이름 정하기. A longer name may begin so: 변경희, 공모현.
_NAME_OF: Final = re.compile(r"(?:이름|성함|별명|닉네임|상호)[을은이도]? ?\Z")
_ASKED_FOR: Final = re.compile(
    r"(?:추천|공모|작명|후보|아이디어|변경)(?=[은는이가을를도로만]?(?![가-힣])| ?[하해할한좀])"
    r"|(?:뽑|만들)(?=[아어기는고자을]|[^가-힣]|\Z)|골라|바꾸|바꿔|(?:정해|지어) ?(?:줘|주[세시]|달라|야[지 하])"
    r"|(?:짓|정하|고르)(?:기|는|고|자|려)|지을|정할|고를|지어볼|알려 ?[줘주]|물어 ?[봐보]"
    r"|(?:좀|뭐|뭘|무엇|어떤|어떻게)(?![가-힣])|(?:뭐|무엇)(?:가|를|이|로|라|야|예|인)"
)


@dataclass(slots=True)
class OfferedName:
    """What is known of a place so far."""

    probability: float = 0.0
    second: float = 0.0
    by: set[str] = field(default_factory=set)

    def add(self, probability: float, by: str) -> None:
        """Note that a field of the tagger offers it, by its first or its second."""
        self.by.add(by)
        if by.startswith(SECOND):
            self.second = max(self.second, probability)
        else:
            self.probability = max(self.probability, probability)


def candidates(text: str, tagged: Iterable[tuple[Name, str]], held: Words) -> list[Candidate]:
    """Return what may be a person in a text, in the order of the text; `tagged` is what the tagger offers."""
    offers: defaultdict[Place, OfferedName] = defaultdict(OfferedName)
    for name, by in tagged:
        for part in parted(text, name):
            whole = trimmed(text, part)
            if whole.end > whole.start and not is_template(text[whole.start : whole.end]):
                offers[whole.start, whole.end].add(whole.probability, by)
    for found in (*fields(text, held), *phrases(text, held)):
        offers[found.start, found.end].by.add(found.by)
    for pattern, by in ((_CELL, "cell"), (_TITLED, "title")):
        for match in pattern.finditer(text):
            offers[_unaddressed(text, *match.span("name"))].by.add(by)
    for match in _CONTACT.finditer(text):
        if held.is_name(*match.span("name")):  # 연락은 010-…, 더 짧게 010-…
            offers[match.span("name")].by.add("contact")
    lend(offers)
    return [
        Candidate(*place, offer.probability, frozenset(offer.by), offer.second)
        for place, offer in sorted(offers.items(), key=lambda item: item[0])
        if not _is_asked_for(text, place, offer.by)
    ]


def _is_asked_for(text: str, place: Place, by: set[str]) -> bool:
    """Say whether a place holds what is asked of a name, and none: 이름 추천좀."""
    start, _ = place
    asked = by.isdisjoint(_SAID) and _ASKED_FOR.match(text, start) is not None
    return asked and _NAME_OF.search(text, max(0, start - 6), start) is not None


def _unaddressed(text: str, start: int, end: int) -> Place:
    """Return a place without Ms. and the like."""
    name = trimmed(text, Name(start, end, "PS", 0.0)) if text[start].isascii() else None
    return (name.start, name.end) if name else (start, end)


def lend(offers: Mapping[Place, OfferedName]) -> None:
    """Give those that a field does not know most of the probability of what overlaps them."""
    for place, chance in _lent({place: offer.probability for place, offer in offers.items()}):
        offers[place].probability = chance
    for place, chance in _lent({place: offer.second for place, offer in offers.items()}):
        offers[place].second = chance


def _lent(chances: Mapping[Place, float]) -> Iterator[tuple[Place, float]]:
    tagged = sorted((place, chance) for place, chance in chances.items() if chance)
    longest = max((end - start for (start, end), _ in tagged), default=0)
    starts = [start for (start, _), _ in tagged]
    for (start, end), known in chances.items():
        if tagged and not known:
            first, last = bisect_left(starts, start - longest), bisect_left(starts, end)
            overlapping = (chance for (_, stop), chance in tagged[first:last] if stop > start)
            yield (start, end), max(overlapping, default=0.0) * 0.9
