"""Between the answers of an interview and the brief that the composer takes."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from core.conversation.answer_reading import is_indifferent
from core.conversation.corrections.answer_changes import gathered
from core.conversation.corrections.slips import without_slips
from core.conversation.questions import REQUIRED, Key
from core.conversation.session import Answer, Document, Session
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.revising import Revision
from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import Understanding
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_Choice = TypeVar("_Choice", bound=StrEnum)


def brief_of(
    answers: Mapping[Key, Answer],
    locale: Locale,
    document: Document | None = None,
    prompt_language: Locale | None = None,
) -> Brief:
    """Return the brief that the answers make; the six questions must be answered (the introduction may be left out).

    `prompt_language` is the language that was chosen for the prompt, None for the one in which the person wrote.
    """
    answers = without_slips(answers)
    return Brief(
        locale=locale,
        purpose=answers[Key.PURPOSE].text,
        background=_text(answers, Key.BACKGROUND) or MaskedText(""),
        form=_choice(Form, answers[Key.FORM]),
        length=_choice(Length, answers[Key.LENGTH]),
        language=_choice(Language, answers[Key.LANGUAGE]),
        level=_choice(Level, answers[Key.LEVEL]),
        reference=_text(answers, Key.REFERENCE),
        reference_name=document.name if document else None,
        tone=_text(answers, Key.TONE),
        personality=_text(answers, Key.PERSONALITY),
        constraints=_text(answers, Key.CONSTRAINTS),
        example_input=_text(answers, Key.EXAMPLE_INPUT),
        example_output=_text(answers, Key.EXAMPLE_OUTPUT),
        steps=_text(answers, Key.STEPS),
        intent=answers[Key.INTENT].choice if Key.INTENT in answers else None,
        audience=_text(answers, Key.AUDIENCE),
        prompt_language=prompt_language,
        left_out=_lines(answers, Key.LEFT_OUT),
        other_ways=_lines(answers, Key.OTHER_WAYS),
        is_form_open=bool(answers[Key.FORM].choice) and is_indifferent(answers[Key.FORM].text),
    )


def brief_in(session: Session) -> Brief | None:
    """Return the brief of a session; None as long as a question of the six is open."""
    if not all(key in session.answers for key in REQUIRED):
        return None
    return brief_of(session.answers, session.locale, session.document, session.prompt_language)


def understanding_of(session: Session) -> Understanding | None:
    """Return how the answers of a session are understood; None as long as there are too few."""
    brief = brief_in(session)
    return understand(brief) if brief else None


def answers_of(revision: Revision, answers: Mapping[Key, Answer], wish: MaskedText) -> dict[Key, Answer]:
    """Return the answers that a revision sets, in the words of the wish that it was read from."""
    changed = {
        Key(name): Answer(wish, str(value) if isinstance(value, StrEnum) else None) for name, value in revision.items()
    }
    if Key.CONSTRAINTS in changed:
        changed[Key.CONSTRAINTS] = gathered(answers, wish)
    return changed


def _choice(choices: type[_Choice], answer: Answer) -> _Choice | MaskedText:
    return choices(answer.choice) if answer.choice else answer.text


def _text(answers: Mapping[Key, Answer], key: Key) -> MaskedText | None:
    answer = answers.get(key)
    return answer.text if answer else None


def _lines(answers: Mapping[Key, Answer], key: Key) -> tuple[MaskedText, ...]:
    answer = answers.get(key)
    return tuple(MaskedText(line) for line in answer.text.splitlines() if line.strip()) if answer else ()
