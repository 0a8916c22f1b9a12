"""Fit: how well a prompt, whoever wrote it, fits a brief; each measure says what it can really tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.prompting.brief import Brief
from core.prompting.checking.content_words import pieces, shared
from core.prompting.intents.intent import Intent
from core.prompting.languages import read_language
from core.prompting.understanding.understand import understand, with_material
from core.prompting.understanding.understanding import MaterialState, Understanding
from core.values.choices import Form, Length


class Measure(StrEnum):
    """What is measured; each is a share from 0 to 1."""

    COVERED = "covered"  # every fact and demand of the person is in the prompt
    SORTED = "sorted"  # they are taken apart into lines, not pasted in one
    SPECIFIC = "specific"  # its lines speak of this request or of its kind, not of any request
    SHAPED = "shaped"  # the form is said with what it consists of, as the person named it
    SIZED = "sized"  # length and language are said
    PLACED = "placed"  # a text to work on that is missing has a place


_WEIGHTS: Final = {
    Measure.COVERED: 0.25,
    Measure.SORTED: 0.15,
    Measure.SPECIFIC: 0.35,
    Measure.SHAPED: 0.10,
    Measure.SIZED: 0.10,
    Measure.PLACED: 0.05,
}
_FORMS: Final = {
    Form.TABLE: r"열\s*[:은을이]|행\s*[:은을이수]|칸|표|columns?|rows?|table",
    Form.LIST: r"항목|글머리|리스트|줄|bullets?|items?|list",
    Form.PROSE: r"문단|문장|구성|제목|인사|첫|paragraphs?|sentences?",
    Form.CODE: r"```|코드 블록|주석|수식|code block|comments?|formula",
    Form.REPORT: r"목차|소제목|[0-9]\.\s|→|sections?|headings?",
}
_NUMBER: Final = re.compile(
    r"(?<![0-9,])[0-9][0-9,]{0,11}\s{0,2}(?:~|-|–|자|단어|문장|줄|words?|characters?|sentences?|lines?)"
)
_PLACE: Final = re.compile(r"\{\{[^{}\n]+\}\}|\[[^\]\n]*(?:붙여|넣|paste|here)[^\]\n]*\]|<[^<>\n]+>\s*\n?\s*(?:\{|\[)")
_TAG: Final = re.compile(r"</?[^<>\s]+>")
_SHORT_LINE: Final = 12  # characters; headings and tags say nothing either way
_ONE_LINE: Final = 0.75  # share of an introduction that stands in one line where it was pasted
_WORTH_SORTING: Final = 60  # characters of an introduction
_OF_THE_KIND: Final = 0.45  # share of a line's words that its request or its kind knows
_ENOUGH: Final = 160  # characters of guidance beyond the request from which more is no better
_WAYS: Final = 2  # different words of a form that show it is described


@dataclass(frozen=True, slots=True)
class Fit:
    """The measures of a prompt; `total` weighs them into one share, 0 to 1."""

    shares: Mapping[Measure, float]

    @property
    def total(self) -> float:
        """The weighed mean."""
        return sum(_WEIGHTS[measure] * share for measure, share in self.shares.items())


def fit(prompt: str, brief: Brief) -> Fit:
    """Measure how well a prompt fits a brief."""
    brief = with_material(brief)
    understanding = understand(brief)
    own = prompt.replace(brief.reference, "") if brief.reference else prompt
    lines = [line for line in (_TAG.sub("", line).strip(" -•*#\t") for line in own.splitlines()) if line]
    text = "\n".join(lines)
    return Fit(
        {
            Measure.COVERED: _covered(text, brief, understanding),
            Measure.SORTED: _sorted(lines, brief),
            Measure.SPECIFIC: _specific(lines, brief, understanding.intent),
            Measure.SHAPED: _shaped(text, brief, understanding),
            Measure.SIZED: _sized(text, brief),
            Measure.PLACED: float(
                understanding.material.state is not MaterialState.MISSING or _PLACE.search(own) is not None
            ),
        }
    )


def _covered(text: str, brief: Brief, understanding: Understanding) -> float:
    """The mean share of each fact, demand and the request itself that stands in the prompt."""
    inside = pieces(text)
    demands = (requirement.said for requirement in understanding.requirements)
    parts = [brief.purpose, *understanding.told, *demands]
    return sum(shared(pieces(part), inside) for part in parts) / len(parts)


def _sorted(lines: list[str], brief: Brief) -> float:
    """An introduction pasted in one line leaves the sorting to the model."""
    told = pieces(brief.background)
    if len(brief.background) < _WORTH_SORTING:
        return 1.0
    most = max((shared(told, pieces(line)) for line in lines), default=0.0)
    anywhere = shared(told, pieces("\n".join(lines)))
    return 0.0 if most >= _ONE_LINE or anywhere < 1 - _ONE_LINE else 1.0 - max(0.0, most - 0.5)


def _specific(lines: list[str], brief: Brief, intent: Intent) -> float:
    """The share of its lines that are about this request or its kind, for as much guidance as there is."""
    known = pieces("\n".join(filter(None, (brief.purpose, brief.background, brief.constraints)))) | _kind(intent)
    counted = [line for line in lines if len(line) > _SHORT_LINE]
    about = sum(len(line) for line in counted if shared(pieces(line), known) >= _OF_THE_KIND)
    everything = sum(map(len, counted))
    asked = pieces(brief.purpose)
    added = sum(len(line) for line in counted if shared(pieces(line), asked) < _ONE_LINE)
    return (about / everything if everything else 0.0) * min(1.0, added / _ENOUGH)


def _kind(intent: Intent) -> frozenset[str]:
    """Return the words of everything that is written down about a kind of thing."""
    lines = [line.line for line in (*intent.moves, *intent.traps, *intent.checks)]
    parts = [part for shape in intent.shapes.values() if shape.parts for part in (*shape.parts.ko, *shape.parts.en)]
    texts = [*(text.ko for text in lines), *(text.en for text in lines), *parts, intent.goal.ko, intent.goal.en]
    return pieces("\n".join([*texts, intent.task.ko, intent.task.en, intent.name.ko, intent.name.en]))


def _shaped(text: str, brief: Brief, understanding: Understanding) -> float:
    named = [value for requirement in understanding.requirements for value in requirement.values]
    kept = shared(pieces("\n".join(named)), pieces(text)) if named else 1.0
    if not isinstance(brief.form, Form):
        return kept * shared(pieces(brief.form), pieces(text))
    ways = set(re.findall(_FORMS[brief.form], text, re.IGNORECASE))
    return kept * min(len(ways), _WAYS) / _WAYS


def _sized(text: str, brief: Brief) -> float:
    language = read_language(brief.language)
    names = (language.korean, language.english) if language else (brief.language,)
    names_it = any(name.casefold() in text.casefold() for name in names)
    length = bool(_NUMBER.search(text)) or (not isinstance(brief.length, Length) and brief.length in text)
    return (names_it + length) / 2
