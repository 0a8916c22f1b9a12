import json
import subprocess
import sys
from pathlib import Path

import pytest

import serving.finetune.__main__ as command_line

REPOSITORY = Path(__file__).parents[3]
SETTINGS = 'model = "m"\noutput = "out"\ntrain = "train.jsonl"\npreference = "preference.jsonl"\n'
USER = {"role": "user", "content": "환영 메일 써줘"}
ANSWER = {"role": "assistant", "content": "[역할]"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    preference = {"prompt": [USER], "chosen": [ANSWER], "rejected": [ANSWER]}
    (tmp_path / "train.jsonl").write_text(json.dumps({"messages": [USER, ANSWER]}) + "\n", encoding="utf-8")
    (tmp_path / "preference.jsonl").write_text(json.dumps(preference) + "\n", encoding="utf-8")
    settings = tmp_path / "finetune.toml"
    settings.write_text(SETTINGS, encoding="utf-8")
    return settings


def test_check_counts_and_trains_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([str(file), "--check"]) == 0

    assert capsys.readouterr().err == "finetune: 1 examples, 1 preferences\n"
    assert not (file.parent / "out").exists()


def test_missing_libraries_are_one_line_and_exit_2(file: Path) -> None:
    without = "import sys; sys.modules['torch'] = None; from serving.finetune.__main__ import main; sys.exit(main())"
    failed = subprocess.run(
        [sys.executable, "-c", without, file], capture_output=True, text=True, cwd=REPOSITORY, check=False
    )

    assert failed.returncode == 2
    assert failed.stderr.splitlines()[1:] == [
        "finetune: torch is not installed here: pip install '.[finetune]' in the clone, on the machine with the GPU"
    ]


def test_wrong_data_is_one_line_and_exit_2(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file.parent / "preference.jsonl").write_text("{}\n", encoding="utf-8")

    assert command_line.main([str(file)]) == 2

    assert "preference.jsonl, line 1: not an example" in capsys.readouterr().err
