"""The catalogue: all intents by their ids, each family's file read once, when it is first asked for."""

from functools import cache

from core.prompting.intents.intent import Intent
from core.prompting.intents.loading import families, read_family

NEUTRAL = "neutral.neutral"
"""The intent of a request that is none of the others: it asks for nothing that the person did not say."""


def intent_at(path: str) -> Intent:
    """Return the intent at `family.id`.

    Raises:
        KeyError: There is none.
    """
    family, _, name = path.partition(".")
    return family_of(family)[name]


@cache
def family_of(name: str) -> dict[str, Intent]:
    """Return the intents of a family by their ids."""
    return {intent.id: intent for intent in read_family(name)}


@cache
def all_intents() -> dict[str, Intent]:
    """Return all intents by their ids, which are unique over the families; reads every file."""
    return {intent.id: intent for family in families() for intent in family_of(family).values()}
