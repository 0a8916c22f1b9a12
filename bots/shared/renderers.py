"""The registry of how replies look on a platform: one function for each class of replies."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from bots.platform import Renderer
from core.conversation.replies import Reply
from core.features.registry import REPLIES

Shown = TypeVar("Shown")
Context = TypeVar("Context")
Row = tuple[type[Reply], Renderer[Context, Shown]]


def registry(*parts: Iterable[Row[Context, Shown]]) -> Mapping[type[Reply], Renderer[Context, Shown]]:
    """Return the registry of a platform: the rows of the interview, and those of each feature.

    A class without a row looks like the nearest class that it is a kind of.
    """
    rows = {kind: render for part in parts for kind, render in part}
    bases = {kind: next(filter(rows.__contains__, kind.__mro__), None) for kind in REPLIES}
    return MappingProxyType({kind: rows[base] for kind, base in bases.items() if base})
