"""Components as Discord carries them: what stands in them, and the same with something taken away or renamed.

https://discord.com/developers/docs/components/reference
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

Json = dict[str, Any]

ACTION_ROW, BUTTON, STRING_SELECT = 1, 2, 3
SECTION, TEXT_DISPLAY, CONTAINER = 9, 10, 17
IS_LAID_OUT: Final = 1 << 15
"""The flag of a message whose text stands in components; once sent it stays (IS_COMPONENTS_V2)."""

_SERIAL: Final = "~"


def walk(components: Sequence[Json]) -> Iterator[Json]:
    """Yield every component, those within others included."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        yield from walk([component["accessory"]] if "accessory" in component else [])


def texts_in(components: Sequence[Json]) -> str:
    """Return the words of a message whose text stands in components."""
    return "\n".join(part["content"] for part in walk(components) if part["type"] == TEXT_DISPLAY)


def ids_in(components: Sequence[Json]) -> list[str]:
    """Return what the controls carry, whichever showing of them it is."""
    return [part["custom_id"].partition(_SERIAL)[0] for part in walk(components) if "custom_id" in part]


def without_controls(components: Sequence[Json]) -> list[Json]:
    """Return what is left to read."""
    left: list[Json] = []
    for component in components:
        if component["type"] == SECTION:
            left += component["components"]
        elif component["type"] == CONTAINER:
            left.append(component | {"components": without_controls(component["components"])})
        elif component["type"] != ACTION_ROW:
            left.append(component)
    return left


def shown_as(custom_id: str, serial: str | int) -> str:
    """Return the id of a select in one of its showings.

    Discord's client remembers by this id what was chosen on a message, and sends nothing when that is chosen again.
    """
    return f"{custom_id.partition(_SERIAL)[0]}{_SERIAL}{serial}"


def renewed(components: Sequence[Json], custom_id: str, serial: str | int) -> list[Json]:
    """Return the same, with a select in which everything can be chosen again."""
    return [_renewed(component, custom_id, serial) for component in components]


def _renewed(component: Json, custom_id: str, serial: str | int) -> Json:
    if component.get("custom_id") == custom_id:
        return component | {"custom_id": shown_as(custom_id, serial)}
    if "components" in component:
        return component | {"components": renewed(component["components"], custom_id, serial)}
    return component
