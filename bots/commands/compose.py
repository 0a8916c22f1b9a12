"""`promptgen compose`: answers in, the finished prompt out."""

import asyncio
import sys
from typing import Any

from bots.commands import lines
from bots.commands.briefs import Briefs, Document
from bots.commands.progress import watched
from core.conversation.texts import say
from core.errors import ModelUnavailable
from core.locale import Locale
from core.ports import Advisor
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.model.advised import Advised
from core.prompting.understanding.telling import as_data


class ComposeCommand:
    """Composes prompts from documents of typed answers, masking them first."""

    def __init__(self, briefs: Briefs, locale: Locale, advisor: Advisor | None = None) -> None:
        """Take ready parts; `advisor` adds to each prompt, and what it leaves unanswered stays as composed."""
        self._briefs = briefs
        self._locale = locale
        self._advisor = advisor

    def run(self, *, jsonl: bool) -> None:
        """Answer each document on standard input: the prompt alone, or a line of JSON for each line.

        Raises:
            InputError: `line` says which cannot be read; the lines before it are answered.
            ItemRefused: The policy lets no such item in.
        """
        with asyncio.Runner() as runner:
            for document in watched(self._briefs.read(sys.stdin.buffer, jsonl=jsonl)):
                brief = document.brief(self._locale)
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
            return await self._advisor.advise(brief, composition)
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
