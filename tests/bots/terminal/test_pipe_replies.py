"""What a pipe is shown beside the prompt: failures, and what a line asked for."""

import pytest

from bots.shared.error_texts import WAITING, sentence_of
from bots.terminal.outbox import is_for_a_pipe
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import Key
from core.conversation.replies import Ask, Greet, Reply, ShowVersions, Tell
from core.errors import TextTooLong


@pytest.mark.parametrize(
    ("reply", "is_shown"),
    [
        (Greet(), False),
        (Ask(Key.FORM), False),
        (ShowProgress(), False),
        (Tell("refine.thanks"), False),
        (WAITING, True),
        (sentence_of(TextTooLong(max=1)), False),  # a person's to mend: the line is named instead
        (ShowVersions((), 1), True),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Reply) else "",
)
def test_a_pipe_is_shown_failures_and_what_was_asked_for(reply: Reply, *, is_shown: bool) -> None:
    assert is_for_a_pipe(reply) is is_shown
