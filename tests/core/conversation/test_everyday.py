"""Everyday words, in wordings that no rule was written for, and answers that look like them."""

import csv
import dataclasses
from pathlib import Path
from typing import Final

import pytest

from core.conversation import events
from core.conversation.events import Event, Said
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import Key
from core.conversation.session import MaskedItem, Phase
from core.features.registry import MACHINE
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText
from tests.core.conversation.sessions import session

_MEANT: Final[dict[str, type[Event] | None]] = {
    "help": events.HelpRequested,
    "keep": events.KeptAsIs,
    "resume": events.Resumed,
    "later": events.Paused,
    "undo": events.WentBack,
    "no": events.Skipped,
    "denied": events.ItemSwitched,
    "answer": None,
}
_HELD_OUT: Final = Path(__file__).with_name("everyday_held_out.tsv")
ROWS: Final = tuple(csv.reader(_HELD_OUT.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def meaning(text: str, phase: Phase = Phase.ASKING) -> Event | None:
    held = dataclasses.replace(session(phase), asking=Key.PURPOSE, items=(MaskedItem("{이름1}", EntityType.PERSON),))
    return MACHINE.interpretation.of(held, Said(MaskedText(text), control=MACHINE.controls.named(text)))


@pytest.mark.parametrize(("meant", "text"), ROWS)
def test_everyday_words_are_told_from_answers(meant: str, text: str) -> None:
    found = meaning(text)

    assert type(found) is (_MEANT[meant] or type(None))


@pytest.mark.parametrize(
    ("text", "number"), [("버전 2", 2), ("2번", 2), ("v1", 1), ("version 1", 1), ("2번으로", 2), ("1번째 버전", 1)]
)
def test_a_version_is_called_by_its_number(text: str, number: int) -> None:
    assert meaning(text, Phase.DONE) == VersionChosen(number)


def test_a_named_item_is_the_one_that_is_meant() -> None:
    held = dataclasses.replace(
        session(Phase.SUMMARY),
        items=(MaskedItem("{이름1}", EntityType.PERSON), MaskedItem("{이름2}", EntityType.PERSON)),
    )
    read = MACHINE.interpretation.of

    assert read(held, Said(MaskedText("{이름2}는 이름 아니야"))) == events.ItemSwitched("{이름2}", kept=True)
    assert read(held, Said(MaskedText("이름 아니야"))) == events.ItemDenied()
