"""Sharing: the parts of an answer in their order, those of a message with their sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.answer_headings import bare, language_of
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.answer_shape import Outline, form_of
from core.prompting.writing.length_room import Room, room_of
from core.prompting.writing.part_weights import OWN_SIZE, TITLE, shared, weight
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
    """Say the parts of an answer in their order, and of a message how many sentences each has."""
    locale, parts, name = understanding.locale, outlined.parts, outlined.name
    room = room_of(brief, understanding, amount, language)
    if not parts:
        is_translated = understanding.intent.product is Product.TRANSLATION and brief.reference
        if is_translated and room is None and form_of(brief, understanding) is Form.PROSE:
            yield phrase(locale, "share.as_source", count=len(_BLOCK.findall(brief.reference or "")))
        return
    if name == "format.sections":
        yield phrase(locale, "format.sections")
        yield from _numbered(part for part in parts if part not in _WHOLE_TITLE)
        yield from filter(None, (language_of("sections", parts, understanding, language),))
        yield from _blanks(parts, understanding)
        return
    is_message = name == "format.parts" and understanding.intent.product is Product.TEXT_TO_SEND
    is_sized = is_message and room is not None and not outlined.is_proposed
    written, total = _in_sentences(parts, room, locale, least=int(amount.is_short)) if is_sized and room else ((), "")
    if written and not amount.is_short:
        yield phrase(locale, "format.in_turn", total=total)
        yield from _numbered(written)
    else:
        yield phrase(locale, name, parts=" → ".join(written or parts)) + total


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


def _in_sentences(parts: tuple[str, ...], room: Room, locale: Locale, *, least: int = 0) -> tuple[tuple[str, ...], str]:
    """Return the parts with how many sentences each has, where those are more than `least`, and the total."""
    own = [OWN_SIZE.search(part) is not None for part in parts]
    weights = [
        0 if is_own or TITLE.search(part) else weight(bare(part)) for part, is_own in zip(parts, own, strict=True)
    ]
    counted = sum(each > 0 for each in weights) + sum(own)
    if counted < _FEWEST or not any(weights):
        return (), ""
    whole = max(room.sentences, counted)
    sizes = shared(whole - sum(own), weights)
    written = tuple(
        _noted(part, phrase(locale, "share.one_sentence" if size == 1 else "share.some_sentences", count=size))
        if size > least
        else part
        for part, size in zip(parts, sizes, strict=True)
    )
    each = room.divided(whole) if room.unit in _IN_LETTERS else None
    if each is None:
        return written, phrase(locale, "share.total_sentences", count=whole)
    return written, phrase(locale, "share.total_each", count=whole, each=each.said(locale))


def _noted(part: str, size: str) -> str:
    """Return a part with what it gets, a title as it is."""
    if not size:
        return part
    if part.endswith(")"):
        return f"{part[:-1]}, {size})"
    return f"{part} ({size})" if part.isascii() else f"{part}({size})"
