"""A person's interviews as blocks, for their eyes alone."""

import time
from collections.abc import Mapping, Sequence
from typing import Final

from bots.shared import interview_list
from bots.shared.custom_ids import with_address
from bots.shared.interview_list import ListedInterview, listed
from bots.slack.blocks import bold, button, header, paragraph, section
from bots.slack.markup import clip, escape
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.session import Phase
from core.conversation.starting import place_of
from core.ports import StoredSession
from core.privacy.text import MaskedText
from core.usecases.time_ago import ago
from core.values.locale import Locale

MOST: Final = 12
"""Rows of a list: with their titles and links more pass the 13,200 characters that the blocks of a message may hold."""
_TITLE: Final = 120
_GOING_ON: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS})
OPEN: Final = "open"
"""The code that shows an interview again, where it was held."""


def finished(held: Sequence[StoredSession], most: int = MOST) -> tuple[StoredSession, ...]:
    """Return the newest interviews that have a prompt, as many as a list shows."""
    return tuple(one for one in held if one.session.versions)[:most]


def list_blocks(held: Sequence[StoredSession], links: Mapping[str, str], locale: Locale) -> list[Payload]:
    """Return these interviews with where and when they went on; `links` lead to their prompts, by interview."""
    if not held:
        return [paragraph(t(locale, "list.none"))]
    rows = zip(held, listed(held, locale), strict=True)
    lines = (_row(one, _line(row, links.get(row.session, ""), locale), locale) for one, row in rows)
    return [header(t(locale, "list.title")), *lines]


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


def title_of(held: StoredSession, locale: Locale, most: int = _TITLE) -> str:
    """Return what an interview is about, as masked."""
    return _title(interview_list.title_of(held), locale, most)


def _title(title: MaskedText | None, locale: Locale, most: int = _TITLE) -> str:
    return clip(title, most) if title else t(locale, "list.unnamed")


def _line(row: ListedInterview, link: str, locale: Locale) -> str:
    where = t(locale, "list.here" if row.place.private else "list.there", channel=row.place.channel)
    versions = [escape(t(locale, "prompt.version", number=row.version))] if row.version else []
    way = [f"<{link}|{escape(t(locale, 'list.link'))}>"] if link else []
    return f"{bold(_title(row.title, locale))}\n{' · '.join([*versions, where, row.changed, *way])}"
