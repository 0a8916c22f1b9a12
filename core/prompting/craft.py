"""A craft: how one kind of task is done well, in the words of one locale."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Craft:
    """All that a task type brings to a prompt.

    `role` completes "당신은 …입니다" or "You are …"; everything else is whole sentences, except
    `flow` (the order of a text), `columns` (of a table) and `sections` (of a report, five names).
    """

    role: str
    task: str
    flow: str
    columns: str
    item: str
    sections: tuple[str, ...]
    criteria: tuple[str, ...]
    pitfalls: tuple[str, ...]
    unknown: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Specialty:
    """What a sub-type does otherwise than its task type; None leaves the type's own words."""

    task: str
    criteria: tuple[str, ...]
    role: str | None = None
    flow: str | None = None
    columns: str | None = None
    item: str | None = None
    sections: tuple[str, ...] | None = None
    pitfalls: tuple[str, ...] | None = None
    unknown: str | None = None
    steps: tuple[str, ...] | None = None


def specialise(craft: Craft, specialty: Specialty) -> Craft:
    """Return `craft` with the words that `specialty` brings put over its own."""
    own = {field.name: getattr(specialty, field.name) for field in fields(specialty)}
    return replace(craft, **{name: words for name, words in own.items() if words is not None})
