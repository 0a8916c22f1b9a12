"""An error as the sentence that tells a person of it, and as what it is counted as."""

from core.conversation.replies import Tell
from core.errors import (
    DatabaseError,
    ItemRefused,
    LimitReached,
    NerModelError,
    PromptgenError,
    SettingsError,
    StoreUnavailable,
)


def outcome_of(error: PromptgenError) -> str:
    """Return what a refusal is counted as: of a database that is away, why it is."""
    reason = error.details.get("reason") if isinstance(error, StoreUnavailable) else None
    return f"{error.code}_{reason}" if reason else error.code


def sentence_of(error: PromptgenError) -> Tell:
    """Return the sentence that tells a person of an error."""
    if isinstance(error, StoreUnavailable) and error.details.get("reason") == "full":
        return Tell("error.disk_full")
    told = next((part for part in ("line", "part", "example") if part in error.details), None)
    if told and type(error) in (SettingsError, ItemRefused):
        return Tell(f"error.{error.code}_{told}", error.details)
    reason = f"_{error.details['reason']}" if isinstance(error, (DatabaseError, LimitReached, NerModelError)) else ""
    code = error.code.removesuffix("_unusable") if reason else error.code
    return Tell(f"error.{code}{reason}", error.details)
