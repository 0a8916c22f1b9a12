"""The file that the classifier is read from."""

import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

import core.prompting.understanding
from core.prompting.understanding.recognition import FILE
from core.prompting.understanding.sparse_weights import packed
from serving.training.intents.train import Trained

SHARES: Final = (1.5, 0.65)
"""How much the logits of the hashed features and of the network count: about what `--measure` says."""
_TO: Final = Path(core.prompting.understanding.__file__).with_name(FILE)


def write(trained: Trained, paths: list[str], trained_from: str) -> Path:
    """Write a classifier, and return where to; `paths` are the intents, `trained_from` the digest of the rows."""
    values, steps = packed(trained.grams.steps)
    of_grams, of_network = map(np.float32, SHARES)
    _save(
        paths=np.array(paths),
        steps=steps,
        values=values,
        scales=trained.grams.scales * of_grams,
        pieces=np.array("\n".join(trained.names)),
        vectors=trained.vectors.steps,
        hidden=trained.hidden.steps,
        hidden_scales=trained.vectors.scales[0] * trained.hidden.scales,
        hidden_bias=trained.network.hidden_bias,
        output=trained.output.steps,
        output_scales=trained.output.scales * of_network,
        bias=trained.gram_bias * of_grams + trained.network.bias * of_network,
        digest=np.array(trained_from),
    )
    return _TO


def _save(**arrays: NDArray[Any]) -> None:
    """Save arrays as numpy reads them, packed by LZMA: a tenth smaller than by numpy, which has no choice of it."""
    with zipfile.ZipFile(_TO, "w") as file:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy")
            member.compress_type = zipfile.ZIP_LZMA
            with file.open(member, "w") as written:
                np.lib.format.write_array(written, array)
