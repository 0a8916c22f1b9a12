"""Breaks: by what a model gives away that it has fallen out of a persona."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.locale import Locale


class Break(StrEnum):
    """What a line may be refused for."""

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


TOLD: Final[Mapping[Locale, Mapping[Break, str]]] = MappingProxyType(
    {
        Locale.KO: {
            Break.EMPTY: "말이 비어 있음",
            Break.UNFINISHED: "말이 끊김",
            Break.THINKING: "생각하는 과정을 적음",
            Break.ASSISTANT: "맡은 역할이 아니라 인공지능으로서 말함",
            Break.OTHERS_WORDS: "상대의 말까지 적음",
            Break.PREAMBLE: "머리말을 붙임",
            Break.LANGUAGE: "한국어가 아닌 말이 섞임",
            Break.LABEL: "중괄호로 묶인 말을 바꾸거나 만듦",
            Break.QUOTED: "따옴표로 묶음",
            Break.LAYOUT: "목록이나 제목을 씀",
            Break.LINK: "링크를 지어냄",
            Break.NONSENSE: "뜻이 없는 글자를 늘어놓음",
            Break.REPEATED: "했던 말을 되풀이함",
            Break.TOO_LONG: "너무 긺",
        },
        Locale.EN: {
            Break.EMPTY: "it was empty",
            Break.UNFINISHED: "it broke off",
            Break.THINKING: "it showed your thinking",
            Break.ASSISTANT: "it spoke as an AI and not as the person",
            Break.OTHERS_WORDS: "it spoke for the other side",
            Break.PREAMBLE: "it had a preamble",
            Break.LANGUAGE: "it was not in English throughout",
            Break.LABEL: "it changed or made up words in braces",
            Break.QUOTED: "it was in quotation marks",
            Break.LAYOUT: "it had a list or a heading",
            Break.LINK: "it made up a link",
            Break.NONSENSE: "it made no sense",
            Break.REPEATED: "it repeated what was said before",
            Break.TOO_LONG: "it was too long",
        },
    }
)
"""How a model is told what was wrong."""
