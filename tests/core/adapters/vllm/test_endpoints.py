"""The endpoints that the operator names in a file."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from core.adapters.vllm.endpoints import Endpoint, read_endpoints
from core.errors import SettingsError
from core.settings import Settings

GPU = '[gpu]\nbase_url = "http://gpu:8000/v1"\nmodel = "mixtral"\napi_key_env = "GPU_KEY"\n'
CPU = '[cpu-small]\nbase_url = "https://cpu/v1"\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GPU_KEY", "sk-invented")
    return tmp_path / "endpoints.toml"


def settings(file: Path | None = None, base_url: str | None = None) -> Settings:
    return Settings(endpoints=file, llm_base_url=base_url)


def test_none_is_set() -> None:
    assert read_endpoints(settings()) == ()


def test_the_default_comes_first_and_the_named_ones_in_their_order(file: Path) -> None:
    file.write_text(GPU + CPU)

    assert read_endpoints(settings(file, "http://127.0.0.1:8000/v1")) == (
        Endpoint("default", "http://127.0.0.1:8000/v1"),
        Endpoint("gpu", "http://gpu:8000/v1", "mixtral", SecretStr("sk-invented")),
        Endpoint("cpu-small", "https://cpu/v1"),
    )


def test_the_key_shows_nothing_of_itself(file: Path) -> None:
    file.write_text(GPU)

    assert "sk-invented" not in repr(read_endpoints(settings(file)))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("not toml", "PROMPTGEN_ENDPOINTS"),
        ("base_url = 'http://gpu/v1'", "[base_url]"),
        ("[default]\nbase_url = 'http://gpu/v1'", "[default]"),
        ("['큰 모델']\nbase_url = 'http://gpu/v1'", "[큰 모델]"),
        ("[gpu]\nmodel = 'mixtral'", "[gpu] base_url"),
        ("[gpu]\nbase_url = 'gpu:8000'", "[gpu] base_url"),
        ("[gpu]\nbase_url = 'http://gpu/v1'\nport = 3", "[gpu] port"),
        ("[gpu]\nbase_url = 'http://gpu/v1'\nmodel = 7", "[gpu] model"),
        ("[gpu]\nbase_url = 'http://gpu/v1'\napi_key = 'sk-oops'", "[gpu] api_key"),
        ("[gpu]\nbase_url = 'http://gpu/v1'\napi_key_env = 'NO_SUCH_KEY'", "[gpu] api_key_env (NO_SUCH_KEY)"),
    ],
)
def test_what_cannot_be_used_is_named_without_its_value(file: Path, content: str, named: str) -> None:
    file.write_text(content)
    with pytest.raises(SettingsError) as caught:
        read_endpoints(settings(file))

    assert named in str(caught.value.details["names"])
    assert "sk-oops" not in str(caught.value.details)


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_endpoints(settings(file))

    assert caught.value.details == {"names": "PROMPTGEN_ENDPOINTS"}
