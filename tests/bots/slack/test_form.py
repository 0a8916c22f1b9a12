"""The form: everything at once, and both ways between it and the questions."""

import pytest

from bots.container import Container
from bots.slack.handlers.commands import FROM_MESSAGE
from core.conversation.questions import Key
from core.conversation.session import Phase
from tests.bots.slack.walks import answer_from_background, make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import TEAM, Message, Payload

CHOICES = {"form": "table", "length": "short", "language": "korean", "level": "expert"}


async def opened(person: Person, count: int = 1) -> Payload:
    await person.slack.until(lambda: len(person.slack.called("views.open")) >= count)
    return person.modal()


def inputs(view: Payload) -> dict[str, Payload]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


async def test_from_the_questions_to_the_form_and_back(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("기획팀 이도윤")
    await person.sees("[질문 3]")

    await person.press("한 번에 작성하기")
    view = await opened(person)
    assert inputs(view)["purpose"]["initial_value"] == "주간 보고서를 요약해줘"
    await person.submit(view, form="report", purpose="월간 보고서를 요약해줘")

    await person.sees("[질문 4]")
    await person.say("길게")
    await person.sees("[질문 5]")
    await person.say("뒤로")
    await person.sees("[질문 4]", count=2)
    await person.press("한 번에 작성하기")
    view = await opened(person, 2)
    assert inputs(view)["purpose"]["initial_value"] == "월간 보고서를 요약해줘"
    assert inputs(view)["form"]["initial_option"]["value"] == "report"
    assert inputs(view)["length"]["initial_option"]["value"] == "long"


@pytest.mark.parametrize("way", ["command", "home"])
async def test_a_form_opened_beside_an_unfinished_interview_holds_its_answers(
    slack: FakeSlack, bot: Container, way: str
) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.say("박지훈입니다")
    await person.sees("[질문 3]")
    if way == "command":
        await person.slash("form")
    else:
        await person.open_home()
        await slack.until(lambda: "U1" in slack.world.homes)
        await person.press_home("한 번에 작성하기")
    view = await opened(person)
    assert inputs(view)["purpose"]["initial_value"] == "주간 보고서를 요약해줘"

    await person.submit(view, **CHOICES)

    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert "주간 보고서를 요약해줘" in summary
    assert "{이름1}입니다" in summary


async def test_a_form_opened_beside_a_finished_prompt_begins_another(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.slash("form")
    view = await opened(person)
    assert "initial_value" not in inputs(view)["purpose"]

    await person.submit(view, purpose="초대장 써줘", background="총무팀", **CHOICES)
    await person.sees("이렇게 이해했어요", count=2)

    with bot.store.begin() as transaction:
        newer, older = transaction.sessions_of("U1", "slack", TEAM)
    assert newer.session.answers[Key.PURPOSE].text == "초대장 써줘"
    assert older.session.answers[Key.PURPOSE].text == "주간 보고서를 요약해줘"
    assert older.session.phase is Phase.DONE


async def test_a_form_from_a_message_leaves_an_unfinished_interview_as_it_was(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.shortcut(FROM_MESSAGE, on=Message("1.5", "U2", "회의록 초안", "C9"))

    await person.submit(await opened(person), background="총무팀", **CHOICES)
    await person.sees("이렇게 이해했어요")

    with bot.store.begin() as transaction:
        newer, older = transaction.sessions_of("U1", "slack", TEAM)
    assert newer.session.answers[Key.PURPOSE].text == "회의록 초안"
    assert older.session.answers[Key.PURPOSE].text == "주간 보고서를 요약해줘"


async def test_a_whole_form_leads_to_the_summary(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.slash("form")
    view = await opened(person)

    await person.submit(
        view, purpose="요약해줘", background="박지훈입니다", tone="친근하게", **{"length.own": "300자 정도"}, **CHOICES
    )

    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert "300자 정도" in summary
    assert "친근하게" in summary
    assert "{이름1}" in summary


async def test_what_is_missing_is_said_at_its_field(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.slash("form")
    view = await opened(person)

    answer = await person.submit(view, purpose=" ", background="학생", **(CHOICES | {"language": "other"}))

    assert answer.payload["response_action"] == "errors"
    assert set(answer.payload["errors"]) == {"purpose", "language.own"}
    assert person.seen == []


async def test_nothing_is_required_twice(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.slash("form")
    view = await opened(person)

    answer = await person.submit(view, purpose="요약", background="", form="list", length="short", level="expert")

    assert answer.payload["errors"] == {"language": "답을 적어주세요."}


async def test_an_answer_too_long_for_the_form_stays_as_it_is(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("가나다 " * 900)
    await person.sees("[질문 3]")

    await person.press("한 번에 작성하기")
    view = await opened(person)
    assert "initial_value" not in inputs(view)["background"]
    await person.submit(view, **CHOICES)

    assert "가나다 가나다" in (await person.sees("이렇게 이해했어요")).shown()


async def test_a_form_too_late_for_its_trigger_is_offered_by_a_button(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    await person.press("한 번에 작성하기", trigger="expired-1")
    offer = await person.sees("작성 창을 열려면")
    await person.press("한 번에 작성하기", on=offer)

    await opened(person, 2)


async def test_typed_it_is_offered_by_a_button(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    await person.say("한 번에 작성하기")

    await person.sees("작성 창을 열려면")


async def test_a_form_in_a_channel_shows_nobody_what_was_written(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    await person.slash()
    await person.sees("[질문 1]")
    await person.sees("채널 사람들도 볼 수 있어요")

    await person.press("한 번에 작성하기")
    view = await opened(person)
    await person.submit(view, purpose="요약해줘", background="박지훈 010-2345-6789", **CHOICES)
    summary = await person.sees("이렇게 이해했어요")

    assert "박지훈" not in summary.shown()
    assert "010-2345-6789" not in str([one.shown() for one in slack.world.messages])


async def test_a_file_in_the_form_is_the_reference(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.slash("form")
    view = await opened(person)
    file = slack.add_file("자료.txt", "매출이 늘었습니다. 담당 박지훈".encode(), "text/plain", "U1")

    await person.submit(view, purpose="요약해줘", background="학생", file=[file], **CHOICES)

    await person.sees("참고 자료를 받았어요")
    await person.sees("담당 {이름1}")


async def test_the_reference_of_a_file_survives_the_form(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in ("학생", "표", "보통", "한국어", "전문가"):
        await person.say(answer)
    await person.sees("AI가 참고할")
    await person.say("", files=[slack.add_file("자료.txt", b"sales went up", "text/plain", "U1")])
    await person.sees("이렇게 이해했어요")

    await person.press("한 번에 작성하기")
    view = await opened(person)
    await person.submit(view, length="long")

    await person.sees("길게 1000자 이상")
    assert "자료.txt" in person.seen[-1].shown()


async def test_the_questions_still_work_with_a_form_open(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.press("한 번에 작성하기")
    await opened(person)

    await answer_from_background(person)
