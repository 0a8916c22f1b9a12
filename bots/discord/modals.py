"""The small modals: one answer, a wish, an AI's answer to restore."""

from collections.abc import Iterator
from typing import Any, Final

from bots.discord import control_codes, limits
from bots.discord.markup import shortened
from bots.discord.render_context import RenderContext
from bots.shared.custom_ids import with_address
from core.conversation.asking_gaps import LONGEST
from core.conversation.inputs import InputField
from core.conversation.questions import QUESTIONS, Key
from core.features.registry import CONTROLS
from core.messages import FeatureAction
from core.privacy.text import RawText

Json = dict[str, Any]

FILE: Final = "file"
"""The field that takes a file."""

TEXT: Final = "text"
"""The field of a single input."""

SHORT, PARAGRAPH = 1, 2
"""The styles of a field for text."""

_LABEL, _TEXT_INPUT, _FILE_UPLOAD = 18, 4, 19
_WISH: Final = 1_000
_ONE_LINE: Final = {Key.PURPOSE, Key.TONE}


def single_input(target: str, ctx: RenderContext) -> Json:
    """Return an input for one answer by its key, for a wish, for an AI's answer, or for any reply."""
    code = control_codes.answer_code(target)
    if given := CONTROLS.inputs.get(target):
        fields = [labelled(ctx.t(each.label), "", _line(each)) for each in given.fields]
        return modal(code, ctx.t(f"control.{target}"), fields, ctx)
    if target in {control_codes.PASTE, control_codes.REPLY}:
        text = labelled(ctx.t("paste"), ctx.t("paste.about"), text_field(TEXT, PARAGRAPH, required=False))
        return modal(code, ctx.t("paste"), [text, file_field(ctx.t("paste.file"), "")], ctx)
    if target in set(Key):
        key = Key(target)
        about = shortened(ctx.t(f"ask.{key}"), limits.FIELD_DESCRIPTION)
        takes_files = key is Key.REFERENCE
        text = text_field(TEXT, style_of(key), QUESTIONS[key].max_length, required=not takes_files)
        fields = [labelled(ctx.t(f"key.{key}"), about, text)]
        if takes_files:
            fields.append(file_field(ctx.t("form.file"), ctx.t("form.file_about"), limits.FILES))
        return modal(code, ctx.t("answer.title"), fields, ctx)
    if control_codes.slot_of(code):
        label, about = ctx.t("gap.write"), ctx.t("gap.about")
        return modal(code, ctx.t("gap.title"), [labelled(label, about, text_field(TEXT, SHORT, LONGEST))], ctx)
    label = target if target in {control_codes.SAY, control_codes.TYPED, control_codes.VALUE} else control_codes.WISH
    field = labelled(ctx.t(label), ctx.t(f"{label}.about"), text_field(TEXT, PARAGRAPH, _WISH))
    return modal(code, ctx.t("answer.title"), [field], ctx)


def action_in(code: str, components: list[Json]) -> FeatureAction | None:
    """Return what is done with an input of a feature that was sent; None for any other."""
    given, written = CONTROLS.inputs.get(control_codes.rest_of(code, "answer")), dict(values_in(components))
    if given is None:
        return None
    action: FeatureAction = given.action(*(RawText(str(written.get(field.name) or "")) for field in given.fields))
    return action


def text_in(components: list[Json]) -> RawText | None:
    """Return what was written into a single input."""
    written = dict(values_in(components)).get(TEXT)
    return RawText(written) if isinstance(written, str) and written.strip() else None


def file_ids_in(components: list[Json]) -> list[str]:
    """Return the ids of uploaded files, by which Discord lists them among the resolved attachments."""
    uploaded = dict(values_in(components)).get(FILE)
    return [str(file_id) for file_id in uploaded] if isinstance(uploaded, list) else []


def modal(code: str, title: str, fields: list[Json], ctx: RenderContext) -> Json:
    """Return a modal; what is sent is about the interview of its code."""
    return {
        "custom_id": with_address(code, ctx.session),
        "title": shortened(title, limits.MODAL_TITLE),
        "components": fields,
    }


def text_field(name: str, style: int, most: int = limits.TEXT_INPUT, *, value: str = "", required: bool = True) -> Json:
    """Return a field for text."""
    field: Json = {
        "type": _TEXT_INPUT,
        "custom_id": name,
        "style": style,
        "required": required,
        # Discord refuses a form with a text that is longer than its field takes.
        "max_length": max(min(most, limits.TEXT_INPUT), len(value)),
    }
    return field | ({"value": value} if value else {})


def _line(given: InputField) -> Json:
    return text_field(given.name, SHORT, given.most, required=False)


def file_field(label: str, about: str, most: int = 1) -> Json:
    """Return a field for files, with its label."""
    upload = {"type": _FILE_UPLOAD, "custom_id": FILE, "min_values": 0, "max_values": most, "required": False}
    return labelled(label, about, upload)


def labelled(label: str, about: str, field: Json) -> Json:
    """Return a field with its label, and what is said about it."""
    shape: Json = {"type": _LABEL, "label": shortened(label, limits.FIELD_LABEL), "component": field}
    return shape | ({"description": about} if about else {})


def style_of(key: Key) -> int:
    """Return whether an answer takes a line or a paragraph."""
    return SHORT if key in _ONE_LINE else PARAGRAPH


def values_in(components: list[Json]) -> Iterator[tuple[str, object]]:
    """Yield the fields of a modal that was sent, by their names."""
    for label in components:
        field = label.get("component", {})
        if "custom_id" in field:
            yield field["custom_id"], field.get("value", field.get("values"))
