"""Printing replies."""

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from bots.terminal.render import Render
from core.conversation.remarks import title
from core.conversation.replies import Reply, ShowProgress, ShowPrompt, ShowTrial, Tell
from core.incoming import Outgoing, Revealed
from core.privacy.text import MaskedText


class TerminalOutbox:
    """Prints each reply as it comes, and an answer while it is being written.

    It remembers the last reply, the newest prompt, whether something is waited for, and whether the conversation has
    ended.
    """

    unfolds_every_s = 0.1

    def __init__(self, console: Console, render: Render) -> None:
        self._console = console
        self._render = render
        self.last: Reply | None = None
        self._written = ""
        self.prompt: MaskedText | None = None
        self.waits = False
        self.ended = False

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Print a reply; a terminal has no message ids, so the receipt is the reply's own."""
        self.waits = isinstance(revealed.reply, ShowProgress)
        if isinstance(revealed.reply, ShowTrial):
            if revealed.reply.letter:
                self._end_line()
                self._console.print(Rule(title(revealed.reply, outgoing.locale)))
            self._write(revealed)
        self._end_line()
        self._console.print(self._render(revealed), crop=False, highlight=False)
        self.last = revealed.reply
        match revealed.reply:
            case ShowPrompt(version=version):
                self.prompt = version.prompt
            case Tell(text="cancelled" | "cancelled.prompt" | "forget.done"):
                self.ended = True
        return str(outgoing.id)

    async def unfold(self, _outgoing: Outgoing, revealed: Revealed) -> None:
        """Print what has come to an answer since the last time."""
        self._write(revealed)

    def _end_line(self) -> None:
        if self._written:
            self._console.print()
        self._written = ""

    def _write(self, revealed: Revealed) -> None:
        """Print the rest of an answer; all of it anew if it is another than what was printed of it."""
        text = revealed.restored.reveal() if revealed.restored else ""
        if not text.startswith(self._written):
            self._console.print()
            self._written = ""
        self._console.print(Text(text[len(self._written) :]), end="", soft_wrap=True, highlight=False)
        self._written = text
