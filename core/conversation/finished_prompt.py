"""The finished prompt: making it, refining it, its versions, putting real values back."""

from dataclasses import replace
from typing import Final

from core.conversation import prompt_events
from core.conversation.control_names import Control
from core.conversation.corrections.answer_changes import corrected, unchanged
from core.conversation.events import Cancelled, Event, Said
from core.conversation.expected_input import Expects
from core.conversation.interview import ask
from core.conversation.masked_items import items_of_version
from core.conversation.missing_labels import expected_labels
from core.conversation.questions import REQUIRED
from core.conversation.refinement import LONGEST, is_pleasantry, is_thanks, refine
from core.conversation.replies import (
    ShowPrompt,
    ShowReasons,
    ShowRestored,
    ShowVersions,
    Tell,
    TellEnded,
)
from core.conversation.session import Job, Phase, Session, Version
from core.conversation.step import Step, wait_for, with_answers
from core.conversation.summary import is_complete, show_summary
from core.conversation.version_difference import difference
from core.privacy.text import MaskedText

_CONTROLS: Final = (Control.REFINE, Control.EDIT, Control.REGENERATE, Control.VERSIONS, Control.RESTORE)


def generate(session: Session, _event: Event) -> Step:
    """Begin to make the prompt, or ask for the answer that is still missing."""
    if not is_complete(session):
        return ask(session, next(key for key in REQUIRED if key not in session.answers))
    return wait_for(session, Job.PROMPT, grows=True)


def generate_changed(session: Session, event: prompt_events.GenerationRequested) -> Step:
    """Make the prompt if anything has changed since, or if it is wanted anew; who pressed twice wants neither."""
    current = session.in_use
    if event.anew or current is None or current.answers != session.answers:
        return generate(session, event)
    return Step(session, (Tell("prompt.made", controls=(Control.REGENERATE, Control.REFINE)),))


def cancel(session: Session, _event: Event) -> Step:
    """End the interview; a prompt that was finished stays, with the answers it was made from."""
    current = session.in_use
    if current is None:
        return Step(replace(session, phase=Phase.CANCELLED), (Tell("cancelled", closes=True),))
    back = replace(session, phase=Phase.DONE, answers=current.answers, editing=False, asked_again=False, offered=None)
    return Step(back, (Tell("cancelled.prompt", controls=(Control.RESUME,), closes=True),))


def at_version(session: Session, number: int) -> Session:
    """Return the session with a version in use and the answers it was made from, as it is where that is in use."""
    version = session.version(number)
    if version is None or number == session.current_version or session.phase is Phase.GENERATING:
        return session
    prompt_language = version.prompt_language or session.prompt_language
    return replace(
        session,
        current_version=number,
        answers=version.answers,
        variant=version.variant,
        prompt_language=prompt_language,
    )


def back_from(session: Session, before: Session) -> Session:
    """Return the session with the version in use and the answers that it had before something was done in passing."""
    return replace(
        session,
        current_version=before.current_version,
        answers=before.answers,
        variant=before.variant,
        prompt_language=before.prompt_language,
    )


def stop_generating(session: Session, _event: Cancelled) -> Step:
    """Stop making the prompt; the answers stay."""
    return show_summary(replace(session, instruction=None, needs_model=False)).after(TellEnded("generation.cancelled"))


def finish(session: Session, event: prompt_events.Generated) -> Step:
    """Take the finished prompt as a new version, and show it."""
    session = with_answers(session, event.changes)
    number = max((version.number for version in session.versions), default=0) + 1
    version = Version(
        number=number,
        prompt=event.prompt,
        answers=session.answers,
        improvements=event.improvements,
        notes=event.notes,
        instruction=session.instruction,
        model=event.model,
        polished=event.polished,
        unpolished=event.unpolished,
        decisions=event.decisions,
        task_type=event.task_type,
        variant=session.variant,
        prompt_language=event.prompt_language or session.prompt_language or session.locale,
        kept=event.kept,
        assumed=event.assumed,
    )
    made: tuple[Version, ...] = (version,)
    if event.before is not None:
        version = replace(version, number=number + 1)
        made = (_composed(made[0], event.before), version)
    before = session.in_use
    if before and session.instruction and event.before is None and event.prompt == before.prompt:
        return _unchanged(session, before)
    done = replace(
        session,
        phase=Phase.DONE,
        versions=(*session.versions, *made),
        current_version=version.number,
        instruction=None,
        needs_model=False,
    )
    shown = _shown(done, version)
    if before and _is_alike(before, version):
        shown = replace(
            shown,
            changes=difference(before.prompt, version.prompt),
            assumed=tuple(each for each in version.assumed if each not in before.assumed),
            notes=tuple(each for each in version.notes if each not in before.notes),
        )
    return Step(done, (shown,))


def _composed(version: Version, event: prompt_events.Generated) -> Version:
    """Return the composer's own version of a prompt that the model has written."""
    return replace(
        version,
        prompt=event.prompt,
        polished=event.polished,
        unpolished=event.unpolished,
        decisions=event.decisions,
    )


def _unchanged(session: Session, before: Version) -> Step:
    """Say that a wish would change nothing of the prompt; there is no other version."""
    there = replace(session, phase=Phase.DONE, answers=before.answers, instruction=None, needs_model=False)
    return Step(there, (TellEnded("refine.same", controls=_CONTROLS, expects=Expects.WISH),))


def show_prompt(session: Session) -> Step:
    """Show the version in use."""
    there, version = replace(session, phase=Phase.DONE), session.in_use
    return Step(there, (_shown(there, version),) if version else ())


def hear_wish(session: Session, event: Said) -> Step:
    """Take a typed wish about the finished prompt: the number of a version, or a change."""
    if len(event.text) > LONGEST:
        return Step(session, (Tell("refine.too_long", {"max": LONGEST}, (Control.RESTORE,), refuses=True),))
    number = event.text.strip()
    if number.isdecimal() and session.version(int(number[:6])):
        return choose_version(session, prompt_events.VersionChosen(int(number[:6])))
    changes = corrected(session.answers, event)
    if changes is None:
        changes = refine(session.answers, event.text, session.locale)
    if changes:
        return generate(replace(with_answers(session, changes), instruction=event.text), event)
    if changes is not None:
        return Step(session, (Tell(unchanged(event), expects=Expects.WISH, refuses=True),))
    return _take_unread(session, event)


def _take_unread(session: Session, event: Said) -> Step:
    """Take what the rules make nothing of: thanks, or a wish that a model may read."""
    if is_thanks(event.text):
        return Step(session, (Tell("refine.thanks", expects=Expects.WISH),))
    if event.has_reader and not is_pleasantry(event.text):
        return generate(replace(session, instruction=event.text, needs_model=True), event)
    return keep_unrevised(session, event)


def keep_unrevised(session: Session, _event: Event) -> Step:
    """Say that a wish was not understood; the prompt stays as it is."""
    there = replace(session, phase=Phase.DONE, instruction=None, needs_model=False)
    tell = TellEnded if session.phase is Phase.GENERATING else Tell
    return Step(there, (tell("refine.unclear", controls=_CONTROLS, expects=Expects.WISH, refuses=True),))


def invite_wish(session: Session, _event: Event) -> Step:
    """Say how a change can be asked for."""
    return Step(session, (Tell("prompt.next", expects=Expects.WISH),))


def show_reasons(session: Session, _event: Event) -> Step:
    """Show what the prompt says that the answers alone did not, and why."""
    version = session.in_use
    return Step(session, (ShowReasons(version),) if version else ())


def list_versions(session: Session, _event: Event) -> Step:
    """List all versions."""
    return Step(session, (ShowVersions(session.versions, session.current_version, _CONTROLS),))


def choose_version(session: Session, event: prompt_events.VersionChosen) -> Step:
    """Bring a version back with the answers it was made from."""
    if session.version(event.number) is None:
        return list_versions(session, event)
    return show_prompt(at_version(session, event.number)).after(Tell("version.brought_back", {"number": event.number}))


def choose_variant(session: Session, event: prompt_events.VariantChosen) -> Step:
    """Make the prompt shorter or longer, or bring the version back that is so already."""
    return _make(replace(session, variant=event.variant))


def choose_prompt_language(session: Session, event: prompt_events.PromptLanguageChosen) -> Step:
    """Write the prompt in the other language, or bring the version back that is so already."""
    return _make(replace(session, prompt_language=event.prompt_language))


def invite_paste(session: Session, _event: Event) -> Step:
    """Ask for the AI's answer."""
    return Step(
        replace(session, phase=Phase.RESTORING),
        (Tell("restore.paste", controls=(Control.BACK,), expects=Expects.ANSWER),),
    )


def restore(session: Session, event: Said) -> Step:
    """Show the pasted answer with the real values."""
    return Step(replace(session, phase=Phase.DONE), (_restored(session, event.text),))


def restore_beside(session: Session, event: prompt_events.AnswerPasted) -> Step:
    """Show an answer that was pasted into a window with the real values; the interview stays where it is."""
    phase = Phase.DONE if session.phase is Phase.RESTORING else session.phase
    return Step(replace(session, phase=phase), (_restored(session, event.text),))


def _restored(session: Session, answer: MaskedText) -> ShowRestored:
    return ShowRestored(answer, expected_labels(session.in_use))


def leave_restoring(session: Session, _event: Event) -> Step:
    """Go back to the finished prompt."""
    return show_prompt(session)


def _shown(session: Session, version: Version) -> ShowPrompt:
    items = items_of_version(session, version)
    return ShowPrompt(
        version,
        items,
        assumed=version.assumed,
        notes=version.notes,
    )


def _is_alike(one: Version, other: Version) -> bool:
    """Say whether two versions can be compared line by line."""
    return (one.variant, one.prompt_language or other.prompt_language) == (other.variant, other.prompt_language)


def _make(session: Session) -> Step:
    """Return to the newest version of these answers in this manner; the first time, make it."""
    event = prompt_events.VersionChosen(
        max((one.number for one in session.versions if _is_same(one, session)), default=0)
    )
    return choose_version(session, event) if event.number else generate(replace(session, instruction=None), event)


def _is_same(version: Version, session: Session) -> bool:
    return (version.answers, version.variant, version.prompt_language or session.locale) == (
        session.answers,
        session.variant,
        session.written_in,
    )
