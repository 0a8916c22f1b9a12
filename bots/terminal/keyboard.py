"""The keyboard: lines as they are typed, and Ctrl-C whenever it comes."""

import asyncio
import signal

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.patch_stdout import patch_stdout


class Keyboard:
    """Reads lines. While one is typed, Ctrl-C is a key; at any other time it is a signal, kept for the next line.

    So it never cuts a reply short, and is never lost.
    """

    def __init__(self) -> None:
        self._session: PromptSession[str] = PromptSession()
        self._interrupted = False
        self._pressed = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self._interrupt)

    async def line(self, prompt: AnyFormattedText) -> str:
        """Return a line; a pasted text of several lines is one. What is printed meanwhile stands above it.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed, now or since the last line.
            EOFError: Ctrl-D was pressed.
        """
        try:
            with patch_stdout(raw=True):
                return await self._session.prompt_async(prompt, pre_run=self._stop_if_interrupted, handle_sigint=False)
        finally:
            self._interrupted = False

    async def interruption(self) -> None:
        """Return when Ctrl-C is pressed while no line is typed."""
        self._pressed.clear()
        await self._pressed.wait()

    def spend(self) -> None:
        """Keep Ctrl-C for no line: what it was pressed for is done."""
        self._interrupted = False

    def _interrupt(self) -> None:
        self._interrupted = True
        self._pressed.set()
        self._stop_if_interrupted()

    def _stop_if_interrupted(self) -> None:
        app = self._session.app
        if self._interrupted and app.is_running and not app.is_done:
            app.exit(exception=KeyboardInterrupt)
