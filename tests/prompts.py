"""Measure the prompts: `python -m tests.prompts [--requests FILE] [--introductions FILE] [--briefs FILE]`.

Without arguments it reads the held-out sets beside the tests, written by people who have not seen the rules.
`--requests` has `purpose`, `intent` (an id, or `neutral`), perhaps `also` (ids that are as right) and other answers;
`--introductions` has `purpose`, `background` and the words of each kind as lists (`facts`, `wishes`, `readers` …);
`--briefs` has whole briefs with their answers as typed, for sizes and lines that stand in other prompts too.
"""

import argparse
import json
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from core.conversation.answer_reading import read_or_settle
from core.conversation.questions import Key
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.intents.catalogue import NEUTRAL
from core.prompting.understanding.recognition import ranked, recognise
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import Demand
from core.prompting.writing.line import Origin
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale
from tests.contract import check
from tests.kept import STANDS, is_given, share, stands

_HELD_OUT: Final = Path(__file__).parent / "core" / "prompting" / "understanding"
_SURE: Final = 0.8
_LINES: Final = (Heading.TASK, Heading.LIMITS, Heading.FORMAT, Heading.AUDIENCE)  # each may hold a demand
_WHOLE: Final = (Heading.TASK, Heading.FORMAT, Heading.LENGTH)  # a demand may be spread over their lines
_GIVEN: Final = (*_LINES, Heading.LENGTH, Heading.TOLD)
_LONG_LINE: Final = 12  # characters; shorter lines are labels
_CHOICES: Final = {"form": Form, "length": Length, "language": Language, "level": Level}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.prompts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=Path, default=_HELD_OUT / "held_out_requests.jsonl")
    parser.add_argument("--introductions", type=Path, default=_HELD_OUT / "held_out_introductions.jsonl")
    parser.add_argument("--briefs", type=Path)
    options = parser.parse_args(arguments)
    said = _rows(options.introductions)
    figures = {**recognition(_rows(options.requests)), **introductions(said), **reading(said)}
    if options.briefs:
        figures |= prompts([_brief(row) for row in _rows(options.briefs)])
    for name, figure in figures.items():
        sys.stdout.write(f"{name:44} {figure}\n")


def recognition(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return how often the intent is right, in the first three, and right where it is sure."""
    firsts, thirds, sure, unknown = [], [], [], []
    for row in rows:
        request = Request(
            row["purpose"],
            row.get("background", ""),
            row.get("form", ""),
            row.get("language", ""),
            has_reference=bool(row.get("reference")),
        )
        if row["intent"] == "neutral":
            unknown.append(f"{recognise(request).intent.family}.{recognise(request).intent.id}" == NEUTRAL)
            continue
        right = {row["intent"], *row.get("also", ())}
        found = ranked(request)
        ids = [path.partition(".")[2] for path, _ in found]
        firsts.append(ids[0] in right)
        thirds.append(bool(right & set(ids)))
        if found[0][1] >= _SURE:
            sure.append(firsts[-1])
    return {
        "intent right": _share(firsts),
        "intent among the first three": _share(thirds),
        f"right where confidence is {_SURE} or more": _share(sure),
        "requests of no kind seen as such": _share(unknown),
    }


def introductions(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return how much of what was said stands in the prompt, and at the right place."""
    demands, kept, facts, misplaced, broken = [], [], [], [], 0
    for row in rows:
        brief = _brief(row)
        composition = compose(brief)
        broken += bool(check(composition.prompt, brief))
        given = _text(composition, _GIVEN)
        units = instructions(composition)
        demands += [stands(wish, units, row["facts"]) for wish in row["wishes"]]
        kept += [stands(wish, [*units, *_told(composition)]) for wish in row["wishes"]]
        facts += [is_given(fact, given) for fact in row["facts"]]
        demanded = [line.text for line in composition.lines if line.heading is Heading.LIMITS]
        misplaced += [any(is_given(fact, line) for line in demanded) for fact in row["facts"]]
    return {
        "demands that are an instruction of their own": _share(demands),
        "demands that are, or stand as said to be kept": _share(kept),
        "facts that are given": _share(facts),
        "facts that stand as a demand": _share(misplaced),
        "prompts that break the contract": str(broken),
    }


def reading(rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return how much is read right of what shapes the prompt: who reads, and how many are wished for.

    Whoever a row says is `implied` (guests of a party, a class to be taught) reads nothing, and was not told to.
    """
    readers, named, nobody, counts, none = [], [], [], [], []
    for row in rows:
        understanding = understand(_brief(row))
        found = next((each.count for each in understanding.requirements if each.demand is Demand.COUNT), None)
        is_right = any(_is_same(understanding.audience, said) for said in row["readers"])
        if understanding.audience and not row.get("implied"):
            named.append(is_right)
        if row["readers"]:
            readers.append(is_right)
        elif not row.get("implied"):
            nobody.append(bool(understanding.audience))
        if row["count"]:
            counts.append(found == row["count"])
        else:
            none.append(found is not None)
    return {
        "readers that are read": _share(readers),
        "readers read that are the right ones": _share(named),
        "readers that nobody named": _share(nobody),
        "counts that are read": _share(counts),
        "counts that nobody set": _share(none),
    }


def prompts(briefs: Sequence[Brief]) -> dict[str, str]:
    """Return sizes, and the share of the characters in lines that stand word for word in another prompt too."""
    made = [compose(brief) for brief in briefs]
    lines = [[line for line in one.lines if line.heading is not Heading.REFERENCE] for one in made]
    seen = Counter(text for one in lines for text in {line.text for line in one})
    counted = [line.text for one in lines for line in one if len(line.text) > _LONG_LINE]
    generic = sum(len(text) for text in counted if seen[text] > 1) / max(sum(map(len, counted)), 1)
    sizes = {
        length: [_size(one) for one, brief in zip(made, briefs, strict=True) if brief.length is length]
        for length in Length
    }
    return {
        "characters in lines of other prompts too": f"{generic:.1%}",
        "median size": str(statistics.median(map(_size, made))),
        **{f"median size, {length}": str(statistics.median(of)) for length, of in sizes.items() if of},
        "contradictions settled": str(sum(len(one.understanding.conflicts) for one in made)),
    }


def instructions(composition: Composition) -> list[str]:
    """Return what a demand may stand in: each line, limits two by two (a demand may be two), and whole sections."""
    limits = [line.text for line in composition.lines if line.heading is Heading.LIMITS]
    return [
        *(line.text for line in composition.lines if line.heading in _LINES or line.origin is Origin.REQUIREMENT),
        *("\n".join(two) for two in pairwise(limits)),
        *(_text(composition, (heading,)) for heading in _WHOLE),
    ]


def _is_same(name: str, said: str) -> bool:
    """Whether a reader is the one that was labelled: one of them may say more."""
    return bool(name) and max(share(name, said), share(said, name)) >= STANDS


def _told(composition: Composition) -> list[str]:
    """Return what stands in the person's own words: it is asked to do all that is wished for there."""
    return [line.text for line in composition.lines if line.heading is Heading.TOLD]


def _text(composition: Composition, headings: Sequence[Heading]) -> str:
    return "\n".join(line.text for line in composition.lines if line.heading in headings)


def _size(composition: Composition) -> int:
    fenced = sum(len(line.written) for line in composition.lines if line.heading is Heading.REFERENCE)
    return len(composition.prompt) - fenced


def _brief(row: dict[str, Any]) -> Brief:
    plain = {"form": Form.PROSE, "length": Length.MEDIUM, "language": Language.KOREAN, "level": Level.UNIVERSITY}
    chosen: dict[str, Any] = {
        name: _choice(name, row[name]) if row.get(name) else usual for name, usual in plain.items()
    }
    return Brief(
        Locale.KO,
        MaskedText(row["purpose"]),
        MaskedText(row.get("background") or ""),
        **chosen,
        reference=MaskedText(row["reference"]) if isinstance(row.get("reference"), str) else None,
    )


def _choice(name: str, text: str) -> Any:  # noqa: ANN401 - one of four enumerations, or the text
    if text in set(_CHOICES[name]):
        return _CHOICES[name](text)
    answer = read_or_settle(Key(name), MaskedText(text))
    return _CHOICES[name](answer.choice) if answer and answer.choice in set(_CHOICES[name]) else MaskedText(text)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _share(results: Sequence[bool]) -> str:
    return f"{sum(results) / len(results):.1%} of {len(results)}" if results else "none"


if __name__ == "__main__":
    main()
