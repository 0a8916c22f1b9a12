"""What is for its owner alone: a text with real values, and a file."""

from typing import Final

from bots.slack.blocks import bold, heading, pieces, preformatted, sections, small
from bots.slack.markup import escape
from bots.slack.message import OutgoingMessage
from bots.slack.texts import t
from core.conversation.missing_labels import missing_sentence
from core.messages import Revealed, TextFile
from core.values.locale import Locale

_CODE_BLOCK: Final = 3_500
_CODE_BLOCKS: Final = 3


def restored_postings(revealed: Revealed, locale: Locale, title_id: str) -> tuple[OutgoingMessage, ...]:
    """Return a text with real values, in as many messages as it needs."""
    title = t(locale, title_id)
    blocks = [preformatted(piece) for piece in pieces(revealed.text(), _CODE_BLOCK)]
    if revealed.left:
        blocks.append(small(t(locale, "restore.left", labels=", ".join(revealed.left))))
    if revealed.missing:
        blocks.append(small(missing_sentence(revealed.missing, locale)))
    messages = [blocks[start : start + _CODE_BLOCKS] for start in range(0, len(blocks), _CODE_BLOCKS)]
    return tuple(OutgoingMessage(escape(title), (heading(title), *message)) for message in messages or [[]])


def file_posting(revealed: Revealed, locale: Locale, title_id: str, file_name: str) -> OutgoingMessage:
    """Return a message that hands a file over."""
    title = t(locale, title_id)
    content = revealed.text()
    return OutgoingMessage(escape(title), tuple(sections(bold(title))), TextFile(t(locale, file_name), content))
