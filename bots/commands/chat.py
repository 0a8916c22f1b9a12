"""`promptgen chat`: the interview on this terminal, or with piped lines."""

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console

from bots.commands.exit_status import FAILED
from bots.container import Container, build_container
from bots.ops.maintenance import purge
from bots.relay import Relay
from bots.shared.file_queue import FileReadQueue
from bots.shared.interview_lookup import Interviews
from bots.shared.reference_files import References
from bots.terminal.app import converse
from bots.terminal.files import DraggedFiles, TerminalFiles
from bots.terminal.outbox import TerminalOutbox, is_for_a_pipe
from bots.terminal.pipe import TurnFailed, follow
from bots.terminal.places import PERSON, PLATFORM, place
from bots.terminal.render import Render
from core.conversation.events import ReferenceRefused
from core.conversation.questions import Key
from core.conversation.texts import t
from core.errors import FileUnusable
from core.messages import Action, FilesRead, FormFilled, Opened, Pressed
from core.privacy.text import RawText
from core.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Hold the interview, with what was given answered already.

    Raises:
        FileUnusable: A file that was given cannot be read.
        InputError: A line cannot be taken.
    """
    by_hand = sys.stdin.isatty()
    render = Render(settings.locale, settings.retention_days)
    outbox = TerminalOutbox(Console(stderr=not by_hand), render)
    if not by_hand:
        outbox.shows = is_for_a_pipe
    with build_container(settings, limited=False, asks_gaps=by_hand) as parts:
        _prepare(parts)
        if not by_hand:
            parts.detector.ready()  # nobody is there to read that masking cannot start: end with it
        try:
            asyncio.run(parts.through(_talk(parts, outbox, options.answers, options.reference)))
        except TurnFailed:
            return FAILED
    return 0


async def _talk(parts: Container, outbox: TerminalOutbox, answers: Mapping[Key, str], paths: Sequence[str]) -> None:
    relay = Relay(PLATFORM, parts.chat, parts.generation, outbox)
    queue = FileReadQueue(parts.reader, parts.rate_limiter, parts.meter, parts.store.spend)
    references = References(TerminalFiles(queue.largest_mb), queue)
    given = await _given_actions(answers, paths, references)
    locale = parts.settings.locale
    if sys.stdin.isatty():
        await converse(
            relay, outbox, locale, given, DraggedFiles(references, outbox, Interviews(parts.store, PLATFORM))
        )
    else:
        await follow(relay, outbox, locale, sys.stdin.buffer, given)


def _prepare(parts: Container) -> None:
    """Delete what is past its time; say on standard error that nothing masked can be put back, where that is so."""
    purge(parts.store, parts.settings.retention_days)
    if not parts.store.can_restore:
        locale = parts.settings.locale
        sys.stderr.write(f"promptgen: {t(locale, 'doctor.key_missing')} {t(locale, 'mend.doctor.key_missing')}\n")


async def _given_actions(
    answers: Mapping[Key, str], paths: Sequence[str], references: References[Path]
) -> Sequence[Action]:
    """Return the answers as those of a form, which begins an interview of its own, and then the files.

    Raises:
        FileUnusable: A file cannot be read; `file` names it.
    """
    if not answers and not paths:
        return (Opened(),)
    form = FormFilled({key: RawText(text) for key, text in answers.items()})
    if not paths:
        return (form,)
    for path in paths:
        if "://" in path and not path.startswith("file://"):
            raise FileUnusable(reason="link", file=path)
    about = answers.get(Key.PURPOSE, "")
    read = await references.read(PERSON, place(PLATFORM), tuple(map(Path, paths)), about)
    match read:
        case FilesRead(unread=(first, *_)):
            raise FileUnusable(reason=first.reason, file=first.name.reveal(), **first.details)
        case FilesRead():
            return (form, read)
        case Pressed(event=ReferenceRefused(code=code, details=details)):
            raise FileUnusable(reason=code.removeprefix("reference."), file=paths[0], **details)
    raise AssertionError
