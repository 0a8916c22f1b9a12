"""Holding: which kinds of facts the parts of an outline tell, from `holding.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from core.prompting.intents.intent import Intent
from core.prompting.understanding.kinds import Kind


def held_by(part: str, intent: Intent) -> frozenset[Kind]:
    """Return the kinds of facts that a part of an answer tells."""
    found = (holding().get(name) for korean in _names(part, intent) for name in (f"{intent.id}: {korean}", korean))
    return next(filter(None, found), frozenset())


def _names(part: str, intent: Intent) -> Iterator[str]:
    """Yield the name of a part, and that which it has in Korean where it is one of the intent's own."""
    yield part
    for shape in intent.shapes.values():
        for texts in filter(None, (shape.parts, shape.order)):
            yield from (korean for korean, english in zip(texts.ko, texts.en, strict=True) if english == part)


@cache
def holding() -> Mapping[str, frozenset[Kind]]:
    """Return what the parts hold, by their Korean names."""
    table = tomllib.loads(files(__package__).joinpath("holding.toml").read_text(encoding="utf-8"))
    return {part: frozenset(map(Kind, kinds.split())) for part, kinds in table.items()}
