"""A person in front of Slack: what they type and press, and what they see."""

from typing import Any

import pytest

from bots.shared.custom_ids import split_address
from tests.fakes.slack import payloads
from tests.fakes.slack.server import Acknowledgement, FakeSlack
from tests.fakes.slack.world import BOT_USER, TEAM, Channel, Message, Payload


class Person:
    """Acts in one conversation of the fake Slack; `thread` is the thread they have open.

    `team` is the workspace of a guest in a channel that two companies share.
    """

    def __init__(
        self, slack: FakeSlack, user: str, channel: str | None = None, locale: str = "ko-KR", team: str = TEAM
    ) -> None:
        self.slack = slack
        self.team = team
        self.world = slack.world
        self.id = self.world.add_user(user, locale)
        self.channel = channel or self.world.dm(user)
        self.thread: str | None = None
        self.acknowledgements: list[Acknowledgement] = []

    @property
    def seen(self) -> list[Message]:
        """What the app has posted here that this person can read, oldest first."""
        return [
            one
            for one in self.world.messages
            if one.user == BOT_USER and one.channel == self.channel and one.only_to in (None, self.id)
        ]

    async def say(self, text: str, *, files: list[Payload] | None = None, retry_of: str = "") -> str:
        """Type a message into the open conversation; return the event's id."""
        posted = self.post(text)
        event = payloads.message(posted, "im" if self._place.is_im else "channel", files=files)
        event_id = retry_of or f"Ev{posted.ts}"
        await self._deliver("events_api", payloads.event_callback(event, event_id))
        return event_id

    async def forward(self, *files: Payload) -> None:
        """Forward a message with these files from somewhere else."""
        posted = self.post("")
        event = payloads.message(posted, "im" if self._place.is_im else "channel")
        event["attachments"] = [{"is_share": True, "text": "", "files": list(files)}]
        await self._deliver("events_api", payloads.event_callback(event, f"Ev{posted.ts}"))

    async def mention(self, text: str = "", *, files: list[Payload] | None = None) -> str:
        """Name the app in the channel; what follows goes on in the message's thread."""
        posted = self.post(f"<@{BOT_USER}> {text}".strip())
        self.thread = self.thread or posted.ts
        event_id = f"Ev{posted.ts}"
        event = payloads.mention(posted) | ({"files": files, "subtype": "file_share"} if files else {})
        await self._deliver("events_api", payloads.event_callback(event, event_id))
        return event_id

    async def slash(self, text: str = "", *, trigger: str = "") -> Acknowledgement:
        """Type `/promptgen …`."""
        trigger = trigger or self._trigger()
        command = payloads.slash_command(self.id, self.channel, text, trigger, self._response_url())
        return await self._deliver("slash_commands", command)

    async def shortcut(self, callback_id: str, on: Message | None = None) -> Acknowledgement:
        """Use a shortcut."""
        return await self._deliver("interactive", payloads.shortcut(self.id, self._trigger(), callback_id, on))

    async def open_home(self, tab: str = "home") -> None:
        """Open the app's home or messages tab."""
        event = {"type": "app_home_opened", "user": self.id, "channel": self.world.dm(self.id), "tab": tab}
        await self._deliver("events_api", payloads.event_callback(event, self.world.next_id("Ev")))

    async def press(
        self, label: str, *, on: Message | None = None, value: str = "", trigger: str = ""
    ) -> Acknowledgement:
        """Press the newest button whose text holds `label`, or choose the select's option of that text.

        `value` tells buttons of the same text apart.
        """
        message, element = self._find(label, on, value)
        action = payloads.block_actions(self.id, message, element, trigger or self._trigger(), self._response_url())
        return await self._deliver("interactive", action)

    async def rate(self, message: Message, value: str) -> Acknowledgement:
        """Press a feedback button."""
        element = next(one for block in message.blocks for one in block.get("elements", []) if "positive_button" in one)
        pressed = element[{"good": "positive_button", "bad": "negative_button"}[value]]
        action = {"type": "feedback_buttons", "action_id": element["action_id"], "value": pressed["value"]}
        payload = payloads.block_actions(self.id, message, action, self._trigger(), self._response_url())
        return await self._deliver("interactive", payload)

    async def press_home(self, label: str) -> Acknowledgement:
        """Press a button of the App Home."""
        view = self.world.homes[self.id]
        offered = [
            one for block in view["blocks"] for one in (*block.get("elements", []), block.get("accessory") or {})
        ]
        found = [one for one in offered if label in _label(one)]
        payload = payloads.home_action(self.id, view | {"id": f"VHOME{self.id}"}, found[0], self._trigger())
        return await self._deliver("interactive", payload)

    async def press_stop(self, stream: Message | None = None) -> None:
        """Press Slack's own stop button in the open thread, where `stream` grows."""
        stopped = self.slack.api.agents.stopped(stream) if stream else []
        event: Payload = {"type": "agent_session_stopped", "channel": self.channel, "user": self.id}
        event |= {"thread_ts": self.thread, "streaming_message_ts": stopped, "event_ts": self.world.next_ts()}
        await self._deliver("events_api", payloads.event_callback(event, self.world.next_id("Ev")))

    async def submit(self, view: Payload, **values: object) -> Acknowledgement:
        """Send a modal with the named inputs filled in; the others keep what they showed."""
        payload = payloads.view_submission(self.id, view, _state(view, values), self._trigger())
        return await self._deliver("interactive", payload)

    async def sees(self, text: str, count: int = 1) -> Message:
        """Wait until the app has shown this person `text` so often, and return the newest message that did.

        What has gone since, or became something else, was shown as well.
        """
        try:
            await self.slack.until(lambda: len(self.ever_shown(text)) >= count)
        except TimeoutError:
            shown = "\n---\n".join(one.shown() for one in self.seen[-6:])
            pytest.fail(f"{self.id} never saw {text!r}; the newest:\n{shown}")
        newest = self.ever_shown(text)[-1]
        found = self.world.message(newest.channel, newest.ts) or newest
        self.thread = found.thread_ts or self.thread
        return found

    def ever_shown(self, text: str) -> list[Message]:
        """Return all that the app has shown this person with `text` in it, whatever became of it."""
        theirs = (one for one in self.world.shown if one.channel == self.channel and one.only_to in (None, self.id))
        return [one for one in theirs if text in one.shown()]

    def modal(self) -> Payload:
        """Return the modal opened last."""
        return list(self.world.views.values())[-1]

    @property
    def _place(self) -> Channel:
        return self.world.channels[self.channel]

    def post(self, text: str) -> Message:
        """Put a message into the world without an event."""
        escaped = (
            text if text.startswith("<@") else text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        )
        posted = Message(self.world.next_ts(), self.id, escaped, self.channel, thread_ts=self.thread)
        self.world.messages.append(posted)
        return posted

    async def _deliver(self, kind: str, payload: Payload) -> Acknowledgement:
        guests = payload if self.team == TEAM else payloads.of_guest(payload, self.team)
        answered = await self.slack.deliver(kind, guests)
        self.acknowledgements.append(answered)
        return answered

    def _find(self, label: str, on: Message | None, value: str) -> tuple[Message, Payload]:
        for message in [on] if on else reversed(self.seen):
            for element in message.elements():
                if "options" in element:
                    chosen = [option for option in element["options"] if label in option["text"]["text"]]
                    if chosen:
                        exact = next((option for option in chosen if option["text"]["text"] == label), chosen[0])
                        return message, {**element, "selected_option": exact}
                elif label in _label(element) and value in {"", split_address(element.get("value", ""))[0]}:
                    return message, element
        pytest.fail(f"{self.id} sees no control {label!r}")

    def _trigger(self) -> str:
        return self.world.next_id("trigger")

    def _response_url(self) -> str:
        return f"{self.slack.url}/response/{self.channel}/{self.id}"


def _label(element: Payload) -> str:
    return str(element.get("text", {}).get("text", "")) if isinstance(element.get("text"), dict) else ""


def _state(view: Payload, values: dict[str, object]) -> Payload:
    state: Payload = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        given = values.get(block["block_id"])
        state[block["block_id"]] = {element["action_id"]: _entered(element, given)}
    return state


def _entered(element: Payload, given: Any) -> Payload:  # noqa: ANN401 - a text, an option's value or files
    match element["type"]:
        case "plain_text_input":
            return {"type": element["type"], "value": given if given is not None else element.get("initial_value")}
        case "static_select" | "radio_buttons":
            chosen = [option for option in element["options"] if option["value"] == given]
            return {"type": element["type"], "selected_option": chosen[0] if chosen else element.get("initial_option")}
        case "file_input":
            return {"type": element["type"], "files": given or []}
        case "conversations_select":
            return {"type": element["type"], "selected_conversation": given}
        case kind:
            return {"type": kind, "value": given}
