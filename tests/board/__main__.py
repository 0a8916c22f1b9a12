"""`python -m tests.board prepare BRIEFS.jsonl OUT peer=FILE.jsonl …` and `python -m tests.board count OUT`.

Briefs are JSON lines with an `id` and the answers as typed; a peer's file has `id` and `prompt`. Our prompts are
composed here, their labels put back, since the peers saw the real values.
"""

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bots.commands.brief_documents import Briefs
from core.adapters.presidio.detector import PresidioDetector
from core.privacy.policy import Policy
from core.privacy.unmask import unmask
from core.prompting.compose import compose
from core.prompting.label_sentence import about_labels
from core.values.locale import Locale
from tests.board.sheets import prepare
from tests.board.verdicts import count

_ANSWERS: Final = ("purpose", "background", "form", "length", "language", "level", "reference")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prepare sheets, or count verdicts."""
    parser = argparse.ArgumentParser(prog="python -m tests.board", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    preparing = commands.add_parser("prepare")
    preparing.add_argument("briefs", type=Path)
    preparing.add_argument("to", type=Path)
    preparing.add_argument("peers", nargs="+", help="name=file of JSON lines with id and prompt")
    preparing.add_argument("--readings", type=int, default=4)
    counting = commands.add_parser("count")
    counting.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "count":
        _report(options.folder)
        return
    briefs = {row["id"]: {name: row.get(name, "") for name in _ANSWERS} for row in _rows(options.briefs)}
    peers = {
        name: {row["id"]: row["prompt"] for row in _rows(Path(file))}
        for name, file in (peer.split("=", 1) for peer in options.peers)
    }
    prepare(briefs, _ours(briefs), peers, options.to, options.readings)


def _ours(briefs: dict[str, dict[str, str]]) -> dict[str, str]:
    reader = Briefs(PresidioDetector(), Locale.KO, Policy())
    given = ({name: text for name, text in brief.items() if text} for brief in briefs.values())
    lines = "".join(json.dumps(brief, ensure_ascii=False) + "\n" for brief in given)
    documents = reader.read(io.BytesIO(lines.encode()), jsonl=True)
    return {
        name: unmask(about_labels(compose(document.brief(Locale.KO)).prompt, ()), document.vault).reveal()
        for name, document in zip(briefs, documents, strict=True)
    }


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _report(folder: Path) -> None:
    for peer, tally in count(folder).items():
        low, high = tally.interval
        sys.stdout.write(
            f"{peer:12} won {tally.won:3}  lost {tally.lost:3} (narrowly {tally.narrow})  tied {tally.tied:3}"
            f"  {tally.share:.0%} of the decided pairs, {low:.0%} to {high:.0%}\n"
        )


if __name__ == "__main__":
    main()
