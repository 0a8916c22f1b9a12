"""A part of the conversation: what the interview, and each feature, bring to it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.conversation.control_names import Control
from core.conversation.control_specs import ControlSpec
from core.conversation.event_code import EventCode
from core.conversation.events import Event, Said
from core.conversation.replies import Reply, Tell
from core.conversation.session import FeatureData, Session, State
from core.conversation.step import Step
from core.privacy.text import MaskedText

if TYPE_CHECKING:
    from core.conversation.interpretation import Interpretation

Handler = Callable[[Session, Any], Step]
"""Returns what an event leads to."""

Row = tuple[Collection[State], type[Event], Handler]
"""States in which an event is legal, and its handler.

`Phase.GENERATING` stands for every job that is waited for, `Phase.CONFIRMING` for every question to confirm.
"""

Phrase = Callable[[Session, MaskedText], Event | None]
"""Returns what a text asks for in words of its own; None if it is about something else."""

Reader = Callable[["Interpretation", Session, Said], Event | None]
"""Returns what a text stands for in one state; None for an answer, a wish, or whatever else the state takes."""


Reveal = Callable[[Any, Any, Any, Any], Any]
"""Takes a reply that is not shown as others are, its `Outgoing`, `Vault` and `Anonymizer`; returns the `Revealed`."""

Gather = Callable[[Any, Any, Any, Any], Any]
"""Takes a reply, the `Store`, its `Outgoing` and `Revealed`; returns that with what is looked for when it is sent."""


Mark = Callable[[Session, Any], Any]
"""Takes the texts of an event with what was found in them; returns them with what a person wants masked as well."""

FollowUp = Callable[[Any, Any, Event, bool], tuple[Reply, ...]]
"""Takes the `Transaction`, the `StoredSession`, what a job led to, and whether the operator collects prompts; returns
what is asked beneath the replies to that."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is kept, for a platform where it is looked for by its name: `opens` is the event that shows one of it.

    `suggest` takes the `Transaction`, the person, the `Place` and what is typed so far; it returns names with the
    events that open what goes by them. `search` takes any other `RawText`, and returns the `FeatureAction`.
    """

    opens: type[Event]
    suggest: Callable[[Any, str, Any, str], Iterable[tuple[str, Event]]]
    search: Callable[[Any], Any]


MakeRunner = Callable[[Any], Any]
"""Takes the `ModelTools`; returns the `JobRunner`."""


@dataclass(frozen=True, slots=True)
class JobSpec:
    """What a model is waited for; `busy` is the id of what is said to whoever does something else meanwhile.

    `runner` makes who does it; None: whoever makes the prompt.
    """

    state: State
    busy: str
    stop: Handler
    runner: MakeRunner | None = None
    refused: Callable[[int], Event] | None = None
    """What happens where the person has used up what they may ask a model, for so many minutes; None: it is refused."""

    on_text: Handler | None = None
    """Takes what is typed meanwhile; None: it waits as well."""

    def wait(self, session: Session, _event: Event) -> Step:
        """Say that it is still being worked on."""
        return Step(session, (Tell(self.busy, controls=(Control.CANCEL,)),))


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the conversation consists of.

    `states` are its phases and questions to confirm, jobs aside. In those of `listens`, what is typed next is awaited.
    `waits` are events that are legal while a model is waited for, and then do nothing but say so. `codes` are
    those of events that its controls carry. `replies` and `data` are the classes of what it shows and keeps, so that
    they can be read back. `asks` are the questions of its states, for whoever answers apart from the conversation;
    `commands` say which texts ask for the feature wherever commands are typed.
    """

    name: str
    states: tuple[State, ...] = ()
    listens: frozenset[State] = frozenset()
    jobs: tuple[JobSpec, ...] = ()
    rows: tuple[Row, ...] = ()
    waits: tuple[type[Event], ...] = ()
    controls: tuple[ControlSpec, ...] = ()
    codes: tuple[EventCode, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    readers: Mapping[State, Reader] = field(default_factory=dict)
    asks: Mapping[State, Callable[[Session], str]] = field(default_factory=dict)
    commands: tuple[Callable[[str], bool], ...] = ()
    lookup: Lookup | None = None
    marks: tuple[Mark, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reveals: Mapping[type[Reply], Reveal] = field(default_factory=dict)
    gathers: Mapping[type[Reply], Gather] = field(default_factory=dict)
    replies: tuple[type[Reply], ...] = ()
    data: tuple[type[FeatureData], ...] = ()
