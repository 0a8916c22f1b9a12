"""Sending rendered replies: into the DM or thread, or for one person's eyes alone."""

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

import discord

from bots.discord import form
from bots.discord.command_mentions import CommandMentions
from bots.discord.errors import is_archived, is_closed, is_dead_token, is_permanent
from bots.discord.interview_lookup import DiscordInterviews
from bots.discord.locales import Locales
from bots.discord.message import Message
from bots.discord.places import EVERYWHERE, channel_of, is_ephemeral
from bots.discord.render import render
from bots.discord.render_context import RenderContext
from bots.discord.responder import InteractionResponder
from bots.discord.rest import Rest
from bots.discord.threads import Threads
from bots.discord.waiting_message import Cards
from bots.shared.custom_ids import address_of
from bots.shared.receipts import standing_before
from bots.shared.redelivery import is_redelivery
from bots.shared.waiting_card import goes_in_place
from core.conversation.expected_input import Occasion
from core.conversation.replies import OpenForm, Prefaced, Reply, Tell
from core.errors import DeliveryRefused
from core.messages import Card, Outgoing, Revealed

_FORM_OPENED: Final = "form"


class DiscordOutbox:
    """A `bots.platform.Outbox` on Discord.

    A nonce made of the reply's id lets a repeated send show nothing twice, but only for some minutes. So what an
    earlier process left behind, and the first reply after a failure, is looked for before it is sent: one that is
    missing proves that those behind it are, too. `reads_threads` says that typed text is readable in servers as well.
    """

    partials_every_s = 1.5  # Discord takes five edits in five seconds

    def __init__(  # noqa: PLR0913 - what a reply is rendered with, and where it goes
        self,
        rest: Rest,
        interviews: DiscordInterviews,
        locales: Locales,
        mentions: CommandMentions,
        retention_days: int,
        *,
        reads_threads: bool,
    ) -> None:
        self._rest = rest
        self._interviews = interviews
        self._retention_days = retention_days
        self._locales = locales
        self._mentions = mentions
        self._reads_threads = reads_threads
        self._cards = Cards(rest, interviews.store)
        self._threads = Threads(rest, interviews)
        self._doubtful: set[str] = set()

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Show a reply; return the ids of its messages.

        Raises:
            DeliveryRefused: Discord will never take it, not even in the DM.
            discord.DiscordException: Discord does not take it now.
        """
        if _chooses_language(revealed.reply):
            self._locales.choose(EVERYWHERE, outgoing.person, outgoing.locale)
        ctx = self._ctx(outgoing)
        responder = InteractionResponder.of(outgoing.only_to or outgoing.person)
        reply = revealed.reply
        if isinstance(reply, OpenForm) and responder is not None:
            page = form.form_page(responder.origin.page, reply.answers, ctx)
            if await responder.open(page):
                return _FORM_OPENED
        card = await self._cards.before(outgoing)
        await self._threads.open(outgoing)
        try:
            receipt = await self._show(outgoing, render(revealed, ctx), responder, card)
        except discord.HTTPException as error:
            if not is_permanent(error):
                raise
            await self._notify_failed(outgoing, responder)
            raise DeliveryRefused(reason=f"{error.status}/{error.code}") from None
        await self._cards.close(outgoing, card, receipt)
        await self._tidy(outgoing)
        await self._threads.follow(outgoing, ctx)
        return receipt

    async def _notify_failed(self, outgoing: Outgoing, responder: InteractionResponder | None) -> None:
        """Say that there was a reply which Discord does not take, and that nothing is being made any more."""
        if outgoing.id == 0:
            return
        with suppress(discord.HTTPException):
            sentence = Message(self._ctx(outgoing).t("refused"))
            await self._show(replace(outgoing, id=0, reply=Reply()), (sentence,), responder)
        await self._tidy(outgoing)

    async def stream_partial(self, outgoing: Outgoing, revealed: Revealed) -> None:
        """Show what there is of an answer that is still being written, in the place of the notice of progress."""
        progress = await self._progress(outgoing)
        if progress:
            message = render(revealed, self._ctx(outgoing))[0]
            await self._rest.edit(channel_of(outgoing.place), progress, message)

    async def _show(
        self,
        outgoing: Outgoing,
        messages: Sequence[Message],
        responder: InteractionResponder | None,
        card: Card | None = None,
    ) -> str:
        if not outgoing.session and responder is not None:
            responder.refuse()
        if _is_for_one(outgoing) or (outgoing.id == 0 and responder is not None and responder.is_open):
            return await self._aside(outgoing, messages, responder)
        try:
            if replaced := await self._cards.put(outgoing, messages[0], card, responder):
                return replaced
        except discord.HTTPException:
            self._doubtful.add(outgoing.session)
        settling = asyncio.create_task(_settled(responder, committed=outgoing.id != 0))
        try:
            return await self._in_place(outgoing, messages)
        finally:
            await settling

    async def _aside(
        self, outgoing: Outgoing, messages: Sequence[Message], responder: InteractionResponder | None
    ) -> str:
        """Show messages to one person alone: in answer to what they pressed, else in the DM."""
        receipts: list[str] = []
        for number, message in enumerate(messages):
            if responder is None or not responder.can_show:
                return await self._elsewhere(outgoing, messages, number)
            try:
                receipts.append(await responder.show(message, in_place=is_ephemeral(outgoing.place)))
            except discord.HTTPException as error:
                if not (is_dead_token(error) or is_closed(error)):
                    raise
                return await self._elsewhere(outgoing, messages, number)
        return " ".join(receipts)

    async def _elsewhere(self, outgoing: Outgoing, messages: Sequence[Message], start: int) -> str:
        # What is said to a rating holds nothing of the person's, and its buttons work where the interview is.
        own = outgoing.reply.for_one and not outgoing.reply.impersonal
        if is_ephemeral(outgoing.place) or own:
            channel = await self._rest.open_dm(outgoing.only_to or outgoing.person)
        else:
            channel = channel_of(outgoing.place)
        return await self._post(channel, outgoing, messages, start)

    async def _in_place(self, outgoing: Outgoing, messages: Sequence[Message]) -> str:
        """Post where the interview is held, in a closed thread once it is opened again; else in the DM."""
        for reopened in (False, True):
            try:
                return await self._post(channel_of(outgoing.place), outgoing, messages)
            except discord.HTTPException as error:
                if outgoing.place.private or not is_closed(error):
                    raise
                if reopened or not (is_archived(error) and await self._threads.reopen(outgoing.place)):
                    break
        channel = await self._rest.open_dm(outgoing.person)
        return await self._post(channel, outgoing, messages)

    async def _post(self, channel: str, outgoing: Outgoing, messages: Sequence[Message], start: int = 0) -> str:
        base = f"{outgoing.id}" if outgoing.id else secrets.token_hex(8)
        receipts = []
        for number, message in enumerate(messages[start:], start):
            sent = await self._sent_before(channel, outgoing, message)
            receipts.append(sent or await self._post_one(channel, outgoing, message, f"pg-{base}-{number}"))
        return " ".join(receipts)

    async def _post_one(self, channel: str, outgoing: Outgoing, message: Message, nonce: str) -> str:
        self._doubtful.add(outgoing.session)
        receipt = await self._rest.send(channel, message, nonce)
        self._doubtful.discard(outgoing.session)
        return receipt

    async def _sent_before(self, channel: str, outgoing: Outgoing, message: Message) -> str | None:
        if outgoing.id == 0 or not (is_redelivery() or outgoing.session in self._doubtful):
            return None
        *_, last = (await self._interviews.last_receipt(outgoing.session) or "").split(" ")
        after = int(last) if last.isdecimal() else 0
        card = await self._cards.before(outgoing) if goes_in_place(outgoing.reply) else None
        # It may stand in the place of the card, which other messages have followed since.
        return await self._rest.find(channel, message, min(after, int(card.receipt) - 1) if card else after)

    async def _tidy(self, outgoing: Outgoing) -> None:
        """Take the notice of progress away once what it spoke of is there."""
        progress = await self._progress(outgoing) if outgoing.reply.ends else ""
        if progress:
            with suppress(discord.HTTPException):
                await self._rest.delete(channel_of(outgoing.place), progress)

    async def _progress(self, outgoing: Outgoing) -> str:
        """Return the message of the notice of progress; empty where nobody else can see it, or there is none."""
        if is_ephemeral(outgoing.place):
            return ""
        receipt = (await standing_before(self._interviews.store, outgoing)).progress
        return receipt if receipt.isdecimal() else ""

    def _ctx(self, outgoing: Outgoing) -> RenderContext:
        locale = outgoing.locale
        if outgoing.only_to not in {None, outgoing.person}:
            locale = self._locales.of(outgoing.only_to or "") or locale
        readable = not is_ephemeral(outgoing.place) and (outgoing.place.private or self._reads_threads)
        address = address_of(outgoing)
        return RenderContext(locale, readable, self._retention_days, address, outgoing.id, self._mentions)


def _chooses_language(reply: Reply) -> bool:
    """Say whether a reply says, by itself or before a question, that another language was chosen."""
    said = reply.preface if isinstance(reply, Prefaced) else (reply,)
    return any(isinstance(each, Tell) and each.occasion is Occasion.LANGUAGE for each in said)


def _is_for_one(outgoing: Outgoing) -> bool:
    return is_ephemeral(outgoing.place) or (outgoing.only_to is not None and not outgoing.place.private)


async def _settled(responder: InteractionResponder | None, *, committed: bool) -> None:
    if responder is None or not responder.is_open:
        return
    try:
        await (responder.acknowledge() if committed else responder.defer())
    except discord.HTTPException:
        return
