"""The clauses of the contract: each a hard check, true where the prompt keeps it."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from core.choices import Variant
from core.locale import Locale
from core.privacy.particles import agree, settle
from core.prompting.canonical import canonical
from core.prompting.compose import LONGEST, SHORTEST, size
from core.prompting.dissection import Dissection
from core.prompting.fences import FENCES
from core.prompting.heading import Heading
from core.prompting.parsing import parse
from core.prompting.placement import DATA
from core.prompting.reading import LABEL


class Clause(StrEnum):
    """What a prompt must keep."""

    ANSWERS = "answers"
    NUMBERS = "numbers"
    LATIN = "latin"
    LINKS = "links"
    LABELS = "labels"
    QUOTATIONS = "quotations"
    FORM = "form"
    LENGTH = "length"
    LANGUAGE = "language"
    AUDIENCE = "audience"
    ROLE = "role"
    ANSWERED = "answered"
    PREAMBLE = "preamble"
    HEADINGS = "headings"
    FILLED = "filled"
    REPEATED = "repeated"
    SCRIPT = "script"
    CONTAINED = "contained"
    BYTES = "bytes"
    SIZE = "size"
    REGISTER = "register"
    PARTICLES = "particles"


_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_STEP: Final = re.compile(r"^[0-9]\. ", re.MULTILINE)
_LATIN: Final = re.compile(r"[A-Za-z]{2,}")
_LINK: Final = re.compile(r"https?://\S+|www\.\S+")
_QUOTED: Final = re.compile(r"“([^“”\n]*)”|\"([^\"\n]*)\"")
_TAG: Final = re.compile(r"<[^<>\s]+>")
_BRACED: Final = re.compile(r"\{[^{}\n]*\}")
_FIGURES: Final = {
    Locale.KO: re.compile(r"[0-9][0-9,]{0,11}~[0-9][0-9,]{0,11}자\(공백 포함\)"),
    Locale.EN: re.compile(r"[0-9][0-9,]{0,11}–[0-9][0-9,]{0,11}(?: characters)?, including spaces"),
}
_PERSONA: Final = {
    Locale.KO: re.compile(r"당신은"),
    Locale.EN: re.compile(r"\bYou are (?!given|asked|to\b|free)"),
}
_IGNORANT: Final = re.compile(
    r"당신은 (?:(?!당신은 )[^.\n])*(?:학생|어린이|아이|초보자?|입문자|신입(?:사원)?|문외한)입니다"
    r"|You are (?:an? )?(?:[\w-]+ ){0,3}(?:student|pupil|child|kid|beginner|novice|newcomer|intern)\.",
    re.IGNORECASE,
)
_ANSWERED: Final = re.compile(
    r"정답[은:]|답은 (?:(?!답은 ).)*입니다|모범 답안:|\bthe answer is\b|^answer:", re.IGNORECASE | re.MULTILINE
)
_CHATTER: Final = re.compile(
    r"^(?:물론|알겠|네,|좋습니다|다음은 .*프롬프트|sure|certainly|of course|here(?: is|'s) )",
    re.IGNORECASE | re.MULTILINE,
)
_UNFILLED: Final = re.compile(r"\bNone\b|TODO|N/A|lorem ipsum|\(\s*\)|\[\s*\]|: *$", re.MULTILINE)
_FOREIGN: Final = {
    Locale.KO: re.compile(r"[぀-ヿ㐀-鿿Ѐ-ӿ؀-ۿ฀-๿]"),
    Locale.EN: re.compile(r"[가-힣ㄱ-ㆎ぀-ヿ㐀-鿿Ѐ-ӿ؀-ۿ฀-๿]"),
}
_SENTENCE: Final = re.compile(r"(?<![^.!?\n])[^.!?\n가-힣]*[가-힣][^.!?\n]*[.!?](?=[\s\"”)]|$)", re.MULTILINE)
_POLITE: Final = re.compile(r"(?:니다|십시오)[.!]$")
_COMPACT_HEADINGS: Final = (Heading.TASK, Heading.STEPS, Heading.REFERENCE)
_OPTIONAL: Final = frozenset({Heading.STEPS, Heading.REFERENCE})


def _answers(prompt: Dissection) -> bool:
    return parse(prompt.prompt) == prompt.brief


def _numbers(prompt: Dissection) -> bool:
    bare = _STEP.sub("", _TAG.sub("", LABEL.sub("", prompt.own)))
    known = {*_NUMBER.findall(prompt.said), *_NUMBER.findall(prompt.figures)}
    return all(number in known for number in _NUMBER.findall(bare))


def _latin(prompt: Dissection) -> bool:
    if prompt.brief.locale is Locale.EN:
        return True
    known = {word.casefold() for word in _LATIN.findall(prompt.said)} | FENCES
    return all(word.casefold() in known for word in _LATIN.findall(_TAG.sub("", LABEL.sub("", prompt.own))))


def _links(prompt: Dissection) -> bool:
    return all(link in prompt.said for link in _LINK.findall(prompt.own))


def _labels(prompt: Dissection) -> bool:
    return all(label in prompt.said for label in LABEL.findall(prompt.own)) and all(
        label in prompt.prompt for label in LABEL.findall(prompt.said)
    )


def _quotations(prompt: Dissection) -> bool:
    # The composer quotes a few words of its own; what a model puts in straight quotes must be the person's.
    return all(straight in prompt.said for _, straight in _QUOTED.findall(prompt.own) if straight)


def _once(prompt: Dissection, name: str) -> bool:
    return len(prompt.labelled(name)) == (1 if getattr(prompt.brief, name) else 0)


def _form(prompt: Dissection) -> bool:
    shaped = prompt.brief.variant is Variant.COMPACT or not prompt.brief.form or len(prompt.section(Heading.FORMAT)) > 1
    return shaped and _once(prompt, "form")


def _length(prompt: Dissection) -> bool:
    split = prompt.frame.split.partition("{")[0]
    is_split = any(line.startswith(split) for line in prompt.own_lines)
    stated = any(_FIGURES[prompt.brief.locale].search(line) for line in (*prompt.labelled("length"), *prompt.own_lines))
    return stated and is_split == prompt.reading.extent.is_split and _once(prompt, "length")


def _language(prompt: Dissection) -> bool:
    return _once(prompt, "language")


def _audience(prompt: Dissection) -> bool:
    return _once(prompt, "level") and not _IGNORANT.search(prompt.own)


def _role(prompt: Dissection) -> bool:
    return len(_PERSONA[prompt.brief.locale].findall(prompt.own)) == 1


def _answered(prompt: Dissection) -> bool:
    return not _ANSWERED.search(prompt.own)


def _preamble(prompt: Dissection) -> bool:
    return prompt.lines[0] in prompt.headings and not _CHATTER.search(prompt.own)


def _headings(prompt: Dissection) -> bool:
    frame = prompt.frame
    if prompt.brief.variant is Variant.COMPACT:
        order = [frame.headings[Heading.TASK], frame.compact_heading]
        order += [frame.headings[heading] for heading in _COMPACT_HEADINGS[1:]]
        needed = set(order[:2])
    else:
        order = list(frame.headings.values())
        needed = {title for heading, title in frame.headings.items() if heading not in _OPTIONAL}
    return prompt.headings == [title for title in order if title in prompt.headings] and needed <= set(prompt.headings)


def _filled(prompt: Dissection) -> bool:
    braced = all(label in prompt.said for label in _BRACED.findall(prompt.own))
    empty = [
        heading for heading in Heading if prompt.frame.headings[heading] in prompt.lines and not prompt.section(heading)
    ]
    filled = not empty or (empty == [Heading.REFERENCE] and prompt.blocks)
    return braced and bool(filled) and not _UNFILLED.search(prompt.own)


def _repeated(prompt: Dissection) -> bool:
    return len(prompt.own_lines) == len(set(prompt.own_lines))


def _script(prompt: Dissection) -> bool:
    foreign = _FOREIGN[prompt.brief.locale].findall(_TAG.sub("", LABEL.sub("", prompt.own)))
    return all(character in prompt.said for character in foreign)


def _contained(prompt: Dissection) -> bool:
    reference = prompt.brief.reference
    tags = prompt.frame.tags
    data = tuple(tags[name] for name in DATA)
    fenced = [tag for tag in prompt.blocks if tag.rstrip("0123456789") in data]
    declared = next((line for line in prompt.own_lines if _declares(line, prompt)), "")
    return (reference is None or reference in prompt.blocks.values()) and all(f"<{tag}>" in declared for tag in fenced)


def _declares(line: str, prompt: Dissection) -> bool:
    return line.endswith(prompt.frame.as_data.rpartition("}")[2])


def _bytes(prompt: Dissection) -> bool:
    # Blank lines apart, because a text that is cut in two begins with those that stood at the cut.
    return [line for line in prompt.prompt.split("\n") if line] == [
        line for line in canonical(prompt.prompt).split("\n") if line
    ]


def _size(prompt: Dissection) -> bool:
    return SHORTEST <= size(prompt.prompt) <= LONGEST


def _register(prompt: Dissection) -> bool:
    if prompt.brief.locale is Locale.EN:
        return True
    return all(_POLITE.search(sentence) for sentence in _SENTENCE.findall(prompt.own))


def _particles(prompt: Dissection) -> bool:
    rests = ((match.group(), prompt.own[match.end() : match.end() + 8]) for match in LABEL.finditer(prompt.own))
    return settle(prompt.own) == prompt.own and all(agree(rest, label) == rest for label, rest in rests)


CLAUSES: Final[dict[Clause, Callable[[Dissection], bool]]] = {
    Clause.ANSWERS: _answers,
    Clause.NUMBERS: _numbers,
    Clause.LATIN: _latin,
    Clause.LINKS: _links,
    Clause.LABELS: _labels,
    Clause.QUOTATIONS: _quotations,
    Clause.FORM: _form,
    Clause.LENGTH: _length,
    Clause.LANGUAGE: _language,
    Clause.AUDIENCE: _audience,
    Clause.ROLE: _role,
    Clause.ANSWERED: _answered,
    Clause.PREAMBLE: _preamble,
    Clause.HEADINGS: _headings,
    Clause.FILLED: _filled,
    Clause.REPEATED: _repeated,
    Clause.SCRIPT: _script,
    Clause.CONTAINED: _contained,
    Clause.BYTES: _bytes,
    Clause.SIZE: _size,
    Clause.REGISTER: _register,
    Clause.PARTICLES: _particles,
}
