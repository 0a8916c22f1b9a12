"""What the table of controls says of a control holds on Slack and Discord, which name none of it themselves."""

import pytest

from bots.discord.render_context import RenderContext
from bots.slack.confirm_dialog import control_button
from bots.slack.handlers.commands import command_in, start
from core.conversation.control_names import Control
from core.features.registry import CONTROLS
from core.values.locale import Locale


@pytest.mark.parametrize("control", CONTROLS.specs)
def test_slack_asks_about_what_asks_first(control: Control) -> None:
    spec = CONTROLS.specs[control]
    made = control_button(control, Locale.KO, risks_answers=True)
    assert ("confirm" in made) is bool(spec.asked_first and spec.event)


@pytest.mark.parametrize("control", CONTROLS.specs)
def test_discord_opens_what_is_written_into(control: Control) -> None:
    (button,) = RenderContext(Locale.KO).controls((control,))
    assert button.custom_id.startswith(("answer:", "form:")) is bool(CONTROLS.input(control))


@pytest.mark.parametrize("control", [spec.control for spec in CONTROLS.specs.values() if spec.for_person])
def test_what_is_for_a_person_is_a_command_of_slacks(control: Control) -> None:
    spec = CONTROLS.specs[control]
    for word in f"{spec.words}|{spec.commands}".strip("|").split("|"):
        assert command_in(word) is not start


def test_a_command_without_words_starts_an_interview() -> None:
    assert command_in("") is start
