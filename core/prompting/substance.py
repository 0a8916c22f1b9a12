"""Substance: what a model adds to a brief, once the guard has let it pass and the person has not taken it away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelQuestion:
    """What a model would ask of the person: what the answer is `about` in a word or two, and what it may be."""

    about: str
    ask: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Substance:
    """Lines in the language of the prompt; each may be empty.

    `restated` is the request in one clean sentence, `cover` what the answer must cover, `parts` its sections or
    columns, `traps` what goes wrong in this very task. `questions` are the person's to answer: none stands in a prompt.
    """

    restated: str = ""
    cover: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    questions: tuple[ModelQuestion, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it stands in the prompt."""
        return not (self.restated or self.cover or self.parts or self.traps)
