"""What the library changes, or brings, beside the session."""

from dataclasses import dataclass, replace

from core.conversation.replies import Tell
from core.conversation.step import Effect, Step
from core.features.library.events import EntryBrought
from core.messages import team_of
from core.ports.effects import EffectContext
from core.ports.library import Amendment, Change, SavedPrompt
from core.sessions.visible_session import keep_hidden


@dataclass(frozen=True, slots=True)
class Keep(Effect):
    """A prompt is to be put into the library."""

    kept: SavedPrompt

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Put it there with everything masked, kept items too: a team may see it."""
        kept = keep_hidden(self.kept, context.held.vault, step.session.locale)
        context.transaction.save_prompt(kept, context.incoming.person, context.incoming.place)
        return step


@dataclass(frozen=True, slots=True)
class Fetch(Effect):
    """The prompt of an entry is to be brought."""

    number: int

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Bring it, if this person may see it here."""
        entries = context.transaction.entries(context.incoming.person, context.incoming.place)
        prompt = next((entry.prompt for entry in entries if entry.number == self.number), None)
        return context.advance(step.session, EntryBrought(prompt))


@dataclass(frozen=True, slots=True)
class Amend(Effect):
    """Something is to be done to an entry."""

    change: Change

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Change the entry; it is shared only where there is somebody to share with."""
        if self.change.amendment is Amendment.SHARE and not team_of(context.incoming.place):
            return replace(step, replies=(Tell("library.no_team"),))
        context.transaction.update_prompt(self.change, context.incoming.person, context.incoming.place)
        return step


@dataclass(frozen=True, slots=True)
class NeedsTeam(Effect):
    """What is asked makes sense only where there is a team."""

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Take back what was asked where there is nobody to share with."""
        if team_of(context.incoming.place):
            return step
        return replace(step, session=step.session.uncovered, replies=(Tell("library.no_team"),))
