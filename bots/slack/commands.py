"""What a person types behind `/promptgen`."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.features.library.words import asks_for_library


class Command(StrEnum):
    """What the slash command is to do."""

    START = "start"
    HELP = "help"
    LIST = "list"
    FORGET = "forget"
    RESTORE = "restore"
    SETTINGS = "settings"
    EXPORT = "export"
    TRAINING = "training"
    FORM = "form"
    LIBRARY = "library"


_WORDS: Final[Mapping[Command, str]] = MappingProxyType(
    {
        Command.HELP: "help|도움말|도움|사용법|?",
        Command.LIST: "list|목록|내역|내프롬프트|리스트",
        Command.FORGET: "forget|삭제|내데이터삭제|데이터삭제|지우기",
        Command.RESTORE: "restore|복원|답변복원",
        Command.SETTINGS: "settings|설정|언어|language",
        Command.EXPORT: "export|내보내기|내데이터내보내기",
        Command.TRAINING: "training|학습데이터|학습동의|동의철회",
        Command.FORM: "form|폼|양식|한번에작성하기",
    }
)
_COMMANDS: Final = MappingProxyType({word: command for command, words in _WORDS.items() for word in words.split("|")})


def command_in(text: str) -> Command:
    """Return the command that a text is; any other text is the purpose of an interview that starts."""
    if asks_for_library(text):
        return Command.LIBRARY
    return _COMMANDS.get("".join(text.casefold().split()), Command.START)
