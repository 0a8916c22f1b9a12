"""The delivery of one reply: for everybody in the conversation, or for one person's eyes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.agent_session import AgentSession, Progress
from bots.slack.conversation_cache import CachedConversation
from bots.slack.errors import is_transient, name_of
from bots.slack.message import OutgoingMessage
from bots.slack.message_client import MessageClient
from bots.slack.texts import t
from bots.slack.waiting_message import CardSlot
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import ShowExport, ShowPrompt, ShowSummary, Tell
from core.messages import Card, Outgoing, Revealed

EDITS_EVERY_S: Final = 3.0  # 20 a minute: two answers at once stay below the 50 that Slack takes of chat.update


@dataclass(frozen=True, slots=True)
class ReplyDelivery:
    """A reply on its way; `again`: an earlier attempt may have reached Slack.

    `progress` says that what this reply ends, or shows a part of, is being made; `since` returns the timestamp of the
    reply before; `card` is what waited for the person before it; `unable` are the workspaces where the app is no agent.
    """

    client: AsyncWebClient
    cached: CachedConversation
    outgoing: Outgoing
    revealed: Revealed
    progress: Progress
    since: Callable[[], Awaitable[str]]
    again: bool
    unable: set[str]
    card: Card | None = None

    async def show(self, postings: tuple[OutgoingMessage, ...]) -> str:
        """Post for everybody in the conversation, and return the timestamps."""
        cards = CardSlot(self._messages, self.cached, self.card, self.outgoing.parent_message)
        receipt = await cards.put(self.revealed.reply, postings[0], self._mark(0))
        receipt = receipt or await self._begin_session() or await self._replace_progress(postings)
        if not receipt:
            receipt = " ".join(await self._post(self._messages, postings))
        if receipt != self.progress.ts:
            await self._take_progress_away()
        await self._end_session()
        await cards.close(self.revealed.reply, postings[0], receipt)
        return receipt

    async def _post(self, messages: MessageClient, postings: tuple[OutgoingMessage, ...], where: str = "") -> list[str]:
        return [
            await messages.post(posting, self._mark(part, where), again=self.again)
            for part, posting in enumerate(postings)
        ]

    async def post_ephemeral(self, person: str, postings: tuple[OutgoingMessage, ...]) -> str:
        """Show it to one person: beside the conversation, or in their DM where that cannot be."""
        if isinstance(self.revealed.reply, ShowExport):
            return await self.post_in_dm(person, postings)
        try:
            return [await self._messages.post_ephemeral(person, posting) for posting in postings][-1]
        except SlackApiError as error:
            if is_transient(error):
                raise
            return await self.post_in_dm(person, postings)

    async def post_in_dm(self, person: str, postings: tuple[OutgoingMessage, ...]) -> str:
        """Post into a person's DM."""
        dm = (await self.client.conversations_open(users=person))["channel"]["id"]
        return (await self._post(MessageClient(self.client, dm, None, self.since), postings, "dm"))[-1]

    @property
    def _messages(self) -> MessageClient:
        place = self.outgoing.place
        thread = place.thread or self.outgoing.parent_message or None
        return MessageClient(self.client, place.channel, thread, self.since)

    def _mark(self, part: int, where: str = "") -> str:
        """Return what names this message; a sentence outside any session has no name and is never looked for."""
        return f"{self.outgoing.session}:{self.outgoing.id}:{part}{where}" if self.outgoing.id else ""

    async def _begin_session(self) -> str:
        """Let Slack itself say that something is being made; return the receipt of that, empty where it does not."""
        reply, thread = self.revealed.reply, self._messages.thread
        if not isinstance(reply, ShowProgress) or not thread:
            return ""
        session = self._session(thread)
        if self.again:  # what an earlier attempt may have begun is known to no receipt, and nobody would end it
            await session.end()
            return ""
        if not await session.begin():
            return ""
        ts = await session.stream(t(self.outgoing.locale, reply.text)) if reply.grows else ""
        self.cached.streamed = (ts, "") if ts else None
        return Progress(ts, thread).receipt

    async def _end_session(self) -> None:
        """Let Slack show that nothing is being made any more; with all that was deleted the receipt is gone, too."""
        reply, thread = self.revealed.reply, self.progress.thread
        if not thread and isinstance(reply, Tell) and reply.closes:
            thread = self._messages.thread or ""
        if thread:
            await self._session(thread).end()

    async def give_up(self) -> None:
        """Take away what says that a reply is being made, which Slack will not take."""
        if self.progress.is_stream:
            await self._session(self.progress.thread).stop(self.progress.ts)
        await self._take_progress_away()
        await self._end_session()

    async def name_thread(self) -> None:
        """Name the thread of a DM after the masked purpose, so that it is found among a person's others."""
        reply, thread = self.outgoing.reply, self._messages.thread
        answers = reply.version.answers if isinstance(reply, ShowPrompt) else getattr(reply, "answers", {})
        purpose = answers.get(Key.PURPOSE) if isinstance(reply, ShowPrompt | ShowSummary) else None
        if not (purpose and thread and self.outgoing.place.private):
            return
        title = " ".join(purpose.text.split())
        if self.cached.title != (thread, title):
            self.cached.title = (thread, title)
            await self._session(thread).name(title)

    def _session(self, thread: str) -> AgentSession:
        return AgentSession(self.client, self.outgoing, thread, self.unable)

    async def _replace_progress(self, postings: tuple[OutgoingMessage, ...]) -> str:
        """Put what a model was waited for, or that nothing comes, in the place of the notice: it reads better so."""
        progress, (posting, *more) = self.progress, postings
        if progress.is_stream:
            await self._session(progress.thread).stop(progress.ts)
        stays = self.revealed.reply.in_place or (progress.is_stream and not (more or posting.attachment))
        if not progress.ts or self.again or not stays:
            return ""
        try:
            return await self._messages.update(progress.ts, posting, self._mark(0))
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            return ""

    async def stream_partial(self, posting: OutgoingMessage, text: str) -> None:
        """Let the stream grow by what has come of an answer, or put the end of it in the place of the notice."""
        if self.progress.is_stream:
            await self._grow(text)
        elif self.progress.ts and self._may_edit():
            await self._messages.update(self.progress.ts, posting)

    async def _grow(self, text: str) -> None:
        """Add to the stream what follows what it says; what is not begun by that only comes when it is whole."""
        ts, said = self.cached.streamed or ("", "")
        if ts != self.progress.ts or not text.startswith(said) or text == said:
            return
        taken = await self._session(self.progress.thread).append(ts, text[len(said) :])
        self.cached.streamed = (ts, text) if taken else None

    def _may_edit(self) -> bool:
        """Say whether Slack takes an edit again: some 50 a minute from a workspace's app, and streams none of these."""
        now = asyncio.get_running_loop().time()
        if now - self.cached.edited_at < EDITS_EVERY_S:
            return False
        self.cached.edited_at = now
        return True

    async def _take_progress_away(self) -> None:
        """Take the notice away once what it spoke of is there; it matters little if Slack refuses."""
        if not self.progress.ts:
            return
        try:
            await self._messages.delete(self.progress.ts)
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.handler_failed("take_progress_away", error)
