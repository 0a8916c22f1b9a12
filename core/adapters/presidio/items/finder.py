"""The finder: the identifiers in a text that no rule finds, by the judge.

Where somebody is surely named or can be reached, less evidence is asked of the rest: what stands in such a text is
mostly theirs.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from presidio_analyzer import RecognizerResult

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.items.candidates import Place, candidates
from core.adapters.presidio.items.cues import announced
from core.adapters.presidio.items.evidence import FoundItem, Page, evidence
from core.adapters.presidio.items.judge import KINDS, ItemJudge
from core.adapters.presidio.items.rules import RULES
from core.adapters.presidio.ner.methods import names_method
from core.adapters.presidio.recognizers.file_name import RULE_OF_FILES
from core.adapters.presidio.recognizers.pattern import RULE
from core.privacy.entities import EntityType
from core.privacy.korean.birth_dates import parse

NAME: Final = "ItemJudge"
"""What `mask --explain` calls it."""

# What is asked, in log odds, where nobody is known and where somebody is. Measured on texts whose authors the judge has
# not seen (see MODEL_CARD.md).
ALONE: Final = 1.25
WITH_OTHERS: Final = -1.25
# Of account names, secrets and links, which others do not make so much likelier.
ANNOUNCED_ALONE: Final = 0.55
ANNOUNCED_WITH_OTHERS: Final = -1.25
_SURE: Final = 0.5
# As much above what is asked is surer than most rules are.
_SCALE: Final = 2.0
_MOST: Final = 0.89
# What is told as having been refused.
_NEAR: Final = 0.2
_NAMES: Final = frozenset((EntityType.PERSON, EntityType.ORGANIZATION))
_OF_DATES: Final = (6, 8)
# A name of which its writer has hidden a part: 홍*동.
_HIDDEN: Final = re.compile(r"[가-힣]{1,2}[*○]{1,2}[가-힣]?")
_BIRTH: Final = KINDS.index(EntityType.DATE_OF_BIRTH) - 1
_PARTS: Final = frozenset((EntityType.ID_NUMBER, EntityType.DATE_OF_BIRTH))
_ANNOUNCED: Final = np.isin(KINDS[1:], (EntityType.ACCOUNT_NAME, EntityType.SECRET, EntityType.URL_PERSONAL))
_TELLING: Final = frozenset(
    (
        EntityType.PERSON,
        EntityType.PHONE,
        EntityType.EMAIL,
        EntityType.KR_RRN,
        EntityType.KR_FRN,
        EntityType.BANK_ACCOUNT,
    )
)


class ItemFinder:
    """Finds what the judge accepts where no rule has found anything, or only a part."""

    def __init__(self, judge: ItemJudge) -> None:
        self._judge = judge

    def items(
        self, text: str, morphemes: Sequence[Morpheme], found: Sequence[RecognizerResult]
    ) -> list[RecognizerResult]:
        """Return the items of a text in which `found` was found; what scores below one half is near, and no item."""
        sure = [result for result in found if result.score >= _SURE]
        with_others = any(result.entity_type in _TELLING for result in sure)
        offered = offers(text)
        if not offered:
            return []
        scores = self._judge.scores(evidence(page(text, morphemes, found), offered))
        kinds = scores[:, 1:]
        kinds[[_is_no_date(text[slice(*place)]) for place, _ in offered], _BIRTH] = -np.inf
        chosen = kinds.argmax(axis=1)
        asked = np.where(
            _ANNOUNCED[chosen],
            ANNOUNCED_WITH_OTHERS if with_others else ANNOUNCED_ALONE,
            WITH_OTHERS if with_others else ALONE,
        )
        likely = np.logaddexp.reduce(kinds, axis=1) - scores[:, 0] - asked
        # A name in the name of a file is all of it that tells somebody.
        taken = _Taken(result for result in sure if result.entity_type not in _NAMES or _is_in_a_file(result))
        items = []
        for i in np.argsort(-likely, kind="stable"):
            score = min(1 / (1 + math.exp(-max(float(likely[i]), -60.0) / _SCALE)), _MOST)
            if score < _NEAR:
                break
            place, forms = offered[i]
            kind = KINDS[1 + int(chosen[i])]
            if forms == ["date"] and kind != EntityType.DATE_OF_BIRTH:
                continue  # 발인은 9월 29일: a day is somebody's only where they were born on it
            if _HIDDEN.fullmatch(text, *place) or names_method(text, *place):
                continue
            if taken.admits(place, is_link=forms == ["link"]):
                items.append(_result(place, kind, score, forms[0]))
                taken.add(place, kind)
        return items


def page(text: str, morphemes: Sequence[Morpheme], found: Iterable[RecognizerResult]) -> Page:
    """Return what is known of a text."""
    told = [FoundItem(result.start, result.end, result.entity_type) for result in found if result.score >= _SURE]
    return Page(text, morphemes, told)


def offers(text: str) -> list[tuple[Place, list[str]]]:
    """Return the candidates of a text in their order, each with the forms that it has."""
    forms: defaultdict[Place, list[str]] = defaultdict(list)
    for place, form in candidates(text):
        forms[place].append(form)
    for place in announced(text):
        forms[place].append("announced")
    return sorted(forms.items())


class _Taken:
    """The places that are taken; numbers and dates of rules may be parts of longer items, all but secrets of links."""

    def __init__(self, found: Iterable[RecognizerResult]) -> None:
        self._held: dict[int, tuple[Place, str, bool]] = {}
        # Where two overlap, the one that is no part has the place.
        for result in sorted(found, key=lambda result: result.entity_type not in _PARTS):
            self.add((result.start, result.end), result.entity_type, is_part=result.entity_type in _PARTS)

    def admits(self, place: Place, *, is_link: bool) -> bool:
        start, end = place
        return all(
            (is_part or (is_link and other != EntityType.SECRET))
            and start <= held[0]
            and held[1] <= end
            and held != place
            for held, other, is_part in {self._held[i] for i in range(start, end) if i in self._held}
        )

    def add(self, place: Place, kind: str, *, is_part: bool = False) -> None:
        self._held |= dict.fromkeys(range(*place), (place, kind, is_part))


def _is_in_a_file(result: RecognizerResult) -> bool:
    return result.recognition_metadata.get(RULE) == RULE_OF_FILES


def _is_no_date(written: str) -> bool:
    """Say whether it is six or eight digits whose month or day does not exist, as those of shares: 035720."""
    return len(written) in _OF_DATES and written.isdigit() and parse(written) is None


def _result(place: Place, kind: str, score: float, form: str) -> RecognizerResult:
    return RecognizerResult(
        entity_type=kind,
        start=place[0],
        end=place[1],
        score=score,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: NAME,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: NAME,
            RULE: f"judged by its surroundings: {RULES[form]}",
        },
    )
