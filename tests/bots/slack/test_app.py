"""Starting the bot from the command line."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bots.slack.app import SLACK
from core.errors import SettingsError
from tests.fakes.slack.parts import settings_for
from tests.fakes.slack.server import FakeSlack, Fault

pytestmark = pytest.mark.slow

_NONE = {"SLACK_BOT_TOKEN": None, "SLACK_APP_TOKEN": None}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (_NONE, "SLACK_BOT_TOKEN, SLACK_APP_TOKEN"),
        (_NONE | {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        (_NONE | {"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
        (_NONE | {"SLACK_SIGNING_SECRET": "s", "SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET"),
        (_NONE | {"SLACK_SIGNING_SECRET": "s", "SLACK_CLIENT_SECRET": "x"}, "SLACK_BOT_TOKEN, SLACK_CLIENT_ID"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, given: dict[str, object], missing: str) -> None:
    with pytest.raises(SettingsError) as caught:
        SLACK.lifecycle.check(settings_for(tmp_path, "http://127.0.0.1/api/", **given))

    assert caught.value.details == {"names": missing}


@pytest.mark.parametrize(
    "given",
    [
        {},
        _NONE | {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"},
        _NONE | {"SLACK_SIGNING_SECRET": "s", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x"},
    ],
)
def test_what_is_enough(tmp_path: Path, given: dict[str, object]) -> None:
    SLACK.lifecycle.check(settings_for(tmp_path, "http://127.0.0.1/api/", **given))


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "PROMPTGEN_"))}
    return {**kept, "PROMPTGEN_DATA_DIR": str(tmp_path), **more}


def test_without_tokens_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bots", "slack"]

    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "SLACK_BOT_TOKEN" in done.stderr


async def test_a_token_that_slack_does_not_take_is_one_sentence(slack: FakeSlack, tmp_path: Path) -> None:
    slack.fail("auth.test", Fault(error="invalid_auth"))

    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bots",
        "slack",
        env=environment(
            tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", PROMPTGEN_SLACK_API_URL=slack.api_url
        ),
        stderr=subprocess.PIPE,
    )
    _, stderr = await asyncio.wait_for(process.communicate(), 60)

    assert process.returncode == 2
    assert "SLACK_BOT_TOKEN" in stderr.decode()
    assert "Traceback" not in stderr.decode()


def test_a_slack_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    given = environment(tmp_path, **tokens, PROMPTGEN_SLACK_API_URL="http://127.0.0.1:9/api/")
    command = [sys.executable, "-m", "bots", "slack"]

    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 1
    said = "promptgen: Slack에 연결할 수 없어요. 인터넷과 프록시 설정을 확인해 주세요."
    logged = [line for line in done.stderr.splitlines() if line != said]
    assert said in done.stderr.splitlines()
    assert [line.endswith("start failed code=platform_unreachable") for line in logged] == [True]


async def test_it_ends_when_it_is_told(slack: FakeSlack, tmp_path: Path) -> None:

    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bots",
        "slack",
        env=environment(
            tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", PROMPTGEN_SLACK_API_URL=slack.api_url
        ),
    )
    await slack.connected()

    process.send_signal(signal.SIGTERM)

    assert await asyncio.wait_for(process.wait(), 30) == 0
