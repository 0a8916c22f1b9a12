"""A whole prompt: asked of models that have shown that they can, from the understanding, and checked for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.privacy.labels import find_labels
from core.privacy.text import MaskedText
from core.prompting.brief import Brief, said
from core.prompting.brief_lines import on_one_line
from core.prompting.checking.hints import is_specific
from core.prompting.checking.lost_content import lost, promised
from core.prompting.compose import Composition
from core.prompting.fenced_blocks import Block
from core.prompting.guard.violations import ModelText, Rule, latin_words, numbers, violations
from core.prompting.intents.intent import Product
from core.prompting.model.advised_prompt import DropReason, Proposal, ProposalKind
from core.prompting.model.asking_substance import known_to, notes, sheet
from core.prompting.model.instructions import headings, instruction, rules
from core.prompting.model.judging_substance import IsPersonal
from core.prompting.request import ModelRequest, ModelResponse
from core.prompting.understanding.understand import with_material
from core.prompting.understanding.understanding import Demand
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.sections import Heading, title, titles
from core.prompting.writing.topic_lines import related
from core.values.choices import Length
from core.values.locale import Locale

_TOKENS_PER_CHARACTER: Final = {Locale.KO: 1.2, Locale.EN: 0.4}
_LONGEST_MATERIAL: Final = 3_000  # characters of a text that is given: what it is about shows by then
_MORE: Final = 1.6  # times the composer's prompt
_ROOM, _ROOM_OF_SHORT = 1_000, 600  # characters that any prompt may have: headings and facts take half of it
_MOST_SHOWN: Final = 2  # times what it may have: one that is cut off is repaired without its end
_OF_CODE: Final = frozenset({Product.CODE, Product.FORMULA})
_LESS: Final = 0.25  # of it: what covers everything in fewer words is good, an answer in its place is shorter
_ALWAYS: Final = (Heading.TASK, Heading.FORMAT, Heading.LENGTH, Heading.LIMITS)
# How many parts, lines or ideas an answer has is a matter of its layout, unless the person has said it.
_COUNTED: Final = re.compile(
    r"(?<![0-9.,])(?:[1-9]|10)(?:\s?[~-]\s?(?:[1-9]|10))?\s?(?:개|가지|곳|편|줄|문장|문단|단락|항목|단계|칸|글자)(?![0-9])"
    r"|(?<![0-9.,])[1-6]?[0-9]자\s?(?:이내|안팎|내외|안으로)"
    r"|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:가지|개|곳|편|줄|문장|문단|단락|항목|단계|칸|명|글자)"
    r"|\b(?:[1-9]|10|two|three|four|five|six|seven|eight|nine|ten)(?: (?:to|or) (?:[1-9]|10))? "
    r"(?:items|lines|sentences|points|steps|parts|sections|paragraphs|columns)\b",
    re.IGNORECASE,
)
_FENCED: Final = re.compile(r"^[^`]{0,120}```\w*\n(.*?)\n```\s*\Z", re.DOTALL)
_BOLD: Final = re.compile(r"^(?:#{1,4} )?\*{0,2}(\[[^\]\n]{1,30}\])\*{0,2}\s*$", re.MULTILINE)
_FIRST_HEADING: Final = re.compile(r"^\[[^\]\n]{1,30}\]$", re.MULTILINE)
_LONGEST_PREAMBLE: Final = 120  # characters: more is something else than a prompt
_NESTED: Final = re.compile(r"^ {1,2}(?:[0-9]{1,2}\.| ?-) \S")  # the parts of an outline and what stands at them
_BULLET: Final = re.compile(r"^(?:[*•–]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Checked:
    """A model's prompt made ready, why it may not stand, the lines that it lost, and those of it that break a rule."""

    prompt: MaskedText
    reasons: tuple[Rule | DropReason, ...] = ()
    lost: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def proposal(self) -> Proposal:
        """The record of it."""
        return Proposal(ProposalKind.PROMPT, self.prompt, self.reasons)


def whole_request(brief: Brief, composition: Composition) -> ModelRequest:
    """Return the request for the whole prompt."""
    return _request(composition, [], brief)


def repair_request(brief: Brief, composition: Composition, answer: ModelResponse, checked: Checked) -> ModelRequest:
    """Return the request for the prompt once more, with what it lost and broke named."""
    locale = composition.understanding.locale
    names, told = headings(locale), rules(locale)
    most = longest_of(brief, composition)
    lines = [f"[{names['before']}]", answer.text.strip()[: _MOST_SHOWN * most], ""]
    if checked.lost:
        lines += [f"[{names['lost']}]", *(f"- {on_one_line(line)}" for line in checked.lost)]
    size = len(checked.prompt)
    broken = [told[each].format(size=size, over=size - most) for each in checked.reasons if each in told]
    if broken:
        lines += [f"[{names['broken']}]", *(f"- {rule}" for rule in (*broken, *map(on_one_line, checked.broken)))]
    return _request(composition, [*lines, instruction("repair", locale)], brief)


def check_whole(
    brief: Brief, composition: Composition, answer: ModelResponse, is_personal: IsPersonal = lambda _: False
) -> Checked:
    """Look at a model's prompt: all that was promised is in it, in its shape, and nothing was made up.

    The texts that are given, and what is said of labels and data, are put in by machine, so they stand as they are.
    """
    locale = composition.understanding.locale
    text = _tidy(answer.text)
    outside = _outside(composition)
    known = known_beside(brief, composition, text)
    candidate = ModelText(text, known, composition.reference, instruction("whole", locale), is_whole=True)
    reasons: list[Rule | DropReason] = list(violations(candidate, locale))
    if not answer.finished:
        reasons.append(Rule.UNFINISHED)
    if len(text) > longest_of(brief, composition):
        reasons.append(Rule.TOO_LONG)
    if len(text) < _LESS * len(outside):
        reasons.append(Rule.TOO_SHORT)
    if not _is_shaped(_headings(text), composition) or _begins_elsewhere(text, locale):
        reasons.append(DropReason.SHAPE)
    missing = tuple(lost(promised(composition), text))
    if missing:
        reasons.append(DropReason.COVERAGE)
    if not reasons and is_personal(text):
        reasons.append(DropReason.PERSONAL)
    prompt = _with_given(text, composition) if not reasons else text
    if not reasons and prompt == composition.prompt:
        reasons.append(DropReason.UNCHANGED)
    if not reasons and not is_specific(prompt):
        reasons.append(DropReason.FIT)
    broken = tuple(_broken_lines(candidate, reasons, locale, is_personal))
    return Checked(MaskedText(prompt), tuple(dict.fromkeys(reasons)), missing, broken)


def _broken_lines(
    candidate: ModelText, reasons: Sequence[Rule | DropReason], locale: Locale, is_personal: IsPersonal
) -> Iterator[str]:
    """Yield the lines that are refused by themselves: of a whole text a model cannot tell which to mend."""
    for line in filter(str.strip, candidate.text.splitlines() if reasons else ()):
        of_line = violations(replace(candidate, text=line), locale)
        if any(rule in reasons for rule in of_line) or (DropReason.PERSONAL in reasons and is_personal(line)):
            yield line


def known_beside(brief: Brief, composition: Composition, text: str) -> str:
    """Return what was there before a text of the model's: how many parts its answer has is its own to say."""
    noted = "\n".join(_related(brief, composition))
    same = "\n".join({*_outside(composition).splitlines()} & {*text.splitlines()})
    known = f"{same}\n{known_to(composition)}\n{noted}\n{said(brief)}\n{_marks_of(composition.reference)}"
    if composition.understanding.intent.product in _OF_CODE:  # its names stand as they are
        known = f"{known}\n{' '.join(latin_words(text))}"
    if any(each.demand is Demand.COUNT for each in composition.understanding.requirements):
        return known
    return f"{known}\n{' '.join(_COUNTED.findall(text))}"


def _marks_of(text: str) -> str:
    """Return the numbers, labels and foreign words of a text that is given: a prompt may speak of them."""
    return " ".join((*numbers(text), *find_labels(text), *latin_words(text)))


def _request(composition: Composition, more: list[str], brief: Brief) -> ModelRequest:
    locale = composition.understanding.locale
    most = longest_of(brief, composition)
    head, _, tail = instruction("whole", locale).partition("{most}")
    told = (*sheet(composition), *notes(composition, _related(brief, composition)), *_material(composition))
    prompt = "\n".join([f"{head}{most}{tail}", "", *told, *more])
    return ModelRequest(
        prompt=MaskedText(prompt), max_tokens=int(most * _TOKENS_PER_CHARACTER[locale]), shared=len(head)
    )


def _related(brief: Brief, composition: Composition) -> tuple[str, ...]:
    return related(with_material(brief), composition.understanding)


def _material(composition: Composition) -> list[str]:
    """Return the beginning of a text that is given, fenced as data: what of it counts is best said by name."""
    if not composition.reference:
        return []
    names, text = headings(composition.understanding.locale), composition.reference
    shown = text if len(text) <= _LONGEST_MATERIAL else f"{text[:_LONGEST_MATERIAL]}…"
    return [f"[{names['text']}]", str(Block.around(names["tag"], shown))]


def longest_of(brief: Brief, composition: Composition) -> int:
    """Return how many characters a prompt may have: a little more than the composer's, which keeps to its room."""
    size = len(_outside(composition))
    more, least = (1.25, _ROOM_OF_SHORT) if brief.length is Length.SHORT else (_MORE, _ROOM)
    return max(int(size * more) // 50 * 50 + 50, least)


def _outside(composition: Composition) -> str:
    """Return the composer's prompt without the texts that are given."""
    before, _, _ = composition.prompt.partition("\n\n" + title(Heading.REFERENCE, composition.understanding.locale))
    return before


def _tidy(text: str) -> str:
    """Return a text with one kind of bullet, and a blank line before each heading and nowhere else.

    What a model lays around it goes: a fence, words before its first heading, marks that make a heading bold.
    """
    fenced = _FENCED.search(text)
    text = _BOLD.sub(r"\1", fenced[1] if fenced else text)
    first = _FIRST_HEADING.search(text)
    text = text[first.start() :] if first and first.start() <= _LONGEST_PREAMBLE else text
    lines = [tidy_line(line) for line in text.strip().splitlines() if line.strip()]
    return "\n".join(f"\n{line}" if number and is_heading(line) else line for number, line in enumerate(lines))


def tidy_line(line: str) -> str:
    """Return one line of it with our kind of bullet, and a heading without marks."""
    return line.rstrip() if _NESTED.match(line) else _BULLET.sub("- ", _BOLD.sub(r"\1", line.strip()))


def is_heading(line: str) -> bool:
    """Whether a line is a heading."""
    return line.startswith("[") and line.endswith("]")


def headings_of(composition: Composition) -> list[str]:
    """Return the headings that a model's prompt may have, in their order."""
    known = titles(composition.understanding.locale)
    return [known[heading] for heading in known if heading is not Heading.REFERENCE]


def _headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if is_heading(line)]


def _is_shaped(found: list[str], composition: Composition) -> bool:
    known, locale = headings_of(composition), composition.understanding.locale
    return (
        set(found) <= set(known)
        and found == sorted(set(found), key=known.index)
        and {title(heading, locale) for heading in _ALWAYS} <= set(found)
    )


def _begins_elsewhere(text: str, locale: Locale) -> bool:
    return not text.startswith((title(Heading.ROLE, locale), title(Heading.TASK, locale)))


def _with_given(text: str, composition: Composition) -> str:
    """Return a prompt with the composer's lines about labels and data in their sections, and the texts beneath it."""
    locale = composition.understanding.locale
    for line in composition.lines:
        if line.origin is Origin.FIXED and line.heading in (Heading.TASK, Heading.LIMITS):
            text = _inserted(text, line, locale)
    given = composition.prompt[len(_outside(composition)) :]
    return f"{text}{given}"


def _inserted(text: str, line: Line, locale: Locale) -> str:
    if line.written in text.splitlines():
        return text
    sections = text.split("\n\n")
    heading = title(line.heading, locale)
    at = next(number for number, section in enumerate(sections) if section.splitlines()[0] == heading)
    written = line.written if line.heading is not Heading.TASK else f"- {line.text}"
    sections[at] = f"{sections[at]}\n{written}"
    return "\n\n".join(sections)
