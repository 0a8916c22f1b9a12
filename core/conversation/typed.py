"""What a typed text means beside an answer: a control, an answer's name, a masked item's switch."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.choices import Variant
from core.conversation import events
from core.conversation.controls import Control, control_in
from core.conversation.events import Event
from core.conversation.going_back import asks_to_go_back
from core.conversation.questions import Key
from core.conversation.rating import Rating, Reason
from core.conversation.session import Phase, Session
from core.conversation.texts import TEXTS
from core.features.comparison.comparison import TIE
from core.features.feedback.handlers import reason_in
from core.features.library.words import library_event
from core.locale import Locale
from core.privacy.text import MaskedText

_EVENTS: Final[Mapping[Control, Event]] = MappingProxyType(
    {
        Control.BACK: events.WentBack(),
        Control.SKIP: events.Skipped(),
        Control.CANCEL: events.Cancelled(),
        Control.RESTART: events.Restarted(),
        Control.RESUME: events.Resumed(),
        Control.EDIT: events.EditRequested(),
        Control.OPTIONS: events.OptionsOpened(),
        Control.FORM: events.FormRequested(),
        Control.SUMMARY: events.SummaryRequested(),
        Control.GENERATE: events.GenerationRequested(),
        Control.AT_ONCE: events.GenerationRequested(),
        Control.NO_QUESTIONS: events.QuestionsSwitched(wanted=False),
        Control.QUESTIONS: events.QuestionsSwitched(wanted=True),
        Control.REFINE: events.RefineRequested(),
        Control.REGENERATE: events.GenerationRequested(anew=True),
        Control.VERSIONS: events.VersionsRequested(),
        Control.WHY: events.ReasonsRequested(),
        Control.RESTORE: events.RestoreRequested(),
        Control.COMPACT: events.VariantChosen(Variant.COMPACT),
        Control.DETAILED: events.VariantChosen(Variant.FULL),
        Control.IN_KOREAN: events.TwinChosen(Locale.KO),
        Control.IN_ENGLISH: events.TwinChosen(Locale.EN),
        Control.GOOD: events.Rated(Rating.GOOD),
        Control.BAD: events.Rated(Rating.BAD),
        Control.TRY: events.TryRequested(),
        Control.COMPARE: events.CompareRequested(),
        Control.COMPARE_PROMPTS: events.CompareRequested(models=False),
        Control.COMPARE_MODELS: events.CompareRequested(models=True),
        Control.VOTE_A: events.Voted("A"),
        Control.VOTE_B: events.Voted("B"),
        Control.VOTE_C: events.Voted("C"),
        Control.VOTE_D: events.Voted("D"),
        Control.VOTE_TIE: events.Voted(TIE),
        Control.TAKE: events.TakeRequested(),
        Control.TRAINING: events.ConsentRequested(),
        Control.AGREE: events.ConsentGiven(),
        Control.DECLINE: events.ConsentWithdrawn(),
        Control.WITHDRAW: events.ConsentWithdrawn(),
        Control.SAVE: events.SaveRequested(),
        Control.LIBRARY: events.LibraryRequested(),
        Control.REHEARSE: events.RehearsalRequested(),
        Control.PARTNER: events.RehearsalRequested(),
        Control.AGAIN: events.RetryRequested(),
        Control.ASSESS: events.ReviewRequested(),
        Control.STOP: events.Cancelled(),
        Control.TRANSCRIPT: events.TranscriptRequested(),
        Control.PORTABLE: events.PortableRequested(),
        Control.EXPORT: events.ExportRequested(),
        Control.FORGET: events.ForgetRequested(),
        Control.CONFIRM: events.Confirmed(),
    }
)
_NAMES: Final = MappingProxyType(
    {texts[f"key.{key}"].casefold(): key for texts in TEXTS.values() for key in Key} | {str(key): key for key in Key}
)
_REASONS: Final = {texts[f"why.{reason}"].casefold(): reason for texts in TEXTS.values() for reason in Reason}
_SWITCH: Final = re.compile(
    r"\A\{?(\w{1,30}?\d{1,6}(?:-\d{1,4})?)\}?(?:은|는)?\s*(그대로|keep|가리기|가려줘|mask)\s*(?:둬|두기|둘게요)?$"
)
_LONGEST: Final = 500
"""Characters of what may be a word of the controls with what belongs to it; the patterns take their time over more."""
_KEEP: Final = {"그대로", "keep"}


def event_of(control: Control) -> Event | None:
    """Return what pressing a control means; None for one that only a platform can carry out."""
    return _EVENTS.get(control)


def meaning_of(session: Session, text: MaskedText) -> Event | None:
    """Return the event that a typed text stands for in this phase; None if it is an answer or a wish."""
    if len(text) > _LONGEST:
        return None
    control = control_in(text)
    if control is not None:
        return event_of(control)
    asked = library_event(text)
    if asked is not None:
        return asked
    if session.phase is Phase.DONE and asks_to_go_back(text):
        return events.VersionChosen(_before(session))
    if session.phase in {Phase.SUMMARY, Phase.OPTIONS, Phase.DONE}:
        return _named_answer(text) or _switched_item(session, text) or reason_in(session, text, _REASONS)
    return None


def split_name(text: MaskedText) -> tuple[Key, MaskedText] | None:
    """Return the answer that a text begins with and the rest of it: "길이는 짧게" is the length, "짧게"."""
    for name, key in sorted(_NAMES.items(), key=lambda pair: -len(pair[0])):
        found = re.match(rf"{re.escape(name)}\s*+(?:[은는을를:=]\s*+|(?<=\s))(?=\S)", text.casefold())
        if found:
            return key, MaskedText(text[found.end() :].strip())
    return None


def _before(session: Session) -> int:
    """Return the number of the version before the one in use; 0 where it is the first."""
    return max((each.number for each in session.versions if each.number < session.current_version), default=0)


def _named_answer(text: MaskedText) -> Event | None:
    name = re.sub(
        r"\s*(?:을|를)?\s*(?:수정|수정하기|고치기|바꾸기|edit|change)$", "", " ".join(text.casefold().split())
    )
    key = _NAMES.get(name)
    return events.EditRequested(key) if key else None


def _switched_item(session: Session, text: MaskedText) -> Event | None:
    found = _SWITCH.match(text.strip().casefold())
    if not found:
        return None
    for item in session.items:
        if item.label.strip("{}").casefold() == found[1]:
            return events.ItemSwitched(item.label, kept=found[2] in _KEEP)
    return None
