"""What is done in more than one phase: showing where the conversation stands, and changing an answer."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.conversation import asking_gaps, events, finished_prompt, interview
from core.conversation import summary as summaries
from core.conversation.answer_names import split_name
from core.conversation.answer_reading import choice_elsewhere, read_typed, says_none
from core.conversation.corrections.answer_changes import corrected, settled, turned, unchanged
from core.conversation.corrections.misunderstandings import wanted_reader
from core.conversation.events import Event, Said
from core.conversation.expected_input import Occasion
from core.conversation.length_words import factor_in
from core.conversation.misplaced_answers import in_characters
from core.conversation.part import Handler
from core.conversation.prompt_events import GenerationRequested
from core.conversation.questions import INTERVIEW, QUESTIONS, Key
from core.conversation.reference_report import as_one, received
from core.conversation.refinement import SETTLED, goes_further, refine
from core.conversation.replies import ShowExport, Tell
from core.conversation.session import Answer, Phase, Session, State
from core.conversation.step import Step, with_answers
from core.conversation.summary_events import OtherWayTaken


def show(session: Session, event: Event) -> Step:
    """Show where the conversation stands."""
    return _SHOWS.get(session.phase, _show_summary)(session, event)


def edit(session: Session, event: events.EditRequested) -> Step:
    """Ask one question again, or which."""
    if event.key is None:
        return summaries.which_answer(session)
    return interview.ask(replace(session, editing=True, asked_again=False), event.key)


def edit_amid(session: Session, event: events.EditRequested) -> Step:
    """Ask a question again that was answered, while another one is open; of one that is still to come, say so."""
    key = event.key
    if key is None:
        return interview.ask_again(session).after(Tell("edit.amid"))
    if session.editing or key is session.asking:
        return interview.ask(replace(session, asked_again=False), key)
    if key in INTERVIEW and key in session.answers:
        return interview.ask(replace(session, asked_again=False), key)
    return interview.ask(session, session.asking, "hint.not_yet")


def finish_early(session: Session, event: Event) -> Step:
    """Go on to the prompt where only what is optional is open; else say that there are questions left."""
    key = session.asking
    if not summaries.is_complete(session):
        return interview.ask(session, key, "hint.purpose" if key is Key.PURPOSE else "hint.not_yet")
    settled = replace(session, editing=False, asked_again=False)
    if not session.editing:
        return interview.finish(settled)
    return (
        finished_prompt.generate(settled, event)
        if isinstance(event, GenerationRequested)
        else _show_summary(settled, event)
    )


def hear_change(session: Session, event: Said) -> Step:
    """Take a typed change at the summary: "길이는 짧게", "표로"."""
    changes = corrected(session.answers, event)
    if changes is not None:
        known = summaries.show_summary(with_answers(session, changes))
        return known if changes else known.after(Tell(unchanged(event), refuses=True))
    named, is_complete = split_name(event.text), summaries.is_complete(session)
    is_wish = (
        is_complete and named and named[0] in SETTLED and goes_further(session.answers, event.text, session.locale)
    )
    if named and not (is_wish or wanted_reader(event.text) or factor_in(event.text)):
        key, rest = named[0], in_characters(*named, session.locale)
        opened = replace(session, asking=key, editing=True, phase=Phase.ASKING, asked_again=False)
        is_answer = read_typed(key, rest) or (QUESTIONS[key].optional and says_none(rest))
        return interview.hear(opened, Said(rest)) if is_answer else interview.ask(opened, key, f"hint.{key}")
    changes = refine(session.answers, event.text, session.locale) if is_complete else None
    if changes is None and (chosen := choice_elsewhere(Key.REFERENCE, event.text)):
        changes = dict([chosen])
    if changes is None:
        return show(session, event).after(Tell("nothing_here", refuses=True))
    return summaries.show_summary(with_answers(session, changes))


def undo(session: Session, _event: Event) -> Step:
    """Take back what was last changed at the summary."""
    before = replace(with_answers(session, session.former), former={})
    return summaries.show_summary(before).after(Tell("change.undone"))


def choose_intent(session: Session, event: events.IntentChosen) -> Step:
    """Take a kind of thing that was pressed on the summary."""
    opened = replace(session, phase=Phase.ASKING, asking=Key.INTENT, editing=True)
    return interview.choose_intent(opened, event)


def settle(session: Session, event: events.AssumptionSettled) -> Step:
    """Take what is right in the place of an assumption, or take that away; what is unknown by now changes nothing."""
    return summaries.show_summary(with_answers(session, settled(session.answers, event)))


def settle_finished(session: Session, event: events.AssumptionSettled) -> Step:
    """Take what is right in the place of an assumption of the finished prompt, which makes another version of it."""
    changed = with_answers(session, settled(session.answers, event))
    if changed.answers == session.answers:
        return Step(session, (Tell("nothing_here", refuses=True),))
    return finished_prompt.generate(changed, event)


def turn(session: Session, event: OtherWayTaken) -> Step:
    """Settle a contradiction the other way; one that is none any more changes nothing."""
    return summaries.show_summary(with_answers(session, turned(session.answers, event.way)))


def turn_finished(session: Session, event: OtherWayTaken) -> Step:
    """Settle a contradiction of the finished prompt the other way, which makes another version of it."""
    if event.way is None:
        return Step(session, (Tell("nothing_here", refuses=True),))
    return finished_prompt.generate(with_answers(session, turned(session.answers, event.way)), event)


def choose_later(session: Session, event: events.Chosen) -> Step:
    """Take a choice pressed on a question that is no longer open."""
    if interview.is_chosen(session, event):
        return Step(session)
    opened = replace(session, phase=Phase.ASKING, asking=event.key, editing=True)
    return interview.choose(opened, event)


def add_reference(session: Session, event: events.ReferenceAdded) -> Step:
    """Take a file dropped after the questions."""
    answered = with_answers(session, {Key.REFERENCE: Answer(event.text)})
    there = replace(answered, document=as_one(event.documents))
    return show(there, event).after(received(event, session.locale))


def refuse_reference(session: Session, event: events.ReferenceRefused) -> Step:
    """Say why a file could not be used, and go on."""
    return show(session, event).after(Tell(event.code, event.details))


def speak(session: Session, event: events.LocaleChosen) -> Step:
    """Change the language of the interface."""
    return show(replace(session, locale=event.locale), event).after(Tell("locale.chosen", occasion=Occasion.LANGUAGE))


def export(session: Session, _event: Event) -> Step:
    """Hand over all data of the person."""
    return Step(session, (ShowExport(),))


def miss_words(session: Session, _event: Event) -> Step:
    """Say that there is nothing to read; the conversation stays where it is."""
    return Step(session, (Tell("nothing_to_read", refuses=True),))


def _show_summary(session: Session, _event: Event) -> Step:
    return summaries.show_summary(session)


_SHOWS: Final[Mapping[State, Handler]] = MappingProxyType(
    {
        Phase.ASKING: lambda session, _event: interview.ask_again(session),
        Phase.GAPS: lambda session, _event: asking_gaps.ask_again(session),
        Phase.OPTIONS: lambda session, _event: summaries.show_options(session),
        Phase.DONE: lambda session, _event: finished_prompt.show_prompt(session),
        Phase.RESTORING: finished_prompt.invite_paste,
    }
)
