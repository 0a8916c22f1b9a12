"""The model: a trained tagger's arrays as one file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.clusters import Clusters
from core.adapters.presidio.ner.crf import Crf
from core.adapters.presidio.ner.judge import BUCKETS as JUDGED
from core.adapters.presidio.ner.judge import NameJudge
from core.adapters.presidio.ner.rows import Rows
from core.adapters.presidio.ner.templates import BUCKETS

FILE: Final = "names.npz"

# Weights are kept in steps of this size, one byte each: finer ones change no figure.
_STEP: Final = 1 / 32
_JUDGE_STEP: Final = 1 / 64
_MOST: Final = 127
# What the names of their arrays begin with.
_FIELDS: Final = ("", "second_")
_JUDGED: Final = ("judge", "genre", "organizations")


@dataclass(frozen=True, slots=True)
class Model:
    """Two fields with the word classes they read, the judge of what they find, and of which texts all are made.

    The second field has read nothing but what people ask and paste at work.
    """

    fields: Crf
    clusters: Clusters
    judge: NameJudge
    texts: str = ""
    """The digest of the texts that they were trained on (`serving/training/detector/corpus.py`)."""
    classes: Mapping[str, int] = field(default_factory=dict)
    """The number of each combination of kinds, by which the fields know a word (`lexicon.numbered`)."""
    lists: tuple[str, ...] = ()
    """The digests of the words that their features read (`lexicon.digests`)."""


@cache
def shipped() -> Model:
    """Return the model in this folder, loaded once a process."""
    with as_file(files(__package__).joinpath(FILE)) as path:
        return load(path)


def load(path: Path) -> Model:
    """Read a model."""
    with np.load(path, allow_pickle=False) as arrays:
        return Model(
            Crf.joined([_read(arrays, name) for name in _FIELDS]),
            Clusters(np.cumsum(arrays["cluster_steps"], dtype=np.uint32), arrays["coarse"], arrays["fine"]),
            NameJudge(*(_unpacked(arrays[f"{name}_steps"], arrays[name]) for name in _JUDGED)),
            str(arrays["texts"]),
            dict(zip(arrays["classes"].tolist(), arrays["class_numbers"].tolist(), strict=True)),
            tuple(arrays["lists"].tolist()),
        )


def save(model: Model, path: Path) -> None:
    """Write a model."""
    first, second = map(_written, model.fields.parted(), _FIELDS)
    np.savez_compressed(
        path,
        labels=np.array(model.fields.labels),
        **first,
        **second,
        cluster_steps=np.diff(model.clusters.keys, prepend=np.uint32(0)),
        coarse=model.clusters.coarse,
        fine=model.clusters.fine,
        texts=np.array(model.texts),
        classes=np.array(list(model.classes), np.str_),
        class_numbers=np.array(list(model.classes.values()), np.uint16),
        lists=np.array(model.lists, np.str_),
        **_packed("judge", model.judge.weights),
        **_packed("genre", model.judge.genre),
        **_packed("organizations", model.judge.organizations),
    )


def _read(arrays: Mapping[str, NDArray[Any]], name: str) -> Crf:
    weights = arrays[f"{name}weights"]
    return Crf(
        tuple(arrays["labels"].tolist()),
        Rows.of(np.cumsum(arrays[f"{name}steps"], dtype=np.int64), BUCKETS),
        np.concatenate((np.zeros_like(weights[:1]), weights))[:, None],
        arrays[f"{name}transitions"][None],
        _STEP,
    )


def _written(crf: Crf, name: str) -> dict[str, Any]:
    weights = crf.weights[1:, 0] * crf.step
    return {
        f"{name}steps": np.diff(crf.rows.used(), prepend=0).astype(np.uint32),
        f"{name}weights": np.clip(np.round(weights / _STEP), -_MOST, _MOST).astype(np.int8),
        f"{name}transitions": crf.transitions[0].astype(np.float32),
    }


def _packed(name: str, weights: NDArray[np.float32]) -> dict[str, Any]:
    told = np.flatnonzero(np.abs(weights) >= _JUDGE_STEP / 2)
    return {
        f"{name}_steps": np.diff(told, prepend=0).astype(np.uint32),
        name: np.clip(np.round(weights[told] / _JUDGE_STEP), -_MOST, _MOST).astype(np.int8),
    }


def _unpacked(steps: NDArray[np.uint32], weights: NDArray[np.int8]) -> NDArray[np.float32]:
    unpacked = np.zeros(JUDGED, np.float32)
    unpacked[np.cumsum(steps, dtype=np.int64)] = weights * np.float32(_JUDGE_STEP)
    return unpacked
