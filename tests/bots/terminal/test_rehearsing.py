"""Rehearsals on the terminal."""

import pytest

from bots.terminal import inbound
from bots.terminal.places import place
from core.adapters.store.store import SqlStore
from core.features.rehearsal.events import RehearsalRequested
from core.values.locale import Locale
from tests.bots.terminal.conftest import Terminal
from tests.dialogs.rehearsals import REHEARSALS, Rehearsal
from tests.fakes.assistant import FakeAssistant
from tests.fakes.rehearsal import Partner


def play(terminal: Terminal, partner: Partner) -> None:
    partner.play(terminal.relay._chat, terminal.relay._generation, terminal.detector)


@pytest.mark.parametrize("rehearsal", REHEARSALS, ids=lambda rehearsal: rehearsal.name)
async def test_dialog(rehearsal: Rehearsal, store: SqlStore) -> None:
    terminal = Terminal(store, rehearsal.dialog.locale)
    play(terminal, rehearsal.partner())
    await terminal.opened()
    for turn in rehearsal.dialog.turns:
        shown = await terminal.said(turn.says)
        assert [text for text in turn.shows if text not in shown] == [], f"{turn.says}\n{shown}"
        assert [text for text in turn.hides if text in shown] == [], turn.says


async def test_it_can_be_begun_by_itself_and_ends_by_itself(terminal: Terminal) -> None:
    play(terminal, Partner(FakeAssistant(["그래서 며칠인데요?"])))
    where = place("terminal")
    await terminal.relay.handle(inbound.pressed(where, Locale.KO, RehearsalRequested()))
    assert "누구와 대화를 연습할까요?" in terminal.screen.getvalue()
    for line in ("2", "마감을 이틀 미루기"):
        await terminal.said(line)
    assert "그래서 며칠인데요?" in await terminal.said("박지훈 과장님도 이틀이면 된대요.")
    assert "대화 연습을 마쳤어요." in await terminal.said("그만하기")
    assert terminal.outbox.ended


async def test_the_owner_sees_values_in_what_is_said_and_quoted(terminal: Terminal) -> None:
    play(terminal, Partner(FakeAssistant(["{이름1} 과장은 뭐래요?"])))
    await terminal.opened()
    for line in ("대화 연습", "2", "마감을 이틀 미루기"):
        await terminal.said(line)
    assert "박지훈 과장은 뭐래요?" in await terminal.said("박지훈 과장님도 이틀이면 된대요.")
    assert "‘박지훈 과장님도 이틀이면 된대요.’" in await terminal.said("평가 받기")


async def test_a_silent_model_is_said_and_the_line_is_sent_again(terminal: Terminal) -> None:
    partner = Partner(FakeAssistant(fault="unreachable"))
    play(terminal, partner)
    await terminal.opened()
    for line in ("대화 연습", "2", "마감을 이틀 미루기"):
        await terminal.said(line)
    assert "마지막 말은 남겨뒀으니 ‘다시’" in await terminal.said("이틀만 미뤄 주세요.")
    partner.assistant.fault, partner.assistant.answers = "", ["그래서 며칠인데요?"]
    assert "그래서 며칠인데요?" in await terminal.said("다시")


async def test_without_a_model_one_sentence_says_so(terminal: Terminal) -> None:
    await terminal.opened()
    assert (await terminal.said("대화 연습")).strip().count("\n") == 0
