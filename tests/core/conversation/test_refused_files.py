"""Each reason for which a file is refused, as the code names it, and the sentence on it in both languages."""

import ast
import re
import string
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from core.conversation.texts import TEXTS
from core.values.locale import Locale

_ROOT = Path(__file__).parents[3]
_LIBRARIES = re.compile(r"pypdf|openpyxl|olefile|python|lxml|zlib|error|exception|traceback|codec|\w_\w", re.IGNORECASE)
_LONGEST = {Locale.KO: 80, Locale.EN: 140}
_WHAT_TO_DO = {Locale.KO: re.compile(r"주세요\.$"), Locale.EN: re.compile(r"\b[Pp]lease [a-z][^.]*\.$")}


def _refusals(source: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the reason of each `FileUnusable` in a file, with the names of its other details."""
    text = source.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if "FileUnusable(" in text else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "FileUnusable":
            details = {each.arg: each.value for each in node.keywords if each.arg}
            reason = details.pop("reason", None)
            match reason:
                case ast.Constant(value=str() as name):
                    yield name, frozenset(details)
                case ast.IfExp(body=ast.Constant(value=str() as one), orelse=ast.Constant(value=str() as other)):
                    yield from ((one, frozenset(details)), (other, frozenset(details)))


_SOURCES = chain((_ROOT / "core").rglob("*.py"), (_ROOT / "bots").rglob("*.py"))
_REFUSALS = sorted({refusal for source in _SOURCES for refusal in _refusals(source)}, key=str)


def test_the_reasons_are_found_in_the_code() -> None:
    assert {"kind", "misnamed", "size", "slow", "damaged", "many", "forbidden"} <= {reason for reason, _ in _REFUSALS}


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize(("reason", "details"), _REFUSALS)
def test_each_refusal_says_shortly_what_to_do(reason: str, details: frozenset[str], locale: Locale) -> None:
    text = TEXTS[locale][f"reference.{reason}"]
    assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= details
    assert len(text) <= _LONGEST[locale]
    assert _WHAT_TO_DO[locale].search(text), text
    assert "\n" not in text
    assert not _LIBRARIES.search(text), text
