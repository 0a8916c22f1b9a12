"""The operator's own spaCy pipeline."""

import sys
from pathlib import Path

import pytest
import spacy
from spacy.pipeline import EntityRuler

from core.adapters.presidio.analysis import Analysis
from core.adapters.presidio.custom_model.model import operator_recognizer
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine
from core.errors import NerModelError

KINDS = ["PERSON", "ORGANIZATION"]
TEXT = "내일 윤서준이 가온정밀에서 발표해요."


def _pipeline(folder: Path, *labels: str) -> Path:
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    for label, begins in zip(labels, ("윤서준", "가온정밀", "내일"), strict=True):
        ruler.add_patterns([{"label": label, "pattern": [{"TEXT": {"REGEX": f"^{begins}"}}]}])
    nlp.to_disk(folder / "pipeline")
    return folder / "pipeline"


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    return _pipeline(tmp_path, "PS", "OG", "DT")


def _found(model: str, engine: KiwiNlpEngine, kinds: list[str]) -> list[tuple[str, str]]:
    results = operator_recognizer(model).analyze(TEXT, kinds, engine.process_text(TEXT, LANGUAGE))
    return sorted((TEXT[item.start : item.end], item.entity_type) for item in results)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (KINDS, [("가온정밀", "ORGANIZATION"), ("윤서준", "PERSON")]),
        (["PERSON"], [("윤서준", "PERSON")]),
        (["PHONE"], []),
    ],
)
def test_it_finds_what_is_asked_for_up_to_the_particle(
    pipeline: Path, engine: KiwiNlpEngine, kinds: list[str], expected: list[tuple[str, str]]
) -> None:
    assert _found(str(pipeline), engine, kinds) == expected


def test_an_installed_pipeline_goes_by_its_name(
    pipeline: Path, engine: KiwiNlpEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site"
    (package / "ko_tiny").mkdir(parents=True)
    (package / "ko_tiny" / "__init__.py").write_text(
        f"import spacy\ndef load(**options):\n    return spacy.load({str(pipeline)!r}, **options)\n"
    )
    (package / "ko_tiny-1.0.dist-info").mkdir()
    (package / "ko_tiny-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: ko_tiny\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(package)
    assert ("윤서준", "PERSON") in _found("ko_tiny", engine, KINDS)


def test_what_it_finds_is_joined_with_ours(pipeline: Path, analysis: Analysis) -> None:
    text = f"{TEXT} 제 번호는 010-2345-6789이에요."
    alone, joined = analysis.spans(text), Analysis(ner_model=str(pipeline)).spans(text)
    assert {(text[span.start : span.end], span.type.value) for span in joined} == {
        *((text[span.start : span.end], span.type.value) for span in alone),
        ("윤서준", "PERSON"),
        ("가온정밀", "ORGANIZATION"),
    }
    assert "010-2345-6789" in {text[span.start : span.end] for span in joined}


def test_a_pipeline_that_finds_nothing_personal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NerModelError) as caught:
        operator_recognizer(str(_pipeline(tmp_path, "DT", "LC", "QT")))
    assert caught.value.details == {"names": "PROMPTGEN_NER_MODEL", "reason": "labels"}


@pytest.mark.parametrize(
    "model", ["ko_nowhere_lg", "/nowhere/at/all", "monologg/koelectra-small-finetuned-naver-ner", "", "~nobody/model"]
)
def test_a_model_that_is_not_there_is_the_operators_to_mend(model: str) -> None:
    with pytest.raises(NerModelError) as caught:
        operator_recognizer(model)
    assert caught.value.details == {"names": "PROMPTGEN_NER_MODEL", "reason": "missing"}


def test_a_pipeline_that_cannot_be_read_is_refused(pipeline: Path) -> None:
    (pipeline / "config.cfg").write_text("no such thing")
    with pytest.raises(NerModelError) as caught:
        operator_recognizer(str(pipeline))
    assert caught.value.details["reason"] == "unreadable"


def test_a_folder_needs_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.json").write_text("{}")
    monkeypatch.setitem(sys.modules, "transformers", None)
    monkeypatch.delitem(sys.modules, "core.adapters.presidio.custom_model.transformer", raising=False)
    with pytest.raises(NerModelError) as caught:
        operator_recognizer(str(tmp_path))
    assert caught.value.details["reason"] == "extra"
