"""What the summary says of how a wish was understood: short lines, nothing that is empty."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.conversation.questions import Key
from core.conversation.session import Answer
from core.conversation.texts import t
from core.conversation.understood import Understood
from core.values.locale import Locale

_SHOWN: Final = 5
_LONGEST: Final = 60

Line = tuple[str, str]
"""The name of a line, and what it says."""


def understanding_lines(understood: Understood, answers: Mapping[Key, Answer], locale: Locale) -> Iterator[Line]:
    """Yield the lines about what is to be made and for whom, what is to be kept, and what was said as it will stand."""
    yield t(locale, "understood.kind"), understood.kind.name
    if understood.audience:
        yield t(locale, "understood.audience"), _short(understood.audience)
    for name, texts in (("requirements", understood.requirements), ("told", understood.told)):
        if texts:
            yield t(locale, f"understood.{name}"), _listed(texts, locale)
    if Key.LEFT_OUT in answers:
        yield t(locale, "understood.left_out"), _listed(answers[Key.LEFT_OUT].text.splitlines(), locale)
    for settled in understood.contradictions[:_SHOWN]:
        yield t(locale, "understood.contradictions"), settled


def assumption_lines(assumed: Sequence[str], locale: Locale) -> Iterator[str]:
    """Yield each assumption as a line: 가정: 받는 사람은 거래처로 봅니다."""
    name = t(locale, "understood.assumption")
    yield from (f"{name}: {each}" for each in assumed)


def _listed(texts: Sequence[str], locale: Locale) -> str:
    """Return texts on one line, the first of many and how many more there are."""
    more = len(texts) - _SHOWN
    shown = [_short(text) for text in texts[:_SHOWN]]
    return " · ".join([*shown, *([t(locale, "understood.more", count=more)] if more > 0 else [])])


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
