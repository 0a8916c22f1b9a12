"""Asking the questions, one after another."""

from collections.abc import Mapping
from dataclasses import replace

from core.conversation import events
from core.conversation.answer_flaws import IN_WORDS, flaw_of, flaw_of_number
from core.conversation.answer_names import split_name
from core.conversation.answer_reading import (
    choice_of_another,
    is_no_answer,
    only_greets,
    read_typed,
    says_none,
    usual_answer,
)
from core.conversation.control_names import Control
from core.conversation.corrections.answer_changes import renamed
from core.conversation.early_answers import points_back, said_before
from core.conversation.misplaced_answers import in_characters, placed
from core.conversation.questions import INTERVIEW, NUMBERED, OPTIONS, OTHER_LANGUAGE, QUESTIONS, REQUIRED, Key
from core.conversation.reference_report import as_one, is_link, received
from core.conversation.reference_wishes import wish_in
from core.conversation.replies import Ask, AskIntent, OpenForm, Tell
from core.conversation.session import Answer, Phase, Session
from core.conversation.step import Step, with_answers
from core.conversation.summary import show_options, show_summary
from core.conversation.texts import t
from core.conversation.understood import Named, NamedIntent
from core.privacy.text import MaskedText


def ask(session: Session, key: Key, hint: str | None = None, details: Mapping[str, int] | None = None) -> Step:
    """Ask the question `key`, with a hint if it comes again."""
    asked = replace(session, phase=Phase.ASKING, asking=key)
    if key is Key.INTENT:
        return Step(asked, (AskIntent(hint=hint),))
    question = QUESTIONS[key]
    reply = Ask(
        key,
        number=NUMBERED.index(key) + 1 if key in NUMBERED else 0,
        choices=question.choices,
        hint=hint,
        details=details or {},
        current=session.answers.get(key),
        suggested=_suggested(session, key),
    )
    return Step(asked, (reply,))


def ask_again(session: Session) -> Step:
    """Show the open question once more."""
    return ask(session, session.asking)


def hear(session: Session, event: events.Said) -> Step:
    """Take a typed answer; ask once more with an example when it cannot be read, then keep it as written.

    Nothing at all keeps the answer that there is. What is a control, or plainly answers another question, is no answer
    to this one however often it is said.
    """
    key = session.asking
    text = in_characters(key, MaskedText(event.text.strip()), session.locale)
    if not text and (key in session.answers or QUESTIONS[key].optional):
        return _follow(session)
    settled = (
        _as_said_before(session, key, text, event.control)
        or _refused(session, key, text, event.control)
        or _elsewhere(session, key, text)
        or _wish(session, key, text)
    )
    if settled:
        return settled
    if key is Key.INTENT:
        named = event.named
        return _follow(with_answers(session, renamed(named))) if named else ask(session, key, "hint.intent")
    answer = None if key is Key.REFERENCE and is_link(text) else read_typed(key, text)
    if answer is None and (event.control or not session.asked_again or key is Key.PURPOSE):
        return ask(replace(session, asked_again=True), key, f"hint.{key}")
    usual = usual_answer(key, text) if is_no_answer(text) else None  # 모름 once more is no choice
    return _take(session, key, answer or usual or Answer(text))


def keep_answer(session: Session) -> Step:
    """Go on with the answer there is, or the suggested one; where there is neither, ask again."""
    key = session.asking
    before = _suggested(session, key)
    if before:
        return _take(session, key, before)
    if key in session.answers:
        return _follow(session)
    return _usual_or(session, f"hint.{key}" if QUESTIONS[key].choices else "hint.nothing_yet")


def say_yes(session: Session, _event: object) -> Step:
    """Take a yes for the answer there is, or the suggested one; that there is a reference is still none."""
    if session.asking is Key.REFERENCE and Key.REFERENCE not in session.answers:
        return ask(session, Key.REFERENCE, "hint.add_reference")
    return keep_answer(session)


def take_suggestion(session: Session, event: events.SuggestionTaken) -> Step:
    """Take what was said before as the answer; where another question is open by now, that stays open."""
    before = _suggested(session, event.key)
    if before is None:
        return ask_again(session)
    if event.key is session.asking:
        return _take(session, event.key, before)
    return ask_again(with_answers(session, {event.key: before}))


def choose(session: Session, event: events.Chosen) -> Step:
    """Take a pressed choice; one of an earlier question changes that answer and leaves the open one open."""
    answer = Answer(MaskedText(t(session.locale, f"{event.key}.{event.choice}")), event.choice)
    if event.key is session.asking:
        return _take(session, event.key, answer)
    if is_chosen(session, event):
        return Step(session)
    if event.choice == OTHER_LANGUAGE:
        return ask_again(session)
    return ask_again(with_answers(session, {event.key: answer}))


def is_chosen(session: Session, event: events.Chosen) -> bool:
    """Say whether a choice is the answer by now: pressed twice, it changes nothing and is answered once."""
    before = session.answers.get(event.key)
    return before is not None and before.choice == event.choice


def choose_intent(session: Session, event: events.IntentChosen) -> Step:
    """Take a pressed kind of thing; while another question is open, that one stays open."""
    chosen = with_answers(session, renamed(Named(NamedIntent(event.intent, event.name), form=event.form)))
    return _follow(chosen) if session.asking is Key.INTENT or session.phase is not Phase.ASKING else ask_again(chosen)


def open_family(session: Session, event: events.FamilyOpened) -> Step:
    """Show the kinds of one family."""
    opened = replace(session, phase=Phase.ASKING, asking=Key.INTENT, editing=True, asked_again=False)
    return Step(opened, (AskIntent(opened=event.family),))


def skip(session: Session, _event: events.Skipped) -> Step:
    """Leave the open question out, if it may be; an answer it had is taken away."""
    if not QUESTIONS[session.asking].optional:
        return _usual_or(session, "hint.not_optional")
    return _follow(with_answers(session, {session.asking: None}))


def go_back(session: Session, _event: events.WentBack) -> Step:
    """Ask the question before, or return to where the edit was asked for."""
    if session.editing:
        return _follow(session)
    place = INTERVIEW.index(session.asking)
    if place == 0:
        return ask(session, session.asking, "hint.first")
    return ask(replace(session, asked_again=False), INTERVIEW[place - 1])


def open_form(session: Session, _event: object) -> Step:
    """Open the form with the answers there are."""
    return Step(session, (OpenForm(session.answers),))


def take_form(session: Session, event: events.FormSent) -> Step:
    """Take all answers of the form at once, then ask what is missing or was not in it; an open reference stays open."""
    changes: dict[Key, Answer | None] = {}
    for key, written in event.answers.items():
        text = MaskedText(written.strip())
        if QUESTIONS[key].choices and flaw_of_number(key, text):
            continue
        if text and not (QUESTIONS[key].optional and says_none(text)):
            read_as = read_typed(key, text)
            changes[key] = Answer(text) if read_as is None or read_as.choice == OTHER_LANGUAGE else read_as
        elif QUESTIONS[key].optional:
            changes[key] = None
    filled = replace(with_answers(session, changes), editing=False, asked_again=False)
    is_open = session.phase in {Phase.NEW, Phase.ASKING} and not session.editing
    ahead = INTERVIEW[INTERVIEW.index(session.asking) :] if is_open else ()
    asked = {*REQUIRED, *(key for key in ahead if key not in event.answers)}
    if missing := [key for key in NUMBERED if key in asked and key not in filled.answers]:
        return ask(filled, missing[0])
    waits = is_open and session.asking is Key.REFERENCE
    return ask_again(filled) if waits and Key.REFERENCE not in event.answers else finish(filled)


def take_reference(session: Session, event: events.ReferenceAdded) -> Step:
    """Take the text of a file as the reference."""
    answered = with_answers(session, {Key.REFERENCE: Answer(event.text)})
    session = replace(answered, document=as_one(event.documents))
    following = _follow(session) if session.asking is Key.REFERENCE else ask_again(session)
    return following.after(received(event, session.locale))


def late_answer(session: Session, event: events.Said) -> events.FormSent | None:
    """Return a text that was written under a question which is not the open one as the answer to that one."""
    is_open = session.phase is Phase.ASKING and session.asking is event.key
    return None if event.key is None or is_open else events.FormSent({event.key: event.text})


def finish(session: Session) -> Step:
    """Show the summary at the end of the interview, unless something is asked for before it."""
    return replace(show_summary(session), is_complete=True)


def _suggested(session: Session, key: Key) -> Answer | None:
    return None if key in session.answers else said_before(key, session.answers)


def _refused(session: Session, key: Key, text: MaskedText, control: Control | None) -> Step | None:
    """Ask again for what can be no answer: it is too long, a number of nothing, or the word of a control."""
    flaw = flaw_of(key, text) or flaw_of_number(key, text)
    if flaw:
        hint, details = flaw
        return ask(session, key, hint, details)
    if key is Key.PURPOSE and (control or choice_of_another(text)):
        return ask(session, key, "hint.purpose")
    return ask(session, key, "hint.control") if control and key in {Key.BACKGROUND, Key.REFERENCE} else None


def _usual_or(session: Session, hint: str) -> Step:
    """Ask the open question again; who was asked again already, and only goes on, gets its usual choice."""
    key = session.asking
    usual = usual_answer(key, MaskedText(t(session.locale, "control.confirm"))) if session.asked_again else None
    if usual is None or key in session.answers:
        return ask(replace(session, asked_again=True), key, hint)
    words = MaskedText(t(session.locale, f"{key}.{usual.choice}")) if usual.choice else usual.text
    return _take(session, key, Answer(words, usual.choice))


def _elsewhere(session: Session, key: Key, text: MaskedText) -> Step | None:
    """Take a text for the answer to the question that it belongs to, and ask this one again; None if that is this."""
    found = placed(key, text, session.locale)
    if found is None:
        return None
    other, answer = found
    if answer is None:
        left = with_answers(session, {other: None})
        return _follow(left) if other is key else ask_again(left)
    if other is key:
        return _take(session, key, answer)
    is_by_name = split_name(text) is not None
    if answer.choice == OTHER_LANGUAGE or (other in session.answers and not is_by_name):
        return ask(session, key, f"hint.{key}")
    details: dict[str, str | int] = {"name": t(session.locale, f"key.{other}"), "answer": answer.text}
    return ask_again(with_answers(session, {other: answer})).after(Tell("answer.moved", details))


def _wish(session: Session, key: Key, text: MaskedText) -> Step | None:
    """Take a wish that is typed in the place of a reference for what it is; None for a reference.

    Sent once more, what is not sure to be a wish is the reference.
    """
    wish = wish_in(session.answers, text, session.locale) if key is Key.REFERENCE and not session.asked_again else None
    if wish is None:
        return None
    if wish.is_over and not wish.changes:
        return _follow(session)
    changed = replace(with_answers(session, wish.changes), asked_again=True)
    if not wish.changes:
        return ask(changed, key, "hint.reference_wish")
    told = Tell("reference.wish" if wish.is_over else "reference.wish_or_not", {"what": wish.what})
    return (_follow(changed) if wish.is_over else ask(changed, key)).after(told)


def _as_said_before(session: Session, key: Key, text: MaskedText, control: Control | None) -> Step | None:
    """Take what was said before, where a text confirms it or points back to it; a choice that is not found is asked.

    Words that say nothing are no answer where there need be none.
    """
    before = _suggested(session, key)
    if before and (not text or control is Control.CONFIRM or points_back(text)):
        return _take(session, key, before)
    is_left_out = QUESTIONS[key].optional and key in IN_WORDS and (says_none(text) or only_greets(text))
    if key is Key.PURPOSE or not (is_left_out or points_back(text)):
        return None
    if QUESTIONS[key].choices:
        return ask(session, key, "hint.not_said")
    return _follow(with_answers(session, {key: None}))


def _take(session: Session, key: Key, answer: Answer) -> Step:
    if answer.choice == OTHER_LANGUAGE:
        return ask(replace(session, asked_again=True), key, "hint.which_language")
    return _follow(with_answers(session, {key: answer}))


def _follow(session: Session) -> Step:
    """Go to what comes after the open question and has no answer yet."""
    session = replace(session, asked_again=False)
    if session.editing:
        back = replace(session, editing=False)
        if missing := [key for key in REQUIRED if key not in back.answers]:  # an older control was used
            return ask(back, missing[0])
        return show_options(back) if session.asking in OPTIONS else show_summary(back)
    later = INTERVIEW[INTERVIEW.index(session.asking) + 1 :]
    unanswered = next((key for key in later if key not in session.answers), None)
    return ask(session, unanswered) if unanswered else finish(session)
