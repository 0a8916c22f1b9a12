import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import serving.__main__ as command_line
from serving.errors import ServingError

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "serving" / "examples"
MACHINE = {"PROMPTGEN_SERVE_GPUS": "2", "PROMPTGEN_SERVE_GPU_MEMORY_GIB": "80"}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PROMPTGEN_")}
    return subprocess.run(
        [sys.executable, "-m", "serving", *arguments],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=clean | environment,
        check=False,
    )


def test_the_command_is_shown_without_vllm() -> None:
    shown = run("--print", "--settings", str(EXAMPLES / "serving.toml"), **MACHINE)

    assert shown.returncode == 0
    assert "--tensor-parallel-size=2" in shown.stdout
    assert "--host=127.0.0.1" in shown.stdout


def test_further_options_go_to_vllm_as_they_are() -> None:
    shown = run("--print", "--", "--max-num-seqs=64", **MACHINE)

    assert shown.stdout.endswith(" --max-num-seqs=64\n")


def test_a_wrong_setting_is_one_line_and_exit_2() -> None:
    failed = run("--print", PROMPTGEN_SERVE_PORT="x", **MACHINE)

    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr == "serving: port is not a int\n"


def test_a_missing_vllm_is_one_line_and_exit_2() -> None:
    failed = run("--check", **MACHINE)

    assert failed.returncode == 2
    assert failed.stderr.startswith("serving: vLLM is not installed here")
    assert failed.stderr.count("\n") == 1


def test_it_becomes_the_server_with_the_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[dict[str, str]] = []
    monkeypatch.setattr(command_line, "validate_args", lambda *_: None)
    monkeypatch.setattr(command_line, "start", lambda _model, _options, environment: started.append(environment))
    for name, value in (MACHINE | {"PROMPTGEN_SERVE_API_KEY": "planted"}).items():
        monkeypatch.setenv(name, value)

    assert command_line.main([]) == 0
    (environment,) = started
    assert environment["VLLM_API_KEY"] == "planted"
    assert environment["VLLM_NO_USAGE_STATS"] == "1"


def test_check_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "validate_args", lambda *_: None)
    monkeypatch.setattr(command_line, "start", lambda *_: pytest.fail("it started"))
    for name, value in MACHINE.items():
        monkeypatch.setenv(name, value)

    assert command_line.main(["--check"]) == 0


def test_what_vllm_refuses_is_not_started(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object) -> None:
        msg = "vLLM refuses"
        raise ServingError(msg)

    monkeypatch.setattr(command_line, "validate_args", refuse)
    for name, value in MACHINE.items():
        monkeypatch.setenv(name, value)

    assert command_line.main([]) == 2
    assert capsys.readouterr().err == "serving: vLLM refuses\n"


def test_the_proxy_lets_three_paths_through() -> None:
    lines = (EXAMPLES / "nginx.conf").read_text(encoding="utf-8").splitlines()
    locations = [line.split()[1:-1] for line in lines if line.strip().startswith("location")]

    assert locations == [["=", "/v1/chat/completions"], ["=", "/v1/models"], ["=", "/health"], ["/"]]


def test_the_compose_file_publishes_no_port_and_holds_no_secret() -> None:
    compose = yaml.safe_load((EXAMPLES / "compose.yaml").read_text(encoding="utf-8"))

    assert set(compose["services"]) == {"bot", "database", "model"}
    assert not any("ports" in service for service in compose["services"].values())
    assert not any(
        "KEY" in name or "PASSWORD" in name for each in compose["services"].values() for name in each["environment"]
    )
    build = compose["services"]["bot"]["build"]
    assert (EXAMPLES / build["context"] / "Dockerfile").is_file()


def test_a_stop_is_given_more_time_than_the_drain() -> None:
    compose = yaml.safe_load((EXAMPLES / "compose.yaml").read_text(encoding="utf-8"))
    unit = (EXAMPLES / "promptgen-model.service").read_text(encoding="utf-8")

    assert compose["services"]["model"]["stop_grace_period"] == "90s"
    assert "TimeoutStopSec=90" in unit
