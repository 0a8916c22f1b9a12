"""The guard: what no text of a model may do, be it one line of a prompt or all of it."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import permutations
from typing import Final

from core.privacy.labels import find_labels
from core.prompting.guard import traces
from core.prompting.guard.drift import drifts
from core.values.locale import Locale


class Rule(StrEnum):
    """What a text may be refused for; the second half is for single lines alone (see `judging`)."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    THINKING = "thinking"
    PREAMBLE = "preamble"
    WRAPPED = "wrapped"
    DRIFT = "drift"
    NONSENSE = "nonsense"
    LABEL_LOST = "label_lost"
    LABEL_INVENTED = "label_invented"
    NUMBER_LOST = "number_lost"
    NUMBER_INVENTED = "number_invented"
    NAME_INVENTED = "name_invented"
    LINK_INVENTED = "link_invented"
    COPIED = "copied"
    ECHOED = "echoed"
    OBEYED = "obeyed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    LOOPED = "looped"

    ANSWERED = "answered"
    PERSON = "person"
    MOOD = "mood"
    SAID_ALREADY = "said_already"
    CONTRADICTED = "contradicted"
    MATTER_LOST = "matter_lost"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class ModelText:
    """A model's text beside what there was before it.

    `known` is the composer's prompt and what the person said: from there come the names, numbers, labels and foreign
    words that may stand. `data` is what the person gave as material: nothing in it is an instruction. `told` is what
    the model was told to do: a small one says its examples again. A prompt that `is_whole` may quote
    words of other languages, and work out figures from given ones.
    """

    text: str
    known: str
    data: str = ""
    told: str = ""
    is_whole: bool = False


def violations(candidate: ModelText, locale: Locale) -> tuple[Rule, ...]:
    """Return the rules that a text breaks, none when it may stand."""
    if not any(map(str.isalpha, candidate.text)):
        return (Rule.EMPTY,)
    broken = [rule for rule, breaks in _BREAKS.items() if breaks(candidate)]
    if drifts(_without_known(candidate), locale, permitted=latin_words(candidate.known)):
        broken.append(Rule.DRIFT)
    if locale is Locale.KO and _is_nonsense(candidate):
        broken.append(Rule.NONSENSE)
    return tuple(broken)


def latin_words(text: str) -> tuple[str, ...]:
    """Return the words in Latin letters outside labels, each once, in order."""
    return tuple(dict.fromkeys(_LATIN_WORD.findall(_BRACES.sub(" ", text))))


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers outside labels as plain digits, each once, in order."""
    plain = unicodedata.normalize("NFKC", _BRACES.sub(" ", text))
    return tuple(dict.fromkeys(number.replace(",", "") for number in _NUMBER.findall(plain)))


def is_looped(text: str) -> bool:
    """Whether a text says the same again and again."""
    return traces.LOOP.search(text) is not None


_BRACES: Final = re.compile(r"\{[^{}\n]*\}")
_LATIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9+#.&_/-]*[A-Za-z0-9+#]|[A-Za-z]")
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_THIRD_SCRIPT: Final = re.compile(r"[^\W\d_A-Za-z가-힣ㄱ-ㆎ]+")
_HANGUL_WORD: Final = re.compile(r"[가-힣]+")
# A count in words is a number as well: three reasons where nobody has asked for three.
_COUNT: Final = re.compile(
    r"(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:가지|개|곳|편|줄|문장|문단|단락|항목|단계|명)(?![가-힣]{2})"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten)\s+[a-z]+s\b",
    re.IGNORECASE,
)
# Shown and not said: no drift. What holds a Korean syllable is prose in quotation marks.
_QUOTED: Final = re.compile(r"[\"“‘'「](?:\{[^{}\n]*\}|[^\"“”‘’'「」\n가-힣]){1,120}[\"”’'」]")
_MOST_NUMBERS: Final = 20
_LONGEST_NUMBER: Final = 12  # characters; a longer one is the number of something
_PLACES: Final = (Decimal(1), Decimal("0.1"))  # a quotient is rounded
_EDGES: Final = re.compile(r"^[-\s]+|(?<![.\s])[.\s]+$")
_COPY: Final = 12  # characters in a row, blanks left out


def _adds(pattern: re.Pattern[str]) -> Callable[[ModelText], bool]:
    """Return a check for what a pattern finds in the text and nowhere in what was known."""

    def found(candidate: ModelText) -> bool:
        known = candidate.known.casefold()
        return any(match.group().strip().casefold() not in known for match in pattern.finditer(candidate.text))

    return found


def _is_wrapped(candidate: ModelText) -> bool:
    text = candidate.text.strip()
    return any(text[0] == pair[0] and text[-1] == pair[1] for pair in traces.QUOTES) or text.startswith("```")


def _invents_label(candidate: ModelText) -> bool:
    labels = set(find_labels(candidate.text))
    bare = candidate.text
    for label in labels:
        bare = bare.replace(label, "")
    bare = bare.replace("{}", "")  # an empty pair is a piece of code
    return not labels <= set(find_labels(candidate.known)) or "{" in bare or "}" in bare


def _invents_number(candidate: ModelText) -> bool:
    known = set(numbers(candidate.known))
    made = _worked_out(known) if candidate.is_whole else set()
    return not set(numbers(candidate.text)) <= known | made or _adds(_COUNT)(candidate)


def _worked_out(known: Collection[str]) -> set[str]:
    """Return the sums, differences, products and quotients of any two numbers: 1,200 and 400 make 800 as well.

    Nothing where so many are given that almost any would follow from two of them.
    """
    if len(known) > _MOST_NUMBERS:
        return set()
    figures = [Decimal(number) for number in known if len(number) <= _LONGEST_NUMBER]
    pairs = [*permutations(figures, 2)]
    made = {value for one, other in pairs for value in (one + other, one - other, one * other)}
    made |= {(one / other).quantize(place) for one, other in pairs if other for place in _PLACES}
    return {f"{value.normalize():f}" for value in made}


def _copies(candidate: ModelText) -> bool:
    text, data, known = (_dense(part) for part in (candidate.text, candidate.data, candidate.known))
    runs = (text[at : at + _COPY] for at in range(len(text) - _COPY + 1))
    return any(run in data and run not in known for run in runs)


def _echoes(candidate: ModelText) -> bool:
    told, known = _dense(candidate.told), _dense(candidate.known)
    lines = (_dense(_EDGES.sub("", line)) for line in candidate.text.splitlines())
    return any(len(line) >= _COPY and line in told and line not in known for line in lines)


def _is_nonsense(candidate: ModelText) -> bool:
    """Whether words are made of syllables that Korean has no use for: nine in ten of all there can be.

    KS X 1001 lists those in use; what it lacks takes eight bytes.
    """
    known = candidate.known
    words = (word for word in _HANGUL_WORD.findall(candidate.text) if word not in known)
    return any(
        len(syllable.encode("euc_kr", "replace")) > len("가".encode("euc_kr")) for word in words for syllable in word
    )


_BREAKS: Final[dict[Rule, Callable[[ModelText], bool]]] = {
    Rule.THINKING: _adds(traces.THINKING),
    Rule.PREAMBLE: lambda candidate: traces.PREAMBLE.match(candidate.text) is not None,
    Rule.WRAPPED: _is_wrapped,
    Rule.LABEL_INVENTED: _invents_label,
    Rule.NUMBER_INVENTED: _invents_number,
    Rule.NAME_INVENTED: _adds(traces.NAME),
    Rule.LINK_INVENTED: _adds(traces.LINK),
    Rule.COPIED: _copies,
    Rule.ECHOED: _echoes,
    Rule.OBEYED: _adds(traces.OBEDIENCE),
    Rule.LOOPED: lambda candidate: is_looped(candidate.text),
}


def _without_known(candidate: ModelText) -> str:
    """Return a text without words of a third script that were there before it: a Japanese mail quotes Japanese."""
    known = candidate.known
    text = _QUOTED.sub(" ", candidate.text) if candidate.is_whole else candidate.text
    return _THIRD_SCRIPT.sub(lambda match: " " if match.group() in known else match.group(), text)


def _dense(text: str) -> str:
    return "".join(text.split())
