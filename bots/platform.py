"""What a platform fulfils: all that is known of one outside its folder. `registry.py` says which there are.

Each fulfils these roles, in files of these names. `tests/bots/test_platforms.py` holds all of `PLATFORMS` to them, and
mypy the objects in their `app.py`.

- Inbound (`inbound.py`): payloads as `Incoming`, pure. `id` is the platform's own, the same when it is delivered again;
  of several things that one payload leads to, the last has the id itself. `session` and `parent_message` are told where
  the platform tells them. The relay's `handle` takes it.
- Place (`places.py`): `workspace` is within which a person is the same one and forgets everything at once. Where that
  is the platform as a whole it goes by the platform's name, and `channel` is then whose limits and library people
  share, with `@` before it where they share none. `private` says that nobody else reads along, `guest` that the person
  belongs to another company.
- Renderer (`render.py`, `replies/`): how each class of `Reply` looks, as a registry that lacks none.
- `Outbox` (`outbox.py`): sends what was committed, each reply once. A `StreamingOutbox` shows answers as they grow.
- `FileSource` (`files.py`): fetches what people send along; `bots.shared.reference_files` reads it.
- Session look-up: `bots.shared.interview_lookup`, the same for all.
- `Lifecycle` (`app.py`): how a bot comes and goes; `bots.shared.lifecycle` runs it.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from core.conversation.replies import Reply
from core.errors import PromptgenError
from core.messages import Outgoing, Place, Revealed
from core.privacy.text import RawText
from core.settings import Settings

if TYPE_CHECKING:
    import asyncio

    from bots.container import Container
    from bots.ops.check_result import CheckResult

_Upload = TypeVar("_Upload")
_Shown = TypeVar("_Shown")
_Context = TypeVar("_Context")

Renderer = Callable[[Any, Revealed, _Context], _Shown]
"""Takes a reply, all that is revealed with it, and where it is rendered; returns what is shown."""


class Outbox(Protocol):
    """Sends rendered replies to a platform."""

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Show a reply; return the platform's id of the message.

        The same `outgoing.id` may come twice after a crash: where messages stay, it is then shown once.

        Raises:
            DeliveryRefused: The platform will never take it; any other exception means that it may later.
        """


@runtime_checkable
class StreamingOutbox(Protocol):
    """An outbox that can show an answer while it is being written."""

    partials_every_s: float

    async def stream_partial(self, outgoing: Outgoing, revealed: Revealed) -> None:
        """Show what there is of it, in the place of the progress; what cannot be shown is left."""


class FileSource(Protocol[_Upload]):
    """Where the files lie that people send along."""

    def name_of(self, upload: _Upload) -> RawText:
        """Return the name of a file."""

    async def known(self, place: Place, upload: _Upload) -> _Upload:
        """Return a file with what the platform tells of it only when asked.

        Raises:
            FileUnusable: It is none that can be read.
        """

    async def fetch(self, place: Place, upload: _Upload) -> bytes:
        """Return the content of a file.

        Raises:
            FileUnusable: It is too large, does not arrive, or is kept from us.
        """


@dataclass(frozen=True, slots=True)
class Connection:
    """A bot that is connected: whether events reach it now, and the task, if there is one, whose end is the bot's."""

    is_connected: Callable[[], Awaitable[bool]]
    running: "asyncio.Task[None] | None" = None


class Lifecycle(Protocol):
    """How a bot comes and goes."""

    def check(self, settings: Settings) -> None:
        """See that the settings are complete.

        Raises:
            SettingsError: Some are missing or wrong; `names` lists them.
        """

    def share(self, settings: Settings, number: int) -> Settings:
        """Return the settings of one of several processes, with what is its own."""

    async def connect(self, parts: "Container", stack: AsyncExitStack) -> Connection:
        """Connect the bot; `stack` ends it, when what is being handled has come to its end."""

    def failure(self, error: Exception) -> PromptgenError | None:
        """Return what an exception of the platform's library says; None for one that nobody foresaw."""


Checks = Callable[[Settings], AsyncIterator["CheckResult"]]
"""Looks at what a bot needs, for the doctor."""


@dataclass(frozen=True, slots=True)
class Platform:
    """The objects that fulfil the roles of one that lives as long as a command."""

    name: str
    renderers: Mapping[type[Reply], Renderer[Any, Any]]


@dataclass(frozen=True, slots=True)
class Bot(Platform):
    """The objects that fulfil the roles of one that a process of its own serves."""

    lifecycle: Lifecycle
    checks: Checks
