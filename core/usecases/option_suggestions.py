"""What is offered for the optional settings, as the conversation shows it, and what a press or a number takes of it."""

from dataclasses import replace
from typing import Final

from core.conversation.events import SettingChosen
from core.conversation.questions import OPTIONS, Key
from core.conversation.replies import ShowOptions
from core.conversation.session import Session
from core.conversation.texts import t
from core.conversation.understood import Suggestion
from core.privacy.text import MaskedText
from core.prompting.intents.intent import Text
from core.prompting.suggestions import suggestions
from core.prompting.understanding.understanding import Understanding
from core.sessions.briefing import understanding_of
from core.values.locale import Locale

_EXAMPLES: Final = (Key.EXAMPLE_INPUT, Key.EXAMPLE_OUTPUT)


def with_suggestions(reply: ShowOptions, session: Session) -> ShowOptions:
    """Return the optional settings with what is offered for each."""
    found = understanding_of(session)
    if found is None:
        return reply
    offered = _offered(found, session)
    return replace(
        reply,
        suggestions=tuple(
            Suggestion(
                key,
                tuple(text[session.locale] for text in offered.get(key, ())),
                tuple(at for at, text in enumerate(offered.get(key, ()), 1) if _is_set(text, key, session)),
                _hint(key, found, session.locale),
            )
            for key in OPTIONS
        ),
    )


def setting_chosen(event: SettingChosen, session: Session) -> SettingChosen:
    """Return a press on what was offered with its wording; without, where it is not offered any more."""
    found = understanding_of(session)
    texts = _offered(found, session).get(event.key, ()) if found else ()
    if found is None or not 0 < event.option <= len(texts):
        return replace(event, text=None)
    return replace(event, text=MaskedText(texts[event.option - 1][found.locale]))


def setting_numbered(text: str, session: Session) -> SettingChosen | None:
    """Return what a number means among all that is offered, in its order; None for any other text."""
    number, found = text.strip().rstrip(".번"), understanding_of(session)
    if found is None or not number.isdecimal() or len(number) > len("99"):
        return None
    offered = _offered(found, session)
    places = [(key, at) for key in OPTIONS for at, _ in enumerate(offered.get(key, ()), 1)]
    if not 0 < int(number) <= len(places):
        return None
    return setting_chosen(SettingChosen(*places[int(number) - 1]), session)


def _offered(found: Understanding, session: Session) -> dict[Key, tuple[Text, ...]]:
    constraints = session.answers.get(Key.CONSTRAINTS)
    return {Key(kind): texts for kind, texts in suggestions(found, constraints.text if constraints else "").items()}


def _is_set(text: Text, key: Key, session: Session) -> bool:
    answer = session.answers.get(key)
    lines = answer.text.splitlines() if answer else []
    return any(text[locale] in lines for locale in Locale)


def _hint(key: Key, found: Understanding, locale: Locale) -> str:
    """Return what would do as an example of this very thing."""
    if key not in _EXAMPLES:
        return ""
    if key is Key.EXAMPLE_INPUT:
        needs = found.intent.needs
        return t(locale, "options.for_input", what=needs[locale]) if needs else ""
    return t(locale, "options.for_output", name=found.intent.name[locale])
