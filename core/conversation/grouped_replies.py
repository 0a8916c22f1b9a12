"""What is shown together: sentences go into the message of the question that follows them, and one waits at a time."""

from collections.abc import Callable, Iterable
from typing import Final

from core.conversation.expected_input import Occasion
from core.conversation.replies import Greet, Prefaced, Propose, Reply, Tell, TellSettled
from core.conversation.session import Phase, Session

_OPEN: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS})


def carded(
    before: Session, after: Session, replies: Iterable[Reply], resume: Callable[[Session], tuple[Reply, ...]]
) -> tuple[Reply, ...]:
    """Return replies as messages: each question with the sentences before it, each sentence that waits as a proposal.

    Where something lay over a question, that one comes again, as `resume` shows it, for it had given way.
    """
    shown, was_covered = tuple(replies), before.uncovered is not before
    if was_covered and after.phase in _OPEN and not any(reply.waits for reply in shown):
        shown += resume(after)
    settles = after.phase is Phase.CANCELLED or (before.phase is Phase.CONFIRMING and after.uncovered is after)
    return _together(shown, settles=settles)


def _together(replies: Iterable[Reply], *, settles: bool) -> tuple[Reply, ...]:
    shown: list[Reply] = []
    said: list[Tell] = []
    for reply in replies:
        if isinstance(reply, Prefaced):
            shown.append(reply.prefaced(said))
            said = []
        elif isinstance(reply, Greet):
            said.append(Tell("greeting", occasion=Occasion.GREETING))
        elif type(reply) is Tell:
            said.append(reply)
        else:
            shown += [*(_alone(sentence, settles=settles) for sentence in said), reply]
            said = []
    return (*shown, *(_alone(sentence, settles=settles) for sentence in said))


def _alone(sentence: Tell, *, settles: bool) -> Tell:
    """Return a sentence as a message of its own: with controls it waits, unless it only says what came of something."""
    if settles:
        return sentence.become(TellSettled)
    return sentence.become(Propose) if sentence.controls else sentence
