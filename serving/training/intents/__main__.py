"""Train the intent classifier and write its weights: `python -m serving.training.intents [--measure]`.

`--measure` writes nothing: it says how well the requests of each author are recognised from the others', how much
either half of the classifier should count, and how many lines that ask for nothing lie below each threshold.
"""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from serving.training.intents.encoder import encode
from serving.training.intents.measuring import best_shares, figures, thresholds
from serving.training.intents.network import piece_rows
from serving.training.intents.rows import Row, all_rows, digest
from serving.training.intents.train import Set
from serving.training.intents.writing import write
from serving.training.softmax import NOTHING, Labels, grams


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all rows, or measure on each author's from the others'."""
    parser = argparse.ArgumentParser(prog="python -m serving.training.intents")
    parser.add_argument("--measure", action="store_true", help="say how well authors are recognised who were left out")
    rows = all_rows()
    paths = sorted({row.path for row in rows} - {""})
    if parser.parse_args(arguments).measure:
        _measure(rows, paths)
        return
    trained = _set(rows, paths).fit()
    written = write(trained, paths, digest(rows))
    sys.stdout.write(f"{len(rows)} rows, {len(paths)} intents; {written.name}: {written.stat().st_size:,} bytes\n")


def _measure(rows: tuple[Row, ...], paths: list[str]) -> None:
    whole, authors = _set(rows, paths), np.array([row.author for row in rows])
    nothing = np.array([not row.path for row in rows])
    apart, of_none, names = [], [], sorted(set(authors[~nothing]) - {""})
    parts = np.arange(len(rows)) % len(names)  # what asks for nothing has no authors: it is left out by turns
    for at, author in enumerate(names):
        left, none = ~nothing & (authors == author), nothing & (parts == at)
        trained = whole.take(np.flatnonzero(~left & ~none)).fit()
        apart.append(trained.logits(whole.take(np.flatnonzero(left))))
        of_none.append(trained.logits(whole.take(np.flatnonzero(none))))
    labels: list[Labels] = [whole.labels[authors == author] for author in names]
    shares = best_shares(apart, labels)
    for author, logits, right in zip(names, apart, labels, strict=True):
        sys.stdout.write(f"{author}: {figures(logits.shared(shares), right)}\n")
    everything = np.concatenate([logits.shared(shares) for logits in apart])
    sys.stdout.write(f"all: {figures(everything, np.concatenate(labels))}\nshares {shares}\n")
    sys.stdout.write(thresholds(everything, np.concatenate([logits.shared(shares) for logits in of_none])))


def _set(rows: tuple[Row, ...], paths: list[str]) -> Set:
    encoded = encode(rows)
    requests = [row.request for row in rows]
    return Set(
        grams(requests),
        piece_rows(requests, {name: at for at, name in enumerate(encoded.names)}),
        encoded,
        np.array([paths.index(row.path) if row.path else NOTHING for row in rows]),
        len(paths),
    )


if __name__ == "__main__":
    main()
