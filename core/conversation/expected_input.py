"""What is best typed next, and what a sentence is said on."""

from enum import StrEnum


class Expects(StrEnum):
    """What a reply waits for, where a platform offers an input of its own for it."""

    WISH = "wish"  # a change of the prompt
    ANSWER = "answer"  # an AI's
    LINE = "line"  # what is said to a persona
    WORDS = "words"  # whatever else can be typed there: a control, a wish, which of several is meant

    VALUE = "value"
    """What stands in an open place of a saved prompt."""


class Occasion(StrEnum):
    """What a sentence is said on, where a platform does something of its own then."""

    GREETING = "greeting"
    LANGUAGE = "language"  # another one was chosen
    LEAVING = "leaving"  # the interview is kept for later

    FAILURE = "failure"
    """Something has failed that no other answer would have avoided."""
