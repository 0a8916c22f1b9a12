"""Train the model: `python -m core.adapters.presidio.training.train --gold … --raw … --english … --output …`.

gold: JSON lines with spans labelled PS, OG, LC (KLUE-NER). raw: one sentence a line, unlabelled, from which the word
classes are learnt and the sentences of `checked.txt` are taken. english: JSON lines with PS spans (WNUT-17).
With `--folds 5` it trains on four fifths of gold and of english in turn, writes nothing, and prints how well the rest
is tagged.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.adapters.presidio.names.model import Model, save
from core.adapters.presidio.names.morphology import Clusters
from core.adapters.presidio.names.tagger import Tagger
from core.adapters.presidio.training import clusters
from core.adapters.presidio.training.corpus import Analyst, Features, Sentence, checked, read, read_lines
from core.adapters.presidio.training.crossvalidation import Tally
from core.adapters.presidio.training.fit import fit
from core.adapters.presidio.training.swap import swapped
from core.adapters.presidio.training.synthesis import sentences

_FIRST_ITERATIONS: Final = 25
_SEED: Final = 7


@dataclass(frozen=True, slots=True)
class Material:
    """What is trained on; of gold and english a part may be held out."""

    gold: list[Sentence]
    checked: list[Sentence]
    english: list[Sentence]
    synthetic: list[Sentence]


class Training:
    """Trains models; features are made once a sentence."""

    def __init__(self, analyst: Analyst, learnt: Clusters, iterations: int) -> None:
        self._analyst = analyst
        self._clusters = learnt
        self._iterations = iterations
        self._features: dict[str, Features] = {}

    def model(self, material: Material) -> Model:
        """Return a model of all the material."""
        first = self._fit(material.gold, _FIRST_ITERATIONS)
        held = [self._with_others(first, sentence) for sentence in material.checked]
        everything = [*material.gold, *held, *material.english, *material.synthetic]
        return self._fit(everything, self._iterations)

    def _fit(self, material: Sequence[Sentence], iterations: int) -> Model:
        features = [self.features(sentence.text) for sentence in material]
        return Model(fit(material, features, iterations), self._clusters)

    def features(self, text: str) -> Features:
        """Return a text's features."""
        if text not in self._features:
            self._features[text] = self._analyst.features(text, self._clusters)
        return self._features[text]

    def _with_others(self, model: Model, sentence: Sentence) -> Sentence:
        """Return a checked sentence, which has persons alone, with what else the first model finds around them."""
        found = Tagger(model).names(sentence.text, self._analyst.morphemes(sentence.text))
        persons = {place for start, end, _ in sentence.spans for place in range(start, end)}
        others = ((name.start, name.end, name.kind) for name in found if name.kind != "PS")
        free = (span for span in others if persons.isdisjoint(range(span[0], span[1])))
        return Sentence(sentence.text, (*sentence.spans, *free))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or cross-validate."""
    options = _parser().parse_args(arguments)
    analyst = Analyst()
    raw = read_lines(options.raw)
    training = Training(analyst, clusters.learn([analyst.morphemes(line) for line in raw]), options.iterations)
    english = read(options.english)
    synthetic = list(sentences(options.synthetic, random.Random(_SEED)))  # noqa: S311 - no secret
    material = Material(read(options.gold), list(checked(raw)), english, synthetic)
    if options.folds:
        _cross_validate(training, analyst, material, options.folds)
    else:
        save(training.model(_swapping(material)), options.output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("gold", "raw", "english"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("names.npz"))
    parser.add_argument("--synthetic", type=int, default=3000, help="sentences made from templates")
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead")
    return parser


def _cross_validate(training: Training, analyst: Analyst, material: Material, folds: int) -> None:
    tallies = {"korean": Tally(), "english": Tally()}
    order = random.Random(0).sample(range(len(material.gold)), len(material.gold))  # noqa: S311 - no secret
    for fold in range(folds):
        rest = [material.gold[i] for k, i in enumerate(order) if k % folds == fold]
        kept = [material.gold[i] for k, i in enumerate(order) if k % folds != fold]
        english = [sentence for i, sentence in enumerate(material.english) if i % folds != fold]
        model = training.model(_swapping(Material(kept, material.checked, english, material.synthetic)))
        for name, held in (("korean", rest), ("english", material.english[fold::folds])):
            _count(tallies[name], Tagger(model), analyst, held)
        for name, tally in tallies.items():
            sys.stdout.write(f"{name}, {fold + 1} of {folds} folds\n{tally}")


def _count(tally: Tally, tagger: Tagger, analyst: Analyst, held: Iterable[Sentence]) -> None:
    for sentence in held:
        names = tagger.names(sentence.text, analyst.morphemes(sentence.text))
        tally.add(sentence, [(name.start, name.end, name.kind) for name in names])


def _swapping(material: Material) -> Material:
    """Return the material with copies of the training sentences in which the persons have other names."""
    rng = random.Random(_SEED)  # noqa: S311 - no secret
    return Material(
        [*material.gold, *swapped(material.gold, rng)],
        material.checked,
        [*material.english, *swapped(material.english, rng)],
        material.synthetic,
    )


if __name__ == "__main__":
    main()
