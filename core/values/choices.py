"""The fixed choices of the interview, by the ids that the conversation and the composer share."""

from enum import StrEnum


class Form(StrEnum):
    """The shape of the answer a person wants (question 3)."""

    LIST = "list"
    PROSE = "prose"
    TABLE = "table"
    CODE = "code"
    REPORT = "report"


class Length(StrEnum):
    """How long that answer should be (question 4)."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Language(StrEnum):
    """The language of that answer (question 5); any other is kept as the person wrote it."""

    KOREAN = "korean"
    ENGLISH = "english"


class Variant(StrEnum):
    """How much a prompt says of the same brief."""

    FULL = "full"
    COMPACT = "compact"


class Level(StrEnum):
    """Whom that answer is for (question 6): an audience, never a persona."""

    ELEMENTARY = "elementary"
    HIGH_SCHOOL = "high_school"
    UNIVERSITY = "university"
    EXPERT = "expert"


class ExternalAssistant(StrEnum):
    """An assistant that an operator lets people open."""

    CHATGPT = "chatgpt"
    CLAUDE = "claude"
    GEMINI = "gemini"
    PERPLEXITY = "perplexity"
