"""Buttons, summary, prompt and what comes after it."""

from dataclasses import replace

import pytest

from bots.container import Container
from core.conversation.session import Phase
from core.messages import Place
from tests.bots.slack.walks import answer_from_background, make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.world import TEAM


async def test_an_interview_by_buttons(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("기획팀입니다")
    await person.sees("[질문 3]")
    for label, shown in (("표", "[질문 4]"), ("보통", "[질문 5]"), ("영어", "[질문 6]"), ("전문가", "AI가 참고할")):
        await person.press(label)
        await person.sees(shown)
    await person.press("건너뛰기")
    await person.sees("이렇게 이해했어요")
    await person.press("만들기")

    await person.sees("완성 프롬프트 · 버전 1")
    await person.sees("✓ 표")


async def test_a_typed_answer_counts_while_buttons_are_shown(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("학생")
    question = await person.sees("[질문 3]")
    await person.say("코드로")
    await person.sees("[질문 4]")

    await person.press("표", on=question)  # an old button changes that answer and leaves the open question open
    await person.sees("[질문 4]", count=2)


async def test_every_answer_can_be_changed_at_the_summary(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    summary = await person.sees("이렇게 이해했어요")

    edits = [element for element in summary.elements() if element.get("value", "").startswith("edit:")]
    assert len({element["value"] for element in edits}) == 6 + 2  # the kind of thing and its reader too
    await person.press("수정", on=summary, value="edit:length")
    await person.sees("지금 답: 보통 ~500자")
    await person.press("길게")

    assert "길게 1000자 이상" in (await person.sees("이렇게 이해했어요", count=2)).shown()


async def test_a_switch_changes_the_summary_where_it_stands(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    summary = await person.sees("이렇게 이해했어요")
    assert "박지훈" in summary.shown()  # in the DM the owner sees which value a label stands for

    await person.press("{이름1} 그대로 두기")
    await slack.until(lambda: summary.edits == 1)

    assert "그대로 둠" in summary.shown()
    await person.press("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    assert "박지훈" in person.seen[-2].shown()


async def test_an_edit_that_slack_refuses_becomes_a_new_message(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.sees("이렇게 이해했어요")
    slack.fail("chat.update", Fault(error="edit_window_closed"))
    await person.press("{이름1} 그대로 두기")

    await person.sees("이렇게 이해했어요", count=2)


async def test_in_a_channel_no_value_is_shown(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")

    await person.press("답하기")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="박지훈, 010-2345-6789")
    await person.sees("[질문 3]")
    for answer in ("표", "보통", "한국어", "전문가", "건너뛰기"):
        await person.say(answer)
    await person.sees("이렇게 이해했어요")
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전")

    everything = "".join(one.shown() for one in slack.world.messages)
    assert "박지훈" not in everything
    assert "010-2345-6789" not in everything


async def test_the_prompt_is_safe_to_copy_and_says_what_happened(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    panel = await person.sees("완성 프롬프트 · 버전")
    (prompt,) = person.seen[-2].blocks
    assert prompt["elements"][0]["type"] == "rich_text_section"
    assert prompt["elements"][0]["elements"][0]["text"].startswith("[작업]")
    assert person.seen[-2].text.startswith("[작업]")
    assert "이렇게 보강했어요" not in panel.shown()
    assert "개인정보 2개를 가렸어요" in panel.shown()
    assert "30일 뒤에 지워져요" in panel.shown()


async def test_the_finished_prompt_stands_at_the_top_of_the_dm(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    panel = await person.sees("완성 프롬프트 · 버전")
    assert panel.thread_ts is None
    assert person.seen[-2].thread_ts is None


async def test_a_long_prompt_comes_as_a_file_with_its_beginning(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in ("학생", "표", "보통", "한국어", "전문가"):
        await person.say(answer)
    await person.sees("AI가 참고할")
    await person.say("아주 긴 참고 자료 ``` 입니다. " * 700)
    await person.sees("이렇게 이해했어요")
    await person.say("만들기")

    prompt = await person.sees("길어서 파일로 드려요")
    await slack.until(lambda: any(file.content for file in slack.world.files.values()))
    file = next(iter(slack.world.files.values()))
    assert file.name == "프롬프트-1.md"
    assert file.content.decode().endswith("</자료>")
    uploaded = await person.sees("프롬프트-1.md")
    assert uploaded.thread_ts == prompt.ts


@pytest.mark.parametrize("where", ["in the thread", "at the top"])
async def test_a_reply_after_the_prompt_refines_it(slack: FakeSlack, bot: Container, where: str) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    person.thread = person.thread if where == "in the thread" else None

    await person.say("더 짧게")

    await person.sees("완성 프롬프트 · 버전 2")


async def test_versions_can_be_brought_back(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.say("표 말고 리스트로")
    await person.sees("완성 프롬프트 · 버전 2")

    await person.press("버전")
    versions = await person.sees("지금까지 만든 버전")
    await person.press("버전 1 쓰기", on=versions)

    await person.sees("버전 1로 돌아왔어요")
    await person.sees("완성 프롬프트 · 버전 1", count=2)


async def test_an_answer_is_restored_in_a_window(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.press("답변 복원")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="{이름1}님, ", text2="{전화번호1}로 연락드릴게요 <!channel>")

    restored = await person.sees("실제 값을 넣은 답변")
    assert "박지훈님, 010-2345-6789로 연락드릴게요 <!channel>" in restored.shown()
    await person.say("더 짧게")
    await person.sees("완성 프롬프트 · 버전 2")


async def test_a_prompt_is_shared_as_masked(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C2", "U1", "U2")
    person, reader = Person(slack, "U1"), Person(slack, "U2", "C2")
    await make_prompt(person)

    await person.press("공유")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), target="C2")

    shared = await reader.sees("님이 공유한 프롬프트")
    assert "[작업]" in shared.shown()
    assert "박지훈" not in shared.shown()
    await person.sees("<#C2>에 공유했어요")


async def test_sharing_what_is_gone_meanwhile_says_so(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C2", "U1")
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.press("공유")
    await slack.until(lambda: slack.called("views.open"))
    modal = person.modal()
    await person.say("내 데이터 삭제")
    await person.press("확인", on=await person.sees("모두 지울까요?"))
    await person.sees("모두 지웠어요")

    await person.submit(modal, target="C2")

    assert (await person.sees("이미 끝났거나 지워졌어요")).only_to == "U1"


async def test_sharing_where_the_bot_is_no_member_says_so(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C2", "U1", with_bot=False)
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.press("공유")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), target="C2")

    assert (await person.sees("먼저 초대해 주세요")).only_to == "U1"


async def test_feedback_is_asked_for_its_reason_and_thanked_for(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    prompt = await person.sees("완성 프롬프트 · 버전")

    await person.rate(prompt, "bad")
    await person.sees("어떤 점이 아쉬웠나요")
    await person.press("너무 뻔해요")

    await person.sees("의견 고마워요")
    assert [(str(figure.reason), count) for figure, count in bot.store.figures()] == [("too_general", 1)]


async def test_the_interview_moves_to_the_dm(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    await person.slash("박지훈 과장에게 메일")
    await person.sees("[질문 2]")
    await person.sees("채널 사람들도 볼 수 있어요")

    await person.press("DM에서 하기")
    await person.sees("인터뷰를 그만뒀어요")

    person.channel, person.thread = slack.world.dm("U1"), None
    await person.sees("[질문 2]")
    await answer_from_background(person)
    assert "{이름1} 과장에게 메일" in (await person.sees("이렇게 이해했어요")).shown()


async def test_a_prompt_being_made_can_be_stopped(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    with bot.store.begin() as transaction:  # as if a model were slow, with the process that asked it gone
        held = transaction.latest_at(Place("slack", TEAM, person.channel))
        assert held is not None
        transaction.save(replace(held, session=replace(held.session, phase=Phase.GENERATING)))
        transaction.claim(held.session.id)

    await person.say("더 짧게")
    await person.sees("아직 만들고 있어요")
    await person.press("취소")

    await person.sees("만들기를 멈췄어요")
    await person.sees("이렇게 이해했어요", count=2)


async def test_a_message_without_words_is_answered_in_one_sentence(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    for answer in ("주간 보고서를 요약해줘", "학생", "표", "보통", "한국어", "전문가"):
        await person.say(answer)
    await person.sees("AI가 참고할")

    await person.say("")
    await person.sees("읽을 수 있는 내용이 없어요")
    await person.say("건너뛰기")

    await person.sees("이렇게 이해했어요")


async def test_no_question_keeps_its_buttons_once_it_is_answered(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer, shown in (("영업팀입니다", "[질문 3]"), ("표", "[질문 4]")):
        await person.say(answer)
        await person.sees(shown)
    await person.press("보통")
    await person.sees("[질문 5]")
    await person.say("한국어")
    await person.sees("[질문 6]")
    await person.say("전문가")
    await person.sees("AI가 참고할")
    await person.press("건너뛰기")
    summary = await person.sees("이렇게 이해했어요")
    above = [one for one in person.seen if one.ts < summary.ts]
    await slack.until(lambda: not [element for one in above for element in one.elements()], 10)
    await person.sees("✓ 보통")
