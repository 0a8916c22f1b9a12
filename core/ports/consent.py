"""What a person has said to being learnt from."""

from enum import StrEnum


class Consent(StrEnum):
    """What a person has said to being learnt from; who was asked and said nothing has not agreed."""

    ASKED = "asked"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"
