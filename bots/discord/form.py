"""The form: the whole interview in two modals, its pages."""

from collections.abc import Mapping, Sequence
from typing import Final

from bots.discord import control_codes, limits
from bots.discord.markup import one_line, shortened
from bots.discord.message import Option
from bots.discord.modals import Json, file_field, labelled, modal, style_of, text_field, values_in
from bots.discord.render_context import RenderContext
from core.conversation.questions import OTHER_LANGUAGE, QUESTIONS, Key
from core.conversation.session import Answer
from core.privacy.text import RawText

# A modal takes five fields: on the second page the fifth is the file.
PAGES: Final = (
    (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE),
    (Key.LEVEL, Key.REFERENCE, Key.TONE, Key.CONSTRAINTS),
)
_RADIO_GROUP: Final = 21
_UNCHANGED: Final = "="
_CLEARED: Final = "-"


def form_page(page: int, answers: Mapping[Key, Answer], ctx: RenderContext) -> Json:
    """Return a page of the form (from 1), filled with the answers there are."""
    fields = [_field(key, answers.get(key), ctx) for key in PAGES[page - 1]]
    if page == len(PAGES):
        at = PAGES[page - 1].index(Key.REFERENCE) + 1
        fields.insert(at, file_field(ctx.t("form.file"), ctx.t("form.file_about"), limits.FILES))
    return modal(control_codes.form_code(page), ctx.t("form.title", page=page), fields, ctx)


def texts_in(components: list[Json]) -> dict[Key, RawText]:
    """Return the answers of a page that was sent, but for one left as it was and one still to be asked for.

    A choice is sent as its wording, so that it is read as if it had been typed.
    """
    found: dict[Key, RawText] = {}
    for name, value in values_in(components):
        if name in set(Key) and isinstance(value, str) and value not in {_UNCHANGED, OTHER_LANGUAGE}:
            found[Key(name)] = RawText("" if value == _CLEARED else value)
    return found


def _field(key: Key, answer: Answer | None, ctx: RenderContext) -> Json:
    label = ctx.t(f"key.{key}")
    question = QUESTIONS[key]
    if question.choices:
        return labelled(label, "", _radio(key, answer, ctx))
    about = shortened(ctx.t(f"ask.{key}"), limits.FIELD_DESCRIPTION)
    value = answer.text if answer else ""
    if len(value) > limits.TEXT_INPUT:
        return _kept_text(key, label, ctx)
    field = text_field(key, style_of(key), question.max_length, value=value, required=not question.optional)
    return labelled(label, about, field)


def _kept_text(key: Key, label: str, ctx: RenderContext) -> Json:
    """Return a radio group in place of a text that is too long for an input: left as it is, or taken away."""
    keep = Option(ctx.t("form.keep"), _UNCHANGED, chosen=True)
    return labelled(label, "", _group(key, [keep, Option(ctx.t("control.skip"), _CLEARED)]))


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
