"""`promptgen data pairs`: the training examples, as files in the chat format with a card."""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bots.commands.exit_status import FAILED
from bots.commands.pairs_card import Made, card
from bots.commands.progress import watched
from bots.container import load_detector
from core.conversation.texts import t
from core.errors import DataFolderError
from core.features.training_data import Filter, Pair, Stats, TrainingExport
from core.ports import Store
from core.settings import Settings

_TRAIN, _TEST, _CARD = "train.jsonl", "test.jsonl", "README.md"
_OWNERS: Final = 0o600


def run(store: Store, options: argparse.Namespace, settings: Settings) -> int:
    """Write the examples that were asked for, and say how many there are."""
    export = TrainingExport(store, load_detector(settings), Filter(options.min_score, options.held_out))
    made = write_pairs(export, options.out, preference=options.preference)
    sentence = t(settings.locale, "data.pairs", train=made.train, test=made.test, left=sum(made.left.values()))
    sys.stderr.write(sentence + "\n")
    return 0 if made.train + made.test else FAILED


def write_pairs(collection: TrainingExport, folder: Path, *, preference: bool) -> Made:
    """Write the training data into a folder, over what an earlier run left there, and return what it was.

    Raises:
        VaultKeyError: Without the key nobody can say whether a prompt holds a real value.
        DetectorError: Nor without the detector.
        DataFolderError: The folder cannot be written.
    """
    tally = Stats()
    pairs = collection.preferences(tally) if preference else collection.examples(tally)
    lines: dict[bool, list[str]] = {False: [], True: []}
    for pair in watched(pairs):
        lines[pair.is_held_out].append(json.dumps(_line(pair), ensure_ascii=False))
    made = Made(
        preference, len(lines[False]), len(lines[True]), len(tally.people), tally.left, datetime.now(UTC).date()
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, held_out in ((_TRAIN, False), (_TEST, True)):
            _write(folder / name, _shuffled(lines[held_out]))
        _write(folder / _CARD, [card(made)])
    except OSError:
        raise DataFolderError(path=str(folder)) from None
    return made


def _line(pair: Pair) -> Mapping[str, object]:
    request, prompt = _said("user", pair.request), _said("assistant", pair.prompt)
    messages: dict[str, object] = {"messages": [request, prompt]}
    if pair.rejected is not None:
        messages = {"prompt": [request], "chosen": [prompt], "rejected": [_said("assistant", pair.rejected)]}
    feedback = pair.feedback
    return messages | {
        "locale": str(pair.locale),
        "improvements": list(pair.improvements),
        "feedback": str(feedback.rating) if feedback else None,
        "reason": str(feedback.reason) if feedback and feedback.reason else None,
        "score": pair.points,
    }


def _said(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _shuffled(lines: Iterable[str]) -> list[str]:
    """Put lines into an order that says nothing of when and by whom they were made, and is the same every time."""
    return sorted(lines, key=lambda line: hashlib.sha256(line.encode()).digest())


def _write(file: Path, lines: Iterable[str]) -> None:
    """Write a file that its owner alone reads, at once: half of one is never found."""
    made = file.with_suffix(f"{file.suffix}.new")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNERS), "w", encoding="utf-8") as opened:
        opened.writelines(f"{line}\n" for line in lines)
    made.replace(file)
