"""The form: two pages, there and back, and what is too long or left open."""

from collections.abc import Iterator

import pytest

from bots.discord.form import PAGES, form_page, texts_in
from bots.discord.modals import single_input
from bots.discord.render_context import RenderContext
from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText, RawText
from core.values.locale import Locale
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.limits import modal_faults

FIRST = {
    "purpose": "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "background": "저는 한빛상사 박지훈 과장입니다. 010-2345-6789",
    "form": "연속 문장",
    "length": "보통 ~500자",
    "language": "한국어",
}
SECOND = {"level": "대학생", "tone": "다정하게"}


def _answers(length: int) -> Iterator[dict[Key, Answer]]:
    yield {}
    yield {key: Answer(MaskedText("가" * min(length, QUESTIONS[key].max_length))) for key in Key}
    yield {key: Answer(MaskedText("표"), next(iter(QUESTIONS[key].choices), None)) for key in Key}


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("length", [1, 100, 4_000, 4_001, 20_000])
def test_no_page_breaks_a_limit_whatever_the_answers(locale: Locale, length: int) -> None:
    for answers in _answers(length):
        for page in range(1, len(PAGES) + 1):
            assert modal_faults(form_page(page, answers, RenderContext(locale))) == []


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("target", [*Key, "wish", "paste", "reply"])
def test_no_single_input_breaks_a_limit(locale: Locale, target: str) -> None:
    assert modal_faults(single_input(target, RenderContext(locale))) == []


def test_a_text_too_long_for_an_input_is_left_as_it_is() -> None:
    answers = {Key.REFERENCE: Answer(MaskedText("가" * 4_001))}
    field = form_page(2, answers, RenderContext(Locale.KO))["components"][1]["component"]
    assert [option["label"] for option in field["options"]] == ["지금 내용 그대로 두기", "건너뛰기"]
    assert texts_in([{"type": 18, "component": {"custom_id": "reference", "type": 21, "value": "="}}]) == {}
    cleared = texts_in([{"type": 18, "component": {"custom_id": "reference", "type": 21, "value": "-"}}])
    assert cleared == {Key.REFERENCE: RawText("")}


async def test_the_whole_interview_by_form_in_the_dm(bot: Bot) -> None:
    person = bot.fake.person()
    first = await person.submit(await person.command(way="form"), FIRST)
    assert "앞부분을 저장했어요" in words(first.ephemeral[0])
    second = await person.press(first.ephemeral[0], "이어서 작성하기 (2/2)")
    await person.submit(second, SECOND | {"file": [("참고.txt", "회의는 3시, 박지훈".encode())]})
    shown = await Screen(person, person.dm).shows("참고 자료를 받았어요", "회의는 3시, {이름2}", "다정하게", "만들기")
    assert "연속 문장" in shown


async def test_an_introduction_may_be_left_out_of_the_form(bot: Bot) -> None:
    person = bot.fake.person()
    first = await person.submit(await person.command(way="form"), {**FIRST, "background": ""})
    second = await person.press(first.ephemeral[0], "이어서 작성하기 (2/2)")
    await person.submit(second, SECOND)
    await Screen(person, person.dm).shows("이렇게 이해했어요", "건너뜀", "다정하게")


async def test_in_a_server_the_form_is_seen_by_nobody_else_and_goes_on_in_a_thread(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    opened = await person.command(channel=channel, way="form")
    sent = await person.submit(opened, FIRST)
    thread = person.thread_of(channel)
    assert f"<#{thread.id}>" in words(sent.ephemeral[0])
    screen = Screen(person, thread)
    await screen.shows("[질문 6]")
    await screen.use("이어서 작성하기 (2/2)")
    assert screen.modal is not None
    await person.submit(screen.modal, SECOND)
    screen.modal = None
    shown = await screen.shows("이렇게 이해했어요", "{이름1}", "다정하게")
    assert [name for name in ("김서연", "박지훈", "010-2345") if name in shown] == []


async def test_it_is_switched_both_ways_and_nothing_is_lost(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    await person.say("주간 보고서 요약해 줘")
    await screen.shows("[질문 2]")
    await screen.use("한 번에 작성하기")
    assert screen.modal is not None
    fields = {part["component"]["custom_id"]: part["component"] for part in (screen.modal.modal or {})["components"]}
    assert fields["purpose"]["value"] == "주간 보고서 요약해 줘"
    await person.submit(
        screen.modal, {**FIRST, "purpose": "주간 보고서 요약해 줘", "language": "기타 (다음 질문에서 적기)"}
    )
    screen.modal = None
    await screen.shows("[질문 5]")
    await person.say("일본어")
    await screen.shows("[질문 6]")
    await person.say("대학생")
    await person.say("없음")
    shown = await screen.shows("이렇게 이해했어요")
    assert "주간 보고서 요약해 줘" in shown
    assert "일본어" in shown


async def test_asked_for_by_typing_it_opens_at_a_press(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    await person.say("주간 보고서 요약해 줘")
    await quiet()
    await person.say("한 번에 작성하기")
    await screen.shows("폼 열기")
    await screen.use("한 번에 작성하기")
    assert screen.modal is not None


async def test_what_is_typed_beside_files_is_kept_with_them(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="주간 보고서 요약해 줘")
    screen = Screen(person, person.thread_of(channel))
    await screen.shows("[질문 2]")
    for answer in ("저는 기획팀입니다", "표", "보통", "한국어", "대학생"):
        await quiet()
        await person.say(f"<@{bot.fake.world.bot}> {answer}", screen.channel)
    await screen.shows("추가해주세요")

    opened = await person.press(screen.newest("답하기"), "답하기")
    files = [("회의.txt", "결론은 9월입니다.".encode()), ("가짜.exe", b"MZ")]
    await person.submit(opened, {"text": "지난 보고서처럼", "file": files})

    await screen.shows("이렇게 이해했어요", "지난 보고서처럼", "결론은 9월입니다", "가짜.exe")
