"""The message in which an interview waits: it is changed where it was pressed, and goes when another took its place."""

import asyncio
from dataclasses import dataclass, replace
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.shared.receipts import concerns_card
from bots.shared.waiting_card import CLOSED_WITHIN_S, place_for, stays_readable
from bots.slack import log
from bots.slack.blocks import small
from bots.slack.conversation_cache import CachedConversation
from bots.slack.errors import is_transient, name_of
from bots.slack.markup import clip
from bots.slack.message import OutgoingMessage
from bots.slack.message_client import MessageClient
from core.conversation.replies import Reply
from core.messages import Card

_CONTROLS: Final = frozenset({"actions", "context_actions"})


@dataclass(frozen=True, slots=True)
class CardSlot:
    """Where a reply goes that waits for the person, or ends that: the place of the card before it, if there is one."""

    messages: MessageClient
    cached: CachedConversation
    before: Card | None
    parent_message: str

    async def put(self, reply: Reply, posting: OutgoingMessage, mark: str) -> str:
        """Put a reply in the place of the card that was pressed; empty where it has to be posted."""
        ts, pressed = place_for(reply, self.before, self.cached.replaceable), self.cached.pressed
        self.cached.pressed = ""
        if not ts:
            self.cached.replaceable = None  # what is posted now stands beneath it
            return ""
        if pressed:
            done = small(f"✓ {clip(pressed, 60)}")
            posting = replace(posting, blocks=(done, *posting.blocks))
        try:
            await self.messages.update(ts, posting, mark)
        except SlackApiError as error:  # it is gone
            log.edit_refused(name_of(error))
            if not (is_transient(error) and await self.messages.has(mark)):
                return ""
        self.cached.card = (ts, posting)
        return ts

    async def close(self, reply: Reply, posting: OutgoingMessage, receipt: str) -> None:
        """Take the card before away, or only its controls where it is worth reading; it matters little if it stays."""
        shown = self.cached.card
        if reply.waits:
            self.cached.card = (receipt, posting)
        if not concerns_card(reply) or not self.before or self.before.receipt == receipt:
            return
        ts = self.before.receipt
        stays = self.parent_message == ts or stays_readable(reply, self.before)
        try:
            async with asyncio.timeout(CLOSED_WITHIN_S):
                if not stays:
                    await self.messages.delete(ts)
                elif asked := shown[1] if shown and shown[0] == ts else await self.messages.read(ts):
                    await self.messages.update(ts, _without_controls(asked))
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.handler_failed("close_card", error)


def _without_controls(posting: OutgoingMessage) -> OutgoingMessage:
    kept = ({name: part for name, part in block.items() if name != "accessory"} for block in posting.blocks)
    return replace(posting, blocks=tuple(block for block in kept if block["type"] not in _CONTROLS))
