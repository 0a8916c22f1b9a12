"""How a version is called."""

from typing import Final

from core.conversation.session import Version
from core.conversation.texts import t
from core.conversation.understanding_lines import assumption_lines
from core.values.choices import Variant
from core.values.locale import Locale

_USUAL: Final = Variant.FULL
_OF_MODEL: Final = "prompt: "
_WHY: Final = {
    "personal": frozenset({"personal"}),
    "invented": frozenset({"label_invented", "number_invented", "name_invented", "link_invented"}),
    "lost": frozenset({"coverage"}),
    "language": frozenset({"drift", "nonsense", "looped"}),
    "material": frozenset({"copied", "obeyed", "echoed"}),
    "late": frozenset({"unavailable", "unfinished"}),
    "no_better": frozenset({"unchanged", "fit"}),
}
"""Why a model's own prompt does not stand, what weighs most first; all else is about its shape."""


def name_of_version(version: Version, locale: Locale) -> str:
    """Return the number of a version, with what tells it from the usual: short, in another language, by a model."""
    marks = [t(locale, f"variant.{version.variant}")] if version.variant is not _USUAL else []
    if version.prompt_language not in {None, locale}:
        marks.append(t(locale, f"tongue.{version.prompt_language}"))
    if version.is_by_model:
        marks.append(t(locale, "version.by_model"))
    return " · ".join([t(locale, "prompt.version", number=version.number), *marks])


def model_sentence(version: Version, locale: Locale) -> str:
    """Return what a model has done for a version, empty where nothing."""
    if version.is_by_model:
        return t(locale, "prompt.by_model", before=version.number - 1)
    if not version.polished:
        return ""
    if not version.unpolished:
        return t(locale, "prompt.polished_all", polished=version.polished)
    return t(locale, "prompt.polished", polished=version.polished, unpolished=version.unpolished)


def rules_sentence(version: Version, locale: Locale) -> str:
    """Return why a version is not the prompt that the model has written; empty where it is, or where there is none."""
    reasons = next((each.removeprefix(_OF_MODEL) for each in version.decisions if each.startswith(_OF_MODEL)), "")
    if not reasons or version.is_by_model:
        return ""
    found = set(reasons.split(", "))
    why = next((name for name, group in _WHY.items() if found & group), "shape")
    return t(locale, "prompt.by_rules", why=t(locale, f"by_rules.{why}"))


def also_to_know(version: Version, locale: Locale) -> list[str]:
    """Return what is told of a version on demand: what is assumed and settled, what a model has done."""
    return [
        *assumption_lines(version.assumed, locale),
        *(f"{t(locale, 'prompt.notes')}: {note}" for note in version.notes),
        *filter(None, [model_sentence(version, locale)]),
    ]
