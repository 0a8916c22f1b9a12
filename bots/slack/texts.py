"""The wording on Slack: what only Slack needs (`texts.toml`), and everybody's."""

from importlib.resources import files
from typing import Final

from core.conversation.texts import read_texts, translator

NOT_INSTALLED: Final = (
    "이 워크스페이스에는 promptgen이 설치되어 있지 않아요. 관리자에게 설치해 달라고 해주세요.\n"
    "promptgen is not installed in this workspace. Please ask an administrator to install it."
)
"""In both languages: where we are not installed, Slack does not tell whose is spoken."""

SLACK_TEXTS: Final = read_texts([files("bots.slack") / "texts.toml"])
t: Final = translator(SLACK_TEXTS)
