"""The operator's own model, as an operator meets it: one clear sentence, nothing fetched, and the doctor."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ner.tiny import save_model

WORDS = {"쿠": "B-PS", "##르": "I-PS", "##릉": "I-PS", "##이": "O", "##가": "O"}


@pytest.fixture
def hub() -> Iterator[socket.socket]:
    """Something that listens where models are fetched from; nobody should ever call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        yield server


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_model(tmp_path / "model", WORDS, ["O", "B-PS", "I-PS"])


def _promptgen(command: str, model: Path | str, hub: socket.socket, folder: Path) -> subprocess.CompletedProcess[str]:
    address = f"http://127.0.0.1:{hub.getsockname()[1]}"
    return subprocess.run(
        [sys.executable, "-m", "bots", *command.split()],
        input=json.dumps({"text": "오늘 쿠르릉이가 010-2345-6789로"}),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={
            **os.environ,
            "PROMPTGEN_DATA_DIR": str(folder),
            "PROMPTGEN_NER_MODEL": str(model),
            "HF_ENDPOINT": address,
            "HF_HOME": str(folder / "hub"),
            "http_proxy": address,
            "https_proxy": address,
        },
    )


def _was_called(hub: socket.socket) -> bool:
    try:
        hub.accept()
    except BlockingIOError:
        return False
    return True


def test_what_the_model_finds_is_masked(model: Path, hub: socket.socket, tmp_path: Path) -> None:
    done = _promptgen("mask --jsonl", model, hub, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["masked"] == "오늘 {이름1}이가 {전화번호1}로"
    assert not _was_called(hub)


def test_the_doctor_looks_at_it(model: Path, hub: socket.socket, tmp_path: Path) -> None:
    done = _promptgen("doctor", model, hub, tmp_path)
    assert done.returncode == 0
    assert "내 모델(PROMPTGEN_NER_MODEL): 동작해요." in done.stdout


def test_a_model_that_cannot_be_used_is_told_in_one_line(model: Path, hub: socket.socket, tmp_path: Path) -> None:
    (model / "tokenizer.json").unlink()
    (model / "tokenizer_config.json").unlink()
    done = _promptgen("mask", model, hub, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("promptgen: PROMPTGEN_NER_MODEL: 모델 폴더에 쓸 수 있는 토크나이저가 없어요.")
    assert not _was_called(hub)


def test_the_doctor_says_what_is_the_matter_and_goes_on(model: Path, hub: socket.socket, tmp_path: Path) -> None:
    (model / "model.safetensors").write_bytes(b"\0")
    done = _promptgen("doctor", model, hub, tmp_path)
    assert "PROMPTGEN_NER_MODEL: 모델을 읽을 수 없어요." in done.stdout
    assert "Discord" in done.stdout
    assert done.returncode == 1
    assert not _was_called(hub)
