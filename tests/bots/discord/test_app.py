"""Starting the bot: what is missing or wrong is one clear error; shards are shared out."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import discord
import pytest
from pydantic import SecretStr

from bots.discord.app import DISCORD, shards_in
from bots.discord.client import DiscordClient
from bots.shared.lifecycle import run, run_until_signal
from core.errors import SettingsError
from core.settings import Settings
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen
from tests.fakes.detector import FakeDetector
from tests.fakes.discord.server import TOKEN, FakeDiscord
from tests.fakes.slack import parts as fake_parts


def test_without_a_token_it_says_so() -> None:
    with pytest.raises(SettingsError) as caught:
        run(DISCORD, Settings(_env_file=None))  # type: ignore[call-arg]
    assert caught.value.details["names"] == "DISCORD_TOKEN"


async def test_the_command_ends_with_two_and_one_sentence_when_the_token_is_wrong(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    environment = os.environ | {
        "DISCORD_TOKEN": "wrong",
        "PROMPTGEN_DISCORD_API_URL": fake.api_url,
        "PROMPTGEN_DISCORD_GATEWAY_URL": fake.gateway_url,
        "PROMPTGEN_DATA_DIR": str(tmp_path),
    }
    command = [sys.executable, "-W", "ignore", "-m", "bots", "discord"]
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    _, errors = await asyncio.wait_for(process.communicate(), 90)
    assert process.returncode == 2
    assert "DISCORD_TOKEN" in errors.decode()
    assert "Traceback" not in errors.decode()


@pytest.mark.parametrize(
    ("written", "shards"),
    [("", None), ("  ", None), ("0/1", ((0,), 1)), ("0,1/4", ((0, 1), 4)), ("2, 3/4", ((2, 3), 4))],
)
def test_shards_are_read(written: str, shards: tuple[tuple[int, ...], int] | None) -> None:
    assert shards_in(written) == shards


@pytest.mark.parametrize("written", ["4", "a/4", "4/4", "-1/4", "0,/4", "/4"])
def test_shards_that_make_no_sense_are_refused(written: str) -> None:
    with pytest.raises(SettingsError):
        shards_in(written)


async def test_two_processes_share_the_shards(lab: Lab) -> None:
    person = lab.fake.person()
    async with lab.bot(shards="0/2") as first, lab.bot(shards="1/2") as second:
        assert (first.client.shard_ids, second.client.shard_ids) == ([0], [1])
        channels = [await lab.fake.guild(shard=shard, shards=2) for shard in (0, 1)]
        for channel in channels:
            await person.command(channel=channel, purpose="주간 보고서 요약해 줘")
            await Screen(person, person.thread_of(channel)).shows("[질문 2]")
        await person.say("안녕하세요")
        await Screen(person, person.dm).shows("[질문 1]")
    assert lab.fake.gateway.identified == 2


def test_only_what_is_needed_is_asked_for() -> None:
    def make_handlers(*_: object) -> None:
        """Nobody is needed."""

    plain, reading = (DiscordClient(make_handlers, reads_threads=reads).intents for reads in (False, True))  # type: ignore[arg-type]
    assert {name for name, on in plain if on} == {"guilds", "guild_messages", "dm_messages"}
    assert {name for name, on in reading if on} == {"guilds", "guild_messages", "dm_messages", "message_content"}


async def test_nothing_that_people_wrote_is_kept_in_memory(lab: Lab) -> None:
    person = lab.fake.person()
    async with lab.bot() as bot:
        await person.say("주간 보고서 요약해 줘")
        await Screen(person, person.dm).shows("[질문 2]")
        assert list(bot.client.cached_messages) == []
        assert bot.client.persistent_views == []
        assert logging.getLogger("discord").level == logging.WARNING
    assert isinstance(bot.client, discord.AutoShardedClient)


async def test_it_says_whether_discord_reaches_it(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    away: list[bool] = []
    disconnected = DiscordClient.on_shard_disconnect

    async def note(client: DiscordClient, shard: int) -> None:
        await disconnected(client, shard)
        away.append(await client.is_connected())

    monkeypatch.setattr(DiscordClient, "on_shard_disconnect", note)
    async with lab.bot() as bot:
        await _connected(bot)
        await lab.fake.gateway.drop()
        async with asyncio.timeout(20):
            while not away:  # noqa: ASYNC110 - the client rings no bell
                await asyncio.sleep(0.01)
        await _connected(bot)
    assert not any(away)


async def _connected(bot: Bot) -> None:
    async with asyncio.timeout(20):
        while not await bot.client.is_connected():  # noqa: ASYNC110 - the client rings no bell
            await asyncio.sleep(0.01)


async def test_it_does_not_connect_before_anything_can_be_masked(fake: FakeDiscord, tmp_path: Path) -> None:
    settings = Settings(
        discord_api_url=fake.api_url,
        discord_gateway_url=fake.gateway_url,
        discord_token=SecretStr(TOKEN),
        data_dir=tmp_path,
        _env_file=None,
    )  # type: ignore[call-arg]
    loaded = threading.Event()

    def load() -> FakeDetector:
        loaded.wait()
        return FakeDetector()

    with fake_parts.build_container(settings, load=load) as parts:
        parts_running = asyncio.create_task(run_until_signal(DISCORD, parts))
        await asyncio.sleep(0.5)
        requests, identified = len(fake.record.requests), fake.gateway.identified
        loaded.set()
        await asyncio.wait_for(fake.gateway.ready(1), 20)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(parts_running, 20)
    assert (requests, identified) == (0, 0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ["0/3", "1/3", "2/3"]),
        ("4,5,6/8", ["4/8", "5/8", "6/8"]),
        ("4,5,6,7/8", ["4,7/8", "5/8", "6/8"]),
        ("*/8", ["*/8", "*/8", "*/8"]),
    ],
)
def test_several_processes_share_the_shards(written: str, expected: list[str], tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, processes=3, discord_shards=written)
    assert [DISCORD.lifecycle.share(settings, number).discord_shards for number in range(3)] == expected


def test_fewer_shards_than_processes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        DISCORD.lifecycle.share(Settings(data_dir=tmp_path, processes=3, discord_shards="0,1/2"), 0)
