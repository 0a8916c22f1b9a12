"""What a model does for a prompt, and what stands in its place where it is late or gone.

- The prompt: the rules' own, with no word of a model's.
- What the summary shows of it: nothing; its person is told nothing, and the prompt asks once more.
- A wish that the rules do not read: a question back.
- A job of a feature that fails says so itself: a trial tells of the fault, a rehearsal plays a stock line.
- After two attempts that took their process with them, all of this is done without a model.

How long it may take stands in `core/model_jobs/time_limits.py`; what people are told are the texts `by_rules.late`,
`try.fault.slow` and `rehearsal.fault.slow`.
"""

from collections.abc import Mapping
from dataclasses import replace

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.model_replies import ShowPartial
from core.conversation.prompt_events import RequestNotUnderstood
from core.conversation.questions import Key
from core.conversation.session import Answer, Session
from core.conversation.step import with_answers
from core.errors import ModelUnavailable
from core.features.substance import Advising, SubstanceFound, advice_of, is_answered
from core.ports import Advisor, Reviser, StoredSession
from core.ports.job import Commit, OnProgress
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.streamed_draft import OnDraft
from core.sessions.briefing import answers_of, brief_of
from core.sessions.visible_session import kept_labels, seen_there
from core.usecases.prompt_result import generated_by, with_dropped


class ModelFallback:
    """Lets a model do its part for a prompt, as far as there is one, and the rules where it does not."""

    def __init__(self, advisor: Advisor | None = None, reviser: Reviser | None = None) -> None:
        self._advisor = advisor
        self._advising = Advising(advisor) if advisor else None
        self._reviser = reviser

    async def make(self, held: StoredSession, show: OnProgress, *, alone: bool = False) -> Event:
        """Make the prompt; `alone`, the composer does it without a model. What a model writes is shown as it grows."""
        changes = (None if alone else await self._read_wish(held)) if held.session.needs_model else {}
        if changes is None:
            return RequestNotUnderstood()
        brief = _brief(replace(held, session=with_answers(held.session, changes)))
        composition = compose(brief)
        session = seen_there(held.session, held)
        advised = None if alone else await self._advised(session, brief, composition, _drafter(held, show))
        generated, advice = generated_by(composition, advised), advice_of(session)
        if advised and is_answered(advice, brief):
            generated = with_dropped(generated, advice.decisions)
        shown = kept_labels({**held.session.answers, **changes}, held.vault) if held.place.private else ()
        # What it saw before the summary was changed, it has seen.
        model, seen = generated.model or advice.model, dict.fromkeys((*shown, *advice.kept))
        return replace(generated, changes=changes, kept=tuple(seen), model=model)

    async def propose(self, held: StoredSession, *, alone: bool) -> Commit:
        """Ask for substance while the summary is read; where none comes, the prompt asks for it again."""
        asked = None
        if self._advising and not alone:
            try:
                return await self._advising.propose(held, _brief(held))
            except ModelUnavailable as error:
                asked = _asked_in_vain(error)
        return lambda after: (after, SubstanceFound(advice_of(held.session).about, model=asked))

    async def _advised(
        self, session: Session, brief: Brief, composition: Composition, on_draft: OnDraft
    ) -> Advised | None:
        """Return what a model has to say for the prompt; None where none was sent the answers."""
        if self._advisor is None or self._advising is None:
            return None
        try:
            advised = await self._advising.advise(session, brief, composition)
        except ModelUnavailable as error:
            advised = Advised(composition, _asked_in_vain(error) or "")
        written = await self._advisor.write(brief, advised, on_draft)
        return written if written.model else None

    async def _read_wish(self, held: StoredSession) -> Mapping[Key, Answer] | None:
        """Return the answers that the session's wish sets, as a model reads it; None if it makes nothing of it."""
        wish = held.session.instruction
        if self._reviser is None or wish is None:
            return None
        try:
            revision = await self._reviser.revise(_brief(held), wish)
        except ModelUnavailable:
            return None
        return answers_of(revision, held.session.answers, wish) or None


async def advised_by(advisor: Advisor, brief: Brief, composition: Composition) -> Advised:
    """Return the prompt with the substance that a model has added, and the model's own where it may stand.

    Raises:
        ModelUnavailable: It has nothing to say in its time.
    """
    try:
        advised = await advisor.advise(brief, composition)
    except ModelUnavailable:
        written = await advisor.write(brief, Advised(composition, ""))
        if written.whole is None:
            raise
        return written
    return await advisor.write(brief, advised)


def _asked_in_vain(error: ModelUnavailable) -> str | None:
    """Return the model that was sent the answers and did not answer; None where nothing was sent."""
    return str(error.details.get("asked", "")) or None


def _drafter(held: StoredSession, show: OnProgress) -> OnDraft:
    return lambda text: show(ShowPartial(text, (Control.CANCEL,), draft=True), held.vault)


def _brief(held: StoredSession) -> Brief:
    session = seen_there(held.session, held)
    brief = brief_of(session.answers, session.locale, session.document, session.prompt_language)
    return replace(brief, variant=session.variant)
