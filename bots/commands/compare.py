"""`promptgen compare`: briefs in, each answered by each contender; a table and a report out."""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import isnan
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bots.commands.briefs import Briefs
from bots.commands.comparing.contenders import Contender
from bots.commands.comparing.report import Conditions, report
from bots.commands.comparing.results import ContenderAnswer, Results
from bots.commands.comparing.runner import Question, Runner, questions
from bots.commands.comparing.standing import Nouns, Standing, standings
from bots.commands.comparing.table import terminal_table
from bots.commands.comparing.verdict import verdict
from bots.commands.lines import dumped
from bots.ops.version import installed_version
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale


def _is_writable(file: Path) -> bool:
    """Say whether a file can be written, before anybody is asked anything for it."""
    return os.access(file if file.exists() else file.parent, os.W_OK) and not file.is_dir()


@dataclass(frozen=True, slots=True)
class Files:
    """Where the results are kept, and the report is written; what is printed is a table, or a line of JSON for each."""

    results: Path
    report: Path
    as_json: bool = False


class CompareCommand:
    """Compares contenders over the briefs on standard input; what an earlier run has asked is not asked again."""

    def __init__(self, briefs: Briefs, runner: Runner, nouns: Nouns, locale: Locale) -> None:
        self._briefs = briefs
        self._runner = runner
        self._nouns = nouns
        self._locale = locale

    def run(self, contenders: Sequence[Contender], files: Files, votes: Counter[str]) -> bool:
        """Ask what is still to be asked, print the table, and write the report; say whether anything was answered.

        Raises:
            InputError: A line cannot be read, or the report cannot be written where it should; nothing was asked.
            ItemRefused: The policy lets no such item in.
        """
        if not _is_writable(files.report):
            raise InputError(reason="report", path=str(files.report))
        documents = list(self._briefs.read(sys.stdin.buffer, jsonl=True))
        if not documents:
            raise InputError(reason="empty")
        results = Results(files.results)
        asked = questions(documents, contenders)
        try:
            self._ask([question for question in asked if not results.has(*question.key)], results, len(asked))
        finally:
            found = results.among(question.key for question in asked)
            if found:
                self._tell(standings(found, self._nouns, votes), found, contenders, files)
        return any(not result.fault for result in found)

    def _ask(self, asked: Sequence[Question], results: Results, total: int) -> None:
        console = Console(stderr=True)
        if len(asked) < total:
            console.print(say(self._locale, "compare.resumed", count=total - len(asked)), highlight=False)
        shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*shown, console=console, transient=True) as progress:
            task = progress.add_task("", total=total, completed=total - len(asked))

            def done(result: ContenderAnswer) -> None:
                progress.update(task, advance=1, description=result.contender)

            asyncio.run(self._runner.run(asked, results, done))

    def _tell(
        self,
        ranked: Sequence[Standing],
        found: Sequence[ContenderAnswer],
        contenders: Sequence[Contender],
        files: Files,
    ) -> None:
        if files.as_json:
            sys.stdout.writelines(f"{dumped(_document(standing))}\n" for standing in ranked)
        else:
            console = Console(width=None if sys.stdout.isatty() else 80, highlight=False)
            console.print(terminal_table(ranked, self._locale))
            for line in verdict(ranked, found, self._locale):
                console.print(line, markup=False)
        pace = self._runner.pace
        made = Conditions(contenders, pace.at_once, pace.seconds, installed_version())
        files.report.write_text(report(ranked, found, made, self._locale), encoding="utf-8")
        sys.stderr.write(say(self._locale, "compare.written", file=str(files.report)) + "\n")


def _document(standing: Standing) -> dict[str, object]:
    """Return a standing as JSON has it, which knows no number where nothing was answered."""
    figures = asdict(standing)
    return {name: None if isinstance(value, float) and isnan(value) else value for name, value in figures.items()}
