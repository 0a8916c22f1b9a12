from pathlib import Path

import pytest

from serving.errors import ServingError
from serving.settings import Precision, ServingSettings, read_settings

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what must not be the default
EXAMPLES = Path(__file__).parents[2] / "serving" / "examples"


def test_the_defaults_are_closed() -> None:
    settings = read_settings(None, {})

    assert settings == ServingSettings()
    assert settings.host == "127.0.0.1"


def test_the_environment_goes_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "serving.toml"
    file.write_text('port = 9000\nprecision = "awq"\nadapters = ["ko=/a", "en=/b"]\n', encoding="utf-8")
    settings = read_settings(file, {"PROMPTGEN_SERVE_PORT": "9001", "PROMPTGEN_LLM_MODEL": "else", "PATH": "/bin"})

    assert (settings.port, settings.precision, settings.adapters) == (9001, Precision.AWQ, ("ko=/a", "en=/b"))


def test_lists_are_separated_by_commas() -> None:
    assert read_settings(None, {"PROMPTGEN_SERVE_ADAPTERS": "ko=/a,en=/b"}).adapters == ("ko=/a", "en=/b")


def test_the_key_shows_nothing_of_itself() -> None:
    settings = read_settings(None, {"PROMPTGEN_SERVE_API_KEY": "planted"})

    assert settings.api_key == "planted"
    assert "planted" not in repr(settings)


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PROMPTGEN_SERVE_PRECISON": "awq"}, "unknown setting: precison"),
        ({"PROMPTGEN_SERVE_PORT": "http"}, "port is not a int"),
        ({"PROMPTGEN_SERVE_PORT": "70000"}, "port is a number"),
        ({"PROMPTGEN_SERVE_PRECISION": "fp3"}, "precision is not"),
        ({"PROMPTGEN_SERVE_MEMORY_SHARE": "90"}, "memory_share is a share"),
        ({"PROMPTGEN_SERVE_NODE_RANK": "1"}, "node_rank counts from 0"),
        ({"PROMPTGEN_SERVE_QUEUE": "0"}, "at least 1"),
        ({"PROMPTGEN_SERVE_DRAIN_SECONDS": "-1"}, "negative"),
        ({"PROMPTGEN_SERVE_ADAPTERS": "/a"}, "name=path"),
        ({"PROMPTGEN_SERVE_HOST": EVERYWHERE}, "open to the network"),
        ({"PROMPTGEN_SERVE_HOST": "model.example.com"}, "open to the network"),
    ],
)
def test_a_wrong_setting_is_one_sentence(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(ServingError, match=sentence):
        read_settings(None, environment)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.9.9.9"])
def test_loopback_needs_no_key(host: str) -> None:
    assert read_settings(None, {"PROMPTGEN_SERVE_HOST": host}).api_key == ""


def test_an_open_host_is_fine_with_a_key() -> None:
    environment = {"PROMPTGEN_SERVE_HOST": EVERYWHERE, "PROMPTGEN_SERVE_API_KEY": "planted"}

    assert read_settings(None, environment).host == EVERYWHERE


@pytest.mark.parametrize("content", [b"port = ", b"\xff\xfe", b'api_key = "planted"'])
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "serving.toml"
    file.write_bytes(content)

    with pytest.raises(ServingError) as caught:
        read_settings(file, {})
    assert "planted" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ServingError, match=r"nowhere\.toml cannot be read"):
        read_settings(tmp_path / "nowhere.toml", {})


def test_the_example_says_the_defaults() -> None:
    assert read_settings(EXAMPLES / "serving.toml", {}) == ServingSettings()
