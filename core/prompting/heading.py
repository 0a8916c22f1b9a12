"""The headings of a prompt, in their order."""

from enum import StrEnum


class Heading(StrEnum):
    """A part of the prompt; its wording is the locale's (`core.prompting.frame`)."""

    ROLE = "role"
    AUDIENCE = "audience"
    TASK = "task"
    STEPS = "steps"
    FORMAT = "format"
    LENGTH = "length"
    LIMITS = "limits"
    REFERENCE = "reference"
    DONE = "done"
