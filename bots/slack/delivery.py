"""The delivery of one reply: for everybody in the conversation, or for one person's eyes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.cards import CardSlot
from bots.slack.conversation_cache import CachedConversation
from bots.slack.errors import is_transient, name_of
from bots.slack.message_client import Destination, MessageClient
from bots.slack.outgoing_message import OutgoingMessage
from core.conversation.replies import (
    ShowExport,
    TellEnded,
)
from core.features.rehearsal.replies import ShowLine, ShowPersona, ShowReview
from core.messages import Card, Outgoing, Revealed

_IN_PLACE: Final = ShowPersona | ShowLine | ShowReview | TellEnded


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reply on its way; `again`: an earlier attempt may have reached Slack.

    `progress` is the notice of what this reply ends, or of what it shows a part of; `since` returns the timestamp of
    the reply before; `card` is what waited for the person before it.
    """

    client: AsyncWebClient
    talk: CachedConversation
    outgoing: Outgoing
    revealed: Revealed
    progress: str
    since: Callable[[], Awaitable[str]]
    again: bool
    card: Card | None = None

    async def show(self, postings: tuple[OutgoingMessage, ...]) -> str:
        """Post for everybody in the conversation, and return the timestamps."""
        cards = CardSlot(self._poster(), self.talk, self._address(), self.card, self.outgoing.parent_message)
        receipt = await cards.put(self.revealed.reply, postings[0], self._mark(0))
        receipt = receipt or await self._replace_progress(postings[0])
        if not receipt:
            posted = [await self._post(part, posting) for part, posting in enumerate(postings)]
            receipt = " ".join(posted)
        if receipt != self.progress:
            await self._take_progress_away()
        await cards.close(self.revealed.reply, postings[0], receipt)
        return receipt

    async def _post(self, part: int, posting: OutgoingMessage) -> str:
        return await self._poster().post(self._address(), posting, self._mark(part), again=self.again)

    async def post_ephemeral(self, person: str, postings: tuple[OutgoingMessage, ...]) -> str:
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
        place = self.outgoing.place
        return Destination(place.channel, place.thread or self.outgoing.parent_message or None)

    def _mark(self, part: int, where: str = "") -> str:
        """Return what names this message; a sentence outside any session has no name and is never looked for."""
        return f"{self.outgoing.session}:{self.outgoing.id}:{part}{where}" if self.outgoing.id else ""

    async def _replace_progress(self, posting: OutgoingMessage) -> str:
        """Put what a model was waited for, or that nothing comes, in the place of the notice: it reads better so."""
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

    async def _take_progress_away(self) -> None:
        """Take the notice away once what it spoke of is there; it matters little if Slack refuses."""
        if not self.progress:
            return
        try:
            await self._poster().delete(self._address(), self.progress)
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.handler_failed("take_progress_away", error)
