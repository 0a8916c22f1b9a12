"""Inputs that a control opens, to be written into away from the conversation, where a platform has such."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.conversation.session import Session


class InterviewInput(StrEnum):
    """The inputs of the interview and of its prompt, which each platform draws in its own way."""

    FORM = "form"
    ANSWER = "answer"
    WISH = "wish"
    PASTE = "paste"


@dataclass(frozen=True, slots=True)
class InputField:
    """A line of an input: its name, the id of its label, how much may be written; `initial` is what stands in it."""

    name: str
    label: str
    most: int
    initial: Callable[[Session], str] | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """An input of a feature: its fields, and what is done with their texts when it is sent."""

    fields: tuple[InputField, ...]
    action: Callable[..., Any]
    """Takes a `RawText` for each field; returns the `FeatureAction`."""
