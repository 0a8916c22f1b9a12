"""A person's interviews as a list, for their eyes alone."""

from collections.abc import Sequence
from typing import Final

from bots.shared.custom_ids import with_address
from bots.slack.blocks import bold, button, header, section
from bots.slack.mrkdwn import clip, escape
from bots.slack.payload import Payload
from bots.slack.texts import word
from core.conversation.interview import place_of
from core.conversation.questions import Key
from core.conversation.session import Phase
from core.locale import Locale
from core.ports import StoredSession

_MOST: Final = 12
_GOING_ON: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS})
OPEN: Final = "open"
"""The code that shows an interview again, where it was held."""


def list_blocks(held: Sequence[StoredSession], locale: Locale) -> list[Payload]:
    """Return the newest finished prompts, as masked, with where they were made."""
    finished = [one for one in held if one.session.versions][:_MOST]
    if not finished:
        return [section(escape(word(locale, "list.none")))]
    return [header(word(locale, "list.title")), *(_row(one, _line(one, locale), locale) for one in finished)]


def open_blocks(held: Sequence[StoredSession], locale: Locale) -> list[Payload]:
    """Return the newest interview that can be gone on with, by its name and where it stands; nothing without one."""
    unfinished = next((one for one in held if one.session.underlying.phase in _GOING_ON), None)
    if unfinished is None:
        return []
    line = word(locale, "home.open", name=_title(unfinished, locale), where=place_of(unfinished.session.underlying))
    return [_row(unfinished, escape(line), locale, "control.resume")]


def _row(held: StoredSession, line: str, locale: Locale, label: str = "list.open") -> Payload:
    code = with_address(OPEN, held.session.id)
    return section(line, button(word(locale, label), code, about=_title(held, locale)))


def _title(held: StoredSession, locale: Locale) -> str:
    purpose = held.session.answers.get(Key.PURPOSE)
    return clip(" ".join(purpose.text.split()), 120) if purpose else word(locale, "list.unnamed")


def _line(held: StoredSession, locale: Locale) -> str:
    title = _title(held, locale)
    where = word(locale, "list.here" if held.place.private else "list.there", channel=held.place.channel)
    versions = escape(word(locale, "prompt.version", number=held.session.current_version))
    return f"{bold(title)}\n{versions} · {where}"
