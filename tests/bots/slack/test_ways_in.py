"""How an interview starts, and where it is held."""

from pathlib import Path

import pytest

from bots.container import Container
from bots.slack.handlers.commands import FROM_MESSAGE, START
from tests.bots.slack.test_privacy import stored_in
from tests.bots.slack.walks import answer_from_background, make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import Message


@pytest.fixture
def channel(slack: FakeSlack) -> str:
    return slack.world.add_channel("C1", "U1", "U2")


async def test_the_command_opens_a_thread_where_the_bot_is_a_member(
    slack: FakeSlack, bot: Container, channel: str
) -> None:
    person = Person(slack, "U1", channel)

    await person.slash()
    question = await person.sees("[질문 1]")

    assert question.thread_ts is not None
    root = slack.world.message(channel, question.thread_ts)
    assert root is not None
    assert "<@U1>" in root.text
    hint = await person.sees("채널 사람들도 볼 수 있어요")
    assert hint.only_to == "U1"


async def test_a_purpose_behind_the_command_is_the_first_answer(slack: FakeSlack, bot: Container, channel: str) -> None:
    person = Person(slack, "U1", channel)

    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")
    await answer_from_background(person)

    assert "주간 보고서 요약" in (await person.sees("이렇게 이해했어요")).shown()


@pytest.mark.parametrize("elsewhere", ["C9", "D9"])
async def test_elsewhere_the_interview_goes_on_in_the_dm(slack: FakeSlack, bot: Container, elsewhere: str) -> None:
    person = Person(slack, "U1")
    slack.world.add_channel(elsewhere, "U1", with_bot=False)
    person.channel = elsewhere

    await person.slash("주간 보고서 요약")
    await slack.until(lambda: slack.called("response_url"))
    person.channel = slack.world.dm("U1")

    await person.sees("[질문 2]")
    assert "DM에서 이어갈게요" in slack.called("response_url")[0]["text"]
    assert slack.called("response_url")[0]["response_type"] == "ephemeral"


async def test_a_mention_starts_in_the_thread_of_the_message(slack: FakeSlack, bot: Container, channel: str) -> None:
    person = Person(slack, "U1", channel)

    await person.mention("회의록을 정리해줘")
    asked = await person.sees("[질문 2]")

    assert asked.thread_ts == person.thread
    await person.say("총무팀입니다")
    await person.sees("[질문 3]")


async def test_a_mention_in_an_interview_is_an_answer_once(slack: FakeSlack, bot: Container, channel: str) -> None:
    person = Person(slack, "U1", channel)
    await person.mention("회의록을 정리해줘")
    await person.sees("[질문 2]")

    await person.mention("총무팀입니다")
    await person.say("<@U0BOT> 총무팀입니다")  # Slack sends the same message as `message`, too
    await person.sees("[질문 3]")
    await person.say("뒤로")

    await person.sees("[질문 2]", count=2)


@pytest.mark.parametrize("hello", ["안녕하세요", "hi"])
async def test_a_hello_in_the_dm_is_no_purpose(slack: FakeSlack, bot: Container, hello: str) -> None:
    person = Person(slack, "U1")

    await person.say(hello)

    await person.sees("[질문 1]")


async def test_the_shortcut_starts_in_the_dm(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.shortcut(START)

    await person.sees("[질문 1]")


async def test_the_message_shortcut_opens_the_form_with_the_message(
    slack: FakeSlack, bot: Container, channel: str
) -> None:
    person, other = Person(slack, "U1", channel), Person(slack, "U2", channel)
    posted = Message("1.5", other.id, "분기 실적 &amp; 전망을 <@U1> 정리해 주세요", channel)

    await person.shortcut(FROM_MESSAGE, on=posted)
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(
        person.modal(), background="기획팀", form="table", length="short", language="korean", level="expert"
    )

    person.channel = slack.world.dm("U1")
    assert "분기 실적 &amp; 전망을 @… 정리해 주세요" in (await person.sees("이렇게 이해했어요")).shown()


async def test_a_long_message_becomes_the_reference(slack: FakeSlack, bot: Container, channel: str) -> None:
    person = Person(slack, "U1", channel)

    await person.shortcut(FROM_MESSAGE, on=Message("1.5", "U2", "첫 줄\n둘째 줄\n" + "가" * 600, channel))
    await slack.until(lambda: slack.called("views.open"))

    shown = {block["block_id"]: block["element"] for block in person.modal()["blocks"] if block["type"] == "input"}
    assert shown["reference"]["initial_value"].startswith("첫 줄\n둘째 줄")
    assert "initial_value" not in shown["purpose"]


async def test_the_app_home_offers_all(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    await person.press_home("새 프롬프트 만들기")
    await person.sees("[질문 1]")
    await person.press_home("설정")
    await person.sees("어느 언어로")
    await person.press_home("만든 프롬프트")
    await person.sees("아직 만든 프롬프트가 없어요")
    await person.press_home("한 번에 작성하기")
    await slack.until(lambda: slack.called("views.open"))


@pytest.mark.parametrize("word", ["help", "도움말"])
async def test_help(slack: FakeSlack, bot: Container, word: str) -> None:
    await Person(slack, "U1").slash(word)

    await slack.until(lambda: slack.called("response_url"))
    assert "/promptgen" in slack.called("response_url")[0]["text"]


async def test_the_list_names_what_was_made(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.slash("목록")

    await slack.until(lambda: slack.called("response_url"))
    assert "주간 보고서를 요약해줘" in str(slack.called("response_url")[0]["blocks"])


async def test_the_list_names_what_is_not_finished_too(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("분기 실적을 정리해줘")
    await person.sees("[질문 2]")

    await person.slash("목록")

    await slack.until(lambda: slack.called("response_url"))
    (_, row) = slack.called("response_url")[0]["blocks"]
    assert "분기 실적을 정리해줘" in str(row)
    assert "버전" not in str(row)


async def test_restore_by_command_shows_the_values_to_their_owner_alone(
    slack: FakeSlack, bot: Container, channel: str
) -> None:
    person = Person(slack, "U1", channel)
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")

    await person.slash("복원")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="{이름1} 님께 전화하세요: {전화번호1}")

    restored = await person.sees("실제 값을 넣은 답변")
    assert restored.only_to == "U1"
    assert "박지훈 님께 전화하세요: 010-2345-6789" in restored.shown()


async def test_restore_without_a_prompt_says_so(slack: FakeSlack, bot: Container) -> None:
    await Person(slack, "U1").slash("restore")

    await slack.until(lambda: slack.called("response_url"))
    assert "먼저 프롬프트를" in slack.called("response_url")[0]["text"]


@pytest.mark.parametrize("word", ["forget", "내 데이터 삭제"])
async def test_forget_asks_and_then_leaves_nothing(slack: FakeSlack, bot: Container, word: str) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.slash(word)
    await person.sees("모두 지울까요")
    await person.press("확인")
    await person.sees("모두 지웠어요")

    with bot.store.begin() as transaction:
        assert transaction.sessions_of("U1", "slack", "T0PROMPTGEN") == []


async def test_after_forget_no_byte_is_left_on_the_disk(slack: FakeSlack, bot: Container, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    await make_prompt(person, f"{_UNIQUE} 행사 안내문을 써줘")
    assert _UNIQUE.encode() in stored_in(tmp_path)

    await person.slash("forget")
    await person.sees("모두 지울까요")
    await person.press("확인")
    await person.sees("모두 지웠어요")

    assert _UNIQUE.encode() not in stored_in(tmp_path)


async def test_forget_works_for_somebody_who_never_had_an_interview(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.slash("forget")
    await person.sees("모두 지울까요")
    await person.say("확인")

    await person.sees("모두 지웠어요")


async def test_export_hands_all_data_over_in_the_dm(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.slash("export")

    await slack.until(lambda: any(file.name.endswith(".json") for file in slack.world.files.values()))
    await slack.until(lambda: any(b"010-2345-6789" in file.content for file in slack.world.files.values()))


async def test_settings_change_the_language(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    await person.press_home("설정")
    await person.sees("어느 언어로")

    await person.press("English")

    await person.sees("I will speak English")
    await person.sees("[Question 2]")


async def test_settings_ask_for_consent_where_training_data_is_collected(slack: FakeSlack, bot: Container) -> None:
    bot.chat._collects = True
    person = Person(slack, "U1")
    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    await person.press_home("설정")
    await person.sees("어느 언어로")

    await person.press("학습 데이터")
    await person.sees("도움을 주시겠어요")
    await person.press("동의해요")
    await person.sees("가려진 프롬프트만")
    await person.press("동의 철회")

    await person.sees("학습 데이터에 넣지 않아요")


async def test_the_slack_locale_is_spoken(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1", locale="en-GB")

    await person.say("hello")

    await person.sees("[Question 1]")


_UNIQUE = "수선화팔구공"


async def test_settings_speak_of_no_training_data_where_none_is_collected(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    await person.press_home("설정")
    assert "학습 데이터" not in str((await person.sees("어느 언어로")).blocks)
