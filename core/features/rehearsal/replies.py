"""What is shown in a rehearsal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from core.conversation.control_names import Control
from core.conversation.replies import Reply
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Review
from core.features.rehearsal.talk import TalkLine
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class ShowCast(Reply):
    """List those whom one can rehearse with."""

    personas: tuple[Persona, ...]
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowPersona(Reply):
    """Show somebody whom one can rehearse with, and say what comes next: `text` is the sentence, `details` its places.

    `goal` is what was to be brought across so far.
    """

    ends: ClassVar[bool] = True
    in_place: ClassVar[bool] = True
    persona: Persona
    text: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    goal: MaskedText | None = None
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowLine(Reply):
    """Show what the persona says; `text` is the id of a sentence that follows it, if one does."""

    ends: ClassVar[bool] = True
    in_place: ClassVar[bool] = True
    name: MaskedText
    line: TalkLine
    text: str | None = None
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowReview(Reply):
    """Show how the rehearsal with somebody went."""

    ends: ClassVar[bool] = True
    in_place: ClassVar[bool] = True
    name: MaskedText
    review: Review
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowDocument(Reply):
    """Hand over a text to take along, masked: `title` is the id of what it is called."""

    title: str
    text: MaskedText
    controls: tuple[Control, ...] = ()
