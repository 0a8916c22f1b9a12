"""Take other words for the ones that the shipped weights have learnt: `python -m serving.training.detector.stamp`.

The tagger's weights go by which kinds a word of the gazetteer is of. A word that is added to a kind they read, or taken
from it, needs no other weights where all figures stay as they are (`make accuracy`, `tests/core/adapters/presidio`):
then this writes the digests of the words, and the numbers of new combinations of kinds, into `names.npz`.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.adapters.presidio.ner import lexicon, model


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the shipped model again with what stands for the words as they are now."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--output", type=Path, default=Path(model.__file__).with_name(model.FILE))
    shipped = model.shipped()
    stamped = replace(shipped, classes=lexicon.numbered(shipped.classes), lists=lexicon.digests())
    model.save(stamped, parser.parse_args(arguments).output)


if __name__ == "__main__":
    main()
