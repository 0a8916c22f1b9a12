"""The form: the whole interview as one modal, opened with the answers there are and read back when it is sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bots.slack import limits
from bots.slack.blocks import field, heading, option, plain_text, small
from bots.slack.markup import clip
from bots.slack.modals import modal
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.questions import INTERVIEW, OPTIONS, OTHER_LANGUAGE, QUESTIONS, Key
from core.conversation.session import Answer
from core.privacy.text import RawText
from core.values.locale import Locale

CALLBACK: Final = "promptgen.form"
FILE: Final = "file"
_KEPT: Final = "kept"
_NEW: Final = "new"
_MULTILINE: Final = frozenset({Key.BACKGROUND, Key.REFERENCE, Key.EXAMPLE_INPUT, Key.EXAMPLE_OUTPUT, Key.STEPS})


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held: the answers, the files, and for each field that must be corrected its sentence."""

    texts: Mapping[Key, RawText]
    files: tuple[Payload, ...]
    errors: Mapping[str, str]


def form_view(
    answers: Mapping[Key, Answer], locale: Locale, metadata: str, prefilled: Mapping[Key, str] | None = None
) -> Payload:
    """Return the modal; `prefilled` are texts that no session has yet.

    What is longer than its field takes is cut with an ellipsis, which is seen.

    Without `metadata` it stands for the whole interview; with it, what is left empty is asked afterwards.
    """
    shown = {key: (answer.wording(key, locale), _KEPT) for key, answer in answers.items()}
    shown |= {key: (clip(text, _longest(key)), _NEW) for key, text in (prefilled or {}).items()}
    blocks = [
        small(t(locale, "form.private")),
        *_questions(answers, shown, locale, whole=not metadata),
        _file(locale),
        heading(t(locale, "form.options")),
        *(_text(key, t(locale, f"key.{key}"), shown.get(key), required=False) for key in OPTIONS),
    ]
    return modal(CALLBACK, t(locale, "form.title"), locale, metadata, blocks)


def read_form(view: Payload, locale: Locale) -> Sent:
    """Read a form that was sent; what is still as it was shown stays out, so that nothing behind it is lost."""
    entered = {block["block_id"]: _entered(view, block) for block in view["blocks"] if _is_text(block)}
    whole = not view.get("private_metadata")
    texts: dict[Key, RawText] = {}
    errors: dict[str, str] = {}
    for key in (*INTERVIEW, *OPTIONS):
        text = _text_of(key, entered, locale)
        if text is None:
            continue
        if whole and not text.strip() and not QUESTIONS[key].optional:
            errors[key] = t(locale, "form.missing")
        texts[key] = RawText(text)
    if entered.get(Key.LANGUAGE) == OTHER_LANGUAGE and not entered.get(_own(Key.LANGUAGE)):
        errors[_own(Key.LANGUAGE)] = t(locale, "hint.which_language")
    return Sent(texts, _files(view), errors)


def _questions(
    answers: Mapping[Key, Answer], shown: Mapping[Key, tuple[str, str]], locale: Locale, *, whole: bool
) -> Iterator[Payload]:
    for key in INTERVIEW:
        label = t(locale, f"ask.{key}")
        if QUESTIONS[key].choices:
            yield from _choice(key, label, answers.get(key), locale)
        else:
            yield _text(key, label, shown.get(key), required=whole and not QUESTIONS[key].optional)


def _choice(key: Key, label: str, answer: Answer | None, locale: Locale) -> Iterator[Payload]:
    yield _select(key, label, answer, locale)
    own = (str(answer.text), _KEPT) if answer and not answer.choice else None
    yield _text_input(_own(key), t(locale, "form.own"), own, QUESTIONS[key].max_length, multiline=False)


def _select(key: Key, label: str, answer: Answer | None, locale: Locale) -> Payload:
    options = [option(t(locale, f"{key}.{choice}"), choice) for choice in QUESTIONS[key].choices]
    element: Payload = {
        "type": "static_select",
        "action_id": _NEW,
        "placeholder": plain_text(t(locale, "form.choose"), limits.PLACEHOLDER),
        "options": options,
    }
    chosen = [one for one in options if answer and one["value"] == answer.choice]
    # Not required by Slack itself, for the field beneath takes an answer in other words.
    return field(key, label, element | ({"initial_option": chosen[0]} if chosen else {}), optional=True)


def _text(key: Key, label: str, shown: tuple[str, str] | None, *, required: bool) -> Payload:
    block = _text_input(str(key), label, shown, _longest(key), multiline=key in _MULTILINE)
    return block | {"optional": not required}


def _longest(key: Key) -> int:
    return min(QUESTIONS[key].max_length, limits.TEXT_INPUT)


def _text_input(block_id: str, label: str, shown: tuple[str, str] | None, longest: int, *, multiline: bool) -> Payload:
    text, origin = shown or ("", _NEW)
    element: Payload = {
        "type": "plain_text_input",
        "action_id": origin,
        "multiline": multiline,
        "max_length": longest,
    }
    fits = 0 < len(text) <= longest
    return field(block_id, label, element | ({"initial_value": text} if fits else {}), optional=True)


def _file(locale: Locale) -> Payload:
    # Without `filetypes`: Slack knows no hwp, and what cannot be read is told in a sentence.
    element = {"type": "file_input", "action_id": _NEW, "max_files": limits.FILES}
    return field(FILE, t(locale, "form.file"), element, optional=True)


def _is_text(block: Payload) -> bool:
    return bool(block["type"] == "input" and block["block_id"] != FILE)


def _entered(view: Payload, block: Payload) -> object:
    """Return what a field holds: a text, a choice's id, files; None for a text that is still as it was shown."""
    element = block["element"]
    state = view["state"]["values"].get(block["block_id"], {}).get(element["action_id"], {})
    if element["type"] == "static_select":
        return (state.get("selected_option") or {}).get("value") or ""
    value = state.get("value") or ""
    unchanged = element["action_id"] == _KEPT and value == element.get("initial_value", "")
    return None if unchanged else value


def _files(view: Payload) -> tuple[Payload, ...]:
    return tuple(view["state"]["values"].get(FILE, {}).get(_NEW, {}).get("files") or ())


def _text_of(key: Key, entered: Mapping[str, object], locale: Locale) -> str | None:
    """Return the text of an answer, own words before a choice; None if it stays as it was."""
    value = entered.get(key)
    if not QUESTIONS[key].choices:
        return None if value is None else str(value)
    own = entered.get(_own(key))
    if own:
        return str(own)
    if not value:
        return None if own is None else ""
    return t(locale, f"{key}.{value}")


def _own(key: Key) -> str:
    return f"{key}.own"
