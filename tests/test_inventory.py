"""The bill of materials: every pinned package that is here, each under a licence that somebody has looked at."""

import json
import re
import runpy
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import pytest

_ROOT: Final = Path(__file__).parents[1]
_LOCK: Final = _ROOT / "requirements/runtime.txt"
_INVENTORY: Final[dict[str, Callable[..., Any]]] = runpy.run_path(str(_ROOT / "requirements/inventory.py"))


def test_all_that_is_pinned_and_here_is_in_it_under_a_licence_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert _INVENTORY["main"](_LOCK) == 0, capsys.readouterr().err
    sbom = json.loads(capsys.readouterr().out)
    assert (sbom["bomFormat"], sbom["specVersion"]) == ("CycloneDX", "1.5")
    found = {component["purl"].removeprefix("pkg:pypi/") for component in sbom["components"]}
    everywhere = re.findall(r"^([\w.-]+)==(\S+) \\$", _LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(everywhere) > 50
    assert {f"{name}@{pinned}" for name, pinned in everywhere} <= found
    assert all(component["version"] == version(component["name"]) for component in sbom["components"])


def test_the_notice_names_what_is_under_a_licence_that_asks_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    _INVENTORY["main"](_LOCK)
    components = json.loads(capsys.readouterr().out)["components"]
    asking = {component["name"] for component in components if "GPL" in str(component["licenses"])}
    notice = (_ROOT / "NOTICE").read_text(encoding="utf-8")
    assert asking
    assert {name for name in asking if not re.search(rf"(?<!\S){re.escape(name)}(?!\S)", notice)} == set()


@pytest.mark.parametrize(
    ("licence", "is_usable"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND AGPL-3.0-only", False),
        ("none", False),
    ],
)
def test_what_nobody_has_looked_at_is_refused(licence: str, *, is_usable: bool) -> None:
    assert _INVENTORY["is_usable"](licence) is is_usable


def test_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = tmp_path / "strange-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.4\nName: strange\nVersion: 1.0\nLicense: GPL\n")
    lock = tmp_path / "lock.txt"
    lock.write_text("strange==1.0 \\\n    --hash=sha256:0\nelsewhere==2.0 ; sys_platform == 'win32' \\\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "path", [str(tmp_path), *sys.path])
        assert _INVENTORY["main"](lock) == 1
    assert capsys.readouterr().err == "strange: GPL\n"
