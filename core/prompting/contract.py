"""The contract: what holds for every prompt, whoever worded it."""

from dataclasses import dataclass

from core.prompting.brief import Brief
from core.prompting.clauses import CLAUSES, Clause
from core.prompting.dissection import Dissection
from core.prompting.parsing import parse

__all__ = ["Clause", "Violation", "check", "parse"]


@dataclass(frozen=True, slots=True)
class Violation:
    """A clause that a prompt breaks. It holds no text."""

    clause: Clause


def check(prompt: str, brief: Brief) -> tuple[Violation, ...]:
    """Return what a prompt for a brief breaks; nothing for every prompt that `compose` writes."""
    dissection = Dissection(prompt, brief)
    return tuple(Violation(clause) for clause, keeps in CLAUSES.items() if not keeps(dissection))
