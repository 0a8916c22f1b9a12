"""Loading what the first person would wait for otherwise: the detector, and what a first text and a prompt need."""

from typing import Final

from core.ports import Detector
from core.privacy.text import MaskedText, RawText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_TEXT: Final = RawText("김서연 대리, 010-2345-6789")
_BRIEF: Final = Brief(
    Locale.KO,
    MaskedText("주간 보고서를 요약해줘"),
    MaskedText("기획팀입니다"),
    Form.TABLE,
    Length.MEDIUM,
    Language.KOREAN,
    Level.UNIVERSITY,
)


def warm_up(detector: Detector) -> None:
    """Load it all; it takes a second of the interpreter, which nobody else gets meanwhile.

    Raises:
        DetectorError: The detector cannot be loaded.
    """
    detector.detect(_TEXT)
    compose(_BRIEF)
