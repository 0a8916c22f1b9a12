"""The threat notes: each test that they name is there; and no secret shows itself."""

import re
from pathlib import Path

import pytest

from core.errors import SettingsError
from core.settings import Settings, read_settings

_ROOT = Path(__file__).parents[1]
_SECRETS = (
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_CLIENT_SECRET",
    "DISCORD_TOKEN",
    "PROMPTGEN_LLM_API_KEY",
    "PROMPTGEN_VAULT_KEY",
)


def test_every_test_that_the_notes_name_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (_ROOT / "SECURITY.md").read_text())
    assert len(named) > 30
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not (_ROOT / file).exists() or not re.search(rf"def {name}\(", (_ROOT / file).read_text())
    ]
    assert missing == []


def test_no_setting_shows_a_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in _SECRETS:
        monkeypatch.setenv(name, f"planted-{name}")
    settings = Settings()
    assert "planted" not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_a_malformed_setting_is_named_and_not_repeated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPTGEN_RETENTION_DAYS", "planted-secret")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert caught.value.details == {"names": "PROMPTGEN_RETENTION_DAYS"}
    assert "planted" not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__context__ is None}"
