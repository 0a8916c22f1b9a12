"""Needs: a pattern is looked for wherever it may match, and not in a text that lacks what it needs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.presidio.items.candidates import FORMS
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.ner.organization_forms import FORMS as ORGANIZATIONS
from core.adapters.presidio.recognizers.pattern import PatternRecognizer
from core.adapters.presidio.recognizers.registry import recognizers

KINDS = (
    re.compile(r"사번|학번"),
    re.compile(r"(?:사번|id)[ :]{0,2}[0-9]{4}", re.IGNORECASE),
    re.compile(r"(?<![0-9])01[016-9](?:[-. ]?[0-9]{4}){2}(?!-)"),
    re.compile(r"(?=[a-w])[a-z][kis]+_?(?P<who>[a-c]{2})(?P=who)", re.IGNORECASE),
    re.compile(r"(?m)^(?:[ab]c?|[가나]{2,3}?)+$"),
    re.compile(r"(?:a|b?)x*+[^y]"),
)
SOUGHT = {
    *(sought for _, sought in FORMS),
    *(sought for _, sought in ORGANIZATIONS),
    *(sought for one in recognizers() if isinstance(one, PatternRecognizer) for _, sought in one._rules),
}


@pytest.mark.parametrize("pattern", KINDS, ids=lambda pattern: pattern.pattern)
@given(data=st.data())
def test_what_matches_is_found(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    assert [match.span() for match in Sought(pattern).finditer(text)] == [m.span() for m in pattern.finditer(text)]


@pytest.mark.parametrize("letter", "KkK", ids=ascii)
def test_what_matches_without_case_is_found(letter: str) -> None:
    assert Sought(re.compile("ki", re.IGNORECASE)).may_match(letter + "İ")
    assert Sought(re.compile("sik", re.IGNORECASE)).may_match("ſı" + letter)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"사번|학번", "사학 번번"),
        (r"[0-9]{6}", "1 2 3"),
        (r"(?:tel|phone)[ ]?[0-9]", "텔 010-1234-5678"),
        (r"(?<=번호 )[A-Z]+", "ABC 번"),
        (r"(?:집|길) ?(?=[0-9]동)", "집 3호 길"),
    ],
)
def test_what_lacks_a_need_is_not_looked_at(pattern: str, text: str) -> None:
    assert not Sought(re.compile(pattern)).may_match(text)


def test_what_is_sought_anew_in_a_text_that_was_looked_at_is_found() -> None:
    assert SOUGHT
    assert not Sought(re.compile("쀍쀎")).may_match("쀏쀐")
    assert Sought(re.compile("쀏쀐")).may_match("쀏쀐")


def test_every_form_needs_something() -> None:
    assert len(SOUGHT) > 130
    assert [one.pattern.pattern for one in SOUGHT if one.may_match("ㅁ")] == []
