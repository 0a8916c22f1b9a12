"""Breaks: by what a model gives away that it has fallen out of a persona."""

from enum import StrEnum


class Break(StrEnum):
    """What a line may be refused for; how a model is told stands in `wording.toml`."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    THINKING = "thinking"
    ASSISTANT = "assistant"
    OTHERS_WORDS = "others_words"
    PREAMBLE = "preamble"
    LANGUAGE = "language"
    LABEL = "label"
    QUOTED = "quoted"
    LAYOUT = "layout"
    LINK = "link"
    NONSENSE = "nonsense"
    REPEATED = "repeated"
    TOO_LONG = "too_long"
