"""Borders: where a name begins and ends in what the tagger takes for one."""

import re
from dataclasses import replace
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, words
from core.adapters.presidio.ner.tagger import Name
from core.privacy.korean import surnames


def trimmed(text: str, name: Name) -> Name:
    """Return a person without the title at the end, or with the rest of a hyphenated Latin name.

    Of an organization it returns what ends where companies' names do: 한빛상사 of "한빛상사 신입사원".
    """
    if name.kind == "OG":
        company = _COMPANY_FIRST.match(text, name.start, name.end)
        end = company.end(1) if company else name.end
        said = _SAID.fullmatch(text, name.start, end)
        return replace(name, end=said.end(1) if said else end)
    if name.kind != "PS":
        return name
    name = replace(name, start=_opening(text, name.start, name.end))
    addressed = _ADDRESSED.match(text, name.start, name.end)
    name = replace(name, start=addressed.end()) if addressed else name
    hyphenated = _HYPHENATED.match(text, name.end) if text[name.end - 1].isascii() else None
    if hyphenated:
        return replace(name, end=hyphenated.end())
    first, blank, last = text[name.start : name.end].rpartition(" ")
    if blank and last in _KNOWN:
        return replace(name, end=name.start + len(first))
    titled = _TITLED.fullmatch(text, name.start, name.end)
    return replace(name, end=titled.end(1)) if titled and titled[2] in _TITLES else name


def parted(text: str, name: Name) -> tuple[Name, ...]:
    """Return two persons for two full names of three syllables without a blank, and English clauses apart."""
    if name.kind != "PS":
        return (name,)
    if _TWO_NAMES.fullmatch(text, name.start, name.end):
        return replace(name, end=name.start + 3), replace(name, start=name.start + 3)
    return tuple(replace(name, start=start, end=end) for start, end in _clauses(text, name.start, name.end))


def is_template(written: str) -> bool:
    """Say whether it is whom a text hides itself: A, 김OO."""
    return _TEMPLATE.fullmatch(written) is not None


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the ends of clauses: mothers. [During]; Mr. and an initial end none."""
    ends = list(_CLAUSE_END.finditer(text, start, end))
    return list(zip([start, *(match.end() for match in ends)], [*(match.start() for match in ends), end], strict=True))


def _opening(text: str, start: int, end: int) -> int:
    """Return where a name begins behind the bullet, emoji, verb or greeting that the tagger took in: Ask [Mallory]."""
    opened = _OPENING.match(text, start, end)
    return opened.end() if opened else start


_ADDRESSED: Final = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Manager|Director|Supervisor|Coach|Nurse)\.? (?=[A-Z])")
_HYPHENATED: Final = re.compile(r"-[A-Za-z]+")
_TITLED: Final = re.compile(r"([가-힣 ]+?) ?([가-힣]{2,}|[씨님])")
_SURNAME: Final = f"[{''.join(surnames.SINGLE)}]"
_TWO_NAMES: Final = re.compile(rf"(?:{_SURNAME}[가-힣]{{2}}){{2}}")
# What a sentence says of a company ends no name: (주)한빛이고, 다온테크입니다.
_SAID: Final = re.compile(r"(.*[가-힣0-9A-Za-z]{2})(?:이(?:고|며|라고|라는|에요|었고)|입니다|인데)")
# A branch or a unit that is told after the company belongs to its name.
_COMPANY_FIRST: Final = re.compile(
    r"((?:\(주\)|㈜|주식회사 )[가-힣0-9A-Za-z&]+"
    rf"|[가-힣]{{2,}}{alternatives('ending.company', 'ending.institution')})"
    r" (?!.*(?:점|팀|부|(?<!학)과|실|본부|센터|소|원|공장|지사|지부|본사)\Z)"
)
_KNOWN: Final = words("organization", "place")
_TITLES: Final = words("title")
# A씨, 김OO, 박모: whom a text hides itself.
_TEMPLATE: Final = re.compile(r"[A-Z]|[가-힣]?(?:O{2,3}|[○〇◯]{1,3}|[Xx]{2,3}|[ㅇ△□▲]{2,3}|o{2})")
_CLAUSE_END: Final = re.compile(r"(?<=[A-Za-z]{3})(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Gov)(?<!Sen)[.,;:!?]+”? ")
_OPENING: Final = re.compile(rf"(?:[^\w@#]|(?i:{alternatives('english.opener')})(?=[ ,]))+(?=[A-Za-z가-힣])")
