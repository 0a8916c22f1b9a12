"""The manifest asks for what the code uses, and for no more."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import bots.slack
from bots.slack.handlers.commands import FROM_MESSAGE, START, command_in, start
from bots.slack.oauth import SCOPES


@pytest.fixture(scope="module")
def manifest() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load((Path(bots.slack.__path__[0]) / "manifest.yaml").read_text())
    return read


def test_oauth_asks_for_the_same_scopes(manifest: Mapping[str, Any]) -> None:
    assert tuple(manifest["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert sorted(SCOPES) == list(SCOPES)


def test_the_shortcuts_are_those_we_listen_to(manifest: Mapping[str, Any]) -> None:
    ids = {shortcut["callback_id"]: shortcut["type"] for shortcut in manifest["features"]["shortcuts"]}

    assert ids == {START: "global", FROM_MESSAGE: "message"}


def test_every_event_has_its_scope(manifest: Mapping[str, Any]) -> None:
    needs = {
        "message.channels": "channels:history",
        "message.groups": "groups:history",
        "message.im": "im:history",
        "message.mpim": "mpim:history",
        "app_mention": "app_mentions:read",
    }
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])

    assert {needs[event] for event in events if event in needs} <= set(SCOPES)
    assert {"app_home_opened", "app_uninstalled", "tokens_revoked"} <= events


def test_the_texts_fit(manifest: Mapping[str, Any]) -> None:
    shown, features = manifest["display_information"], manifest["features"]

    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4_000
    assert all(len(shortcut["name"]) <= 24 for shortcut in features["shortcuts"])
    assert all(len(shortcut["description"]) <= 150 for shortcut in features["shortcuts"])
    assert len(features["agent_view"]["agent_description"]) <= 300
    assert len(features["agent_view"]["suggested_prompts"]) <= 4


def test_the_words_of_the_usage_hint_are_commands(manifest: Mapping[str, Any]) -> None:
    hint = manifest["features"]["slash_commands"][0]["usage_hint"].strip("[]").split(" | ")[1:]

    assert start not in [command_in(word) for word in hint]
