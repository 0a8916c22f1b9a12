"""Slips that are set right in the same answer: 12월 5일에 해요 아 12월 5일이 아니라 12월 12일이야, 두 달 아니 석 달."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.corrections.replacement import replaced
from core.conversation.corrections.restarts import without_restarts
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText

_SET_RIGHT: Final = re.compile(
    r"(?:(?<=\s)|^)(?:아니?|아차|앗|참|어|oh|sorry|oops)[,.!]?\s(?P<said>[^.!?\n]{4,120})(?:[.!?](?=\s|$)|(?=\n|$))",
    re.IGNORECASE,
)
_NUMBER: Final = r"(?:[0-9][0-9,.:]{0,9}|(?<![가-힣])(?:한|두|세|네|석|넉|서너|너댓|다섯|여섯|일곱|여덟|아홉|열))"
_SAID_AGAIN: Final = re.compile(
    rf"{_NUMBER}\s?(?P<unit>[가-힣a-zA-Z%]{{1,2}}?)(?:에|이|로|이랑|인가|이었나)?,?\s"
    rf"(?:아 |아, )?(?:아니(?:다|지|야)?|no wait|actually no|no,? actually|i mean),?\s(?:참,?\s|솔직히\s|맞다\s)?"
    rf"(?P<right>{_NUMBER}\s?(?P=unit)(?![0-9]|(?:이|가)?\s?(?:말고|아니|대신)))",
    re.IGNORECASE,
)
"""An amount, and at once another of the same unit: 105동 아니 104동, 3 pm no wait 4 pm."""
_IN: Final = (Key.PURPOSE, Key.BACKGROUND)


def without_slips(answers: Mapping[Key, Answer]) -> Mapping[Key, Answer]:
    """Return the answers with what they set right themselves in its place; the correction is no fact beside it."""
    kept = dict(answers)
    for key in _IN:
        text = MaskedText("")
        if key in kept:
            text = MaskedText(without_restarts(_SAID_AGAIN.sub(r"\g<right>", kept[key].text)))
        if key in kept and text != kept[key].text:
            kept[key] = Answer(text)
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
