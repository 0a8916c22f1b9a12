"""The portable prompt: a rehearsal that any AI can play, as a role dialogue under the composer's headings."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from core.features.rehearsal.persona import Persona
from core.privacy.labels import find_labels
from core.privacy.text import MaskedText
from core.values.locale import Locale

_WORDS: Final = tomllib.loads((files(__package__) / "external_prompt.toml").read_text("utf-8"))


def portable_prompt(persona: Persona, goal: MaskedText, locale: Locale) -> MaskedText:
    """Return the prompt with which another AI plays the same persona towards the same goal."""
    words = _WORDS[locale]
    bodies = _bodies(persona, goal, words)
    sections = ("\n".join([f"[{heading}]", *body]) for heading, body in zip(words["headings"], bodies, strict=True))
    return MaskedText("\n\n".join(sections))


def _bodies(persona: Persona, goal: MaskedText, words: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield the lines under each heading, in order."""
    filled = {
        "name": persona.name,
        "about": persona.about.rstrip("."),
        "traits": " / ".join(persona.traits),
        "manner": persona.manner,
        "convinced_by": " / ".join(persona.convinced_by),
        "opening": persona.opening,
        "goal": " ".join(goal.split()),
    }
    yield [line.format_map(filled) for line in words["role"]]
    yield [words["task"], f"- {words['goal'].format_map(filled)}", words["examples"], *_examples(persona, words)]
    yield _items(words["audience"])
    yield [f"{number}. {step.format_map(filled)}" for number, step in enumerate(words["steps"], 1)]
    yield _items(words["form"])
    yield _items(words["length"])
    labels = find_labels(f"{goal}\n{persona.name}\n{persona.about}")
    yield _items((*words["limits"], *((words["kept"].format(label=labels[0]),) if labels else ())))
    yield [words["checked"], *_items(words["done"])]


def _examples(persona: Persona, words: Mapping[str, Any]) -> Iterator[str]:
    for example in persona.examples:
        yield words["example"].format(said=example.said, answered=example.answered, name=persona.name)


def _items(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]
