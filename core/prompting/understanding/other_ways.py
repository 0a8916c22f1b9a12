"""The other way of a contradiction: demands that give way where the person takes what they chose."""

import re
from collections.abc import Iterable, Iterator

from core.prompting.understanding.understanding import Conflict, ConflictKind, Demand, Requirement
from core.prompting.understanding.wanted_language import wanted_language
from core.prompting.understanding.words import table
from core.values.choices import Form


def without_overruled(requirements: Iterable[Requirement], turned: tuple[Conflict, ...]) -> tuple[Requirement, ...]:
    """Return the demands without those that contradict what was chosen, where the choice is to hold."""
    kinds = {conflict.kind for conflict in turned}
    return tuple(each for each in requirements if not any(_is_of(kind, each) for kind in kinds))


def _is_of(kind: ConflictKind, requirement: Requirement) -> bool:
    if kind is ConflictKind.LANGUAGE:
        is_whole = requirement.demand is Demand.LANGUAGE and not requirement.values
        return is_whole and wanted_language(requirement.said) is not None
    return kind is ConflictKind.FORM and any(re.search(each, requirement.said, re.IGNORECASE) for each in _refusals())


def _refusals() -> Iterator[str]:
    conflicts = table("conflicts.toml")
    yield from (conflicts[name]["said"] for form in Form if (name := f"refused_{form}") in conflicts)
