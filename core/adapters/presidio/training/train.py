"""Train the model: `python -m core.adapters.presidio.training.train --gold … --raw … --english … --output …`.

gold: JSON lines with spans labelled PS, OG, LC (KLUE-NER). raw: one sentence a line, unlabelled, from which the
sentences of `checked.txt` are taken. english: JSON lines with PS spans (WNUT-17). The texts of offices, chats and forms
are beside this file (`office.jsonl` …). Word classes are kept from the shipped model, or learnt anew from `--words`: a
folder with `vocab.txt` and `model.safetensors` of an English BERT, whose table of word pieces tells English words.
With `--folds 5` it trains on four fifths of gold and of english in turn, writes nothing, and prints how well the rest
is tagged.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from core.adapters.presidio.names import judge, organizations
from core.adapters.presidio.names.candidates import candidates
from core.adapters.presidio.names.crf import Crf
from core.adapters.presidio.names.document import Document
from core.adapters.presidio.names.finder import NameFinder
from core.adapters.presidio.names.model import Model, save, shipped
from core.adapters.presidio.names.morphology import Clusters
from core.adapters.presidio.names.tagger import Tagger
from core.adapters.presidio.names.words import Words
from core.adapters.presidio.training import clusters, vectors
from core.adapters.presidio.training.corpus import (
    Analyst,
    Features,
    Sentence,
    checked,
    digest,
    labelled,
    office,
    ordinary,
    read,
    read_lines,
    requests,
    short,
    unseen,
)
from core.adapters.presidio.training.crossvalidation import Tally
from core.adapters.presidio.training.fit import fit
from core.adapters.presidio.training.swap import copies, swapped
from core.adapters.presidio.training.synthesis import sentences
from core.adapters.presidio.training.verdicts import Offered, learn, learn_organizations

_SEED: Final = 7
# Few texts are of offices; each stands here more than once, its persons with other names.
_COPIES: Final = 3
_PARTS: Final = 3
_DIALS: Final = (0, 0.5, 1, 1.5, 2)


@dataclass(frozen=True, slots=True)
class Material:
    """What is trained on; of gold and english a part may be held out. The last four teach the judge alone."""

    gold: list[Sentence]
    checked: list[Sentence]
    english: list[Sentence]
    synthetic: list[Sentence]
    office: list[Sentence]
    unseen: list[Sentence]
    short: list[Sentence]
    ordinary: list[Sentence]
    requests: list[Sentence]


class Training:
    """Trains models; features are made once a sentence.

    The judge learns from what taggers offer that were trained on the other two thirds of the material. Of a model that
    is kept all stays as it is but the judge of persons, which goes on from its own.
    """

    def __init__(self, analyst: Analyst, learnt: Clusters, kept: Model | None = None) -> None:
        self._kept = kept
        self._analyst = analyst
        self._clusters = learnt
        self._features: dict[str, Features] = {}

    def model(self, material: Material) -> Model:
        """Return a model of all the material."""
        offered = [text for part in range(_PARTS) for text in self._offered(material, part)]
        crf = self._kept.crf if self._kept else self._crf(_swapping(material))
        start = self._kept.judge if self._kept else None
        tagger = Tagger(Model(crf, self._clusters, start or judge.Judge.blank()))
        offered += (self._offer(tagger, text, kind) for kind, texts in _unseen(material) for text in texts)
        companies = () if start else self._companies(tagger, material)
        return Model(crf, self._clusters, learn(offered, companies, _SEED, start), digest())

    def with_organizations(self, kept: Model, material: Material) -> Model:
        """Return a model with organizations learnt anew, and all else as it was."""
        companies = self._companies(Tagger(kept), material)
        return replace(
            kept, judge=replace(kept.judge, organizations=learn_organizations(companies, _SEED)), texts=digest()
        )

    def _companies(self, tagger: Tagger, material: Material) -> list[Offered]:
        return [
            self._offer_organizations(tagger, text, kind)
            for kind, texts in (("office", labelled()), *_unseen(material))
            if kind != "ordinary"
            for text in texts
        ]

    def _crf(self, material: Material) -> Crf:
        sentences = [*material.gold, *material.checked, *material.english, *material.synthetic, *material.office]
        return fit(sentences, [self.features(sentence.text) for sentence in sentences], _SEED)

    def _offered(self, material: Material, part: int) -> Iterator[Offered]:
        """Yield the texts of a part with their candidates, by a tagger that has not seen it."""
        rest = replace(
            material,
            gold=_without(material.gold, part),
            english=_without(material.english, part),
            office=_without(material.office, part),
        )
        tagger = Tagger(Model(self._crf(_swapping(rest)), self._clusters, judge.Judge.blank()))
        for kind, texts in (("news", material.gold), ("news", material.english), ("office", material.office)):
            for sentence in texts[part::_PARTS]:
                yield self._offer(tagger, sentence, kind)

    def _offer(self, tagger: Tagger, sentence: Sentence, kind: str) -> Offered:
        morphemes = self._analyst.morphemes(sentence.text)
        held = Words(sentence.text, morphemes)
        found = candidates(sentence.text, tagger.offers(sentence.text, morphemes)[0], held)
        document = Document.of(sentence.text, morphemes, self._clusters, held)
        return Offered(sentence, document, found, judge.vectors(document, found), kind)

    def _offer_organizations(self, tagger: Tagger, sentence: Sentence, kind: str) -> Offered:
        morphemes = self._analyst.morphemes(sentence.text)
        found = organizations.candidates(sentence.text, tagger.offers(sentence.text, morphemes)[1])
        document = Document.of(sentence.text, morphemes, self._clusters, Words(sentence.text, morphemes))
        persons = sum(span[2] == "PS" for span in sentence.spans)
        vectors = organizations.vectors(document, found, persons)
        return Offered(sentence, document, found, vectors, kind)

    def features(self, text: str) -> Features:
        """Return a text's features."""
        if text not in self._features:
            self._features[text] = self._analyst.features(text, self._clusters)
        return self._features[text]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or cross-validate."""
    options = _parser().parse_args(arguments)
    analyst = Analyst()
    raw = read_lines(options.raw)
    learnt = clusters.learn(vectors.korean(), vectors.english(options.words)) if options.words else shipped().clusters
    training = Training(analyst, learnt, shipped() if options.judge_only else None)
    english = read(options.english, persons_only=True)
    synthetic = list(sentences(options.synthetic, random.Random(_SEED)))  # noqa: S311 - no secret
    material = Material(
        read(options.gold),
        list(checked(raw)),
        english,
        synthetic,
        [*office(), *labelled()],
        unseen(),
        short(),
        ordinary(),
        requests(options.requests),
    )
    if options.organizations_only:
        save(training.with_organizations(shipped(), material), options.output)
    elif options.folds:
        _cross_validate(training, analyst, material, options.folds)
    else:
        save(training.model(material), options.output)


def _unseen(material: Material) -> tuple[tuple[str, list[Sentence]], ...]:
    return (
        ("office", material.unseen),
        ("short", material.short),
        ("ordinary", material.ordinary),
        ("request", material.requests),
    )


def _without(sentences: list[Sentence], part: int) -> list[Sentence]:
    return [sentence for i, sentence in enumerate(sentences) if i % _PARTS != part]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("gold", "raw", "english"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--words", type=Path, help="learn the word classes anew")
    parser.add_argument("--requests", type=Path, nargs="*", default=[], help="folders of requests that name nobody")
    parser.add_argument("--output", type=Path, default=Path("names.npz"))
    parser.add_argument("--synthetic", type=int, default=5000, help="sentences made from templates")
    parser.add_argument("--judge-only", action="store_true", help="keep all else, and teach the judge of persons more")
    parser.add_argument("--organizations-only", action="store_true", help="teach what an organization is, and no more")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead")
    return parser


def _cross_validate(training: Training, analyst: Analyst, material: Material, folds: int) -> None:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    order = random.Random(0).sample(range(len(material.gold)), len(material.gold))  # noqa: S311 - no secret
    for fold in range(folds):
        rest = [material.gold[i] for k, i in enumerate(order) if k % folds == fold]
        kept = [material.gold[i] for k, i in enumerate(order) if k % folds != fold]
        english = [sentence for i, sentence in enumerate(material.english) if i % folds != fold]
        texts = [text for i, text in enumerate(material.office) if i % folds != fold]
        model = training.model(replace(material, gold=kept, english=english, office=texts))
        english, texts = material.english[fold::folds], material.office[fold::folds]
        for language, held in (("korean", rest), ("english", english), ("office", texts)):
            for more in _DIALS:
                _count(tallies[f"{language}, tagger, outside {more}"], Tagger(model, more), analyst, held)
                _count(tallies[f"{language}, as shipped, more {more - 1}"], NameFinder(model, more - 1), analyst, held)
    for name, tally in sorted(tallies.items()):
        sys.stdout.write(f"{name}\n{tally}")


def _count(tally: Tally, finder: Tagger | NameFinder, analyst: Analyst, held: Iterable[Sentence]) -> None:
    for sentence in held:
        names = finder.names(sentence.text, analyst.morphemes(sentence.text))
        tally.add(sentence, [(name.start, name.end, name.kind) for name in names])


def _swapping(material: Material) -> Material:
    """Return the material with copies of the training sentences in which the persons have other names."""
    rng = random.Random(_SEED)  # noqa: S311 - no secret
    return Material(
        [*material.gold, *swapped(material.gold, rng)],
        material.checked,
        [*material.english, *swapped(material.english, rng)],
        material.synthetic,
        [*material.office, *(copy for _ in range(_COPIES) for copy in copies(material.office, rng))],
        unseen=[],
        short=[],
        ordinary=[],
        requests=[],
    )


if __name__ == "__main__":
    main()
