"""Fetch what others wrote for the detector to learn from: `python -m serving.training.fetch FOLDER`.

Each corpus is read where its authors keep it, or where `--from NAME=ADDRESS` says (`file:///…` for a file here), and
written as the training reads it; it is refused unless it is, byte for byte, what the shipped weights were trained on.
Of sentences with labels every fourth is left out, for measuring.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.request import urlopen

_GITHUB: Final = "https://raw.githubusercontent.com"
_TIMEOUT_S: Final = 60.0
_PARTS: Final = 4

Labelled = tuple[str, str, str]
"""A piece of a sentence, how it is labelled (B-PS, I-PS, O), and what stands between it and the next."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus: the file that the training reads, its SHA-256, where it comes from and how that is read."""

    name: str
    sha256: str
    address: str
    read: Callable[[str], str]

    def fetched(self, address: str) -> bytes:
        """Return the file's content.

        Raises:
            ValueError: It is not what the weights were trained on.
        """
        with urlopen(address, timeout=_TIMEOUT_S) as answer:  # noqa: S310 - whoever runs this names the address
            content = self.read(answer.read().decode()).encode()
        if hashlib.sha256(content).hexdigest() != self.sha256:
            message = f"{self.name}: what lies at {address} is not what the weights were trained on"
            raise ValueError(message)
        return content


def klue(text: str) -> str:
    """Read KLUE-NER, a line for each character: a heading with the sentence's name, then `character, label`."""
    rows = []
    for block in text.split("\n\n"):
        headings = [line for line in block.split("\n") if line.startswith("## ")]
        pieces = [line.rpartition("\t") for line in block.split("\n") if line and not line.startswith("## ")]
        if pieces:
            name = headings[-1].removeprefix("## ").partition("\t")[0]
            rows.append(_row(name, ((character, label, "") for character, _, label in pieces)))
    return _lines(rows)


def konne(text: str) -> str:
    """Read sentences without labels, `name, sentence` on each line."""
    return "".join(line.partition("\t")[2].strip() + "\n" for line in text.split("\n") if line)


def wnut(text: str) -> str:
    """Read WNUT-17, a line for each word; of its labels persons are kept."""
    rows = []
    for block in text.replace("\n\t\n", "\n\n").split("\n\n"):
        words = [line.partition("\t")[::2] for line in block.split("\n") if line.strip()]
        if words:
            said = hashlib.sha1(" ".join(word for word, _ in words).encode()).hexdigest()  # noqa: S324 - no secret
            labels = (label.replace("person", "PS") if label.endswith("-person") else "O" for _, label in words)
            pieces = ((word, label, " ") for (word, _), label in zip(words, labels, strict=True))
            rows.append(_row(f"wnut:{said[:12]}", pieces))
    return _lines(rows)


def _row(name: str, pieces: Iterable[Labelled]) -> dict[str, object]:
    text, behind = "", ""
    spans: list[tuple[int, int, str]] = []
    continues = ""
    for piece, label, between in pieces:
        start = len(text) + len(behind)
        text += behind + piece
        kind = label.partition("-")[2]
        if label.startswith("I-") and kind == continues:
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind:
            spans.append((start, len(text), kind))
        continues, behind = kind, between
    return {"id": name, "text": text, "spans": spans}


def _lines(rows: Iterable[dict[str, object]]) -> str:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in _kept(rows))


def _kept(rows: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Yield the three quarters that become training data; a row's name says which it belongs to."""
    for row in rows:
        if hashlib.sha1(str(row["id"]).encode()).digest()[0] % _PARTS:  # noqa: S324 - no secret
            yield row


CORPORA: Final = (
    Corpus(
        "klue_ner.jsonl",
        "66c817861e9e71c3598662e23c9d907da79e7c2c10cd5f7eabb04aa100b6b333",
        f"{_GITHUB}/KLUE-benchmark/KLUE/3d3d42065f2bbd21c394912942206ce3123e6bfc"
        "/klue_benchmark/klue-ner-v1.1/klue-ner-v1.1_dev.tsv",
        klue,
    ),
    Corpus(
        "klue_train_raw.txt",
        "b871f97221feb61ceb6ec12632a096aaf44a54548cb2ae4439c9e0a430e5c338",
        f"{_GITHUB}/korean-named-entity/konne-prep/219f011e1542aacfc81df9fc33d517f2d9ab59cc"
        "/raw-sent/train-raw-sent.txt",
        konne,
    ),
    Corpus(
        "wnut17.jsonl",
        "8d1716200a45e99e88b698c7ddc6338858d159223b3acad08cc247e2460f9986",
        f"{_GITHUB}/leondz/emerging_entities_17/master/wnut17train.conll",
        wnut,
    ),
)


def main(arguments: Sequence[str] | None = None, corpora: Sequence[Corpus] = CORPORA) -> int:
    """Fetch all; what cannot be had is told, and the others are fetched all the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from", dest="addresses", nargs="*", default=[], metavar="NAME=ADDRESS")
    options = parser.parse_args(arguments)
    given = dict(pair.split("=", 1) for pair in options.addresses)
    failed = False
    for corpus in corpora:
        try:
            content = corpus.fetched(given.get(corpus.name, corpus.address))
        except (OSError, ValueError) as error:
            failed = True
            sys.stderr.write(f"{error}\n")
            continue
        options.folder.mkdir(parents=True, exist_ok=True)
        (options.folder / corpus.name).write_bytes(content)
        sys.stdout.write(f"{options.folder / corpus.name}\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
