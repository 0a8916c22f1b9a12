"""Refused forms: the form that was chosen though the person's own words do not want it, and the one in its place."""

import re
from typing import Final

from core.prompting.understanding.words import table
from core.values.choices import Form

_INSTEAD: Final = re.compile(
    r"(?:말고|아니라|아니고|대신|보다는?|않고|빼고)\s(?P<korean>[^.!?\n]{1,40})"
    r"|\b(?:instead|but|rather|please|make it|write it|give it|use|just)\b\s(?P<english>[^.!?\n]{1,40})",
    re.IGNORECASE,
)
_NAMED: Final = {
    Form.TABLE: re.compile(r"(?<![가-힣])표(?:로|에)|\btable\b", re.IGNORECASE),
    Form.LIST: re.compile(
        r"(?:목록|리스트|글머리\S{0,3}|불릿|항목별)(?:으?로|\s|$)|\b(?:list|bullets?)\b", re.IGNORECASE
    ),
    Form.REPORT: re.compile(r"보고서(?:로|\s?형식)|\breport\b", re.IGNORECASE),
}


def form_instead(chosen: Form | str, said: str) -> Form | None:
    """Return the form that a text wants in place of the chosen one; None where it does not refuse that."""
    refused = table("conflicts.toml").get(f"refused_{chosen}", {}).get("said")
    found = re.search(refused, said, re.IGNORECASE) if refused else None
    if found is None:
        return None
    instead = _INSTEAD.search(said, found.start())
    wanted = (instead["korean"] or instead["english"]) if instead else ""
    found_form = next((form for form, name in _NAMED.items() if form != chosen and name.search(wanted)), Form.PROSE)
    return None if found_form == chosen else found_form
