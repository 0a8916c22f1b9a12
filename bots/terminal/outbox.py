"""Printing replies."""

from rich.console import Console

from bots.terminal.render import Render
from core.conversation.replies import Reply, ShowPrompt, Tell
from core.incoming import Outgoing, Revealed
from core.privacy.text import MaskedText


class TerminalOutbox:
    """Prints each reply as it comes; remembers the last one, the newest prompt, whether the conversation has ended."""

    def __init__(self, console: Console, render: Render) -> None:
        self._console = console
        self._render = render
        self.last: Reply | None = None
        self.prompt: MaskedText | None = None
        self.ended = False

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        """Print a reply; a terminal has no message ids, so the receipt is the reply's own."""
        self._console.print(self._render(revealed), crop=False, highlight=False)
        self.last = revealed.reply
        match revealed.reply:
            case ShowPrompt(version=version):
                self.prompt = version.prompt
            case Tell(text="cancelled" | "forget.done"):
                self.ended = True
        return str(outgoing.id)
