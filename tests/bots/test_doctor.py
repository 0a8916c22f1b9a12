"""What the doctor finds."""

import base64
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.doctor import Finding, examine
from core.settings import Settings
from tests.fakes.detector import FakeDetector


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start from no settings at all, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def _found(settings: Settings) -> dict[str, Finding]:
    return {finding.text: finding for finding in examine(settings)}


def test_with_nothing_set_all_is_well_and_says_what_could_be_added(tmp_path: Path) -> None:
    found = _found(Settings(data_dir=tmp_path / "data"))
    assert all(finding.passed for finding in found.values())
    assert found.keys() >= {"doctor.database", "doctor.detector", "doctor.slack_off", "doctor.model_off"}


def test_what_is_half_set_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = FakeDetector()
    broken.broken = True
    monkeypatch.setattr("bots.doctor.load_detector", lambda _: broken)
    (tmp_path / "promptgen.db").write_bytes(b"no database" * 1000)
    settings = Settings(data_dir=tmp_path, llm_base_url="http://127.0.0.1:9/v1")
    settings.slack_bot_token = SecretStr("xoxb-invented")
    settings.discord_token = SecretStr("not a token")
    failed = {text for text, finding in _found(settings).items() if not finding.passed}
    assert failed >= {"error.database_damaged", "doctor.slack_incomplete", "doctor.discord_token"}
    assert failed >= {"doctor.model.reachable", "error.detector_unavailable"}


def test_the_invite_link_is_built_from_the_token_and_shows_nothing_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.doctor.load_detector", lambda _: FakeDetector())
    settings = Settings(data_dir=tmp_path)
    settings.discord_token = SecretStr(base64.b64encode(b"123456789012345678").decode() + ".secret.part")
    link = str(_found(settings)["doctor.discord"].details["link"])
    assert "client_id=123456789012345678&" in link
    assert "secret" not in link


def test_each_named_endpoint_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.doctor.load_detector", lambda _: FakeDetector())
    file = tmp_path / "endpoints.toml"
    file.write_text('[gpu]\nbase_url = "http://127.0.0.1:9/v1"\n[cpu]\nbase_url = "http://127.0.0.1:9/v1"\n')
    found = list(examine(Settings(data_dir=tmp_path / "data", endpoints=file)))

    assert [finding.details["name"] for finding in found if finding.text == "doctor.endpoint"] == ["gpu", "cpu"]
    assert [finding.passed for finding in found if finding.text == "doctor.model.reachable"] == [False, False]
    assert not any(finding.text == "doctor.model.mode" for finding in found)


def test_a_file_of_endpoints_that_cannot_be_used_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.doctor.load_detector", lambda _: FakeDetector())
    settings = Settings(data_dir=tmp_path / "data", endpoints=tmp_path / "missing.toml")

    assert not _found(settings)["error.settings_invalid"].passed
