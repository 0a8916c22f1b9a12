"""What is shown of a prompt that is taken along."""

from dataclasses import dataclass

from core.conversation.control_names import Control
from core.conversation.replies import Reply
from core.privacy.text import MaskedText
from core.values.choices import ExternalAssistant


@dataclass(frozen=True, slots=True)
class ShowTakeaway(Reply):
    """Hand over a version of the prompt as files, with links to the outside assistants that the operator allows.

    `external_text` is the prompt as it may leave for others, put in when it is sent: what its owner keeps as written is
    masked again. None: nothing may leave.
    """

    number: int
    prompt: MaskedText
    controls: tuple[Control, ...] = ()
    assistants: tuple[ExternalAssistant, ...] = ()
    external_text: MaskedText | None = None

    @property
    def about_version(self) -> int:
        """The number of the version that is shown."""
        return self.number
