"""The agent session of a thread: Slack's own sign that something is being made, its stop button, stream and title.

There are none in the DM itself, for a session belongs to a thread; https://docs.slack.dev/ai/agent-sessions. Where the
app is no agent, or may not do this, a notice and edits do the same.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import limits, log
from bots.slack.errors import is_transient, name_of
from bots.slack.markup import clip
from core.messages import Outgoing

# Without the event of the stop button nobody could stop it: the notice has a button of ours.
_NO_STOP: Final = "missing_agent_session_stopped_event_subscription"
# What says that the app is no agent or may not be one there; any other refusal is about one call.
# https://docs.slack.dev/reference/methods/agents.sessions.setStatus#errors
_OF_THE_APP: Final = frozenset(
    {
        "access_denied",
        "enterprise_is_restricted",
        "method_deprecated",
        "missing_scope",
        "no_permission",
        "team_access_not_granted",
        "unknown_method",
        _NO_STOP,
    }
)
_WITHIN_S: Final = 3.0  # replies wait for it, and it is comfort: Slack itself waits no longer for an app
_PAUSES_S: Final = (0.5, 2.0)  # nobody but us ends a status, so that is tried again; by then the reply is shown


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
        answer = await self._tried(lambda: self._status("processing", initiator_user_id=self.outgoing.person))
        if answer is None:
            if self.outgoing.place.workspace not in self.unable:
                await self.end()  # Slack may have done it all the same
            return False
        if _NO_STOP in str(answer):
            self.unable.add(self.outgoing.place.workspace)
            log.no_agent(_NO_STOP)
            await self.end()
            return False
        return True

    async def end(self) -> None:
        """Show that nothing is being made any more; where the app is no agent, nothing ever was."""
        await self._tried(lambda: self._status("active"), _PAUSES_S)

    async def stream(self, sentence: str) -> str:
        """Begin the message in which an answer grows, and return its timestamp; empty where Slack does not."""
        place = self.outgoing.place
        theirs = (
            {} if place.private else {"recipient_user_id": self.outgoing.person, "recipient_team_id": place.workspace}
        )
        chunk = {"type": "task_update", "id": "answer", "title": clip(sentence, 200), "status": "in_progress"}
        begun = await self._tried(
            lambda: self.client.chat_startStream(channel=place.channel, thread_ts=self.thread, chunks=[chunk], **theirs)
        )
        return str(begun["ts"]) if begun else ""

    async def append(self, ts: str, text: str) -> bool:
        """Add to what has grown; False where Slack takes no more."""
        chunk = {"type": "markdown_text", "text": text}
        channel = self.outgoing.place.channel
        taken = await self._tried(lambda: self.client.chat_appendStream(channel=channel, ts=ts, chunks=[chunk]))
        return taken is not None

    async def stop(self, ts: str) -> None:
        """End the stream, if Slack has not yet; its message is one like any other then."""
        await self._tried(lambda: self.client.chat_stopStream(channel=self.outgoing.place.channel, ts=ts))

    async def name(self, title: str) -> None:
        """Name the thread in the list of the agent's conversations; `title` is masked."""
        if self.thread and self.outgoing.place.workspace not in self.unable:
            channel, short = self.outgoing.place.channel, clip(title, limits.THREAD_TITLE)
            await self._tried(
                lambda: self.client.assistant_threads_setTitle(channel_id=channel, thread_ts=self.thread, title=short)
            )

    async def _status(self, status: str, **more: Any) -> Any:  # noqa: ANN401 - the SDK's own
        channel = self.outgoing.place.channel
        return await self.client.agents_sessions_setStatus(
            channel_id=channel, thread_ts=self.thread, status=status, **more
        )

    async def _tried(
        self,
        call: Callable[[], Awaitable[Any]],
        pauses_s: Sequence[float] = (),
    ) -> Any | None:  # noqa: ANN401 - the SDK's own
        """Return Slack's answer, None for a refusal: all this is for comfort, and a notice takes its place.

        What may pass is tried again after each of these pauses.
        """
        for pause_s in (*pauses_s, None):
            try:
                async with asyncio.timeout(_WITHIN_S):
                    return (await call()).data
            except SlackApiError as error:
                log.no_agent(name_of(error))
                if name_of(error) in _OF_THE_APP:
                    self.unable.add(self.outgoing.place.workspace)
                if not is_transient(error):
                    return None
            except (ClientError, TimeoutError) as error:
                log.no_agent(type(error).__name__)
            if pause_s is not None:
                await asyncio.sleep(pause_s)
        return None
