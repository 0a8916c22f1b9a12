"""Slack's payloads as what a person did; pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bots.ops.dropped_events import Ignored
from bots.shared.custom_ids import read_address, split_address
from bots.slack.control_codes import is_confirmed, read_code
from bots.slack.message_text import words_of
from bots.slack.payload import Payload
from bots.slack.places import place_of_message
from core.conversation.events import Event, SentNoWords
from core.messages import Action, Incoming, Opened, Place, Pressed, Typed
from core.privacy.text import RawText
from core.values.locale import Locale

_SPOKEN: Final = frozenset({None, "file_share", "thread_broadcast", "me_message"})


def message(body: Payload, bot: str, locale: Locale) -> Incoming | None:
    """Return what a `message` event says: in a DM, or in a channel's thread.

    In channels a message that names the bot comes a second time as `app_mention`, which is the one that counts: None.
    """
    event, place = body["event"], place_in(body)
    if not place.private and f"<@{bot}>" in event.get("text", ""):
        return None
    text = words_of(event)
    says = text or files_in(event)
    return _incoming(body, place, Typed(RawText(text)) if says else Pressed(SentNoWords()), locale)


def mention(body: Payload, bot: str, locale: Locale, *, started: bool) -> Incoming:
    """Return what an `app_mention` says: the start of an interview, or a word to the one that has `started` there."""
    event, place = body["event"], place_of_mention(body)
    text = words_of(event, without=bot)
    action = Typed(RawText(text)) if started and text else Opened(RawText(text) if text else None)
    # A mention that is corrected comes as a new event, but it is said once: its message stays the same.
    return replace(_incoming(body, place, action, locale), id=f"{event['channel']}:{event['ts']}")


def unspoken(event: Payload, bot: str) -> Ignored | None:
    """Return why nobody wrote this: a bot did, or it is an edit, or a notice that somebody joined."""
    user = event.get("user")
    if event.get("bot_id") or user == bot:
        return Ignored.BOT
    return None if user and event.get("subtype") in _SPOKEN else Ignored.NOTICE


def place_of_mention(body: Payload) -> Place:
    """Return the place of a message that names the bot: a thread that may begin with it."""
    event = body["event"]
    return place_of_message(body, event["channel"], event.get("thread_ts") or event["ts"])


def place_in(body: Payload) -> Place:
    """Return the place of a message event."""
    event = body["event"]
    return place_of_message(body, event["channel"], event.get("thread_ts") or "")


def pressed(payload: Payload, locale: Locale) -> Incoming | None:
    """Return what a button or menu on a message means; None for one that only Slack can carry out.

    It is about the interview of that message, and in its thread of a DM.
    """
    event, place = read_code(code_in(payload)), place_of_action(payload)
    if event is None or place is None:
        return None
    session, version = read_address(address_in(payload))
    thread = thread_in(payload) if place.private else ""
    return replace(press(payload, place, event, locale), session=session, version=version, parent_message=thread)


def by(payload: Payload, place: Place, action: Action, locale: Locale, part: str = "") -> Incoming:
    """Return what the person of an interaction did.

    `part` tells several of one interaction apart; the last has none, for with it the interaction leaves the inbox.
    """
    person = payload.get("user_id") or payload["user"]["id"]
    return Incoming(f"{interaction_id(payload)}{part}", place, person, locale, action)


def interaction_id(payload: Payload) -> str:
    """Return what an interaction is known by when it comes again.

    A modal is taken once, whoever sends it how often: who got no answer in time sends the same one again.
    """
    if payload.get("type") == "view_submission":
        return f"view:{payload['view']['id']}"
    return str(payload["trigger_id"])


def press(payload: Payload, place: Place, event: Event, locale: Locale) -> Incoming:
    """Return an event that an interaction leads to."""
    confirmed = "actions" in payload and is_confirmed(code_in(payload))
    return by(payload, place, Pressed(event, confirmed), locale)


def code_in(payload: Payload) -> str:
    """Return the code that the pressed element carries."""
    return split_address(_carried(payload))[0]


def label_in(payload: Payload) -> str:
    """Return the words on the pressed button."""
    return str((payload["actions"][0].get("text") or {}).get("text") or "")


def session_in(payload: Payload) -> str:
    """Return the interview that the pressed element is about; empty for the one at the front of its place."""
    return read_address(address_in(payload))[0]


def address_in(payload: Payload) -> str:
    """Return the interview and the version of its prompt that the pressed element is about."""
    return split_address(_carried(payload))[1]


def place_of_action(payload: Payload) -> Place | None:
    """Return the place of the message that was pressed on; None for the App Home."""
    container = payload.get("container", {})
    channel = container.get("channel_id") or payload.get("channel", {}).get("id")
    if not channel:
        return None
    return place_of_message(payload, channel, thread_in(payload))


def thread_in(payload: Payload) -> str:
    """Return the thread of the message that was pressed on; empty for none."""
    container, on = payload.get("container", {}), payload.get("message", {})
    return str(container.get("thread_ts") or on.get("thread_ts") or "")


def parent_message(body: Payload) -> str:
    """Return the message of a DM beneath which somebody writes; empty in the DM itself, and in channels."""
    thread = body["event"].get("thread_ts") or ""
    return "" if place_in(body).thread else str(thread)


def files_in(event: Payload) -> Sequence[Payload]:
    """Return the files that came with a message, those of what was forwarded in it included."""
    forwarded = (one.get("files") or () for one in event.get("attachments") or () if one.get("is_share"))
    return [*(event.get("files") or ()), *(file for files in forwarded for file in files)]


def _carried(payload: Payload) -> str:
    action = payload["actions"][0]
    return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")


def _incoming(body: Payload, place: Place, action: Action, locale: Locale) -> Incoming:
    return Incoming(body["event_id"], place, body["event"]["user"], locale, action, parent_message=parent_message(body))
