"""Polishing: what a model is asked to word anew, and what of its wordings is taken."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.locale import Locale
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.contract import check
from core.prompting.digest import digest, said
from core.prompting.grammar import longest_answer, wording_pattern
from core.prompting.guard import Candidate, Rule, violations
from core.prompting.instructions import AGAIN, POLISHING, RULES, SENTENCE
from core.prompting.plan import Plan
from core.prompting.polished import Decision, Part, Reason
from core.prompting.request import ModelAnswer, ModelRequest
from core.prompting.score import score
from core.prompting.slots import Slots

_TOKENS_PER_CHARACTER: Final = {Locale.KO: 1.3, Locale.EN: 0.5}
_ROOM: Final = 24  # tokens


def parts(brief: Brief, composition: Composition) -> tuple[Part, ...]:
    """Return what may be worded anew: steps only where they are the composer's own."""
    slots = composition.slots
    own_steps = bool(slots.steps) and not brief.steps
    return (Part.ROLE, Part.TASK, *([Part.STEPS] if own_steps else []), *([Part.CRITERIA] if slots.criteria else []))


def polishing_request(
    part: Part, brief: Brief, composition: Composition, broken: tuple[Rule, ...] = ()
) -> ModelRequest:
    """Return the request for a wording of one part; `broken` names the rules that an earlier one broke."""
    original = words_of(composition.slots, part)
    instruction = POLISHING[brief.locale]
    asked, answered = SENTENCE[brief.locale]
    again = [AGAIN[brief.locale].format(rules=_named(broken, brief.locale))] if broken else []
    lines = [instruction, "", digest(brief), *again, f"[{asked}] {original}", f"[{answered}] "]
    return ModelRequest(
        prompt=MaskedText("\n".join(lines)),
        max_tokens=int(longest_answer(original) * _TOKENS_PER_CHARACTER[brief.locale]) + _ROOM,
        shared=len(instruction),
        regex=wording_pattern(original, f"{original}\n{said(brief)}", brief.locale),
    )


def judge(part: Part, answer: ModelAnswer, brief: Brief, composition: Composition) -> tuple[Rule | Reason, ...]:
    """Return what speaks against a wording of one part by itself; nothing when it may be tried in the prompt."""
    original = words_of(composition.slots, part)
    if answer.text.strip() == original:
        return (Reason.UNCHANGED,)
    data = "\n".join(filter(None, (brief.reference, brief.background, brief.example_input, brief.example_output)))
    return violations(Candidate(answer.text.strip(), original, said(brief), data, answer.finished), brief.locale)


def settle(
    brief: Brief, plan: Plan, composition: Composition, wordings: Mapping[Part, ModelAnswer | Reason]
) -> tuple[Composition, tuple[Decision, ...]]:
    """Put the wordings into the prompt one by one, as far as nothing speaks against them.

    A reason in place of a wording says why there is none.
    """
    decisions = []
    for part, answer in wordings.items():
        reasons, composition = _tried(part, answer, brief, plan, composition)
        decisions.append(Decision(part, reasons))
    return composition, tuple(decisions)


def worse(prompt: str, than: str, brief: Brief) -> tuple[Reason, ...]:
    """Return by which of the composer's own measures a prompt is worse than another."""
    if set(check(prompt, brief)) - set(check(than, brief)):
        return (Reason.CONTRACT,)
    return (Reason.SCORE,) if score(prompt, brief.locale).total < score(than, brief.locale).total else ()


def words_of(slots: Slots, part: Part) -> str:
    """Return the words of one part, a line for each step or criterion."""
    match part:
        case Part.ROLE:
            return slots.role
        case Part.TASK:
            return slots.task
        case Part.STEPS:
            return "\n".join(slots.steps)
        case Part.CRITERIA:
            return "\n".join(slots.criteria)
    raise ValueError(part)


def _tried(
    part: Part, answer: ModelAnswer | Reason, brief: Brief, plan: Plan, composition: Composition
) -> tuple[tuple[Rule | Reason, ...], Composition]:
    if isinstance(answer, Reason):
        return (answer,), composition
    if reasons := judge(part, answer, brief, composition):
        return reasons, composition
    polished = compose(brief, plan, _with_words(composition.slots, part, answer.text.strip()))
    if reasons := worse(polished.prompt, composition.prompt, brief):
        return reasons, composition
    return (), polished


def _with_words(slots: Slots, part: Part, words: str) -> Slots:
    lines = tuple(line.strip() for line in words.splitlines())
    match part:
        case Part.ROLE:
            return replace(slots, role=words)
        case Part.TASK:
            return replace(slots, task=words)
        case Part.STEPS:
            return replace(slots, steps=lines)
        case Part.CRITERIA:
            return replace(slots, criteria=lines)
    raise ValueError(part)


def _named(broken: tuple[Rule, ...], locale: Locale) -> str:
    return ", ".join(RULES[locale][rule] for rule in broken if rule in RULES[locale])
