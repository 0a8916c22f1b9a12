"""What a control of any platform carries: an event of the conversation as a short code, read back after any restart.

The codes of what features offer are theirs (`event_code.py`); here are the interview's.
"""

import re
from collections.abc import Callable
from typing import Final

from core.conversation.control_names import Control
from core.conversation.event_code import EventCode
from core.conversation.events import (
    AssumptionSettled,
    Chosen,
    EditRequested,
    Event,
    FamilyOpened,
    GapAnswered,
    IntentChosen,
    ItemSwitched,
    LocaleChosen,
    SettingChosen,
    SuggestionTaken,
)
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import OPTIONS, QUESTIONS, Key
from core.conversation.summary_events import MatterKept, OtherWayTaken
from core.features.registry import CONTROLS, EVENT_CODES
from core.messages import Outgoing
from core.privacy.labels import LABEL
from core.prompting.intents.loading import families
from core.prompting.intents.naming import is_intent
from core.prompting.understanding.understanding import ConflictKind
from core.values.locale import Locale

_OF: Final = "@"
_OF_CONTROLS: Final = frozenset({"control", "question"})
_VERSION: Final = "."
_SLOT: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OPTION: Final = re.compile(r"[0-9]{1,2}")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,5}")


def encode(event: Event) -> str:
    """Return the code of an event that a control can carry.

    Raises:
        TypeError: It holds what a person wrote, or is a named control's own.
    """
    for code in _CODES:
        rest = code.write(event) if code.event is type(event) else None
        if rest is not None:
            return f"{code.kind}:{rest}"
    raise TypeError(type(event).__name__)


def decode(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, however it came here."""
    kind, _, rest = code.partition(":")
    read = (each.read(rest) for each in _CODES if each.kind == kind)
    return next((event for event in read if event is not None), None)


def control_of(code: str) -> Control | None:
    """Return the control a code names: `control:generate`, or `question:back` for one that a press uses up."""
    kind, _, name = code.partition(":")
    return Control(name) if kind in _OF_CONTROLS and name in set(Control) else None


def event_of(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, or of a control that only the platform carries out."""
    control = control_of(code)
    return CONTROLS.event(control) if control else decode(code)


def address_of(outgoing: Outgoing) -> str:
    """Return what the controls of a message are about: the interview, and the version of its prompt that is shown."""
    version = outgoing.reply.about_version
    return f"{outgoing.session}{_VERSION}{version}" if outgoing.session and version else outgoing.session


def with_address(code: str, address: str) -> str:
    """Return the code of a control that stands under a message of this interview: pressed, it is about that one."""
    return f"{code}{_OF}{address}" if address and code else code


def split_address(code: str) -> tuple[str, str]:
    """Return a code as it was before it was addressed, and the address; empty for none."""
    bare, _, address = code.partition(_OF)
    return bare, address


def read_address(address: str) -> tuple[str, int]:
    """Return the interview of an address, and the version of its prompt; 0 where it names none."""
    session, _, version = address.partition(_VERSION)
    return session, int(version) if _NUMBER.fullmatch(version) else 0


def is_slot(name: str) -> bool:
    """Say whether this may be the id of a slot."""
    return _SLOT.fullmatch(name) is not None


def _of_one(kind: str, event: type[Event], field: str, read: Callable[[str], Event | None]) -> EventCode:
    """Return the codes of events that are told apart by one field."""
    return EventCode(kind, event, lambda found: getattr(found, field), read)


def _of_slot(kind: str, event: type[AssumptionSettled | GapAnswered]) -> EventCode:
    def read(rest: str) -> Event | None:
        slot, _, option = rest.partition(":")
        return event(slot, int(option)) if is_slot(slot) and _OPTION.fullmatch(option) else None

    return EventCode(kind, event, lambda found: f"{found.slot}:{found.option}", read)


def _setting(rest: str) -> Event | None:
    key, _, option = rest.partition(":")
    return SettingChosen(Key(key), int(option)) if key in set(OPTIONS) and _OPTION.fullmatch(option) else None


def _chosen(rest: str) -> Event | None:
    key, _, choice = rest.partition(":")
    known = key in set(Key) and choice in QUESTIONS[Key(key)].choices
    return Chosen(Key(key), choice) if known else None


def _switch(kind: str, *, kept: bool) -> EventCode:
    return EventCode(
        kind,
        ItemSwitched,
        lambda event: event.label if event.kept is kept else None,
        lambda rest: ItemSwitched(rest, kept) if LABEL.fullmatch(rest) else None,
    )


_CODES: Final = (
    EventCode("choose", Chosen, lambda event: f"{event.key}:{event.choice}", _chosen),
    _of_one("said", SuggestionTaken, "key", lambda rest: SuggestionTaken(Key(rest)) if rest in set(Key) else None),
    _of_one("edit", EditRequested, "key", lambda rest: EditRequested(Key(rest)) if rest in set(Key) else None),
    _of_one("intent", IntentChosen, "intent", lambda rest: IntentChosen(rest) if is_intent(rest) else None),
    _of_one("family", FamilyOpened, "family", lambda rest: FamilyOpened(rest) if rest in families() else None),
    _of_slot("assume", AssumptionSettled),
    _of_slot("gap", GapAnswered),
    _of_one("turn", OtherWayTaken, "kind", lambda rest: OtherWayTaken(rest) if rest in set(ConflictKind) else None),
    EventCode("set", SettingChosen, lambda event: f"{event.key}:{event.option}", _setting),
    _switch("keep", kept=True),
    EventCode("matter", MatterKept, lambda _event: "keep", lambda rest: MatterKept() if rest == "keep" else None),
    _switch("mask", kept=False),
    _of_one(
        "version", VersionChosen, "number", lambda rest: VersionChosen(int(rest)) if _NUMBER.fullmatch(rest) else None
    ),
    _of_one("locale", LocaleChosen, "locale", lambda rest: LocaleChosen(Locale(rest)) if rest in set(Locale) else None),
    *EVENT_CODES,
)
