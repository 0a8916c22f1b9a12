"""What is said in passing at any point: what can be typed here, that it stays, that it is left for later."""

from collections.abc import Mapping
from typing import Final

from core.conversation import any_phase, asking_gaps, finished_prompt, interview, starting, summary
from core.conversation.control_names import Control
from core.conversation.events import Event, ItemSwitched
from core.conversation.expected_input import Expects, Occasion
from core.conversation.prompt_events import VersionChosen
from core.conversation.replies import Tell
from core.conversation.session import Phase, Session, State
from core.conversation.step import Step

_HELP: Final[Mapping[State, str]] = {
    Phase.NEW: "help.new",
    Phase.SUMMARY: "help.summary",
    Phase.OPTIONS: "help.summary",
    Phase.DONE: "help.done",
    Phase.RESTORING: "help.restoring",
}


def help_here(session: Session, event: Event) -> Step:
    """Say what can be typed here, and show again what is asked."""
    if session.phase in {Phase.NEW, Phase.DONE}:
        return Step(session, (Tell(_HELP[session.phase], expects=Expects.WORDS),))
    return any_phase.show(session, event).after(Tell(_HELP.get(session.phase, "help.asking")))


def keep(session: Session, event: Event) -> Step:
    """Go on with what is there: the answer, the suggestion, the answers, the prompt."""
    match session.phase:
        case Phase.ASKING:
            return interview.keep_answer(session)
        case Phase.GAPS:
            return asking_gaps.leave(session, event)
        case Phase.SUMMARY | Phase.OPTIONS:
            return finished_prompt.generate(session, event)
        case _:
            return Step(session, (Tell("kept.prompt", expects=Expects.WISH),))


def pause(session: Session, _event: Event) -> Step:
    """Leave the interview for later; it lies where it is."""
    if session.phase is Phase.DONE:
        return Step(session, (Tell("later.done", occasion=Occasion.LEAVING),))
    where = {"where": starting.place_of(session)}
    return Step(session, (Tell("later", where, (Control.RESUME,), occasion=Occasion.LEAVING),))


def choose_version(session: Session, event: VersionChosen) -> Step:
    """Bring a version back amid a change, or say that there is none yet and show again what is asked."""
    if session.versions:
        return finished_prompt.choose_version(session, event)
    return any_phase.show(session, event).after(Tell("version.none"))


def deny(session: Session, event: Event) -> Step:
    """Ask which masked item is meant."""
    labels = ", ".join(item.label for item in session.items if not item.kept)
    told = Tell("deny.which", {"labels": labels}, expects=Expects.WORDS) if labels else Tell("deny.none")
    return Step(session, (told,)) if session.phase is Phase.DONE else any_phase.show(session, event).after(told)


def keep_readable(session: Session, labels: tuple[str, ...]) -> Step:
    """Keep items as written; where there are none, show where the conversation stands."""
    for label in labels[:-1]:
        session = summary.toggled(session, ItemSwitched(label, kept=True))
    last = labels[-1] if labels else ""
    return (
        switch(session, ItemSwitched(last, kept=True)) if last else any_phase.show(session, ItemSwitched("", kept=True))
    )


def switch(session: Session, event: ItemSwitched) -> Step:
    """Keep an item as written, or mask it again; a question that is open stays open."""
    if session.phase not in {Phase.ASKING, Phase.GAPS}:
        return summary.switch_item(session, event)
    toggled = summary.toggled(session, event)
    return any_phase.show(toggled, event).after(
        Tell("item.kept" if event.kept else "item.masked", {"label": event.label})
    )
