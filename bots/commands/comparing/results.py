"""The results: a file to which each answer is added as it comes, and from which an interrupted comparison goes on."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

import cattrs

from core.conversation.model_answer import Figures
from core.errors import InputError

_PASSING: Final = frozenset({"busy", "limited", "failed", "unreachable", "slow", "resting", "unreadable"})


@dataclass(frozen=True, slots=True)
class ContenderAnswer:
    """One contender's answer to one brief, with what it was asked, all masked.

    `brief` is the digest of its masked answers, `request` its purpose, and `at` when the answer came, as a Unix time.
    """

    brief: str
    line: int
    contender: str
    endpoint: str
    model: str = ""
    answer: str = field(default="", repr=False)
    finished: bool = True
    fault: str = ""
    figures: Figures = field(default_factory=Figures)
    request: str = field(default="", repr=False)
    prompt: str = field(default="", repr=False)
    at: float = 0

    @property
    def key(self) -> tuple[str, str]:
        """What was asked, of whom."""
        return self.brief, self.contender

    @property
    def is_final(self) -> bool:
        """Whether asking again would not help: a service that was down for the moment is asked once more."""
        return self.fault not in _PASSING


class Results:
    """Keeps results in a file of JSON lines; the last line for a question is the one that counts."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._found = _read(file)

    def has(self, brief: str, contender: str) -> bool:
        """Say whether there is a result that need not be asked for again."""
        found = self._found.get((brief, contender))
        return found is not None and found.is_final

    def add(self, result: ContenderAnswer) -> None:
        """Keep a result, at once and for good."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
        self._found[result.key] = result

    def among(self, keys: Iterable[tuple[str, str]]) -> tuple[ContenderAnswer, ...]:
        """Return the results there are of these questions, in their order."""
        return tuple(self._found[key] for key in keys if key in self._found)


def _read(file: Path) -> dict[tuple[str, str], ContenderAnswer]:
    """Read the results, and cut off a line that was not finished when the process was killed."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        return {}
    whole = content[: content.rfind(b"\n") + 1]
    if whole != content:
        file.write_bytes(whole)
    results = [_parsed(number, line) for number, line in enumerate(whole.splitlines(), 1) if line.strip()]
    return {result.key: result for result in results}


def _parsed(number: int, line: bytes) -> ContenderAnswer:
    try:
        return cattrs.structure(json.loads(line), ContenderAnswer)
    except (ValueError, TypeError, LookupError, cattrs.BaseValidationError):
        raise InputError(line=number, reason="results") from None
