"""Slips that are set right in the same answer: 12월 5일에 해요 아 12월 5일이 아니라 12월 12일이야."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.questions import Key
from core.conversation.replacing import replaced
from core.conversation.session import Answer
from core.privacy.text import MaskedText

_SET_RIGHT: Final = re.compile(
    r"(?:(?<=\s)|^)(?:아니?|아차|앗|참|어|oh|sorry|oops)[,.!]?\s(?P<said>[^.!?\n]{4,120})(?:[.!?](?=\s|$)|(?=\n|$))",
    re.IGNORECASE,
)
_IN: Final = (Key.PURPOSE, Key.BACKGROUND)


def without_slips(answers: Mapping[Key, Answer]) -> Mapping[Key, Answer]:
    """Return the answers with what they set right themselves in its place; the correction is no fact beside it."""
    kept = dict(answers)
    for key in _IN:
        text = kept[key].text if key in kept else MaskedText("")
        for slip in reversed(list(_SET_RIGHT.finditer(text))):
            said, before = MaskedText(slip["said"].strip()), text[: slip.start()].rstrip()
            known = kept | {key: Answer(MaskedText(before))}
            correction = replaced(known, said)
            if correction is None or key not in correction.changes:
                continue
            kept |= correction.changes
            behind = f"{correction.rest} {text[slip.end() :].lstrip(' ')}".strip(" ")
            end = "" if not behind or behind[0] == "\n" else " " if before[-1] in ".,!?" else ". "
            text = MaskedText(f"{kept[key].text}{end}{behind}")
            kept[key] = Answer(text)
    return kept
