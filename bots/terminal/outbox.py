"""Printing replies."""

import os
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from bots.terminal.render import FILES, Render
from core.conversation.expected_input import Occasion
from core.conversation.model_answer_lines import title, title_meanwhile
from core.conversation.model_replies import ShowPartial, ShowProgress, ShowTrial
from core.conversation.replies import Ask, Greet, Prefaced, Reply, ShowPrompt, Tell
from core.conversation.texts import t
from core.errors import DeliveryRefused
from core.messages import Outgoing, Place, Revealed, TextFile
from core.privacy.text import MaskedText
from core.values.locale import Locale


class TerminalOutbox:
    """Prints each reply as it comes, and an answer while it is being written.

    Only what it `shows` is printed.
    It remembers the last reply, the newest prompt, whether something is waited for, whether the conversation has ended,
    and whether nobody reads any more. A reply of another `place` than this one's is nobody's here.
    """

    partials_every_s = 0.1

    def __init__(self, console: Console, render: Render, folder: Path | None = None) -> None:
        """Take ready parts, and the folder that files are put into: the one where the person is, unless told."""
        self._console = console
        self._render = render
        self._folder = folder or Path.cwd()
        self.place: Place | None = None
        self.is_closed = False
        self.shows: Callable[[Reply], bool] = lambda _: True
        self.last: Reply | None = None
        self._written = ""
        self.prompt: MaskedText | None = None
        self.waits = False
        self.ended = False

    @property
    def left(self) -> bool:
        """Whether the person has just said that they leave: the interview is kept."""
        return isinstance(self.last, Tell) and self.last.occasion is Occasion.LEAVING

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Print a reply; a terminal has no message ids, so the receipt is the reply's own.

        Raises:
            DeliveryRefused: It is another's, or nobody reads any more: it must not come up in a later conversation.
        """
        if self.is_closed or (self.place is not None and outgoing.place != self.place):
            raise DeliveryRefused
        try:
            self._print(outgoing, revealed)
        except (BrokenPipeError, SystemExit):  # rich makes the one into the other, and would end the process here
            self.is_closed = True
            raise DeliveryRefused from None
        return str(outgoing.id)

    def _print(self, outgoing: Outgoing, revealed: Revealed) -> None:
        self.waits = isinstance(revealed.reply, ShowProgress)
        if isinstance(revealed.reply, ShowTrial):
            if revealed.reply.letter:
                self._end_line()
                self._console.print(Rule(title(revealed.reply, outgoing.locale)))
            self._write(revealed)
        self._end_line()
        if self.shows(revealed.reply):
            self._console.print(self._render(revealed), crop=False, highlight=False)
        self.last = revealed.reply
        if files_of := FILES.get(type(revealed.reply)):
            self._save(files_of(revealed.reply, outgoing.locale), outgoing.locale)
        match revealed.reply:
            case ShowPrompt(version=version):
                self.prompt = version.prompt
            case Tell(closes=True):
                self.ended = True

    def _save(self, files: Iterable[TextFile], locale: Locale) -> None:
        """Write the files, readable by their owner alone; what is there already stays."""
        names = []
        try:
            for file in files:
                path = _unused(self._folder / file.name)
                with os.fdopen(
                    os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
                ) as new:
                    new.write(file.text)
                names.append(path.name)
        except OSError:
            self._console.print(Text(t(locale, "take.unsaved", folder=str(self._folder)), style="yellow"))
        else:
            self._console.print(Text(t(locale, "take.saved", files=", ".join(names))))

    def note(self, text: str) -> None:
        """Print a word on what is being done."""
        self._console.print(Text(text, style="dim"))

    async def stream_partial(self, outgoing: Outgoing, revealed: Revealed) -> None:
        """Print what has come to an answer since the last time, and before a draft that it is one."""
        reply = revealed.reply
        if not self.shows(reply):
            return
        if isinstance(reply, ShowPartial) and reply.draft:
            self._print_more(f"\n{title_meanwhile(reply, outgoing.locale)}\n\n{reply.text}")
        else:
            self._write(revealed)

    def _end_line(self) -> None:
        if self._written:
            self._console.print()
        self._written = ""

    def _write(self, revealed: Revealed) -> None:
        """Print the rest of an answer."""
        self._print_more(revealed.text())

    def _print_more(self, text: str) -> None:
        """Print the rest of a text; all of it anew if it is another than what was printed of it."""
        if not text.startswith(self._written):
            self._console.print()
            self._written = ""
        self._console.print(Text(text[len(self._written) :]), end="", soft_wrap=True, highlight=False)
        self._written = text


def is_no_question(reply: Reply) -> bool:
    """Say whether a reply is worth showing to somebody whose answers are already given."""
    return not isinstance(reply, Ask)


def is_for_a_pipe(reply: Reply) -> bool:
    """Say whether a pipe is shown a reply: a failure that no answer could avoid, and what a line asked for by name.

    The interview itself is silent there, and the prompt goes to standard output.
    """
    if isinstance(reply, Tell):
        return reply.occasion is Occasion.FAILURE
    return not isinstance(reply, (Greet, Prefaced, ShowPartial, ShowProgress, ShowPrompt))


def _unused(path: Path) -> Path:
    """Return the path, or the next one with a number that nothing has."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not path.exists() else next(other for other in numbered if not other.exists())
