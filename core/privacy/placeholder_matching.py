"""Placeholder matching: which label a piece of an AI's answer stands for, if it clearly stands for one."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from core.privacy.code_blocks import Code
from core.privacy.entities import ENTITIES, EntityType
from core.privacy.labels import NOUNS, Label, parse
from core.privacy.occurrences import BEHIND_A_NAME


@dataclass(frozen=True, slots=True)
class PlaceholderMatch:
    """A piece of a text, as written, and the label it stands for; None where it is `clear` that no known one is meant.

    `tail` is what the piece holds besides the label: a particle or title drawn into the brackets.
    """

    start: int
    end: int
    label: str | None
    clear: bool
    tail: str = ""


class Reader:
    """Reads labels of one vault, altered ones too."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = tuple((label, parsed) for label in labels if (parsed := parse(label)))
        self._known = frozenset(label for label, _ in self._labels)

    def read(self, text: str) -> Iterator[PlaceholderMatch]:
        """Yield the readings of a text, in order; pieces that have nothing to do with a label are passed over."""
        code = Code(text)
        for match in _CANDIDATE.finditer(text):
            if match["bare"]:
                readings = [self._bare(match, code)]
            elif _SEVERAL.fullmatch(match.group()):
                readings = [
                    self._bare(inner, code) for inner in _BARE.finditer(text, match.start() + 1, match.end() - 1)
                ]
            else:
                readings = [self._bracketed(match, code)]
            yield from filter(None, readings)

    def _bare(self, match: re.Match[str], code: Code) -> PlaceholderMatch | None:
        if _is_variable(match["noun"]) or not _BEHIND.match(match.string, match.end()):
            return None
        found = self._find(_folded(match["noun"]), int(match["number"]), int(match["form"] or 1))
        if not found:
            return None
        is_code = match["noun"].isascii() and code.holds(*match.span())
        clear = len(found) == 1 and not is_code and _is_meant(match, found[0])
        return PlaceholderMatch(*match.span(), found[0] if clear else None, clear=clear)

    def _bracketed(self, match: re.Match[str], code: Code) -> PlaceholderMatch | None:
        if match.group() in self._known:
            return PlaceholderMatch(*match.span(), match.group(), clear=True)
        kind, within = _within(match)
        variable = code.is_variable(*match.span())
        inner = _INNER.fullmatch(_plain(within))
        word = _folded(inner["noun"]) if inner else ""
        if inner is None or word not in _TYPES or not _TAIL.fullmatch(inner["tail"] or ""):
            return None if variable or kind != "curly" else self._hint(match, within)
        number = inner["digits"] or _NUMBERS.get((inner["spelled"] or "").casefold())
        if not number:
            return None if variable or kind != "curly" else self._numberless(match, _TYPES[word])
        found = self._find(word, int(number), int(inner["form"] or 1))
        if len(found) == 1 and not variable and not (match["dollar"] and within.isascii()):
            return PlaceholderMatch(*_covered(match), found[0], clear=True, tail=inner["tail"])
        return PlaceholderMatch(*match.span(), None, clear=not found) if found or word in _OFFICIAL else None

    def _hint(self, match: re.Match[str], within: str) -> PlaceholderMatch | None:
        """Return what names a label's noun in curly brackets in another way: {첫 번째 이름}."""
        words = _WORD.findall(within) if _PHRASE.fullmatch(within) else []
        kinds = {_OFFICIAL.get(word.casefold()) for word in words}
        meant = any(label.type in kinds for _, label in self._labels)
        return PlaceholderMatch(*match.span(), None, clear=False) if meant else None

    def _numberless(self, match: re.Match[str], entity_type: EntityType) -> PlaceholderMatch | None:
        meant = any(label.type is entity_type for _, label in self._labels)
        return PlaceholderMatch(*match.span(), None, clear=False) if meant else None

    def _find(self, word: str, number: int, form: int) -> list[str]:
        """Return the labels with this number whose noun is the word, else those whose type it names."""
        same = [(text, label) for text, label in self._labels if (label.number, label.form) == (number, form)]
        exact = [text for text, label in same if _key(label) == word]
        return exact or [text for text, label in same if label.type is _TYPES[word]]


def _key(label: Label) -> str:
    return label.noun.replace("_", "").casefold()


def _folded(noun: str) -> str:
    return re.sub(r"[\s_]", "", noun).casefold()


def _is_variable(noun: str) -> bool:
    return noun.isascii() and noun.islower()


def _is_meant(match: re.Match[str], label: str) -> bool:
    """Say whether a label without brackets is one: 이름1, but hardly 이름 1, Email1 or 이름1.5."""
    if _CLINGING.match(match.string, match.end()):
        return False
    noun = match["noun"]
    person = _TYPES[_folded(noun)] is EntityType.PERSON
    if match["gap"] == " ":
        return person and _HONORED.match(match.string, match.end()) is not None
    named = label.startswith(f"{{{noun}{match['number']}") or person or match["gap"] == "_"
    return named or (noun.isupper() and len(noun) >= _TELLING)


def _plain(within: str) -> str:
    """Return what stands in brackets without emphasis, escapes and characters that have no width."""
    text = unicodedata.normalize("NFKC", html.unescape(within)).replace("\\", "")
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip(" \n*_~`\"'")


def _within(match: re.Match[str]) -> tuple[str, str]:
    """Return the kind of the brackets, and what they hold."""
    group = match.lastgroup or ""
    return group.rstrip("12"), match[group]


def _covered(match: re.Match[str]) -> tuple[int, int]:
    """Return the place of the brackets with what they hold; of a Markdown link, of its text alone."""
    group = match.lastgroup or ""
    return match.span(group) if group == "square1" and _LINK.match(match.string, match.end()) else match.span()


_SPELLED: Final = (
    "일 이 삼 사 오 육 칠 팔 구 십",
    "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열",
    "one two three four five six seven eight nine ten",
    "i ii iii iv v vi vii viii ix x",
)
_SINO, _COUNTED, *_LATIN = ("|".join(words.split()) for words in _SPELLED)
_NUMBERS: Final = {word: str(number) for words in _SPELLED for number, word in enumerate(words.split(), 1)}

# A number in words needs a border before it: 이 is 2 as well as a particle, and phone ends in one.
_INNER: Final = re.compile(
    r"(?P<noun>[^\W\d_](?:[^\W\d]|[\s\-]){0,30}?)"
    r"(?:(?:[\s_#.:\-(]{0,3}(?P<digits>[0-9]{1,6})\)?"
    rf"|(?P<spelled>(?:(?<=[\s_\-])(?:{_SINO})|(?<=[\s_\-가-힣])(?:{'|'.join(_LATIN)})|{_COUNTED})))"
    r"(?:[ ]?[-_\u2010-\u2015][ ]?(?P<form>[0-9]{1,4}))?(?P<tail>(?:[ ]?(?:[가-힣]{1,6}|['’]s))?))?",
    re.IGNORECASE,
)
# 이름 2자, 1일: what is counted.
_BEHIND: Final = re.compile(rf"(?![자일지](?![가-힣]))(?:{BEHIND_A_NAME.pattern})")
_TAIL: Final = re.compile(rf"[ ]?(?:{_BEHIND.pattern}|['’]s)?")
_WORD: Final = re.compile(r"[^\W\d]+")
_PHRASE: Final = re.compile(r"[\w\s\-]+")
_LINK: Final = re.compile(r"\((?:https?:|mailto:|tel:|[#/{])")

# The labels' own nouns in all languages, folded; what else an AI may call them.
_OFFICIAL: Final = {
    noun.replace("_", "").casefold(): entity_type for nouns in NOUNS.values() for entity_type, noun in nouns.items()
}
_TYPES: Final = {word: kind for kind, entity in ENTITIES.items() for word in entity.synonyms} | _OFFICIAL
_NOUN: Final = "|".join(
    sorted({re.escape(noun) for nouns in NOUNS.values() for noun in nouns.values()}, key=len, reverse=True)
)
_BRACKETS: Final = {
    "curly": (r"\{|｛|&(?:#123|#[xX]7[bB]|lbrace|lcub);", r"\}|｝|&(?:#125|#[xX]7[dD]|rbrace|rcub);", ""),
    "square": (r"\[|［|【|〔|&(?:#91|#[xX]5[bB]|lsqb|lbrack);", r"\]|］|】|〕|&(?:#93|#[xX]5[dD]|rsqb|rbrack);", r"\n"),
    "angle": (r"<|＜|〈|《|&lt;", r">|＞|〉|》|&gt;", r"\n"),
}
_NO_BRACKET: Final = r"^{}\[\]<>｛｝［］【】〔〕＜＞〈〉《》"


def _bracketed_form(kind: str, times: int) -> str:
    opening, closing, no_break = _BRACKETS[kind]
    within = rf"(?P<{kind}{times}>[{_NO_BRACKET}{no_break}]{{1,40}}?)"
    return rf"(?:\\?(?:{opening})){{{times}}}{within}(?:\\?(?:{closing})){{{times}}}"


_BARE_FORM: Final = (
    rf"(?P<bare>(?<![\w\-$])(?P<noun>(?i:{_NOUN}))(?P<gap>[ _]?)"
    r"(?P<number>[1-9][0-9]{0,5})(?:-(?P<form>[1-9][0-9]{0,3}))?(?![0-9A-Za-z_\-]))"
)
_BARE: Final = re.compile(_BARE_FORM)
# What makes another word of it: an address, a decimal, an assignment, a second number.
_CLINGING: Final = re.compile(r"@|\.[0-9A-Za-z]|[ ]?=|\(\)|\[|->|\+\+|[ ]?[,·/~][ ]?[0-9]")
_TELLING: Final = 4  # letters: ID1 and IP1 are other things more often than labels
_HONORED: Final = re.compile(r"[ ]?[님씨]")
# Some labels in one pair of brackets, with commas between them.
_SEVERAL: Final = re.compile(rf"\W(?:(?:{_NOUN})[1-9][0-9]{{0,5}}(?:[ ]?[,·/&와과][ ]?|(?=\W\Z))){{2,8}}\W")
_CANDIDATE: Final = re.compile(
    rf"(?P<dollar>\$(?=\{{))?(?:{'|'.join(_bracketed_form(kind, times) for kind in _BRACKETS for times in (2, 1))})"
    f"|{_BARE_FORM}"
)
