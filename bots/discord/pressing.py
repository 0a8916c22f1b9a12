"""Pressed controls: most are events of the conversation, some only Discord can carry out."""

from dataclasses import replace

import discord

from bots.discord import buttons, form, inbound
from bots.discord.markdown import bold
from bots.discord.means import Means
from bots.discord.message import Button, Message, Style
from bots.discord.prompt import show_text
from bots.discord.visit import Visit
from bots.discord.whereabouts import channel_of
from bots.moving import END, begun_from
from core.conversation.controls import Control
from core.incoming import Opened
from core.privacy.text import MaskedText


class Pressing:
    """Takes pressed controls."""

    def __init__(self, means: Means) -> None:
        self._means = means

    async def take(self, visit: Visit) -> None:
        """Carry out what a control stands for."""
        code = inbound.code_in(visit.interaction)
        event = buttons.read_code(code)
        if event is not None:
            await self._means.relay.take(visit.wants(visit.here, event))
        elif target := buttons.rest_of(code, "answer"):
            await self._open_input(visit, target)
        elif code == buttons.DM:
            await self._go_to_dm(visit)
        elif code == buttons.SHARE:
            await self._hand_over(visit)
        else:
            await self._ask_to_share(visit, buttons.control_of(code))

    async def _open_input(self, visit: Visit, target: str) -> None:
        if await self._means.interviews.is_anothers(visit.here, str(visit.person), visit.session):
            await visit.show(Message(visit.scene.say("error.not_owner")))
        else:
            await visit.answering.open(form.single_input(target, visit.scene))

    async def _go_to_dm(self, visit: Visit) -> None:
        """Go on in the DM with all that was answered, and end what was begun where others read along."""
        held = await self._means.interviews.owned(str(visit.person), visit.session)
        opened = await self._means.places.dm(visit.person, visit.locale, visit.interaction.id)
        if opened is None:
            await visit.say("dm.closed")
            return
        await visit.say("dm.opened", channel=channel_of(opened.place))
        begins = visit.did(opened.place, begun_from(held) if held else Opened())
        if await self._means.relay.take(replace(begins, session="")) and held:
            await self._means.relay.take(visit.did(held.place, END, ".end"))

    async def _ask_to_share(self, visit: Visit, control: Control | None) -> None:
        """Ask whether the prompt is to be shown to the whole channel."""
        if control is not Control.SHARE:
            return
        if await self._means.interviews.is_anothers(visit.here, str(visit.person), visit.session):
            await visit.answering.show(Message(visit.scene.say("error.not_owner")))
            return
        share = Button(visit.scene.say("control.share"), buttons.SHARE, Style.DANGER)
        await visit.answering.show(Message(visit.scene.tell("shared.ask"), ((share,),)).of(visit.scene.session))

    async def _hand_over(self, visit: Visit) -> None:
        """Share the prompt, as everybody may see it."""
        prompt = await self._means.interviews.prompt_at(visit.here, str(visit.person), visit.scene.session)
        if prompt is None:
            await visit.show(Message(visit.scene.say("error.not_owner")))
        else:
            await self._share(visit, prompt)

    async def _share(self, visit: Visit, prompt: MaskedText) -> None:
        channel = visit.interaction.channel
        if not isinstance(channel, discord.Thread):
            await visit.say("shared.nowhere")
            return
        title = bold(visit.scene.tell("shared", name=f"<@{visit.person}>"))
        nonce = f"share-{visit.interaction.id}"[:25]
        try:
            await self._means.rest.send(str(channel.parent_id), show_text(title, prompt, visit.scene), nonce)
        except (discord.Forbidden, discord.NotFound):
            await visit.say("shared.nowhere")
            return
        await visit.say("shared.done")
