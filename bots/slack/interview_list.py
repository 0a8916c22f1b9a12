"""A person's interviews as a list, for their eyes alone."""

from collections.abc import Sequence
from typing import Final

from bots.slack.blocks import bold, header, section
from bots.slack.mrkdwn import clip, escape
from bots.slack.payload import Payload
from bots.slack.texts import word
from core.conversation.questions import Key
from core.locale import Locale
from core.ports import Held

_MOST: Final = 12


def list_blocks(held: Sequence[Held], locale: Locale) -> list[Payload]:
    """Return the newest finished prompts, as masked, with where they were made."""
    finished = [one for one in held if one.session.versions][:_MOST]
    if not finished:
        return [section(escape(word(locale, "list.none")))]
    return [header(word(locale, "list.title")), *(section(_line(one, locale)) for one in finished)]


def _line(held: Held, locale: Locale) -> str:
    purpose = held.session.answers.get(Key.PURPOSE)
    title = clip(str(purpose.text), 120) if purpose else word(locale, "list.unnamed")
    where = word(locale, "list.here" if held.place.private else "list.there", channel=held.place.channel)
    versions = escape(word(locale, "prompt.version", number=held.session.current_version))
    return f"{bold(title)}\n{versions} · {where}"
