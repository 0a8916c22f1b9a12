"""The settings, from the environment or a `.env` file."""

import difflib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingsError
from core.usecases.limits import Limits
from core.values.choices import ExternalAssistant
from core.values.locale import Locale

_PREFIX = "PROMPTGEN_"
_OURS = (_PREFIX, "SLACK_", "DISCORD_")
_OTHERS = (f"{_PREFIX}SERVE_", f"{_PREFIX}TEST_", f"{_PREFIX}ENV_FILE")
_CLOSE = 0.85

# What AES takes: 128, 192 or 256 bits.
_KEY_BYTES = (16, 24, 32)

Count = Annotated[int, Field(ge=0)]

_LOCAL = Path(".promptgen")
_CLONE = Path(__file__).resolve().parents[1]


def default_data_dir() -> Path:
    """Return where data lies unless told: in `.promptgen` here where that exists, else in the user's data folder."""
    return _LOCAL if _LOCAL.is_dir() else user_data_path("promptgen", appauthor=False)


def env_file() -> Path | None:
    """Return the file of settings that counts here; None for none.

    It is the one that `PROMPTGEN_ENV_FILE` names, else the `.env` here where this folder is promptgen's own: its clone,
    or one with a `.promptgen` in it. The `.env` of any other project is left alone, for its tokens are not ours.
    """
    named = os.environ.get(f"{_PREFIX}ENV_FILE")
    if named:
        return Path(named)
    is_ours = _LOCAL.is_dir() or Path.cwd() == _CLONE
    return Path(".env") if is_ours and Path(".env").is_file() else None


def _key(given: SecretStr | None) -> SecretStr | None:
    if given and len(given.get_secret_value().encode()) not in _KEY_BYTES:
        raise ValueError(_KEY_BYTES)
    return given


class Settings(BaseSettings):
    """Every setting by its documented name; secrets show nothing of themselves."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    slack_bot_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_BOT_TOKEN")] = None
    slack_app_token: Annotated[SecretStr | None, Field(validation_alias="SLACK_APP_TOKEN")] = None
    slack_signing_secret: Annotated[SecretStr | None, Field(validation_alias="SLACK_SIGNING_SECRET")] = None
    slack_client_id: Annotated[str | None, Field(validation_alias="SLACK_CLIENT_ID")] = None
    slack_client_secret: Annotated[SecretStr | None, Field(validation_alias="SLACK_CLIENT_SECRET")] = None
    slack_api_url: str = "https://slack.com/api/"
    discord_token: Annotated[SecretStr | None, Field(validation_alias="DISCORD_TOKEN")] = None
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    discord_message_content: bool = False
    discord_shards: str = ""
    llm_base_url: str | None = None
    llm_api_key: SecretStr | None = None
    llm_model: str | None = None
    endpoints: Path | None = None
    database_url: str | None = None
    data_dir: Path = Field(default_factory=default_data_dir)
    vault_key: SecretStr | None = None
    retention_days: Annotated[int, Field(ge=1, le=3650)] = 30
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=1, le=65535)] = 3000
    ops_port: Annotated[int, Field(ge=0, le=65535)] = 0
    processes: Annotated[int, Field(ge=1, le=64)] = 1
    drain_s: Annotated[float, Field(ge=0, le=600)] = 25
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    limit_turns: Count = 60
    limit_turns_workspace: Count = 1_800
    limit_prompts: Count = 60
    limit_prompts_workspace: Count = 1_200
    limit_answers: Count = 240
    limit_answers_workspace: Count = 2_400
    limit_files: Count = 30
    limit_files_workspace: Count = 600
    limit_interviews: Count = 50
    limit_text: Annotated[int, Field(ge=1_000, le=200_000)] = 30_000
    limit_file_mb: Annotated[int, Field(ge=1, le=100)] = 20
    locale: Locale = Locale.KO
    collect_pairs: bool = False
    external_links: str = ""
    mask_policy: str = ""
    mask_key: Annotated[SecretStr | None, AfterValidator(_key)] = None
    mask_lists: Path | None = None
    list_editors: str = ""
    ner_model: str | None = None
    name_recall: Annotated[float, Field(ge=-2, le=3)] = 0

    @property
    def is_postgresql(self) -> bool:
        """Whether the database is a PostgreSQL, which takes several processes; else it is an SQLite file."""
        return (self.database_url or "").startswith("postgresql")

    @property
    def limits(self) -> Limits:
        """What one person and one workspace may ask for."""
        return Limits(
            turns=(self.limit_turns, self.limit_turns_workspace),
            prompts=(self.limit_prompts, self.limit_prompts_workspace),
            answers=(self.limit_answers, self.limit_answers_workspace),
            files=(self.limit_files, self.limit_files_workspace),
            interviews=self.limit_interviews,
            text=self.limit_text,
            file_mb=self.limit_file_mb,
        )

    @property
    def mask_list_editors(self) -> frozenset[str]:
        """Those who may add words to the list from the conversation, by their ids on the platform."""
        return frozenset(filter(None, map(str.strip, self.list_editors.split(","))))

    @property
    def external_assistants(self) -> tuple[ExternalAssistant, ...]:
        """The assistants outside that a link may lead to.

        Raises:
            SettingsError: One of them is unknown.
        """
        names = [name.strip().casefold() for name in self.external_links.split(",") if name.strip()]
        if not set(names) <= set(ExternalAssistant):
            raise SettingsError(names="PROMPTGEN_EXTERNAL_LINKS")
        return tuple(dict.fromkeys(map(ExternalAssistant, names)))


def read_settings() -> Settings:
    """Return the settings of this process.

    Raises:
        SettingsError: Some are malformed; `names` lists them, never what they were set to.
    """
    try:
        return Settings(_env_file=env_file())  # type: ignore[call-arg]  # pydantic's own
    except ValidationError as error:
        names = sorted({_name(str(flaw["loc"][0])) for flaw in error.errors(include_input=False, include_url=False)})
        raise SettingsError(names=", ".join(names)) from None


def misspelt_names() -> Sequence[tuple[str, str]]:
    """Return the names in the environment and the file of settings that look like a setting's, each with that one."""
    known = {str(field.validation_alias or _PREFIX + name.upper()) for name, field in Settings.model_fields.items()}
    file = env_file()  # given none, dotenv would look for one in the folders above
    given = {name for name in (*os.environ, *(dotenv_values(file) if file else ())) if name.startswith(_OURS)}
    return [
        (name, close[0])
        for name in sorted(given - known)
        if not name.startswith(_OTHERS) and (close := difflib.get_close_matches(name, known, 1, _CLOSE))
    ]


def is_env_left_alone() -> bool:
    """Say whether there is a `.env` here with names of ours that is not read, for the folder is another project's."""
    here = Path(".env")
    return env_file() is None and here.is_file() and any(name.startswith(_OURS) for name in dotenv_values(here))


def _name(field: str) -> str:
    return field if field.isupper() else _PREFIX + field.upper()
