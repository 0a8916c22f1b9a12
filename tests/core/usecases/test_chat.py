"""The use case: one event, what is saved, what is replied."""

import asyncio
import logging
from pathlib import Path

import pytest

from core.conversation import events
from core.conversation.control_names import Control
from core.conversation.prompt_events import GenerationRequested, RestoreRequested
from core.conversation.questions import Key
from core.conversation.replies import Ask, Propose, ShowPrompt, ShowRestored, Tell, TellSettled
from core.conversation.session import Phase, Session
from core.errors import DetectorError, IllegalEvent, ItemRefused, LimitReached, TextTooLong
from core.messages import FilesRead, FormFilled, Incoming, Opened, Place, Pressed, ReadFile, Typed
from core.privacy.action import Action
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter
from core.values.locale import Locale
from tests.core.conftest import ALICE, BORA, CHANNEL, DM, Talk
from tests.fakes.detector import PLANTED, FakeDetector

_BORAS_DM = Place("test", "T1", "D2")


def _session(talk: Talk, place: Place = DM) -> Session:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place)
    assert held is not None
    return held.session


def _vault(talk: Talk, place: Place = DM) -> Vault:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place)
    assert held is not None
    return held.vault


def test_a_repeat_of_an_event_changes_nothing_and_says_nothing(talk: Talk) -> None:
    talk.opens()
    first = talk.says("회의록 정리해 줘", event="E1")
    before = _session(talk)
    again = talk.says("회의록 정리해 줘", event="E1")
    assert first.deliveries
    assert again.deliveries == ()
    assert _session(talk) == before


def test_an_event_that_failed_is_taken_when_it_comes_again(talk: Talk) -> None:
    talk.opens()
    talk.detector.broken = True
    with pytest.raises(DetectorError):
        talk.says("회의록 정리해 줘", event="E1")
    talk.detector.broken = False
    assert talk.says("회의록 정리해 줘", event="E1").deliveries


def test_what_was_typed_is_masked_in_all_that_is_kept(
    talk: Talk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    turn = talk.answers()
    kept = repr(_session(talk)) + str(turn) + caplog.text
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for planted in PLANTED:
        assert planted not in kept
        assert planted.encode() not in stored
    assert _session(talk).answers[Key.PURPOSE].text == "신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘"


def test_the_same_value_has_the_same_label_throughout(talk: Talk) -> None:
    talk.opens("김서연과 박지훈에게 보낼 메일")
    talk.says("저는 김서연입니다.")
    answers = _session(talk).answers
    assert answers[Key.PURPOSE].text == "{이름1}과 {이름2}에게 보낼 메일"
    assert answers[Key.BACKGROUND].text == "저는 {이름1}입니다."


def test_what_turns_out_to_be_personal_later_is_masked_where_it_stood_before(talk: Talk) -> None:
    known = talk.detector
    talk.detector = talk.chat._detector = FakeDetector({})
    talk.opens("김서연에게 보낼 메일을 써 줘")
    assert "김서연" in _session(talk).answers[Key.PURPOSE].text
    talk.detector = talk.chat._detector = known
    talk.says("김서연은 신입사원이에요")
    assert _session(talk).answers[Key.PURPOSE].text == "{이름1}에게 보낼 메일을 써 줘"


def test_a_name_that_may_mean_two_people_is_shown_to_be_unclear(talk: Talk) -> None:
    names = {"김민준": EntityType.PERSON, "김서연": EntityType.PERSON, "김": EntityType.PERSON}
    talk.chat._detector = FakeDetector(names)
    talk.opens("김민준 대리와 김서연 대리에게 보낼 메일")
    talk.says("김 대리에게 먼저 보냅니다")
    items = {item.label: item.ambiguous for item in _session(talk).items}
    assert sum(items.values()) == 1
    assert not items["{이름1}"]


@pytest.mark.parametrize("word", ["공유", "한국어", "대학생", "길이", "create again"])
def test_the_interfaces_own_words_are_nobodys_names(talk: Talk, word: str) -> None:
    talk.chat._detector = FakeDetector({word: EntityType.PERSON})
    talk.answers()
    talk.says(word)
    assert _session(talk).items == ()


async def test_the_prompt_holds_labels_and_its_owner_gets_the_values(talk: Talk) -> None:
    talk.answers()
    turn = talk.says("만들기")
    assert turn.generating
    (delivery,) = await talk.generation.run(turn.generating)
    reply = delivery.revealed.reply
    assert isinstance(reply, ShowPrompt)
    assert "{이름1}" in reply.version.prompt
    assert not any(planted in reply.version.prompt for planted in PLANTED)
    assert delivery.revealed.values["{이름1}"] == RawText("김서연")


async def test_in_a_shared_place_no_value_comes_along(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    turn = talk.says("만들기", place=CHANNEL)
    assert turn.generating
    (delivery,) = await talk.generation.run(turn.generating)
    assert delivery.revealed.values == {}


async def test_a_prompt_is_made_once_however_many_try(talk: Talk) -> None:
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    results = [await talk.generation.run(generating) for _ in range(3)]
    assert [len(result) for result in results] == [1, 0, 0]
    assert len(_session(talk).versions) == 1


async def test_a_prompt_stopped_in_the_making_is_not_delivered(talk: Talk) -> None:
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    talk.says("취소")
    assert await talk.generation.run(generating) == ()
    assert _session(talk).phase is Phase.SUMMARY


async def test_a_pasted_answer_comes_back_with_the_values(talk: Talk) -> None:
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    talk.delivered(await talk.generation.run(generating))
    talk.says("답변 복원")
    (delivery,) = talk.says("{이름1}님, 환영합니다. 문의는 {전화번호1}로 주세요.").deliveries
    assert isinstance(delivery.outgoing.reply, ShowRestored)
    assert delivery.revealed.restored == RawText("김서연님, 환영합니다. 문의는 010-2345-6789로 주세요.")


def test_what_others_write_in_a_thread_is_left_alone_and_their_clicks_are_answered_to_them(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘", place=CHANNEL)
    before = _session(talk, CHANNEL)
    assert talk.says("저도요", person=BORA, place=CHANNEL).deliveries == ()
    (delivery,) = talk.does(Pressed(events.Restarted()), person=BORA, place=CHANNEL).deliveries
    assert (delivery.outgoing.only_to, delivery.outgoing.reply) == (BORA, Tell("error.not_owner"))
    assert _session(talk, CHANNEL) == before


def test_a_button_of_a_conversation_that_is_gone_is_illegal(talk: Talk) -> None:
    with pytest.raises(IllegalEvent):
        talk.does(Pressed(events.Skipped()))


def test_after_a_finished_interview_a_new_one_begins(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘")
    talk.says("취소")
    talk.says("확인")
    first = _session(talk)
    talk.says("여행 계획을 짜 줘")
    assert _session(talk).id != first.id
    assert _session(talk).answers[Key.PURPOSE].text == "여행 계획을 짜 줘"


def test_a_mere_hello_is_no_purpose(talk: Talk) -> None:
    turn = talk.says("안녕하세요")
    asked = turn.deliveries[-1].outgoing.reply
    assert isinstance(asked, Ask)
    assert asked.key is Key.PURPOSE


def test_a_form_is_masked_field_by_field(talk: Talk) -> None:
    talk.opens()
    texts = {Key.PURPOSE: RawText("김서연에게 보낼 메일"), Key.BACKGROUND: RawText("저는 박지훈, 동료는 김서연입니다.")}
    talk.does(FormFilled(texts))
    answers = _session(talk).answers
    assert answers[Key.BACKGROUND].text == "저는 {이름2}, 동료는 {이름1}입니다."


def test_a_file_is_masked_with_its_name(talk: Talk) -> None:
    talk.answers()
    talk.does(FilesRead(RawText("김서연의 이력"), (ReadFile(RawText("김서연_이력서.pdf")),)))
    session = _session(talk)
    assert session.document is not None
    assert session.document.name == "{이름1}_이력서.pdf"
    assert session.answers[Key.REFERENCE].text == "{이름1}의 이력"


def test_bars_in_a_file_are_no_marks(talk: Talk) -> None:
    talk.answers()
    talk.does(FilesRead(RawText("select ||성||이름||"), (ReadFile(RawText("질의.txt")),)))
    assert _session(talk).answers[Key.REFERENCE].text == "select ||성||이름||"


def test_too_long_a_text_is_not_even_looked_at(talk: Talk) -> None:
    talk.detector.broken = True
    with pytest.raises(TextTooLong):
        talk.says("가" * 100_000)


def test_a_blocked_kind_of_item_is_refused_before_anything_is_kept(talk: Talk) -> None:
    talk.opens()
    strict = Policy({EntityType.PHONE: Action.BLOCK})
    talk.chat._policy = strict
    before = _session(talk)
    with pytest.raises(ItemRefused):
        talk.says("전화는 010-2345-6789")
    assert _session(talk) == before


def test_forgetting_deletes_all_sessions_of_the_person_and_of_nobody_else(talk: Talk) -> None:
    talk.answers()
    talk.answers(place=CHANNEL)
    talk.opens("남의 일", person=BORA, place=_BORAS_DM)
    talk.says("내 데이터 삭제")
    (farewell,) = talk.says("확인").deliveries
    assert farewell.outgoing.reply == TellSettled("forget.done", closes=True)
    with talk.store.begin() as transaction:
        assert transaction.latest_at(DM) is None
        assert transaction.latest_at(CHANNEL) is None
        assert transaction.latest_at(_BORAS_DM) is not None


def test_what_was_committed_and_not_sent_is_found_again(talk: Talk) -> None:
    opened = Incoming("E1", DM, ALICE, Locale.KO, Opened(RawText("김서연에게 보낼 메일")))
    (sent,) = talk.chat.handle(opened).deliveries
    talk.chat.store.mark_sent({sent.outgoing.id: "receipt"})
    unsent = talk.chat.handle(Incoming("E2", DM, ALICE, Locale.KO, Typed(RawText("인사팀입니다")))).deliveries
    talk.store.end_leases()  # as the next process does when it starts
    found = talk.chat.unsent("test")
    assert found == tuple(unsent)
    assert unsent


def test_the_owner_of_an_opened_place_stays_its_owner(talk: Talk) -> None:
    talk.opens("회의록 정리해 줘", place=CHANNEL)
    (delivery,) = talk.does(Opened(), person=BORA, place=CHANNEL).deliveries
    assert delivery.outgoing.only_to == BORA
    with talk.store.begin() as transaction:
        held = transaction.latest_at(CHANNEL)
    assert held is not None
    assert held.person == ALICE


def test_what_holds_real_values_goes_to_its_owner_alone(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    prepared = talk.does(Pressed(GenerationRequested()), place=CHANNEL)
    talk.delivered(asyncio.run(talk.generation.run(str(prepared.generating))))
    talk.does(Pressed(RestoreRequested()), place=CHANNEL)
    (restored,) = talk.says("{이름1}님께", place=CHANNEL).deliveries
    assert restored.outgoing.only_to == ALICE
    assert restored.revealed.restored == RawText("김서연님께")


def test_data_can_be_deleted_where_no_interview_is_going_on(talk: Talk) -> None:
    (asked,) = talk.does(Pressed(events.ForgetRequested())).deliveries
    assert isinstance(asked.outgoing.reply, Tell)
    assert asked.outgoing.reply.text == "confirm.forget"
    (done,) = talk.says("확인").deliveries
    assert done.outgoing.reply == TellSettled("forget.done", closes=True)


def test_what_others_send_along_is_left_alone(talk: Talk) -> None:
    talk.opens(place=CHANNEL)
    file = FilesRead(RawText("text"), (ReadFile(RawText("a.txt")),))
    assert talk.does(file, person=BORA, place=CHANNEL).deliveries == ()


async def test_a_text_too_long_for_a_wish_is_told_so_and_changes_nothing(talk: Talk) -> None:
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    talk.delivered(await talk.generation.run(generating))
    before = _session(talk)
    for text in ("답변입니다. " * 300, "1" * 5_000, "가" + " " * 20_000 + "나"):
        (told,) = talk.says(text).deliveries
        assert told.outgoing.reply == Propose("refine.too_long", {"max": 1_000}, (Control.RESTORE,), refuses=True)
    assert _session(talk) == before


def test_what_is_wrong_with_what_others_write_is_told_to_nobody(talk: Talk) -> None:
    talk.opens(place=CHANNEL)
    assert talk.says("가" * 40_000, person=BORA, place=CHANNEL).deliveries == ()
    talk.detector.broken = True
    assert talk.says("저도요", person=BORA, place=CHANNEL).deliveries == ()
    with pytest.raises(DetectorError):
        talk.says("저는요", place=CHANNEL)


def _limited(talk: Talk, limits: Limits) -> None:
    talk.chat._rate_limiter = RateLimiter(limits, lambda: 0.0)


def test_prompts_over_the_limit_are_refused_with_the_answers_kept(talk: Talk) -> None:
    _limited(talk, Limits(prompts=(1, 0)))
    talk.answers()
    assert talk.says("만들기").generating
    talk.answers(place=CHANNEL)
    with pytest.raises(LimitReached) as caught:
        talk.says("만들기", place=CHANNEL, event="E9")
    assert caught.value.details["reason"] == "prompts"
    assert _session(talk, CHANNEL).phase is Phase.SUMMARY
    _limited(talk, Limits())
    assert talk.says("만들기", place=CHANNEL, event="E9").generating


def test_too_many_unfinished_interviews_of_one_person_are_refused(talk: Talk) -> None:
    _limited(talk, Limits(interviews=2))
    places = [Place("test", "T1", "C1", f"thread-{number}", private=False) for number in range(3)]
    for place in places[:2]:
        talk.opens("회의록 정리", place=place)
    with pytest.raises(LimitReached) as caught:
        talk.opens("회의록 정리", place=places[2])
    assert caught.value.details == {"reason": "interviews", "max": 2}
    assert talk.opens("메일", person=BORA, place=_BORAS_DM).deliveries
    with pytest.raises(LimitReached):
        talk.does(Pressed(events.SentNoWords()), place=places[2])
    assert talk.says("보관함", place=places[2]).deliveries
    assert talk.does(Pressed(events.ForgetRequested()), place=places[2]).deliveries
    talk.says("취소", place=places[0])
    talk.says("확인", place=places[0])
    assert talk.opens("회의록 정리", place=places[1]).deliveries
    assert talk.opens("메일", place=DM).deliveries


def test_the_longest_text_is_the_operators_to_set(talk: Talk) -> None:
    _limited(talk, Limits(text=50))
    with pytest.raises(TextTooLong) as caught:
        talk.opens("가" * 51)
    assert caught.value.details == {"max": 50}
    assert talk.opens("가" * 50).deliveries


async def test_a_prompt_that_is_being_made_waits_for_the_answer_to_a_question_and_is_made_after_all(talk: Talk) -> None:
    _limited(talk, Limits(prompts=(1, 0)))
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    asked = talk.says("내 데이터 삭제해줘")
    assert (asked.cancelled, asked.generating) == (generating, None)
    assert await talk.generation.run(generating) == ()
    again = talk.says("아니요").generating
    assert again == generating
    (delivery,) = await talk.generation.run(again)
    assert isinstance(delivery.revealed.reply, ShowPrompt)
