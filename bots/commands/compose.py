"""`promptgen compose`: answers in, the finished prompt out."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from bots.commands import lines
from bots.commands.briefs import Briefs, Document
from bots.commands.progress import watched
from bots.commands.sources import read_each
from core.choices import Variant
from core.conversation.texts import say
from core.errors import ModelUnavailable
from core.jobs.advising import advised_by
from core.locale import Locale
from core.ports import Advisor
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.model.advised import Advised
from core.prompting.understanding.telling import as_data

Close: TypeAlias = Callable[[], Coroutine[None, None, None]]


class ComposeCommand:
    """Composes prompts from documents of typed answers, masking them first."""

    def __init__(self, briefs: Briefs, locale: Locale, advisor: Advisor | None, close: Close) -> None:
        """Take ready parts; `advisor` adds to each prompt, `close` ends its connections when all is composed.

        What it leaves unanswered stays as composed.
        """
        self._briefs = briefs
        self._locale = locale
        self._advisor = advisor
        self._close = close

    def run(self, paths: Sequence[Path] = (), *, jsonl: bool, variant: Variant = Variant.FULL) -> None:
        """Answer each document of files, or standard input: the prompt alone, or a line of JSON for each line.

        Raises:
            InputError: A file cannot be read, or `line` says which line; those before it are answered.
            ItemRefused: The policy lets no such item in.
        """
        with asyncio.Runner() as runner:

            def answer_all(stream: BinaryIO) -> None:
                for document in watched(self._briefs.read(stream, jsonl=jsonl)):
                    self._answer(document, runner, jsonl=jsonl, variant=variant)

            try:
                read_each(paths, answer_all)
            finally:
                runner.run(self._close())

    def _answer(self, document: Document, runner: asyncio.Runner, *, jsonl: bool, variant: Variant) -> None:
        brief = replace(document.brief(self._locale), variant=variant)
        composition = compose(brief)
        advised = runner.run(self._advised(brief, composition))
        prompt = advised.prompt if advised else composition.prompt
        shown = lines.dumped(self._data(document, composition, advised)) if jsonl else prompt
        sys.stdout.write(f"{shown}\n")
        sys.stdout.flush()

    async def _advised(self, brief: Brief, composition: Composition) -> Advised | None:
        if self._advisor is None:
            return None
        try:
            return await advised_by(self._advisor, brief, composition)
        except ModelUnavailable as error:
            reason = error.details["reason"]
            sys.stderr.write(f"{say(self._locale, 'error.model_unavailable', **error.details)} ({reason})\n")
            return None

    def _data(self, document: Document, composition: Composition, advised: Advised | None) -> dict[str, Any]:
        told = advised.composition if advised else composition
        data: dict[str, Any] = {
            "prompt": advised.prompt if advised else composition.prompt,
            "masked_answers": document.masked,
            "understanding": as_data(told.understanding),
        }
        if self._advisor is not None:
            data["model"] = _proposed(advised)
        return data


def _proposed(advised: Advised | None) -> dict[str, Any]:
    """Return what a model proposed, and what became of each."""
    if advised is None:
        return {"name": None, "proposals": []}
    return {
        "name": advised.model,
        "proposals": [
            {
                "part": str(proposal.part),
                "text": proposal.text,
                "kept": proposal.is_kept,
                "reasons": [str(reason) for reason in proposal.reasons],
            }
            for proposal in advised.proposals
        ],
    }
