"""The outline: the parts of an answer in their order, and the sentences of a short message."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.answer_headings import language_of
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.answer_shape import Outline, form_of
from core.prompting.writing.length_room import Room, room_of
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import INDENT
from core.values.choices import Form
from core.values.locale import Locale

_OWNED: Final = re.compile(r"담당|누가 (?:무엇을 )?언제까지|\bowner|\bwho, by", re.IGNORECASE)
_BLOCK: Final = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_FEWEST: Final = 3  # of two, each gets its half without being told
_WHOLE_TITLE: Final = ("제목", "Title", "title")  # said of the whole already
_IN_LETTERS: Final = frozenset({"signs", "words"})


def outline_lines(
    outlined: Outline, brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say the parts of an answer in their order, and of a short message how many sentences it has."""
    locale, parts, name = understanding.locale, outlined.parts, outlined.name
    room = room_of(brief, understanding, amount, language)
    if not parts:
        is_translated = understanding.intent.product is Product.TRANSLATION and brief.reference
        if is_translated and room is None and form_of(brief, understanding) is Form.PROSE:
            yield phrase(locale, "share.as_source", count=len(_BLOCK.findall(brief.reference or "")))
        return
    number = f" ({outlined.number})" if outlined.number else ""
    if name == "format.sections":
        yield phrase(locale, "format.sections") + number
        yield from _numbered(part for part in parts if part not in _WHOLE_TITLE)
        yield from filter(None, (language_of("sections", parts, understanding, language),))
        yield from _blanks(parts, understanding)
        return
    is_message = name == "format.parts" and understanding.intent.product is Product.TEXT_TO_SEND
    is_counted = (
        is_message and amount.is_short and len(parts) >= _FEWEST and not (outlined.is_proposed or outlined.is_completed)
    )
    total = _in_sentences(len(parts), room, locale) if is_counted else ""
    yield phrase(locale, name, parts=" → ".join(parts)) + number + total


def _blanks(parts: tuple[str, ...], understanding: Understanding) -> Iterator[str]:
    """Say that an owner or date that a part asks for stays blank, unless the intent or the person speaks of them."""
    locale, intent = understanding.locale, understanding.intent
    known = (*intent.moves, *intent.traps) if understanding.recognition.is_certain else ()
    lines = [line.line[locale] for line in known if not line.is_specific]
    if any(map(_OWNED.search, parts)) and not any("[" in line for line in lines):
        told = (*understanding.introduction.said, *understanding.instructions)
        yield from () if any(map(_OWNED.search, told)) else (phrase(locale, "share.blanks"),)


def _numbered(parts: Iterable[str]) -> Iterator[str]:
    yield from (f"{INDENT}{at}. {part}" for at, part in enumerate(parts, start=1))


def _in_sentences(least: int, room: Room | None, locale: Locale) -> str:
    """Say how many sentences a message has, and how long each is; empty where that is not known."""
    whole = max(room.sentences, least) if room else 0
    each = room.divided(whole) if room and room.unit in _IN_LETTERS else None
    return phrase(locale, "share.total_each", count=whole, each=each.said(locale)) if each else ""
