"""The delivery of one reply: for everybody in the conversation, or for one person's eyes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.blocks import section
from bots.slack.conversation_cache import CachedConversation
from bots.slack.errors import is_transient, name_of
from bots.slack.message_client import Destination, MessageClient
from bots.slack.mrkdwn import escape
from bots.slack.outgoing_message import OutgoingMessage
from bots.slack.texts import word
from core.conversation.replies import (
    Ask,
    AskGap,
    Reply,
    ShowExport,
    ShowOptions,
    ShowProgress,
    ShowPrompt,
    ShowSummary,
    ShowTrial,
    TellEnded,
)
from core.features.rehearsal.replies import ShowLine, ShowPersona, ShowReview
from core.messages import Outgoing, Revealed

_CLOSE_WITHIN_S: Final = 3.0
_IN_PLACE: Final = ShowPersona | ShowLine | ShowReview | TellEnded


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reply on its way; `again`: an earlier attempt may have reached Slack.

    `progress` is the notice of what this reply ends, or of what it shows a part of; `since` returns the timestamp of
    the reply before.
    """

    client: AsyncWebClient
    talk: CachedConversation
    outgoing: Outgoing
    revealed: Revealed
    progress: str
    since: Callable[[], Awaitable[str]]
    again: bool

    async def show(self, postings: tuple[OutgoingMessage, ...]) -> str:
        """Post for everybody in the conversation, and return the timestamp."""
        receipt = await self._replace_summary(postings[0]) or await self._replace_progress(postings[0])
        for part, posting in enumerate(postings if not receipt else ()):
            mark = self._mark(part)
            receipt = await self._poster().post(self._address(), posting, mark, again=self.again)
        if receipt != self.progress:
            await self._settle()
        await self._close_question(postings[0], receipt)
        return receipt

    async def whisper(self, person: str, postings: tuple[OutgoingMessage, ...]) -> str:
        """Show it to one person: beside the conversation, or in their DM where that cannot be."""
        if isinstance(self.revealed.reply, ShowExport):
            return await self.post_in_dm(person, postings)
        poster, receipt = self._poster(), ""
        try:
            for posting in postings:
                receipt = await poster.post_ephemeral(self._address(), person, posting)
        except SlackApiError as error:
            if is_transient(error):
                raise
            receipt = await self.post_in_dm(person, postings)
        return receipt

    async def post_in_dm(self, person: str, postings: tuple[OutgoingMessage, ...]) -> str:
        """Post into a person's DM."""
        dm = (await self.client.conversations_open(users=person))["channel"]["id"]
        poster, receipt = self._poster(), ""
        for part, posting in enumerate(postings):
            receipt = await poster.post(Destination(dm), posting, self._mark(part, "dm"), again=self.again)
        return receipt

    def _poster(self) -> MessageClient:
        return MessageClient(self.client, self.since)

    def _address(self) -> Destination:
        """Return where it belongs; in a DM the finished prompt goes beneath the message of its making."""
        place = self.outgoing.place
        making = self.progress if isinstance(self.revealed.reply, ShowPrompt | ShowTrial) else ""
        return Destination(place.channel, place.thread or self.outgoing.beneath or making or None)

    def _mark(self, part: int, where: str = "") -> str:
        """Return what names this message; a sentence outside any session has no name and is never looked for."""
        return f"{self.outgoing.session}:{self.outgoing.id}:{part}{where}" if self.outgoing.id else ""

    async def _replace_summary(self, posting: OutgoingMessage) -> str:
        """Put a changed summary in the place of the one it was changed on; nothing if Slack does not take that."""
        ts = self.talk.replaceable
        if ts and isinstance(self.revealed.reply, ShowSummary | ShowOptions):
            try:
                return await self._poster().update(self._address(), ts, posting, self._mark(0))
            except SlackApiError as error:
                log.edit_refused(name_of(error))
        self.talk.replaceable = None  # what is posted now stands beneath it
        return ""

    async def _replace_progress(self, posting: OutgoingMessage) -> str:
        """Put what a rehearsal waited for, or that nothing comes, in the place of the notice: it reads better so."""
        if not self.progress or self.again or not isinstance(self.revealed.reply, _IN_PLACE):
            return ""
        try:
            return await self._poster().update(self._address(), self.progress, posting, self._mark(0))
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            return ""

    async def unfold(self, posting: OutgoingMessage) -> None:
        """Put what there is of an answer in the place of the progress."""
        channel, ts = self.outgoing.place.channel, self.progress
        if ts:
            await self.client.chat_update(channel=channel, ts=ts, text=posting.text, blocks=list(posting.blocks))

    async def _close_question(self, posting: OutgoingMessage, receipt: str) -> None:
        """Take the buttons from the question before this one; that they stay does little harm."""
        reply = self.revealed.reply
        if not isinstance(reply, Ask | AskGap | ShowSummary | ShowProgress):
            return
        before, self.talk.question = self.talk.question, (receipt, posting) if isinstance(reply, Ask | AskGap) else None
        if before is None or before[0] == receipt:
            return
        ts, asked = before
        blocks = [block for block in asked.blocks if block["type"] != "actions"]
        try:
            async with asyncio.timeout(_CLOSE_WITHIN_S):
                await self.client.chat_update(
                    channel=self.outgoing.place.channel, ts=ts, text=asked.text, blocks=blocks
                )
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.unheard("close_question", error)

    async def _settle(self) -> None:
        """Let the message of the making say that it is done; it matters little if Slack refuses."""
        ts, ready = self.progress, _ready(self.revealed.reply)
        if not ts or not ready:
            return
        done = f":white_check_mark: {escape(word(self.outgoing.locale, ready))}"
        channel = self.outgoing.place.channel
        try:
            await self.client.chat_update(channel=channel, ts=ts, text=done, blocks=[section(done)])
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.unheard("settle", error)


def _ready(reply: Reply) -> str:
    """Return what the message of the making says once this reply is there; nothing if it still goes on."""
    match reply:
        case ShowPrompt():
            return "prompt.ready"
        case ShowTrial():
            return "try.ready"
        case TellEnded():
            return "try.stopped"
        case _:
            return ""
