"""Rules: what a person is told that has found a name."""

from collections.abc import Mapping
from typing import Final

RULES: Final[Mapping[str, str]] = {
    # Persons.
    "self": "sentence in which somebody names themselves",
    "role": "role before the name",
    "surname": "surname of two syllables",
    "title": "title behind the name",
    "owner": "something that is theirs behind the name",
    "call": "call, or kin, behind the name",
    "key": "key of a form",
    "field": "field of a record, a chat or a mention",
    "column": "head of its column",
    "contact": "telephone or address behind the name",
    "cell": "cell of a list or a table",
    "tagger": "tagger",
    "namesake": "famous name that means somebody here",
    "list": "list of which half are names",
    "repetition": "name found elsewhere in the text",
    # Organizations, by the forms of `organization_forms.py`.
    "corporation": "word for a corporation before the name",
    "corporation behind": "word for a corporation behind the name",
    "ending": "ending of companies or institutions",
    "shop": "ending of shops",
    "called": "sentence in which a company is named",
    "unit": "unit with a number behind the name",
    "school": "short name of a school",
    "incorporated": "Inc., Ltd. and the like",
    "english": "ending of companies in English",
    "employed": "who works there",
    "at": "job and at, or for",
    "partners": "& Co., & Sons and the like",
    "branch": "branch of a shop",
    "registered": "number of a business behind the name",
    "family": "shop called after its owner",
}
"""A name for each of what offers a candidate (`Candidate.by`), and for what finds a name from others."""
