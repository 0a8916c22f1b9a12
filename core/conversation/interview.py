"""Asking the questions, one after another."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.conversation.controls import Control
from core.conversation.documents import as_one, is_link, received
from core.conversation.events import (
    Chosen,
    FamilyOpened,
    FormSent,
    IntentChosen,
    ReferenceAdded,
    Restarted,
    Said,
    Skipped,
    Started,
    SuggestionTaken,
    WentBack,
)
from core.conversation.flaws import IN_WORDS, flaw_of, flaw_of_number
from core.conversation.questions import INTERVIEW, NUMBERED, OPTIONS, OTHER_LANGUAGE, QUESTIONS, REQUIRED, Key
from core.conversation.reading import read_or_settle, says_nothing, usual_answer
from core.conversation.refining import renamed
from core.conversation.replies import Ask, AskIntent, Greet, OpenForm, Tell
from core.conversation.said_before import points_back, said_before
from core.conversation.session import Answer, Asked, Confirming, Phase, Session
from core.conversation.step import Step, with_answers
from core.conversation.summary import show_options, show_summary
from core.conversation.texts import say
from core.privacy.text import MaskedText

_LONGEST_NAME: Final = 30
_ASKED: Final = frozenset({Phase.ASKING, Phase.GAPS})


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


def start(session: Session, event: Started) -> Step:
    """Greet, then ask the first question, or the second when the purpose came along."""
    if event.purpose is None or not event.purpose.strip():
        return ask(session, Key.PURPOSE).after(Greet())
    opened = replace(session, phase=Phase.ASKING, asking=Key.PURPOSE)
    return hear(opened, Said(event.purpose)).after(Greet())


def hear_first(session: Session, event: Said) -> Step:
    """Take the first message of a conversation for its purpose, unless it is a mere hello."""
    return start(session, Started(event.text if len(event.text.split()) > 1 else None))


def greet(session: Session, _event: object) -> Step:
    """Greet who has said nothing yet, and ask the first question."""
    return start(session, Started())


def offer_resume(session: Session, event: Started) -> Step:
    """Offer to go on; a purpose that came along is kept for starting over."""
    offer = Tell("resume.offer", _named(session, event.since), (Control.RESUME, Control.RESTART))
    asked = session.keeping(Confirming(Asked.RESUME, back=session.phase))
    return Step(replace(asked, phase=Phase.CONFIRMING, offered=event.purpose), (offer,))


def place_of(session: Session) -> str:
    """Return where an interview stands, in words: the number of its question, or the summary."""
    if session.phase is Phase.ASKING and session.asking in NUMBERED:
        return say(session.locale, "where.question", number=NUMBERED.index(session.asking) + 1)
    return say(session.locale, "where.questions" if session.phase in _ASKED else "where.summary")


def _named(session: Session, since: str) -> dict[str, str | int]:
    """Return by what an interview is known: what it is about, where it stands, and since when."""
    purpose = session.answers.get(Key.PURPOSE)
    name = " ".join(purpose.text.split()) if purpose else say(session.locale, "resume.unnamed")
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    return {"name": short, "where": ", ".join(filter(None, (place_of(session), since)))}


def restart(session: Session, _event: Restarted) -> Step:
    """Begin again with no answers; what is finished is left as it is, and another interview begins."""
    fresh = Session(session.id, session.locale, items=session.items, endpoints=session.endpoints, shared=session.shared)
    current = session.in_use
    if current is None:
        return start(replace(fresh, job_seq=session.job_seq), Started(session.offered))
    finished = replace(
        session, phase=Phase.DONE, answers=current.answers, editing=False, asked_again=False, offered=None
    )
    return replace(start(replace(fresh, id=""), Started(session.offered)), left=finished)


def hear(session: Session, event: Said) -> Step:
    """Take a typed answer; ask once more with an example when it cannot be read, then keep it as written.

    Nothing at all keeps the answer that there is.
    """
    key = session.asking
    text = MaskedText(event.text.strip())
    if not text and (key in session.answers or QUESTIONS[key].optional):
        return _follow(session)
    said = _as_said_before(session, key, text, event.control)
    if said:
        return said
    flaw = flaw_of(key, text) or flaw_of_number(key, text)
    if flaw:
        hint, details = flaw
        return ask(session, key, hint, details)
    if key is Key.INTENT:
        named = event.named
        return _follow(with_answers(session, renamed(named))) if named else ask(session, key, "hint.intent")
    answer = None if key is Key.REFERENCE and is_link(text) else read_or_settle(key, text)
    if answer is None and (event.control or not session.asked_again):
        return ask(replace(session, asked_again=True), key, f"hint.{key}")
    settled = usual_answer(key, text) if says_nothing(text) else None  # 모름 once more is no choice
    return _take(session, key, answer or settled or Answer(text))


def keep_answer(session: Session) -> Step:
    """Go on with the answer there is, or the suggested one; ask again where there is neither."""
    before = _suggested(session, session.asking)
    if before:
        return _take(session, session.asking, before)
    if session.asking in session.answers:
        return _follow(session)
    hint = f"hint.{session.asking}" if QUESTIONS[session.asking].choices else "hint.nothing_yet"
    return ask(session, session.asking, hint)


def say_yes(session: Session, _event: object) -> Step:
    """Take a yes for the answer there is, or the suggested one."""
    return keep_answer(session)


def take_suggestion(session: Session, event: SuggestionTaken) -> Step:
    """Take what was said before as the answer; where another question is open by now, that stays open."""
    before = _suggested(session, event.key)
    if before is None:
        return ask_again(session)
    if event.key is session.asking:
        return _take(session, event.key, before)
    return ask_again(with_answers(session, {event.key: before}))


def choose(session: Session, event: Chosen) -> Step:
    """Take a pressed choice; one of an earlier question changes that answer and leaves the open one open."""
    answer = Answer(MaskedText(say(session.locale, f"{event.key}.{event.choice}")), event.choice)
    if event.key is session.asking:
        return _take(session, event.key, answer)
    if is_chosen(session, event):
        return Step(session)
    if event.choice == OTHER_LANGUAGE:
        return ask_again(session)
    return ask_again(with_answers(session, {event.key: answer}))


def is_chosen(session: Session, event: Chosen) -> bool:
    """Say whether a choice is the answer by now: pressed twice, it changes nothing and is answered once."""
    before = session.answers.get(event.key)
    return before is not None and before.choice == event.choice


def choose_intent(session: Session, event: IntentChosen) -> Step:
    """Take a pressed kind of thing; while another question is open, that one stays open."""
    chosen = with_answers(session, {Key.INTENT: Answer(MaskedText(event.name), event.intent)})
    return _follow(chosen) if session.asking is Key.INTENT or session.phase is not Phase.ASKING else ask_again(chosen)


def open_family(session: Session, event: FamilyOpened) -> Step:
    """Show the kinds of one family."""
    opened = replace(session, phase=Phase.ASKING, asking=Key.INTENT, editing=True, asked_again=False)
    return Step(opened, (AskIntent(opened=event.family),))


def skip(session: Session, _event: Skipped) -> Step:
    """Leave the open question out, if it may be; an answer it had is taken away."""
    if not QUESTIONS[session.asking].optional:
        return ask(session, session.asking, "hint.not_optional")
    return _follow(with_answers(session, {session.asking: None}))


def go_back(session: Session, _event: WentBack) -> Step:
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


def take_form(session: Session, event: FormSent) -> Step:
    """Take all answers of the form at once, then ask what is missing or was not in it; an open reference stays open."""
    changes: dict[Key, Answer | None] = {}
    for key, written in event.answers.items():
        text = MaskedText(written.strip())
        if text:
            read_as = read_or_settle(key, text)
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


def take_reference(session: Session, event: ReferenceAdded) -> Step:
    """Take the text of a file as the reference."""
    answered = with_answers(session, {Key.REFERENCE: Answer(event.text)})
    session = replace(answered, document=as_one(event.documents))
    following = _follow(session) if session.asking is Key.REFERENCE else ask_again(session)
    return following.after(received(event, session.locale))


def late_answer(session: Session, event: Said) -> FormSent | None:
    """Return a text that was written under a question which is not the open one as the answer to that one."""
    is_open = session.phase is Phase.ASKING and session.asking is event.key
    return None if event.key is None or is_open else FormSent({event.key: event.text})


def finish(session: Session) -> Step:
    """Show the summary at the end of the interview, unless something is asked for before it."""
    return replace(show_summary(session), is_complete=True)


def _suggested(session: Session, key: Key) -> Answer | None:
    return None if key in session.answers else said_before(key, session.answers)


def _as_said_before(session: Session, key: Key, text: MaskedText, control: Control | None) -> Step | None:
    """Take what was said before, where a text confirms it or points back to it; a choice that is not found is asked.

    Words that say nothing are no answer where there need be none.
    """
    before = _suggested(session, key)
    if before and (not text or control is Control.CONFIRM or points_back(text)):
        return _take(session, key, before)
    is_left_out = QUESTIONS[key].optional and key in IN_WORDS and says_nothing(text)
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
