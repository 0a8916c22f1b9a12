"""The prompt as a whole: asked of models that have shown that they keep to the brief's language."""

from dataclasses import replace
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.digest import said
from core.prompting.guard import Candidate, Rule, violations
from core.prompting.instructions import WHOLE
from core.prompting.polish import worse
from core.prompting.polished import Decision, Part, Reason
from core.prompting.request import ModelAnswer, ModelRequest

LONGEST: Final = 4_000
"""A longer prompt carries material; it is worded part by part, so that the material stays as it was given."""

_OF_SINGLE_WORDINGS: Final = frozenset({Rule.LAYOUT, Rule.ANSWERED})
_TOKENS_PER_CHARACTER: Final = 1.5


def whole_request(composition: Composition, brief: Brief) -> ModelRequest:
    """Return the request for a wording of the whole prompt."""
    instruction = WHOLE[brief.locale]
    return ModelRequest(
        prompt=MaskedText(f"{instruction}\n\n{composition.prompt}"),
        max_tokens=int(len(composition.prompt) * _TOKENS_PER_CHARACTER),
        shared=len(instruction),
    )


def settle_whole(brief: Brief, composition: Composition, answer: ModelAnswer | Reason) -> tuple[Composition, Decision]:
    """Return the prompt that stands: the model's, or the composition's when anything speaks against it."""
    if isinstance(answer, Reason):
        return composition, Decision(Part.WHOLE, (answer,))
    prompt = MaskedText(answer.text.strip())
    if prompt == composition.prompt:
        return composition, Decision(Part.WHOLE, (Reason.UNCHANGED,))
    candidate = Candidate(prompt, composition.prompt, said(brief), finished=answer.finished)
    if broken := tuple(rule for rule in violations(candidate, brief.locale) if rule not in _OF_SINGLE_WORDINGS):
        return composition, Decision(Part.WHOLE, broken)
    if _headings(prompt) != _headings(composition.prompt):
        return composition, Decision(Part.WHOLE, (Reason.CONTRACT,))
    if reasons := worse(prompt, composition.prompt, brief):
        return composition, Decision(Part.WHOLE, reasons)
    return replace(composition, prompt=prompt), Decision(Part.WHOLE)


def _headings(prompt: str) -> list[str]:
    return [line for line in prompt.splitlines() if line.startswith("[")]
