"""A person's interviews as a list, for their eyes alone."""

import time
from collections.abc import Mapping, Sequence
from typing import Final

from bots.shared.custom_ids import with_address
from bots.slack.blocks import bold, button, header, paragraph, section
from bots.slack.markup import clip, escape
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.questions import Key
from core.conversation.session import Phase
from core.conversation.starting import place_of
from core.ports import StoredSession
from core.usecases.ago import ago
from core.values.locale import Locale

_MOST: Final = 12
_GOING_ON: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS})
OPEN: Final = "open"
"""The code that shows an interview again, where it was held."""


def finished(held: Sequence[StoredSession], most: int = _MOST) -> tuple[StoredSession, ...]:
    """Return the newest interviews that have a prompt, as many as a list shows."""
    return tuple(one for one in held if one.session.versions)[:most]


def list_blocks(held: Sequence[StoredSession], links: Mapping[str, str], locale: Locale) -> list[Payload]:
    """Return these prompts, as masked, with where and when they were made; `links` lead there, by interview."""
    if not held:
        return [paragraph(t(locale, "list.none"))]
    rows = (_row(one, _line(one, links.get(one.session.id, ""), locale), locale) for one in held)
    return [header(t(locale, "list.title")), *rows]


def open_blocks(held: Sequence[StoredSession], locale: Locale) -> list[Payload]:
    """Return the newest interview that can be gone on with, by its name and where it stands; nothing without one."""
    left = unfinished(held)
    if left is None:
        return []
    where = f"{place_of(left.session.underlying)}, {ago(left.changed_at, time.time(), locale)}"
    line = t(locale, "home.open", name=title_of(left, locale), where=where)
    return [_row(left, escape(line), locale, "control.resume")]


def unfinished(held: Sequence[StoredSession]) -> StoredSession | None:
    """Return the newest interview that can be gone on with; None where there is none."""
    return next((one for one in held if one.session.underlying.phase in _GOING_ON), None)


def _row(held: StoredSession, line: str, locale: Locale, label: str = "list.open") -> Payload:
    code = with_address(OPEN, held.session.id)
    return section(line, button(t(locale, label), code, about=title_of(held, locale)))


def title_of(held: StoredSession, locale: Locale, most: int = 120) -> str:
    """Return what an interview is about, as masked."""
    purpose = held.session.answers.get(Key.PURPOSE)
    return clip(" ".join(purpose.text.split()), most) if purpose else t(locale, "list.unnamed")


def _line(held: StoredSession, link: str, locale: Locale) -> str:
    where = t(locale, "list.here" if held.place.private else "list.there", channel=held.place.channel)
    versions = escape(t(locale, "prompt.version", number=held.session.current_version))
    way = [f"<{link}|{escape(t(locale, 'list.link'))}>"] if link else []
    made = " · ".join([versions, where, ago(held.changed_at, time.time(), locale), *way])
    return f"{bold(title_of(held, locale))}\n{made}"
