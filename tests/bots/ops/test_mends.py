"""Whatever the doctor finds, it says what to do about it."""

import json
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from bots.cli import main
from bots.ops.check_result import CheckResult
from bots.shared.error_texts import sentence_of
from core.adapters.vllm.probe import ModelCheck
from core.conversation.texts import TEXTS
from core.errors import (
    DatabaseError,
    DeliveryRefused,
    NerModelError,
    PromptgenError,
    ServiceError,
    SettingsError,
    SetupError,
    StoreUnavailable,
)
from core.values.locale import Locale

_BOTS: Final = Path(__file__).parents[3] / "bots"
_SOURCES: Final = [path.read_text("utf-8") for path in _BOTS.rglob("*.py")]
# What is only ever said of what is well. A finding that is neither here nor has a mend fails the test below.
_WELL: Final = {
    f"doctor.{name}"
    for name in (
        "backup",
        "backup_none",
        "clock",
        "data_dir",
        "database",
        "database_file",
        "database_writable",
        "detector",
        "discord",
        "discord_off",
        "discord_token_works",
        "disk",
        "endpoint",
        "env_file",
        "env_left",
        "file_private",
        "key_set",
        "model_off",
        "ner_model",
        "slack_connects",
        "slack_http",
        "slack_no_agent",
        "slack_off",
        "slack_scopes",
        "slack_socket",
        "tried",
    )
}
_ALWAYS_WELL: Final = {ModelCheck.REACHABLE, ModelCheck.MODEL, ModelCheck.SYSTEM_ROLE}


def kinds(of: type[PromptgenError]) -> Iterator[type[PromptgenError]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def errors() -> Iterator[PromptgenError]:
    """Yield an error of each kind that a check may come upon, in each form that its sentence has."""
    # Those of several forms are below; no check sends a reply.
    several: set[type[PromptgenError]] = {DatabaseError, NerModelError, SettingsError, DeliveryRefused}
    for kind in (*kinds(SetupError), *kinds(ServiceError)):
        if kind not in several:
            yield kind(path="/data", platform="Slack")
    yield StoreUnavailable(reason="full")
    yield from (DatabaseError(reason=reason) for reason in ("newer", "damaged", "in_use"))
    yield from (NerModelError(reason=reason) for reason in ("missing", "extra", "tokenizer", "labels", "unreadable"))
    yield SettingsError(names="PROMPTGEN_RETENTION_DAYS")
    yield SettingsError(names="PROMPTGEN_VAULT_KEY")
    yield SettingsError(names="PROMPTGEN_LLM_BASE_URL", example="http://127.0.0.1:8000/v1")
    yield SettingsError(names="PROMPTGEN_MASK_LISTS", line=3)
    yield SettingsError(names="PROMPTGEN_MASK_POLICY", part="phone=mak")
    yield PromptgenError()


def findings() -> set[str]:
    """Return the ids of all sentences that the doctor has."""
    named = {text for source in _SOURCES for text in re.findall(r'"(doctor\.[a-z_.]*[a-z])"', source)}
    return named | {f"doctor.model.{check}" for check in set(ModelCheck) - _ALWAYS_WELL}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("locale", Locale)
def test_every_finding_that_is_not_well_has_its_mend(locale: Locale) -> None:
    found, texts = findings(), TEXTS[locale]
    assert len(found) > 60
    assert found - texts.keys() == set()
    failing = found - _WELL
    assert failing - {text for text in found if f"mend.{text}" in texts} == set()
    for text in failing:
        assert places(texts[f"mend.{text}"]) <= places(texts[text]) | {"least", "meant", "value"}, text


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("error", list(errors()), ids=lambda error: f"{error.code} {error.details}")
def test_every_error_that_a_check_comes_upon_has_its_mend(error: PromptgenError, locale: Locale) -> None:
    found = CheckResult.of(error)
    mend = TEXTS[locale][found.mend].format(**found.details)
    assert mend != TEXTS[locale][sentence_of(error).text]


@pytest.mark.parametrize("locale", Locale)
def test_a_mend_names_what_to_do_it_with_and_none_is_left_over(locale: Locale) -> None:
    mends = {text: words for text, words in TEXTS[locale].items() if text.startswith(("mend.doctor.", "mend.error."))}
    # A setting, a command, a file or a place in a platform's pages, in letters that are the same in any language.
    named = re.compile(
        r"[A-Z]{2,}[A-Z_]*|promptgen|\{\w+\}|[A-Z]\w+ [A-Z&]|--|\w+\.\w+|chmod|chown|systemctl|psql|Bot|Installation"
    )
    vague = {text for text, words in mends.items() if not named.search(words)}
    assert vague <= {"mend.doctor.discord_endpoint"}  # its field is named in the finding
    used = {f"mend.{text}" for text in findings()} | {CheckResult.of(error).mend for error in errors()}
    assert mends.keys() - used == set()


def test_what_is_well_has_none() -> None:
    assert CheckResult(passed=True, text="doctor.disk").mend == ""


@pytest.mark.parametrize("locale", Locale)
def test_settings_that_cannot_be_read_are_told_as_json_too(
    locale: Locale, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPTGEN_LOCALE", locale)
    monkeypatch.setenv("PROMPTGEN_RETENTION_DAYS", "planted")
    assert main(["doctor", "--json"]) == 1
    said = capsys.readouterr()
    (found,) = map(json.loads, said.out.splitlines())
    assert (found["passed"], found["check"]) == (False, "error.settings_invalid")
    assert found["details"] == {"names": "PROMPTGEN_RETENTION_DAYS"}
    assert found["mend"] == TEXTS[locale]["mend.error.settings_invalid"]
    assert "planted" not in said.out + said.err
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out == f"✗ {found['text']} → {found['mend']}\n"
    assert main(["data", "purge"]) == 2
