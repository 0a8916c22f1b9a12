"""The guard: what a model may not do to a text it was asked to polish."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.locale import Locale
from core.privacy.labels import find_labels
from core.prompting import traces
from core.prompting.drift import drifts


class Rule(StrEnum):
    """What a text may be refused for."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    THINKING = "thinking"
    PREAMBLE = "preamble"
    WRAPPED = "wrapped"
    LAYOUT = "layout"
    DRIFT = "drift"
    LABEL_LOST = "label_lost"
    LABEL_INVENTED = "label_invented"
    NUMBER_LOST = "number_lost"
    NUMBER_INVENTED = "number_invented"
    NAME_INVENTED = "name_invented"
    LINK_INVENTED = "link_invented"
    ANSWERED = "answered"
    COPIED = "copied"
    OBEYED = "obeyed"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    REPEATED = "repeated"
    TOO_NEW = "too_new"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model's wording beside what it was made from.

    `original` is the composer's own wording, `said` what the person said about the task; from the two of them come
    the names, numbers and foreign words that may stand. `data` is what the person gave as material: nothing in it is
    an instruction. `finished` is False when the model was cut off.
    """

    text: str
    original: str
    said: str = ""
    data: str = ""
    finished: bool = True

    @property
    def known(self) -> str:
        """The words there were before the model."""
        return f"{self.original}\n{self.said}"


def violations(candidate: Candidate, locale: Locale) -> tuple[Rule, ...]:
    """Return the rules that a candidate breaks, none when it may stand."""
    if not any(map(str.isalpha, candidate.text)):
        return (Rule.EMPTY,)
    if _is_too_long(candidate):
        return (Rule.TOO_LONG,)  # nobody reads it, so nothing else is looked for
    broken = [rule for rule, breaks in _BREAKS.items() if breaks(candidate)]
    if drifts(candidate.text, locale, permitted=latin_words(candidate.known)):
        broken.append(Rule.DRIFT)
    return tuple(broken)


def latin_words(text: str) -> tuple[str, ...]:
    """Return the words in Latin letters outside labels, each once, in order."""
    return tuple(dict.fromkeys(_LATIN_WORD.findall(_BRACES.sub(" ", text))))


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers outside labels as plain digits, each once, in order."""
    plain = unicodedata.normalize("NFKC", _BRACES.sub(" ", text))
    return tuple(dict.fromkeys(number.replace(",", "") for number in _NUMBER.findall(plain)))


_BRACES: Final = re.compile(r"\{[^{}\n]*\}")
_LATIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9+#.&_/-]*[A-Za-z0-9+#]|[A-Za-z]")
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SHORTEST: Final = 0.5
_LONGEST: Final = 2.5
_NEWEST: Final = 0.55
_COPY: Final = 12  # characters in a row, blanks left out


def _is_unfinished(candidate: Candidate) -> bool:
    stops = (".", "!", "?", ")", "”", "’")
    return not candidate.finished or (
        candidate.original.rstrip().endswith(stops) and not candidate.text.rstrip().endswith(stops)
    )


def _adds(pattern: re.Pattern[str]) -> Callable[[Candidate], bool]:
    """Return a check for what a pattern finds in the text and nowhere in what was known."""

    def found(candidate: Candidate) -> bool:
        known = candidate.known.casefold()
        return any(match.group().strip().casefold() not in known for match in pattern.finditer(candidate.text))

    return found


def _is_wrapped(candidate: Candidate) -> bool:
    text, original = candidate.text.strip(), candidate.original.strip()
    quoted = any(text[0] == pair[0] and text[-1] == pair[1] and original[:1] != pair[0] for pair in traces.QUOTES)
    return quoted or (traces.WRAPPING.search(text) is not None and traces.WRAPPING.search(original) is None)


def _changes_layout(candidate: Candidate) -> bool:
    text, original = candidate.text.strip(), candidate.original.strip()
    return len(text.splitlines()) != len(original.splitlines()) or any(
        original.startswith(head) and not text.startswith(head) for head in traces.HEADS
    )


def _loses_label(candidate: Candidate) -> bool:
    return not set(find_labels(candidate.original)) <= set(find_labels(candidate.text))


def _invents_label(candidate: Candidate) -> bool:
    labels = set(find_labels(candidate.text))
    bare = candidate.text
    for label in labels:
        bare = bare.replace(label, "")
    return not labels <= set(find_labels(candidate.original)) or "{" in bare or "}" in bare


def _loses_number(candidate: Candidate) -> bool:
    return not set(numbers(candidate.original)) <= set(numbers(candidate.text))


def _invents_number(candidate: Candidate) -> bool:
    return not set(numbers(candidate.text)) <= set(numbers(candidate.known))


def _answers(candidate: Candidate) -> bool:
    return _adds(traces.ANSWER)(candidate) or _mood(candidate.text) != _mood(candidate.original)


def _copies(candidate: Candidate) -> bool:
    text, data, known = (_dense(part) for part in (candidate.text, candidate.data, candidate.known))
    return bool((_runs(text) & _runs(data)) - _runs(known))


def _is_too_short(candidate: Candidate) -> bool:
    return len(_dense(candidate.text)) < _SHORTEST * len(_dense(candidate.original))


def _is_too_long(candidate: Candidate) -> bool:
    return len(_dense(candidate.text)) > _LONGEST * len(_dense(candidate.original))


def _repeats(candidate: Candidate) -> bool:
    return traces.LOOP.search(candidate.text) is not None and traces.LOOP.search(candidate.original) is None


def _is_too_new(candidate: Candidate) -> bool:
    pairs = _pairs(candidate.text)
    return len(pairs - _pairs(candidate.known)) > _NEWEST * len(pairs)


_BREAKS: Final[dict[Rule, Callable[[Candidate], bool]]] = {
    Rule.UNFINISHED: _is_unfinished,
    Rule.THINKING: _adds(traces.THINKING),
    Rule.PREAMBLE: lambda candidate: traces.PREAMBLE.match(candidate.text) is not None,
    Rule.WRAPPED: _is_wrapped,
    Rule.LAYOUT: _changes_layout,
    Rule.LABEL_LOST: _loses_label,
    Rule.LABEL_INVENTED: _invents_label,
    Rule.NUMBER_LOST: _loses_number,
    Rule.NUMBER_INVENTED: _invents_number,
    Rule.NAME_INVENTED: _adds(traces.NAME),
    Rule.LINK_INVENTED: _adds(traces.LINK),
    Rule.ANSWERED: _answers,
    Rule.COPIED: _copies,
    Rule.OBEYED: _adds(traces.OBEDIENCE),
    Rule.TOO_SHORT: _is_too_short,
    Rule.REPEATED: _repeats,
    Rule.TOO_NEW: _is_too_new,
}


def _mood(text: str) -> tuple[int | None, ...]:
    """Return how each line ends: asking, stating, or as a phrase; English endings do not tell."""
    return tuple(
        next((mood for mood, ending in enumerate(traces.MOODS) if ending.search(line.strip())), None)
        for line in text.strip().splitlines()
    )


def _dense(text: str) -> str:
    return re.sub(r"\s", "", text)


def _runs(dense: str) -> set[str]:
    return {dense[at : at + _COPY] for at in range(len(dense) - _COPY + 1)}


def _pairs(text: str) -> set[str]:
    dense = _dense(text).casefold()
    return {dense[at : at + 2] for at in range(len(dense) - 1)}
