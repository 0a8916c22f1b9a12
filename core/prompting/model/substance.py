"""Substance: what a model adds to a brief, once the guard has let it pass and the person has not taken it away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Substance:
    """Lines in the language of the prompt; each may be empty.

    `restated` is the request in one clean sentence, `cover` what the answer must cover, `parts` its sections or
    columns, `traps` what goes wrong in this very task.
    """

    restated: str = ""
    cover: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.restated or self.cover or self.parts or self.traps)
