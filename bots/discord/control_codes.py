"""What a control carries: a short code as its `custom_id` or value, read back though the process that wrote it is gone.

`choose:form:table`, `question:back`, `control:generate`, `edit:length`, `keep:{이름1}`, `version:2`, `rate:good:2`
are events of the conversation. `answer:purpose` and `form:2` open an input and name what was sent in it; `dm` and
`share` are Discord's own.
"""

from typing import Final

from bots.shared.custom_ids import event_of, is_slot
from core.conversation.control_names import Control
from core.conversation.events import Event, FormRequested
from core.conversation.inputs import InterviewInput
from core.conversation.questions import Key

_GAP: Final = "gap-"
DM: Final = "dm"
SHARE: Final = "share"
"""That a prompt is shared, once that was asked."""

WISH: Final = InterviewInput.WISH
SAY: Final = "say"
"""What is said in a rehearsal: to choose somebody, to say what to bring across, to talk."""

TYPED: Final = "typed"
"""What would be typed where that can be read."""

VALUE: Final = "value"
"""What stands in an open place of a saved prompt."""

PASTE: Final = InterviewInput.PASTE
"""An AI's answer, wherever the interview stands."""

REPLY: Final = "reply"
"""An AI's answer, when the interview has asked for it."""


def control_code(control: Control, *, on_question: bool = False) -> str:
    """Return the code of a control; one on a question is spent when it was pressed."""
    return f"{'question' if on_question else 'control'}:{control}"


def answer_code(target: str) -> str:
    """Return the code that opens an input: for an answer by its key, a wish, an AI's answer, or any reply."""
    return f"answer:{target}"


def form_code(page: int) -> str:
    """Return the code of a page of the form, on the button that opens it as on the form itself."""
    return f"form:{page}"


def rest_of(code: str, kind: str) -> str:
    """Return what follows the kind in a code of that kind; empty for any other."""
    found, _, rest = code.partition(":")
    return rest if found == kind else ""


def key_of(code: str) -> Key | None:
    """Return the question that an input is for; None for any other code."""
    name = rest_of(code, "answer")
    return Key(name) if name in set(Key) else None


def gap_target(slot: str) -> str:
    """Return what an input for a gap is for."""
    return f"{_GAP}{slot}"


def slot_of(code: str) -> str:
    """Return the slot of the gap that an input is for; empty for any other code."""
    name = rest_of(code, "answer")
    slot = name.removeprefix(_GAP)
    return slot if name.startswith(_GAP) and is_slot(slot) else ""


def is_input(code: str) -> bool:
    """Say whether it opens an input for the question that it stands beneath."""
    return key_of(code) is not None or bool(slot_of(code))


def is_spent(code: str) -> bool:
    """Say whether the controls beside it have served once it was pressed, or its input was sent."""
    return code.startswith(("choose:", "said:", "question:", "gap:")) or is_input(code)


def is_answer(code: str) -> bool:
    """Say whether it answers the question that it stands beneath."""
    return code.startswith(("choose:", "said:", "gap:"))


def read_code(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, or of a control that only Discord can carry out."""
    return FormRequested() if rest_of(code, "form") else event_of(code)
