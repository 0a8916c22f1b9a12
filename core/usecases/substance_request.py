"""Asking for substance as soon as the answers are complete and looked over, and what the summary shows of it."""

from dataclasses import replace

from core.conversation.session import Phase, Session
from core.conversation.step import Step
from core.conversation.understood import Proposed
from core.features.registry import advance
from core.features.substance import SubstanceAsked, about, advice_of
from core.model_jobs.time_limits import MOST_REQUESTS
from core.privacy.vault import Vault
from core.sessions.briefing import brief_in
from core.sessions.visible_session import kept_labels


def with_substance(step: Step, vault: Vault, *, private: bool) -> Step:
    """Return the step at the summary with a model asked for what its answers lack, unless it was asked for that."""
    session = step.session
    brief = brief_in(session) if session.phase is Phase.SUMMARY else None
    if brief is None or about(brief) == advice_of(session).about or advice_of(session).number >= MOST_REQUESTS:
        return step
    asked = SubstanceAsked(about(brief), kept_labels(session.answers, vault) if private else ())
    return replace(step, session=advance(session, asked).session)


def proposals_of(session: Session) -> tuple[Proposed, ...]:
    """Return what a model proposes for the answers as they are."""
    advice = advice_of(session)
    return () if advice.awaited else advice.proposals
