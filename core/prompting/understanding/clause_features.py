"""What the clause tagger looks at: the words of a text, and the gaps between them, as hashed features."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.words import words

BUCKETS: Final = 1 << 16
# What stays in one clause whatever stands inside: quotes, brackets, labels, addresses, tables and fenced code.
WHOLE: Final = re.compile(
    r"```.*?(?:```|\Z)|(?:^[ \t]*\|.*(?:\n|\Z))+|(?:^[^\n\t]*\t[^\n]*(?:\n|\Z)){2,}"
    r"|\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|‘[^’\n]{1,300}’|「[^」\n]{1,300}」"
    r"|(?<![A-Za-z0-9])'[^'\n]{1,300}'(?![A-Za-z])|`[^`\n]+`"
    r"|\([^()\n]{1,300}\)|\{[^{}\n]{1,60}\}|\[[^\[\]\n]{1,200}\]|(?<!\S)\S{1,80}@\S{1,80}\.\w+|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_HELD: Final = "\ue000"
# A word with the blanks behind it; a mark that Hangul follows at once ends one too (5분,심사는).
_WORD: Final = re.compile(r"\S+?(?:\s+|$|(?<=[가-힣][,;/.!?])(?=[가-힣]))")
_LISTS: Final = (
    *("adverbs", "answer_nouns", "own_text", "part_words", "readers", "roles", "shape_nouns", "task_nouns"),
    *("text_nouns", "tone_nouns", "workplaces", "verbal_nouns"),
)
_PARTICLE: Final = re.compile(
    r"(?:은|는|이|가|을|를|도|만|의|에|로|으로|과|와|에서|까지|부터|랑|이랑|께|에게|한테|께서|님|님이|들|들이|하고|입니다|이고|이에요|예요)$"
)
_NOISE: Final = re.compile(r"[ㅋㅎㅠㅜㄷ^~♡♥]+")
_MARKS: Final = re.compile(r"[.,!?~;:/…]{1,9}$")
_EDGES: Final = ("s1", "s2", "mo", "l=")
_BEHIND: Final = ("s1", "s2", "mo")


def tokens_of(text: str) -> list[str]:
    """Return the words of a text, each with the blanks behind it; what stays whole is one word."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found.group())
        return f"{_HELD}{len(held) - 1}{_HELD}"

    hidden = WHOLE.sub(hold, text.strip())
    kept = re.compile(f"{_HELD}(\\d+){_HELD}")
    return [kept.sub(lambda found: held[int(found[1])], word) for word in _WORD.findall(hidden)]


def features_of(tokens: Sequence[str]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the buckets of the features of each word, and those of the gap behind each word but the last."""
    of_words, of_gaps = named_features(tokens)
    return [[bucket(name) for name in names] for names in of_words], [
        [bucket(name) for name in names] for names in of_gaps
    ]


def bucket(name: str) -> int:
    """Return the bucket that a feature is hashed to."""
    return crc32(name.encode()) % BUCKETS


def named_features(tokens: Sequence[str]) -> tuple[list[list[str]], list[list[str]]]:
    """Return the features by their names."""
    of, marks = [word_features(token.strip()) for token in tokens], [_mark(token) for token in tokens]
    moods = moods_of(tokens)
    ahead = _ahead(moods)
    last = len(tokens) - 1
    of_words, of_gaps = [], []
    for at, names in enumerate(of):
        around = [
            "b",
            f"mark={marks[at]}",
            f"-mark={marks[at - 1] if at else 'first'}",
            f"at={min(at, 6)}",
            f"mood={moods[at]}",
            f"ahead={ahead[at]}",
            *names,
            *(f"-{name}" for name in (of[at - 1] if at else ())),
            *(f"+{name}" for name in (of[at + 1] if at < last else ("last",))),
            *(f"++{name}" for name in (of[at + 2] if at + 1 < last else ()) if name.startswith(_BEHIND)),
        ]
        of_words.append(around)
    for at in range(last):
        left = [name for name in of[at] if name.startswith(_EDGES)]
        right = [name for name in of[at + 1] if name.startswith(_EDGES)]
        of_gaps.append(
            [
                "b",
                f"mark={marks[at]}",
                f"mood={moods[at]}{marks[at]}",
                f"mood={moods[at]}>{ahead[at + 1]}",
                *(f"<{name}" for name in of[at]),
                *(f">{name}" for name in of[at + 1]),
                *(f"{marks[at]}<{name}" for name in left),
                *(f"{marks[at]}>{name}" for name in right),
                *(f">>{name}" for name in (of[at + 2] if at + 1 < last else ()) if name.startswith(_BEHIND)),
                *(f"<<{name}" for name in (of[at - 1] if at else ()) if name.startswith(_BEHIND)),
            ]
        )
    return of_words, of_gaps


def moods_of(tokens: Sequence[str]) -> list[str]:
    """Return what the verb at each word does, read with the word before: 쓰지 | 말고 is a ban, 써야 | 돼요 a must."""
    bare = [_MARKS.sub("", token.strip()) for token in tokens]
    return [_mood(bare[at - 1] if at else "", word) for at, word in enumerate(bare)]


@lru_cache(maxsize=4096)
def _mood(before: str, word: str) -> str:
    if not "가" <= word[-1:] <= "힣":
        return "none"
    predicate = read_predicate(f"{before} {word}" if "가" <= before[-1:] <= "힣" else word)
    return str(predicate.mood) if predicate else "none"


def _ahead(moods: Sequence[str]) -> list[str]:
    """Return for each word what the next verb does, that of the word itself first."""
    found, ahead = "end", []
    for mood in reversed(moods):
        found = found if mood == "none" else mood
        ahead.append(found)
    return ahead[::-1]


@lru_cache(maxsize=4096)
def word_features(word: str) -> tuple[str, ...]:
    """Return what a word tells by itself: its letters, its ending, the lists it stands in, what it means."""
    return tuple(_of_word(word))


def _of_word(word: str) -> Iterator[str]:
    bare = _MARKS.sub("", _NOISE.sub("", word))
    plain = re.sub(r"[0-9]+", "0", bare.lower())
    yield f"w={plain}"
    yield from (f"s{size}={plain[-size:]}" for size in (1, 2, 3) if len(plain) >= size)
    yield from (f"p{size}={plain[:size]}" for size in (1, 2) if len(plain) > size)
    noun = _PARTICLE.sub("", bare) or bare
    yield from (f"l={name}" for name in _LISTS if bare in words(name) or noun in words(name))
    if re.search("[0-9]", bare):
        yield "digit"
    if re.search("[A-Za-z]", bare):
        yield "latin"
    if "가" <= bare[-1:] <= "힣":
        predicate = read_predicate(bare)
        yield f"mo={predicate.mood}" if predicate else "mo=none"
        if predicate:
            yield f"e={predicate.ending[:3]}"
            if predicate.stem in words("writer_verbs") or predicate.stem in words("shaping_verbs"):
                yield "writes"


def _mark(token: str) -> str:
    """Return the mark behind a word: the end of a line, or the first sign of punctuation."""
    if "\n" in token:
        return "line"
    found = _MARKS.search(token.strip())
    return found.group()[0] if found else "none"
