"""Judging substance: which of the strings that a model proposed may stand in the prompt, each by itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from core.privacy.labels import find_labels
from core.prompting.brief import Brief, said
from core.prompting.checking.content_words import pieces, shared
from core.prompting.compose import Composition, compose
from core.prompting.guard import traces
from core.prompting.guard.violations import ModelText, Rule, numbers, violations
from core.prompting.model.advised_prompt import DropReason, Proposal, ProposalKind
from core.prompting.model.asking_substance import (
    LEAST_PARTS,
    MOST_PARTS,
    MOST_QUESTIONS,
    OPTIONS,
    choices_of,
    known_to,
    most_wanted,
    wants_parts,
)
from core.prompting.model.grammar import LONGEST, LONGEST_NAME
from core.prompting.model.instructions import instruction
from core.prompting.model.phrasing import is_instruction, phrased
from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion, Substance
from core.prompting.writing.line import Origin
from core.prompting.writing.overruled_lines import contradicts
from core.prompting.writing.sections import Heading
from core.values.locale import Locale

IsPersonal: TypeAlias = Callable[[str], bool]
"""Whether a detector finds an item in a text."""

_SAID_IN_A_LINE: Final = 0.6
_OF_THE_TASK: Final = 0.6
_SHORTEST: Final = 6
# Whether something is written, named or told says nothing of what it is.
_VERB: Final = {
    Locale.KO: re.compile(r"(?:이?라고|다고)?\s\S+니다\.?$"),
    Locale.EN: re.compile(r"^\S+\s"),
}
_BLANK_MARKS: Final = re.compile(r"[|\n→]")


def settle(
    brief: Brief, composition: Composition, draft: Draft, is_personal: IsPersonal = lambda _: False
) -> tuple[Composition, Substance, tuple[Proposal, ...]]:
    """Return the prompt with what may stand of a draft, what that is, and a record of each proposal."""
    proposals: list[Proposal] = []
    brief, composition = _recognised(brief, composition, draft.intent, proposals)
    judge = _Judge(brief, composition, is_personal)
    restated = judge.restated(draft.restated)
    cover = judge.lines(ProposalKind.COVER, draft.cover, most_wanted(brief)[0])
    traps = judge.lines(ProposalKind.TRAPS, draft.traps, most_wanted(brief)[1])
    parts = judge.parts(draft.parts)
    asked = judge.questions(draft.questions)
    proposals += [*restated, *cover, *parts, *traps, *asked]
    substance = Substance(
        restated=next(_kept(restated), ""),
        cover=tuple(_kept(cover)),
        parts=tuple(_kept(parts)),
        traps=tuple(_kept(traps)),
        questions=tuple(each for each, judged in zip(draft.questions, asked, strict=True) if judged.is_kept),
    )
    return compose(brief, substance) if not substance.is_empty else composition, substance, tuple(proposals)


def _kept(proposals: list[Proposal]) -> Iterator[str]:
    return (proposal.text for proposal in proposals if proposal.is_kept)


def _recognised(
    brief: Brief, composition: Composition, path: str, proposals: list[Proposal]
) -> tuple[Brief, Composition]:
    """Take a model's word for what is to be made, where the words of the person leave it open."""
    choices = choices_of(brief, composition.understanding.recognition)
    if not path or not choices:
        return brief, composition
    if path not in choices:
        proposals.append(Proposal(ProposalKind.INTENT, "", (DropReason.UNREADABLE,)))
        return brief, composition
    if path == choices[0]:
        proposals.append(Proposal(ProposalKind.INTENT, path, (DropReason.UNCHANGED,)))
        return brief, composition
    proposals.append(Proposal(ProposalKind.INTENT, path))
    brief = replace(brief, intent=path)
    return brief, compose(brief)


class _Judge:
    """Holds what there was before a model, and what of its strings has been taken so far."""

    def __init__(self, brief: Brief, composition: Composition, is_personal: IsPersonal) -> None:
        self._brief = brief
        self._composition = composition
        self._is_personal = is_personal
        self._locale = composition.understanding.locale
        self._known = f"{known_to(composition)}\n{said(brief)}"
        self._data = "\n".join(filter(None, (composition.reference, brief.example_input, brief.example_output)))
        lines = (line for line in composition.lines if line.heading is not Heading.REFERENCE)
        self._said = [pieces(line.text) for line in lines if line.origin is not Origin.TASK]
        self._task = pieces(composition.understanding.task)

    def restated(self, text: str) -> list[Proposal]:
        """Judge the request in other words: nothing that matters in it may be lost."""
        if not text:
            return []
        task = self._composition.understanding.task
        text = phrased(text, self._locale)
        reasons: list[Rule | DropReason] = list(self._broken(text, max(LONGEST[self._locale], int(len(task) * 1.5))))
        if text.rstrip(".") == task.rstrip("."):
            reasons.append(DropReason.UNCHANGED)
        if not set(find_labels(task)) <= set(find_labels(text)):
            reasons.append(Rule.LABEL_LOST)
        if not set(numbers(task)) <= set(numbers(text)):
            reasons.append(Rule.NUMBER_LOST)
        if shared(self._task, pieces(text)) < _OF_THE_TASK:
            reasons.append(Rule.MATTER_LOST)
        return [Proposal(ProposalKind.RESTATED, text, tuple(reasons))]

    def lines(self, part: ProposalKind, texts: tuple[str, ...], most: int) -> list[Proposal]:
        """Judge points or traps, in their order."""
        judged: list[Proposal] = []
        for raw in texts:
            text = phrased(raw, self._locale)
            reasons = list(self._broken(text, LONGEST[self._locale]))
            if any(contradicts(text, each) for each in self._composition.understanding.requirements):
                reasons.append(Rule.CONTRADICTED)
            if self._is_said(text):
                reasons.append(Rule.SAID_ALREADY)
            if not reasons and sum(each.is_kept for each in judged) >= most:
                reasons.append(Rule.TOO_MANY)
            if not reasons:
                self._said.append(pieces(text))
            judged.append(Proposal(part, text, tuple(reasons)))
        return judged

    def parts(self, texts: tuple[str, ...]) -> list[Proposal]:
        """Judge the names of parts or columns: a layout with a hole in it is none, so all of them stand or fall."""
        judged = [Proposal(ProposalKind.PARTS, text, self._broken_name(text)) for text in map(_name, texts)]
        if not wants_parts(self._brief, self._composition):
            return [replace(each, reasons=(*each.reasons, Rule.FIXED)) for each in judged]
        names = [each.text for each in judged]
        if any(not each.is_kept for each in judged) or len(set(names)) < len(names):
            return [replace(each, reasons=each.reasons or (Rule.TOO_FEW,)) for each in judged]
        if not LEAST_PARTS <= len(judged) <= MOST_PARTS:
            rule = Rule.TOO_FEW if len(judged) < LEAST_PARTS else Rule.TOO_MANY
            return [replace(each, reasons=(rule,)) for each in judged]
        return judged

    def questions(self, questions: tuple[ModelQuestion, ...]) -> list[Proposal]:
        """Judge questions: each asks for what nobody has said, and none of its answers says anything new."""
        judged: list[Proposal] = []
        for each in questions:
            names = (each.about, *each.options)
            reasons = [reason for name in names for reason in self._broken_name(name)]
            reasons += self._violations(each.ask)
            if self._is_personal(each.ask):
                reasons.append(DropReason.PERSONAL)
            if not each.ask.endswith("?") or not each.about:
                reasons.append(Rule.MOOD)
            if len(each.ask) > LONGEST[self._locale]:
                reasons.append(Rule.TOO_LONG)
            if not OPTIONS[0] <= len(set(each.options)) <= OPTIONS[1]:
                reasons.append(Rule.TOO_FEW)
            if self._is_said(each.about):
                reasons.append(Rule.SAID_ALREADY)
            if not reasons and sum(one.is_kept for one in judged) >= MOST_QUESTIONS:
                reasons.append(Rule.TOO_MANY)
            if not reasons:
                self._said.append(pieces(each.about))
            judged.append(Proposal(ProposalKind.QUESTIONS, each.ask, tuple(dict.fromkeys(reasons))))
        return judged

    def _broken(self, text: str, longest: int) -> Iterator[Rule | DropReason]:
        yield from self._violations(text)
        if len(text) > longest:
            yield Rule.TOO_LONG
        if len(text) < _SHORTEST:
            yield Rule.TOO_SHORT
        if traces.MARKS.search(text) or text.count("(") != text.count(")"):
            yield Rule.WRAPPED
        if _adds(traces.ANSWER, text, self._known):
            yield Rule.ANSWERED
        if _adds(traces.PERSON, text, said(self._brief)):
            yield Rule.PERSON
        if not is_instruction(text, self._locale):
            yield Rule.MOOD
        if self._is_personal(text):
            yield DropReason.PERSONAL

    def _broken_name(self, text: str) -> tuple[Rule | DropReason, ...]:
        found: list[Rule | DropReason] = list(
            violations(ModelText(text, self._known, self._data, instruction("substance", self._locale)), self._locale)
        )
        if len(text) > LONGEST_NAME[self._locale] or _BLANK_MARKS.search(text):
            found.append(Rule.TOO_LONG)
        if traces.MARKS.search(text):
            found.append(Rule.WRAPPED)
        if _adds(traces.ANSWER, text, self._known) or text.endswith(("니다", "세요", "십시오")):
            found.append(Rule.ANSWERED)
        if self._is_personal(text):
            found.append(DropReason.PERSONAL)
        return tuple(found)

    def _violations(self, text: str) -> tuple[Rule, ...]:
        return violations(
            ModelText(text, self._known, self._data, instruction("substance", self._locale)), self._locale
        )

    def _is_said(self, text: str) -> bool:
        """Whether one line holds the content of a text already."""
        content = pieces(_VERB[self._locale].sub("", text))
        return bool(content) and max(shared(content, line) for line in (*self._said, self._task)) >= _SAID_IN_A_LINE


def _adds(pattern: re.Pattern[str], text: str, known: str) -> bool:
    known = known.casefold()
    return any(found.group().strip().casefold() not in known for found in pattern.finditer(text))


def _name(text: str) -> str:
    return re.sub(r"^(?:\d+[.)]|[-•*])\s*|[.:：]+$", "", text.strip()).strip()
