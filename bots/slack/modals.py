"""The small modals: one answer, a wish, an AI's answer to restore, where to share."""

from typing import Final

from bots.shared.custom_ids import is_slot
from bots.slack import limits
from bots.slack.blocks import field, plain_text, small
from bots.slack.markup import clip
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.controls import Control
from core.conversation.gaps import LONGEST
from core.features.library import LONGEST_NAME as _LONGEST_NAME
from core.features.library import SaveSubmitted
from core.privacy.text import RawText
from core.values.locale import Locale

ANSWER: Final = "promptgen.answer"
RESTORE: Final = "promptgen.restore"
SHARE: Final = "promptgen.share"
SAVE: Final = "promptgen.save"
_NAME, _TAGS = 1, 2
_LONGEST_TAGS: Final = 200
_FIELD: Final = "text"
_GAP: Final = "gap."
_TARGET: Final = "target"


def answer_view(question: str, locale: Locale, metadata: str) -> Payload:
    """Return the modal in which one question is answered unseen by others."""
    return modal(ANSWER, t(locale, "answer.title"), locale, metadata, [_text_field(question)])


def gap_view(question: str, slot: str, locale: Locale, metadata: str) -> Payload:
    """Return the modal in which a gap is answered in one's own words."""
    own_words = _text_field(question, most=LONGEST) | {"block_id": f"{_GAP}{slot}"}
    return modal(ANSWER, t(locale, "gap.title"), locale, metadata, [own_words])


def slot_in(view: Payload) -> str:
    """Return the slot of the gap that a modal was opened for; empty for any other."""
    names = (block.removeprefix(_GAP) for block in view["state"]["values"] if block.startswith(_GAP))
    return next(filter(is_slot, names), "")


def wish_view(locale: Locale, metadata: str) -> Payload:
    """Return the modal that takes a wish about a finished prompt."""
    fields = [_text_field(t(locale, "wish.label"))]
    blocks = [small(t(locale, "wish.about")), *fields]
    return modal(ANSWER, t(locale, f"control.{Control.REFINE}"), locale, metadata, blocks)


def restore_view(locale: Locale, metadata: str) -> Payload:
    """Return the modal that takes an AI's answer; a long one is pasted into several fields."""
    label = t(locale, "restore.label")
    fields = [_text_field(label), *(_text_field(f"{label} ({number})", number) for number in (2, 3, 4))]
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


def save_view(name: str, locale: Locale, metadata: str) -> Payload:
    """Return the modal in which a prompt gets the name and the tags that it is kept under."""
    named = _text_field(t(locale, "library.name"), _NAME, value=clip(name, _LONGEST_NAME), most=_LONGEST_NAME)
    tags = _text_field(t(locale, "library.tags"), _TAGS, most=_LONGEST_TAGS)
    return modal(SAVE, t(locale, "control.save"), locale, metadata, [named, tags])


def saved_in(view: Payload) -> SaveSubmitted:
    """Return the name and tags that a prompt is to be kept under."""
    values = view["state"]["values"]
    name, tags = ((values.get(f"{_FIELD}{number}", {}).get(_FIELD) or {}).get("value") for number in (_NAME, _TAGS))
    return SaveSubmitted(RawText(name or ""), RawText(tags or ""))


def text_in(view: Payload) -> RawText:
    """Return the text of a modal that was sent, its fields joined."""
    fields = (values.get(_FIELD, {}).get("value") for values in view["state"]["values"].values())
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


def _text_field(label: str, number: int = 1, *, value: str = "", most: int = limits.TEXT_INPUT) -> Payload:
    element: Payload = {
        "type": "plain_text_input",
        "action_id": _FIELD,
        "multiline": most == limits.TEXT_INPUT,
        "max_length": most,
    }
    if value:
        element["initial_value"] = value
    return field(f"{_FIELD}{number}", label, element, optional=number > 1)
