"""The operator's own Hugging Face model: exact spans, the whole of a long text, and never half of one."""

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from presidio_analyzer import EntityRecognizer

from core.adapters.presidio.analysis import Analysis
from core.adapters.presidio.custom_model.model import operator_recognizer
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine
from core.errors import DetectorError, NerModelError
from core.privacy.text import RawText
from tests.ner.tiny import POSITIONS, save_byte_model, save_model

KINDS = ["PERSON", "ORGANIZATION", "ADDRESS", "PHONE"]


@pytest.fixture(scope="module")
def engine() -> KiwiNlpEngine:
    engine = KiwiNlpEngine()
    engine.load()
    return engine


def _found(folder: Path, engine: KiwiNlpEngine, text: str, kinds: Sequence[str] = KINDS) -> list[tuple[str, str]]:
    results = operator_recognizer(str(folder)).analyze(text, list(kinds), engine.process_text(text, LANGUAGE))
    return [
        (text[item.start : item.end], item.entity_type) for item in sorted(results, key=lambda result: result.start)
    ]


def _told(begin: str, inside: str, *names: str) -> dict[str, str]:
    """Return the label of each piece of names, a syllable a piece."""
    return {
        piece: label
        for name in names
        for number, syllable in enumerate(name)
        for piece, label in [(f"##{syllable}" if number else syllable, inside if number else begin)]
    }


TEXT = "내일 김민지가 가온정밀에서 발표해요."
PERSON, ORGANIZATION = ("김민지", "PERSON"), ("가온정밀", "ORGANIZATION")
MODELS = [
    # KLUE's and Modu's labels, and their like
    ({**_told("B-PS", "I-PS", "김민지"), **_told("B-OG", "I-OG", "가온정밀")}, [PERSON, ORGANIZATION]),
    ({**_told("B-PER", "I-PER", "김민지"), **_told("B-ORG", "I-ORG", "가온정밀")}, [PERSON, ORGANIZATION]),
    ({**_told("PS", "PS", "김민지"), **_told("OG", "OG", "가온정밀")}, [PERSON, ORGANIZATION]),
    (
        {**_told("B-PS_NAME", "I-PS_NAME", "김민지"), **_told("B-OG_WORKPLACE", "E-OG", "가온정밀")},
        [PERSON, ORGANIZATION],
    ),
    # every syllable a beginning
    ({**_told("B-PS", "B-PS", "김민지"), **_told("B-OG", "B-OG", "가온정밀")}, [PERSON, ORGANIZATION]),
    # Naver's: the first token of a word speaks for it, the others were never trained
    ({**_told("PER-B", "DAT-I", "김민지"), **_told("ORG-B", "PER-I", "가온정밀")}, [PERSON, ORGANIZATION]),
    # half a name, with its particle or without
    ({**_told("B-PS", "O", "김민지"), "##가": "I-PS"}, [PERSON]),
    (_told("B-PS", "I-PS", "김민지가"), [PERSON]),
    # labels for what is not personal, and for an address
    ({**_told("B-LC", "I-LC", "가온정밀"), **_told("B-DT", "I-DT", "내일")}, []),
    ({**_told("B-LC_ADDRESS", "I-LC_ADDRESS", "가온정밀"), **_told("B-DT", "I-DT", "내일")}, [("가온정밀", "ADDRESS")]),
]


@pytest.mark.parametrize(("words", "expected"), MODELS)
def test_names_are_found_to_the_syllable(
    words: Mapping[str, str], expected: list[tuple[str, str]], engine: KiwiNlpEngine, tmp_path: Path
) -> None:
    known = {**dict.fromkeys(_told("", "", *TEXT.rstrip(".").split()), "O"), **words}
    # A label for what is personal, or the model would be refused.
    folder = save_model(tmp_path, known, sorted({"O", "B-PS", *words.values()}))
    assert _found(folder, engine, TEXT) == expected


def test_only_what_is_asked_for_is_given_back(engine: KiwiNlpEngine, tmp_path: Path) -> None:
    words = {**_told("B-PS", "I-PS", "김민지"), **_told("B-OG", "I-OG", "가온정밀")}
    folder = save_model(tmp_path, words, ["O", "B-PS", "I-PS", "B-OG", "I-OG"])
    assert _found(folder, engine, "김민지 가온정밀", ["ORGANIZATION"]) == [ORGANIZATION]


def _ends(recognizer: EntityRecognizer, engine: KiwiNlpEngine, text: str) -> set[int]:
    return {item.end for item in recognizer.analyze(text, KINDS, engine.process_text(text, LANGUAGE))}


@pytest.mark.parametrize("blank", [" ", "\n\n", "\u3000"])
@pytest.mark.parametrize(
    "words",
    [
        {"김": "B-PS", "##민": "I-PS"},
        # One that knows the name by its second syllable, inside the word: it is blind where a piece begins with that.
        {"김": "O", "##민": "B-PS"},
    ],
)
def test_no_name_of_a_long_text_is_missed(
    words: Mapping[str, str], blank: str, engine: KiwiNlpEngine, tmp_path: Path
) -> None:
    recognizer = operator_recognizer(str(save_model(tmp_path, words, ["O", "B-PS", "I-PS"])))
    # Three tokens again and again, shifted by one: the edges of the pieces come to lie between any two of them.
    for shift in range(3):
        text = f"{'가' + blank}" * shift + f"김민{blank}가{blank}" * POSITIONS
        ends = {number + 2 for number in range(len(text)) if text.startswith("김민", number)}
        assert len(ends) == POSITIONS
        assert _ends(recognizer, engine, text) == ends


def test_no_name_is_missed_where_a_syllable_takes_several_tokens(engine: KiwiNlpEngine, tmp_path: Path) -> None:
    text = "김민지 " * 300
    found = _found(save_byte_model(tmp_path, "PS"), engine, text)
    assert found == [PERSON] * 300


def test_a_long_word_without_a_blank_is_covered_to_its_end(engine: KiwiNlpEngine, tmp_path: Path) -> None:
    text = "윤" * (2 * POSITIONS)
    results = operator_recognizer(str(save_byte_model(tmp_path, "PS"))).analyze(
        text, KINDS, engine.process_text(text, LANGUAGE)
    )
    assert [(item.start, item.end) for item in results] == [(0, len(text))]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "👩‍👩‍👧", "ㅋㅋㅋ", "가나다"])
def test_what_holds_no_name_is_left(text: str, engine: KiwiNlpEngine, tmp_path: Path) -> None:
    folder = save_model(tmp_path, _told("B-PS", "I-PS", "김민지"), ["O", "B-PS", "I-PS"])
    assert _found(folder, engine, text) == []


def test_what_it_finds_is_joined_with_ours(tmp_path: Path) -> None:
    folder = save_model(tmp_path, _told("B-PS", "I-PS", "쿠르릉"), ["O", "B-PS", "I-PS"])
    text = "👩‍👩‍👧 오늘 쿠르릉이가 김서연 대리, ０１０-2345-6789로"
    items = [(text[span.start : span.end], span.type.value) for span in Analysis(ner_model=str(folder)).spans(text)]
    assert items == [("쿠르릉", "PERSON"), ("김서연", "PERSON"), ("０１０-2345-6789", "PHONE")]


def test_a_prediction_that_fails_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = save_model(tmp_path, _told("B-PS", "I-PS", "김민지"), ["O", "B-PS", "I-PS"])
    detector = PresidioDetector(ner_model=str(folder))

    def fails(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("transformers.BertForTokenClassification.forward", fails)
    with pytest.raises(DetectorError):
        detector.detect(RawText(TEXT))


def _edit(folder: Path, **entries: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **entries}))


def _bring_code(folder: Path) -> None:
    _edit(folder, model_type="their_own", auto_map={"AutoConfig": "theirs.Theirs"})
    (folder / "theirs.py").write_text("raise SystemExit('run')\n")


def _behead(folder: Path) -> None:
    safetensors = import_module("safetensors.torch")
    weights = safetensors.load_file(folder / "model.safetensors")
    kept = {name: value for name, value in weights.items() if not name.startswith("classifier.")}
    safetensors.save_file(kept, folder / "model.safetensors", metadata={"format": "pt"})


def _empty(folder: Path, *names: str) -> None:
    for path in [folder / name for name in names] or [*folder.iterdir()]:
        path.unlink()


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no tokenizer": (lambda folder: _empty(folder, "tokenizer.json", "tokenizer_config.json"), "tokenizer"),
    "a damaged tokenizer": (lambda folder: (folder / "tokenizer.json").write_text("{"), "tokenizer"),
    "no weights": (lambda folder: _empty(folder, "model.safetensors"), "unreadable"),
    "damaged weights": (lambda folder: (folder / "model.safetensors").write_bytes(b"\0" * 100), "unreadable"),
    "no configuration": (lambda folder: _empty(folder, "config.json"), "unreadable"),
    "an unknown kind": (lambda folder: _edit(folder, model_type="no such kind"), "unreadable"),
    "code of its own": (_bring_code, "unreadable"),
    "labels without a meaning": (lambda folder: _edit(folder, id2label=dict(enumerate("XYZ"))), "labels"),
    "no personal label": (lambda folder: _edit(folder, id2label={"0": "O", "1": "B-LC", "2": "I-LC"}), "labels"),
    "no last layer": (_behead, "labels"),
    "an empty folder": (_empty, "unreadable"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_model_that_cannot_be_used_says_why(what: str, tmp_path: Path) -> None:
    folder = save_model(tmp_path, _told("B-PS", "I-PS", "김민지"), ["O", "B-PS", "I-PS"])
    broken, reason = BROKEN[what]
    broken(folder)
    with pytest.raises(NerModelError) as caught:
        operator_recognizer(str(folder))
    assert caught.value.details == {"names": "PROMPTGEN_NER_MODEL", "reason": reason}
