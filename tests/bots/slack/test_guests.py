"""A guest of another company has an interview of their own, and reaches nothing of the host's team."""

import json
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bots.container import Container
from bots.slack.control_codes import control_code
from bots.slack.places import is_guest, workspace_of
from core.conversation.control_names import Control
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack import payloads
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start
from tests.fakes.slack.world import TEAM, Message, Payload

_GUEST = "T0GUEST"


async def share_something(slack: FakeSlack) -> None:
    host = Person(slack, "U1")
    await make_prompt(host)
    await host.say("저장 내부 요약")
    await host.press("팀과 공유", on=await host.sees("이름은 ‘보관함 1 이름"))
    await host.sees("팀과 공유 중")


@pytest.fixture
async def guest(slack: FakeSlack, bot: Container) -> Person:
    slack.world.add_channel("C1", "U1", "U2")
    await share_something(slack)
    guest = Person(slack, "U2", "C1", team=_GUEST)
    await guest.mention("주간 보고서를 요약해줘")
    await guest.sees("[질문 2]")
    return guest


async def finish(guest: Person) -> None:
    await guest.say("저는 협력사입니다")
    await guest.sees("[질문 3]")
    for answer, shown in (
        ("표", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("전문가", "AI가 참고할"),
        ("건너뛰기", "이렇게 이해했어요"),
        ("만들기", "완성 프롬프트 · 버전 1"),
    ):
        await guest.say(answer)
        await guest.sees(shown)


@pytest.mark.parametrize("asked", ["팀 보관함", "보관함 1", "보관함"])
async def test_they_see_nothing_of_the_library(slack: FakeSlack, guest: Person, asked: str) -> None:
    await finish(guest)
    seen = len(guest.seen)

    await guest.say(asked)
    await slack.until(lambda: len(guest.seen) > seen)

    assert "내부 요약" not in "\n".join(one.shown() for one in guest.seen)


async def test_nor_does_another_process_show_it(slack: FakeSlack, tmp_path: Path) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    guest = Person(slack, "U2", "C1", team=_GUEST)
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            await share_something(slack)
            await guest.mention("주간 보고서를 요약해줘")
            await guest.sees("[질문 2]")
        await slack.disconnected()
        with parts.store.begin() as transaction:
            (held,) = transaction.sessions_of("U2", "slack", TEAM)

    assert held.place.guest


async def test_their_answers_come_by_typing_button_and_modal(slack: FakeSlack, guest: Person) -> None:
    await guest.press("답하기")
    await slack.until(lambda: slack.called("views.open"))
    await guest.submit(guest.modal(), text1="저는 협력사입니다")
    await guest.sees("[질문 3]")
    await guest.press("표")
    await guest.sees("[질문 4]")
    await guest.say("보통")

    await guest.sees("[질문 5]")


async def test_they_are_offered_no_sharing_and_share_nothing_when_they_ask(slack: FakeSlack, guest: Person) -> None:
    await finish(guest)
    await guest.say("저장 내 요약")
    await guest.sees("이름은 ‘보관함")
    elements = [element for one in guest.seen for element in one.elements()]
    offered = {element["text"]["text"] for element in elements if "text" in element}
    assert {"다듬기", "저장"} <= offered
    assert not {"공유", "팀과 공유", "팀 보관함"} & offered

    prompt = await guest.sees("완성 프롬프트 · 버전 1")
    (refine,) = (one for one in prompt.elements() if one.get("text", {}).get("text") == "다듬기")
    forged = json.loads(json.dumps(refine).replace(control_code(Control.REFINE), control_code(Control.SHARE)))
    await slack.deliver(
        "interactive", payloads.of_guest(payloads.block_actions("U2", prompt, forged, "forged", ""), _GUEST)
    )
    await guest.sees("다른 회사에서 오신 분은")

    await guest.say("보관함 1 공유")
    await guest.sees("공유할 팀이 없는 곳")

    host = Person(slack, "U1")
    await host.slash("팀 보관함")
    await host.sees("내부 요약")
    assert "내 요약" not in "\n".join(one.shown() for one in host.seen)


@pytest.mark.parametrize(
    ("payload", "workspace", "guest"),
    [
        (payloads.event_callback({"user_team": TEAM}, "Ev1"), TEAM, False),
        (payloads.of_guest(payloads.event_callback({}, "Ev1"), _GUEST), TEAM, True),
        (payloads.shortcut("U1", "t", "c"), TEAM, False),
        (
            payloads.of_guest(payloads.block_actions("U2", Message("1.1", "U0BOT", "", "C1"), {}, "t", ""), _GUEST),
            TEAM,
            True,
        ),
        (payloads.of_guest(payloads.view_submission("U2", {"id": "V1"}, {}, "t"), _GUEST), TEAM, True),
        # Workspaces of one organization belong to one company.
        (
            {
                "type": "block_actions",
                "enterprise": {"id": "E1"},
                "team": {"id": "T1", "enterprise_id": "E1"},
                "user": {"team_id": "E1"},
                "message": {"team": "T2"},
            },
            "T1",
            False,
        ),
        ({"team_id": "T1", "authorizations": [{"team_id": None}], "event": {}}, "T1", False),
        ({"team_id": "T1", "user_id": "U1"}, "T1", False),
    ],
)
def test_whose_guest_somebody_is(payload: Payload, workspace: str, guest: bool) -> None:  # noqa: FBT001 - a column
    assert (workspace_of(payload), is_guest(payload)) == (workspace, guest)
