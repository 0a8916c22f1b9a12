"""The prompt to take along: two files, and links to outside assistants."""

from typing import Final

from bots.slack import limits
from bots.slack.blocks import actions, heading, paragraph, plain_text, small
from bots.slack.confirm_dialog import control_button
from bots.slack.control_codes import PREFIX
from bots.slack.markup import escape
from bots.slack.message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.texts import t
from core.features.takeaway import Link, ShowTakeaway, files_of, label_of, links_of
from core.messages import Revealed
from core.values.locale import Locale


def _takeaway(shown: ShowTakeaway, _revealed: Revealed, ctx: RenderContext) -> Messages:
    """Return a message for each file; the first says what they are, and holds the links."""
    locale = ctx.locale
    as_it_is, for_wikis = files_of(shown, locale)
    title = t(locale, "take.title", number=shown.number)
    links = links_of(shown, limits.URL)
    blocks = [
        heading(title),
        paragraph(t(locale, "take.files")),
        *([small(t(locale, "take.links"))] if links else []),
        *([] if all(link.carries for link in links) else [small(t(locale, "take.paste"))]),
        *actions([_link(link, locale) for link in links]),
        *actions([control_button(one, locale) for one in shown.controls]),
    ]
    below = OutgoingMessage(escape(for_wikis.name), (small(for_wikis.name),), for_wikis)
    return OutgoingMessage(escape(title), tuple(blocks), as_it_is), below


def _link(link: Link, locale: Locale) -> Payload:
    """Return a button that opens an address; Slack also tells us that it was pressed, which means nothing to us."""
    return {
        "type": "button",
        "text": plain_text(label_of(link, locale), limits.BUTTON_LABEL),
        "action_id": f"{PREFIX}link.{link.name.casefold()}",
        "url": link.url,
    }


TAKEAWAY: Final = (shows(ShowTakeaway, _takeaway),)
