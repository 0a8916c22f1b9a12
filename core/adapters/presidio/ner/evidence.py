"""Evidence: what speaks for and against a candidate's being somebody's name, each a word with a weight in the judge.

`words_of` tells it of the candidate itself and what stands around it; `topics` tells what the text near it is about.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from core.adapters.presidio.ner import shapes
from core.adapters.presidio.ner.document import AnalyzedText, Candidate, lists_of
from core.adapters.presidio.ner.public import is_public, is_thing, is_title
from core.adapters.presidio.ner.somebody import is_somebody
from core.adapters.presidio.ner.words import is_given, is_made_for_names

_NEAR: Final = 150
# Steps of a tenth up to here, then one, then one more.
_HIGH: Final = 0.95
_HIGHEST: Final = 0.99
_TOKEN: Final = re.compile(r"[가-힣]+|[A-Za-zÀ-ɏ]+|[0-9]+|[^\s]")
_KEY: Final = re.compile(r"[\s\-*•·>]*([^\n:：]{1,14})[:：]")
_HANGUL: Final = re.compile(r"[가-힣]+")
_SPACED: Final = re.compile(r"[가-힣 ]+")
_HAN: Final = re.compile(r"[㐀-鿿぀-ヿ ]+")


def words_of(document: AnalyzedText, one: Candidate, sure: int, around: Sequence[str]) -> list[str]:
    """Return what is said of a candidate; `sure` counts the others that the tagger is sure of, `around` is of them."""
    text = document.text
    written = text[one.start : one.end]
    said = ["bias", *around]
    shape = _shape(written)
    step = _step(one.probability)
    by = ",".join(sorted(one.by))
    said += (f"p={step}", f"by={by}", f"by={by} p={step}", f"sh={shape}", f"sh={shape} p={step // 2}")
    said += (f"sh={shape} by={by}", f"w={written.casefold()}")
    second = _step(one.second)
    said += (f"q={second}", f"q={second} p={step // 2}", f"q={second // 2} sh={shape}", f"q={second // 2} by={by}")
    said += _listed(written, step)
    word = _HANGUL.fullmatch(written) is not None and document.held.is_word(one.start, one.end)
    said += _looks(document, one, written, shape, word=word)
    said += _somebodys(document, one, shape, step)
    said += _beside(document, one, shape, word=word)
    said += _morphology(document, one, shape)
    many = min(sure, 6)
    said += (f"sure={many}", f"sure={many} p={step // 2}", f"sure={many} word={word}", f"sure={many} {shape}")
    contact = document.has_contact
    said += (f"contact={contact}", f"contact={contact} p={step // 2}", f"hangul={document.is_korean} {shape}")
    said += (f"lines={document.lines}", f"lines={document.lines} {shape}", f"ends={document.end}")
    near = document.public[
        bisect_left(document.public, one.start - _NEAR) : bisect_right(document.public, one.start + _NEAR)
    ]
    told = min(sum(not one.start <= place < one.end for place in near), 3)
    said += (f"public={told}", f"public={told} p={step // 2}", f"public={told} word={word}", f"public={told} {shape}")
    said += (f"public={told} sure={min(many, 2)} lines={min(document.lines, 2)}",)
    return said


def topics(document: AnalyzedText, one: Candidate) -> list[str]:
    """Return what the text near a candidate is about: its words and their classes."""
    first = bisect_left(document.starts, one.start - _NEAR)
    last = bisect_right(document.starts, one.start + _NEAR)
    own = slice(bisect_left(document.starts, one.start), bisect_left(document.starts, one.end))
    return sorted({*chain(*document.topics[first : own.start], *document.topics[own.stop : last])})


def _step(probability: float) -> int:
    return int(max(probability, 0) * 10) if probability < _HIGH else 10 if probability < _HIGHEST else 11


def _shape(written: str) -> str:
    if _HANGUL.fullmatch(written):
        if written.startswith(shapes.DOUBLE) and len(written) > len("황보"):
            return f"double{len(written)}"
        return f"{'s' if written[0] in shapes.SINGLE else 'x'}{min(len(written), 6)}"
    if _SPACED.fullmatch(written):
        alone = all(len(part) == 1 for part in written.split())
        return f"hangul{min(written.count(' '), 3)}{'1' if alone else ''}"
    if written.isascii():
        cases = re.sub(r"[A-Z]{2,}", "C", written)
        return "latin:" + re.sub(r"a+", "a", re.sub(r"[a-z]", "a", re.sub(r"[ABD-Z]", "A", cases)))[:12]
    return f"han{min(len(written), 5)}" if _HAN.fullmatch(written) else "mixed"


def _listed(written: str, step: int) -> Iterator[str]:
    for name in lists_of(written):
        yield f"in {name}"
        yield f"in {name} p={step // 3}"
    if " " in written:
        for part in written.casefold().split():
            yield from (f"part in {name}" for name in lists_of(part))


def _looks(document: AnalyzedText, one: Candidate, written: str, shape: str, *, word: bool) -> Iterator[str]:
    if not _HANGUL.fullmatch(written):
        return
    given = is_given(written[1:] if shape == "s3" else written)
    yield f"word={word} {shape}"
    yield f"given={given} {shape} word={word}"
    yield f"noun={document.held.is_noun(one.start, one.end)} word={word}"
    yield f"other={document.held.is_other(one.start, one.end)} {shape}"
    yield f"syll={is_made_for_names(written[-2:])} {shape}"
    yield f"last={written[-1]}"
    yield f"first={written[0]} {len(written)}"


def _somebodys(document: AnalyzedText, one: Candidate, shape: str, step: int) -> Iterator[str]:
    text, place = document.text, (one.start, one.end)
    somebody = is_somebody(text, *place)
    yield f"titled={shapes.is_titled(text, one.end)} {shape}"
    yield f"tailed={shapes.is_tailed(text, one.end)} {shape}"
    yield f"some={somebody}"
    yield f"some={somebody} p={step // 2}"
    if is_public(text, *place):
        yield "public"
        yield f"public some={somebody}"
    if is_title(text, *place):
        yield "worktitle"
    if is_thing(text, *place):
        yield "thing"


def _beside(document: AnalyzedText, one: Candidate, shape: str, *, word: bool) -> Iterator[str]:
    """Yield what stands on the line before and behind it."""
    text = document.text
    begin, stop = _line(text, one.start, one.end)
    before = [_token(token) for token in _TOKEN.findall(text[max(begin, one.start - 40) : one.start])]
    rest = text[one.end : min(stop, one.end + 40)]
    behind = [_token(token) for token in _TOKEN.findall(rest)]
    gap = "^" if one.start == begin else " " if text[one.start - 1] == " " else ""
    spaced = rest[:1] == " "
    run = _HANGUL.match(rest)
    glued = run.group() if run else ""
    left, left2 = ([*before[::-1], "^", "^"])[:2]
    right, right2 = ([*behind, "$", "$"])[:2]
    yield f"l1={gap}{left}"
    yield f"l2={left2} {'_' if left[0].isalnum() else left}"
    yield f"l1~{left[-1]} {shape}"
    yield f"glued={glued[:4]}"
    yield f"glued={glued[:3]} {shape}"
    yield f"r1={spaced}{right[:5]}"
    yield f"r1={spaced}{right[:4]} {shape}"
    yield f"r2={right2[:4]}"
    yield f"r1 word={spaced} {right[:2]}"
    yield from (f"L:{token[:4]}" for token in before[-5:] if len(token) > 1)
    yield from (f"R:{token[:4]}" for token in behind[:5] if len(token) > 1)
    key = _KEY.match(text, begin, one.start)
    if key:
        yield f"key={key[1].strip()[-6:]}"
        yield "keyed"
    edges = (left == "^" or not left[0].isalnum(), right == "$" or not right[0].isalnum())
    yield f"edges={edges} {shape}"
    yield f"edges={edges} word={word}"
    yield f"line={min((stop - begin) // 20, 4)}"


def _morphology(document: AnalyzedText, one: Candidate, shape: str) -> Iterator[str]:
    begin, stop = _line(document.text, one.start, one.end)
    first = bisect_left(document.starts, one.start)
    last = bisect_left(document.starts, one.end)
    first -= first > 0 and document.morphemes[first - 1].end > one.start
    within = document.morphemes[first:last]
    tags = "+".join(held.tag for held in within[:5])
    yield "tags=" + "+".join(held.tag + ("" if held.known else "?") for held in within[:5])
    yield f"tags={tags} {shape}"
    if within:
        yield f"inend={within[-1].end == one.end}{within[0].start == one.start} {shape}"
    if len(within) == 1:
        yield f"inC={within[0].coarse}"
        yield f"inF={within[0].fine}"
    before = [held for held in document.morphemes[max(0, first - 2) : first] if held.start >= begin]
    behind = [held for held in document.morphemes[last : last + 4] if held.start >= one.end and held.end <= stop]
    for i, held in enumerate(reversed(before)):
        yield from (f"bt{i}={held.tag}", f"bC{i}={held.coarse}", f"bF{i}={held.fine}", f"bC{i}={held.coarse} {shape}")
    for i, held in enumerate(behind[:2]):
        yield from (f"at{i}={held.tag}", f"aC{i}={held.coarse}", f"aF{i}={held.fine}", f"aC{i}={held.coarse} {shape}")
        yield f"af{i}={held.form}/{held.tag}"
    if before and behind:
        yield f"btat={before[-1].tag} {behind[0].tag} {shape}"
        yield f"bCaC={before[-1].coarse} {behind[0].coarse}"
    for held in [held for held in behind if held.tag.startswith(("N", "VV", "VA", "SL"))][:1]:
        yield from (f"cC={held.coarse}", f"cF={held.fine}", f"cf={held.form}")
    for held in [held for held in document.morphemes[last : last + 12] if held.tag.startswith(("VV", "VA"))][:1]:
        yield from (f"vF={held.fine}", f"vC={held.coarse}")


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


def _token(token: str) -> str:
    return f"N{min(len(token), 5)}" if token[0].isdigit() else token
