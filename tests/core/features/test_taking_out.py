"""A feature is taken out with its folder, its file on each platform, and the lines that name it in the registries.

Its own commands, where it has some, go with it: nothing else imports them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.slow

_ROOT: Final = Path(__file__).parents[3]
# The feature, its commands, words that ask for it, how the ids of its sentences begin.
_FEATURES: Final = (
    ("takeaway", (), "가져가기", "take."),
    ("comparison", ("compare.py", "comparing"), "비교", "compare."),
    ("rehearsal", ("rehearse.py",), "대화연습", "rehearsal."),
    ("mask_list", (), "", "list.masked"),
)
_REGISTRIES: Final = (
    "core/features/registry.py",
    "bots/slack/render.py",
    "bots/discord/render.py",
    "bots/terminal/render.py",
)
_STILL_WHOLE: Final = """
import sys
from pathlib import Path

import bots.discord.app, bots.slack.app, bots.terminal.app
from bots.discord.render import RENDERERS as DISCORD
from bots.slack.render import RENDERERS as SLACK
from bots.terminal.render import RENDERERS as TERMINAL
from core.conversation.texts import TEXTS
from core.features.registry import CONTROLS, REPLIES

assert Path(bots.__file__).is_relative_to(Path.cwd())
for renderers in (DISCORD, SLACK, TERMINAL):
    assert set(renderers) == set(REPLIES)
*_, words, sentences = sys.argv
assert not words or CONTROLS.named(words) is None
assert not [text for texts in TEXTS.values() for text in texts if text.startswith(sentences)]
"""
_ANSWERS: Final = (
    "주간 보고서 요약해 줘",
    "저는 마케팅팀에서 일합니다",
    "표",
    "보통",
    "한국어",
    "대학생",
    "",
    "만들기",
)


@pytest.mark.parametrize("taken", _FEATURES)
def test_a_bot_works_without_a_feature(tmp_path: Path, taken: tuple[str, tuple[str, ...], str, str]) -> None:
    feature, commands, words, sentences = taken
    for part in ("bots", "core", "serving", "migrations", "pyproject.toml"):
        source = _ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / part)
    shutil.rmtree(tmp_path / "core" / "features" / feature)
    for file in (tmp_path / "bots").glob(f"*/replies/{feature}.py"):
        file.unlink()
    for command in (tmp_path / "bots" / "commands" / name for name in commands):
        shutil.rmtree(command) if command.is_dir() else command.unlink()
    for registry in (tmp_path / name for name in _REGISTRIES):
        lines = registry.read_text("utf-8").splitlines(keepends=True)
        registry.write_text("".join(line for line in lines if feature not in line.casefold()), "utf-8")

    _run(tmp_path, "-c", _STILL_WHOLE, words, sentences)
    prompt = _run(tmp_path, "-m", "bots", "chat", written="\n".join(_ANSWERS))

    assert prompt.startswith("[작업]")


def _run(folder: Path, *arguments: str, written: str = "") -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PROMPTGEN_")}
    environment |= {"PYTHONPATH": str(folder), "PROMPTGEN_DATA_DIR": str(folder / "data"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        input=written,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
