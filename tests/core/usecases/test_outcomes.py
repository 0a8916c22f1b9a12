"""What people keep, answer and change is counted by kind, and nothing of what it was."""

from core.conversation.events import GapAnswered, ItemSwitched
from core.features.substance.events import ProposalsSwitched
from core.messages import Pressed
from core.ports import Detector
from core.ports.counters import Choice, Outcome
from core.usecases.chat import Chat, Models
from core.usecases.generation import Generation
from tests.core.conftest import CHANNEL, Talk
from tests.fakes.advisor import ProposingAdvisor

_ANSWERS = ("총무팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")


def _counted(talk: Talk, choice: Choice) -> dict[tuple[str, str, str], int]:
    found: dict[Outcome, int] = dict(talk.store.outcomes())
    return {(each.intent, each.detail, each.result): count for each, count in found.items() if each.choice is choice}


def _asking(talk: Talk, *, advises: bool = False) -> None:
    ids = (f"s-{number}" for number in range(99))
    models = Models(advises=advises)
    talk.chat = Chat(talk.detector, talk.store, lambda: next(ids), models=models, asks_gaps=True)


async def _made(talk: Talk, says: str) -> None:
    talk.delivered(await talk.generation.run(str(talk.says(says).generating)))


async def test_gaps_are_counted_as_answered_or_left(talk: Talk) -> None:
    _asking(talk)
    talk.opens("이메일 초안 써줘")
    for text in _ANSWERS:
        talk.says(text)
    talk.does(Pressed(GapAnswered("to", 3)))
    talk.says("AI가 정하기")
    assert _counted(talk, Choice.GAP) == {("work_mail", "to", "answered"): 1, ("work_mail", "about", "left"): 1}


async def test_going_back_counts_no_answer(talk: Talk) -> None:
    _asking(talk)
    talk.opens("이메일 초안 써줘")
    for text in _ANSWERS:
        talk.says(text)
    talk.says("뒤로")
    assert _counted(talk, Choice.GAP) == {}


async def test_what_is_changed_of_a_finished_prompt_is_counted_by_the_answer(talk: Talk) -> None:
    talk.answers()
    await _made(talk, "만들기")
    await _made(talk, "더 짧게")
    await _made(talk, "다시 만들기")
    assert [(detail, result) for _, detail, result in _counted(talk, Choice.REFINEMENT)] == [("length", "changed")]


async def test_proposals_are_counted_as_kept_unticked_or_dropped_when_the_prompt_is_made(talk: Talk) -> None:
    _asking(talk, advises=True)
    talk.generation = Generation(talk.store, ProposingAdvisor())
    talk.opens("신입사원에게 보낼 환영 이메일 초안 써줘")
    for text in _ANSWERS[:-1]:
        talk.says(text)
    talk.delivered(await talk.generation.run(str(talk.says(_ANSWERS[-1]).advising)))
    assert _counted(talk, Choice.PROPOSAL) == {}
    talk.does(Pressed(ProposalsSwitched(2, wanted=False)))
    await _made(talk, "만들기")
    assert _counted(talk, Choice.PROPOSAL) == {
        ("work_mail", "cover", "kept"): 1,
        ("work_mail", "cover", "unticked"): 1,
        ("work_mail", "cover", "dropped"): 1,
        ("work_mail", "traps", "kept"): 1,
    }


async def test_what_a_person_keeps_is_counted_by_type_and_finder(talk: Talk, loaded_detector: Detector) -> None:
    talk.chat = Chat(loaded_detector, talk.store, lambda: "s-1")
    talk.opens("자기소개서 첨삭해줘")
    talk.says("저는 김하늘이고 지원서에 적은 번호는 010-2345-6789예요")
    assert _counted(talk, Choice.ITEM) == {}
    talk.says("이름1은 이름 아니야")
    talk.does(Pressed(ItemSwitched("{이름1}", kept=True)))
    talk.does(Pressed(ItemSwitched("{전화번호1}", kept=True)))
    kept = {("", "PERSON: self", "kept"): 1, ("", "PHONE: PhoneRecognizer", "kept"): 1}
    assert _counted(talk, Choice.ITEM) == kept
    talk.does(Pressed(ItemSwitched("{전화번호1}", kept=False)))
    assert _counted(talk, Choice.ITEM) == {**kept, ("", "PHONE: PhoneRecognizer", "masked"): 1}


async def test_what_a_person_marks_is_counted_as_masked_once(talk: Talk) -> None:
    talk.answers()
    talk.says("‘환영’ 가려줘")
    talk.says("길이는 짧게, 제목에 환영도")
    talk.says("'처음 듣는 말' 가려줘")
    assert _counted(talk, Choice.ITEM) == {("", "CUSTOM: person", "masked"): 1}
    talk.opens("||오로라|| 소개 글 써줘", place=CHANNEL)
    assert _counted(talk, Choice.ITEM) == {("", "CUSTOM: person", "masked"): 2}


async def test_what_others_read_is_counted_as_kept_once_that_is_confirmed(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    talk.does(Pressed(ItemSwitched("{기관1}", kept=True)), place=CHANNEL)
    assert _counted(talk, Choice.ITEM) == {}
    talk.says("확인", place=CHANNEL)
    assert _counted(talk, Choice.ITEM) == {("", "ORGANIZATION", "kept"): 1}
