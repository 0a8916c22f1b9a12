"""Endpoints: the model servers that the operator has named."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from core.errors import SettingsError
from core.settings import Settings

DEFAULT: Final = "default"
"""The name of the endpoint that `PROMPTGEN_LLM_BASE_URL` sets."""

_SETTING: Final = "PROMPTGEN_ENDPOINTS"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_URL: Final = re.compile(r"https?://\S+")
_EXAMPLE: Final = "http://127.0.0.1:8000/v1"
_FIELDS: Final = {"base_url", "model", "api_key_env"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server; without a model, the first that it serves."""

    name: str
    base_url: str
    model: str | None = None
    api_key: SecretStr | None = None


def read_endpoints(settings: Settings) -> tuple[Endpoint, ...]:
    """Return the endpoints that are set, the default one first.

    Raises:
        SettingsError: `names` says what of the file cannot be used, never what it was set to.
    """
    return (*_default(settings), *(_named(settings.endpoints) if settings.endpoints else ()))


def _default(settings: Settings) -> Iterator[Endpoint]:
    if settings.llm_base_url:
        if not _URL.fullmatch(settings.llm_base_url):
            raise SettingsError(names="PROMPTGEN_LLM_BASE_URL", example=_EXAMPLE)
        yield Endpoint(DEFAULT, settings.llm_base_url, settings.llm_model, settings.llm_api_key)


def _named(file: Path) -> Iterator[Endpoint]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise SettingsError(names=_SETTING) from None
    for name, table in tables.items():
        if not _NAME.fullmatch(name) or name == DEFAULT or not isinstance(table, dict):
            raise SettingsError(names=f"{_SETTING} [{name[:32]}]")
        yield _endpoint(name, table)


def _endpoint(name: str, table: Mapping[str, object]) -> Endpoint:
    for field, value in table.items():
        if field not in _FIELDS or not isinstance(value, str):
            raise SettingsError(names=f"{_SETTING} [{name}] {field[:32]}")
    base_url, model, variable = (str(table.get(field, "")) for field in ("base_url", "model", "api_key_env"))
    if not _URL.fullmatch(base_url):
        raise SettingsError(names=f"{_SETTING} [{name}] base_url", example=_EXAMPLE)
    if variable and not os.environ.get(variable):
        raise SettingsError(names=f"{_SETTING} [{name}] api_key_env ({variable})")
    return Endpoint(name, base_url, model or None, SecretStr(os.environ[variable]) if variable else None)
