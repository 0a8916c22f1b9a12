"""A person's interviews as a message, for their eyes alone."""

from collections.abc import Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, one_line, plain, shortened
from bots.discord.message import Message
from bots.discord.places import channel_of, is_ephemeral
from bots.discord.render_context import RenderContext
from bots.shared.interview_list import ListedInterview, listed, newest
from core.ports import StoredSession

_TITLE: Final = 60


def show_list(interviews: Sequence[StoredSession], ctx: RenderContext) -> Message:
    """Return the newest interviews with where and when each went on, and the version of its prompt."""
    shown = newest(interviews)
    if not shown:
        return Message(ctx.t("list.none"))
    lines = [bold(ctx.t("list.title")), *(_line(row, ctx) for row in listed(shown, ctx.locale))]
    return Message(shortened("\n".join(lines), limits.CONTENT))


def _line(row: ListedInterview, ctx: RenderContext) -> str:
    title = plain(one_line(row.title, _TITLE)) if row.title else ctx.t("list.unnamed")
    versions = [ctx.t("prompt.version", number=row.version)] if row.version else []
    where = [] if is_ephemeral(row.place) else [f"<#{channel_of(row.place)}>"]
    return f"- {' · '.join([title, *versions, *where, row.changed])}"
