"""The small modals: one answer, a wish, an AI's answer to restore, where to share."""

from typing import Final

from bots.shared.custom_ids import is_slot
from bots.slack import limits
from bots.slack.blocks import field, plain_text, small
from bots.slack.control_codes import PREFIX
from bots.slack.markup import clip
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.asking_gaps import LONGEST
from core.conversation.control_names import Control
from core.conversation.session import Session
from core.features.registry import CONTROLS
from core.messages import FeatureAction
from core.privacy.text import RawText
from core.values.locale import Locale

ANSWER: Final = "promptgen.answer"
RESTORE: Final = "promptgen.restore"
SHARE: Final = "promptgen.share"
FIELD: Final = "text"
_GAP: Final = "gap."
_TARGET: Final = "target"


def answer_view(question: str, locale: Locale, metadata: str) -> Payload:
    """Return the modal in which one question is answered unseen by others."""
    return modal(ANSWER, t(locale, "answer.title"), locale, metadata, [text_field(question)])


def gap_view(question: str, slot: str, locale: Locale, metadata: str) -> Payload:
    """Return the modal in which a gap is answered in one's own words."""
    own_words = text_field(question, most=LONGEST) | {"block_id": f"{_GAP}{slot}"}
    return modal(ANSWER, t(locale, "gap.title"), locale, metadata, [own_words])


def slot_in(view: Payload) -> str:
    """Return the slot of the gap that a modal was opened for; empty for any other."""
    names = (block.removeprefix(_GAP) for block in view["state"]["values"] if block.startswith(_GAP))
    return next(filter(is_slot, names), "")


def wish_view(locale: Locale, metadata: str) -> Payload:
    """Return the modal that takes a wish about a finished prompt."""
    fields = [text_field(t(locale, "wish.label"))]
    blocks = [small(t(locale, "wish.about")), *fields]
    return modal(ANSWER, t(locale, f"control.{Control.REFINE}"), locale, metadata, blocks)


def restore_view(locale: Locale, metadata: str) -> Payload:
    """Return the modal that takes an AI's answer; a long one is pasted into several fields."""
    label = t(locale, "restore.label")
    fields = [text_field(label), *(text_field(f"{label} ({number})", number) for number in (2, 3, 4))]
    blocks = [small(t(locale, "restore.paste")), *fields]
    return modal(RESTORE, t(locale, "restore.modal"), locale, metadata, blocks)


def share_view(locale: Locale, metadata: str) -> Payload:
    """Return the modal that asks where a prompt is to be shared."""
    element = {
        "type": "conversations_select",
        "action_id": _TARGET,
        "filter": {"include": ["public", "private", "mpim"], "exclude_bot_users": True},
        "default_to_current_conversation": True,
    }
    where = field(_TARGET, t(locale, "share.where"), element)
    hint = small(t(locale, "share.hint"))
    return modal(SHARE, t(locale, "share.title"), locale, metadata, [where, hint])


def input_view(control: Control, session: Session, metadata: str) -> Payload:
    """Return the modal of the input that a control opens."""
    locale = session.locale
    fields = [
        text_field(
            t(locale, field.label),
            number,
            value=clip(field.initial(session), field.most) if field.initial else "",
            most=field.most,
        )
        for number, field in enumerate(CONTROLS.inputs[control].fields, 1)
    ]
    return modal(f"{PREFIX}{control}", t(locale, f"control.{control}"), locale, metadata, fields)


def action_in(view: Payload) -> FeatureAction:
    """Return what is done with an input that was sent."""
    sent, values = CONTROLS.inputs[view["callback_id"].removeprefix(PREFIX)], view["state"]["values"]
    names = (f"{FIELD}{number}" for number, _ in enumerate(sent.fields, 1))
    action: FeatureAction = sent.action(*(RawText(values[name][FIELD].get("value") or "") for name in names))
    return action


def text_in(view: Payload) -> RawText:
    """Return the text of a modal that was sent, its fields joined."""
    fields = (values.get(FIELD, {}).get("value") for values in view["state"]["values"].values())
    return RawText("".join(value for value in fields if value))


def target_in(view: Payload) -> str:
    """Return the conversation that was chosen."""
    return str(view["state"]["values"][_TARGET][_TARGET].get("selected_conversation") or "")


def modal(callback: str, title: str, locale: Locale, metadata: str, blocks: list[Payload]) -> Payload:
    """Return a modal; `metadata` comes back with what is sent."""
    return {
        "type": "modal",
        "callback_id": callback,
        "private_metadata": metadata,
        "title": plain_text(title, limits.MODAL_TITLE),
        "submit": plain_text(t(locale, "form.send"), limits.MODAL_TITLE),
        "close": plain_text(t(locale, "form.close"), limits.MODAL_TITLE),
        "blocks": blocks,
    }


def text_field(label: str, number: int = 1, *, value: str = "", most: int = limits.TEXT_INPUT) -> Payload:
    """Return a field for a text; those after the first may be left empty."""
    element: Payload = {
        "type": "plain_text_input",
        "action_id": FIELD,
        "multiline": most == limits.TEXT_INPUT,
        "max_length": most,
    }
    if value:
        element["initial_value"] = value
    return field(f"{FIELD}{number}", label, element, optional=number > 1)
