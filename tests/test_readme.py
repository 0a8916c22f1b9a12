"""The README's commands, run as they are written."""

import os
import re
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def _command(readme: str, mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", (_ROOT / readme).read_text(), re.DOTALL)
    assert found, f"{readme} has no command marked {mark}"
    return found[1]


def test_the_example_ends_in_a_prompt_that_gives_nothing_away(tmp_path: Path) -> None:
    environment = {**os.environ, "PROMPTGEN_DATA_DIR": str(tmp_path)}
    command = ["bash", "-o", "pipefail", "-c", _command("README.md", "example")]
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False, timeout=110)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[작업]\n")
    assert "환영 이메일" in done.stdout
    for planted in ("김서연", "박지훈", "한빛상사", "010-2345"):
        assert planted not in done.stdout


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    assert _command("README.md", "test") == "make test"


def test_both_readmes_give_the_same_commands() -> None:
    blocks = [re.findall(r"```sh\n(.*?)```", (_ROOT / name).read_text(), re.DOTALL) for name in _READMES]
    assert blocks[0] == blocks[1]


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_every_file_that_is_linked_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (_ROOT / name).read_text())
    assert links
    assert [link for link in links if not (_ROOT / link).exists()] == []


_READMES = ("README.md", "README.ko.md")
