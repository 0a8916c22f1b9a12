"""Items that are kept as written, and those that stand nowhere any more."""

from dataclasses import replace

import pytest

from core.conversation import events
from core.conversation.privacy_line import privacy_line
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt, ShowSummary, Tell
from core.conversation.session import Phase, Session, Version
from core.features.library.replies import ShowEntry
from core.messages import Outgoing, Place, Pressed
from core.model_jobs.answering import asked
from core.ports import StoredSession
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault, VaultEntry
from core.usecases.reveal import reveal
from core.values.locale import Locale
from tests.core.conftest import ALICE, CHANNEL, DM, Talk


def _held(talk: Talk, place: Place = DM) -> StoredSession:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place)
    assert held is not None
    return held


def _session(talk: Talk, place: Place = DM) -> Session:
    return _held(talk, place).session


def _vault(talk: Talk, place: Place = DM) -> Vault:
    return _held(talk, place).vault


async def test_a_kept_item_stays_masked_where_others_read(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    (asked,) = talk.does(Pressed(events.ItemSwitched("{기관1}", kept=True)), place=CHANNEL).deliveries
    assert isinstance(asked.revealed.reply, Tell)
    assert asked.revealed.reply.text == "confirm.keep"
    summary = talk.says("확인", place=CHANNEL).deliveries[-1].revealed.reply
    assert isinstance(summary, ShowSummary)
    assert summary.answers[Key.BACKGROUND].text.startswith("저는 {기관1} {이름2} 과장")
    generating = talk.says("만들기", place=CHANNEL).generating
    assert generating
    (delivery,) = await talk.generation.run(generating)
    shown = delivery.revealed.reply
    assert isinstance(shown, ShowPrompt)
    assert "한빛상사" not in shown.version.prompt
    assert "한빛상사" not in str(_session(talk, CHANNEL).versions[0].prompt)
    assert "기관 1" in privacy_line(shown, Locale.KO, 30), "what is said is what everybody sees"


async def test_a_kept_item_is_shown_to_its_owner_and_still_stored_as_a_label(talk: Talk) -> None:
    talk.answers()
    summary = talk.does(Pressed(events.ItemSwitched("{기관1}", kept=True))).deliveries[-1].revealed.reply
    assert isinstance(summary, ShowSummary)
    assert summary.answers[Key.BACKGROUND].text.startswith("저는 한빛상사 {이름2} 과장")
    assert "한빛상사" not in repr(dict(_session(talk).answers))
    generating = talk.says("만들기").generating
    assert generating
    (delivery,) = await talk.generation.run(generating)
    shown = delivery.revealed.reply
    assert isinstance(shown, ShowPrompt)
    assert "한빛상사" in shown.version.prompt
    assert "기관" not in privacy_line(shown, Locale.KO, 30)
    by_model = replace(shown, version=replace(shown.version, model="mixtral"))
    assert "그대로 두신 항목 1개를 보았어요" in privacy_line(by_model, Locale.KO, 30)
    assert "가려진 내용만" in privacy_line(replace(by_model, version=replace(by_model.version, kept=())), Locale.KO, 30)


async def test_what_was_kept_in_private_is_masked_in_the_library(talk: Talk) -> None:
    talk.answers()
    talk.does(Pressed(events.ItemSwitched("{기관1}", kept=True)))
    generating = talk.says("만들기").generating
    assert generating
    talk.delivered(await talk.generation.run(generating))
    shown = talk.says("저장 환영").deliveries[-1].revealed.reply
    assert isinstance(shown, ShowEntry)
    assert shown.entry
    assert "한빛상사" not in shown.entry.prompt


def test_items_of_a_replaced_or_refused_text_are_neither_listed_nor_stored(talk: Talk) -> None:
    talk.answers()
    assert len(_vault(talk).entries) == 4
    talk.says("자기 소개")
    talk.says("저는 한빛상사에 다녀요")
    assert [item.label for item in _session(talk).items] == ["{이름1}", "{기관1}"]
    talk.says("작업")
    talk.says("김서연 " + "가" * 600)
    assert [item.label for item in _session(talk).items] == ["{이름1}", "{기관1}"]
    talk.says("010-2345-6789")
    assert [item.label for item in _session(talk).items] == ["{기관1}", "{전화번호1}"]
    assert len(_vault(talk).entries) == 3, "the request can be brought back, the introduction before it no longer"
    talk.says("만들기")
    assert [entry.label for entry in _vault(talk)] == ["{기관1}", "{전화번호1}"]


def test_a_prompt_that_holds_a_kept_value_is_masked_again_where_others_read() -> None:
    entry = VaultEntry("{기관1}", EntityType.ORGANIZATION, RawText("한빛상사"), kept=True)
    version = Version(1, MaskedText("[작업] 한빛상사의 소개 글"), {})
    reply = ShowPrompt(version, ())
    for place, only_to, prompt in (
        (CHANNEL, None, "[작업] {기관1}의 소개 글"),
        (CHANNEL, ALICE, "[작업] 한빛상사의 소개 글"),
        (DM, None, "[작업] 한빛상사의 소개 글"),
    ):
        shown = reveal(Outgoing(1, "s1", place, ALICE, Locale.KO, reply, only_to), Vault((entry,))).reply
        assert isinstance(shown, ShowPrompt)
        assert shown.version.prompt == prompt


@pytest.mark.parametrize(("place", "prompt"), [(CHANNEL, "{기관1} 소개"), (DM, "한빛상사 소개")])
def test_a_model_that_answers_sees_what_everybody_at_the_place_may_see(place: Place, prompt: str) -> None:
    entry = VaultEntry("{기관1}", EntityType.ORGANIZATION, RawText("한빛상사"), kept=True)
    version = Version(1, MaskedText("{기관1} 소개"), {})
    session = Session("s1", Locale.KO, Phase.DONE, versions=(version,), current_version=1)
    assert asked(StoredSession(session, place, ALICE, Vault((entry,)))).prompt == prompt
