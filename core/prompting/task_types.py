"""The task types a purpose line is told apart into."""

from enum import StrEnum


class TaskType(StrEnum):
    """What kind of work the AI is asked for; each has its own craft (`core.prompting.craft`)."""

    WRITING = "writing"
    EMAIL = "email"
    SUMMARY = "summary"
    TRANSLATION = "translation"
    EXPLANATION = "explanation"
    ANALYSIS = "analysis"
    DECISION = "decision"
    PLANNING = "planning"
    IDEAS = "ideas"
    CODE = "code"
    DATA = "data"
    PRACTICE = "practice"
    REVIEW = "review"
