"""The detector's models are trained from end to end, on ten invented sentences in the place of all that there are."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from core.adapters.presidio.items import judge
from core.adapters.presidio.ner import lexicon, model
from core.adapters.presidio.ner.finder import NameDetector
from serving.training.detector import __main__ as everything
from serving.training.detector import corpus, item_texts, train, train_items
from serving.training.detector.namesakes import __main__ as train_namesakes

_NEWS: Final = (
    "{김보람} 장관은 오늘 한빛시를 찾았다",
    "배우 {이다솜} 씨가 새 영화에 나온다",
    "{박가온} 감독의 영화는 지루했다",
)
_POSTS: Final = ("met {Bo Ram} at the station", "so tired of this rain", "{Iseul} said hi to everyone")
_OFFICE: Final = (
    "{김도윤} 대리님, 회의록 보내 주세요",
    "담당자는 {이서아} 과장, 사번은 20194417입니다",
    "{박지호}님 사번 20210032로 등록해 주세요",
    "회의는 101호에서 세 시에 시작해요",
)
_STAFF_NUMBER: Final = re.compile("20[0-9]{6}")


def _row(marked: str, person: str) -> dict[str, object]:
    """Return a line as the corpora have it; what stands in braces is a person."""
    before, _, rest = marked.partition("{")
    name, _, behind = rest.partition("}")
    text = before + name + behind
    spans: list[tuple[int, int, str]] = [(len(before), len(before + name), person)] if name else []
    spans += [(*number.span(), "ID_NUMBER") for number in _STAFF_NUMBER.finditer(text)]
    return {"id": marked, "author": marked[:1], "text": text, "spans": spans}


def _written(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put ten sentences in the place of the corpora, and return what names those that are not kept here."""
    office = [_row(text, "PERSON") for text in _OFFICE]
    labelled = _written(tmp_path / "labelled.jsonl", office)
    texts = _written(tmp_path / "texts.jsonl", [_row(text.replace("주세요", "줘"), "PERSON") for text in _OFFICE])
    monkeypatch.setattr(item_texts, "_FILES", (labelled, texts))
    monkeypatch.setattr(corpus, "_LABELLED", labelled)
    monkeypatch.setattr(corpus, "_TEXTS", texts)
    marked = [{"text": text.replace("{", "[[").replace("}", "]]")} for text in _OFFICE]
    monkeypatch.setattr(corpus, "_OFFICE", _written(tmp_path / "office.jsonl", marked))
    monkeypatch.setattr(corpus, "_SPEECH", _written(tmp_path / "speech.jsonl", office[:1]))
    lines = tmp_path / "lines.txt"
    lines.write_text(
        "{P:김도윤} 대리님\n{O:한빛전자}에 보낼 견적\n{O:가람상사}에 보낼 계약서\n하루만 쉴게요\n", "utf-8"
    )
    monkeypatch.setattr(corpus, "SHORT", lines)
    monkeypatch.setattr(corpus, "_ORDINARY", lines)
    raw = tmp_path / "klue_train_raw.txt"
    raw.write_text("최나래 선수가 이겼다\n비가 온다\n", "utf-8")
    checked = tmp_path / "checked.txt"
    checked.write_text(f"{corpus.fingerprint('최나래 선수가 이겼다')} 0-3\n", "ascii")
    monkeypatch.setattr(corpus, "_CHECKED", checked)
    famous = tmp_path / "famous.txt"
    famous.write_text("윤동주의 시를 요약해 줘\n[[윤동주]] 대리에게 보낼 메일\n", "utf-8")
    monkeypatch.setattr(train_namesakes, "_TEXTS", famous)
    (tmp_path / "requests").mkdir()
    _written(tmp_path / "requests" / "one.jsonl", [{"purpose": f"보고서 {n}쪽으로 요약해 줘"} for n in range(8)])
    gold = _written(tmp_path / "klue_ner.jsonl", [_row(text, "PS") for text in _NEWS])
    english = _written(tmp_path / "wnut17.jsonl", [_row(text, "PS") for text in _POSTS])
    return [
        *("--gold", str(gold), "--raw", str(raw), "--english", str(english)),
        *("--requests", str(tmp_path / "requests"), "--synthetic", "10"),
    ]


def _persons(found: model.Model, text: str) -> list[str]:
    names = NameDetector(found).names(text, corpus.FeatureExtractor(found.clusters).morphemes(text))
    return [text[name.start : name.end] for name in names if name.kind == "PS"]


def test_names_of_a_field_that_is_kept(options: list[str], tmp_path: Path) -> None:
    train.main([*options, "--keep-first", "--output", str(tmp_path / "names.npz")])

    kept, shipped = (one.fields.parted()[0] for one in (model.load(tmp_path / "names.npz"), model.shipped()))
    assert (kept.weights == shipped.weights).all()


def test_names_are_cross_validated(options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    train.main([*options, "--folds", "2", "--output", str(tmp_path / "names.npz")])

    assert "gold, as shipped, more 0\n" in capsys.readouterr().out
    assert not (tmp_path / "names.npz").exists()


@pytest.mark.usefixtures("options")
def test_items_are_tested_across_authors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    train_items.main(["--across", "--output", str(tmp_path / "none.npz")])

    assert capsys.readouterr().out.count("identifiers") == len({text[:1] for text in _OFFICE})
    assert not (tmp_path / "none.npz").exists()


@pytest.mark.usefixtures("options")
def test_all_by_one_command(tmp_path: Path) -> None:
    folders = [arg for name in ("names", "items", "requests") for arg in (f"--{name}", str(tmp_path / name))]
    (tmp_path / "names").mkdir()
    (tmp_path / "items").mkdir()

    everything.main([str(tmp_path), *folders, "--synthetic", "10"])

    learnt = model.load(tmp_path / "names" / "names.npz")
    assert (learnt.texts, learnt.lists) == (corpus.digest(), lexicon.digests())
    assert learnt.classes == model.shipped().classes
    assert _persons(learnt, "김도윤 대리님, 회의록 보내 주세요") == ["김도윤"]
    assert _persons(learnt, "회의는 101호에서 세 시에 시작해요") == []
    with np.load(tmp_path / "names" / "namesakes.npz") as arrays:
        assert str(arrays["texts"]) == train_namesakes.digest()
        assert arrays["weights"].any()
    assert judge.load(tmp_path / "items" / "items.npz").weights.any()
