"""A Hugging Face token classifier of the operator's."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, cast

import torch
import transformers
from presidio_analyzer import RecognizerResult
from presidio_analyzer.chunkers import TokenizerBasedTextChunker
from presidio_analyzer.nlp_engine import NlpArtifacts
from presidio_analyzer.predefined_recognizers import HuggingFaceNerRecognizer

from core.adapters.presidio.custom_model.labels import KINDS, read
from core.adapters.presidio.custom_model.spans import FoundSpan, results
from core.adapters.presidio.engine import LANGUAGE
from core.errors import NerModelError
from core.privacy.entities import EntityType

# Nobody's code is run, nothing is fetched, and numbers are such as every CPU reckons with.
_LOCAL: Final = {"local_files_only": True, "trust_remote_code": False}
_LONGEST: Final = 512
# A piece may come apart into a few tokens more than it did within the whole text, and RoBERTa keeps two positions.
_SPARE: Final = 16
_OVERLAP: Final = 48


class TransformerRecognizer(HuggingFaceNerRecognizer):
    """Runs a token classifier from its folder; where a prediction fails it raises, and the text is not accepted.

    Presidio's own goes on without what it could not see, fetches a model that is not there, and cuts a text into
    pieces by characters, of which a model with small tokens reads only the beginnings.

    Raises:
        NerModelError: It has no tokenizer, or no labels for what is personal.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            supported_entities=KINDS,
            name=type(self).__name__,
            supported_language=LANGUAGE,
            model_name=str(folder),
            device="cpu",
        )

    def load(self) -> None:
        """Load the model, and try it on as long a piece as it will ever read."""
        _be_quiet()
        folder = str(self.model_name)
        model = _model(folder)
        tokenizer = _tokenizer(folder)
        self.text_chunker = TokenizerBasedTextChunker(tokenizer, _window(tokenizer, model.config), _OVERLAP)
        self.ner_pipeline = transformers.TokenClassificationPipeline(
            model=model, tokenizer=tokenizer, aggregation_strategy=_strategy(model.config), device="cpu"
        )
        _name_kinds(model.config)
        super().analyze("준비 " * _LONGEST, [])

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return what the model finds of the kinds asked for."""
        found = [
            FoundSpan(result.start, result.end, EntityType(result.entity_type)) for result in super().analyze(text, [])
        ]
        return results(self, found, entities, text, nlp_artifacts)

    def _predict_chunk(self, chunk_text: str) -> list[RecognizerResult]:
        predict = cast("Callable[[str], list[dict[str, Any]]]", self.ner_pipeline)
        return [
            RecognizerResult(found["entity_group"], found["start"], found["end"], found["score"])
            for found in predict(chunk_text)
            if found["score"] >= self.threshold
        ]


def _be_quiet() -> None:
    """Have the library draw no bars and print no reports: what it has to say is said by our errors."""
    transformers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity_error()


def _tokenizer(folder: str) -> Any:  # noqa: ANN401 - the library, an optional extra, is untyped here
    """Return the tokenizer; where none is in the folder, the library would make up an empty one."""
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **_LOCAL)
    except Exception:  # noqa: BLE001 - whatever is the matter with it
        raise NerModelError(reason="tokenizer") from None
    if not tokenizer.is_fast or len(tokenizer) <= len(tokenizer.all_special_tokens):
        raise NerModelError(reason="tokenizer")
    return tokenizer


def _model(folder: str) -> Any:  # noqa: ANN401 - the same
    """Return the model; where its last layer is not in the folder, the library would make one up at random."""
    model, report = transformers.AutoModelForTokenClassification.from_pretrained(
        folder, **_LOCAL, dtype=torch.float32, output_loading_info=True
    )
    if report["missing_keys"] or not any(read(label).kind for label in model.config.id2label.values()):
        raise NerModelError(reason="labels")
    return model


def _window(tokenizer: Any, config: Any) -> int:  # noqa: ANN401 - the same
    """Return how many tokens are read at a time; a piece with more fails, where it would be read in part."""
    longest = min(tokenizer.model_max_length, getattr(config, "max_position_embeddings", _LONGEST), _LONGEST)
    tokenizer.model_max_length = sys.maxsize
    return int(longest) - int(tokenizer.num_special_tokens_to_add(pair=False)) - _SPARE


def _strategy(config: Any) -> str:  # noqa: ANN401 - the same
    """Return how tokens make up words: Naver's labels (`PER-B`) are given to a word, and its first token speaks."""
    return "first" if any(read(label).behind for label in config.id2label.values()) else "simple"


def _name_kinds(config: Any) -> None:  # noqa: ANN401 - the same
    """Have the model give our kinds, in the form the pipeline joins tokens by: it knows `B-` and `I-` alone."""
    labels: Mapping[int, str] = config.id2label
    config.id2label = {number: _named(label) for number, label in labels.items()}


def _named(label: str) -> str:
    kind, begins, _ = read(label)
    return f"{'B' if begins else 'I'}-{kind}" if kind else "O"
