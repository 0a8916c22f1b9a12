"""The questions of the interview, as data; their wording stands in `core.conversation.texts`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.values.choices import Form, Language, Length, Level


class Key(StrEnum):
    """The name of an answer, the same in sessions, forms and documents on standard input."""

    PURPOSE = "purpose"
    BACKGROUND = "background"
    FORM = "form"
    LENGTH = "length"
    LANGUAGE = "language"
    LEVEL = "level"
    REFERENCE = "reference"
    TONE = "tone"
    PERSONALITY = "personality"
    CONSTRAINTS = "constraints"
    EXAMPLE_INPUT = "example_input"
    EXAMPLE_OUTPUT = "example_output"
    STEPS = "steps"
    INTENT = "intent"
    AUDIENCE = "audience"
    LEFT_OUT = "left_out"
    OTHER_WAYS = "other_ways"


OTHER_LANGUAGE: Final = "other"
"""The choice of question 5 that asks back which language is meant; never an answer by itself."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its choices by id (none: any text), whether it may be skipped, its longest answer in characters."""

    key: Key
    choices: tuple[str, ...] = ()
    optional: bool = False
    max_length: int = 1_000


_ALL: Final = (
    Question(Key.PURPOSE, max_length=500),
    Question(Key.BACKGROUND, optional=True, max_length=4_000),
    Question(Key.FORM, tuple(Form), max_length=200),
    Question(Key.LENGTH, tuple(Length), max_length=200),
    Question(Key.LANGUAGE, (*Language, OTHER_LANGUAGE), max_length=100),
    Question(Key.LEVEL, tuple(Level), max_length=200),
    Question(Key.REFERENCE, optional=True, max_length=20_000),
    Question(Key.TONE, optional=True, max_length=200),
    Question(Key.PERSONALITY, optional=True, max_length=200),
    Question(Key.CONSTRAINTS, optional=True),
    Question(Key.EXAMPLE_INPUT, optional=True, max_length=3_000),
    Question(Key.EXAMPLE_OUTPUT, optional=True, max_length=3_000),
    Question(Key.STEPS, optional=True),
    Question(Key.INTENT, optional=True, max_length=100),
    Question(Key.AUDIENCE, optional=True, max_length=200),
    Question(Key.LEFT_OUT, optional=True, max_length=3_000),
    Question(Key.OTHER_WAYS, optional=True, max_length=200),
)
QUESTIONS: Final[Mapping[Key, Question]] = MappingProxyType({question.key: question for question in _ALL})

NUMBERED: Final = (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL)
"""The six questions, in their order; each shows its number."""

REQUIRED: Final = tuple(key for key in NUMBERED if not QUESTIONS[key].optional)
"""What a prompt cannot be made without."""

INTERVIEW: Final = (*NUMBERED, Key.REFERENCE)
"""What is asked one after another."""

CORRECTIONS: Final = (Key.INTENT, Key.AUDIENCE, Key.LEFT_OUT, Key.OTHER_WAYS)
"""What a person can set right about how they were understood: what is to be made, who reads it, which lines are to go.

The choice of `INTENT` is the id of an intent, its text the name; `LEFT_OUT` is one line of a prompt a line,
`OTHER_WAYS` the kind of a contradiction that is settled the other way."""

_SKIPPABLE: Final = frozenset(NUMBERED) - frozenset(REQUIRED)

OPTIONS: Final = tuple(key for key in Key if key not in (*INTERVIEW, *CORRECTIONS))
"""What a person can add at the summary."""


def listed(answers: Collection[Key]) -> tuple[Key, ...]:
    """Return what the summary lists: the six, also one that was skipped, and what else was answered."""
    return tuple(key for key in Key if (key in answers or key in _SKIPPABLE) and key not in CORRECTIONS)


def progress_of(key: Key) -> str:
    """Return what is put behind a question to say how far the interview is: ` (3/6)`; empty for what is no question."""
    return f" ({NUMBERED.index(key) + 1}/{len(NUMBERED)})" if key in NUMBERED else ""
