"""Rules: what a person is told that a candidate of the judge of items is, by the form in which it is written."""

from collections.abc import Mapping
from typing import Final

RULES: Final[Mapping[str, str]] = {
    "token": "letters with digits",
    "signs": "letters, digits and signs",
    "spaced": "groups of digits",
    "slashed": "parts with slashes or dashes",
    "case": "number of a case or a file",
    "series": "number behind a letter of Hangul",
    "pressed": "digits that are pressed one by one",
    "spoken": "digits told aloud",
    "date": "date",
    "digits": "six or eight digits",
    "unit": "house, floor or door",
    "road": "road or town with a number",
    "nick": "name behind a word for an account",
    "tag": "name with a # and a number",
    "speaker": "speaker in a chat",
    "addressed": "somebody who is spoken to",
    "link": "link",
    "word": "word in Latin letters that is none of English",
    "handle": "@ and a word",
    "joined": "words joined by signs",
    "called": "Latin word behind a word for an account",
    "announced": "word behind what announces an account or a secret",
}
"""A name for each form of `candidates.py`, and for what a cue announces (`cues.py`)."""
