"""The examples for operators: the image, the compose file, the unit, held to what the program takes."""

import json
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bots.commands.arguments import parser
from core.settings import Settings

_ROOT = Path(__file__).parents[2]
_WORKFLOW = _ROOT / ".github/workflows/check.yml"
_KNOWN = {str(field.validation_alias or f"PROMPTGEN_{name.upper()}") for name, field in Settings.model_fields.items()}


def instructions() -> Iterator[tuple[str, str]]:
    """Yield each instruction of the Dockerfile with its arguments."""
    text = re.sub(r"\\\n", " ", (_ROOT / "Dockerfile").read_text())
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, arguments = line.partition(" ")
            yield name, arguments.strip()


def last(name: str) -> str:
    return [arguments for one, arguments in instructions() if one == name][-1]


def test_the_image_is_built_in_one_stage_and_runs_in_another_as_nobody_special() -> None:
    stages = [arguments for name, arguments in instructions() if name == "FROM"]
    assert stages[1:] == ["base AS build", "base"]
    assert re.fullmatch(r"python:3\.\d+-slim-trixie AS base", stages[0])  # as Dependabot can read it
    lines = list(instructions())
    final = lines[max(number for number, (name, _) in enumerate(lines) if name == "FROM") :]
    assert ("USER", "promptgen") in final
    assert "pip install" not in " ".join(arguments for _, arguments in final)
    assert last("STOPSIGNAL") == "SIGTERM"
    assert last("VOLUME") == "/data"


def test_the_image_is_made_of_what_is_there_and_of_what_is_let_through() -> None:
    let_through = {line[1:] for line in (_ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for name, arguments in instructions():
        if name == "COPY" and "--from" not in arguments:
            *sources, _ = shlex.split(arguments)
            assert [source for source in sources if not (_ROOT / source).exists()] == []
            assert set(sources) <= let_through


def test_every_package_of_the_image_has_its_hash() -> None:
    installs = [arguments for name, arguments in instructions() if name == "RUN" and "pip install" in arguments]
    assert len(installs) == 2
    assert all("--require-hashes" in install or "--no-deps" in install for install in installs)


def test_the_image_says_what_it_is_and_what_is_in_it() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(instructions())
    written = " ".join(arguments for name, arguments in lines if name == "LABEL")
    labels = dict(re.findall(r'org\.opencontainers\.image\.(\w+)="([^"]+)"', written))
    assert (labels["version"], labels["licenses"]) == (project["version"], project["license"])
    assert (labels["source"], labels["revision"]) == ("$SOURCE", "$REVISION")
    given = lines.index(("ARG", 'REVISION=""')), lines.index(("ARG", 'SOURCE=""'))
    assert all(
        name in {"ARG", "LABEL", "ENTRYPOINT", "CMD"} for name, _ in lines[min(given) :]
    )  # no layer is made anew
    build = next(line for line in _WORKFLOW.read_text("utf-8").splitlines() if "docker build" in line)
    assert {"SOURCE", "REVISION"} == set(re.findall(r"--build-arg (\w+)=", build))
    assert any("inventory.py requirements/runtime.txt > /opt/promptgen/sbom.json" in line for _, line in instructions())


def test_the_image_has_an_init_of_debians() -> None:
    assert json.loads(last("ENTRYPOINT")) == ["tini", "-s", "--", "promptgen"]
    (install,) = (arguments for name, arguments in instructions() if name == "RUN" and "apt-get install" in arguments)
    assert "tini" in shlex.split(install)
    assert not any(word in arguments for _, arguments in instructions() for word in ("curl ", "wget ", "ADD "))


def test_somebody_is_told_of_new_images() -> None:
    updates = yaml.safe_load((_ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    watched = {each["package-ecosystem"]: each for each in updates}
    assert watched.keys() == {"github-actions", "docker", "docker-compose", "pip"}
    assert (_ROOT / watched["docker"]["directory"].lstrip("/") / "Dockerfile").exists()
    compose = _ROOT / watched["docker-compose"]["directory"].lstrip("/") / "compose.yaml"
    images = [each["image"] for each in yaml.safe_load(compose.read_text())["services"].values() if "image" in each]
    # What Dependabot reads of a variable's default (dependabot/dependabot-core#11765).
    assert all(re.fullmatch(r"\$\{\w+:-[\w/.-]+:[\w.-]+\}", image) for image in images)
    assert len(images) == 2


def test_the_images_settings_and_health_check_are_the_programs() -> None:
    names = set(re.findall(r"\b(PROMPTGEN_\w+)", (_ROOT / "Dockerfile").read_text()))
    assert names <= _KNOWN
    check = last("HEALTHCHECK")
    assert "/healthz" in check
    assert "PROMPTGEN_OPS_PORT" in check
    program = yaml.safe_load(check.split("CMD", 1)[1])
    assert program[:2] == ["python", "-c"]
    compile(program[2], "HEALTHCHECK", "exec")


@pytest.mark.parametrize("name", ["bot", "database", "model"])
def test_a_service_starts_again_without_filling_the_disk_or_leaving_a_core(name: str) -> None:
    service = yaml.safe_load((_ROOT / "serving/examples/compose.yaml").read_text())["services"][name]
    assert service["init"] is True
    assert service["restart"] == "unless-stopped"
    assert service["ulimits"] == {"core": 0}
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}
    assert {"mem_limit", "pids_limit"} <= service.keys()


def test_the_compose_files_bot_can_do_no_more_than_it_must() -> None:
    compose: dict[str, Any] = yaml.safe_load((_ROOT / "serving/examples/compose.yaml").read_text())
    bot = compose["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in bot["security_opt"]
    assert set(bot["environment"]) <= _KNOWN
    grace = float(str(bot["stop_grace_period"]).rstrip("s"))
    assert grace > Settings.model_fields["drain_s"].default
    assert (_ROOT / "serving/examples" / bot["build"]["context"] / "Dockerfile").resolve() == _ROOT / "Dockerfile"


def unit(file: str = "bots/examples/promptgen.service") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (_ROOT / file).read_text().splitlines():
        name, separator, value = line.partition("=")
        if separator and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DynamicUser", "yes"),
        ("NoNewPrivileges", "yes"),
        ("CapabilityBoundingSet", ""),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"),
        ("PrivateTmp", "yes"),
        ("StateDirectoryMode", "0700"),
        ("UMask", "0077"),
        ("LimitCORE", "0"),
        ("KillSignal", "SIGTERM"),
        ("RestartPreventExitStatus", "2"),
    ],
)
def test_the_unit_is_hardened(name: str, value: str) -> None:
    assert unit()[name] == [value]


def test_the_models_unit_is_as_tight_but_for_what_a_gpu_needs() -> None:
    guards = r"Protect|Private|Proc|Restrict|Capability|Ambient|NoNew|Lock|Remove|System|UMask|Limit|MemoryMax"
    ours, models = unit(), unit("serving/examples/promptgen-model.service")
    left = {name for name, value in ours.items() if re.match(guards, name) and models.get(name) != value}
    assert left == {"PrivateDevices", "PrivateUsers", "ProcSubset", "MemoryMax", "SystemCallFilter"}
    assert models["SystemCallFilter"][0].startswith("~")


def test_the_backups_unit_is_as_tight_and_is_run_by_the_bots_user() -> None:
    guards = (
        r"Protect|Private|Proc|Restrict|Capability|Ambient|NoNew|Lock|Remove|System|UMask|Limit|Memory|Dynamic|User$"
    )
    ours, backups = unit(), unit("bots/examples/promptgen-backup.service")
    left = {name for name, value in ours.items() if re.match(guards, name) and backups.get(name) != value}
    assert left == {"MemoryMax"}
    state = backups["StateDirectory"][0].split()
    assert state[0] == ours["StateDirectory"][0]
    assert backups["StateDirectoryMode"] == ours["StateDirectoryMode"]
    assert set(ours["Environment"]) - set(backups["Environment"]) == {"PROMPTGEN_LOG_FORMAT=json"}
    command = shlex.split(backups["ExecStart"][0])
    options = parser().parse_args(command[1:])
    assert (options.file, options.keep) == (Path(f"/var/lib/{state[1]}"), 14)


def test_the_timer_makes_up_for_a_day_that_the_machine_was_off() -> None:
    timer = unit("bots/examples/promptgen-backup.timer")
    assert timer["Persistent"] == ["yes"]
    assert timer["WantedBy"] == ["timers.target"]
    assert timer["OnCalendar"] == ["*-*-* 03:30:00"]


def test_the_units_settings_are_the_programs_and_it_waits_for_a_stop() -> None:
    names = {value.split("=")[0] for value in unit()["Environment"]}
    assert {name for name in names if name.startswith("PROMPTGEN_")} <= _KNOWN
    assert float(unit()["TimeoutStopSec"][0]) > Settings.model_fields["drain_s"].default + 25


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize(
    "file",
    [
        "bots/examples/promptgen.service",
        "bots/examples/promptgen-backup.service",
        "bots/examples/promptgen-backup.timer",
        "serving/examples/promptgen-model.service",
    ],
)
def test_systemd_takes_the_unit(file: str, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    checked = tmp_path / Path(file).name
    for each in (_ROOT / file).parent.glob(f"{checked.stem}.*"):  # a timer's service, too
        text = re.sub(r"/opt/promptgen/\.venv\S*/bin/\w+", str(program), each.read_text())
        (tmp_path / each.name).write_text(text)
    command = ["systemd-analyze", "verify", "--man=no", str(checked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    ours = [line for line in done.stderr.splitlines() if checked.name in line]
    assert ours == []
