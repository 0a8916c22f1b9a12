"""What is installed: all that runs, and nothing of how its models are made."""

import tomllib
from pathlib import Path
from typing import Final

from setuptools import find_packages  # type: ignore[import-untyped]

_ROOT: Final = Path(__file__).parents[1]


def test_the_changelog_begins_with_the_version_that_is_made() -> None:
    version = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = [line for line in (_ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings[0].removeprefix("## ").split()[0] == version


def test_how_models_are_made_is_not_installed() -> None:
    find = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]["find"]
    installed = {name.split(".")[0] for name in find_packages(str(_ROOT), **find)}
    training = [name for name in find_packages(str(_ROOT), **find) if "training" in name.split(".")]
    assert installed == {"bots", "core", "serving", "migrations"}
    assert training == []
    assert {"serving.training.detector", "serving.training"} <= set(find_packages(str(_ROOT)))
