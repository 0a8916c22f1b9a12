"""`promptgen compose`: answers in, the finished prompt out."""

import sys

from bots.commands import lines
from bots.commands.briefs import Briefs
from bots.commands.progress import watched
from core.locale import Locale
from core.prompting.compose import compose
from core.prompting.understanding.telling import as_data


class ComposeCommand:
    """Composes prompts from documents of typed answers, masking them first."""

    def __init__(self, briefs: Briefs, locale: Locale) -> None:
        self._briefs = briefs
        self._locale = locale

    def run(self, *, jsonl: bool) -> None:
        """Answer each document on standard input: the prompt alone, or a line of JSON for each line.

        Raises:
            InputError: `line` says which cannot be read; the lines before it are answered.
            ItemRefused: The policy lets no such item in.
        """
        for document in watched(self._briefs.read(sys.stdin.buffer, jsonl=jsonl)):
            composition = compose(document.brief(self._locale))
            shown = (
                lines.dumped(
                    {
                        "prompt": composition.prompt,
                        "masked_answers": document.masked,
                        "understanding": as_data(composition.understanding),
                    }
                )
                if jsonl
                else composition.prompt
            )
            sys.stdout.write(f"{shown}\n")
            sys.stdout.flush()
