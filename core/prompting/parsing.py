"""Parsing: from a composed prompt back to the brief."""

from collections.abc import Mapping
from typing import Any, Final

from core.choices import Variant
from core.locale import Locale
from core.privacy.text import MaskedText
from core.prompting.answers import Answers, find_answers
from core.prompting.blocks import unfence
from core.prompting.brief import Brief
from core.prompting.frame import Frame
from core.prompting.wording import FRAMES

_REQUIRED: Final = ("purpose", "background", "form", "length", "language", "level")
_NUMBERS: Final = "0123456789"


def parse(prompt: str) -> Brief:
    """Read the brief back out of a composed prompt: `parse(compose(brief).prompt) == brief`.

    Any other text gives a brief too: empty where nothing was found.
    """
    lines, _ = unfence(prompt)
    locale = _locale(lines)
    frame = FRAMES[locale]
    answers = find_answers(prompt, frozenset(frame.labels.values()))
    values: dict[str, Any] = {name: _value(name, answers, frame) for name in frame.labels}
    values |= {name: MaskedText() for name in _REQUIRED if values[name] is None}
    before, after = (_fenced(frame.tags[part], answers.blocks) for part in ("preface", "material"))
    values["purpose"] = MaskedText(before + values["purpose"] + after)
    variant = Variant.COMPACT if frame.compact_heading in lines else Variant.FULL
    return Brief(locale=locale, variant=variant, **values)


def _locale(lines: list[str]) -> Locale:
    return next((locale for locale, frame in FRAMES.items() if _has_heading(lines, frame)), Locale.KO)


def _has_heading(lines: list[str], frame: Frame) -> bool:
    return not {*frame.headings.values(), frame.compact_heading}.isdisjoint(lines)


def _value(name: str, answers: Answers, frame: Frame) -> str | None:
    found = answers.by_label.get(frame.labels[name])
    if found is None:
        return None
    choices = {words: choice for choice, words in frame.choices.get(name, {}).items()} if found.bare else {}
    return choices.get(found.text, MaskedText(found.text))


def _fenced(stem: str, blocks: Mapping[str, str]) -> str:
    return next((text for tag, text in blocks.items() if tag.rstrip(_NUMBERS) == stem), "")
