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
    ("feedback", (), "👍", "feedback."),
    ("library", ("library.py",), "보관함", "library."),
    ("training_data", ("pairs.py", "pairs_card.py", "pairs_card.txt"), "학습데이터", "consent."),
    ("trial", (), "", "control.try"),
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

import bots.commands.data, bots.discord.app, bots.slack.app, bots.terminal.app
from bots.discord import render as discord
from bots.discord.commands import commands
from bots.discord.render_context import RenderContext
from bots.slack import render as slack
from bots.slack.handlers.commands import settings_blocks
from bots.slack.handlers.home import home_view
from bots.terminal import render as terminal
from core.conversation.events import Resumed
from core.conversation.questions import Key
from core.conversation.session import Answer, Phase, Session, Version
from core.conversation.texts import TEXTS
from core.features.registry import CONTROLS, REPLIES, advance
from core.messages import Outgoing, Place, Revealed
from core.privacy.text import MaskedText
from core.values.locale import Locale

assert Path(bots.__file__).is_relative_to(Path.cwd())
for platform in (discord, slack, terminal):
    assert set(platform.RENDERERS) == set(REPLIES)
answers = {Key.PURPOSE: Answer(MaskedText("회의록 요약"))}
version = Version(1, MaskedText("[작업]"), answers)
done = Session("s1", Locale.KO, phase=Phase.DONE, answers=answers, versions=(version,), current_version=1)
for reply in advance(done, Resumed()).replies:
    shown = Revealed(reply, {})
    assert slack.Render(30)(Outgoing(1, "s1", Place("slack", "T1", "D1"), "U1", Locale.KO, reply), shown)
    assert discord.render(shown, RenderContext(Locale.KO))
    assert terminal.Render(Locale.KO, 30)(shown)
assert commands(collects=True) and settings_blocks(Locale.KO, collects=True) and home_view(Locale.KO)
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
