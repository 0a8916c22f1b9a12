"""`promptgen compose`: answers in, the finished prompt out."""

import sys

from bots.commands import lines
from bots.commands.briefs import Briefs
from bots.commands.progress import watched
from core.locale import Locale
from core.prompting.compose import compose


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
            prompt = compose(document.brief(self._locale)).prompt
            shown = lines.dumped({"prompt": prompt, "masked_answers": document.masked}) if jsonl else prompt
            sys.stdout.write(f"{shown}\n")
            sys.stdout.flush()
