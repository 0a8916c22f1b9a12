"""Methods: names of people that are those of what they found (Adam optimizer, Kaplan-Meier 곡선), and nobody's here."""

import re
import tomllib
from importlib.resources import files
from typing import Final

from core.adapters.presidio.gazetteer import kinds_of

_GIVEN: Final = "given.english"
_ONE: Final = re.compile(r"[A-Z][A-Za-z]+(?:[-–][A-Z][A-Za-z]+)*")
_TABLES: Final = tomllib.loads(files(__package__).joinpath("methods.toml").read_text(encoding="utf-8"))


def _behind(*names: str) -> re.Pattern[str]:
    english = "|".join(word for name in names for word in str(_TABLES[name]["en"]).split())
    korean = "|".join(word for name in names for word in str(_TABLES[name]["ko"]).split())
    return re.compile(rf"(?:['’]s?)? (?:[A-Z]{{1,3}} )?(?i:(?:{english})(?![A-Za-z])|(?:{korean})(?![가-힣]{{3}}))")


_SURELY: Final = _behind("surely")
_MOSTLY: Final = _behind("surely", "mostly")


def names_method(text: str, start: int, end: int) -> bool:
    """Say whether one word, or several joined by hyphens, names a method, a measure or a law by what stands behind."""
    found = _ONE.match(text, start, end)
    if found is None:
        return False
    written = found.group()
    if found.end() < end:  # the tagger took the method along: Kaplan-Meier 곡선
        taken = _MOSTLY.match(text, found.end())
        return taken is not None and taken.end() >= end
    is_given = "-" not in written and any(kind.startswith(_GIVEN) for kind in kinds_of(written))
    return (_SURELY if is_given else _MOSTLY).match(text, end) is not None
