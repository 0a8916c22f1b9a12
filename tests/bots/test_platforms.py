"""Every platform of the registry fulfils the roles that `bots/platform.py` writes down."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

import bots
from bots.platform import Bot, StreamingOutbox
from bots.registry import BOTS, PLATFORMS, load_bot, load_platform
from bots.shared.redelivery import redelivering
from core.conversation.replies import Tell
from core.errors import DeliveryRefused, SettingsError
from core.features.registry import REPLIES
from core.messages import Outgoing, Revealed, team_of
from core.settings import Settings
from core.values.locale import Locale
from tests.bots.discord import conftest  # noqa: F401 - imports discord.py, which warns of what its voice part imports
from tests.bots.roles import Sending

_SAID: Final = "nothing_here"

on_all = pytest.mark.parametrize("name", PLATFORMS)
of_bots = pytest.mark.parametrize("name", BOTS)


def roles(name: str) -> Any:  # noqa: ANN401 - a module
    return import_module(f"tests.bots.{name}.roles")


def said(sending: Sending, number: int) -> Outgoing:
    return Outgoing(number, "s1", sending.place, sending.person, Locale.KO, Tell(_SAID))


@on_all
def test_it_goes_by_its_name(name: str) -> None:
    platform = load_platform(name)
    assert platform.name == name
    assert isinstance(platform, Bot) == (name in BOTS)


@on_all
def test_each_role_has_its_file(name: str) -> None:
    folder = Path(bots.__file__).parent / name
    files = ("app.py", "inbound.py", "places.py", "render.py", "outbox.py", "files.py", "replies/__init__.py")
    assert [file for file in files if not (folder / file).is_file()] == []


@on_all
def test_it_shows_every_reply_there_is_and_nothing_else(name: str) -> None:
    assert set(load_platform(name).renderers) == set(REPLIES)


@on_all
def test_its_places_say_who_shares_what_is_kept_there(name: str) -> None:
    for place, team in roles(name).PLACES:
        assert place.platform == name
        assert place.workspace
        assert team_of(place) == team
        assert place.private or team_of(place)  # where others read along, there are others
        assert place.community


@on_all
async def test_a_reply_is_shown_and_once_though_it_is_sent_again(name: str, tmp_path: Path) -> None:
    async with roles(name).sending(tmp_path) as sending:
        reply = said(sending, 7)
        receipt = await sending.outbox.send(reply, Revealed(reply.reply, {}))
        assert receipt
        once = sending.shown()
        assert once.strip()
        if sending.keeps:
            with redelivering():
                assert await sending.outbox.send(reply, Revealed(reply.reply, {})) == receipt
            assert sending.shown() == once
        assert isinstance(sending.outbox, StreamingOutbox)


@on_all
async def test_what_is_never_taken_is_refused(name: str, tmp_path: Path) -> None:
    async with roles(name).sending(tmp_path) as sending:
        sending.refuse()
        reply = said(sending, 8)
        with pytest.raises(DeliveryRefused):
            await sending.outbox.send(reply, Revealed(reply.reply, {}))


@on_all
def test_it_holds_the_dialogs(name: str) -> None:
    assert find_spec(f"tests.bots.{name}.test_dialogs")


@of_bots
def test_it_says_which_settings_are_missing(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_bot(name).lifecycle.check(Settings(data_dir=tmp_path, _env_file=None))  # type: ignore[call-arg]
    assert caught.value.details["names"]


@of_bots
def test_what_nobody_foresaw_is_no_setting_that_is_wrong(name: str) -> None:
    lifecycle = load_bot(name).lifecycle
    assert lifecycle.failure(KeyError()) is None
    assert lifecycle.failure(TimeoutError()) is not None


@of_bots
async def test_the_doctor_says_that_it_is_not_set_up(name: str, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, _env_file=None)  # type: ignore[call-arg]
    assert [found.passed async for found in load_bot(name).checks(settings)] == [True]
