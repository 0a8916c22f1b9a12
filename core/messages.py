"""What reaches the use case from a platform, and what goes back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final

from core.conversation.events import Event
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Contents
from core.privacy.labels import parse
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault, VaultEntry
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation is held: a DM, a channel's thread, a terminal.

    `private` says that nobody but the person reads along. Empty `thread`: the channel itself. `guest` says that the
    person belongs to another company than the workspace: what its people share is not theirs.
    """

    platform: str
    workspace: str
    channel: str
    thread: str = ""
    private: bool = True
    guest: bool = field(default=False, compare=False)

    @property
    def community(self) -> str:
        """Who shares limits here: the workspace, or the channel where a platform has but one workspace."""
        return self.channel if self.workspace == self.platform else self.workspace


def team_of(place: Place) -> str:
    """Return whose people share what they keep here: the workspace, or on a platform that is one, the channel's server.

    Empty where nobody shares: in the direct messages of such a platform, and for a guest.
    """
    if place.guest:
        return ""
    if place.workspace != place.platform:
        return place.workspace
    return "" if place.channel.startswith("@") else place.channel


@dataclass(frozen=True, slots=True)
class Opened:
    """A command, shortcut or mention that starts an interview, perhaps with its purpose."""

    purpose: RawText | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A message; `key` is the question that it was written under, where the platform tells; `slot` is that of a gap."""

    text: RawText
    key: Key | None = None
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, a choice, a switch: it carries nothing that a person wrote.

    One that is `confirmed` was asked about by the platform: the conversation does not ask a second time.
    """

    event: Event
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class FormFilled:
    """A form that was sent: an empty text clears what is optional. Done to no interview, it begins one."""

    texts: Mapping[Key, RawText]


@dataclass(frozen=True, slots=True)
class Pasted:
    """An AI's answer, pasted into a window of its own to have the real values put back."""

    text: RawText


@dataclass(frozen=True, slots=True)
class FeatureAction:
    """What was sent to a feature: by an input of its own, or a command.

    One that `begins` may be the first thing in a new interview.
    """

    begins: ClassVar[bool] = False

    def texts(self) -> Mapping[str, RawText]:
        """Return what a person wrote in it, by names that `event` finds the masked texts under."""
        raise NotImplementedError

    def event(self, masked: Mapping[str, MaskedText]) -> Event:
        """Return what it is to the conversation."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A reference file that was read."""

    name: RawText
    contents: Contents = field(default_factory=Contents)


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A reference file that could not be; `reference.<reason>` is the sentence that says why, with its details."""

    name: RawText
    reason: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """Reference files whose `text` was read, and others that came with them and could not be."""

    text: RawText
    files: tuple[ReadFile, ...]
    unread: tuple[UnreadFile, ...] = ()


Action = Opened | Typed | Pressed | FormFilled | Pasted | FilesRead | FeatureAction


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person did; `id` is the platform's own, the same when it is delivered again.

    `session` is the interview it was done to, where the platform tells: by the control that was pressed, or by the
    message that was answered. Empty: the one at the front of the place. `version` is the version of the prompt that the
    control stands under, 0 for none. `parent_message` is the message under which it was done, where a place has such
    threads: what is replied goes there too.
    """

    id: str
    place: Place
    person: str
    locale: Locale
    action: Action
    session: str = ""
    parent_message: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A session with committed replies that nobody delivers, and its workspace."""

    session: str
    workspace: str


LEFTOVERS: Final = "leftovers"
"""The kind of what is in the inbox when somebody was forgotten: the places that hold messages of the bot's, as JSON.

`until` is the id of the event that led to it, `at` the time in Unix seconds, `places` are pairs of channel and thread.
"""


@dataclass(frozen=True, slots=True)
class Interaction:
    """A command, press or modal whose platform wants an answer within seconds, before it is carried out.

    `id` is the platform's own, and the id of the event that it leads to; `kind` says who carries it out; `payload` is
    what the platform sent, with what the person wrote. `attempts` counts those who have taken it up, this one among
    them.
    """

    id: str
    platform: str
    workspace: str
    person: str
    kind: str
    payload: RawText
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """The message in which an interview waits for its person, as the platform named it.

    `stays` says that it is to be left where it stands, as the greeting, or the summary of what is being made; `sums_up`
    that it shows the summary.
    """

    receipt: str
    stays: bool = False
    sums_up: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands before a reply: the card that waits, and the receipt of a notice of progress that nothing ended."""

    card: Card | None = None
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One reply to deliver; `id` stays the same when it is sent again, `person` is the session's owner.

    `only_to` set: it is for that person's eyes alone, though the place be shared. `parent_message` is the message under
    which its owner was last active there, if they were under one. `before` is what stood there when it was committed;
    None where that is to be asked for, because replies before it were still to be sent.
    """

    id: int
    session: str
    place: Place
    person: str
    locale: Locale
    reply: Reply
    only_to: str | None = None
    parent_message: str = ""
    before: Standing | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Revealed:
    """A reply ready to be rendered: kept items put back, and for its owner the values behind the labels.

    `values` is empty in a shared place. `restored` is the text of `ShowRestored`, the answer of `ShowTrial`, the
    document of `ShowExport`; `left` are the labels that stayed in that text, for they have no value or could be two;
    `missing` those of the prompt that did not come up in it.
    """

    reply: Reply
    values: Mapping[str, RawText]
    restored: RawText | None = None
    left: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def text(self, masked: str = "") -> str:
        """Return the text with its values, or the masked one where there is none."""
        return self.restored.reveal() if self.restored else masked

    def own(self, text: MaskedText) -> str:
        """Return a text of the reply with the values in it: as it is where there are none."""
        parsed = ((label, parse(label), value) for label, value in self.values.items())
        vault = Vault(tuple(VaultEntry(label, found.type, value) for label, found, value in parsed if found))
        return unmask(text, vault).reveal()


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text to hand over as a file; it is its owner's, so it shows nothing of itself."""

    name: str
    text: str = field(repr=False)
