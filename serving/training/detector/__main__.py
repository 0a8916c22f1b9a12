"""Train all of the detector's models: `python -m serving.training.detector CORPORA`, some fifty minutes of one core.

CORPORA is the folder that `serving.training.fetch` fills. The weights go where the detector reads them, each before the
next is trained: the judge of items learns from what names are found.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from core.adapters.presidio import items, ner
from core.adapters.presidio.items import judge
from core.adapters.presidio.ner import model, namesakes
from serving.training.detector import train, train_items
from serving.training.detector.namesakes import __main__ as train_namesakes

_TRAINING: Final = Path(__file__).parents[1]
_REQUESTS: Final = (_TRAINING / "intents" / "requests", _TRAINING / "clauses" / "introductions")


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the taggers and the judges of names, what tells namesakes, and the judge of items."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, help="klue_ner.jsonl, klue_train_raw.txt and wnut17.jsonl")
    parser.add_argument("--names", type=Path, default=Path(*ner.__path__), help="where the weights of names go")
    parser.add_argument("--items", type=Path, default=Path(*items.__path__), help="where those of items go")
    parser.add_argument("--requests", type=Path, nargs="*", default=_REQUESTS, help=argparse.SUPPRESS)
    parser.add_argument("--synthetic", type=int, default=train.SYNTHETIC, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    corpora = {"gold": "klue_ner.jsonl", "raw": "klue_train_raw.txt", "english": "wnut17.jsonl"}
    read = [part for name, file in corpora.items() for part in (f"--{name}", str(options.corpora / file))]
    requests = ["--requests", *map(str, options.requests)]
    synthetic = ["--synthetic", str(options.synthetic)]
    train.main([*read, *requests, *synthetic, "--output", str(options.names / model.FILE)])
    model.shipped.cache_clear()
    train_namesakes.main([*requests, "--output", str(options.names / namesakes.FILE)])
    train_items.main(["--output", str(options.items / judge.FILE)])


if __name__ == "__main__":
    main()
