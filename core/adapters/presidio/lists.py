r"""The operator's lists: what is always masked, never masked, or masked by an own pattern, in one file.

One rule a line, `#` begins a comment line, types as in `core.privacy.entities` (CUSTOM where none is given):

    allow: 한국인터넷진흥원
    deny: 오로라 프로젝트
    deny PERSON: 김하늘
    regex ID_NUMBER: EMP-\d{6}
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import regex  # type: ignore[import-untyped] # it ships no types

from core.errors import SettingsError
from core.privacy.canonical_form import identity
from core.privacy.entities import EntityType

SETTING: Final = "PROMPTGEN_MASK_LISTS"


@dataclass(frozen=True, slots=True)
class Lists:
    """The rules of one file: identities that are let through, words and patterns that are masked, with their types."""

    allow: frozenset[str] = frozenset()
    deny: tuple[tuple[str, EntityType], ...] = ()
    patterns: tuple[tuple[Any, EntityType], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Lists":
        """Read the rules.

        Raises:
            SettingsError: A rule cannot be read; `line` (from 1) says which.
        """
        rules = [rule for number, line in enumerate(text.splitlines(), 1) if (rule := read_rule(line, number))]
        return cls(
            frozenset(identity(rule.value) for rule in rules if rule.verb == "allow"),
            tuple((rule.value, rule.type) for rule in rules if rule.verb == "deny"),
            tuple((rule.pattern, rule.type) for rule in rules if rule.verb == "regex"),
        )


@dataclass(slots=True)
class ListsFile:
    """A file of rules, read again when it changes.

    A change that cannot be read leaves the last good rules in force; `on_problem` is told the line.

    Raises:
        SettingsError: The file cannot be read at the start.
    """

    path: Path
    on_problem: Callable[[int], None] = lambda _: None
    _stamp: tuple[int, int] = (0, 0)
    _lists: Lists = field(default_factory=Lists)

    def __post_init__(self) -> None:
        self._read(self._seen())

    def current(self) -> Lists:
        """Return the rules in force."""
        try:
            seen = self._seen()
            if seen != self._stamp:
                self._read(seen)
        except SettingsError as problem:
            self.on_problem(int(problem.details.get("line", 0)))
        return self._lists

    def _seen(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except OSError:
            raise SettingsError(names=SETTING) from None
        return status.st_mtime_ns, status.st_size

    def _read(self, seen: tuple[int, int]) -> None:
        self._stamp = seen
        try:
            text = self.path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as problem:
            raise SettingsError(names=SETTING, line=problem.object.count(b"\n", 0, problem.start) + 1) from None
        except OSError:
            raise SettingsError(names=SETTING) from None
        self._lists = Lists.parse(text)


@dataclass(frozen=True, slots=True)
class ListRule:
    """One rule of the file."""

    verb: str
    type: EntityType
    value: str
    pattern: Any = None


def read_rule(line: str, number: int) -> ListRule | None:
    """Read one line; None where it holds no rule.

    Raises:
        SettingsError: It cannot be read; `line` says which it is.
    """
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    head, colon, value = line.partition(":")
    verb, _, entity_type = head.strip().partition(" ")
    value = value.strip()
    if not colon or not value or verb not in {"allow", "deny", "regex"}:
        raise SettingsError(names=SETTING, line=number)
    try:
        kind = EntityType(entity_type.strip() or EntityType.CUSTOM)
        pattern = regex.compile(value) if verb == "regex" else None
    except (ValueError, regex.error):
        raise SettingsError(names=SETTING, line=number) from None
    if pattern and pattern.fullmatch(""):
        raise SettingsError(names=SETTING, line=number)
    return ListRule(verb, kind, value, pattern)
