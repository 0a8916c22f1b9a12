"""Train the judge of namesakes: `python -m serving.training.detector.namesakes --requests DIRECTORY …`, half a minute.

Somebody is who is marked in `texts.txt` ([[…]]) and whoever is a person in the detector's texts of offices; famous is
who is listed as such and is not marked there, nor in the requests. With `--folds 4` the texts are held out in turn.
"""

import argparse
import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from core.adapters.presidio.gazetteer import alternatives
from core.adapters.presidio.ner import judge, namesakes
from core.adapters.presidio.ner.document import AnalyzedText
from core.adapters.presidio.ner.model import shipped
from core.adapters.presidio.ner.tails import is_tail
from core.adapters.presidio.ner.words import Words
from serving.training.detector.corpus import FeatureExtractor, Sentence, labelled, marked, office, requests, texts
from serving.training.detector.verdicts import JudgedEvidence, fitted

_TEXTS: Final = Path(__file__).with_name("texts.txt")
_FAMOUS: Final = re.compile(
    rf"(?<![가-힣A-Za-z]){alternatives('famous', 'famous.namesake', 'famous.borne')}(?=(?P<rest>[가-힣]*))"
)
_NAME: Final = re.compile(r"[가-힣]{2,4}")
_SEED: Final = 7
# Of a list of names so many are enough.
_MOST: Final = 4
_SHORTEST: Final = 2
# How much those count that are written for this: requests of one sentence, of whom the other texts have few.
_OF_OWN: Final = 2.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or cross-validate."""
    options = _parser().parse_args(arguments)
    extractor = FeatureExtractor(shipped().clusters)
    own = [marked(line) for line in _TEXTS.read_text("utf-8").splitlines()]
    read = [*office(), *labelled(), *texts(), *requests(options.requests)]
    examples = [list(_examples(extractor, sentence, 1.0)) for sentence in read]
    examples += [list(_examples(extractor, sentence, _OF_OWN)) for sentence in own]
    if options.folds:
        _cross_validate([group for group in examples if group], options.folds)
        return
    weights = fitted(_balanced([one for group in examples for one in group]), _SEED)
    told = np.flatnonzero(np.abs(weights) >= namesakes.STEP / 2)
    np.savez_compressed(
        options.output,
        texts=np.array(digest()),
        steps=np.diff(told, prepend=0).astype(np.uint32),
        weights=np.clip(np.round(weights[told] / namesakes.STEP), -127, 127).astype(np.int8),
    )


def digest() -> str:
    """Return what stands for the texts written for this; the weights keep that of those they were trained on."""
    return hashlib.sha256(_TEXTS.read_bytes()).hexdigest()[:16]


def _examples(extractor: FeatureExtractor, sentence: Sentence, weight: float) -> Iterator[JudgedEvidence]:
    text = sentence.text
    persons = [
        (start, end) for start, end, kind in sentence.spans if kind == "PS" and _NAME.fullmatch(text, start, end)
    ]
    spans = [*(span[:2] for span in sentence.spans), *sentence.neutral]
    taken = {place for span in spans for place in range(*span)}
    famous = [
        found.span()
        for found in _FAMOUS.finditer(text)
        if found.start() not in taken and len(found.group()) >= _SHORTEST and is_tail(found["rest"])
    ]
    if not persons and not famous:
        return
    morphemes = extractor.morphemes(text)
    document = AnalyzedText(text, Words(text, morphemes), morphemes)
    for places, is_so in ((persons[:_MOST], False), (famous[:_MOST], True)):
        for place in places:
            said = namesakes.words_of(document, *place)
            yield JudgedEvidence((judge.buckets(said), namesakes.values(len(said))), is_so=is_so, weight=weight)


def _balanced(examples: Sequence[JudgedEvidence]) -> list[JudgedEvidence]:
    """Return the same with as much weight for the famous, who are few, as for all others."""
    share = sum(one.is_so * one.weight for one in examples) / sum(one.weight for one in examples)
    return [
        JudgedEvidence(one.vector, one.is_so, one.weight / 2 / (share if one.is_so else 1 - share)) for one in examples
    ]


def _cross_validate(groups: list[list[JudgedEvidence]], folds: int) -> None:
    random.Random(_SEED).shuffle(groups)  # noqa: S311 - no secret
    wrong, many = [0, 0], [0, 0]
    for fold in range(folds):
        weights = fitted(
            _balanced([one for i, group in enumerate(groups) if i % folds != fold for one in group]), _SEED
        )
        for one in (one for group in groups[fold::folds] for one in group):
            places, values = one.vector
            many[one.is_so] += 1
            wrong[one.is_so] += (float(weights[places] @ values) > namesakes.ASKED) != one.is_so
    sys.stdout.write(f"taken for famous {wrong[0]} of {many[0]}, for somebody {wrong[1]} of {many[1]}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--requests", type=Path, nargs="*", default=[], help="folders of requests that name nobody")
    parser.add_argument("--output", type=Path, default=Path(namesakes.FILE))
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead")
    return parser


if __name__ == "__main__":
    main()
