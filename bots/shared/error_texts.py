"""An error as the sentence that tells a person of it, and as what it is counted as."""

from collections.abc import Mapping
from typing import Final

from core.conversation.expected_input import Occasion
from core.conversation.replies import Tell
from core.errors import (
    DatabaseError,
    ItemRefused,
    LimitReached,
    NerModelError,
    PersonError,
    PromptgenError,
    SettingsError,
    StoreUnavailable,
)

UNEXPECTED: Final = Tell("error.unexpected", occasion=Occasion.FAILURE)
WAITING: Final = Tell("error.store_waiting", occasion=Occasion.FAILURE)
"""The database is away, and what somebody did is kept until it is back."""


def outcome_of(error: PromptgenError) -> str:
    """Return what a refusal is counted as: of a database that is away, why it is."""
    reason = error.details.get("reason") if isinstance(error, StoreUnavailable) else None
    return f"{error.code}_{reason}" if reason else error.code


def sentence_of(error: PromptgenError) -> Tell:
    """Return the sentence that tells a person of an error."""
    is_theirs = isinstance(error, PersonError)
    text, details = _text_of(error)
    return Tell(text, details, refuses=is_theirs, occasion=None if is_theirs else Occasion.FAILURE)


def _text_of(error: PromptgenError) -> tuple[str, Mapping[str, str | int]]:
    if isinstance(error, StoreUnavailable) and error.details.get("reason") == "full":
        return "error.disk_full", {}
    told = next((part for part in ("line", "part", "example") if part in error.details), None)
    if told and type(error) in (SettingsError, ItemRefused):
        return f"error.{error.code}_{told}", error.details
    reason = f"_{error.details['reason']}" if isinstance(error, (DatabaseError, LimitReached, NerModelError)) else ""
    code = error.code.removesuffix("_unusable") if reason else error.code
    return f"error.{code}{reason}", error.details
