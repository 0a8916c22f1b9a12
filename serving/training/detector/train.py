"""Train the model: `python -m serving.training.detector.train --gold … --raw … --english … --output …`.

gold: JSON lines with spans labelled PS, OG, LC (KLUE-NER). raw: one sentence a line, unlabelled, from which the
sentences of `checked.txt` are taken. english: JSON lines with PS spans (WNUT-17). The texts of offices, chats and forms
are beside this file (`office.jsonl` …). Word classes are kept from the shipped model, or learnt anew from `--words`: a
folder with `vocab.txt` and `model.safetensors` of an English BERT, whose table of word pieces tells English words.
With `--folds 5` it trains on four fifths in turn, with a judge of what the other folds were offered, writes nothing,
and prints how well the rest is tagged.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from core.adapters.presidio.ner import judge, lexicon, organizations
from core.adapters.presidio.ner.candidates import candidates
from core.adapters.presidio.ner.clusters import Clusters
from core.adapters.presidio.ner.crf import Crf
from core.adapters.presidio.ner.document import AnalyzedText
from core.adapters.presidio.ner.finder import NameDetector
from core.adapters.presidio.ner.judge import NameJudge
from core.adapters.presidio.ner.model import Model, save, shipped
from core.adapters.presidio.ner.tagger import Tagger
from core.adapters.presidio.ner.words import Words
from serving.training.detector import clusters, vectors
from serving.training.detector.corpus import (
    FeatureExtractor,
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
    texts,
)
from serving.training.detector.crossvalidation import Tally
from serving.training.detector.fit import fit
from serving.training.detector.swap import copies, swapped, with_other_companies
from serving.training.detector.synthesis import sentences
from serving.training.detector.verdicts import Offered, learn

_SEED: Final = 7
# Few texts are of offices; each stands here more than once, its persons with other names.
_COPIES: Final = 3
_FOLDS: Final = 3
# Of the requests, every one that the second field reads, and of the templates' sentences how many.
_EVERY: Final = 6
_MADE: Final = 2000
SYNTHETIC: Final = 5500
"""How many sentences are made from templates."""
_DIALS: Final = (0, 0.5, 1, 1.5, 2)


@dataclass(frozen=True, slots=True)
class TrainingTexts:
    """What is trained on; of gold, english, office and texts a part may be held out.

    The first field learns from the first five, the second from office, texts, ordinary and some synthetic and requests.
    """

    gold: list[Sentence]
    checked: list[Sentence]
    english: list[Sentence]
    synthetic: list[Sentence]
    office: list[Sentence]
    texts: list[Sentence]
    short: list[Sentence]
    ordinary: list[Sentence]
    requests: list[Sentence]


@dataclass(frozen=True, slots=True)
class Fold:
    """A part of the material: the fields that have not seen it, what they offer there, and its sentences by source."""

    fields: Crf
    offered: list[Offered]
    held: dict[str, list[Sentence]]


class Training:
    """Trains models; features are made once a sentence.

    The judge learns from what fields offer that have not seen the text: in each fold they are trained on the rest. Of a
    model that is kept the first field and the genre stay as they are, and its judge of persons is where the new one
    begins.
    """

    def __init__(self, extractor: FeatureExtractor, learnt: Clusters, kept: Model | None = None) -> None:
        self._kept = kept
        self._extractor = extractor
        self._clusters = learnt
        self._features: dict[str, Features] = {}

    def model(self, material: TrainingTexts) -> Model:
        """Return a model of all the material."""
        offered = [text for number in range(_FOLDS) for text in self.fold(material, number, _FOLDS).offered]
        first = self._kept.fields.parted()[0] if self._kept else self._first(material)
        return self.judged(Crf.joined([first, self._second(material)]), offered)

    def fold(self, material: TrainingTexts, number: int, of: int) -> Fold:
        """Return one of so many folds: what the fields of the rest offer in it."""
        split = {name: _split(getattr(material, name), number, of) for name in ("gold", "english", "office", "texts")}
        rest = replace(material, **{name: others for name, (_, others) in split.items()})
        fields = Crf.joined([self._first(rest), self._second(rest)])
        tagger = Tagger(self._model(fields, NameJudge.blank()))
        unread = [request for i, request in enumerate(material.requests) if i % _EVERY]
        others = (("short", material.short[number::of]), ("request", unread[number::of]))
        kinds = (("news", "gold"), ("news", "english"), ("office", "office"), ("office", "texts"))
        held = [*((kind, split[name][0]) for kind, name in kinds), *others]
        offered = [self._offer(tagger, sentence, kind) for kind, sentences in held for sentence in sentences]
        return Fold(fields, offered, {name: sentences for name, (sentences, _) in split.items()})

    def judged(self, fields: Crf, offered: Sequence[Offered]) -> Model:
        """Return a model of fields with a judge of what others offered."""
        return self._model(fields, learn(offered, _SEED, self._kept.judge if self._kept else None))

    def _model(self, fields: Crf, learnt: NameJudge) -> Model:
        classes = lexicon.numbered(shipped().classes)
        return Model(fields, self._clusters, learnt, digest(), classes, lexicon.digests())

    def _first(self, material: TrainingTexts) -> Crf:
        rng = random.Random(_SEED)  # noqa: S311 - no secret
        return self._fit(
            [
                *(*material.gold, *swapped(material.gold, rng), *material.checked),
                *(*material.english, *swapped(material.english, rng), *material.synthetic),
                *(*material.office, *(copy for _ in range(_COPIES) for copy in copies(material.office, rng))),
            ]
        )

    def _second(self, material: TrainingTexts) -> Crf:
        rng = random.Random(_SEED)  # noqa: S311 - no secret
        read = [*material.office, *material.texts]
        others = [copy for _ in range(_COPIES - 1) for copy in with_other_companies([*copies(read, rng)], rng)]
        made = material.synthetic[:_MADE]
        return self._fit([*read, *others, *made, *material.ordinary, *material.requests[::_EVERY]])

    def _fit(self, sentences: Sequence[Sentence]) -> Crf:
        return fit(sentences, [self.features(sentence.text) for sentence in sentences], _SEED)

    def _offer(self, tagger: Tagger, sentence: Sentence, kind: str) -> Offered:
        morphemes = self._extractor.morphemes(sentence.text)
        held = Words(sentence.text, morphemes)
        document = AnalyzedText(sentence.text, held, morphemes)
        persons, companies = tagger.offers(sentence.text, morphemes)
        found = candidates(sentence.text, persons, held)
        named = organizations.candidates(sentence.text, companies)
        many = sum(span[2] == "PS" for span in sentence.spans)
        return Offered(
            sentence,
            document,
            list(zip(found, judge.vectors(document, found), strict=True)),
            list(zip(named, organizations.vectors(document, named, many), strict=True)),
            kind,
        )

    def features(self, text: str) -> Features:
        """Return a text's features."""
        if text not in self._features:
            self._features[text] = self._extractor.features(text)
        return self._features[text]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or cross-validate."""
    options = _parser().parse_args(arguments)
    raw = read_lines(options.raw)
    learnt = clusters.learn(vectors.korean(), vectors.english(options.words)) if options.words else shipped().clusters
    extractor = FeatureExtractor(learnt)
    training = Training(extractor, learnt, shipped() if options.keep_first else None)
    english = read(options.english, persons_only=True)
    synthetic = list(sentences(options.synthetic, random.Random(_SEED)))  # noqa: S311 - no secret
    material = TrainingTexts(
        read(options.gold),
        list(checked(raw)),
        english,
        synthetic,
        [*office(), *labelled()],
        texts(),
        short(),
        ordinary(),
        requests(options.requests),
    )
    if options.folds:
        folds = [training.fold(material, number, options.folds) for number in range(options.folds)]
        _cross_validate(training, extractor, folds)
    else:
        save(training.model(material), options.output)


def _split(sentences: list[Sentence], number: int, of: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return a part, and the rest; a part stands together, so that most of its authors are in no other."""
    first, last = (len(sentences) * i // of for i in (number, number + 1))
    return sentences[first:last], [*sentences[:first], *sentences[last:]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("gold", "raw", "english"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--words", type=Path, help="learn the word classes anew")
    parser.add_argument("--requests", type=Path, nargs="*", default=[], help="folders of requests that name nobody")
    parser.add_argument("--output", type=Path, default=Path("names.npz"))
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC, help="sentences made from templates")
    parser.add_argument("--keep-first", action="store_true", help="keep the first field and the genre, teach the rest")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead")
    return parser


def _cross_validate(training: Training, extractor: FeatureExtractor, folds: Sequence[Fold]) -> None:
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for fold in folds:
        others = [text for other in folds if other is not fold for text in other.offered]
        model = training.judged(fold.fields, others)
        for source, held in fold.held.items():
            for more in _DIALS:
                _count(tallies[f"{source}, tagger, outside {more}"], Tagger(model, more), extractor, held)
                _count(
                    tallies[f"{source}, as shipped, more {more - 1}"], NameDetector(model, more - 1), extractor, held
                )
    for name, tally in sorted(tallies.items()):
        sys.stdout.write(f"{name}\n{tally}")


def _count(tally: Tally, finder: Tagger | NameDetector, extractor: FeatureExtractor, held: Iterable[Sentence]) -> None:
    for sentence in held:
        names = finder.names(sentence.text, extractor.morphemes(sentence.text))
        tally.add(sentence, [(name.start, name.end, name.kind) for name in names])


if __name__ == "__main__":
    main()
