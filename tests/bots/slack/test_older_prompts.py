"""What is done with a prompt is done with that prompt, though a newer interview goes on in the same place."""

from contextlib import AsyncExitStack

import pytest

from bots.container import Container
from bots.shared.custom_ids import split_address
from tests.bots.slack.walks import answer_from_background, make_prompt, prompt_of
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start
from tests.fakes.slack.world import Message


async def _made_and_followed(person: Person) -> Message:
    """Make a prompt whose {이름1} is 박지훈, begin another interview in the DM whose {이름1} is 김서연."""
    await make_prompt(person)
    prompt = await person.sees("완성 프롬프트 · 버전 1")
    person.thread = None
    await person.slash("김서연에게 보낼 초대장")
    await person.sees("[질문 2]", count=2)
    return prompt


async def test_an_answer_gets_the_values_of_the_prompt_it_was_given_to(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    await person.press("답변 복원", on=prompt)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="{이름1}님, 안녕하세요")

    assert "박지훈님, 안녕하세요" in (await person.sees("실제 값을 넣은 답변")).shown()
    person.thread = None
    await person.say("총무팀입니다")  # and the newer interview goes on
    await person.sees("[질문 3]", count=2)


async def test_the_command_restores_for_the_newest_finished_prompt(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await _made_and_followed(person)

    await person.slash("복원")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="{이름1}님, 안녕하세요")

    assert "박지훈님, 안녕하세요" in (await person.sees("실제 값을 넣은 답변")).shown()


async def test_an_older_prompt_is_shared_and_not_the_newer_one(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C2", "U1", "U2")
    person, reader = Person(slack, "U1"), Person(slack, "U2", "C2")
    prompt = await _made_and_followed(person)

    await person.press("공유", on=prompt)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), target="C2")

    assert "주간 보고서를 요약합니다" in (await reader.sees("님이 공유한 프롬프트")).shown()


@pytest.mark.parametrize("button", ["답변 복원", "공유"])
async def test_buttons_without_an_interview_of_their_own_still_work(
    slack: FakeSlack, bot: Container, button: str
) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    prompt = await person.sees("완성 프롬프트 · 버전 1")
    for element in prompt.elements():  # as an earlier release posted them
        element["value"] = split_address(element.get("value", ""))[0]

    await person.press(button, on=prompt)

    await slack.until(lambda: slack.called("views.open"))


async def test_an_interview_that_was_ended_leaves_its_prompt_to_restore_for(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.say("취소")
    await person.sees("완성한 프롬프트는 그대로 있어요")

    await person.slash("복원")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="{이름1}님")

    assert "박지훈님" in (await person.sees("실제 값을 넣은 답변")).shown()


@pytest.mark.parametrize(
    ("button", "shown"),
    [
        pytest.param("다시 만들기", "완성 프롬프트 · 버전 2", id="made again"),
        pytest.param("버전", "지금까지 만든 버전", id="its versions"),
        pytest.param("짧은 버전", "버전 2 · 짧은 버전", id="shortened"),
    ],
)
async def test_a_control_acts_on_the_prompt_it_stands_under(
    slack: FakeSlack, bot: Container, button: str, shown: str
) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    await person.press(button, on=prompt)

    await person.sees(shown)
    assert any("주간 보고서를 요약" in one.shown() for one in person.seen[-2:])
    person.thread = None
    await person.say("총무팀입니다")  # and the newer interview goes on
    await person.sees("[질문 3]", count=2)


async def test_a_wish_is_written_to_the_prompt_it_was_pressed_on(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    await person.press("다듬기", on=prompt)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="더 짧게")

    refined = await prompt_of(person, "완성 프롬프트 · 버전 2")
    assert "주간 보고서를 요약합니다" in refined
    assert "120자" in refined


async def test_the_prompt_that_was_pressed_on_is_kept(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    await person.press("저장", on=prompt)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal())

    await person.sees("보관함에 저장했어요")
    assert "주간 보고서를 요약해줘" in (await person.sees("이름은 ‘보관함 1 이름")).shown()


async def test_after_a_restart_a_control_still_knows_its_prompt(slack: FakeSlack, parts: Container) -> None:
    person = Person(slack, "U1")
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        prompt = await _made_and_followed(person)
    await slack.disconnected()
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()

        await person.press("다시 만들기", on=prompt)

        assert "주간 보고서를 요약합니다" in await prompt_of(person, "완성 프롬프트 · 버전 2")


async def test_what_is_typed_is_about_the_prompt_worked_on_last(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)
    await answer_from_background(person)
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1", count=2)

    await person.press("버전", on=prompt)
    await person.sees("지금까지 만든 버전")
    person.thread = None
    await person.say("더 짧게")

    assert "주간 보고서를 요약합니다" in await prompt_of(person, "완성 프롬프트 · 버전 2")


async def test_what_is_written_in_the_thread_of_a_prompt_is_about_that_prompt(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    person.thread = prompt.ts
    await person.say("더 짧게")

    assert "주간 보고서를 요약합니다" in await prompt_of(person, "완성 프롬프트 · 버전 2")
    assert person.seen[-1].thread_ts == prompt.ts
    person.thread = None
    await person.say("총무팀입니다")  # and the newer interview goes on where it was
    assert (await person.sees("[질문 3]", count=2)).thread_ts is None


async def test_a_file_in_the_thread_of_a_prompt_is_its_reference(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    prompt = await _made_and_followed(person)

    person.thread = prompt.ts
    await person.say("", files=[slack.add_file("a.txt", b"sales", "text/plain", "U1")])
    await person.sees("참고 자료를 받았어요")
    await person.press("다시 만들기", on=prompt)

    assert "sales" in await prompt_of(person, "완성 프롬프트 · 버전 2")


async def test_an_interview_goes_on_in_the_thread_of_a_message_of_ones_own(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    person.thread = own = person.post("메모").ts
    await person.say("회의록을 정리해줘")
    await person.sees("[질문 2]")
    person.thread = None
    await person.slash("김서연에게 보낼 초대장")
    await person.sees("[질문 2]")

    person.thread = own
    await person.say("총무팀입니다")

    assert (await person.sees("[질문 3]")).thread_ts == own


async def test_a_control_beneath_an_older_version_acts_on_that_version(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C2", "U1", "U2")
    person, reader = Person(slack, "U1"), Person(slack, "U2", "C2")
    await make_prompt(person)
    older = await person.sees("완성 프롬프트 · 버전 1")
    await person.say("더 짧게")
    await person.sees("완성 프롬프트 · 버전 2")

    await person.press("공유", on=older)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), target="C2")
    shared = await reader.sees("님이 공유한 프롬프트")
    assert "550자" in shared.shown()

    await person.press("다시 만들기", on=older)
    assert "550자" in await prompt_of(person, "완성 프롬프트 · 버전 3")


async def test_what_is_kept_as_written_in_the_dm_is_masked_where_the_prompt_is_shared(
    slack: FakeSlack, bot: Container
) -> None:
    slack.world.add_channel("C2", "U1", "U2")
    person, reader = Person(slack, "U1"), Person(slack, "U2", "C2")
    await make_prompt(person)
    await person.say("요약")
    await person.say("{이름1} 그대로")
    await person.sees("그대로 둠")
    await person.say("만들기")
    prompt = await person.sees("완성 프롬프트 · 버전 2")
    assert "박지훈" in prompt.shown()

    await person.press("공유", on=prompt)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), target="C2")
    shared = (await reader.sees("님이 공유한 프롬프트")).shown()
    assert "{이름1}" in shared
    assert "박지훈" not in shared
