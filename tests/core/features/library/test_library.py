"""The library by its front door: kept, found, filled, shared; masked throughout, and gone when told."""

import json

import pytest

from core.conversation.replies import ShowPrompt, Tell
from core.errors import IllegalEvent
from core.features.library.actions import SaveSubmitted
from core.features.library.events import EntryOpened, EntryUsed
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary
from core.messages import Place, Pressed, Revealed, team_of
from core.ports.library import LibraryEntry
from core.privacy.text import MaskedText, RawText
from tests.core.conftest import ALICE, BORA, CHANNEL, DM, Talk

BORAS_DM = Place("test", "T1", "D2")
OTHER_TEAM = Place("test", "T2", "D3")


async def _prompt(talk: Talk, place: Place = DM) -> None:
    talk.answers(place=place)
    generating = talk.says("만들기", place=place).generating
    assert generating
    talk.delivered(await talk.generation.run(generating))


def _last(talk: Talk, text: str, *, person: str = ALICE, place: Place = DM) -> Revealed:
    return talk.says(text, person=person, place=place).deliveries[-1].revealed


def _names(revealed: Revealed) -> list[str]:
    return [str(entry.name) for entry in _entries(revealed)]


def _entries(revealed: Revealed) -> tuple[LibraryEntry, ...]:
    if isinstance(revealed.reply, ShowEntry):
        return (revealed.reply.entry,) if revealed.reply.entry else ()
    assert isinstance(revealed.reply, ShowLibrary)
    return revealed.reply.entries


async def test_a_prompt_is_kept_masked_and_found(talk: Talk) -> None:
    await _prompt(talk)
    assert _names(_last(talk, "저장 김서연 환영 메일 #인사")) == ["{이름1} 환영 메일"]
    (entry,) = _entries(_last(talk, "보관함 #인사"))
    assert "{전화번호1}" in entry.prompt
    assert not any(secret in f"{entry}{entry.prompt}" for secret in ("김서연", "박지훈", "010-2345-6789"))
    assert _names(_last(talk, "보관함 ㅎㅇㅁㅇ")) == ["{이름1} 환영 메일"]
    assert _names(_last(talk, "보관함 코끼리")) == []


async def test_without_a_name_it_bears_its_purpose(talk: Talk) -> None:
    await _prompt(talk)
    assert _names(_last(talk, "저장")) == ["신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘"]


async def test_a_name_written_into_a_window_is_a_name_whatever_it_sounds_like(talk: Talk) -> None:
    await _prompt(talk)
    turn = talk.does(SaveSubmitted(RawText("김서연에게 더 짧게 써 줘"), RawText("보고, #주간")))
    (entry,) = _entries(turn.deliveries[-1].revealed)
    assert (entry.name, entry.tags) == ("{이름1}에게 더 짧게 써 줘", ("보고", "주간"))


async def test_it_is_used_with_other_values_which_nobody_keeps(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영")
    asked = _last(talk, "보관함 1 쓰기").reply
    assert isinstance(asked, Tell)
    assert (asked.text, asked.details["variable"], asked.details["count"]) == ("library.fill", "이름1", 4)
    talk.says("박지훈")
    talk.says("건너뛰기")
    talk.says("뒤로")
    talk.says("건너뛰기")
    talk.says("건너뛰기")
    filled = _last(talk, "010-9999-8888")
    assert isinstance(filled.reply, ShowFilled)
    assert filled.restored is not None
    assert "신입사원 박지훈에게" in filled.restored.reveal()
    assert "010-9999-8888" in filled.restored.reveal()
    assert len(filled.left) == 2
    assert "박지훈" not in str(filled.reply.values.values())
    assert "010-9999-8888" not in json.dumps(talk.store.export(ALICE, "test")["library"])


async def test_filling_ends_by_a_word_and_leaves_the_interview_where_it_was(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영")
    talk.says("보관함 1 쓰기")
    left = _last(talk, "취소").reply
    assert isinstance(left, Tell)
    assert left.text == "library.left"
    talk.says("보관함 1 쓰기")
    again = _last(talk, "보관함 1 쓰기").reply
    assert isinstance(again, Tell)
    assert again.text == "library.fill"
    assert isinstance(_last(talk, "이어서").reply, ShowPrompt)


async def test_what_is_kept_is_changed_by_its_owner_alone(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영")
    talk.says("보관함 1 이름 새 이름")
    talk.says("보관함 1 #가 #나")
    (entry,) = _entries(_last(talk, "보관함 1 즐겨찾기"))
    assert (entry.name, entry.tags, entry.favourite) == ("새 이름", ("가", "나"), True)
    for text in ("보관함 1", "보관함 1 삭제", "보관함 1 이름 남의 것", "보관함 1 팀과 공유"):
        talk.says(text, person=BORA, place=BORAS_DM)
    assert _entries(_last(talk, "보관함 1", person=BORA, place=BORAS_DM)) == ()
    assert _names(_last(talk, "보관함 1")) == ["새 이름"]
    talk.says("보관함 1 삭제")
    assert _names(_last(talk, "보관함 1")) == ["새 이름"], "it is not deleted before that is confirmed"
    talk.says("보관함 1 삭제")
    assert _names(_last(talk, "확인")) == []


async def test_a_team_sees_what_is_shared_and_no_other_team_does(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영")
    assert _entries(_last(talk, "팀 보관함", person=BORA, place=BORAS_DM)) == ()
    talk.says("보관함 1 팀과 공유")
    assert _entries(_last(talk, "팀 보관함", person=BORA, place=BORAS_DM)) == ()
    talk.says("확인")
    (entry,) = _entries(_last(talk, "팀 보관함", person=BORA, place=BORAS_DM))
    assert (entry.name, entry.mine) == ("환영", False)
    assert isinstance(_last(talk, "보관함 1 쓰기", person=BORA, place=BORAS_DM).reply, Tell)
    assert _entries(_last(talk, "보관함", person="U-cho", place=OTHER_TEAM)) == ()
    gone = talk.does(Pressed(EntryUsed(1)), person="U-cho", place=OTHER_TEAM).deliveries[0].outgoing.reply
    assert gone == Tell("library.gone", refuses=True)
    talk.says("보관함 1 공유 해제")
    assert _entries(talk.does(Pressed(EntryOpened(1)), person=BORA, place=BORAS_DM).deliveries[-1].revealed) == ()


def test_where_nobody_shares_there_is_no_team() -> None:
    assert team_of(Place("discord", "discord", "@me", "7")) == ""
    assert team_of(Place("discord", "discord", "77", "7", private=False)) == "77"
    assert team_of(Place("slack", "T1", "D1")) == "T1"


async def test_in_a_shared_place_the_owner_alone_sees_it(talk: Talk) -> None:
    await _prompt(talk, CHANNEL)
    for text in ("저장 환영", "보관함", "보관함 1"):
        assert talk.says(text, place=CHANNEL).deliveries[-1].outgoing.only_to == ALICE


async def test_it_is_all_in_the_export_and_goes_with_the_person(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영 #인사")
    kept = talk.store.export(ALICE, "test")["library"]
    assert isinstance(kept, list)
    assert [(row["name"], row["tags"], row["shared"]) for row in kept] == [("환영", ["인사"], False)]
    talk.store.purge(0)
    assert talk.store.export(ALICE, "test")["library"] == kept
    talk.says("보관함")
    talk.says("내 데이터 삭제")
    talk.says("확인")
    assert talk.store.export(ALICE, "test")["library"] == []


async def test_a_workspace_takes_its_library_along(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("저장 환영")
    talk.store.forget_workspace("test", "T1")
    assert talk.store.export(ALICE, "test")["library"] == []


def test_the_library_can_be_the_first_thing_asked_for(talk: Talk) -> None:
    assert isinstance(_last(talk, "보관함").reply, ShowLibrary)
    assert isinstance(_last(talk, "보관함 ㅎㅇ").reply, ShowLibrary)


def test_nothing_is_kept_before_there_is_a_prompt(talk: Talk) -> None:
    talk.answers()
    with pytest.raises(IllegalEvent):
        talk.says("저장 환영")


def test_an_entry_shows_no_text_in_a_traceback() -> None:
    assert "환영" not in repr(LibraryEntry(1, MaskedText("환영"), MaskedText("[역할]")))
