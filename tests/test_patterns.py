"""Patterns of all that reads texts: on four times a text of their own words and signs they take four times as long.

A pattern that its module only matches with is asked so; all others search a whole text. Those that recognizers are made
of are asked through the detector, in its own tests.
"""

import importlib
import inspect
import pkgutil
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Final

import pytest

import core.adapters.presidio
import core.conversation
import core.features
import core.privacy
import core.prompting
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.restated_request import restate
from core.values.locale import Locale
from tests.growth import TOO_MUCH, growth

Work = Callable[[str], object]

_READING: Final = (
    core.adapters.presidio,
    core.conversation,
    core.features,
    core.privacy,
    core.prompting,
)
# What needs an extra that is not there; it holds no pattern.
_OF_AN_EXTRA: Final = ("core.adapters.presidio.custom_model.transformer",)
# What is asked of one name, or of the end of an answer, and never of a text.
_OF_WHAT_IS_SHORT: Final = {
    "core.adapters.presidio.ner.judge": ("_NO_NAME",),
    "core.adapters.presidio.ner.borders": ("_TITLED",),
    "core.prompting.guard.looping": ("_EMPTY", "_REPEATED"),
}
# What is asked of one clause of at most `LONGEST` characters; a whole answer is read below.
_OF_ONE_CLAUSE: Final = (
    "core.prompting.understanding.korean_requests",
    "core.prompting.understanding.bare",
    "core.prompting.understanding.claims",
    "core.prompting.understanding.finding_demands",
    "core.prompting.understanding.demand_kinds",
    "core.prompting.understanding.korean_demands",
    "core.prompting.understanding.readership",
    "core.prompting.understanding.manner_adverbs",
    "core.prompting.understanding.sentence_parts",
    "core.prompting.understanding.clause_kinds",
    "core.prompting.understanding.formal_statements",
    "core.prompting.understanding.task",
)
# What lines, lists and numbers are made of, whatever the pattern.
_COMMON: Final = (" ", "\n", "1", "a", "A", "가", "1 ", "a ", "가 ", " \n", "a.", "1-", "- ", "\u200b")
_MOST_OWN: Final = 8
_SIZE: Final = 600
_WORD_OR_SIGN: Final = re.compile(r"[가-힣]+ ?|[A-Za-z]{2,} ?|[^\w\s\\]")


def _modules() -> list[str]:
    return [
        module.name
        for package in _READING
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if module.name not in (*_OF_AN_EXTRA, *_OF_ONE_CLAUSE)
    ]


def _works(module: ModuleType) -> dict[re.Pattern[str], Work]:
    """Return what is done with each pattern that a module holds."""
    source = inspect.getsource(module)
    return {
        pattern: _work(pattern, re.findall(rf"\b{name}\.(\w+)", source))
        for name, value in vars(module).items()
        if name not in _OF_WHAT_IS_SHORT.get(module.__name__, ())
        for pattern in _within(value)
    }


def _work(pattern: re.Pattern[str], uses: Iterable[str]) -> Work:
    only = set(uses)
    if only == {"fullmatch"}:
        return pattern.fullmatch
    if only and only <= {"match", "fullmatch"}:
        return pattern.match
    return lambda text: deque(pattern.finditer(text), maxlen=0)


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a module's value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4:
        for inner in _held(value):
            yield from _within(inner, depth + 1)


def _held(value: object) -> Iterator[object]:
    if isinstance(value, tuple | list | set | frozenset):
        yield from value
    elif isinstance(value, dict):
        yield from value.values()
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))


def _units(pattern: re.Pattern[str]) -> list[str]:
    """Return texts to repeat: common ones, the pattern's own words and signs, and these with something between."""
    own = sorted(set(_WORD_OR_SIGN.findall(pattern.pattern)), key=lambda word: (len(word), word))
    mixed = [word + behind for word in own[-6:] for behind in (" ", "가")] + ["".join(own[:6])]
    return list(dict.fromkeys(unit for unit in (*_COMMON, *own[:_MOST_OWN], *mixed) if unit))


def _slow(pattern: re.Pattern[str], work: Work) -> dict[str, float]:
    """Return the units of which four times as many take too long, and by how much."""
    grown = {unit: growth(work, unit, _SIZE) for unit in _units(pattern)}
    return {unit: times for unit, times in grown.items() if times >= TOO_MUCH}


@pytest.mark.parametrize("name", _modules())
def test_four_times_the_text_takes_four_times_the_time(name: str) -> None:
    works = _works(importlib.import_module(name))
    assert {pattern.pattern[:80]: slow for pattern, work in works.items() if (slow := _slow(pattern, work))} == {}


@pytest.mark.parametrize("unit", [*_COMMON, "말고 ", "what how ", "써줘 ", "는 ", ", ", "에게 ", "독자는 ", "하고 "])
def test_an_introduction_four_times_as_long_takes_four_times_the_time(unit: str) -> None:
    asked = restate("안내문", Locale.KO)
    assert growth(lambda text: read_introduction(asked, "", text, text), unit, _SIZE) < TOO_MUCH


@pytest.mark.parametrize("pattern", [r"\s*,", r"“[^”]*”", r"[0-9]+(?:개|명)", r"먼저.*다음", r"(?:a|b)+c", r"\s+\Z"])
def test_a_slow_pattern_is_seen(pattern: str) -> None:
    compiled = re.compile(pattern)
    work = _work(compiled, ["search"])
    assert any(growth(work, unit, _SIZE) >= TOO_MUCH for unit in _units(compiled))


@pytest.mark.parametrize(
    "pattern", [r"\s{0,9},", r"“[^“”]*”", r"(?<![0-9])[0-9]+(?:개|명)", r"먼저(?:(?!먼저).)*다음", r"[^,]*,?"]
)
def test_a_pattern_in_proportion_is_passed(pattern: str) -> None:
    compiled = re.compile(pattern)
    assert not _slow(compiled, _work(compiled, ["search"]))
