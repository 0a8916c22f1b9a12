"""The components of a message as its reader meets them: words, controls, whatever they stand in."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

Json = dict[str, Any]

LAID_OUT: Final = 1 << 15
"""IS_COMPONENTS_V2."""

_MARKS: Final = re.compile(r"\\([^\w\s])")


def parts(components: Sequence[Json]) -> Iterator[Json]:
    """Yield all components, those within others too."""
    for one in components:
        yield one
        yield from parts(one.get("components", ()))
        yield from parts([one["accessory"]] if "accessory" in one else ())


def words(message: Json) -> str:
    """Return the text of a message as it was written, wherever it stands."""
    laid_out = [part["content"] for part in parts(message["components"]) if part["type"] == 10]
    return "\n".join(filter(None, [message["content"] or "", *laid_out]))


def read(message: Json) -> str:
    """Return the text of a message as it is read: without the marks that keep it plain."""
    return _MARKS.sub(r"\1", words(message))


def controls(message: Json) -> list[Json]:
    """Return the buttons and selects of a message."""
    return [part for part in parts(message["components"]) if "custom_id" in part or "url" in part]


def labels(message: Json) -> list[str]:
    """Return the words on the controls of a message."""
    options = [option["label"] for part in controls(message) for option in part.get("options", [])]
    return [*(part["label"] for part in controls(message) if "label" in part), *options]


def beside(message: Json, text: str) -> Json:
    """Return the button that stands beside these words."""
    sections = [part for part in parts(message["components"]) if part["type"] == 9]
    found: Json = next(part["accessory"] for part in sections if text in part["components"][0]["content"])
    return found
