"""Judgement: where a name the tagger found ends."""

import re
from dataclasses import replace
from typing import Final

from core.adapters.presidio.names.english import clauses, opening
from core.adapters.presidio.names.lexicon import alternatives, words
from core.adapters.presidio.names.tagger import Name


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
    name = replace(name, start=opening(text, name.start, name.end))
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
    return tuple(replace(name, start=start, end=end) for start, end in clauses(text, name.start, name.end))


def is_template(written: str) -> bool:
    """Say whether it is whom a text hides itself: A, 김OO."""
    return _TEMPLATE.fullmatch(written) is not None


_ADDRESSED: Final = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof)\.? (?=[A-Z])")
_HYPHENATED: Final = re.compile(r"-[A-Za-z]+")
_TITLED: Final = re.compile(r"([가-힣 ]+?) ?([가-힣]{2,}|[씨님])")
_KOREAN: Final = re.compile(
    rf"[{''.join(surname for surname in words('surnames') if len(surname) == 1)}][가-힣]{{0,2}}"
)
_TWO_NAMES: Final = re.compile(rf"(?:{_KOREAN.pattern.removesuffix('{0,2}')}{{2}}){{2}}")
# What a sentence says of a company ends no name: (주)한빛이고, 다온테크입니다.
_SAID: Final = re.compile(r"(.*[가-힣0-9A-Za-z]{2})(?:이(?:고|며|라고|라는|에요|었고)|입니다|인데)")
# A branch or a unit that is told after the company belongs to its name.
_COMPANY_FIRST: Final = re.compile(
    r"((?:\(주\)|㈜|주식회사 )[가-힣0-9A-Za-z&]+"
    rf"|[가-힣]{{2,}}{alternatives('company_endings', 'institution_endings')})"
    r" (?!.*(?:점|팀|부|(?<!학)과|실|본부|센터|소|원|공장|지사|지부|본사)\Z)"
)
_KNOWN: Final = frozenset((*words("organizations"), *words("places")))
_TITLES: Final = frozenset(words("titles"))
# A씨, 김OO, 박모: whom a text hides itself.
_TEMPLATE: Final = re.compile(r"[A-Z]|[가-힣]?(?:O{2,3}|[○〇◯]{1,3}|[Xx]{2,3}|[ㅇ△□▲]{2,3}|o{2})")
