"""Handles modals that are submitted."""

from dataclasses import replace

from slack_sdk.errors import SlackApiError

from bots.shared.redelivery import is_redelivery
from bots.slack import inbound, log
from bots.slack.errors import name_of
from bots.slack.form import read_form
from bots.slack.interaction_context import InteractionContext
from bots.slack.markup import escape
from bots.slack.message_client import MessageClient
from bots.slack.modals import action_in, slot_in, target_in, text_in
from bots.slack.places import is_guest, load_place, load_session
from bots.slack.replies.prompt import shared_posting
from bots.slack.texts import t
from core.conversation.questions import Key
from core.messages import Action, FormFilled, Incoming, Pasted, Place, Typed
from core.privacy.text import RawText


async def form(ctx: InteractionContext) -> None:
    """Take all answers of the form."""
    sent = read_form(ctx.payload["view"], await ctx.locale())
    filled = await _sent(ctx, FormFilled(sent.texts))
    if not sent.files:
        await ctx.take(filled)
        return
    taken = await ctx.services.hand_over(replace(filled, id=f"{filled.id}:form"))
    about = sent.texts.get(Key.PURPOSE, RawText("")).reveal()
    action = await ctx.services.references.read(filled.person, filled.place, sent.files, about)
    await taken
    await ctx.take(replace(filled, action=action))


async def answer(ctx: InteractionContext) -> None:
    """Take one answer that others were not to see, or one to a gap in the person's own words."""
    view = ctx.payload["view"]
    await ctx.take(await _sent(ctx, Typed(text_in(view), slot=slot_in(view))))


async def restore(ctx: InteractionContext) -> None:
    """Take an AI's answer; what it is with the real values is shown to its owner alone."""
    await ctx.take(await _sent(ctx, Pasted(text_in(ctx.payload["view"]))))


async def feature_input(ctx: InteractionContext) -> None:
    """Take what was written into an input of a feature."""
    await ctx.take(await _sent(ctx, action_in(ctx.payload["view"])))


async def share(ctx: InteractionContext) -> None:
    """Share the prompt, masked as it is."""
    (place, thread), (session, number) = await _where(ctx), load_session(_metadata(ctx))
    interviews, locale = ctx.services.interviews, await ctx.locale()
    shared = await interviews.to_share(place, ctx.person, session, number)
    if shared is None or is_guest(ctx.payload):
        why = await interviews.refusal(place, ctx.person, session) if shared is None else "share.guest"
        await ctx.services.post_ephemeral(place, ctx.person, escape(t(locale, why)), parent_message=thread)
        return
    (version, locale), target = shared, target_in(ctx.payload["view"])
    message, mark = shared_posting(version, ctx.person, locale), f"share:{inbound.interaction_id(ctx.payload)}"
    try:
        messages = MessageClient(await ctx.services.clients.of(place.workspace), target)
        await messages.post(message, mark, again=is_redelivery())
        said = t(locale, "share.done", channel=target)
    except SlackApiError as error:
        log.edit_refused(name_of(error))
        said = escape(t(locale, "share.failed"))
    await ctx.services.post_ephemeral(place, ctx.person, said, parent_message=thread)


async def _sent(ctx: InteractionContext, action: Action) -> Incoming:
    """Return what a modal was sent with: to the interview it was opened for, in the thread it was opened in."""
    place, thread = await _where(ctx)
    session, version = load_session(_metadata(ctx))
    return replace(await ctx.did(place, action), session=session, version=version, parent_message=thread)


async def _where(ctx: InteractionContext) -> tuple[Place, str]:
    """Return the place and the thread a modal was opened from; the DM for one that was opened from nowhere."""
    return load_place(_metadata(ctx)) or (await ctx.dm(), "")


def _metadata(ctx: InteractionContext) -> str:
    return str(ctx.payload["view"].get("private_metadata", ""))
