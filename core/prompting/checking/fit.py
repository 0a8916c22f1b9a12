"""Fit: how well a prompt, whoever wrote it, fits a brief; each measure says what it can really tell."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.choices import Form, Length
from core.prompting.blocks import unfence
from core.prompting.brief import Brief
from core.prompting.checking.content import pieces, shared
from core.prompting.tongue import read_tongue


class Measure(StrEnum):
    """What is measured; each is a share from 0 to 1."""

    COVERED = "covered"  # what the person said is in the prompt
    SORTED = "sorted"  # it is taken apart into lines, not pasted in one
    SPECIFIC = "specific"  # lines that speak of this request or add to it, not of any request
    SHAPED = "shaped"  # the form is said with what it consists of
    SIZED = "sized"  # the length is a number


_WEIGHTS: Final = {
    Measure.COVERED: 0.35,
    Measure.SORTED: 0.15,
    Measure.SPECIFIC: 0.30,
    Measure.SHAPED: 0.10,
    Measure.SIZED: 0.10,
}
_FORMS: Final = {
    Form.TABLE: r"열\s*[:은을이]|행\s*[:은을이수]|칸|columns?|rows?",
    Form.LIST: r"항목|글머리|리스트|줄|bullets?|items?|list",
    Form.PROSE: r"문단|문장|구성|제목|인사|첫|paragraphs?|sentences?",
    Form.CODE: r"```|코드 블록|주석|수식|code block|comments?|formula",
    Form.REPORT: r"목차|소제목|[0-9]\.\s|→|sections?|headings?",
}
_NUMBER: Final = re.compile(r"[0-9][0-9,]*\s*(?:~|-|–|자|단어|문장|줄|words?|characters?|sentences?|lines?)")
_SHORT_LINE: Final = 12  # characters; headings and tags say nothing either way
_ONE_LINE: Final = 0.75  # share of an introduction that stands in one line where it was pasted
_WORTH_SORTING: Final = 60  # characters of an introduction
# What stands in prompts for anything: it may be right, but it says nothing of this one.
STOCK: Final = re.compile(
    r"(?:명확|구체|자연스럽|간결|정확)(?:하게|히|한)|독자(?:의|를)? ?(?:수준|고려)|처음부터 끝까지|위의? 조건|아래를 모두 확인|"
    r"요청에 맞는|있는 그대로 따르|글머리 기호 없이 문단|빠짐없이 확인|step by step|high[- ]quality|clear and concise|"
    r"make sure to|as an ai|in a clear",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fit:
    """The measures of a prompt; `total` weighs them into one share, 0 to 1."""

    shares: dict[Measure, float]

    @property
    def total(self) -> float:
        """The weighed mean."""
        return sum(_WEIGHTS[measure] * share for measure, share in self.shares.items())


def fit(prompt: str, brief: Brief) -> Fit:
    """Measure how well a prompt fits a brief."""
    outside, _ = unfence(prompt)
    lines = [line.strip(" -•*#\t") for line in outside if line.strip()]
    text = "\n".join(lines)
    return Fit(
        {
            Measure.COVERED: _covered(text, brief),
            Measure.SORTED: _sorted(lines, brief),
            Measure.SPECIFIC: _specific(lines, brief),
            Measure.SHAPED: _shaped(text, brief),
            Measure.SIZED: _sized(text, brief),
        }
    )


def _covered(text: str, brief: Brief) -> float:
    inside = pieces(text)
    purpose = shared(pieces(brief.purpose), inside)
    rest = "\n".join(filter(None, (brief.background, brief.constraints)))
    return (purpose + 2 * shared(pieces(rest), inside)) / 3 if rest else purpose


def _sorted(lines: list[str], brief: Brief) -> float:
    """An introduction pasted in one line leaves the sorting to the model."""
    told = pieces(brief.background)
    if len(brief.background) < _WORTH_SORTING:
        return 1.0
    most = max((shared(told, pieces(line)) for line in lines), default=0.0)
    anywhere = shared(told, pieces("\n".join(lines)))
    return 0.0 if most >= _ONE_LINE or anywhere < 1 - _ONE_LINE else 1.0 - max(0.0, most - 0.5)


def _specific(lines: list[str], brief: Brief) -> float:
    """The share of the characters that stand in lines that are no stock lines, for a prompt of more than the request."""
    asked = pieces(brief.purpose)
    counted = [line for line in lines if len(line) > _SHORT_LINE]
    all_of_it = sum(map(len, counted))
    if not all_of_it:
        return 0.0
    stock = sum(len(line) for line in counted if STOCK.search(line))
    added = sum(len(line) for line in counted if shared(pieces(line), asked) < _ONE_LINE)
    return (1 - stock / all_of_it) * min(1.0, added / max(len(brief.purpose) * 2, 120))


def _shaped(text: str, brief: Brief) -> float:
    if not isinstance(brief.form, Form):
        return shared(pieces(brief.form), pieces(text))
    return min(len(re.findall(_FORMS[brief.form], text, re.IGNORECASE)), 3) / 3


def _sized(text: str, brief: Brief) -> float:
    said_language = read_tongue(brief.language)
    names = (said_language.korean, said_language.english) if said_language else (brief.language,)
    language = any(name.casefold() in text.casefold() for name in names)
    length = bool(_NUMBER.search(text)) or (not isinstance(brief.length, Length) and brief.length in text)
    return (language + length) / 2
