"""Everything that can go wrong, split by who can fix it.

PromptgenError
├── PersonError            the person can fix it: what came in is not usable
│   ├── InputError             a line or document on standard input cannot be read (exit 2)
│   │   └── LineRefused            a piped line cannot be taken
│   ├── TextTooLong            more characters than are taken at once
│   ├── FileUnusable           a reference file cannot be read
│   ├── IllegalEvent           the conversation is not at a point where this can happen
│   ├── InterviewGone          the interview that it was to be done to is over or deleted
│   ├── ItemRefused            the operator's policy lets no item of this kind in, not even masked
│   ├── LimitReached           more than one person or one community may ask for
│   └── NotCollecting          the operator collects no training data
├── SetupError             the operator can fix it: settings, keys, files (exit 2)
│   ├── SettingsError          a setting is missing or malformed
│   │   └── NerModelError          the operator's own model cannot be used
│   ├── DataFolderError        the data folder cannot be written
│   ├── DatabaseError          the database file is newer than this program, damaged, or in use
│   ├── VaultKeyError          the vault was written with another key
│   │   └── EmptyKeyError          the key file is there and holds none
│   └── DetectorError          the detector cannot start; nothing is accepted without it
└── ServiceError           nobody here: a service is down for the moment; trying again helps
    ├── StoreUnavailable       the database does not answer
    ├── DeliveryRefused        the platform will never take this reply
    ├── PlatformUnreachable    the platform cannot be reached, or takes nothing at the moment
    └── ModelUnavailable       the model does not answer

Each carries a `code`, the name of its sentence among the interface texts, and `details` that hold numbers and
names of settings, never text that a person wrote. The translation to a sentence happens once, in `bots.relay`.
"""

from collections.abc import Mapping
from typing import ClassVar


class PromptgenError(Exception):
    """Anything promptgen raises on purpose."""

    code: ClassVar[str] = "unexpected"

    def __init__(self, **details: str | int) -> None:
        self.details = details
        super().__init__(self.code)


class PersonError(PromptgenError):
    """The person can fix it."""


class InputError(PersonError):
    """Standard input cannot be read; `line` (from 1), `reason` and perhaps `keys` say where and why."""

    code = "input_unreadable"


class LineRefused(InputError):  # noqa: N818 - says what happened to the line
    """A piped line cannot be taken; `line` (from 1) says which, `text` is the sentence that says why."""

    code = "line_refused"

    def __init__(self, line: int, text: str, details: Mapping[str, str | int]) -> None:
        super().__init__(**{**details, "line": line, "text": text})


class TextTooLong(PersonError):  # noqa: N818 - says what is the matter, not what it is
    """More characters than are taken at once; `max` says how many are."""

    code = "too_long"


class FileUnusable(PersonError):  # noqa: N818 - says what is the matter, not what it is
    """A reference file cannot be read; the interview goes on without it.

    `reference.<reason>` is the sentence on its `reason`, which says what to do instead; the other details stand in it.
    """

    code = "file_unusable"


class IllegalEvent(PersonError):  # noqa: N818 - the conversation's own term
    """The conversation is not at a point where this can happen; nothing has changed."""

    code = "illegal_event"


class InterviewGone(PersonError):  # noqa: N818 - says what is the matter, not what it is
    """The interview that this was to be done to is over, or was deleted."""

    code = "interview_gone"


class ItemRefused(PersonError):  # noqa: N818 - says what happened to the item
    """The operator's policy lets no item of this kind in, not even masked; `types` names the kinds, comma-separated."""

    code = "item_refused"


class LimitReached(PersonError):  # noqa: N818 - says what is the matter, not what it is
    """More than one person or one community may ask for; nothing of it was taken.

    `reason` is `turns`, `prompts` or `files` (with `seconds` and `minutes` to wait, and `known` 1 when the person was
    told a moment ago), or `interviews` (with `max`, how many may be open).
    """

    code = "limit_reached"


class NotCollecting(PersonError):  # noqa: N818 - says what is the matter, not what it is
    """The operator collects no training data, so there is nothing to agree to."""

    code = "not_collecting"


class SetupError(PromptgenError):
    """The operator can fix it."""


class SettingsError(SetupError):
    """A setting is missing or malformed; `names` lists them, `example` shows how one is written."""

    code = "settings_invalid"


class NerModelError(SettingsError):
    """The operator's own model cannot be used.

    `reason` is `missing` (no such folder, no such pipeline), `extra` (what it runs on is not installed), `tokenizer`
    (it has none, or none that tells places), `labels` (none that is personal, or never trained) or `unreadable`.
    """

    code = "ner_model"

    def __init__(self, *, reason: str) -> None:
        super().__init__(names="PROMPTGEN_NER_MODEL", reason=reason)


class DataFolderError(SetupError):
    """The data folder cannot be written; `path` names it."""

    code = "data_folder_unwritable"


class DatabaseError(SetupError):
    """The database cannot be used: `reason` is `newer`, `damaged` or `in_use`."""

    code = "database_unusable"


class VaultKeyError(SetupError):
    """The vault was written with another key."""

    code = "vault_key_wrong"


class EmptyKeyError(VaultKeyError):
    """The vault's key file is there and holds no key; `path` names it."""

    code = "vault_key_empty"


class DetectorError(SetupError):
    """The detector cannot start; nothing is accepted without it."""

    code = "detector_unavailable"


class ServiceError(PromptgenError):
    """A service is down for the moment; trying again helps."""


class StoreUnavailable(ServiceError):  # noqa: N818 - says what is the matter, not what it is
    """The database does not answer."""

    code = "store_unavailable"


class DeliveryRefused(ServiceError):  # noqa: N818 - says what is the matter, not what it is
    """The platform will never take this reply: its channel is gone, its person has left; `reason` is the platform's."""

    code = "delivery_refused"


class PlatformUnreachable(ServiceError):  # noqa: N818 - says what is the matter, not what it is
    """The platform cannot be reached, or takes nothing at the moment; `platform` names it, `reason` is its own."""

    code = "platform_unreachable"


class ModelUnavailable(ServiceError):  # noqa: N818 - says what is the matter, not what it is
    """The model does not answer; the composer's own text stands."""

    code = "model_unavailable"
