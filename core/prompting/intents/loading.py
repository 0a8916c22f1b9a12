"""Reading a family's file into intents; a mistake in it is told with the place where it stands."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from core.prompting.intents.intent import (
    ConditionalLine,
    Cue,
    Field,
    Intent,
    Opening,
    Product,
    Shape,
    Slot,
    Text,
    Texts,
)
from core.values.choices import Form
from core.values.locale import Locale

QUOTATIONS: Final = "quotations.toml"
_INTENT: Final = frozenset(
    {"name", "product", "task", "goal", "short", "shape", "moves", "traps", "checks", "slots", "examples", "near"}
    | {"role", "register", "material", "as_source", "unlike", "opening"}
)
_OPENING: Final = frozenset({"does", "topic", "asked", "told"})
_ADVICE: Final = frozenset({"ko", "en", "said", "unsaid", "quoting", "form", "length", "level"})
_SLOT: Final = frozenset({"id", "decides", "about", "ask", "options", "assume", "line", "said"})
_SHAPE: Final = frozenset({"ko", "en", "count", "fence", "order", "also", "form"})
_FIELD: Final = frozenset({"ko", "en", "said"})


class IntentFileError(ValueError):
    """A family's file is wrong; the message says where and how."""


def families() -> tuple[str, ...]:
    """Return the names of all families, sorted."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml") and name != QUOTATIONS))


@cache
def quotations() -> Mapping[str, tuple[str, ...]]:
    """Return the expressions that lines of several intents quote by, by their names."""
    text = files(__package__).joinpath(QUOTATIONS).read_text(encoding="utf-8")
    return {name: tuple(patterns) for name, patterns in tomllib.loads(text).items()}


def read_family(family: str) -> tuple[Intent, ...]:
    """Read one family from its file; the tests have tried its expressions, most of which are never looked for.

    Raises:
        IntentFileError: It is no TOML, or an intent lacks something or has a key that does not exist.
    """
    return _intents(family, text_of(family))


def text_of(family: str) -> str:
    """Return the text of a family's file."""
    return files(__package__).joinpath(f"{family}.toml").read_text(encoding="utf-8")


def parse_family(family: str, text: str) -> tuple[Intent, ...]:
    """Read one family from the text of its file, and try its expressions; raises as `read_family` does."""
    intents = _intents(family, text)
    for intent in intents:
        for part, cue in _cues(intent):
            _try(cue.words, f"{family}.toml [{intent.id}] {part}")
    return intents


def _intents(family: str, text: str) -> tuple[Intent, ...]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{family}.toml: {error}"
        raise IntentFileError(message) from error
    return tuple(_intent(family, name, table) for name, table in tables.items())


def _intent(family: str, name: str, table: Mapping[str, Any]) -> Intent:
    where = f"{family}.toml [{name}]"
    _known(table, _INTENT, where)
    try:
        material = table.get("material", {})
        return Intent(
            id=name,
            family=family,
            name=_text(table["name"]),
            product=Product(table["product"]),
            task=_text(table["task"]),
            goal=_text(table["goal"]),
            short=int(table["short"]),
            shapes={Form(form): _shape(shape, f"{where} shape.{form}") for form, shape in table["shape"].items()},
            moves=_advice(table["moves"], f"{where} moves"),
            traps=_advice(table["traps"], f"{where} traps"),
            checks=_advice(table["checks"], f"{where} checks"),
            slots=tuple(_slot(slot, f"{where} slots") for slot in table.get("slots", ())),
            examples=_texts(table["examples"]),
            near=tuple(
                (str(text), str(of)) for language in ("ko", "en") for text, of in table["near"].get(language, ())
            ),
            openings={
                locale: _opening(table.get("opening", {}).get(str(locale), {}), table["task"], locale, where)
                for locale in Locale
            },
            role=_text(table["role"]) if "role" in table else None,
            register=_text(table["register"]) if "register" in table else None,
            needs=_text(material["what"]) if material.get("needed") else None,
            as_source=bool(table.get("as_source")),
            unlike=Cue(tuple(table.get("unlike", ()))),
        )
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, IntentFileError):
            raise
        message = f"{where}: {type(error).__name__} {error}"
        raise IntentFileError(message) from error


def _text(value: Mapping[str, str]) -> Text:
    return Text(value["ko"], value["en"])


def _texts(value: Mapping[str, Iterable[str]]) -> Texts:
    return Texts(tuple(value["ko"]), tuple(value["en"]))


_ASKED: Final = {Locale.KO: "{it} 알려 줍니다.", Locale.EN: "Say {it}."}


def _opening(value: Mapping[str, str], task: Mapping[str, str], locale: Locale, where: str) -> Opening:
    """Read how the task opens; what is left out follows from what is done."""
    _known(value, _OPENING, f"{where} opening.{locale}")
    does = value.get("does", task[locale])
    asked = "{it} 담은 " + does if locale is Locale.KO and does.endswith("씁니다.") else _ASKED[locale]
    return Opening(
        does,
        value.get("topic", "{it} " + does if locale is Locale.KO else ""),
        value.get("asked", asked),
        value.get("told", ""),
    )


def _shape(value: Mapping[str, Any], where: str) -> Shape:
    """Read a shape: lists name its parts, a sentence says what each item holds."""
    _known(value, _SHAPE, where)
    form = _text(value["form"]) if "form" in value else None
    if "ko" not in value:
        return Shape(fence=value.get("fence", ""), form=form)
    is_sentence = isinstance(value["ko"], str)
    return Shape(
        parts=None if is_sentence else _texts(value),
        each=_text(value) if is_sentence else None,
        order=_texts(value["order"]) if "order" in value else None,
        also=tuple(_field(field, f"{where} also") for field in value.get("also", ())),
        count=value.get("count", 0),
        fence=value.get("fence", ""),
        form=form,
    )


def _field(field: Mapping[str, Any], where: str) -> Field:
    _known(field, _FIELD, where)
    return Field(_text(field), Cue(tuple(field["said"])))


def _advice(lines: Iterable[Mapping[str, Any]], where: str) -> tuple[ConditionalLine, ...]:
    return tuple(_line(line, where) for line in lines)


def _line(line: Mapping[str, Any], where: str) -> ConditionalLine:
    _known(line, _ADVICE, where)
    return ConditionalLine(
        line=_text(line),
        said=_cue(line.get("said")),
        unsaid=_cue(line.get("unsaid")),
        quoting=_quoting(line.get("quoting", ()), where),
        forms=frozenset(line.get("form", ())),
        lengths=frozenset(line.get("length", ())),
        levels=frozenset(line.get("level", ())),
    )


def _slot(slot: Mapping[str, Any], where: str) -> Slot:
    _known(slot, _SLOT, where)
    return Slot(
        id=slot["id"],
        decides=bool(slot.get("decides")),
        ask=_text(slot["ask"]),
        options=_texts(slot["options"]),
        assume=_text(slot["assume"]),
        line=_text(slot["line"]),
        said=Cue(tuple(slot["said"])),
        about=bool(slot.get("about")),
    )


def _cue(words: Iterable[str] | None) -> Cue | None:
    return None if words is None else Cue(tuple(words))


def _cues(intent: Intent) -> Iterator[tuple[str, Cue]]:
    """Yield what is looked for in requests, each with the part of the table where it stands."""
    for form, shape in intent.shapes.items():
        yield from ((f"shape.{form} also", field.said) for field in shape.also)
    for part, lines in (("moves", intent.moves), ("traps", intent.traps), ("checks", intent.checks)):
        yield from ((part, cue) for line in lines for cue in (line.said, line.unsaid) if cue)
    yield from (("slots", slot.said) for slot in intent.slots)
    yield "unlike", intent.unlike


def _try(patterns: Iterable[str], where: str) -> None:
    try:
        for pattern in patterns:
            re.compile(pattern)
    except re.error as error:
        message = f"{where}: {error}"
        raise IntentFileError(message) from error


def _quoting(quoting: str | Iterable[str], where: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a line, or those of a name in `quotations.toml`."""
    if isinstance(quoting, str) and quoting not in quotations():
        message = f"{where}: no such quotation: {quoting}"
        raise IntentFileError(message)
    patterns = quotations()[quoting] if isinstance(quoting, str) else tuple(quoting)
    _try(patterns, where)
    compiled = tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    if any("it" not in pattern.groupindex for pattern in compiled):
        message = f"{where}: quoting without a group named it"
        raise IntentFileError(message)
    return compiled


def _known(table: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    if unknown := set(table) - keys:
        message = f"{where}: no such key: {', '.join(sorted(unknown))}"
        raise IntentFileError(message)
