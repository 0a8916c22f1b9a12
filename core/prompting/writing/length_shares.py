"""Sharing: what each part of an answer gets of its length, as a sum that can be kept."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.answer_headings import bare, language_of
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.answer_shape import Outline, form_of, layout_of
from core.prompting.writing.length_room import Room, room_of
from core.prompting.writing.overruled_lines import named
from core.prompting.writing.part_weights import OWN_SIZE, TITLE, shared, spread, weight
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import INDENT
from core.values.choices import Form
from core.values.locale import Locale

_DIVIDED: Final = re.compile(
    r"문단|문장|단락|줄|부분|나누|나눠|따로|[0-9]\s?[연행절조장막회]|순서|먼저|마지막|paragraph|sentence|line|part|first|last"
)  # how it is divided, the person says
_HEADED: Final = re.compile(r"소제목|heading", re.IGNORECASE)  # a text that has headings, prose or not
_OWNED: Final = re.compile(r"담당|누가 (?:무엇을 )?언제까지|\bowner|\bwho, by", re.IGNORECASE)
_BLOCK: Final = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_SCRIPT: Final = re.compile(r"spoken lines|dialogue")
_TURN: Final = 125  # characters of what one says and the other answers
_FEWEST: Final = 3  # of two, each gets its half without being told
_WHOLE_TITLE: Final = ("제목", "Title", "title")  # said of the whole already
_STEPS: Final = ((1_000, 50), (0, 10))  # characters that people round to
_LEAST: Final = {"signs": 50, "words": 15}  # a part that gets less is a phrase
# Its source, its lines or its speaker settle how long a part is.
_UNSHARED: Final = frozenset(
    {Product.SUMMARY, Product.EXTRACTION, Product.TABLE_OF_DATA, Product.REWRITE, Product.TRANSLATION}
    | {Product.ROLEPLAY, Product.CODE, Product.FORMULA, Product.QUESTIONS}
)


def outline_lines(
    outlined: Outline, brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say the parts of an answer in their order, each with what it gets of the length unless a model proposed them."""
    locale, parts, name = understanding.locale, outlined.parts, outlined.name
    if not parts:
        yield from _paragraphs(brief, understanding, amount, language)
        return
    if name == "format.order" and (counts := spread(parts, outlined.items, outlined.many)):
        each = " → ".join(f"{part} {count}" for part, count in zip(parts, counts, strict=True))
        yield phrase(locale, "format.order", parts=each) + phrase(locale, "share.total_items", count=sum(counts))
        return
    is_shared = name != "format.parts_each" and _is_shared(brief, understanding) and not outlined.is_proposed
    room = room_of(brief, understanding, amount, language) if is_shared else None
    is_message = name == "format.parts" and understanding.intent.product is Product.TEXT_TO_SEND
    written, total = _sized(parts, room, locale, is_message=is_message, is_line=amount.is_short) if room else ((), "")
    if name == "format.sections":
        yield phrase(locale, "format.sections", total=total)
        yield from _numbered(part for part in written or parts if part not in _WHOLE_TITLE)
        yield from filter(None, (language_of("sections", parts, understanding, language),))
        yield from _blanks(parts, understanding)
    elif not written or amount.is_short:
        yield phrase(locale, name, parts=" → ".join(written or parts)) + total
        yield from _turns(brief, understanding, room_of(brief, understanding, amount, language))
    else:
        is_plain = name == "format.parts" and not any(map(_HEADED.search, parts))
        yield phrase(locale, "format.in_turn" if is_plain else "format.in_order", total=total)
        yield from _numbered(written)


def _blanks(parts: tuple[str, ...], understanding: Understanding) -> Iterator[str]:
    """Say that an owner or date that a part asks for stays blank, unless the intent or the person speaks of them."""
    locale, intent = understanding.locale, understanding.intent
    known = (*intent.moves, *intent.traps) if understanding.recognition.is_certain else ()
    lines = [line.line[locale] for line in known if not line.is_specific]
    if any(map(_OWNED.search, parts)) and not any("[" in line for line in lines):
        told = (*understanding.introduction.said, *understanding.instructions)
        yield from () if any(map(_OWNED.search, told)) else (phrase(locale, "share.blanks"),)


def _paragraphs(
    brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say how many paragraphs, or sentences of a short text, there are where nothing says what they are about."""
    room, locale = room_of(brief, understanding, amount, language), understanding.locale
    told = (*understanding.introduction.told, *(each.said for each in understanding.requirements), understanding.task)
    if form_of(brief, understanding) is not Form.PROSE:
        return
    if understanding.intent.product is Product.TRANSLATION and brief.reference and room is None:
        yield phrase(locale, "share.as_source", count=len(_BLOCK.findall(brief.reference)))
    if room is None or not _is_shared(brief, understanding) or named(understanding, Demand.COUNT):
        return
    if not any(map(_DIVIDED.search, told)):
        name, count = ("sentences_of", room.sentences) if room.is_short else ("paragraphs_of", room.paragraphs)
        yield from _so_many(name, count, room, locale)


def _turns(brief: Brief, understanding: Understanding, room: Room | None) -> Iterator[str]:
    """Say how often the speakers of a script take turns."""
    shape = understanding.intent.shapes.get(Form.PROSE)
    is_script = shape and shape.form and _SCRIPT.search(shape.form.en)
    if is_script and room and form_of(brief, understanding) is Form.PROSE and not room.is_short:
        yield from _so_many("turns", round(room.middle / room.of(_TURN)), room, understanding.locale)


def _so_many(name: str, count: int, room: Room, locale: Locale) -> Iterator[str]:
    if room.unit in _LEAST and count > 1 and (each := room.divided(count)):
        yield phrase(locale, f"share.{name}", count=count, each=each.said(locale))


def _numbered(parts: Iterable[str]) -> Iterator[str]:
    yield from (f"{INDENT}{at}. {part}" for at, part in enumerate(parts, start=1))


def _sized(
    parts: tuple[str, ...], room: Room, locale: Locale, *, is_message: bool, is_line: bool
) -> tuple[tuple[str, ...], str]:
    """Return the parts with what each gets, and the total: in sentences where it is a message, or short."""
    if is_message or room.unit not in _LEAST or room.is_short:
        return _in_sentences(parts, room, locale, least=1 if is_line else 0)
    sizes = _sizes(parts, room)
    if not sizes:
        return (), ""
    said = [f"{size:,}{phrase(locale, f'share.{room.unit}')}" if size else "" for size in sizes]
    written = tuple(_noted(part, size) for part, size in zip(parts, said, strict=True))
    total = f"{sum(sizes):,}{phrase(locale, f'share.{room.unit}')}"
    return written, phrase(locale, "share.total", total=total)


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
    each = room.divided(whole) if room.unit in _LEAST else None
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


def _is_shared(brief: Brief, understanding: Understanding) -> bool:
    form = layout_of(brief, understanding)
    shape = understanding.intent.shapes.get(form) if isinstance(form, Form) else None
    return understanding.intent.product not in _UNSHARED and not (shape and shape.form)


def _sizes(parts: tuple[str, ...], room: Room) -> tuple[int, ...]:
    """Return what each part gets, in characters or words; a title is not counted."""
    own = [OWN_SIZE.search(part) is not None for part in parts]
    weights = [0 if one or TITLE.search(part) else weight(bare(part)) for part, one in zip(parts, own, strict=True)]
    counted = sum(each > 0 for each in weights) + sum(own)
    if counted < _FEWEST or not any(weights) or room.middle // counted < _LEAST[room.unit]:
        return ()
    step = next(step for least, step in _STEPS if room.middle >= least)
    line = -(-_LEAST[room.unit] // step) * step
    sizes = shared(room.middle // step * step - line * sum(own), weights, step)
    return tuple(line if one else size for one, size in zip(own, sizes, strict=True))
