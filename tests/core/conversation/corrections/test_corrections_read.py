"""Corrections in wordings that the rules were not made from: how many are read as meant, which may only rise."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from core.conversation.corrections.misunderstandings import wanted_kind, wanted_reader
from core.conversation.corrections.removal import lines_in, removal
from core.conversation.events import Said
from core.conversation.previous_version import asks_to_go_back
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer, Phase
from core.privacy.text import MaskedText
from core.prompting.understanding.column_changes import column_change
from core.usecases.summary_understanding import told
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, session

_FOLDER = Path(__file__).parent
_PROMPT = """[작업]
사과 메일을 씁니다.
- 첫 문장에서 잘못을 말합니다.

[가정]
- 조치: 정해진 것이 없으면 비워 둡니다.

[제약]
- 반말은 쓰지 않습니다
- 변명은 하지 않습니다
- 가격은 적지 않습니다

[완료 기준]
- 새 날짜가 있는지"""
_LEAST: Mapping[str, Mapping[str, int]] = {
    "corrections.jsonl": {"kind": 19, "reader": 19, "length": 15, "back": 24, "line": 14, "column": 13},
    "corrections_held_out.jsonl": {"kind": 10, "reader": 7, "length": 4, "back": 11, "line": 5, "column": 5},
}
"""How many of each kind are read as meant; no rule was made from the second file."""


def _kind(row: Mapping[str, str]) -> str:
    answers = {**ANSWERS, Key.PURPOSE: Answer(MaskedText(row["purpose"]))}
    event = told(Said(MaskedText(row["says"])), session(Phase.DONE, answers=answers))
    return event.named.kind.id if isinstance(event, Said) and event.named else ""


def _reader(row: Mapping[str, str]) -> str:
    return str(wanted_reader(row["says"]) or "")


def _length(row: Mapping[str, str]) -> str:
    changes = refine(ANSWERS, MaskedText(row["says"]), Locale.KO) or {}
    answer = changes.get(Key.LENGTH)
    return str(answer.text) if answer else ""


def _back(row: Mapping[str, str]) -> str:
    return "back" if asks_to_go_back(row["says"]) else ""


def _line(row: Mapping[str, str]) -> str:
    gone = removal(tuple(lines_in(_PROMPT)), row["says"])
    return "|".join(map(str, gone.lines)) if gone else ""


def _column(row: Mapping[str, str]) -> str:
    adds, drops = column_change(row["says"])
    return f"+{','.join(adds)}" if adds else f"-{','.join(drops)}" if drops else ""


_READS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "kind": _kind,
    "reader": _reader,
    "length": _length,
    "back": _back,
    "line": _line,
    "column": _column,
}


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    yield from map(json.loads, (_FOLDER / name).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("rule", _READS)
@pytest.mark.parametrize("name", _LEAST)
def test_as_many_are_read_as_before(name: str, rule: str) -> None:
    read: Counter[bool] = Counter()
    for row in _rows(name):
        if row["rule"] == rule:
            got = _READS[rule](row)
            read[got == row["is"]] += 1
            if got != row["is"]:
                sys.stdout.write(f"{row['says']} → {got or '-'} ({row['is'] or '-'})\n")
    sys.stdout.write(f"{name} {rule}: {read[True]} of {read.total()}\n")
    assert read[True] >= _LEAST[name][rule]


@pytest.mark.parametrize("text", ["시간을 12시 말고 1시로 바꿔줘", "3시로 바꿔줘", "회비는 3만원 말고 5만 원으로"])
def test_a_time_or_a_sum_names_no_kind(text: str) -> None:
    assert wanted_kind(text) is None
