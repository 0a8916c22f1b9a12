"""What is best typed next."""

from enum import StrEnum


class Expects(StrEnum):
    """What a reply waits for, where a platform offers an input of its own for it."""

    WISH = "wish"  # a change of the prompt
    ANSWER = "answer"  # an AI's
    LINE = "line"  # what is said to a persona
    WORDS = "words"  # whatever else can be typed there: a control, a wish, which of several is meant

    VALUE = "value"
    """What stands in an open place of a saved prompt."""
