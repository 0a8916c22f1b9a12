"""`promptgen compare`: briefs in, each answered by each contender; a table and a report out."""

import argparse
import asyncio
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from math import isnan
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bots import container
from bots.commands.brief_documents import Briefs
from bots.commands.comparing.report import report
from bots.commands.comparing.results import ContenderAnswer, Results
from bots.commands.comparing.runner import ComparisonTask, Runner, questions, read_contenders
from bots.commands.comparing.standing import ParticipantFigures, standings
from bots.commands.comparing.table import terminal_table
from bots.commands.comparing.verdict import verdict
from bots.commands.exit_status import FAILED
from bots.commands.json_lines import dumped
from core.conversation.texts import t
from core.errors import InputError
from core.features.comparison import Arm
from core.prompting.model.mode import Mode
from core.settings import Settings
from core.values.locale import Locale


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ask what no earlier run has asked about the briefs on standard input, print the table, and write the report.

    Raises:
        InputError: There is no endpoint, a contender is unknown, a line cannot be read, or the report cannot be written
            where it should; nothing was asked.
        ItemRefused: The policy lets no such item in.
    """
    clients = container.connect_endpoints(settings)
    if not clients:
        raise InputError(reason="endpoints")
    locale, detector, policy = settings.locale, container.load_detector(settings), container.load_policy(settings)
    modes = {Arm.SUBSTANCE: Mode.SUBSTANCE, Arm.WHOLE: Mode.WHOLE}
    advising = {arm: container.advisors(clients, detector, mode) for arm, mode in modes.items()}
    contenders = read_contenders(options.arms, container.assistants(clients), advising)
    nouns, votes = container.load_nouns(), _votes(settings)
    if not _is_writable(options.report):
        raise InputError(reason="report", path=str(options.report))
    documents = list(Briefs(detector, locale, policy).read(sys.stdin.buffer, jsonl=True))
    if not documents:
        raise InputError(reason="empty")
    runner = Runner(detector, locale, policy, max(1, options.at_once), options.seconds)
    results = Results(options.results)
    asked = questions(documents, contenders)

    async def ask() -> None:
        try:
            await _ask(runner, asked, results, locale)
        finally:
            await container.close(clients)

    try:
        asyncio.run(ask())
    finally:
        found = results.among(question.key for question in asked)
        if found:
            ranked = standings(found, nouns, votes)
            _print(ranked, found, locale, as_json=options.json)
            page = report(ranked, found, contenders, runner, locale)
            options.report.write_text(page, encoding="utf-8")
            sys.stderr.write(t(locale, "compare.written", file=str(options.report)) + "\n")
    return FAILED if all(result.fault for result in found) else 0


def _votes(settings: Settings) -> Counter[str]:
    """Return what people voted for in the conversations of this machine, if there were any."""
    if not (settings.database_url or (settings.data_dir / "promptgen.db").exists()):
        return Counter()
    with container.opened_store(settings, read_beside=True) as store:
        return Counter(store.votes())


def _is_writable(file: Path) -> bool:
    """Say whether a file can be written, before anybody is asked anything for it."""
    return os.access(file if file.exists() else file.parent, os.W_OK) and not file.is_dir()


async def _ask(runner: Runner, asked: Sequence[ComparisonTask], results: Results, locale: Locale) -> None:
    left = [question for question in asked if not results.has(*question.key)]
    console, before = Console(stderr=True), len(asked) - len(left)
    if before:
        console.print(t(locale, "compare.resumed", count=before), highlight=False)
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*shown, console=console, transient=True) as progress:
        task = progress.add_task("", total=len(asked), completed=before)

        def done(result: ContenderAnswer) -> None:
            progress.update(task, advance=1, description=result.contender)

        await runner.run(left, results, done)


def _print(
    ranked: Sequence[ParticipantFigures], found: Sequence[ContenderAnswer], locale: Locale, *, as_json: bool
) -> None:
    if as_json:
        sys.stdout.writelines(f"{dumped(_document(standing))}\n" for standing in ranked)
        return
    # A pipe has no width; the table is made to fit into 80 columns.
    console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
    console.print(terminal_table(ranked, locale))
    for line in verdict(ranked, found, locale):
        console.print(line, markup=False)


def _document(standing: ParticipantFigures) -> dict[str, object]:
    """Return a standing as JSON has it, which knows no number where nothing was answered."""
    figures = asdict(standing)
    return {name: None if isinstance(value, float) and isnan(value) else value for name, value in figures.items()}
