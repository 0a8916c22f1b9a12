"""A person's interviews as a message, for their eyes alone."""

from collections.abc import Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, one_line, plain, shortened
from bots.discord.message import Message
from bots.discord.places import channel_of, is_ephemeral
from bots.discord.render_context import RenderContext
from core.conversation.questions import Key
from core.ports import StoredSession

_MOST: Final = 20
_TITLE: Final = 60


def show_list(interviews: Sequence[StoredSession], ctx: RenderContext) -> Message:
    """Return the newest interviews with where each went on and how many versions its prompt has."""
    if not interviews:
        return Message(ctx.t("list.none"))
    lines = [bold(ctx.t("list.title")), *(_line(held, ctx) for held in interviews[:_MOST])]
    return Message(shortened("\n".join(lines), limits.CONTENT))


def _line(held: StoredSession, ctx: RenderContext) -> str:
    answer = held.session.answers.get(Key.PURPOSE)
    title = plain(one_line(answer.text, _TITLE)) if answer else ctx.t("list.unnamed")
    versions = len(held.session.versions)
    made = f" · {ctx.t('prompt.version', number=versions)}" if versions else ""
    where = "" if is_ephemeral(held.place) else f" · <#{channel_of(held.place)}>"
    return f"- {title}{made}{where}"
