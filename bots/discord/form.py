"""The forms: the whole interview in two pages, and one input for a single answer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bots.discord import control_codes, limits
from bots.discord.markup import one_line, shortened
from bots.discord.message import Option
from bots.discord.render_context import RenderContext
from bots.shared.custom_ids import with_address
from core.conversation.asking_gaps import LONGEST
from core.conversation.questions import OTHER_LANGUAGE, QUESTIONS, Key
from core.conversation.session import Answer
from core.features.library import LONGEST_NAME, LONGEST_TAGS, SaveSubmitted
from core.privacy.text import RawText

Json = dict[str, Any]

# A modal takes five fields: on the second page the fifth is the file.
PAGES: Final = (
    (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE),
    (Key.LEVEL, Key.REFERENCE, Key.TONE, Key.CONSTRAINTS),
)
FILE: Final = "file"
"""The field of a page that takes a file."""

TEXT: Final = "text"
"""The field of a single input."""

_LABEL, _TEXT_INPUT, _FILE_UPLOAD, _RADIO_GROUP = 18, 4, 19, 21
_SHORT, _PARAGRAPH = 1, 2
_UNCHANGED: Final = "="
_CLEARED: Final = "-"
TAGS: Final = "tags"
_WISH: Final = 1_000
_ONE_LINE: Final = {Key.PURPOSE, Key.TONE}


def form_page(page: int, answers: Mapping[Key, Answer], ctx: RenderContext) -> Json:
    """Return a page of the form (from 1), filled with the answers there are."""
    fields = [_field(key, answers.get(key), ctx) for key in PAGES[page - 1]]
    if page == len(PAGES):
        at = PAGES[page - 1].index(Key.REFERENCE) + 1
        fields.insert(at, _file(ctx.t("form.file"), ctx.t("form.file_about"), limits.FILES))
    return _modal(control_codes.form_code(page), ctx.t("form.title", page=page), fields, ctx)


def single_input(target: str, ctx: RenderContext) -> Json:
    """Return an input for one answer by its key, for a wish, for an AI's answer, or for any reply."""
    code = control_codes.answer_code(target)
    if target in {control_codes.PASTE, control_codes.REPLY}:
        text = _labelled(ctx.t("paste"), ctx.t("paste.about"), _input(TEXT, _PARAGRAPH, required=False))
        return _modal(code, ctx.t("paste"), [text, _file(ctx.t("paste.file"), "")], ctx)
    if target == control_codes.SAVE:
        name = _labelled(ctx.t("library.name"), "", _input(TEXT, _SHORT, LONGEST_NAME, required=False))
        tags = _labelled(ctx.t("library.tags"), "", _input(TAGS, _SHORT, LONGEST_TAGS, required=False))
        return _modal(code, ctx.t("control.save"), [name, tags], ctx)
    if target in set(Key):
        key = Key(target)
        about = shortened(ctx.t(f"ask.{key}"), limits.FIELD_DESCRIPTION)
        takes_files = key is Key.REFERENCE
        text = _input(TEXT, _style(key), QUESTIONS[key].max_length, required=not takes_files)
        fields = [_labelled(ctx.t(f"key.{key}"), about, text)]
        if takes_files:
            fields.append(_file(ctx.t("form.file"), ctx.t("form.file_about"), limits.FILES))
        return _modal(code, ctx.t("answer.title"), fields, ctx)
    if control_codes.slot_of(code):
        label, about = ctx.t("gap.write"), ctx.t("gap.about")
        return _modal(code, ctx.t("gap.title"), [_labelled(label, about, _input(TEXT, _SHORT, LONGEST))], ctx)
    label = target if target in {control_codes.SAY, control_codes.TYPED, control_codes.VALUE} else control_codes.WISH
    field = _labelled(ctx.t(label), ctx.t(f"{label}.about"), _input(TEXT, _PARAGRAPH, _WISH))
    return _modal(code, ctx.t("answer.title"), [field], ctx)


def texts_in(components: list[Json]) -> dict[Key, RawText]:
    """Return the answers of a page that was sent, but for one left as it was and one still to be asked for.

    A choice is sent as its wording, so that it is read as if it had been typed.
    """
    found: dict[Key, RawText] = {}
    for name, value in _values(components):
        if name in set(Key) and isinstance(value, str) and value not in {_UNCHANGED, OTHER_LANGUAGE}:
            found[Key(name)] = RawText("" if value == _CLEARED else value)
    return found


def text_in(components: list[Json]) -> RawText | None:
    """Return what was written into a single input."""
    written = dict(_values(components)).get(TEXT)
    return RawText(written) if isinstance(written, str) and written.strip() else None


def saved_in(components: list[Json]) -> SaveSubmitted:
    """Return the name and tags that a prompt is to be kept under."""
    written = dict(_values(components))
    name, tags = (RawText(str(written.get(field) or "")) for field in (TEXT, TAGS))
    return SaveSubmitted(name, tags)


def file_ids_in(components: list[Json]) -> list[str]:
    """Return the ids of uploaded files, by which Discord lists them among the resolved attachments."""
    uploaded = dict(_values(components)).get(FILE)
    return [str(file_id) for file_id in uploaded] if isinstance(uploaded, list) else []


def _values(components: list[Json]) -> Iterator[tuple[str, object]]:
    for label in components:
        field = label.get("component", {})
        if "custom_id" in field:
            yield field["custom_id"], field.get("value", field.get("values"))


def _modal(code: str, title: str, fields: list[Json], ctx: RenderContext) -> Json:
    return {
        "custom_id": with_address(code, ctx.session),
        "title": shortened(title, limits.MODAL_TITLE),
        "components": fields,
    }


def _field(key: Key, answer: Answer | None, ctx: RenderContext) -> Json:
    label = ctx.t(f"key.{key}")
    question = QUESTIONS[key]
    if question.choices:
        return _labelled(label, "", _radio(key, answer, ctx))
    about = shortened(ctx.t(f"ask.{key}"), limits.FIELD_DESCRIPTION)
    value = answer.text if answer else ""
    if len(value) > limits.TEXT_INPUT:
        return _kept_text(key, label, ctx)
    field = _input(key, _style(key), question.max_length, value=value, required=not question.optional)
    return _labelled(label, about, field)


def _kept_text(key: Key, label: str, ctx: RenderContext) -> Json:
    """Return a radio group in place of a text that is too long for an input: left as it is, or taken away."""
    keep = Option(ctx.t("form.keep"), _UNCHANGED, chosen=True)
    return _labelled(label, "", _group(key, [keep, Option(ctx.t("control.skip"), _CLEARED)]))


def _radio(key: Key, answer: Answer | None, ctx: RenderContext) -> Json:
    options = [
        _choice(key, choice, ctx, chosen=answer is not None and answer.choice == choice)
        for choice in QUESTIONS[key].choices
    ]
    if answer is not None and answer.choice is None:
        shown = ctx.t("form.unchanged", answer=one_line(answer.text, limits.OPTION_TEXT // 2))
        options.append(Option(shown, _UNCHANGED, chosen=True))
    return _group(key, options)


def _group(key: Key, options: Sequence[Option]) -> Json:
    shown = [option.payload() for option in options]
    return {"type": _RADIO_GROUP, "custom_id": str(key), "options": shown, "required": True}


def _choice(key: Key, choice: str, ctx: RenderContext, *, chosen: bool) -> Option:
    if choice == OTHER_LANGUAGE:
        return Option(ctx.t("form.other"), choice, chosen=chosen)
    wording = ctx.t(f"{key}.{choice}")
    return Option(wording, wording, chosen=chosen)


def _style(key: Key) -> int:
    return _SHORT if key in _ONE_LINE else _PARAGRAPH


def _input(name: str, style: int, most: int = limits.TEXT_INPUT, *, value: str = "", required: bool = True) -> Json:
    field: Json = {
        "type": _TEXT_INPUT,
        "custom_id": name,
        "style": style,
        "required": required,
        # Discord refuses a form with a text that is longer than its field takes.
        "max_length": max(min(most, limits.TEXT_INPUT), len(value)),
    }
    return field | ({"value": value} if value else {})


def _file(label: str, about: str, most: int = 1) -> Json:
    upload = {"type": _FILE_UPLOAD, "custom_id": FILE, "min_values": 0, "max_values": most, "required": False}
    return _labelled(label, about, upload)


def _labelled(label: str, about: str, field: Json) -> Json:
    shape: Json = {"type": _LABEL, "label": shortened(label, limits.FIELD_LABEL), "component": field}
    return shape | ({"description": about} if about else {})
