"""The conversation: what a person did, in the state the session is in, leads to a step.

One table holds every legal pair of state and event; it is put together from the parts of the conversation: the
interview's own, and each feature's. A state is a phase, or more closely the job that is waited for, or the question
that is to be confirmed: where there is no row for these, that of their phase counts. Any other pair raises
`IllegalEvent` and changes nothing.

What is typed is interpreted once, before the table is looked at. What it stands for counts where that is legal.

Some phases lie over another one, such as a question whether something is to be done. What they have no use for puts an
end to them and counts in the phase beneath.

What is done beneath an older version of the prompt is done to that version.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from core.conversation import events, finished_prompt
from core.conversation.confirming import loses_answers
from core.conversation.control_names import Where
from core.conversation.control_specs import ControlTable
from core.conversation.events import Event, Said
from core.conversation.interpretation import Interpretation
from core.conversation.part import Handler, JobSpec, Part
from core.conversation.replies import Prefaced, Reply, ShowPrompt
from core.conversation.session import Overlay, Phase, Session, State
from core.conversation.step import Step
from core.conversation.surroundings import NOTHING, Surroundings
from core.errors import IllegalEvent

Table = Mapping[tuple[State, type[Event]], Handler]


@dataclass(frozen=True, slots=True)
class Machine:
    """The parts of the conversation, put together."""

    transitions: Table
    interpretation: Interpretation
    states: Mapping[str, State]
    listens: frozenset[State]
    overlays: frozenset[State]
    jobs: Mapping[State, JobSpec]

    @classmethod
    def of(cls, parts: tuple[Part, ...]) -> "Machine":
        """Return the machine of these parts; where two give the same pair a row, the later one's counts."""
        readers = {state: read for part in parts for state, read in part.readers.items()}
        phrases = tuple(phrase for part in parts for phrase in part.phrases)
        controls = ControlTable.of(spec for part in parts for spec in part.controls)
        states = {str(state): state for part in parts for state in (*part.states, *(job.state for job in part.jobs))}
        return cls(
            MappingProxyType(dict(_rows(parts))),
            Interpretation(controls, phrases, MappingProxyType(readers)),
            MappingProxyType(states),
            frozenset().union(*(part.listens for part in parts)),
            frozenset(kind.over for part in parts for kind in part.data if issubclass(kind, Overlay)),
            MappingProxyType({job.state: job for part in parts for job in part.jobs}),
        )

    @property
    def controls(self) -> ControlTable:
        """All that is known of each control."""
        return self.interpretation.controls

    def advance(self, session: Session, event: Event, version: int = 0, around: Surroundings = NOTHING) -> Step:
        """Return the step that an event leads to; `version` is the one beneath which it was done, 0 for none.

        Raises:
            IllegalEvent: This cannot happen in the session's state; the session is as it was.
        """
        if isinstance(event, Said):
            event = replace(event, control=self.controls.named(event.text))
        session, event = self._interpreted(session, event)
        handler = self.handler(session.state, session.phase, type(event))
        if handler is None:
            raise IllegalEvent
        event = replace(event, around=around)
        step = handler(finished_prompt.at_version(session, version) if event.to_a_version else session, event)
        step = replace(step, session=_remembering(session, step.session))
        step = replace(step, replies=tuple(self._with_controls(reply, step.session, around) for reply in step.replies))
        if not event.in_passing:
            return step
        return replace(step, session=finished_prompt.back_from(step.session, session), in_passing=True)

    def refused(self, state: State, minutes: int) -> Event | None:
        """Return what happens to a job for which a person has used up what they may ask; None: it cannot be begun."""
        job = self.jobs.get(state)
        return job.refused(minutes) if job and job.refused else None

    def handler(self, state: State, phase: State, event: type[Event]) -> Handler | None:
        """Return what handles an event in a state, or else in its phase; None where it is not legal."""
        return self.transitions.get((state, event)) or self.transitions.get((phase, event))

    def _interpreted(self, session: Session, event: Event) -> tuple[Session, Event]:
        """Return what an event is to the session, without what it puts an end to there."""
        found = self.interpretation.of(session, event)
        if found is not None and self._is_legal(session, found):
            return session, found
        uncovered = session.uncovered
        stays = uncovered is session or (found is None and self._is_legal(session, event))
        return (session, event) if stays else self._interpreted(uncovered, event)

    def _is_legal(self, session: Session, event: Event) -> bool:
        return self.handler(session.state, session.phase, type(event)) is not None

    def _with_controls(self, reply: Reply, session: Session, around: Surroundings) -> Reply:
        """Return a reply with the controls that are offered with it."""
        if isinstance(reply, ShowPrompt):
            at_hand, menu = (self.controls.offered(where, session, around) for where in (Where.PROMPT, Where.MENU))
            return replace(reply, controls=at_hand, menu=menu, shared=around.shared)
        if isinstance(reply, Prefaced):
            reply = replace(reply, risks_answers=loses_answers(session))
        return reply.offering(self.controls.offered(reply.where, session, around)) if reply.where else reply


def _remembering(before: Session, after: Session) -> Session:
    """Return the session with the answers that were changed at the summary, as they were, until the prompt is made."""
    if after.phase in {Phase.GENERATING, Phase.DONE}:
        return replace(after, former={}) if after.former else after
    if after.answers == before.answers or after.former != before.former:
        return after
    is_looked_over = before.phase in {Phase.SUMMARY, Phase.OPTIONS} or before.editing
    keys = {*before.answers, *after.answers} if is_looked_over else ()
    changed = (key for key in keys if before.answers.get(key) != after.answers.get(key))
    return replace(after, former={key: before.answers.get(key) for key in changed})


def _rows(parts: tuple[Part, ...]) -> Iterator[tuple[tuple[State, type[Event]], Handler]]:
    waits = [event for part in parts for event in part.waits]
    for job in (job for part in parts for job in part.jobs):
        yield from (((job.state, event), job.wait) for event in (*waits, events.Resumed))
        yield (job.state, Said), job.on_text or job.wait
        yield (job.state, events.Cancelled), job.stop
    for part in parts:
        for states, event, handler in part.rows:
            yield from (((state, event), handler) for state in states)
