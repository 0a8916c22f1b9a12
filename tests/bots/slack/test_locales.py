"""People are spoken to in their own language, also when Slack or the database could not tell it at first."""

from pathlib import Path

import pytest

from bots.container import Container
from tests.bots.slack.test_acknowledging import bot, locked
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault

__all__ = ["bot"]


@pytest.mark.parametrize("fault", [Fault(error="ratelimited"), Fault(status=503)])
async def test_a_question_that_failed_is_asked_again(slack: FakeSlack, bot: Container, fault: Fault) -> None:
    person = Person(slack, "U1", locale="en-US")
    slack.fail("users.info", fault)
    for times in (1, 2):
        await person.slash("list")
        await slack.until(lambda times=times: len(slack.called("response_url")) == times)  # type: ignore[misc]

    assert [answer["text"] for answer in slack.called("response_url")] == ["만든 프롬프트", "Your prompts"]


async def test_while_the_database_is_away_slack_is_asked(slack: FakeSlack, bot: Container, tmp_path: Path) -> None:
    person = Person(slack, "U1", locale="en-US")

    with locked(tmp_path):
        await person.slash("list")
        await slack.until(lambda: slack.called("response_url"))

    assert "Please try again in a moment" in slack.called("response_url")[0]["text"]
