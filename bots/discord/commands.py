"""The application commands, as Discord registers them."""

from enum import StrEnum
from typing import Any, Final

from core.locale import Locale

Json = dict[str, Any]

START: Final = "promptgen"
DATA: Final = "promptgen-data"
LIBRARY: Final = "promptgen-library"
RESTORE: Final = "promptgen-restore"
FROM_MESSAGE: Final = "Make a prompt from this"

NAMES_KO: Final = {
    START: "프롬프트",
    DATA: "프롬프트-설정",
    LIBRARY: "프롬프트-보관함",
    RESTORE: "프롬프트-복원",
    FROM_MESSAGE: "이 메시지로 프롬프트 만들기",
}
PROMPT: Final = "prompt"
"""The option that names a prompt: one that was saved, or whose answer is restored."""

FILES: Final = ("file", "file2", "file3")
"""The options of the command that take a reference file each; Discord has none that takes several."""

_PURPOSE_MAX: Final = 500
_SOUGHT_MAX: Final = 100
_SLASH, _ON_MESSAGE, _TEXT, _ATTACHMENT = 1, 3, 3, 11
_SERVER, _BOT_DM, _PRIVATE = 0, 1, 2
_TO_SERVER, _TO_PERSON = 0, 1


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
    return [
        _slash(
            START,
            "Answer six short questions and get a finished prompt",
            "질문 여섯 개에 답하면 완성 프롬프트를 만들어 드려요",
            [_purpose(), _way(), *map(_file, FILES)],
        ),
        _slash(
            LIBRARY,
            "Open a prompt that you saved",
            "저장한 프롬프트를 열어요",
            [_prompt("A name, or words to look for; empty lists all", "이름이나 찾을 낱말, 초성, #태그 (비우면 모두)")],
        ),
        _slash(
            RESTORE,
            "Put the real values back into an AI's answer",
            "AI의 답변에 가린 실제 값을 되돌려 드려요",
            [_prompt("The prompt that was answered; empty takes the newest", "답변을 받은 프롬프트 (비우면 최근 것)")],
        ),
        _slash(DATA, "Help, language, your data", "도움말, 언어, 내 데이터", [_task(collects=collects)]),
        _everywhere({"name": FROM_MESSAGE, "type": _ON_MESSAGE}),
    ]


def task_locale(task: Subcommand) -> Locale | None:
    """Return the language that a task asks for."""
    return {Subcommand.KOREAN: Locale.KO, Subcommand.ENGLISH: Locale.EN}.get(task)


def _slash(name: str, english: str, korean: str, options: list[Json]) -> Json:
    return _everywhere(
        {
            "name": name,
            "description": english,
            "description_localizations": {"ko": korean},
            "type": _SLASH,
            "options": options,
        }
    )


def _everywhere(command: Json) -> Json:
    reach = {"contexts": [_SERVER, _BOT_DM, _PRIVATE], "integration_types": [_TO_SERVER, _TO_PERSON]}
    return command | {"name_localizations": {"ko": NAMES_KO[command["name"]]}} | reach


def _purpose() -> Json:
    return {
        "type": _TEXT,
        "name": "purpose",
        "name_localizations": {"ko": "작업"},
        "description": "What the AI should do, in one line",
        "description_localizations": {"ko": "AI에게 시킬 작업 (한 줄)"},
        "max_length": _PURPOSE_MAX,
    }


def _file(name: str) -> Json:
    return {
        "type": _ATTACHMENT,
        "name": name,
        "name_localizations": {"ko": name.replace("file", "파일")},
        "description": "A file to refer to: PDF, Word, PowerPoint, Excel, HWP, text",
        "description_localizations": {"ko": "참고 파일: PDF, 워드, 파워포인트, 엑셀, 한글, 텍스트"},
    }


def _way() -> Json:
    return {
        "type": _TEXT,
        "name": "way",
        "name_localizations": {"ko": "방법"},
        "description": "Where to answer",
        "description_localizations": {"ko": "어디에서 답할지"},
        "choices": [
            _choice(StartMode.THREAD, "In a thread", "스레드에서"),
            _choice(StartMode.DM, "In the DM", "DM에서"),
            _choice(StartMode.HERE, "Here, only I see it", "여기에서 (나만 보임)"),
            _choice(StartMode.FORM, "Fill in a form", "한 번에 작성하기"),
        ],
    }


def _task(*, collects: bool) -> Json:
    return {
        "type": _TEXT,
        "name": "task",
        "name_localizations": {"ko": "할일"},
        "description": "What to do",
        "description_localizations": {"ko": "무엇을 할까요?"},
        "required": True,
        "choices": [
            _choice(Subcommand.HELP, "Help", "도움말"),
            _choice(Subcommand.LIST, "My prompts", "만든 프롬프트 목록"),
            _choice(Subcommand.RESUME, "Show where I was", "하던 곳 다시 보기"),
            _choice(Subcommand.KOREAN, "한국어", "한국어"),
            _choice(Subcommand.ENGLISH, "English", "English"),
            *((_choice(Subcommand.TRAINING, "Training data", "학습 데이터"),) if collects else ()),
            _choice(Subcommand.EXPORT, "Export my data", "내 데이터 내보내기"),
            _choice(Subcommand.FORGET, "Delete my data", "내 데이터 삭제"),
        ],
    }


def _prompt(english: str, korean: str) -> Json:
    return {
        "type": _TEXT,
        "name": PROMPT,
        "name_localizations": {"ko": "프롬프트"},
        "description": english,
        "description_localizations": {"ko": korean},
        "max_length": _SOUGHT_MAX,
        "autocomplete": True,
    }


def _choice(value: StrEnum, english: str, korean: str) -> Json:
    return {"name": english, "name_localizations": {"ko": korean}, "value": str(value)}
