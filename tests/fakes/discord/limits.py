"""What Discord's documentation allows in a payload, checked as the service would."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tests.fakes.discord.components import LAID_OUT, parts

Json = dict[str, Any]

CONTENT: Final = 2_000
FILE_BYTES: Final = 10 * 1024 * 1024
NONCE: Final = 25
_ROWS: Final = 5
_COMPONENTS: Final = 40
_LAID_OUT_TEXT: Final = 4_000
_TEXT_DISPLAY: Final = 10
_BUTTONS: Final = 5
_STYLES: Final = frozenset({1, 2, 3, 4, 5, 6})
_LABELLED: Final = frozenset({3, 4, 5, 6, 7, 8, 19, 21, 22, 23})


def message_faults(payload: Json, files: Sequence[int] = ()) -> list[str]:
    """Return what is wrong with a message; `files` holds the size of each attached file in bytes."""
    return list(_message(payload, files))


def modal_faults(payload: Json) -> list[str]:
    """Return what is wrong with a modal."""
    return list(_modal(payload))


def command_faults(commands: Sequence[Json]) -> list[str]:
    """Return what is wrong with the application commands of one application."""
    return [fault for command in commands for fault in _command(command)]


def choice_faults(choices: Sequence[Json]) -> list[str]:
    """Return what is wrong with what is offered while somebody types."""
    faults = [f"{len(choices)} choices"] if len(choices) > 25 else []
    for choice in choices:
        faults += [*_length("choice name", choice["name"], 1, 100), *_length("choice value", choice["value"], 1, 100)]
    return faults


def _message(payload: Json, files: Sequence[int]) -> Iterator[str]:
    content = payload.get("content") or ""
    rows = payload.get("components") or []
    yield from _length("content", content, 0, CONTENT)
    yield from _length("nonce", str(payload.get("nonce", "")), 0, NONCE)
    if not content.strip() and not files and not rows and not payload.get("embeds"):
        yield "an empty message"
    if any(size > FILE_BYTES for size in files) or len(files) > 10:
        yield "files: too large or too many"
    if payload.get("allowed_mentions", {}).get("parse") != []:
        yield "allowed_mentions: somebody could be pinged"
    if payload.get("flags", 0) & LAID_OUT:
        yield from _laid_out(payload)
    else:
        if len(rows) > _ROWS:
            yield f"components: {len(rows)} rows"
        for row in rows:
            yield from _row(row)
    yield from _unique(part["custom_id"] for part in parts(rows) if "custom_id" in part)


def _laid_out(payload: Json) -> Iterator[str]:
    components = payload.get("components") or []
    if payload.get("content") or payload.get("embeds"):
        yield "a message that is laid out has no content"
    if (count := sum(1 for _ in parts(components))) > _COMPONENTS:
        yield f"{count} components"
    texts = [part["content"] for part in parts(components) if part["type"] == _TEXT_DISPLAY]
    yield from _length("all text", "".join(texts), 0, _LAID_OUT_TEXT)
    for text in texts:
        yield from _length("text display", text.strip(), 1, _LAID_OUT_TEXT)
    for component in components:
        yield from _top(component, inside=False)


def _top(component: Json, *, inside: bool) -> Iterator[str]:
    match component["type"]:
        case 17 if not inside:
            if not component["components"]:
                yield "an empty container"
            for part in component["components"]:
                yield from _top(part, inside=True)
        case 9:
            yield from _section(component)
        case 1:
            yield from _row(component)
        case 10 | 12 | 13 | 14:
            pass
        case kind:
            yield f"a component of type {kind} at the top"


def _section(section: Json) -> Iterator[str]:
    kinds = {part["type"] for part in section["components"]}
    if not 1 <= len(section["components"]) <= 3 or kinds != {_TEXT_DISPLAY}:
        yield f"section: {len(section['components'])} components of types {sorted(kinds)}"
    if section["accessory"]["type"] == 2:
        yield from _button(section["accessory"])
    elif section["accessory"]["type"] != 11:
        yield f"section: beside it type {section['accessory']['type']}"


def _row(row: Json) -> Iterator[str]:
    if row.get("type") != 1:
        yield f"a message row of type {row.get('type')}"
    parts = row.get("components", [])
    kinds = {part["type"] for part in parts}
    if not parts or len(parts) > _BUTTONS or (len(parts) > 1 and kinds != {2}):
        yield f"a row of {len(parts)} components of types {sorted(kinds)}"
    for part in parts:
        yield from _button(part) if part["type"] == 2 else _select(part)


def _button(button: Json) -> Iterator[str]:
    yield from _length("button label", button.get("label", ""), 1, 80)
    if button.get("style") not in _STYLES:
        yield "button: no such style"
    if (button.get("style") == 5) != ("url" in button) or ("url" in button) == ("custom_id" in button):
        yield "button: either a link or a custom_id"
    yield from _length("button url", button.get("url", "-"), 1, 512)
    yield from _length("button custom_id", button.get("custom_id", "-"), 1, 100)


def _select(select: Json) -> Iterator[str]:
    if select["type"] != 3:
        yield f"a component of type {select['type']} in a row"
    yield from _length("select custom_id", select.get("custom_id", ""), 1, 100)
    yield from _length("select placeholder", select.get("placeholder", ""), 0, 150)
    options = select.get("options", [])
    yield from _options(options, 1, 25)
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not 0 <= least <= most <= len(options):
        yield f"select: {least} to {most} of {len(options)}"
    if sum(bool(option.get("default")) for option in options) > most:
        yield "select: more defaults than max_values"


def _options(options: Sequence[Json], least: int, most: int) -> Iterator[str]:
    if not least <= len(options) <= most:
        yield f"{len(options)} options"
    for option in options:
        yield from _length("option label", option.get("label", ""), 1, 100)
        yield from _length("option value", option.get("value", ""), 1, 100)
        yield from _length("option description", option.get("description", ""), 0, 100)
    yield from _unique(option["value"] for option in options)


def _modal(payload: Json) -> Iterator[str]:
    yield from _length("modal custom_id", payload.get("custom_id", ""), 1, 100)
    yield from _length("modal title", payload.get("title", ""), 1, 45)
    parts = payload.get("components", [])
    if not 1 <= len(parts) <= 5:
        yield f"modal: {len(parts)} components"
    for part in parts:
        yield from _modal_part(part)
    yield from _unique(part["component"]["custom_id"] for part in parts if part.get("type") == 18)


def _modal_part(part: Json) -> Iterator[str]:
    if part.get("type") == 10:
        yield from _length("text display", part.get("content", ""), 1, 4_000)
        return
    if part.get("type") != 18:
        yield f"modal: a component of type {part.get('type')}"
        return
    yield from _length("label", part.get("label", ""), 1, 45)
    yield from _length("label description", part.get("description", ""), 0, 100)
    yield from _field(part.get("component", {}))


def _field(field: Json) -> Iterator[str]:
    kind = field.get("type")
    yield from _length("field custom_id", field.get("custom_id", ""), 1, 100)
    if kind not in _LABELLED:
        yield f"label: a component of type {kind}"
    elif kind == 4:
        yield from _text_input(field)
    elif kind == 3:
        yield from _select(field)
    elif kind == 19 and not 0 <= field.get("min_values", 1) <= field.get("max_values", 1) <= 10:
        yield "file upload: bad bounds"
    elif kind == 19 and field.get("required", True) and not field.get("min_values", 1):
        yield "file upload: required, yet none is enough"
    elif kind == 21:
        yield from _options(field.get("options", []), 2, 10)
        if sum(bool(option.get("default")) for option in field.get("options", [])) > 1:
            yield "radio group: more than one default"


def _text_input(field: Json) -> Iterator[str]:
    if field.get("style") not in {1, 2}:
        yield "text input: no such style"
    if "label" in field:
        yield "text input: its own label inside a Label"
    yield from _length("text input placeholder", field.get("placeholder", ""), 0, 100)
    least, most = field.get("min_length", 0), field.get("max_length", 4_000)
    if not 0 <= least <= 4_000 or not 1 <= most <= 4_000 or least > most:
        yield f"text input: {least} to {most} characters"
    value = field.get("value", "")
    if len(value) > most or (value and len(value) < least):
        yield f"text input: a value of {len(value)} characters"


def _command(command: Json) -> Iterator[str]:
    names: Mapping[str, str] = {"": command["name"], **command.get("name_localizations", {})}
    for name in names.values():
        yield from _length("command name", name, 1, 32)
        if command.get("type", 1) == 1 and (name != name.lower() or " " in name):
            yield f"command name {name!r}"
    if command.get("type", 1) == 1:
        yield from _descriptions(command)
    elif command.get("description"):
        yield "a message command has no description"
    if not set(command.get("contexts", [])) <= {0, 1, 2} or not set(command.get("integration_types", [])) <= {0, 1}:
        yield "command: no such context or integration type"
    yield from _command_options(command.get("options", []))


def _command_options(options: Sequence[Json]) -> Iterator[str]:
    if len(options) > 25:
        yield f"command: {len(options)} options"
    for option in options:
        yield from _length("option name", option["name"], 1, 32)
        yield from _descriptions(option)
        if option["type"] not in range(1, 12):
            yield "option: no such type"
        if option.get("max_length", 1) > 6_000:
            yield "option: max_length"
        yield from _command_options(option["options"]) if option.get("options") else ()
        if option.get("autocomplete") and (option.get("choices") or option["type"] != 3):
            yield "option: what is completed has no choices of its own"
        if len(option.get("choices", [])) > 25:
            yield "option: too many choices"
        for choice in option.get("choices", []):
            for name in (choice["name"], *choice.get("name_localizations", {}).values()):
                yield from _length("choice name", name, 1, 100)


def _descriptions(part: Json) -> Iterator[str]:
    for text in (part.get("description", ""), *part.get("description_localizations", {}).values()):
        yield from _length("description", text, 1, 100)


def _length(name: str, text: str, least: int, most: int) -> Iterator[str]:
    if not least <= len(text) <= most:
        yield f"{name}: {len(text)} characters"


def _unique(ids: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield f"{one!r} stands twice"
        seen.add(one)
