"""Handles components: most are events of the conversation, some only Discord can carry out."""

from dataclasses import replace

import discord

from bots.discord import control_codes, inbound, limits, modals
from bots.discord.interaction_context import InteractionContext
from bots.discord.markup import bold
from bots.discord.message import Button, ButtonStyle, Message
from bots.discord.places import channel_of
from bots.discord.replies.prompt import show_text
from bots.discord.thread_opener import open_dm
from bots.shared.custom_ids import control_of, read_address
from bots.shared.move_to_dm import END, carried_over
from core.conversation.control_names import Control
from core.messages import Opened, Pressed
from core.privacy.text import MaskedText


async def handle_component(context: InteractionContext) -> bool:
    """Carry out what a control stands for; say whether its event is committed."""
    code = inbound.code_in(context.interaction)
    event = control_codes.read_code(code)
    if event is not None:
        return await context.take(Pressed(event))
    if code == control_codes.DM:
        return await _go_to_dm(context)
    if target := control_codes.rest_of(code, "answer"):
        await _open_input(context, target)
    elif code == control_codes.SHARE:
        await _share(context)
    elif control_of(code) is Control.SHARE:
        await _ask_to_share(context)
    else:
        context.services.dropped("component", "unknown")
    return False


async def _open_input(context: InteractionContext, target: str) -> None:
    if await context.is_anothers():
        await context.show(Message(context.ctx.t("error.not_owner")))
    else:
        await context.responder.open(modals.single_input(target, context.ctx))


async def _go_to_dm(context: InteractionContext) -> bool:
    """Go on in the DM with all that was answered, and end what was begun where others read along."""
    services = context.services
    held = await services.interviews.owned(context.person, context.session)
    opened = await open_dm(services.rest, context.person, context.locale, context.interaction.id)
    if opened is None:
        await context.tell("dm.closed")
        return False
    await context.tell("dm.opened", channel=channel_of(opened.place))
    begins = context.did(opened.place, carried_over(held) if held else Opened(), ".begin" if held else "")
    taken = await services.relay.handle(replace(begins, session=""))
    return await context.take(END, at=held.place) if taken and held else taken


async def _ask_to_share(context: InteractionContext) -> None:
    """Ask before others get to see it."""
    if await _to_share(context):
        button = Button(context.ctx.t("control.share"), control_codes.SHARE, ButtonStyle.DANGER)
        question = Message(context.ctx.t("shared.ask"), ((button,),))
        await context.show(question.of(context.ctx.session))


async def _share(context: InteractionContext) -> None:
    """Post the prompt in the thread's channel, as everybody may see it."""
    shared = await _to_share(context)
    if shared is None:
        return
    channel, prompt = shared
    title = bold(context.ctx.t("shared", name=f"<@{context.person}>"))
    nonce = f"share-{context.interaction.id}"[: limits.NONCE]
    done = "shared.done"
    try:
        await context.services.rest.send(channel, show_text(title, prompt, context.ctx), nonce)
    except (discord.Forbidden, discord.NotFound):
        done = "shared.nowhere"
    await context.show(Message(context.ctx.t(done)), in_place=True)


async def _to_share(context: InteractionContext) -> tuple[str, MaskedText] | None:
    """Return the channel and the prompt that this person may post there; None, and why is said, if they may not."""
    session, number = read_address(context.ctx.session)
    shared = await context.services.interviews.to_share(context.here, context.person, session, number)
    channel = context.interaction.channel
    if shared is None:
        await context.tell(await context.services.interviews.refusal(context.here, context.person, session))
    elif not isinstance(channel, discord.Thread):
        await context.tell("shared.nowhere")
    else:
        return str(channel.parent_id), shared[0].prompt
    return None
