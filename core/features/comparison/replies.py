"""What is shown of a comparison."""

from dataclasses import dataclass

from core.conversation.control_names import Control
from core.conversation.replies import Reply
from core.features.comparison.comparison import Comparison


@dataclass(frozen=True, slots=True)
class ShowVerdict(Reply):
    """Say which answer was which, and how each did, after the vote."""

    comparison: Comparison
    controls: tuple[Control, ...] = ()
    version: int = 0

    @property
    def about_version(self) -> int:
        """The number of the version that is shown."""
        return self.version
