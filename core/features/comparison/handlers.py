"""Comparing: the same brief answered in several ways, voted on before it is said which was which."""

from dataclasses import dataclass, replace
from typing import Final

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.model_replies import ShowTrial
from core.conversation.replies import Reply, Tell, TellEnded
from core.conversation.session import Session
from core.conversation.step import Effect, Step, done, wait_for
from core.features.comparison.comparison import (
    LETTERS,
    PROMPTS,
    Comparison,
    ComparisonJob,
    Comparisons,
    open_comparisons,
    shuffled,
)
from core.features.comparison.events import Compared, CompareRequested, Voted
from core.features.comparison.replies import ShowVerdict
from core.ports.counters import Contender
from core.ports.effects import EffectContext


@dataclass(frozen=True, slots=True)
class VoteTaken(Effect):
    """The figures of the comparison are to be kept, with what was voted for."""

    comparison: Comparison

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Keep the figures; the answers themselves are not among them."""
        comparison = self.comparison
        contenders = tuple(
            Contender(arm, trial.model, trial.figures, is_chosen=LETTERS[place] == comparison.chosen)
            for place, (arm, trial) in enumerate(zip(comparison.arms, comparison.trials, strict=True))
        )
        context.transaction.note_vote(context.held, contenders)
        return step


_AFTER: Final = (Control.COMPARE, Control.TRY, Control.REFINE)
_VOTES: Final = (Control.VOTE_A, Control.VOTE_B, Control.VOTE_C, Control.VOTE_D)
_FEWEST: Final = 2


def begin(session: Session, event: CompareRequested) -> Step:
    """Begin to compare, or ask what: there is a choice where there are several models."""
    if not event.around.models:
        return Step(session, (Tell("try.nowhere"),))
    if session.in_use is None:
        return Step(session, (Tell("nothing_here", refuses=True),))
    several = len(event.around.models) >= _FEWEST
    if event.models is None and several:
        return Step(session, (Tell("compare.which", controls=(Control.COMPARE_PROMPTS, Control.COMPARE_MODELS)),))
    if event.models and not several:
        return Step(session, (Tell("compare.one_model", controls=(Control.COMPARE_PROMPTS,)),))
    arms = event.around.models[: len(LETTERS)] if event.models else PROMPTS
    order = shuffled(arms, f"{session.id}:{session.job_seq + 1}")
    comparing = _with(session, *open_comparisons(session), Comparison(order, models=bool(event.models)))
    return wait_for(comparing, ComparisonJob.COMPARE, "compare.progress")


def finish(session: Session, event: Compared) -> Step:
    """Show the answers by letters and ask for a vote; with fewer than two there is nothing to vote on."""
    before = open_comparisons(session)
    if not before or sum(bool(trial.answer) for trial in event.trials) < _FEWEST:
        fault = next((trial.fault for trial in event.trials if trial.fault), "empty")
        return _without(session, TellEnded("compare.too_few"), Tell(f"try.fault.{fault}", controls=_AFTER))
    comparison = before[-1].with_figures(event.trials)
    shown = tuple(
        ShowTrial(trial, letter=letter) for letter, trial in zip(LETTERS, event.trials, strict=False) if trial.answer
    )
    votes = tuple(vote for vote, trial in zip(_VOTES, event.trials, strict=False) if trial.answer)
    asked = Tell("compare.vote", controls=(*votes, Control.VOTE_TIE))
    return Step(done(_with(session, *before[:-1], comparison)), (*shown, asked))


def vote(session: Session, event: Voted) -> Step:
    """Take a vote, and say which was which; the figures are kept elsewhere."""
    before = open_comparisons(session)
    open_one = before[-1] if before else None
    if open_one is None or not open_one.is_open:
        return Step(session, (Tell("compare.over", controls=(Control.COMPARE,)),))
    decided = replace(open_one, chosen=event.choice)
    verdict = ShowVerdict(decided, _AFTER, session.current_version)
    return Step(_with(session, *before[:-1]), (verdict,), (VoteTaken(decided),))


def stop(session: Session, _event: Event) -> Step:
    """Stop waiting for the answers."""
    return _without(session, TellEnded("compare.cancelled", controls=_AFTER))


def _without(session: Session, *replies: Reply) -> Step:
    """Return without the comparison that came to nothing."""
    return Step(done(_with(session, *open_comparisons(session)[:-1])), replies)


def _with(session: Session, *comparisons: Comparison) -> Session:
    return session.keeping(Comparisons(comparisons)) if comparisons else session.without(Comparisons)
