"""A finished prompt as an event: what the rules and a model have made, and what came of its proposals."""

from collections.abc import Sequence
from dataclasses import replace

from core.conversation.prompt_events import Generated
from core.conversation.session import Improvement
from core.features.substance import record_of
from core.privacy.text import MaskedText
from core.prompting.compose import Composition
from core.prompting.model.advised_prompt import Advised, Proposal, ProposalKind, kept
from core.prompting.writing.sections import Heading


def generated_by(composition: Composition, advised: Advised | None) -> Generated:
    """Return the result; where a model has written the prompt, the composer's own comes before it."""
    judged = advised.proposals if advised else ()
    proposals = [each for each in judged if each.part is not ProposalKind.QUESTIONS or not each.is_kept]
    written = [each for each in proposals if each.part is ProposalKind.PROMPT]
    composed = _result(
        advised.composition if advised else composition,
        advised.model if advised else None,
        [each for each in proposals if each.part is not ProposalKind.PROMPT or not each.is_kept],
    )
    if advised is None or advised.whole is None:
        return composed
    by_model = replace(_result(advised.composition, advised.model, written), prompt=advised.whole)
    return replace(by_model, before=composed)


def with_dropped(generated: Generated, dropped: tuple[str, ...]) -> Generated:
    """Return the result with what a rule had dropped before the summary showed the rest."""
    if generated.before is not None:
        return replace(generated, before=with_dropped(generated.before, dropped))
    unpolished = generated.unpolished + len(dropped)
    return replace(generated, unpolished=unpolished, decisions=(*generated.decisions, *dropped))


def _result(composition: Composition, model: str | None, proposals: Sequence[Proposal]) -> Generated:
    improvements = tuple(
        Improvement(str(each.kind), MaskedText(each.added), MaskedText(each.why), str(each.source))
        for each in composition.improvements
    )
    return Generated(
        composition.prompt,
        improvements,
        notes=tuple(MaskedText(note) for note in composition.notes),
        model=model,
        polished=kept(proposals),
        unpolished=len(proposals) - kept(proposals),
        decisions=tuple(map(record_of, proposals)),
        task_type=composition.intent,
        assumed=tuple(MaskedText(line.text) for line in composition.lines if line.heading is Heading.ASSUMED),
        prompt_language=composition.understanding.locale,
    )
