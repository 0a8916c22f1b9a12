"""What a correction makes of the answers: those that it sets, and those that it takes away."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.events import AssumptionSettled, GapAnswered, Said
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.conversation.understood import Named, OtherWay, Removal
from core.privacy.text import MaskedText

Changes = Mapping[Key, Answer | None]
"""The answers that a wish sets; None takes one away."""

_ADDING: Final = re.compile(
    r"^(?:조건|제약|제한|기타 조건)(?:을|를)?\s?추가(?:해\s?줘)?\s?[:：]\s?"
    r"|^(?:add )?(?:condition|constraint)s?\s?:\s?",
    re.IGNORECASE,
)


def corrected(answers: Mapping[Key, Answer], event: Said) -> Changes | None:
    """Return what a text sets right: a contradiction, the kind of thing, an assumption, lines; None for none."""
    if event.other_way:
        return turned(answers, event.other_way)
    if event.named:
        return renamed(event.named)
    if event.settled:
        return settled(answers, event.settled)
    return removed(answers, event.gone, event.text) if event.gone else None


def unchanged(event: Said) -> str:
    """Return the id of the sentence that says why a text takes no line away."""
    return "line.fixed" if event.gone and event.gone.is_fixed else "line.unknown"


def renamed(named: Named) -> dict[Key, Answer | None]:
    """Return the answers that a text sets which names another kind of thing."""
    changes: dict[Key, Answer | None] = {Key.INTENT: Answer(MaskedText(named.kind.name), named.kind.id)}
    instead = {Key.PURPOSE: named.purpose, Key.FORM: named.form}
    return changes | {key: Answer(text) for key, text in instead.items() if text}


def settled(answers: Mapping[Key, Answer], event: AssumptionSettled) -> dict[Key, Answer | None]:
    """Return the answers that an assumption sets which was answered or taken away."""
    changes: dict[Key, Answer | None] = {}
    if event.assumed:
        changes[Key.LEFT_OUT] = more_left_out(answers, event.assumed)
    if event.line:
        changes[Key.CONSTRAINTS] = gathered(answers, event.line)
    return changes


def turned(answers: Mapping[Key, Answer], way: OtherWay | None) -> dict[Key, Answer | None]:
    """Return the answers that the other way of a contradiction sets; none where there is no such contradiction."""
    if way is None:
        return {}
    if way.form:
        return {Key.FORM: Answer(MaskedText(way.form), way.form)}
    if way.audience:
        return {Key.AUDIENCE: Answer(way.audience)}
    before = answers[Key.OTHER_WAYS].text.splitlines() if Key.OTHER_WAYS in answers else []
    kinds = [kind for kind in before if kind != way.kind] + ([] if way.taken else [way.kind])
    return {Key.OTHER_WAYS: Answer(MaskedText("\n".join(kinds))) if kinds else None}


def gap_settled(answers: Mapping[Key, Answer], event: GapAnswered) -> dict[Key, Answer | None]:
    """Return the answers that a gap sets: its line takes the place of what was answered to it before."""
    before = answers[Key.CONSTRAINTS].text.splitlines() if Key.CONSTRAINTS in answers else []
    others = [line for line in before if not (event.head and line.startswith(event.head))]
    lines = [*others, *([event.line] if event.line else [])]
    return {Key.CONSTRAINTS: Answer(MaskedText("\n".join(lines))) if lines else None}


def removed(answers: Mapping[Key, Answer], removal: Removal, text: MaskedText) -> dict[Key, Answer | None]:
    """Return the answers without the lines that a text takes away."""
    changes: dict[Key, Answer | None] = {}
    if removal.lines:
        changes[Key.LEFT_OUT] = more_left_out(answers, *removal.lines)
    if removal.bans:
        changes[Key.CONSTRAINTS] = gathered(answers, text)
    return changes


def more_left_out(answers: Mapping[Key, Answer], *lines: MaskedText) -> Answer:
    """Return the lines that are left out with more of them."""
    before = answers.get(Key.LEFT_OUT)
    known = before.text.splitlines() if before else []
    return Answer(MaskedText("\n".join(dict.fromkeys([*known, *lines]))))


def gathered(answers: Mapping[Key, Answer], text: MaskedText) -> Answer:
    """Return the constraints with one more, without the word that adds it (조건 추가: …)."""
    text = MaskedText(_ADDING.sub("", text) or text)
    before = answers.get(Key.CONSTRAINTS)
    known = before.text.splitlines() if before else []
    return Answer(MaskedText("\n".join(dict.fromkeys([*known, *text.splitlines()]))))
