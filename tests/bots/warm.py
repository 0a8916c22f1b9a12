"""What a bot process loads, and a first prompt: imported in the process that others are forked from."""

from collections.abc import Callable, Mapping
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale
from tests.bots.discord import bot_process as discord
from tests.bots.slack import bot_process as slack

BOTS: Final[Mapping[str, Callable[..., None]]] = {"discord": discord.main, "slack": slack.main}
_ABOUT: Final = MaskedText("기획팀입니다")
compose(
    Brief(
        Locale.KO,
        MaskedText("주간 보고서를 요약해줘"),
        _ABOUT,
        Form.TABLE,
        Length.MEDIUM,
        Language.KOREAN,
        Level.UNIVERSITY,
    )
)
