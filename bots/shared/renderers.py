"""The registry of how replies look on a platform: one function for each class of replies."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from core.conversation.replies import Reply
from core.messages import Revealed

Shown = TypeVar("Shown")
Context = TypeVar("Context")
Renderer = Callable[[Any, Revealed, Context], Shown]
"""Takes a reply, all that is revealed with it, and where it is rendered; returns what is shown."""

Row = tuple[type[Reply], Renderer[Context, Shown]]


def registry(*parts: Iterable[Row[Context, Shown]]) -> Mapping[type[Reply], Renderer[Context, Shown]]:
    """Return the registry of a platform: the rows of the interview, and those of each feature."""
    return MappingProxyType({kind: render for part in parts for kind, render in part})
