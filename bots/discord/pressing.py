"""Pressed controls: most are events of the conversation, some only Discord can carry out."""

from dataclasses import replace

import discord

from bots.discord import buttons, form, inbound, log
from bots.discord.markdown import bold
from bots.discord.means import Means
from bots.discord.message import Button, Message, Style
from bots.discord.prompt import show_text
from bots.discord.visit import Visit
from bots.discord.whereabouts import PLATFORM, channel_of
from bots.shared.move_to_dm import END, begun_from
from core.conversation.controls import Control
from core.messages import Opened
from core.privacy.text import MaskedText


class Pressing:
    """Takes pressed controls."""

    def __init__(self, means: Means) -> None:
        self._means = means

    async def take(self, visit: Visit) -> bool:
        """Carry out what a control stands for; say whether its event is committed."""
        code = inbound.code_in(visit.interaction)
        event = buttons.read_code(code)
        if event is not None:
            return await self._means.relay.take(visit.wants(visit.here, event))
        if code == buttons.DM:
            return await self._go_to_dm(visit)
        if target := buttons.rest_of(code, "answer"):
            await self._open_input(visit, target)
        elif code == buttons.SHARE:
            await self._share(visit)
        elif buttons.control_of(code) is Control.SHARE:
            await self._ask_to_share(visit)
        else:
            log.dropped("component", "unknown")
            self._means.meter.dropped(PLATFORM, "unknown")
        return False

    async def _open_input(self, visit: Visit, target: str) -> None:
        if await self._means.interviews.is_anothers(visit.here, str(visit.person), visit.session):
            await visit.show(Message(visit.scene.say("error.not_owner")))
        else:
            await visit.answering.open(form.single_input(target, visit.scene))

    async def _go_to_dm(self, visit: Visit) -> bool:
        """Go on in the DM with all that was answered, and end what was begun where others read along."""
        held = await self._means.interviews.owned(str(visit.person), visit.session)
        opened = await self._means.places.dm(visit.person, visit.locale, visit.interaction.id)
        if opened is None:
            await visit.say("dm.closed")
            return False
        await visit.say("dm.opened", channel=channel_of(opened.place))
        begins = visit.did(opened.place, begun_from(held) if held else Opened(), ".begin" if held else "")
        taken = await self._means.relay.take(replace(begins, session=""))
        return await self._means.relay.take(visit.did(held.place, END)) if taken and held else taken

    async def _ask_to_share(self, visit: Visit) -> None:
        """Ask before others get to see it."""
        if await self._to_share(visit):
            button = Button(visit.scene.say("control.share"), buttons.SHARE, Style.DANGER)
            question = Message(visit.scene.tell("shared.ask"), ((button,),))
            await visit.show(question.of(visit.scene.session))

    async def _share(self, visit: Visit) -> None:
        """Post the prompt in the thread's channel, as everybody may see it."""
        shared = await self._to_share(visit)
        if shared is None:
            return
        channel, prompt = shared
        title = bold(visit.scene.tell("shared", name=f"<@{visit.person}>"))
        nonce = f"share-{visit.interaction.id}"[:25]
        done = "shared.done"
        try:
            await self._means.rest.send(channel, show_text(title, prompt, visit.scene), nonce)
        except (discord.Forbidden, discord.NotFound):
            done = "shared.nowhere"
        await visit.show(Message(visit.scene.tell(done)), in_place=True)

    async def _to_share(self, visit: Visit) -> tuple[str, MaskedText] | None:
        """Return the channel and the prompt that this person may post there; None, and why is said, if they may not."""
        prompt = await self._means.interviews.prompt_at(visit.here, str(visit.person), visit.scene.session)
        channel = visit.interaction.channel
        if prompt is None:
            await visit.show(Message(visit.scene.say("error.not_owner")))
        elif not isinstance(channel, discord.Thread):
            await visit.say("shared.nowhere")
        else:
            return str(channel.parent_id), prompt
        return None
