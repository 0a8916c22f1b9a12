"""The object that a model was asked for."""

import json
from collections.abc import Mapping


def object_in(answer: str) -> Mapping[str, object]:
    """Return the JSON object that an answer is; empty when it is none."""
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def list_in(answer: Mapping[str, object], name: str) -> list[object]:
    """Return a list in an object; empty when it holds none by that name."""
    value = answer.get(name)
    return value if isinstance(value, list) else []
