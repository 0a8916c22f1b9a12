"""The library on Slack: kept in a window, found by the command, used by buttons; its owner alone sees it."""

from bots.container import Container
from tests.bots.slack.walks import answer_from_background, make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


async def test_a_prompt_is_kept_found_and_used(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.press("저장")
    await slack.until(lambda: slack.called("views.open"))
    await person.submit(person.modal(), text1="김서연 주간 요약", text2="보고, #주간")
    kept = await person.sees("이름은 ‘보관함 1 이름")
    assert "{이름2} 주간 요약" in kept.shown()
    assert "#보고 · #주간" in kept.shown()
    assert "[작업]" not in kept.shown(), "the prompt stands right above"

    await person.slash("보관함 ㅈㄱ")
    await person.sees("1. *{이름2} 주간 요약*")
    await person.press("열기")
    await person.press("쓰기", on=await person.sees("이름은 ‘보관함 1 이름", count=2))
    await person.sees("‘이름1’에 넣을 내용")
    await person.say("이영희")
    await person.say("010-8765-4321")
    await person.sees("요약할 글")
    await person.say("건너뛰기")
    filled = await person.sees("값을 넣은 프롬프트")
    assert all(text in filled.shown() for text in ("이영희", "010-8765-4321"))

    await person.press("내보내기", on=await person.sees("1. *{이름2} 주간 요약*"))
    await slack.until(lambda: slack.called("files.completeUploadExternal"))
    await person.press("삭제", on=kept)
    await person.sees("아직 보관한 프롬프트가 없어요")


async def test_in_a_channel_only_its_owner_sees_it_and_the_team_what_is_shared(
    slack: FakeSlack, bot: Container
) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    owner, other = Person(slack, "U1", "C1"), Person(slack, "U2")
    await owner.slash("주간 보고서 요약")
    await owner.sees("[질문 2]")
    await answer_from_background(owner)
    await owner.say("만들기")
    await owner.sees("완성 프롬프트 · 버전 1")
    await owner.say("저장 요약")
    kept = await owner.sees("이름은 ‘보관함 1 이름")
    assert kept.only_to == "U1"

    await other.slash("팀 보관함")
    await other.sees("팀과 공유한 프롬프트가 아직 없어요")
    await owner.press("팀과 공유", on=kept)
    await owner.sees("팀과 공유 중")
    await other.slash("팀 보관함")
    shared = await other.sees("1. *요약*")
    await other.press("열기", on=shared)
    opened = await other.sees("쓸 때마다 채울 곳")
    assert "삭제" not in str(opened.blocks)
    assert "박지훈" not in opened.shown()


async def test_a_prompt_is_opened_again_from_the_list_and_from_the_home(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    await person.say("처음부터")
    await person.say("회의록 정리해 줘")
    await person.sees("[질문 2]")

    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    shown = str(slack.world.homes["U1"])
    assert "회의록 정리해 줘" in shown
    assert "질문 2" in shown
    await person.press_home("열기")
    await person.sees("완성 프롬프트 · 버전 1", count=2)
    await person.press_home("이어서")
    await person.sees("[질문 2]", count=2)


async def test_a_list_says_when_and_leads_to_the_prompt(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    prompt = person.seen[-2]
    link = f"<https://t.slack.com/archives/{person.channel}/p{prompt.ts.replace('.', '')}|메시지로 가기>"

    await person.slash("목록")
    await slack.until(lambda: slack.called("response_url"))
    listed = str(slack.called("response_url")[-1]["blocks"])
    assert f"버전 1 · DM · 방금 · {link}" in listed

    await person.open_home()
    await slack.until(lambda: "U1" in slack.world.homes)
    assert link in str(slack.world.homes["U1"])


async def test_a_list_does_without_a_link_to_what_is_gone(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    slack.world.messages.remove(person.seen[-2])

    await person.slash("목록")
    await slack.until(lambda: slack.called("response_url"))

    listed = str(slack.called("response_url")[-1]["blocks"])
    assert "주간 보고서를 요약해줘" in listed
    assert "archives" not in listed


async def test_what_is_resumed_is_named_with_its_time(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await person.say("환영 이메일 써 줘")
    await person.say("기획팀이에요")
    await person.sees("[질문 3]")

    await person.shortcut("promptgen.start")

    assert "‘환영 이메일 써 줘’, 질문 3, 방금" in (await person.sees("쓰던 인터뷰가 있어요")).shown()


async def test_where_others_read_along_a_value_is_written_in_a_window(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")
    await person.say("저장 요약")
    await person.press("쓰기", on=await person.sees("쓸 때마다 채울 곳"))

    await person.press("답하기", on=await person.sees("‘이름1’에 넣을 내용"))
    await slack.until(lambda: slack.called("views.open"))
    window = person.modal()
    assert "‘이름1’에 넣을 내용" in str(window)
    await person.submit(window, text1="이영희")

    await person.sees("‘전화번호1’에 넣을 내용")
    assert not any("이영희" in message.shown() for message in slack.world.messages if message.only_to is None)
