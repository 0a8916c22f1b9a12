"""Each contract of `.importlinter` is broken once, on a copy, and has to see it."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).parents[1]
_HOUSE: Final = ("bots", "core", "migrations", "serving")
_EXECUTABLE: Final = Path(sys.executable).with_name("lint-imports")

# The contract, where a line is added, the line.
_BREACHES: Final = (
    ("house", "core/errors.py", "import bots.platform"),
    ("house", "serving/errors.py", "import bots.platform"),
    ("bots", "bots/relay.py", "import bots.slack.app"),
    ("bots", "bots/slack/app.py", "import bots.discord.app"),
    ("bots", "bots/ops/log.py", "import bots.relay"),
    ("bots", "bots/novelty.py", ""),
    ("core", "core/privacy/mask.py", "import core.conversation.machine"),
    ("core", "core/usecases/chat.py", "import core.adapters.store.store"),
    ("core", "core/novelty.py", ""),
    ("features", "core/features/trial/job.py", "import core.features.library.handlers"),
    ("features", "core/features/novelty/__init__.py", ""),
    ("fronts", "core/usecases/gap_questions.py", "import core.features.substance.handlers"),
    ("fronts", "bots/slack/render.py", "import core.features.library.typed_words"),
    ("removable", "core/usecases/chat.py", "import core.features.mask_list"),
    ("removable", "bots/container.py", "import core.features.rehearsal"),
    ("prompting", "core/prompting/understanding/reader.py", "import core.prompting.compose"),
    ("prompting", "core/prompting/novelty.py", ""),
    ("adapters", "core/adapters/vllm/client.py", "import core.adapters.store.store"),
    ("adapters", "core/adapters/novelty/__init__.py", ""),
    ("serving", "serving/settings.py", "import serving.machine"),
    ("serving", "serving/novelty.py", ""),
    ("training", "serving/training/clauses/chain.py", "import serving.training.detector.corpus"),
    ("training", "serving/training/novelty/__init__.py", ""),
    ("adapters-are-picked-in-one-place", "bots/commands/chat.py", "import core.adapters.store.store"),
    ("adapters-are-picked-in-one-place", "bots/ops/health.py", "import core.adapters.vllm.client"),
    ("pure", "core/conversation/machine.py", "import time"),
    ("pure", "core/features/trial/handlers.py", "import logging"),
    ("vendors", "core/usecases/chat.py", "import sqlalchemy"),
    ("vendors", "bots/slack/app.py", "import discord"),
    ("vendors", "migrations/env.py", "import unheard_of"),
    ("vendors", "core/adapters/vllm/client.py", "import unheard_of.deep_within"),
)


def _copied(to: Path) -> Path:
    for package in _HOUSE:
        shutil.copytree(
            _ROOT / package,
            to / package,
            ignore=lambda folder, names: [
                name for name in names if not name.endswith(".py") and not (Path(folder) / name).is_dir()
            ],
        )
    (to / "tests").mkdir()
    for name in ("tests/__init__.py", "tests/vendors.py", ".importlinter"):
        shutil.copy(_ROOT / name, to / name)
    return to


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _copied(tmp_path_factory.mktemp("house"))


def _is_kept(house: Path, *contracts: str) -> bool:
    only = [option for name in contracts for option in ("--contract", name)]
    run = subprocess.run(
        [_EXECUTABLE, "--no-logo", "--cache-dir", house / "cache", *only],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts: " in run.stdout, run.stdout + run.stderr
    return run.returncode == 0


def test_all_contracts_are_kept(house: Path) -> None:
    assert _is_kept(house)


@pytest.mark.slow
@pytest.mark.parametrize(("contract", "file", "line"), _BREACHES)
def test_a_breach_is_seen(house: Path, contract: str, file: str, line: str) -> None:
    path = house / file
    before = path.read_text("utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        assert not _is_kept(house, contract)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, "utf-8")


def test_a_library_that_is_allowed_and_not_imported_is_told(house: Path) -> None:
    path = house / "core/settings.py"
    before = path.read_text("utf-8")
    path.write_text(before.replace("from platformdirs", "from pathlib"), "utf-8")
    try:
        assert not _is_kept(house, "vendors")
    finally:
        path.write_text(before, "utf-8")


def test_no_contract_is_left_unbroken() -> None:
    read = configparser.ConfigParser()
    read.read(_ROOT / ".importlinter")
    held = {name.removeprefix("importlinter:contract:") for name in read.sections()} - {"importlinter"}
    assert held == {contract for contract, _, _ in _BREACHES}
