"""Sending replies to Slack, each once."""

import asyncio
from functools import partial

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.shared.receipts import concerns_card, standing_before
from bots.shared.redelivery import is_redelivery
from bots.slack import log
from bots.slack.agent_session import Progress
from bots.slack.blocks import section
from bots.slack.conversation_cache import ConversationCache
from bots.slack.errors import is_transient, name_of
from bots.slack.form import form_view
from bots.slack.markup import escape
from bots.slack.message import OutgoingMessage
from bots.slack.places import dump_place
from bots.slack.render import Render
from bots.slack.replies.model_answer import growing
from bots.slack.reply_delivery import ReplyDelivery
from bots.slack.texts import t
from bots.slack.workspace_clients import Clients, NotInstalledError
from core.conversation.replies import OpenForm
from core.errors import DeliveryRefused, PlatformUnreachable
from core.messages import Card, Outgoing, Revealed, Standing
from core.ports import Store


class SlackOutbox:
    """Sends replies; what was perhaps sent before is looked for first."""

    partials_every_s = 1.0

    def __init__(
        self,
        clients: Clients,
        render: Render,
        conversations: ConversationCache,
        store: Store,
    ) -> None:
        self._clients = clients
        self._render = render
        self._conversations = conversations
        self._store = store
        self._unable: set[str] = set()

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Show a reply and return the timestamps of its messages.

        Raises:
            DeliveryRefused: Slack will never take it; its person was told in the DM.
            PlatformUnreachable, ClientError, TimeoutError: It cannot be sent now; trying later may help.
        """
        try:
            client = await self._clients.of(outgoing.place.workspace)
        except NotInstalledError:
            raise DeliveryRefused from None
        cached = self._conversations.at(outgoing.place)
        cached.owner = outgoing.person
        standing = await self._standing(outgoing)
        ended = Progress.read(standing.progress) if revealed.reply.ends else Progress()
        card = standing.card if standing.card and "." in standing.card.receipt else None
        since = partial(self._since, outgoing, card)
        delivery = ReplyDelivery(client, cached, outgoing, revealed, ended, since, is_redelivery(), self._unable, card)
        if isinstance(revealed.reply, OpenForm) and await self._opened(delivery, revealed.reply):
            return "modal"
        try:
            return await self._deliver(delivery)
        except SlackApiError as error:
            if await self._clients.is_removed(outgoing.place.workspace, client, error):
                log.refused(outgoing.id, name_of(error))
                raise DeliveryRefused(reason=name_of(error)) from None
            if is_transient(error):
                reason = name_of(error) or str(error.response.status_code)
                raise PlatformUnreachable(platform="Slack", reason=reason) from None
            log.refused(outgoing.id, name_of(error))
            await delivery.give_up()
            await _notify_failed(delivery)
            raise DeliveryRefused(reason=name_of(error)) from None

    async def stream_partial(self, outgoing: Outgoing, revealed: Revealed) -> None:
        """Show what there is of an answer that is still being written; Slack may take it or leave it."""
        client = await self._clients.of(outgoing.place.workspace)
        standing = await asyncio.to_thread(self._store.standing_before, outgoing.session)
        cached, progress = self._conversations.at(outgoing.place), Progress.read(standing.progress)
        since = partial(self._since, outgoing)
        delivery = ReplyDelivery(client, cached, outgoing, revealed, progress, since, again=False, unable=self._unable)
        await delivery.stream_partial(self._render(outgoing, revealed)[0], growing(revealed, outgoing.locale))

    async def _since(self, outgoing: Outgoing, card: Card | None = None) -> str:
        """Return the timestamp of what was posted before a reply, or of the card before it; empty for none."""
        receipt = await asyncio.to_thread(self._store.last_receipt, outgoing.session, outgoing.id)
        *_, newest = (receipt or "").split(" ")
        posted = [ts for ts in (newest, *(card.receipt.split(" ") if card else ())) if "." in ts]
        return min(posted, key=float, default="")

    async def _standing(self, outgoing: Outgoing) -> Standing:
        """Return what a reply ends, or takes the place of."""
        if not (outgoing.reply.ends or concerns_card(outgoing.reply)):
            return Standing()
        return await standing_before(self._store, outgoing)

    async def _deliver(self, delivery: ReplyDelivery) -> str:
        outgoing = delivery.outgoing
        postings = self._render(outgoing, delivery.revealed)
        if outgoing.only_to and not outgoing.place.private:
            return await delivery.post_ephemeral(outgoing.only_to, postings)
        receipt = await delivery.show(postings)
        await delivery.name_thread()
        return receipt

    async def _opened(self, delivery: ReplyDelivery, form: OpenForm) -> bool:
        """Open the form at once if somebody has just pressed for it; False if there is no time left to."""
        cached, outgoing = delivery.cached, delivery.outgoing
        trigger, cached.trigger = cached.trigger, None
        if trigger is None or trigger.person != outgoing.person:
            return False
        if trigger.is_expired(asyncio.get_running_loop().time()):
            return False
        view = form_view(
            form.answers, outgoing.locale, dump_place(outgoing.place, outgoing.parent_message, outgoing.session)
        )
        try:
            await delivery.client.views_open(trigger_id=trigger.id, view=view)
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            return False
        return True


async def _notify_failed(delivery: ReplyDelivery) -> None:
    """Tell a person that a reply could not be posted, where they surely look."""
    place, locale = delivery.outgoing.place, delivery.outgoing.locale
    if place.private:
        sentence = escape(t(locale, "delivery.failed"))
    else:
        sentence = t(locale, "delivery.failed_there", channel=place.channel)
    try:
        await delivery.post_in_dm(delivery.outgoing.person, (OutgoingMessage(sentence, (section(sentence),)),))
    except (SlackApiError, ClientError, TimeoutError) as error:
        log.handler_failed("apology", error)
