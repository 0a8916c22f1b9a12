"""Progress on standard error, when somebody watches and it takes long."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

_Item = TypeVar("_Item")


def watched(items: Iterable[_Item], total: int | None = None) -> Iterator[_Item]:
    """Yield the items, with a count of them on standard error if it is a terminal.

    Without a `total`, what is made of each goes to standard output: if that is a terminal, it says enough.
    """
    if not sys.stderr.isatty() or (total is None and sys.stdout.isatty()):
        yield from items
        return
    count = TextColumn("{task.completed}") if total is None else MofNCompleteColumn()
    columns = (SpinnerColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total)
