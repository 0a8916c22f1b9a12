"""Normal form: a text as the recognizers should see it, with the way back to the text as it was written.

Undone here: full-width forms, characters without width, bidirectional marks, decomposed Hangul, digits written as
Hangul (공일공) or one by one (0 1 0), and an @ or a dot spelled out ([골뱅이], (at), 닷컴, 앳네이버닷컴); before all
else, what `encodings.py` undoes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from core.adapters.presidio import encodings
from core.adapters.presidio.needs import Sought


@dataclass(frozen=True, slots=True)
class TextNormalization:
    """The normal form; character i of it stands for the written characters `starts[i]` to `ends[i]` (exclusive)."""

    text: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the written text of a non-empty range in this one."""
        return self.starts[start], self.ends[end - 1]


def normalise(written: str) -> TextNormalization:
    """Return the normal form of a text. Characters that cannot be normalised, lone surrogates too, keep their place."""
    normal = _plain(written) if _IS_PLAIN.fullmatch(written) else _by_character(written)
    for sought, replacement in _SOUGHT:
        if matches := list(sought.finditer(normal.text)):
            normal = _rewrite(normal, [(*match.span(), replacement(match)) for match in matches])
    return normal


def _plain(text: str) -> TextNormalization:
    return TextNormalization(text, range(len(text)), range(1, len(text) + 1))


def _by_character(written: str) -> TextNormalization:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # What is plain already is taken as a whole.
    for plain, odd in ((match.span("plain"), match.span("odd")) for match in _STRETCH.finditer(written)):
        pieces.append(written[slice(*plain)])
        starts += range(*plain)
        ends += range(plain[0] + 1, plain[1] + 1)
        for unit in _UNIT.finditer(written, *odd):
            new = _normal_unit(unit.group())
            pieces.append(new)
            starts += [unit.start()] * len(new)
            ends += [unit.end()] * len(new)
    return TextNormalization("".join(pieces), tuple(starts), tuple(ends))


def _normal_unit(unit: str) -> str:
    if unit in _DASHES:
        return "-"
    if "\ud800" <= unit <= "\udfff":
        return "\ufffd"
    if unit in _FILLERS or unicodedata.category(unit[0]) == "Cf":
        return ""
    if len(unit) > 1 or unit in _BLANKS or _COMPATIBLE.match(unit):
        return unicodedata.normalize("NFKC", unit)
    return str(unicodedata.decimal(unit, unit))  # the digits of other scripts


def _rewrite(normal: TextNormalization, replacements: Iterable[tuple[int, int, str]]) -> TextNormalization:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, new in (*replacements, (len(normal.text), len(normal.text), "")):
        pieces += normal.text[done:start], new
        ranges = _ranges(normal, start, end, new)
        starts += (*normal.starts[done:start], *(written for written, _ in ranges))
        ends += (*normal.ends[done:start], *(written for _, written in ranges))
        done = end
    return TextNormalization("".join(pieces), tuple(starts), tuple(ends))


def _ranges(normal: TextNormalization, start: int, end: int, new: str) -> list[tuple[int, int]]:
    """Return the written range of each new character: its own where blanks alone went, else that of the whole."""
    old = normal.text[start:end]
    kept = [start + i for i, character in enumerate(old) if len(new) == len(old) or character != " "]
    if len(kept) == len(new):
        return [(normal.starts[i], normal.ends[i]) for i in kept]
    return [normal.written(start, end)] * len(new)


def _spoken_digits(match: re.Match[str]) -> str:
    written = match.group()
    if sum(character in _SPOKEN_DIGITS for character in written) < _FEWEST_SPOKEN and not _SPOKEN_HEAD.match(written):
        return written
    read = _WORD_BETWEEN.sub(lambda word: "-".ljust(len(word.group())), written).translate(_SPOKEN)
    return read[:-1] + written[-1] if _ends_in_a_particle(match) else read


def _ends_in_a_particle(match: re.Match[str]) -> bool:
    """Tell the particle 이 from the digit: by what follows, or because a resident or card number is complete before."""
    count = sum(character.isdigit() or character in _SPOKEN_DIGITS for character in match.group())
    behind = match.string[match.end() : match.end() + 1]
    return match.group().endswith("이") and (count in _ONE_TOO_MANY or (behind != "" and behind in _BEHIND_A_PARTICLE))


def _without_blanks(match: re.Match[str]) -> str:
    return match.group().replace(" ", "")


# Conjoining jamo (decomposed Hangul) are one unit, so that they compose; all else is a unit by itself.
_UNIT: Final = re.compile(r"[\u1100-\u115e][\u1161-\u11a7][\u11a8-\u11ff]?|.", re.DOTALL)
_PLAIN: Final = r"\n\r\t -~가-힣ㄱ-ㅣ·…“”‘’「」『』《》〈〉○●■□▶※→℃★♥"
_IS_PLAIN: Final = re.compile(f"[{_PLAIN}]*")
_STRETCH: Final = re.compile(f"(?P<plain>[{_PLAIN}]*)(?P<odd>[^{_PLAIN}]*)")
_COMPATIBLE: Final = re.compile(r"[\uff01-\uffee\u3200-\u32ff\u2000-\u200a\u3000\ufe50-\ufe6b\U0001d400-\U0001d7ff]")
_DASHES: Final = frozenset("‐‑‒–—―−﹣－⁃ー")
_BLANKS: Final = frozenset("\u00a0\u202f\u205f")
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u034f\u180e\u20e3" + "".join(map(chr, range(0xFE00, 0xFE10))))

_SPOKEN_DIGITS: Final = "공영일이삼사오육륙칠팔구"
_SPOKEN: Final = str.maketrans(_SPOKEN_DIGITS + ",", "001234566789-")
_FEWEST_SPOKEN: Final = 3
_ONE_TOO_MANY: Final = (14, 17)
_BEHIND_A_PARTICLE: Final = "에고다라야며지네니나랑요죠"
_DIGIT: Final = rf"[{_SPOKEN_DIGITS}0-9]"
_BETWEEN: Final = r"(?:[ .,\-]{0,3}|[ ]?(?:에|의|다시|대시)[ ]?)"
# 공1공, 0일0: a mobile number's beginning is enough.
_SPOKEN_HEAD: Final = re.compile(rf"(?=.{{0,2}}[공영일])[공영0][일1][공영0]{_BETWEEN}[0-9]{{4}}{_BETWEEN}[0-9]{{4}}\Z")
_WORD_BETWEEN: Final = re.compile(r"에|의|다시|대시")
# A mobile number is counted out, because the particle behind it may be a digit too (공일공…오육칠팔이에요).
_SPOKEN_MOBILE: Final = re.compile(
    r"(?<![공영일삼사오육칠팔구0-9])"
    rf"[공영0]{_BETWEEN}[일1]{_BETWEEN}[공영일육칠팔구016789](?:{_BETWEEN}{_DIGIT}){{7,8}}"
)
# Three in a row at least: 이사 구일 are words.
_SPOKEN_RUN: Final = re.compile(rf"(?<![가-힣0-9]){_DIGIT}{{3}}(?:{_BETWEEN}{_DIGIT}){{6,14}}")
_SINGLE_DIGITS: Final = re.compile(r"(?<![0-9A-Za-z.,])[0-9](?: [0-9]| ?- ?[0-9]){6,30}(?![0-9A-Za-z])")
_CIRCLED: Final = re.compile(r"[⓪①-⑨](?:[ .\-]{0,3}[⓪①-⑨]){8,15}")
_CIRCLED_DIGITS: Final = str.maketrans("⓪①②③④⑤⑥⑦⑧⑨", "0123456789")
_ZEROS: Final = str.maketrans("oOlI|", "00111")
_LETTER_O: Final = re.compile(
    r"(?<![0-9A-Za-z])[0oO][1lI|][0oO](?=[ .\-]{0,3}[0-9]{4}[ .\-]{0,3}[0-9]{4}(?![0-9A-Za-z]))"
    r"|(?<![0-9A-Za-z])01[016789][ .\-]{1,3}(?=[0-9oOlI]{4}[ .\-]{1,3}[0-9oOlI]{4}(?![0-9A-Za-z]))"
    r"[0-9oOlI]{4}[ .\-]{1,3}[0-9oOlI]{4}"
)
_AT: Final = re.compile(
    r"(?<=[0-9A-Za-z]) at (?=[0-9A-Za-z\-]{2,30}(?: dot [a-z]{2,10}){1,3})|"
    r"(?<=[0-9A-Za-z_])\s{0,2}(?:[\[({<]\s?(?:골뱅이|앳|at|@|(?<=[(\[])a)\s?[\])}>]|골뱅이)\s{0,2}"
    r"(?=[0-9A-Za-z]|네이버|지메일|한메일|다음|네이트|핫메일|아웃룩)",
    re.IGNORECASE,
)
# Without brackets 앳 and 골뱅이 are the sign where a domain follows that is spelled out as well.
_TOP: Final = r"(?:컴|넷|케이알|com|net|kr|co)"
_SPELLED_AT: Final = re.compile(
    rf"(?<=[0-9A-Za-z_가-힣])[ ]{{0,2}}(?:골뱅이|앳|엣)[ ]{{0,2}}"
    rf"(?=[0-9A-Za-z가-힣\-]{{2,12}}?[ ]{{0,2}}(?:닷|점|쩜|도트|\.)[ ]?{_TOP})",
    re.IGNORECASE,
)
_SPELLED_DOMAIN: Final = re.compile(
    r"@[ ]?([0-9A-Za-z가-힣\-]{2,12}?)[ ]{0,2}(?:닷|점|쩜|도트|\.)[ ]?(컴|넷|케이알)", re.IGNORECASE
)
_TOPS: Final = {"컴": "com", "넷": "net", "케이알": "kr"}
_DOT: Final = re.compile(
    r"(?<=[0-9A-Za-z])(?:。| dot )(?=[A-Za-z]{2})|"
    r"(?<=[0-9A-Za-z])\s{0,2}[\[({<]\s?(?:점|쩜|닷|도트|dot|\.)\s?[\])}>]\s{0,2}(?=[0-9A-Za-z])",
    re.IGNORECASE,
)
# A sign, a name and a known ending with blanks, a comma or 점 before it.
_SPACED_DOMAIN: Final = re.compile(
    r"@[ ]?[0-9A-Za-z\-]{1,40}(?:[ ]{0,2}\.[ ]{0,2}[0-9A-Za-z\-]{1,40}){0,3}[ ]{1,2}\.[ ]{0,2}[a-z]{2,4}(?![0-9A-Za-z])"
)
_WRONG_DOT: Final = re.compile(
    r"(?<=[0-9A-Za-z])(?:\s{0,2}(?:점|쩜|닷|도트)\s{0,2})(?=(?:com|net|org|co|kr|io)(?![A-Za-z]))"
)
_COMMA: Final = re.compile(r"(?<=[0-9A-Za-z])@[0-9A-Za-z\-]{2,20},(?:com|net|co[.,]kr)(?![0-9A-Za-z])")
_SINGLE_LETTERS: Final = re.compile(
    r"(?<!\S)[0-9A-Za-z](?: [0-9A-Za-z._\-]){1,30} @(?: [0-9A-Za-z\-]){2,30}(?: \.(?: [a-z]){2,6}){1,2}(?![0-9A-Za-z])"
)
# A line of single characters, as scanned forms and letter-spaced headings have: 성 명 : 목 화 연.
_SPREAD: Final = re.compile(r"(?m)^[ ]{0,8}(?=[^\n]*[가-힣])(?:[^\s][ ]{1,3}){4,60}[^\s](?=[ ]{0,8}$)")
_SAID_DASH: Final = re.compile(r"(?<=[0-9])\s?(?:다시|대시)\s?(?=[0-9])")
_DOT_COM: Final = re.compile(r"(?<=[0-9A-Za-z])\s?(?:닷|쩜|점)\s?컴")

_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])’(?=[a-z])")  # don’t, as telephones write it

_REWRITES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_SPOKEN_MOBILE, _spoken_digits),
    (_SPOKEN_RUN, _spoken_digits),
    (_CIRCLED, lambda match: match.group().translate(_CIRCLED_DIGITS)),
    (_LETTER_O, lambda match: match.group().translate(_ZEROS)),
    (_SPREAD, _without_blanks),
    (_SINGLE_DIGITS, _without_blanks),
    (_SINGLE_LETTERS, _without_blanks),
    (_SAID_DASH, lambda _: "-"),
    (_AT, lambda _: "@"),
    (_SPELLED_AT, lambda _: "@"),
    (_SPELLED_DOMAIN, lambda match: f"@{match[1]}.{_TOPS[match[2]]}"),
    (_DOT, lambda _: "."),
    (_DOT_COM, lambda _: ".com"),
    (_WRONG_DOT, lambda _: "."),
    (_COMMA, lambda match: match.group().replace(",", ".")),
    (_SPACED_DOMAIN, _without_blanks),
    (_APOSTROPHE, lambda _: "'"),
)
_SOUGHT: Final = tuple((Sought(pattern), replacement) for pattern, replacement in (*encodings.REWRITES, *_REWRITES))
