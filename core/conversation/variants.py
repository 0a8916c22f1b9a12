"""The same brief once more: as a short or a detailed prompt, in Korean or in English."""

from dataclasses import replace

from core.conversation.prompt_events import PromptLanguageChosen, VariantChosen, VersionChosen
from core.conversation.results import choose_version, generate
from core.conversation.session import Session, Version
from core.conversation.step import Step


def choose_variant(session: Session, event: VariantChosen) -> Step:
    """Make the prompt shorter or longer, or bring the version back that is so already."""
    return _make(replace(session, variant=event.variant))


def choose_prompt_language(session: Session, event: PromptLanguageChosen) -> Step:
    """Write the prompt in the other language, or bring the version back that is so already."""
    return _make(replace(session, tongue=event.tongue))


def _make(session: Session) -> Step:
    """Return to the newest version of these answers in this manner; the first time, make it."""
    event = VersionChosen(max((one.number for one in session.versions if _is_same(one, session)), default=0))
    return choose_version(session, event) if event.number else generate(replace(session, instruction=None), event)


def _is_same(version: Version, session: Session) -> bool:
    return (version.answers, version.variant, version.tongue or session.locale) == (
        session.answers,
        session.variant,
        session.written_in,
    )
