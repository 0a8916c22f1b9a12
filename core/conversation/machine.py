"""The conversation as a transition table.

A pair of phase and event that is in the table leads to the step its handler returns; every other pair raises
`IllegalEvent` and changes nothing. Typed text is looked at first for what it stands for (a control, the name of an
answer, the switch of a masked item); where that is legal it is taken for it, else it is an answer or a wish.
What a kept prompt asks for is taken before anything else; whatever is no value ends the asking and counts as usual.
A person who was asked to confirm a deletion either confirms, or the deletion is off and what they did counts as usual.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from core.conversation import (
    comparing,
    consent,
    events,
    feedback,
    interview,
    library,
    rehearsing,
    results,
    taking,
    trying,
    variants,
)
from core.conversation import summary as summaries
from core.conversation.controls import Control, control_in
from core.conversation.events import Event, Said
from core.conversation.library_words import asks_for_library
from core.conversation.questions import INTERVIEW, Key
from core.conversation.reading import read
from core.conversation.refining import refine
from core.conversation.replies import ShowExport, Tell
from core.conversation.session import Answer, Errand, Phase, Session
from core.conversation.step import Step, with_answers
from core.conversation.typed import meaning_of, split_name
from core.errors import IllegalEvent

Handler = Callable[[Session, Any], Step]


def advance(session: Session, event: Event) -> Step:
    """Return the session after an event with what to show for it.

    Raises:
        IllegalEvent: This cannot happen in the session's phase; the session is as it was.
    """
    if session.confirming_forget:
        return _settle_forgetting(session, event)
    if session.filling:
        step = library.fill_on(session, event, session.filling)
        if step is not None:
            return step
        session = replace(session, filling=None)
    event = meant(session, event)
    handler = TRANSITIONS.get((session.phase, type(event)))
    if handler is None:
        raise IllegalEvent
    return handler(session, event)


def meant(session: Session, event: Event) -> Event:
    """Return what a typed text stands for where that is legal; any other event, and any other text, as it is."""
    if not isinstance(event, Said) or session.confirming_forget:
        return event
    if session.filling and not asks_for_library(event.text):
        return event
    found = meaning_of(session, event.text)
    if session.errand in rehearsing.ERRANDS and not isinstance(found, _MEANT_WHILE_WAITING):
        return event
    return found if found is not None and (session.phase, type(found)) in TRANSITIONS else event


def show(session: Session, event: Event) -> Step:
    """Show where the conversation stands."""
    return _SHOWS.get(session.phase, _show_summary)(session, event)


def edit(session: Session, event: events.EditRequested) -> Step:
    """Ask one question again, or which."""
    if event.key is None:
        return summaries.which_answer(session)
    return interview.ask(replace(session, editing=True, asked_again=False), event.key)


def hear_change(session: Session, event: Said) -> Step:
    """Take a typed change at the summary: "길이는 짧게", "표로"."""
    named = split_name(event.text)
    if named:
        key, rest = named
        opened = replace(session, asking=key, editing=True, phase=Phase.ASKING, asked_again=False)
        return interview.hear(opened, Said(rest)) if read(key, rest) else interview.ask(opened, key, f"hint.{key}")
    changes = refine(session.answers, event.text, session.locale) if summaries.is_complete(session) else None
    if changes is None:
        return show(session, event).after(Tell("nothing_here"))
    return summaries.show_summary(with_answers(session, changes))


def choose_later(session: Session, event: events.Chosen) -> Step:
    """Take a choice pressed on a question that is no longer open."""
    opened = replace(session, phase=Phase.ASKING, asking=event.key, editing=True)
    return interview.choose(opened, event)


def add_reference(session: Session, event: events.ReferenceAdded) -> Step:
    """Take a file dropped after the questions."""
    answered = with_answers(session, {Key.REFERENCE: Answer(event.text)})
    return show(replace(answered, document=event.document), event).after(interview.received(event))


def refuse_reference(session: Session, event: events.ReferenceRefused) -> Step:
    """Say why a file could not be used, and go on."""
    return show(session, event).after(Tell(event.code, event.details))


def hear_waiting(session: Session, event: events.Said) -> Step:
    """Take what is said while a model is waited for."""
    rehearses = session.errand in rehearsing.ERRANDS
    return rehearsing.hear_meanwhile(session, event) if rehearses else wait(session, event)


def wait(session: Session, event: Event) -> Step:
    """Say that a model is still waited for."""
    return (rehearsing.wait if session.errand in rehearsing.ERRANDS else results.wait)(session, event)


def leave_rehearsal(session: Session, event: Event) -> Step:
    """End the rehearsal and show where it was begun."""
    return rehearsing.leave(session, lambda back: show(back, event))


def stop(session: Session, event: events.Cancelled) -> Step:
    """Stop what a model is waited for."""
    return _STOPS[session.errand](session, event)


def speak(session: Session, event: events.LocaleChosen) -> Step:
    """Change the language of the interface."""
    return show(replace(session, locale=event.locale), event).after(Tell("locale.chosen"))


def confirm_forgetting(session: Session, _event: Event) -> Step:
    """Ask before everything is deleted."""
    question = Tell("forget.confirm", controls=(Control.CONFIRM, Control.CANCEL))
    return Step(replace(session, confirming_forget=True), (question,))


def export(session: Session, _event: Event) -> Step:
    """Hand over all data of the person."""
    return Step(session, (ShowExport(),))


def miss_words(session: Session, _event: Event) -> Step:
    """Say that there is nothing to read; the conversation stays where it is."""
    return Step(session, (Tell("nothing_to_read"),))


def _settle_forgetting(session: Session, event: Event) -> Step:
    off = replace(session, confirming_forget=False)
    control = control_in(event.text) if isinstance(event, Said) else None
    if isinstance(event, events.Confirmed) or control is Control.CONFIRM:
        return Step(replace(off, phase=Phase.FORGOTTEN), (Tell("forget.done"),))
    if isinstance(event, events.Cancelled) or control is Control.CANCEL:
        return Step(off, (Tell("forget.kept"),))
    return advance(off, event)


def _show_summary(session: Session, _event: Event) -> Step:
    return summaries.show_summary(session)


_SHOWS: Final[Mapping[Phase, Handler]] = MappingProxyType(
    {
        Phase.ASKING: lambda session, _event: interview.ask_again(session),
        Phase.OPTIONS: lambda session, _event: summaries.show_options(session),
        Phase.GENERATING: wait,
        Phase.DONE: lambda session, _event: results.show_prompt(session),
        Phase.RESTORING: results.invite_paste,
        **dict.fromkeys(rehearsing.PHASES, rehearsing.show),
    }
)
_STOPS: Final[Mapping[Errand, Handler]] = MappingProxyType(
    {
        Errand.PROMPT: results.stop_generating,
        Errand.TRY: trying.stop,
        Errand.COMPARE: comparing.stop,
        **dict.fromkeys(rehearsing.ERRANDS, rehearsing.stop_waiting),
    }
)
_MEANT_WHILE_WAITING: Final = (events.Cancelled, events.ForgetRequested, events.ExportRequested)
"""What somebody who waits for a persona may mean by a word of the controls; any other is said to it."""

_PRESSED_TWICE: Final = (
    events.RehearsalRequested,
    events.PersonaChosen,
    events.RetryRequested,
    events.ReviewRequested,
    events.TryRequested,
    events.CompareRequested,
)
_ANYWHERE: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.ForgetRequested: confirm_forgetting,
        events.ExportRequested: export,
        events.ConsentRequested: consent.ask,
        events.ConsentGiven: consent.give,
        events.ConsentWithdrawn: consent.withdraw,
        events.LibraryRequested: library.look,
        events.LibraryExported: library.hand_over,
        events.EntryOpened: library.open_entry,
        events.EntryUsed: library.use,
        events.EntryAmended: library.amend,
        events.SentNoWords: miss_words,
    }
)
_BEGUN_ANYWHERE: Final[Mapping[type[Event], Handler]] = MappingProxyType({events.RehearsalRequested: rehearsing.begin})
_REHEARSAL: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.SentNoWords: miss_words,
        events.ForgetRequested: confirm_forgetting,
        events.ExportRequested: export,
        **_BEGUN_ANYWHERE,
        events.Started: rehearsing.offer_resume,
        events.Resumed: show,
        events.Cancelled: leave_rehearsal,
        events.LocaleChosen: speak,
        events.AnswerPasted: results.restore_beside,
    }
)
_UNFINISHED: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.Started: interview.offer_resume,
        events.Resumed: show,
        events.Restarted: interview.restart,
        events.Cancelled: results.cancel,
        events.FormRequested: interview.open_form,
        events.FormSent: interview.take_form,
        events.ReferenceRefused: refuse_reference,
        events.AnswerPasted: results.restore_beside,
        events.LocaleChosen: speak,
    }
)
_LOOKED_OVER: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.Chosen: choose_later,
        events.EditRequested: edit,
        events.OptionsOpened: lambda session, _event: summaries.show_options(session),
        events.SummaryRequested: lambda session, _event: summaries.show_summary(session),
        events.ItemSwitched: summaries.switch_item,
        events.GenerationRequested: results.generate,
        events.Rated: feedback.rate,
        events.SaveRequested: library.save,
        events.ReferenceAdded: add_reference,
    }
)
_BY_PHASE: Final[Mapping[Phase, Mapping[type[Event], Handler]]] = MappingProxyType(
    {
        Phase.NEW: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            events.Started: interview.start,
            events.SentNoWords: interview.greet,
            events.FormRequested: interview.open_form,
            events.FormSent: interview.take_form,
        },
        Phase.ASKING: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            events.Said: interview.hear,
            events.Chosen: interview.choose,
            events.Skipped: interview.skip,
            events.WentBack: interview.go_back,
            events.ReferenceAdded: interview.take_reference,
        },
        Phase.SUMMARY: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: hear_change,
            events.WentBack: lambda session, _event: interview.ask(session, INTERVIEW[-1]),
            events.Confirmed: results.generate,
        },
        Phase.OPTIONS: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: hear_change,
            events.WentBack: lambda session, _event: summaries.show_summary(session),
            events.Skipped: lambda session, _event: summaries.show_summary(session),
        },
        Phase.GENERATING: {
            **_ANYWHERE,
            # Who presses twice, or an older button, or sends something in the meantime, hears why nothing happens.
            **dict.fromkeys((*_UNFINISHED, *_LOOKED_OVER, *_PRESSED_TWICE), wait),
            **dict.fromkeys((events.Skipped, events.WentBack, events.Confirmed), wait),
            events.Said: hear_waiting,
            events.Resumed: show,
            events.Cancelled: stop,
            events.Rated: feedback.rate,
            events.AnswerPasted: results.restore_beside,
            events.Generated: results.finish,
            events.WishUnread: results.leave_unread,
            events.Tried: trying.finish,
            events.Compared: comparing.finish,
            events.PersonaDrawn: rehearsing.approve,
            events.LineSpoken: rehearsing.take_line,
            events.LineMissing: rehearsing.miss_line,
            events.Reviewed: rehearsing.take_review,
        },
        Phase.DONE: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: results.hear_wish,
            events.GenerationRequested: results.generate_changed,
            events.WentBack: lambda session, _event: summaries.show_summary(session),
            events.RefineRequested: results.invite_wish,
            events.VersionsRequested: results.list_versions,
            events.VersionChosen: results.choose_version,
            events.VariantChosen: variants.choose_variant,
            events.TwinChosen: variants.choose_twin,
            events.RestoreRequested: results.invite_paste,
            events.TakeRequested: taking.take,
            events.TryRequested: trying.begin,
            events.CompareRequested: comparing.begin,
            events.Voted: comparing.vote,
        },
        Phase.RESTORING: {
            **_ANYWHERE,
            events.Started: results.leave_restoring,
            events.Said: results.restore,
            events.AnswerPasted: results.restore_beside,
            events.WentBack: results.leave_restoring,
            events.Cancelled: results.leave_restoring,
            events.Resumed: show,
        },
        Phase.CASTING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_choice,
            events.WentBack: leave_rehearsal,
        },
        Phase.APPROVING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_change,
            events.Confirmed: rehearsing.ask_goal,
            events.WentBack: rehearsing.cast_again,
        },
        Phase.AIMING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_goal,
            events.Skipped: rehearsing.take_purpose,
            events.WentBack: rehearsing.cast_again,
        },
        Phase.REHEARSING: {
            **_REHEARSAL,
            events.RehearsalRequested: rehearsing.offer_resume,
            events.Said: rehearsing.hear,
            events.RetryRequested: rehearsing.retry,
            events.ReviewRequested: rehearsing.ask_review,
            events.Restarted: rehearsing.restart,
            events.TranscriptRequested: rehearsing.hand_over_transcript,
            events.PortableRequested: rehearsing.hand_over_prompt,
            events.WentBack: rehearsing.ask_goal,
        },
        Phase.REVIEWED: {
            **_REHEARSAL,
            events.Started: rehearsing.leave_for_new,
            events.Said: rehearsing.remind,
            events.Resumed: rehearsing.go_on,
            events.ReviewRequested: rehearsing.ask_review,
            events.Restarted: rehearsing.restart,
            events.TranscriptRequested: rehearsing.hand_over_transcript,
            events.PortableRequested: rehearsing.hand_over_prompt,
            events.WentBack: rehearsing.go_on,
        },
        Phase.CANCELLED: {**_ANYWHERE, events.AnswerPasted: results.restore_beside},
        Phase.FORGOTTEN: {},
    }
)
TRANSITIONS: Final[Mapping[tuple[Phase, type[Event]], Handler]] = MappingProxyType(
    {(phase, event): handler for phase, handlers in _BY_PHASE.items() for event, handler in handlers.items()}
)
"""Every legal pair of phase and event, with what it leads to."""
