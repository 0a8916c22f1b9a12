"""Measure typed corrections: `python -m tests.corrections [FILE] [--misses]`.

Each row has answers (`purpose`, perhaps `background`, `constraints`, `audience`) and a `correction` that is typed at
the finished prompt. Of a replacement, no string of `gone` may stand in an answer, and each of `there` and of `kept`
has to. A wish has neither `gone` nor `there`: it may add something, but no answer that was given may change.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.store.open_store import open_store
from core.conversation.questions import Key
from core.messages import FormFilled, Place
from core.ports import Detector
from core.privacy.text import RawText
from core.privacy.unmask import unmask
from tests.core.adapters.store.databases import with_schema
from tests.core.conftest import Talk
from tests.fakes.clock import Clock

HELD_OUT: Final = Path(__file__).parent / "core" / "conversation" / "corrections" / "replacement_held_out.jsonl"
_GIVEN: Final = (Key.PURPOSE, Key.BACKGROUND, Key.CONSTRAINTS, Key.AUDIENCE)
_CHOSEN: Final = {Key.FORM: "연속 문장", Key.LENGTH: "보통", Key.LANGUAGE: "한국어", Key.LEVEL: "대학생"}

Texts = Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The answers before and after a correction, with their real values."""

    row: Mapping[str, Any]
    before: Texts
    after: Texts

    @property
    def is_replacement(self) -> bool:
        """Whether a value was to give way."""
        return bool(self.row.get("gone") or self.row.get("there"))

    @property
    def is_right(self) -> bool:
        """Whether the right values stand, and those that were to stay."""
        text = "\n".join(text for key, text in self.after.items() if key is not Key.LEFT_OUT)
        if not all(kept in text for kept in (*self.row.get("kept", ()), *self.row.get("there", ()))):
            return False
        if self.is_replacement:
            return not any(gone in text for gone in self.row.get("gone", ()))
        return all(self._stands(key) for key in _GIVEN)

    @property
    def is_taken(self) -> bool:
        """Whether the correction did anything."""
        return self.before != self.after

    def _stands(self, key: Key) -> bool:
        before, after = self.before.get(key, ""), self.after.get(key, "")
        return after == before or (key is Key.CONSTRAINTS and after.startswith(before))


async def corrected(rows: Iterable[Mapping[str, Any]], detector: Detector, folder: Path) -> list[Corrected]:
    """Type each correction at a prompt that was made from its answers, in a folder for the database."""
    clock = Clock()
    store = open_store(with_schema(folder), clock=clock)
    talk = Talk(store, clock)
    talk.chat._detector = detector  # its own knows planted words only
    try:
        return [await _corrected(talk, row, f"D{number}") for number, row in enumerate(rows)]
    finally:
        store.close()


def figures(done: Sequence[Corrected]) -> dict[str, float]:
    """Return the shares: of replacements that are right, of wishes that left the answers alone, of those taken up."""
    replacements = [one for one in done if one.is_replacement]
    wishes = [one for one in done if not one.is_replacement]
    return {
        "replacements that are right": _share([one.is_right for one in replacements]),
        "wishes that change no answer": _share([one.is_right for one in wishes]),
        "wishes that are taken": _share([one.is_taken for one in wishes]),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.corrections", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", nargs="?", type=Path, default=HELD_OUT, metavar="FILE")
    parser.add_argument("--misses", action="store_true", help="print what is wrong; never of held-out rows")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        done = asyncio.run(corrected(read_rows(options.rows), PresidioDetector(), Path(folder)))
    for one in done if options.misses else ():
        if not one.is_right:
            changed = {key: text for key, text in one.after.items() if one.before.get(key) != text}
            sys.stdout.write(f"{one.row['correction']} → {changed}\n")
    for name, figure in figures(done).items():
        sys.stdout.write(f"{name:32} {figure:.1%}\n")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


async def _corrected(talk: Talk, row: Mapping[str, Any], channel: str) -> Corrected:
    place = Place("test", "T1", channel)
    texts = _CHOSEN | {key: row[key] for key in _GIVEN if row.get(key)}
    form = FormFilled({key: RawText(text) for key, text in texts.items()})
    talk.does(form, person=channel, place=place)
    made = talk.says("만들기", person=channel, place=place)
    talk.delivered(await talk.generation.run(made.generating or ""))
    before = _answers(talk, place)
    talk.says(row["correction"], person=channel, place=place)
    return Corrected(row, before, _answers(talk, place))


def _answers(talk: Talk, place: Place) -> Texts:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place)
    if held is None or held.session.in_use is None:
        message = "no prompt was made"
        raise ValueError(message)
    return {key: str(unmask(answer.text, held.vault).reveal()) for key, answer in held.session.answers.items()}


def _share(results: Sequence[bool]) -> float:
    return sum(results) / len(results) if results else 1.0


if __name__ == "__main__":
    main()
