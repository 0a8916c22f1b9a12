"""The agent session of a thread: Slack's own sign that something is being made, its stop button, stream and title.

There are none in the DM itself, for a session belongs to a thread; https://docs.slack.dev/ai/agent-sessions. Where the
app is no agent, or may not do this, a notice and edits do the same.
"""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.errors import is_transient, name_of
from bots.slack.mrkdwn import clip
from core.messages import Outgoing

# Without the event of the stop button nobody could stop it: the notice has a button of ours.
_NO_STOP: Final = "missing_agent_session_stopped_event_subscription"
_OF_ONE_PLACE: Final = frozenset(
    {"channel_not_found", "not_in_channel", "is_archived", "thread_not_found", "invalid_thread_ts", "message_not_found"}
)
_LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Progress:
    """What says that something is being made: a message, a stream, or the status of a thread alone.

    As a receipt it is one that no timestamp is looked for in, or the timestamp of its message comes last.
    """

    ts: str = ""
    thread: str = ""

    @classmethod
    def read(cls, receipt: str) -> "Progress":
        """Return what a receipt names; nothing for one of a refused reply."""
        kind, _, rest = receipt.partition(":")
        if kind == "agent":
            thread, _, ts = rest.partition(" ")
            return cls(ts, thread.replace("_", "."))
        return cls(receipt) if "." in receipt else cls()

    @property
    def receipt(self) -> str:
        """The receipt that names it."""
        return f"agent:{self.thread.replace('.', '_')} {self.ts}".rstrip() if self.thread else self.ts

    @property
    def is_stream(self) -> bool:
        """Whether its message is a stream."""
        return bool(self.thread and self.ts)


@dataclass(frozen=True, slots=True)
class AgentSession:
    """The session of one thread, for the person of a reply."""

    client: AsyncWebClient
    outgoing: Outgoing
    thread: str
    unable: set[str]
    """The workspaces where the app is no agent."""

    async def begin(self) -> bool:
        """Show that something is being made, with the stop button; False where Slack does not."""
        if not self.thread or self.outgoing.place.workspace in self.unable:
            return False
        answer = await self._tried(self._status("processing", initiator_user_id=self.outgoing.person))
        if answer is None:
            return False
        if _NO_STOP in str(answer):
            self.unable.add(self.outgoing.place.workspace)
            log.no_agent(_NO_STOP)
            await self.end()
            return False
        return True

    async def end(self) -> None:
        """Show that nothing is being made any more."""
        await self._tried(self._status("active"))

    async def stream(self, sentence: str) -> str:
        """Begin the message in which an answer grows, and return its timestamp; empty where Slack does not."""
        place = self.outgoing.place
        theirs = (
            {} if place.private else {"recipient_user_id": self.outgoing.person, "recipient_team_id": place.workspace}
        )
        chunk = {"type": "task_update", "id": "answer", "title": clip(sentence, 200), "status": "in_progress"}
        begun = await self._tried(
            self.client.chat_startStream(channel=place.channel, thread_ts=self.thread, chunks=[chunk], **theirs)
        )
        return str(begun["ts"]) if begun else ""

    async def append(self, ts: str, text: str) -> bool:
        """Add to what has grown; False where Slack takes no more."""
        chunk = {"type": "markdown_text", "text": text}
        channel = self.outgoing.place.channel
        return await self._tried(self.client.chat_appendStream(channel=channel, ts=ts, chunks=[chunk])) is not None

    async def stop(self, ts: str) -> None:
        """End the stream, if Slack has not yet; its message is one like any other then."""
        await self._tried(self.client.chat_stopStream(channel=self.outgoing.place.channel, ts=ts))

    async def name(self, title: str) -> None:
        """Name the thread in the list of the agent's conversations; `title` is masked."""
        if self.thread and self.outgoing.place.workspace not in self.unable:
            channel, short = self.outgoing.place.channel, clip(title, _LONGEST_TITLE)
            await self._tried(
                self.client.assistant_threads_setTitle(channel_id=channel, thread_ts=self.thread, title=short)
            )

    async def _status(self, status: str, **more: Any) -> Any:  # noqa: ANN401 - the SDK's own
        channel = self.outgoing.place.channel
        return await self.client.agents_sessions_setStatus(
            channel_id=channel, thread_ts=self.thread, status=status, **more
        )

    async def _tried(self, call: Awaitable[Any]) -> Any | None:  # noqa: ANN401 - the SDK's own
        """Return Slack's answer, None for a refusal: all this is for comfort, and a notice takes its place."""
        try:
            return (await call).data
        except SlackApiError as error:
            name = name_of(error)
            if not is_transient(error) and name not in _OF_ONE_PLACE and "stream" not in name:
                self.unable.add(self.outgoing.place.workspace)
            log.no_agent(name)
        except (ClientError, TimeoutError) as error:
            log.no_agent(type(error).__name__)
        return None
