"""What Slack offers to an app that is an agent: sessions of threads with a status, streams, titles, suggestions.

https://docs.slack.dev/ai/agent-sessions, https://docs.slack.dev/reference/methods/chat.startStream
"""

from collections.abc import Callable
from typing import Any, NoReturn

from tests.fakes.slack.world import Message, Payload, World


class Agents:
    """The sessions and streams of a workspace; `refuse` raises an error of Slack's."""

    def __init__(self, world: World, refuse: Callable[[str], NoReturn]) -> None:
        self.world = world
        self.is_agent = False
        self.hears_stop = True
        self.statuses: dict[tuple[str, str], list[str]] = {}
        self.titles: dict[tuple[str, str], str] = {}
        self.suggested: dict[str, Payload] = {}
        self.streaming: dict[str, Message] = {}
        self._refuse = refuse
        self.methods: dict[str, Callable[[Payload], Payload]] = {
            "agents.sessions.setStatus": self._status,
            "assistant.threads.setStatus": lambda _: {},
            "assistant.threads.setTitle": self._title,
            "assistant.threads.setSuggestedPrompts": self._suggest,
            "chat.appendStream": self._append,
            "chat.stopStream": self._stop,
        }

    def stopped(self, message: Message) -> list[str]:
        """Stop the stream of a message, as Slack does when somebody presses its stop button."""
        return [message.ts] if self.streaming.pop(message.ts, None) else []

    def start(self, arguments: Payload, keep: Callable[[Payload, str], Message]) -> Payload:
        """Start a stream; `keep` puts a message into the world."""
        self._only_agents()
        channel = self.world.channels[arguments["channel"]]
        if channel.is_im and not arguments.get("thread_ts"):
            self._refuse("invalid_thread_ts")
        if not channel.is_im and not (arguments.get("recipient_user_id") and arguments.get("recipient_team_id")):
            self._refuse("missing_recipient_user_id")
        message = keep({"text": _said(arguments), "thread_ts": arguments.get("thread_ts")}, channel.id)
        self.streaming[message.ts] = message
        return {"channel": channel.id, "ts": message.ts}

    def _status(self, arguments: Payload) -> Payload:
        self._only_agents()
        where = arguments["channel_id"], arguments["thread_ts"]
        if self.world.message(*where) is None:
            self._refuse("thread_not_found")
        if arguments["status"] not in {"active", "processing", "suspended", "closed"}:
            self._refuse("invalid_status")
        self.statuses.setdefault(where, []).append(arguments["status"])
        return {} if self.hears_stop else {"warning": "missing_agent_session_stopped_event_subscription"}

    def _title(self, arguments: Payload) -> Payload:
        self._only_agents()
        self.titles[arguments["channel_id"], arguments["thread_ts"]] = arguments["title"]
        return {}

    def _suggest(self, arguments: Payload) -> Payload:
        self._only_agents()
        prompts = arguments["prompts"]
        if not 1 <= len(prompts) <= 4 or any(not {"title", "message"} <= set(prompt) for prompt in prompts):
            self._refuse("invalid_arguments")
        self.suggested[arguments["channel_id"]] = arguments
        return {}

    def _append(self, arguments: Payload) -> Payload:
        message = self._streamed(arguments)
        message.text += _said(arguments)
        self.world.note(message)
        return {"channel": message.channel, "ts": message.ts}

    def _stop(self, arguments: Payload) -> Payload:
        message = self._streamed(arguments)
        del self.streaming[message.ts]
        return {"channel": message.channel, "ts": message.ts}

    def _streamed(self, arguments: Payload) -> Message:
        if arguments["ts"] not in self.streaming:
            self._refuse("message_not_in_streaming_state")
        return self.streaming[arguments["ts"]]

    def _only_agents(self) -> None:
        if not self.is_agent:
            self._refuse("access_denied")


def _said(arguments: Payload) -> str:
    chunks: list[Any] = arguments.get("chunks") or []
    return "".join(str(chunk.get("text") or f"[{chunk.get('title')}] ") for chunk in chunks)
