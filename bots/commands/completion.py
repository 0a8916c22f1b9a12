"""`promptgen completion`: what a shell needs to complete commands, options and files."""

import argparse
import sys
from collections.abc import Iterator

import shtab

from bots.commands.arguments import parser
from core.settings import Settings


def run(options: argparse.Namespace, _settings: Settings) -> int:
    """Write the completion of a shell, as its start file reads it."""
    root = parser()
    for action in _actions(root):
        if action.metavar == "FILE":
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # where shtab looks for it
        if action.metavar == "FOLDER":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    sys.stdout.write(shtab.complete(root, options.shell) + "\n")
    return 0


def _actions(reader: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in reader._actions:  # noqa: SLF001 - argparse tells them nowhere else
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            for below in dict.fromkeys(action.choices.values()):
                yield from _actions(below)
