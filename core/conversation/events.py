"""What can happen in an interview."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from core.conversation.control_names import Control
from core.conversation.questions import Key
from core.conversation.session import Document
from core.conversation.surroundings import NOTHING, Surroundings
from core.conversation.understood import Named, OtherWay, Removal
from core.privacy.text import MaskedText
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that can happen; features have events of their own.

    Done `in_passing`, it leaves the talk where it was; done `to_a_version`, it is about the one it was done beneath.
    What is `around` it the machine puts in.
    """

    in_passing: ClassVar[bool] = False
    to_a_version: ClassVar[bool] = False
    around: Surroundings = field(default=NOTHING, kw_only=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Started(Event):
    """A person asked for an interview, perhaps with its purpose already.

    `since` says in words when the one that they left unfinished was last changed; the use case puts it in.
    """

    purpose: MaskedText | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Said(Event):
    """A person typed something: an answer, a word of the controls, or a wish about the finished prompt.

    `has_reader` says that there is a model to read a wish which the rules do not understand. `key` is the question that
    it was written under, where the platform tells; `slot` is that of a gap. `named` is the kind of thing that the text
    asks for instead, `settled` the assumption that it sets right, `gone` the lines that it takes away,
    `answered` the gap that it answers, `other_way` that of a contradiction which it takes. `control` is the one whose
    word it is; the machine looks for it.
    """

    to_a_version: ClassVar[bool] = True
    text: MaskedText
    has_reader: bool = False
    key: Key | None = None
    named: Named | None = None
    settled: "AssumptionSettled | None" = None
    gone: Removal | None = None
    slot: str = ""
    answered: "GapAnswered | None" = None
    other_way: OtherWay | None = None
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class ChangeUndone(Event):
    """A person took back what they had last changed at the summary."""


@dataclass(frozen=True, slots=True)
class SentNoWords(Event):
    """A person sent something without words or files: a sticker, a poll."""


@dataclass(frozen=True, slots=True)
class Chosen(Event):
    """A person pressed a choice of the question `key`."""

    key: Key
    choice: str


@dataclass(frozen=True, slots=True)
class SuggestionTaken(Event):
    """A person confirms what they said before as the answer to the question `key`."""

    key: Key


@dataclass(frozen=True, slots=True)
class IntentChosen(Event):
    """A person says what is to be made, by the id of an intent; `name` is what it is called.

    `form` takes the place of one that was typed and names another kind.
    """

    intent: str
    name: str = ""
    form: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class FamilyOpened(Event):
    """A person looks at the kinds of one family."""

    family: str


@dataclass(frozen=True, slots=True)
class AssumptionSettled(Event):
    """A person answers what was assumed: by an option, from 1; 0 takes the assumption away.

    `line` is the answer as it stands in the prompt, `assumed` the line that it stands for.
    """

    to_a_version: ClassVar[bool] = True
    slot: str
    option: int = 0
    line: MaskedText | None = None
    assumed: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class SettingChosen(Event):
    """A person takes what was offered for an optional setting, from 1, or takes it away; `text` is its wording."""

    key: Key
    option: int
    text: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class GapsFound(Event):
    """What the answers leave open is to be asked for: the slots, in the order of the questions."""

    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapAnswered(Event):
    """A person answers what was left open: by an option, from 1; 0 leaves it to the AI, unless `line` says otherwise.

    `line` is the answer as it stands in the prompt, `head` how every answer to this question begins there.
    """

    to_a_version: ClassVar[bool] = True
    slot: str
    option: int = 0
    line: MaskedText | None = None
    head: str = ""


@dataclass(frozen=True, slots=True)
class QuestionsSwitched(Event):
    """A person wants to be asked about gaps, or not any more."""

    in_passing: ClassVar[bool] = True
    wanted: bool


@dataclass(frozen=True, slots=True)
class FormRequested(Event):
    """A person wants to answer everything at once."""


@dataclass(frozen=True, slots=True)
class FormSent(Event):
    """A person sent the form; an empty text clears what is optional and leaves the rest as it was."""

    answers: Mapping[Key, MaskedText]


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be used among others that could; `code` and `details` as in `ReferenceRefused`."""

    name: MaskedText
    code: str
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class ReferenceAdded(Event):
    """Files were read as the reference; `refused` are others that came with them."""

    documents: tuple[Document, ...]
    text: MaskedText
    refused: tuple[RefusedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceRefused(Event):
    """A file could not be used; `code` names the sentence that says why, `details` its numbers."""

    code: str
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """A person wants to go on where the unfinished interview stopped."""


@dataclass(frozen=True, slots=True)
class WentBack(Event):
    """A person wants the question before."""


@dataclass(frozen=True, slots=True)
class HelpRequested(Event):
    """A person asks what can be typed here."""

    in_passing: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class KeptAsIs(Event):
    """A person leaves what is there as it is."""


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """A person leaves the interview for later."""


@dataclass(frozen=True, slots=True)
class ItemDenied(Event):
    """A person says that a masked item is nothing personal, and it is not clear which."""


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """A person leaves an optional question out."""


@dataclass(frozen=True, slots=True)
class Restarted(Event):
    """A person starts over."""


@dataclass(frozen=True, slots=True)
class Cancelled(Event):
    """A person ends the interview, or stops the generation."""


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """A person goes on elsewhere with all that they answered: what is left here ends."""


@dataclass(frozen=True, slots=True)
class EditRequested(Event):
    """A person wants to change one answer; no key: they are shown which there are."""

    to_a_version: ClassVar[bool] = True
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class OptionsOpened(Event):
    """A person wants to add optional settings."""


@dataclass(frozen=True, slots=True)
class SummaryRequested(Event):
    """A person wants to see the summary again."""


@dataclass(frozen=True, slots=True)
class ItemSwitched(Event):
    """A person keeps a masked item as written, or masks it again."""

    label: str
    kept: bool


@dataclass(frozen=True, slots=True)
class ExportRequested(Event):
    """A person wants a copy of all their data."""


@dataclass(frozen=True, slots=True)
class ForgetRequested(Event):
    """A person wants all their data deleted."""


@dataclass(frozen=True, slots=True)
class Confirmed(Event):
    """A person confirms what they were asked to confirm."""


@dataclass(frozen=True, slots=True)
class LocaleChosen(Event):
    """A person wants another language of the interface."""

    locale: Locale
