"""What a control of any platform carries: an event of the conversation as a short code, read back after any restart."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

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
from core.conversation.rating import Rating, Reason
from core.features.feedback.events import Rated
from core.features.library.events import EntryAmended, EntryOpened, EntryUsed, LibraryExported, LibraryRequested
from core.features.rehearsal.cast import IDS
from core.features.rehearsal.events import PersonaChosen
from core.features.substance.events import ProposalsSwitched
from core.locale import Locale
from core.messages import Outgoing
from core.ports.library import Amendment
from core.privacy.labels import LABEL
from core.prompting.intents.loading import families
from core.prompting.intents.naming import is_intent

_OF: Final = "@"
_Correction = IntentChosen | FamilyOpened | AssumptionSettled | GapAnswered | SettingChosen | ProposalsSwitched
_VERSION: Final = "."
_ENTRY: Final = re.compile(r"[1-9][0-9]{0,8}")
_PRESSED: Final = frozenset(set(Amendment) - {Amendment.RENAME, Amendment.TAG})
_SLOT: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OPTION: Final = re.compile(r"[0-9]{1,2}")
_TICKS: Final = {True: "on", False: "off", None: "over"}
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,5}")


def encode(event: Event) -> str:
    """Return the code of an event that a control can carry.

    Raises:
        TypeError: It holds what a person wrote, or is a named control's own.
    """
    match event:
        case Chosen() | SuggestionTaken():
            return f"choose:{event.key}:{event.choice}" if isinstance(event, Chosen) else f"said:{event.key}"
        case EditRequested(key=Key() as key):
            return f"edit:{key}"
        case ItemSwitched(label=label, kept=kept):
            return f"{'keep' if kept else 'mask'}:{label}"
        case VersionChosen(number=number):
            return f"version:{number}"
        case Rated(rating=rating, number=int() as number, reason=reason):
            return f"rate:{rating}:{number}:{reason or ''}".rstrip(":")
        case _:
            return _code_of_correction(event) if isinstance(event, _Correction) else _code_beside(event)


def decode(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, however it came here."""
    kind, _, rest = code.partition(":")
    read = _READERS.get(kind)
    return read(rest) if read else None


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


def _code_beside(event: Event) -> str:
    """Return the code of what happens beside the interview."""
    match event:
        case LocaleChosen(locale=named) | PersonaChosen(persona=named):
            return f"{'locale' if isinstance(event, LocaleChosen) else 'persona'}:{named}"
        case EntryOpened(number=number):
            return f"entry:open:{number}"
        case EntryUsed(number=number):
            return f"entry:use:{number}"
        case EntryAmended(number=number, amendment=amendment, texts=()):
            return f"entry:{amendment}:{number}"
        case LibraryRequested(query=None, team=team):
            return f"library:{'team' if team else 'mine'}"
        case LibraryExported():
            return "library:file"
        case _:
            raise TypeError(type(event).__name__)


def _code_of_correction(event: _Correction) -> str:
    """Return the code of what sets right how somebody was understood."""
    match event:
        case IntentChosen(intent=intent):
            return f"intent:{intent}"
        case FamilyOpened(family=family):
            return f"family:{family}"
        case AssumptionSettled(slot=slot, option=option):
            return f"assume:{slot}:{option}"
        case GapAnswered(slot=slot, option=option):
            return f"gap:{slot}:{option}"
        case SettingChosen(key=key, option=option):
            return f"set:{key}:{option}"
        case ProposalsSwitched(number=number, wanted=wanted):
            return f"tick:{number}:{_TICKS[wanted]}"


def _intent(rest: str) -> Event | None:
    return IntentChosen(rest) if is_intent(rest) else None


def _family(rest: str) -> Event | None:
    return FamilyOpened(rest) if rest in families() else None


def _of_slot(kind: type[AssumptionSettled | GapAnswered]) -> Callable[[str], Event | None]:
    def read(rest: str) -> Event | None:
        slot, _, option = rest.partition(":")
        return kind(slot, int(option)) if is_slot(slot) and _OPTION.fullmatch(option) else None

    return read


def _ticked(rest: str) -> Event | None:
    number, _, name = rest.partition(":")
    wanted = [wanted for wanted, tick in _TICKS.items() if tick == name]
    return ProposalsSwitched(int(number), wanted[0]) if wanted and _OPTION.fullmatch(number) else None


def _setting(rest: str) -> Event | None:
    key, _, option = rest.partition(":")
    return SettingChosen(Key(key), int(option)) if key in set(OPTIONS) and _OPTION.fullmatch(option) else None


def is_slot(name: str) -> bool:
    """Say whether this may be the id of a slot."""
    return _SLOT.fullmatch(name) is not None


def _chosen(rest: str) -> Event | None:
    key, _, choice = rest.partition(":")
    known = key in set(Key) and choice in QUESTIONS[Key(key)].choices
    return Chosen(Key(key), choice) if known else None


def _said(rest: str) -> Event | None:
    return SuggestionTaken(Key(rest)) if rest in set(Key) else None


def _edit(rest: str) -> Event | None:
    return EditRequested(Key(rest)) if rest in set(Key) else None


def _switched(*, kept: bool) -> Callable[[str], Event | None]:
    return lambda rest: ItemSwitched(rest, kept) if LABEL.fullmatch(rest) else None


def _version(rest: str) -> Event | None:
    return VersionChosen(int(rest)) if _NUMBER.fullmatch(rest) else None


def _rated(rest: str) -> Event | None:
    rating, _, of = rest.partition(":")
    number, _, reason = of.partition(":")
    if rating not in set(Rating) or not _NUMBER.fullmatch(number) or reason not in {"", *Reason}:
        return None
    return Rated(Rating(rating), int(number), Reason(reason) if reason else None)


def _entry(rest: str) -> Event | None:
    verb, _, number = rest.partition(":")
    if not _ENTRY.fullmatch(number):
        return None
    if verb in _PRESSED:
        return EntryAmended(int(number), Amendment(verb))
    return {"open": EntryOpened, "use": EntryUsed}[verb](int(number)) if verb in {"open", "use"} else None


def _library(rest: str) -> Event | None:
    return {"mine": LibraryRequested(), "team": LibraryRequested(team=True), "file": LibraryExported()}.get(rest)


def _locale(rest: str) -> Event | None:
    return LocaleChosen(Locale(rest)) if rest in set(Locale) else None


def _persona(rest: str) -> Event | None:
    return PersonaChosen(rest) if rest in IDS else None


_READERS: Final[Mapping[str, Callable[[str], Event | None]]] = MappingProxyType(
    {
        "choose": _chosen,
        "said": _said,
        "edit": _edit,
        "intent": _intent,
        "family": _family,
        "assume": _of_slot(AssumptionSettled),
        "gap": _of_slot(GapAnswered),
        "set": _setting,
        "tick": _ticked,
        "keep": _switched(kept=True),
        "mask": _switched(kept=False),
        "version": _version,
        "rate": _rated,
        "entry": _entry,
        "library": _library,
        "locale": _locale,
        "persona": _persona,
    }
)
