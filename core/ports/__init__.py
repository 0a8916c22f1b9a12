"""The roles that the use case needs filled; each has adapters named after their vendor."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from core.conversation.session import Unit
from core.ports.inbox import Inbox as Inbox
from core.ports.store import Store as Store
from core.ports.store import Transaction as Transaction
from core.ports.stored_session import StoredSession as StoredSession
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.dialogue import Dialogue, Ended, Piece
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.prompting.request import ModelRequest, ModelResponse
from core.prompting.revising import Revision


class Detector(Protocol):
    """Finds personal items."""

    def detect(self, text: RawText) -> tuple[Span, ...]:
        """Return what is personal in `text`: sorted, not overlapping.

        Raises:
            DetectorError: The detector cannot work; the text must then not be accepted.
        """


class Advisor(Protocol):
    """Adds to a composed prompt what the person did not say and this very task needs."""

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with the substance that a model has added, and a record of what was kept and dropped.

        It answers within its own time budget; what is not ready by then is left out.

        Raises:
            ModelUnavailable: No model answers; the composition stands as it is.
        """

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        """Return it with the model's own prompt, with all of that substance, where the model can; else as it is.

        While it is being written, what of it the guard lets through is `on_draft`.
        """


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a reference file in parts (pages, slides, or pieces of a page's size), one without text empty.

    What was `read` and what was `unread` is counted.
    """

    parts: tuple[RawText, ...]
    read: Mapping[Unit, int] = field(default_factory=dict)
    unread: Mapping[Unit, int] = field(default_factory=dict)


class ReferenceReader(Protocol):
    """Reads the text of reference files."""

    def extract(self, content: bytes, name: RawText) -> Extract:
        """Return the text of a document or a text file, of which `name` may tell the kind.

        It blocks for seconds at most.

        Raises:
            FileUnusable: The file is of another kind, too big, encrypted, damaged, without text, or takes too long.
        """


class Reviser(Protocol):
    """Reads wishes that the rules do not understand."""

    async def revise(self, brief: Brief, wish: MaskedText) -> Revision:
        """Return the answers that a wish changes; empty when nothing can be made of it.

        Raises:
            ModelUnavailable: No model answers.
        """


class Assistant(Protocol):
    """Answers freely, as it writes: the model of one endpoint."""

    @property
    def name(self) -> str:
        """The endpoint's name in the settings."""

    @property
    def model(self) -> str:
        """The model that answers; empty until it is known."""

    def stream(self, dialogue: Dialogue, seconds: float) -> AsyncGenerator[Piece | Ended, None]:
        """Yield the answer piece by piece, then how it ended, within so many seconds.

        Closing the generator (`contextlib.aclosing`) stops the model too. An answer that goes round in circles is cut
        off.

        Raises:
            ModelUnavailable: No model answers, or it broke off; what came before is all there is.
        """


class Responder(Protocol):
    """Answers one request under its grammar, at once and whole."""

    @property
    def context(self) -> int:
        """How many tokens a request and its answer may take; 0 until it is known."""

    async def ask(self, request: ModelRequest, seconds: float) -> ModelResponse:
        """Return the answer within so many seconds.

        Raises:
            ModelUnavailable: No model answers.
        """
