"""What a model proposes while the summary is read: shown as ticks, taken away, kept for the prompt, taken up anew."""

import asyncio

import pytest

from core.conversation.replies import ShowPrompt, ShowSummary
from core.conversation.session import Phase
from core.conversation.understood import Proposed
from core.errors import ModelUnavailable
from core.features.substance.events import ProposalsSwitched
from core.features.substance.handlers import advice_of
from core.messages import Pressed
from core.model_jobs.time_limits import MOST_REQUESTS
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import ProposalKind
from core.prompting.model.reading_substance import Draft
from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import Recognition
from core.sessions.briefing import brief_in
from core.usecases.chat import Chat, Models, Result
from core.usecases.generation import Generation
from tests.core.conftest import CHANNEL, DM, Talk
from tests.fakes.advisor import COVER, MORE, TRAP, ProposingAdvisor


@pytest.fixture
def advisor(talk: Talk) -> ProposingAdvisor:
    advisor = ProposingAdvisor()
    ids = (f"s-{number}" for number in range(99))
    talk.chat = Chat(talk.detector, talk.store, lambda: next(ids), models=Models(advises=True))
    talk.generation = Generation(talk.store, advisor)
    return advisor


def _answered(talk: Talk, background: str = "인사팀입니다") -> Result:
    talk.opens("신입사원에게 보낼 환영 이메일 초안 써줘")
    return [talk.says(each) for each in (background, "연속 문장", "보통", "한국어", "대학생", "건너뛰기")][-1]


async def _run(talk: Talk, turn: Result) -> object:
    session = turn.advising or turn.generating
    assert session
    deliveries = await talk.generation.run(session)
    talk.delivered(deliveries)
    return deliveries[-1].outgoing.reply if deliveries else None


def _proposals(talk: Talk) -> tuple[Proposed, ...]:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    return advice_of(held.session).proposals


async def test_what_is_proposed_comes_as_ticks_that_are_on(talk: Talk, advisor: ProposingAdvisor) -> None:
    turn = _answered(talk)
    assert turn.generating is None
    shown = await _run(talk, turn)
    assert isinstance(shown, ShowSummary)
    assert shown.arrived
    assert [(each.part, str(each.text), each.wanted) for each in shown.proposals] == [
        ("cover", COVER, True),
        ("cover", MORE, True),
        ("traps", TRAP, True),
    ]


async def test_what_stays_ticked_stands_in_the_prompt_and_nothing_is_asked_again(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    await _run(talk, _answered(talk))
    summary = talk.does(Pressed(ProposalsSwitched(2, wanted=False))).deliveries[-1].outgoing.reply
    assert isinstance(summary, ShowSummary)
    assert [each.wanted for each in summary.proposals] == [True, False, True]
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    prompt, version = made.version.prompt, made.version
    assert COVER in prompt
    assert TRAP in prompt
    assert MORE not in prompt
    assert len(advisor.asked) == 1
    assert (version.model, version.polished, version.unpolished) == ("mixtral", 2, 2)
    assert "cover: unticked" in version.decisions


async def test_all_is_taken_away_by_a_word_and_the_prompt_is_the_composers(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    await _run(talk, _answered(talk))
    talk.says("제안 모두 빼기")
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert made.version.prompt == compose(advisor.asked[0]).prompt
    assert made.version.model == "mixtral", "it has seen the answers all the same"


async def test_who_does_not_wait_gets_what_is_on_its_way(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.may.clear()
    turn = _answered(talk)
    session = str(turn.advising)
    proposing = asyncio.create_task(talk.generation.run(session))
    await advisor.begun.wait()
    wanted = talk.says("만들기")
    assert wanted.cancelled == wanted.generating == session
    proposing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await proposing
    making = asyncio.create_task(talk.generation.run(session))
    await asyncio.sleep(0)
    advisor.may.set()
    (made,) = await making
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert MORE in made.outgoing.reply.version.prompt
    assert len(advisor.asked) == 1


async def test_other_answers_are_asked_about_anew_and_what_was_taken_away_stays_so(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    await _run(talk, _answered(talk))
    talk.says("제안 2 빼기")
    changed = talk.says("길이는 길게")
    assert changed.advising
    summary = changed.deliveries[-1].outgoing.reply
    assert isinstance(summary, ShowSummary)
    assert summary.proposals == ()
    shown = await _run(talk, changed)
    assert isinstance(shown, ShowSummary)
    assert [each.wanted for each in shown.proposals] == [True, False, True]
    assert len(advisor.asked) == 2


async def test_a_tone_asks_nothing_anew_and_a_condition_drops_what_it_contradicts(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    advisor.draft = Draft(cover=(COVER, "인사말에 날씨 이야기를 곁들여 적습니다."))
    await _run(talk, _answered(talk))
    assert talk.says("말투는 다정하게").advising is None
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert "날씨" in made.version.prompt
    assert len(advisor.asked) == 1


async def test_a_model_may_overrule_an_unsure_intent_and_the_person_the_model(
    talk: Talk, advisor: ProposingAdvisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Recognition, "is_unsure", property(lambda _: True))
    turn = _answered(talk)
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    brief = brief_in(held.session)
    assert brief
    recognition = understand(brief).recognition
    taken, (other, *_) = recognition.intent.id, recognition.alternatives
    advisor.draft = Draft(cover=(COVER,), intent=other)
    shown = await _run(talk, turn)
    assert isinstance(shown, ShowSummary)
    assert (shown.proposals[0].part, shown.proposals[0].names) == (ProposalKind.INTENT, (other,))
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert made.version.task_type == other.partition(".")[2]
    talk.says("수정")
    talk.says("제안 1 빼기")
    again = await _run(talk, talk.says("만들기"))
    assert isinstance(again, ShowPrompt)
    assert again.version.task_type == taken


async def test_a_model_that_does_not_answer_leaves_the_summary_as_it_is(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.fails = ModelUnavailable(reason="slow")
    assert await _run(talk, _answered(talk)) is None
    assert talk.generation.abandoned("test") == ()
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert made.version.model is None
    assert len(advisor.asked) == 2, "it gets another chance"


async def test_what_was_sent_to_a_model_that_did_not_answer_is_told(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.fails = ModelUnavailable(reason="slow", asked="mixtral")
    await _run(talk, _answered(talk))
    advisor.fails = ModelUnavailable(reason="resting")
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert (made.version.model, made.version.polished) == ("mixtral", 0)


async def test_what_a_dead_process_has_begun_is_taken_up_and_after_two_attempts_given_up(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    session = str(_answered(talk).advising)
    assert talk.generation.abandoned("test") == (session,)
    for _ in range(2):  # killed: nobody gives the lease back
        with talk.store.begin() as transaction:
            assert transaction.claim(session)
        assert talk.generation.abandoned("test") == ()
        talk.clock.now += 6
    assert talk.generation.abandoned("test") == (session,)
    assert await talk.generation.run(session) == ()
    assert advisor.asked == []
    assert talk.generation.abandoned("test") == ()


async def test_what_fails_of_something_that_nobody_foresaw_is_given_up(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.fails = RuntimeError()
    session = str(_answered(talk).advising)
    with pytest.raises(RuntimeError):
        await talk.generation.run(session)
    assert talk.generation.abandoned("test") == ()


@pytest.mark.parametrize("meanwhile", ["더 자세히", "길이", "취소"])
async def test_it_comes_silently_where_the_summary_is_not_looked_at(
    talk: Talk, advisor: ProposingAdvisor, meanwhile: str
) -> None:
    session = str(_answered(talk).advising)
    talk.says(meanwhile)
    assert await talk.generation.run(session) == ()
    assert len(_proposals(talk)) == 3
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    assert held.session.phase is not Phase.SUMMARY


async def test_the_model_sees_no_more_than_is_shown_and_what_it_saw_is_told(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    await _run(talk, _answered(talk, "저는 한빛상사 박지훈 과장입니다."))
    assert not any("박지훈" in str(brief.background) for brief in advisor.asked)
    talk.says("이름1 그대로")
    changed = talk.says("길이는 길게")
    advisor.draft = Draft(cover=("박지훈 과장의 자리로 찾아오라고 적습니다.",))
    await _run(talk, changed)
    assert "박지훈" in str(advisor.asked[-1].background)
    (proposed,) = _proposals(talk)
    assert proposed.text == "{이름1} 과장의 자리로 찾아오라고 적습니다."
    talk.says("이름1 가리기")
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert "박지훈" not in made.version.prompt
    assert made.version.kept == ("{이름1}",), "the model has seen it as written before"


async def test_where_others_read_along_it_sees_labels_alone(talk: Talk, advisor: ProposingAdvisor) -> None:
    talk.opens("신입사원에게 보낼 환영 이메일 초안 써줘", place=CHANNEL)
    texts = ("저는 한빛상사 박지훈 과장입니다.", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")
    turn = [talk.says(each, place=CHANNEL) for each in texts][-1]
    await talk.generation.run(str(turn.advising))
    assert "박지훈" not in repr(advisor.asked)


async def test_who_changes_answers_all_the_time_is_not_asked_about_without_end(
    talk: Talk, advisor: ProposingAdvisor
) -> None:
    turns = [_answered(talk), *(talk.says(f"길이는 {number}00자") for number in range(1, 12))]
    assert len([turn for turn in turns if turn.advising]) >= MOST_REQUESTS
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    assert advice_of(held.session).number == MOST_REQUESTS


async def test_a_models_own_prompt_is_written_from_what_was_ticked(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.whole = MaskedText("[작업]\n모델이 쓴 프롬프트입니다.")
    await _run(talk, _answered(talk))
    talk.says("제안 1 빼기")
    made = await _run(talk, talk.says("만들기"))
    assert isinstance(made, ShowPrompt)
    assert made.version.is_by_model
    (composition,) = advisor.written_from
    assert COVER not in composition.prompt
    assert MORE in composition.prompt


async def test_without_a_model_nobody_is_asked(talk: Talk) -> None:
    assert _answered(talk).advising is None


async def test_dropped_proposals_are_recorded_by_their_rule(talk: Talk, advisor: ProposingAdvisor) -> None:
    await _run(talk, _answered(talk))
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    assert advice_of(held.session).decisions
    assert all(str(Rule.DRIFT) in each for each in advice_of(held.session).decisions)
    assert "Sure" not in repr(advice_of(held.session).decisions)
