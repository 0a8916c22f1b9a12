"""The prompt to take along: two files, and links to outside assistants."""

from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, small
from bots.discord.message import Button, Message, in_rows
from bots.discord.render_context import Messages, RenderContext, shows
from core.features.takeaway import ShowTakeaway, files_of, label_of, links_of
from core.messages import Revealed


def _takeaway(shown: ShowTakeaway, _revealed: Revealed, ctx: RenderContext) -> Messages:
    """Return a message for each file; the first says what they are, and holds the links."""
    as_it_is, for_wikis = files_of(shown, ctx.locale)
    links = links_of(shown, limits.URL)
    lines = [bold(ctx.t("take.title", number=shown.number)), ctx.t("take.files")]
    if links:
        lines.append(small(ctx.t("take.links")))
    if not all(link.carries for link in links):
        lines.append(small(ctx.t("take.paste")))
    buttons = [Button(label_of(link, ctx.locale), "", url=link.url) for link in links]
    rows = (*in_rows(buttons), *in_rows(ctx.controls(shown.controls)))
    return Message("\n".join(lines), rows, as_it_is), Message(for_wikis.name, file=for_wikis)


TAKEAWAY: Final = (shows(ShowTakeaway, _takeaway),)
