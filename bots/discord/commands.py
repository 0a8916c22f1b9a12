"""The application commands, as Discord registers them (`commands.toml`)."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any, Final

from core.features.registry import LOOKUPS
from core.values.locale import Locale

Json = dict[str, Any]

START: Final = "promptgen"
DATA: Final = "promptgen-data"
LIBRARY: Final = "promptgen-library"
RESTORE: Final = "promptgen-restore"
FROM_MESSAGE: Final = "Make a prompt from this"

LOOKED_UP: Final = {LIBRARY: "library"}
"""Commands that look for what a feature keeps, with its name."""

PROMPT: Final = "prompt"
"""The option that names a prompt: one that was saved, or whose answer is restored."""

FILES: Final = ("file", "file2", "file3")
"""The options of the command that take a reference file each; Discord has none that takes several."""

_SERVER, _BOT_DM, _PRIVATE = 0, 1, 2
_TO_SERVER, _TO_PERSON = 0, 1
_EVERYWHERE: Final[Json] = {
    "contexts": [_SERVER, _BOT_DM, _PRIVATE],
    "integration_types": [_TO_SERVER, _TO_PERSON],
}
_COMMANDS: Final[list[Json]] = tomllib.loads((files("bots.discord") / "commands.toml").read_text("utf-8"))["commands"]
NAMES_KO: Final[Mapping[str, str]] = {each["name"]: each["name_localizations"]["ko"] for each in _COMMANDS}


class StartMode(StrEnum):
    """Where and how an interview is held."""

    THREAD = "thread"
    DM = "dm"
    HERE = "here"
    FORM = "form"


class Subcommand(StrEnum):
    """What else can be asked for."""

    HELP = "help"
    LIST = "list"
    RESUME = "resume"
    KOREAN = "ko"
    ENGLISH = "en"
    TRAINING = "training"
    EXPORT = "export"
    FORGET = "forget"


def commands(*, collects: bool) -> list[Json]:
    """Return all commands: for servers, the bot's DM, private channels, and the app installed to a person.

    `collects`: training data is collected, so that it can be spoken of.
    """
    offered = (each for each in _COMMANDS if LOOKED_UP.get(each["name"]) in {None, *LOOKUPS})
    return [command | _EVERYWHERE | _options(command, collects=collects) for command in offered]


def task_locale(task: Subcommand) -> Locale | None:
    """Return the language that a task asks for."""
    return {Subcommand.KOREAN: Locale.KO, Subcommand.ENGLISH: Locale.EN}.get(task)


def _options(command: Json, *, collects: bool) -> Json:
    """Return the options of a command, if it has some, without the choice that makes no sense here."""
    options = [option | _choices(option, collects=collects) for option in command.get("options", ())]
    return {"options": options} if options else {}


def _choices(option: Json, *, collects: bool) -> Json:
    choices = [each for each in option.get("choices", ()) if collects or each["value"] != Subcommand.TRAINING]
    return {"choices": choices} if choices else {}
