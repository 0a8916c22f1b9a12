r"""Encodings: characters written in another way, read before anything is looked for.

Undone here: percent encoding (%40, %EA%B9%80), escapes of JSON and Java (\uAE40), HTML references (&#44608; &#x40;),
letters of another script that look like Latin ones, Hangul written jamo by jamo, raised and lowered digits, digits
in English words.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from core.privacy.korean.hangul import FINALS, INITIALS, VOWELS, syllable

Rewrite = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def _escaped(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return match.group() if "\ud800" <= character <= "\udfff" or not character.isprintable() else character


def _referenced(match: re.Match[str]) -> str:
    read = html.unescape(match.group())
    return read if len(read) == 1 and read.isprintable() else match.group()


def _composed(match: re.Match[str]) -> str:
    """Return syllables for jamo; a consonant closes a syllable unless a vowel follows it."""
    text, read, place = match.group(), "", 0
    while place < len(text):
        close = text[place + 2 : place + 3]
        closes = close in tuple(FINALS) and text[place + 3 : place + 4] not in tuple(VOWELS)
        read += syllable(text[place], text[place + 1], close if closes else "")
        place += 3 if closes else 2
    return read


def _spelled(match: re.Match[str]) -> str:
    return "".join(_ENGLISH[word.casefold()] for word in re.findall(r"[A-Za-z]+", match.group()))


_SYLLABLE: Final = rf"[{INITIALS}][{VOWELS}](?:[ㄱ-ㅎ](?![{VOWELS}]))?"
_LOOK_ALIKES: Final = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅοαρνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhqwABEKMHOPCTYXIJSoapviABEZHIKMNOPTYX"
)
_OTHER: Final = r"[\u0370-\u03ff\u0400-\u052f]"
_MIXED: Final = r"[0-9A-Za-z_.@\-\u0370-\u03ff\u0400-\u052f]"
_NUMBERS: Final = "zero one two three four five six seven eight nine"
_ENGLISH: Final = {word: str(digit) for digit, word in enumerate(_NUMBERS.split())} | {"oh": "0"}
_WORD: Final = rf"(?:{'|'.join(_ENGLISH)})"

_RAISED: Final = "[⁰¹²³⁴-⁹₀-₉]"

REWRITES: Final[tuple[Rewrite, ...]] = (
    (re.compile(r"(?<=[0-9A-Za-z_])%40(?=[0-9A-Za-z])"), lambda _: "@"),
    (re.compile(r"%[Ee][A-Da-d](?:%[89ABab][0-9A-Fa-f]){2}"), lambda match: unquote(match.group())),
    (re.compile(r"\\u([0-9A-Fa-f]{4})"), _escaped),
    (re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5}|commat|period|nbsp);"), _referenced),
    # A word in which both scripts stand; Cyrillic and Greek words stay what they are.
    (
        re.compile(rf"(?<!{_MIXED})(?=[0-9A-Za-z_.@\-]*{_OTHER})(?={_OTHER}*[0-9_.@\-]*[A-Za-z]){_MIXED}+"),
        lambda match: match.group().translate(_LOOK_ALIKES),
    ),
    (re.compile(rf"(?<![ㄱ-ㅣ가-힣])(?:{_SYLLABLE}){{2,6}}(?![ㄱ-ㅣ])"), _composed),
    (
        # Throughout, or somewhere in a telephone number.
        re.compile(
            rf"{_RAISED}(?:[ .\-]?{_RAISED}){{5,15}}(?![0-9])"
            rf"|(?<![0-9A-Za-z.,])(?=[0-9 .\-]{{0,20}}{_RAISED})[0⁰₀](?:[ .\-]?(?:[0-9]|{_RAISED})){{8,15}}"
        ),
        lambda match: "".join(str(unicodedata.digit(sign, sign)) for sign in match.group()),
    ),
    (re.compile(rf"(?<![A-Za-z]){_WORD}(?:[ \-,]{{1,2}}{_WORD}){{8,14}}(?![A-Za-z])", re.IGNORECASE), _spelled),
)
"""What is looked for, and what it is read as, in this order."""
