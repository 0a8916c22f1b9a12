"""What a person has said to training data."""

from enum import StrEnum


class Consent(StrEnum):
    """What a person has said to training data; who was asked and said nothing has not agreed."""

    ASKED = "asked"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"
