"""Announced rows in English: sections: intro, risks, next steps · columns should be price, data and roaming."""

import re
from typing import Final

from core.prompting.understanding.name_row import NameRow
from core.prompting.understanding.understanding import Demand

_ENGLISH: Final = re.compile(
    r"(?:^|(?<=[\s(]))(?:the\s)?"
    r"(?:(?P<sections>sections?|headings?|chapters?|parts|outline|structure|agenda)|(?P<columns>columns?|criteria))"
    r"(?:\s(?:are|should be|for|called|named|in (?:this )?order|on))?"
    r"(?:\s?[:=]\s?|(?<=are)\s|(?<=be)\s|(?<=for)\s|(?<=ed)\s|(?<=on)\s)"
    r"|(?P<split>\b(?:split|divide|break|divided|broken)\s(?:it\s|this\s)?(?:up\s)?into\s"
    r"|\bin this order:?\s|^(?:order|structure):?\s)"
    r"|(?P<by>\bcompare\s(?:them\s|these\s)?(?:by|on)\s)",
    re.IGNORECASE,
)
BETWEEN_ENGLISH: Final = re.compile(r"\s?[,/→>]\s?(?:and\s)?|\sand\s|\s[-–]\s")
_ENGLISH_END: Final = re.compile(
    r"\s(?:please|for|so|in this order|and then|with|only|columns?|sections?)\b", re.IGNORECASE
)
_WORDS: Final = 4
_FEWEST, _PAIR = 3, 2


def english_row(said: str) -> NameRow | None:
    """Return a row that English words announce: sections: intro, risks, next steps."""
    for lead in _ENGLISH.finditer(said):
        behind = _ENGLISH_END.split(said[lead.end() :], maxsplit=1)[0]
        names = tuple(each.strip(" '\"‘’“”)") for each in BETWEEN_ENGLISH.split(behind))
        called = Demand.COLUMNS if lead["columns"] or lead["by"] else Demand.SECTIONS
        if len(names) >= (_PAIR if called is Demand.COLUMNS else _FEWEST) and all(map(_is_english_name, names)):
            return NameRow(names, called, lead.start(), lead.end() + len(behind), is_announced=True)
    return None


def _is_english_name(name: str) -> bool:
    return 0 < len(name.split()) <= _WORDS and not re.search(r"[0-9{}]|[가-힣]", name)
