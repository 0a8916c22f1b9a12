"""What is asked for because it decides: the right thing for bare requests, nothing for complete ones."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.intents.catalogue import intent_at
from core.prompting.intents.naming import paths
from core.prompting.understanding.finding_gaps import Told, find_gaps
from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import Introduction
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_PROMISE = re.compile(r"게요|모르겠|모름|비밀|골랐어요|적었어요|알아요")
_ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "gap_requests.jsonl").read_text(encoding="utf-8").splitlines()
]


def _asked(purpose: str, background: str = "", constraints: str = "") -> list[str]:
    brief = Brief(
        Locale.KO,
        MaskedText(purpose),
        MaskedText(background),
        Form.PROSE,
        Length.MEDIUM,
        Language.KOREAN,
        Level.UNIVERSITY,
        constraints=MaskedText(constraints) if constraints else None,
    )
    return [gap.slot.id for gap in understand(brief).gaps if gap.is_asked]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["purpose"][:40])
def test_what_is_asked(row: dict[str, Any]) -> None:
    assert _asked(row["purpose"], row.get("background", "")) == row["asked"]


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("path", paths())
def test_an_answer_closes_its_gap_and_stands_as_it_is(path: str, locale: Locale) -> None:
    intent = intent_at(path)
    for slot in intent.slots:
        for answer in (slot.options[locale][0], "가장 짧게 하고, 덜 맵게"):
            line = slot.line[locale].replace("{}", answer)
            brief = Brief(
                locale,
                MaskedText(next(iter(intent.examples[locale]), "고양이")),
                MaskedText(""),
                Form.PROSE,
                Length.MEDIUM,
                Language.KOREAN,
                Level.UNIVERSITY,
                constraints=MaskedText(line),
                intent=path,
                prompt_language=locale,
            )
            assert slot.id not in {gap.slot.id for gap in understand(brief).gaps}
            assert f"- {line}\n" in f"{compose(brief).prompt}\n"


def test_who_writes_at_length_is_asked_nothing() -> None:
    assert _asked("이메일 초안 써줘") == ["to", "about"]
    assert _asked("이메일 초안 써줘", "우리 부서는 오래된 창고를 쓰고 있습니다. " * 6) == []


def test_never_more_than_two() -> None:
    intent = intent_at("mail.work_mail")
    slots = tuple(replace(intent.slots[0], id=f"slot-{number}", decides=True) for number in range(4))
    bare = Told("메일 써줘", "메일 써줘", Introduction(), "")
    gaps = find_gaps(replace(intent, slots=slots), bare, Locale.KO)
    assert [(gap.slot.id, gap.is_asked) for gap in gaps] == [
        ("slot-0", True),
        ("slot-1", True),
        ("slot-2", False),
        ("slot-3", False),
    ]


def test_an_option_is_an_answer_and_not_a_promise() -> None:
    deciding = [(path, slot.id, slot.options.ko) for path in paths() for slot in intent_at(path).slots if slot.decides]
    assert [(*of, option) for *of, options in deciding for option in options if _PROMISE.search(option)] == []
    assert [(*of, options) for *of, options in deciding if not 2 < len(options) < 5] == []
