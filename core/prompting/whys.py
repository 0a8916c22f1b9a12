"""The reasons for what is added to a request, by name; their words are the locale's."""

from enum import StrEnum


class Why(StrEnum):
    """A reason why something was added."""

    TASK = "task"
    CRITERIA = "criteria"
    STEPS = "steps"
    REQUESTER = "requester"
    AUDIENCE = "audience"
    REFERENCE = "reference"
    ROLE = "role"
    SHAPE = "shape"
    LENGTH = "length"
    SPLIT = "split"
    UNKNOWN = "unknown"
    PLACEHOLDERS = "placeholders"
