"""Self-contradictions: what is wanted and not wanted in the same breath (짧고 길게, 3개만 10개, 존댓말로 반말로)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.prompting.understanding.understanding import ConflictKind, Requirement
from core.prompting.understanding.words import LONGEST

_NUMBER: Final = r"(?:[0-9]{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_UNIT: Final = r"(?:개|가지|문항|문장|줄|편|명)"
_COUNTS: Final = re.compile(
    rf"(?<![가-힣0-9])(?P<first>{_NUMBER}\s?{_UNIT})(?:만|로|를|을)?,?\s(?:그리고\s)?"
    rf"(?P<second>{_NUMBER}\s?{_UNIT})(?:만|로|를|을)?(?=\s?(?:써|쓰|적|뽑|해|만들|정리|추천|내|골라|요약|$)|[.,]?$)",
    re.MULTILINE,
)
_POLITE: Final = r"(?:존댓말|존대말|높임말|경어|합니다체|해요체)"
_PLAIN: Final = r"(?:반말|평어|해체)"
_REGISTER: Final = re.compile(
    rf"(?P<which>{_POLITE}|{_PLAIN})(?:로|을|체로)?(?!\S{{0,3}}\s?(?:말고|쓰지|금지|빼|안|싫|없이|아니))"
)
_SHORT: Final = re.compile(
    r"짧(?:고|게|은|으면서)|간단(?:히|하게|하고)|간략(?:히|하게)|\bshort\b|\bbrief(?:ly)?\b", re.IGNORECASE
)
_LONG: Final = re.compile(
    r"(?<![가-힣])(?:길(?:고|게|면서)|자세(?:히|하게|하고)|상세(?:히|하게|하고))"
    r"|(?<!how )\blong\b|\bin detail\b|\bdetailed\b",
    re.IGNORECASE,
)
_ADJOINING: Final = 6  # characters between two words of one breath
_TAKEN_BACK: Final = re.compile(
    r"(?<![가-힣])(?P<what>[가-힣A-Za-z]{1,8}?)(?:로|으로)?\s?(?:말고|빼고)\s(?P=what)(?:로|으로|만)?(?![가-힣])"
)


@dataclass(frozen=True, slots=True)
class SelfContradiction:
    """What contradicts itself: the name of its texts, with the words for them."""

    kind: ConflictKind
    name: str
    first: str
    second: str


def contradictions_in(text: str) -> tuple[SelfContradiction, ...]:
    """Return what a text wants and does not want at once, each kind once."""
    said = text[: LONGEST * 4]
    found = [
        SelfContradiction(ConflictKind.COUNT, "counts", counts["first"], counts["second"])
        for counts in list(_COUNTS.finditer(said))[:1]
        if _figure(counts["first"]) != _figure(counts["second"]) and _unit(counts["first"]) == _unit(counts["second"])
    ]
    registers = [each["which"] for each in _REGISTER.finditer(said)]
    polite = next((each for each in registers if re.fullmatch(_POLITE, each)), "")
    plain = next((each for each in registers if re.fullmatch(_PLAIN, each)), "")
    if polite and plain and _is_of_all(said, polite, plain):
        found.append(SelfContradiction(ConflictKind.REGISTER, "registers", polite, plain))
    if taken := _TAKEN_BACK.search(said):
        found.append(SelfContradiction(ConflictKind.SAID, "taken_back", taken["what"], taken["what"]))
    elif sizes := _sizes(said):
        found.append(SelfContradiction(ConflictKind.SAID, "sizes", *sizes))
    return tuple(found)


def is_overruled(requirement: Requirement, found: Iterable[SelfContradiction]) -> bool:
    """Say whether a demand says nothing but what contradicts itself, and is settled by now."""
    said = requirement.said
    for each in found:
        if each.name == "counts" and each.first in said and each.second in said:
            return True
        if (
            each.name == "registers"
            and _REGISTER.search(said)
            and len(said) <= len(each.first) + len(each.second) + _ADJOINING * 2
        ):
            return True
        if each.name == "sizes" and each.first in said and each.second in said:
            return True
    return False


def _is_of_all(said: str, polite: str, plain: str) -> bool:
    """Say whether both are wanted of the same: of parts (대화는 반말, 설명은 존댓말) each may have its own."""
    parts = re.findall(rf"[가-힣]{{1,8}}(?:은|는|만|에는|끼리는?|할 때는?)\s(?:{polite}|{plain})", said)
    return not parts


def _sizes(said: str) -> tuple[str, str] | None:
    for short in _SHORT.finditer(said):
        for long in _LONG.finditer(said):
            first, second = sorted((short, long), key=lambda each: each.start())
            between = said[first.end() : second.start()]
            if first.end() <= second.start() and len(between) <= _ADJOINING and not re.search(r"[은는]\s", between):
                return short.group(), long.group()
    return None


def _unit(counted: str) -> str:
    return counted.removeprefix(_figure(counted)).strip().replace("가지", "개")


def _figure(counted: str) -> str:
    return re.sub(rf"\s?{_UNIT}$", "", counted)
