"""A generation counts who set to work on it, and after two that failed the composer finishes alone."""

import asyncio
from contextlib import suppress

import pytest

from core.conversation.replies import ShowPrompt
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.usecases.generation import Generation
from tests.core.conftest import Talk
from tests.core.usecases.test_generation import HeldAdvisor


class DeadlyAdvisor:
    """Fails of something that nobody foresaw, each time it is asked."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
        self.asked = 0

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        self.asked += 1
        raise self.error

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError()])
async def test_after_two_failed_attempts_the_composer_finishes_alone(talk: Talk, error: Exception) -> None:
    advisor = DeadlyAdvisor(error)
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    generating = str(talk.says("만들기").generating)
    for _ in range(2):
        with pytest.raises(type(error)):
            await talk.generation.run(generating)
        talk.clock.now += 6
    (made,) = await talk.generation.run(generating)
    assert advisor.asked == 2
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert made.outgoing.reply.version.model is None


async def test_what_a_killed_process_began_counts_and_what_was_given_up_does_not(talk: Talk) -> None:
    advisor = HeldAdvisor()
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    generating = str(talk.says("만들기").generating)
    for _ in range(3):  # told to end, as by a restart
        making = asyncio.create_task(talk.generation.run(generating))
        await advisor.begun()
        making.cancel()
        with suppress(asyncio.CancelledError):
            await making
    attempts = []
    for _ in range(3):  # killed: nobody gives the lease back
        with talk.store.begin() as transaction:
            held = transaction.claim(generating)
        assert held is not None
        attempts.append(held.attempt)
        talk.clock.now += 6
    assert attempts == [1, 2, 3]


async def test_the_next_prompt_is_a_new_beginning(talk: Talk) -> None:
    advisor = DeadlyAdvisor(MemoryError())
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    generating = str(talk.says("만들기").generating)
    with talk.store.begin() as transaction:
        transaction.claim(generating)
    talk.says("취소")
    again = str(talk.says("만들기").generating)
    with talk.store.begin() as transaction:
        held = transaction.claim(again)
    assert held is not None
    assert held.attempt == 1
