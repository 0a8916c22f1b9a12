"""The settings: where data lies, and whose file of settings counts."""

from pathlib import Path

import pytest

from core.adapters.store.open_store import open_store
from core.settings import default_data_dir, env_file, misspelt_names, read_settings


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of somebody's project, in which one stands; the user's own data folder is elsewhere."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("PROMPTGEN_DATA_DIR", "PROMPTGEN_ENV_FILE", "SLACK_BOT_TOKEN", "PROMPTGEN_LOCALE"):
        monkeypatch.delenv(name, raising=False)
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return project


def test_data_lies_where_it_is_told_else_here_else_in_the_users_folder(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_data_dir().name == "promptgen"
    assert read_settings().data_dir == default_data_dir()
    assert not default_data_dir().is_relative_to(here)
    (here / ".promptgen").mkdir()
    assert read_settings().data_dir == Path(".promptgen")
    monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(tmp_path / "told"))
    assert read_settings().data_dir == tmp_path / "told"


def test_the_env_file_of_another_project_gives_no_token(here: Path) -> None:
    (here / ".env").write_text("SLACK_BOT_TOKEN=xoxb-another-projects\nPROMPTGEN_LOCALLE=en\n")
    assert read_settings().slack_bot_token is None
    assert misspelt_names() == []


def test_the_env_file_of_a_folder_of_ours_counts(here: Path) -> None:
    (here / ".env").write_text("SLACK_BOT_TOKEN=xoxb-ours\nPROMPTGEN_LOCALLE=en\n")
    (here / ".promptgen").mkdir()
    token = read_settings().slack_bot_token
    assert token
    assert token.get_secret_value() == "xoxb-ours"
    assert misspelt_names() == [("PROMPTGEN_LOCALLE", "PROMPTGEN_LOCALE")]


def test_the_env_file_of_the_clone_counts(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / ".env").write_text("")
    assert env_file() is None
    monkeypatch.setattr("core.settings._CLONE", here)
    assert env_file() == Path(".env")


def test_a_file_of_settings_can_be_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "mine.env").write_text("PROMPTGEN_LOCALE=en\n")
    monkeypatch.setenv("PROMPTGEN_ENV_FILE", str(here / "mine.env"))
    assert str(read_settings().locale) == "en"


def test_nothing_of_a_data_folder_is_committed(tmp_path: Path) -> None:
    open_store(tmp_path / "data", clock=lambda: 0.0).close()
    assert (tmp_path / "data" / ".gitignore").read_text() == "*\n"
