"""What the doctor finds."""

import argparse
import asyncio
import base64
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.commands import doctor
from bots.commands.smoke_test import try_interview
from bots.discord.commands import commands
from bots.ops import clock_check
from bots.ops.check_result import CheckResult
from bots.ops.doctor import run_checks
from core.adapters.lazy_loading import BackgroundDetector
from core.adapters.store.open_store import open_store
from core.conversation.texts import TEXTS
from core.errors import DetectorError, StoreUnavailable
from core.ports import Detector
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.settings import Settings
from core.values.locale import Locale
from tests.fakes.detector import FakeDetector
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.slack.parts import settings_for
from tests.fakes.slack.server import FakeSlack, Fault

_PLAIN = argparse.Namespace(json=False, tries=False)


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start from no settings at all, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def _found(settings: Settings) -> dict[str, CheckResult]:
    return {finding.text: finding for finding in run_checks(settings)}


def test_with_nothing_set_all_is_well_and_says_what_could_be_added(tmp_path: Path) -> None:
    found = _found(Settings(data_dir=tmp_path / "data"))
    assert all(finding.passed for finding in found.values())
    assert found.keys() >= {"doctor.database", "doctor.detector", "doctor.slack_off", "doctor.model_off"}


@pytest.mark.parametrize(
    ("policy", "details"),
    [
        ("person=never, phone=mak", {"names": "PROMPTGEN_MASK_POLICY", "part": "phone=mak"}),
        ("email=encrypt", {"names": "PROMPTGEN_MASK_POLICY, PROMPTGEN_MASK_KEY"}),
    ],
)
def test_a_policy_that_cannot_be_carried_out_is_named(policy: str, details: dict[str, str], tmp_path: Path) -> None:
    found = _found(Settings(data_dir=tmp_path / "data", mask_policy=policy))
    assert [finding.details for finding in found.values() if not finding.passed] == [details]


def test_what_is_half_set_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = FakeDetector()
    broken.broken = True
    monkeypatch.setattr("bots.ops.doctor.load_detector", lambda _: broken)
    (tmp_path / "promptgen.db").write_bytes(b"no database" * 1000)
    settings = Settings(data_dir=tmp_path, llm_base_url="http://127.0.0.1:9/v1")
    settings.slack_bot_token = SecretStr("xoxb-invented")
    settings.discord_token = SecretStr("not a token")
    failed = {text for text, finding in _found(settings).items() if not finding.passed}
    assert failed >= {"error.database_damaged", "doctor.slack_incomplete", "doctor.discord_token"}
    assert failed >= {"doctor.model.unreachable", "error.detector_unavailable"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.ops.doctor.load_detector", lambda _: FakeDetector())


@pytest.mark.usefixtures("quick")
def test_a_key_that_others_can_read_and_a_name_with_a_slip_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    assert all(finding.passed for finding in run_checks(settings))
    (tmp_path / "data" / "vault.key").chmod(0o644)
    monkeypatch.setenv("PROMPTGEN_RETENTION_DAY", "3")
    (tmp_path / ".promptgen").mkdir()
    (tmp_path / ".env").write_text("SLACK_BOT_TOKN=xoxb-invented\n")
    failed = [finding for finding in run_checks(settings) if not finding.passed]
    assert [finding.text for finding in failed] == ["doctor.name_unknown", "doctor.name_unknown", "doctor.file_open"]
    assert failed[0].details == {"name": "PROMPTGEN_RETENTION_DAY", "meant": "PROMPTGEN_RETENTION_DAYS"}
    assert failed[1].details["meant"] == "SLACK_BOT_TOKEN"


@pytest.mark.usefixtures("quick")
def test_a_lost_key_is_found(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    list(run_checks(settings))
    (tmp_path / "data" / "vault.key").unlink()
    assert [finding.text for finding in run_checks(settings) if not finding.passed] == ["doctor.key_missing"]


@pytest.mark.usefixtures("quick")
def test_a_file_of_settings_that_is_left_alone_is_said(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-another-projects\n")
    assert "doctor.env_left" in _found(Settings(data_dir=tmp_path / "data"))
    (tmp_path / ".env").write_text("PORT=8000\n")
    assert "doctor.env_left" not in _found(Settings(data_dir=tmp_path / "data"))


@pytest.mark.usefixtures("quick")
def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    for _ in range(2):
        assert "doctor.database_writable" in _found(settings)
    with open_store(tmp_path / "data", clock=time.time).begin() as transaction:
        assert transaction.remember("doctor", "doctor")


@pytest.mark.usefixtures("quick")
def test_a_database_that_cannot_be_written_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable(reason="full")

    monkeypatch.setattr("core.adapters.store.transaction.SqlTransaction.remember", full)
    failed = [finding.text for finding in run_checks(Settings(data_dir=tmp_path / "data")) if not finding.passed]
    assert failed == ["error.disk_full"]


_SECRET = "plantedsecret0123456789"
_AS_WRITTEN = "pdFZKVeTuE8sk7oOcHrzqqgy"  # in the examples of docs.slack.dev
_SLACK = {"SLACK_BOT_TOKEN": f"xoxb-1111111111-{_SECRET}", "SLACK_APP_TOKEN": f"xapp-1-A0000000000-{_SECRET}"}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("spoil", "failed"),
    [
        (lambda _: None, set()),
        (lambda slack: slack.fail("auth.test", Fault(error="invalid_auth")), {"doctor.slack_bot_token"}),
        (lambda slack: slack.fail("auth.test", Fault(error="ekm_access_denied")), {"doctor.slack_refused"}),
        (lambda slack: slack.fail("apps.connections.open", Fault(error="not_authed")), {"doctor.slack_app_token"}),
        (lambda slack: slack.scopes.remove("files:read"), {"doctor.slack_scopes_missing"}),
        (lambda slack: setattr(slack, "clock_ahead", 400), {"doctor.clock_off"}),
        (lambda slack: setattr(slack, "clock_ahead", -400), {"doctor.clock_off"}),
    ],
)
async def test_slacks_tokens_and_permissions(
    tmp_path: Path, spoil: Callable[[FakeSlack], None], failed: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    async with FakeSlack.running() as slack:
        spoil(slack)
        settings = settings_for(tmp_path, slack.api_url, **_SLACK)
        status = await asyncio.to_thread(doctor.run, _PLAIN, settings)
    said = capsys.readouterr().out
    begins = {TEXTS[Locale.KO][text].split("{")[0] for text in failed}
    assert status == bool(failed)
    assert all(f"✗ {beginning}" in said for beginning in begins)
    assert "planted" not in said
    assert said.count("✗") == len(failed)


@pytest.mark.usefixtures("quick")
async def test_what_is_missing_without_an_agents_permission_is_told_and_fails_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with FakeSlack.running() as slack:
        slack.scopes.remove("assistant:write")
        assert not await asyncio.to_thread(doctor.run, _PLAIN, settings_for(tmp_path, slack.api_url, **_SLACK))
    assert "assistant:write 권한이 없어서" in capsys.readouterr().out


@pytest.mark.usefixtures("quick")
async def test_tokens_in_each_others_place_are_told(tmp_path: Path) -> None:
    swapped = {"SLACK_BOT_TOKEN": _SLACK["SLACK_APP_TOKEN"], "SLACK_APP_TOKEN": _SLACK["SLACK_BOT_TOKEN"]}
    settings = settings_for(tmp_path, "http://127.0.0.1:9/api/", **swapped)
    failed = [finding.text for finding in await asyncio.to_thread(_all, settings) if not finding.passed]
    assert failed == ["doctor.slack_bot_prefix", "doctor.slack_app_prefix"]


@pytest.mark.usefixtures("quick")
async def test_a_model_that_is_not_served_is_told_with_those_that_are(tmp_path: Path) -> None:
    server = FakeOpenAI()
    async with server:
        settings = Settings(data_dir=tmp_path, llm_base_url=server.url, llm_model="mixtrall")
        found = {finding.text: finding for finding in await asyncio.to_thread(_all, settings)}
    assert not found["doctor.model.unknown"].passed
    assert "mixtral" in str(found["doctor.model.unknown"].details["value"])


@pytest.mark.usefixtures("quick")
def test_paths_are_told(tmp_path: Path) -> None:
    found = _found(Settings(data_dir=tmp_path / "data"))
    assert found["doctor.data_dir"].details == {"path": str(tmp_path / "data")}
    assert found["doctor.database_file"].details == {"path": str(tmp_path / "data" / "promptgen.db")}


@pytest.mark.usefixtures("quick")
async def test_a_slack_that_is_not_there_is_said(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, "http://127.0.0.1:9/api/", **_SLACK)
    failed = [finding.text for finding in await asyncio.to_thread(_all, settings) if not finding.passed]
    assert failed == ["doctor.slack_unreachable"] * 2


_TOKEN = base64.b64encode(b"123456789012345678").decode().rstrip("=") + ".planted.secret"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("token", "wanted", "granted", "failed"),
    [
        (_TOKEN, False, False, []),
        (_TOKEN, True, True, []),
        (_TOKEN, True, False, ["doctor.discord_intent"]),
        (_TOKEN + "x", False, False, ["doctor.discord_refused"]),
        ("not a token", False, False, ["doctor.discord_token"]),
        (_TOKEN.partition(".")[0], False, False, ["doctor.discord_token"]),
        (_TOKEN.rpartition(".")[0], False, False, ["doctor.discord_token"]),
        (f"{_TOKEN}.", False, False, ["doctor.discord_token"]),
        ("..", False, False, ["doctor.discord_token"]),
    ],
)
async def test_discords_token_and_switches(  # noqa: PLR0917 - a row
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    token: str,
    wanted: bool,  # noqa: FBT001 - a row
    granted: bool,  # noqa: FBT001 - a row
    failed: list[str],
) -> None:
    monkeypatch.setattr("tests.fakes.discord.server.TOKEN", _TOKEN)
    async with FakeDiscord() as fake:
        fake.record.reads_all = granted
        settings = Settings(data_dir=tmp_path, discord_api_url=fake.api_url, discord_message_content=wanted)
        settings.discord_token = SecretStr(token)
        found = await asyncio.to_thread(_all, settings)
    assert [finding.text for finding in found if not finding.passed] == failed
    said = "".join(f"{finding.details}" for finding in found)
    assert "planted" not in said
    if not failed:
        assert "client_id=123456789012345678&" in said


_SERVER = {"scopes": ["applications.commands"], "permissions": str(1 << 10 | 1 << 11 | 1 << 15 | 1 << 16 | 1 << 38)}
_PERSON = {"scopes": ["applications.commands"], "permissions": "0"}
_ADMINISTRATOR = {"scopes": ["bot", "applications.commands"], "permissions": "8"}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("application", "failed"),
    [
        ({"interactions_endpoint_url": "https://example.com"}, {"doctor.discord_endpoint": {}}),
        ({"bot_require_code_grant": True}, {"doctor.discord_code_grant": {}}),
        (
            {"integration_types_config": {"0": {"oauth2_install_params": _SERVER}}},
            {
                "doctor.discord_scopes": {"kind": "Guild Install", "missing": "bot"},
                "doctor.discord_permissions": {"missing": "Create Public Threads, Create Private Threads"},
                "doctor.discord_install": {"kind": "User Install"},
            },
        ),
        (
            {
                "integration_types_config": {
                    "0": {"oauth2_install_params": _ADMINISTRATOR},
                    "1": {"oauth2_install_params": _PERSON},
                }
            },
            {},
        ),
        ({"integration_types_config": {"0": {}, "1": {}}}, {}),
    ],
)
async def test_discords_install_settings_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, application: dict[str, object], failed: dict[str, object]
) -> None:
    monkeypatch.setattr("tests.fakes.discord.server.TOKEN", _TOKEN)
    async with FakeDiscord() as fake:
        fake.record.application = application
        settings = Settings(data_dir=tmp_path, discord_api_url=fake.api_url, discord_token=SecretStr(_TOKEN))
        found = await asyncio.to_thread(_all, settings)
    assert {finding.text: finding.details for finding in found if not finding.passed} == failed


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("change", "failed"),
    [({}, []), ({"contexts": [0]}, ["doctor.discord_commands"]), ({"name": "old"}, ["doctor.discord_commands"])],
)
async def test_commands_of_another_version_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], failed: list[str]
) -> None:
    monkeypatch.setattr("tests.fakes.discord.server.TOKEN", _TOKEN)
    async with FakeDiscord() as fake:
        first, *others = commands(collects=True)
        fake.record.commands = [first | change, *others]
        settings = Settings(data_dir=tmp_path, discord_api_url=fake.api_url, discord_token=SecretStr(_TOKEN))
        found = await asyncio.to_thread(_all, settings)
    assert [finding.text for finding in found if not finding.passed] == failed


@pytest.mark.parametrize("date", ["", "yesterday"])
def test_a_server_without_a_clock_says_nothing_of_ours(date: str) -> None:
    assert clock_check.compare({"Date": date} if date else {}) is None


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("given", "failed"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, ["doctor.slack_bot_shape"]),
        ({"SLACK_BOT_TOKEN": "xoxb-17653672481-19874698323"}, ["doctor.slack_bot_shape"]),
        ({"SLACK_BOT_TOKEN": f"xoxb-1111111111-{_SECRET}…"}, ["doctor.slack_bot_shape"]),
        ({"SLACK_APP_TOKEN": "xapp-1"}, ["doctor.slack_app_shape"]),
        ({"SLACK_SIGNING_SECRET": "x"}, ["doctor.slack_signing_secret"]),
        ({"SLACK_SIGNING_SECRET": _SLACK["SLACK_BOT_TOKEN"]}, ["doctor.slack_signing_secret"]),
        ({"SLACK_CLIENT_ID": "1.2"}, ["doctor.slack_oauth_half"]),
        ({"SLACK_CLIENT_SECRET": "x"}, ["doctor.slack_oauth_half"]),
        # As the platform's own pages write them, and older ones.
        ({"SLACK_BOT_TOKEN": f"xoxb-17653672481-19874698323-{_AS_WRITTEN}"}, []),
        ({"SLACK_BOT_TOKEN": f"xoxb-153445930147-{_AS_WRITTEN}"}, []),
        ({"SLACK_APP_TOKEN": f"xapp-1-A0123456789-1234567890123-{'0a' * 32}"}, []),
        ({"SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5"}, []),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x"}, []),
    ],
)
async def test_what_cannot_be_slacks_is_refused_without_asking_it(
    tmp_path: Path, given: dict[str, str], failed: list[str]
) -> None:
    async with FakeSlack.running() as slack:
        settings = settings_for(tmp_path, slack.api_url, **(_SLACK | given))
        found = await asyncio.to_thread(_all, settings)
        assert [finding.text for finding in found if not finding.passed] == failed
        assert not slack.called("auth.test") or failed != ["doctor.slack_bot_shape"]
        assert not slack.called("apps.connections.open") or failed != ["doctor.slack_app_shape"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("processes", "url", "failed"),
    [
        (1, None, []),
        (3, None, ["doctor.processes_sqlite"]),
        (3, "postgresql+psycopg://nobody@127.0.0.1:1/none", ["error.store_unavailable"]),
    ],
)
def test_more_processes_than_an_sqlite_file_takes_are_told(
    tmp_path: Path, processes: int, url: str | None, failed: list[str]
) -> None:
    settings = Settings(data_dir=tmp_path / "data", processes=processes, database_url=url)
    assert [finding.text for finding in run_checks(settings) if not finding.passed] == failed


def _all(settings: Settings) -> list[CheckResult]:
    return list(run_checks(settings))


def test_a_model_of_the_operators_own_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=tmp_path / "data", ner_model=str(tmp_path / "nowhere"))
    found = _found(settings)
    assert found["error.ner_model_missing"] == CheckResult(
        passed=False, text="error.ner_model_missing", details={"names": "PROMPTGEN_NER_MODEL", "reason": "missing"}
    )
    assert "doctor.ner_model" not in found
    assert "doctor.discord_off" in found
    monkeypatch.setattr("bots.ops.doctor.load_detector", lambda _: FakeDetector())
    assert _found(settings)["doctor.ner_model"].passed


def test_a_trial_holds_an_interview_and_leaves_nothing(tmp_path: Path) -> None:
    (found,) = try_interview(Settings(data_dir=tmp_path / "data"))
    assert (found.passed, found.text) == (True, "doctor.tried")
    assert int(found.details["count"]) > 200
    assert not (tmp_path / "data").exists()


def test_a_trial_whose_prompt_gives_a_number_away_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Blind:
        def detect(self, _text: RawText) -> tuple[Span, ...]:
            return ()

    blind = BackgroundDetector(Blind, begins=False)
    monkeypatch.setattr("bots.container.load_detector", lambda *_, **__: blind)
    (found,) = try_interview(Settings(data_dir=tmp_path / "data"))
    assert (found.passed, found.text) == (False, "doctor.try_leaked")


def test_a_trial_without_a_detector_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> Detector:
        raise DetectorError

    monkeypatch.setattr("bots.container.load_detector", lambda *_, **__: BackgroundDetector(broken, begins=False))
    (found,) = try_interview(Settings(data_dir=tmp_path / "data"))
    assert (found.passed, found.text) == (False, "error.detector_unavailable")
