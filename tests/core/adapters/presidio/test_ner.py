import importlib.util
import json
from pathlib import Path

import pytest
import spacy
from spacy.pipeline import EntityRuler

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine
from core.adapters.presidio.ner import TransformerRecognizer, operator_recognizer
from core.errors import SettingsError

KINDS = ["PERSON", "ORGANIZATION"]
TEXT = "내일 윤서준이 가온정밀에서 발표해요."

needs_transformers = pytest.mark.skipif(
    importlib.util.find_spec("transformers") is None or importlib.util.find_spec("torch") is None,
    reason="the optional extra `ner` is not installed",
)


@pytest.fixture(scope="module")
def engine() -> KiwiNlpEngine:
    engine = KiwiNlpEngine()
    engine.load()
    return engine


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns(
        [
            {"label": "PS", "pattern": "윤서준이"},
            {"label": "OG", "pattern": [{"TEXT": {"REGEX": "^가온정밀"}}]},
            {"label": "DT", "pattern": "내일"},
        ]
    )
    nlp.to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


def test_a_spacy_pipeline_finds_names_up_to_the_particle(
    pipeline: Path, engine: KiwiNlpEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.load(pipeline)
    monkeypatch.setattr(spacy, "load", {"ko_tiny": nlp}.__getitem__)
    found = operator_recognizer("ko_tiny").analyze(TEXT, KINDS, engine.process_text(TEXT, LANGUAGE))
    assert [(TEXT[item.start : item.end], item.entity_type) for item in found] == [
        ("윤서준", "PERSON"),
        ("가온정밀", "ORGANIZATION"),
    ]


def test_only_what_is_asked_for_is_given_back(
    pipeline: Path, engine: KiwiNlpEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.load(pipeline)
    monkeypatch.setattr(spacy, "load", {"ko_tiny": nlp}.__getitem__)
    found = operator_recognizer("ko_tiny").analyze(TEXT, ["PERSON"], engine.process_text(TEXT, LANGUAGE))
    assert [item.entity_type for item in found] == ["PERSON"]


@pytest.mark.parametrize("model", ["ko_nowhere_lg", "/nowhere/at/all", ""])
def test_a_model_that_is_not_there_is_the_operators_to_mend(model: str) -> None:
    with pytest.raises(SettingsError) as caught:
        operator_recognizer(model)
    assert caught.value.details["names"] == "PROMPTGEN_NER_MODEL"


def test_a_folder_that_holds_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "no such type"}))
    with pytest.raises(SettingsError):
        operator_recognizer(str(tmp_path))


@pytest.fixture
def transformer(tmp_path: Path) -> Path:
    """A token classifier of two tiny layers with random weights, biased to see a person in every syllable."""
    torch, transformers, tokenizers = map(pytest.importorskip, ("torch", "transformers", "tokenizers"))
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *dict.fromkeys(TEXT.split())]
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]")
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    fast = transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="[UNK]", pad_token="[PAD]")
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        id2label={0: "O", 1: "B-PS", 2: "B-DT"},
        label2id={"O": 0, "B-PS": 1, "B-DT": 2},
    )
    model = transformers.BertForTokenClassification(config)
    model.classifier.bias.data = torch.tensor([0.0, 50.0, 0.0])
    model.save_pretrained(tmp_path / "model")
    fast.save_pretrained(tmp_path / "model")
    return tmp_path / "model"


@needs_transformers
def test_a_transformers_folder_finds_names_up_to_the_particle(transformer: Path, engine: KiwiNlpEngine) -> None:
    found = operator_recognizer(str(transformer)).analyze(TEXT, KINDS, engine.process_text(TEXT, LANGUAGE))
    assert {item.entity_type for item in found} == {"PERSON"}
    assert "윤서준" in {TEXT[item.start : item.end] for item in found}


@needs_transformers
def test_a_prediction_that_fails_is_not_passed_over(
    transformer: Path, engine: KiwiNlpEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognizer = operator_recognizer(str(transformer))
    assert isinstance(recognizer, TransformerRecognizer)

    def fails(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr(recognizer, "ner_pipeline", fails)
    with pytest.raises(MemoryError):
        recognizer.analyze(TEXT, KINDS, engine.process_text(TEXT, LANGUAGE))
