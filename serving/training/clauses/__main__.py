"""Train the clause tagger, say how well it does on the introductions of each author from the others', write it."""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

import core.prompting.understanding
from core.prompting.understanding.clause_features import bucket, named_features
from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import FILE, LABELS, Chain
from core.prompting.understanding.sparse_weights import packed
from serving.training.clauses.chain import Array, ChainFit, mean
from serving.training.clauses.rows import LabelledIntroduction, Marked, all_rows, digest, marked, recombined

_MODELS: Final = 4
_ROUNDS: Final = 6
_ANEW: Final = 3  # introductions put together anew for each one in a round
_RATE: Final = 0.05
_LEFT_OUT, _WORDS_LEFT_OUT = 0.1, 0.35  # features that are not shown: what a word is must not hang on it alone
_LEVELS: Final = 31  # of a weight on either side of 0
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all rows; with --authors, on all but one author's in turn, and tell how that one's are read."""
    parser = argparse.ArgumentParser(prog="python -m serving.training.clauses")
    parser.add_argument("--authors", action="store_true", help="measure each author from the others first")
    options = parser.parse_args(arguments)
    rows = all_rows()
    if options.authors:
        for author in sorted({row.author for row in rows}):
            chain = _rounded(_fit([row for row in rows if row.author != author]), "")
            sys.stdout.write(f"{author}: {_figures(chain, [row for row in rows if row.author == author])}\n")
    _write(_rounded(_fit(rows), digest(rows)))
    sys.stdout.write(f"{len(rows)} rows; {_TO.name}: {_TO.stat().st_size:,} bytes\n")


def _fit(rows: Sequence[LabelledIntroduction]) -> ChainFit:
    """Fit several models that see the rows put together anew in other ways; their mean errs less than each."""
    return mean([_fit_once(rows, random.Random(seed)) for seed in range(_MODELS)])  # noqa: S311 - the same each time


def _fit_once(rows: Sequence[LabelledIntroduction], chance: random.Random) -> ChainFit:
    fitted = ChainFit.new()
    for number in range(_ROUNDS):
        shown = [*rows, *(row for _ in range(_ANEW) for row in recombined(rows, chance))]
        chance.shuffle(shown)
        for row in shown:
            read = marked(row)
            if read.tokens:
                _learn(fitted, read, chance, _RATE * (1 - number / (_ROUNDS + 1)))
    return fitted


def _learn(fitted: ChainFit, read: Marked, chance: random.Random, rate: float) -> None:
    of_words, of_gaps = ([_shown(names, chance) for names in of_each] for of_each in named_features(read.tokens))
    fitted.learn(of_words, of_gaps, read.labels, read.is_cut, rate)


def _shown(names: Sequence[str], chance: random.Random) -> Array:
    kept = [name for name in names if chance.random() > (_WORDS_LEFT_OUT if "w=" in name else _LEFT_OUT)]
    return np.array([bucket(name) for name in kept or ("b",)])


def _figures(chain: Chain, rows: Sequence[LabelledIntroduction]) -> str:
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    lost: Counter[tuple[ClausePlace, ClausePlace]] = Counter()
    for row in rows:
        read = marked(row)
        labels, _ = chain.read(read.tokens)
        for label, found in zip(read.labels, labels, strict=True):
            seen[LABELS[label]] += 1
            right[LABELS[label]] += label == found
            lost[LABELS[label], LABELS[found]] += 1
    shares = ", ".join(f"{label} {right[label] / number:.3f}" for label, number in sorted(seen.items()))
    return (
        f"words right {right.total() / seen.total():.3f} ({shares}); demands read as facts "
        f"{lost[ClausePlace.WISHES, ClausePlace.FACTS] / seen[ClausePlace.WISHES]:.3f}, "
        f"facts as demands {lost[ClausePlace.FACTS, ClausePlace.WISHES] / seen[ClausePlace.FACTS]:.3f}"
    )


def _rounded(fitted: ChainFit, trained_from: str) -> Chain:
    word_scales, gap_scales = (
        (np.abs(weights).max(axis=0) / _LEVELS).astype(np.float32) for weights in (fitted.words, fitted.gaps)
    )
    return Chain(
        words=np.round(fitted.words / word_scales).astype(np.int8),
        word_scales=word_scales,
        gaps=np.round(fitted.gaps / gap_scales).astype(np.int8),
        gap_scales=gap_scales,
        follows=fitted.follows.astype(np.float32),
        digest=trained_from,
    )


def _write(chain: Chain) -> None:
    words, word_steps = packed(chain.words)
    gaps, gap_steps = packed(chain.gaps)
    np.savez_compressed(
        _TO,
        words=words,
        word_steps=word_steps,
        word_scales=chain.word_scales,
        gaps=gaps,
        gap_steps=gap_steps,
        gap_scales=chain.gap_scales,
        follows=chain.follows,
        digest=np.array(chain.digest),
    )


if __name__ == "__main__":
    main()
