"""`promptgen compose`: answers in, the finished prompt out."""

import argparse
import asyncio
import sys
from dataclasses import replace
from typing import Any, BinaryIO

from bots import container
from bots.commands.brief_documents import Briefs, MaskedBrief
from bots.commands.json_lines import dumped
from bots.commands.progress import watched
from bots.commands.stdin_or_files import read_each
from core.conversation.texts import t
from core.errors import InputError, ModelUnavailable
from core.ports import Advisor
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.model.advised_prompt import Advised
from core.prompting.model.mode import Mode
from core.prompting.understanding.plain_data import as_data
from core.settings import Settings
from core.usecases.model_fallback import advised_by
from core.values.choices import Variant


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Answer each document of files, or standard input: the prompt alone, or a line of JSON for each line.

    Raises:
        InputError: A file cannot be read, or `line` says which line; those before it are answered.
        ItemRefused: The policy lets no such item in.
    """
    clients = container.connect_endpoints(settings) if options.model else {}
    if options.model and not clients:
        raise InputError(reason="endpoints")
    detector = container.load_detector(settings)
    briefs = Briefs(detector, settings.locale, container.load_policy(settings))
    advising = container.advisors(clients, detector, Mode(options.model)) if clients else {}
    variant = Variant.COMPACT if options.compact else Variant.FULL
    composing = _Composing(settings, next(iter(advising.values()), None), variant, jsonl=options.jsonl)
    with asyncio.Runner() as runner:

        def answer_all(stream: BinaryIO) -> None:
            for document in watched(briefs.read(stream, jsonl=options.jsonl)):
                runner.run(composing.answer(document))

        try:
            read_each(options.files, answer_all)
        finally:
            runner.run(container.close(clients))
    return 0


class _Composing:
    """Composes one prompt after another; what the `advisor` leaves unanswered stays as composed."""

    def __init__(self, settings: Settings, advisor: Advisor | None, variant: Variant, *, jsonl: bool) -> None:
        self._locale = settings.locale
        self._advisor = advisor
        self._variant = variant
        self._jsonl = jsonl

    async def answer(self, document: MaskedBrief) -> None:
        """Write the prompt of a document."""
        brief = replace(document.brief(self._locale), variant=self._variant)
        composition = compose(brief)
        advised = await self._advised(brief, composition)
        prompt = advised.prompt if advised else composition.prompt
        shown = dumped(self._data(document, composition, advised)) if self._jsonl else prompt
        sys.stdout.write(f"{shown}\n")
        sys.stdout.flush()

    async def _advised(self, brief: Brief, composition: Composition) -> Advised | None:
        if self._advisor is None:
            return None
        try:
            return await advised_by(self._advisor, brief, composition)
        except ModelUnavailable as error:
            reason = error.details["reason"]
            sys.stderr.write(f"{t(self._locale, 'error.model_unavailable', **error.details)} ({reason})\n")
            return None

    def _data(self, document: MaskedBrief, composition: Composition, advised: Advised | None) -> dict[str, Any]:
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
