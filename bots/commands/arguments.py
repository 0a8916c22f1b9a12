"""The arguments that the command `promptgen` takes."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bots.ops.version import installed_version
from bots.registry import BOTS, PLATFORMS
from core.conversation.questions import Key
from core.model_jobs.time_limits import FOR_A_CONTENDER
from core.values.locale import Locale

_ASKED = {
    Key.BACKGROUND: "who you are",
    Key.FORM: "the form of the answer: list, prose, table, code, report, or in your words",
    Key.LENGTH: "its length: short, medium, long, or in your words",
    Key.LANGUAGE: "its language",
    Key.LEVEL: "how hard it may be: elementary, high school, university, expert, or in your words",
}


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was asked for: `command` names what is to be run, with its `action` where there are several.

    `help [COMMAND]` writes the help and ends the program; so does a call without arguments, with exit status 2.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    reader = parser()
    if not given:
        reader.print_help(sys.stderr)
        reader.exit(2)
    return reader.parse_args([*given[1:], "--help"] if given[0] == "help" else given)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="promptgen",
        description="Six short questions, and a finished prompt that gives nothing personal away.",
        epilog="`promptgen help COMMAND` says what a command takes.",
    )
    parser.add_argument("--version", action="version", version=f"promptgen {installed_version()}")
    parser.add_argument("--locale", type=Locale, choices=list(Locale), help="language of the interface (default: ko)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_chat(commands.add_parser("chat", help="hold the interview on this terminal"))
    commands.add_parser("rehearse", help="rehearse a conversation on this terminal")
    for bot in BOTS:
        commands.add_parser(bot, help=f"run the {bot.title()} bot")
    mask = commands.add_parser("mask", help="mask text")
    _add_files(mask)
    mask.add_argument(
        "--jsonl", action="store_true", help='each line is {"text": …}; answers with masked text and spans'
    )
    mask.add_argument(
        "--explain",
        action="store_true",
        help="say of each item which rule found it, and of each near miss why it stays",
    )
    restore = commands.add_parser("restore", help="put the real values of the last interview here into an AI's answer")
    _add_file(restore)
    compose = commands.add_parser("compose", help="compose the prompt for answers (JSON)")
    _add_files(compose)
    compose.add_argument("--compact", action="store_true", help="a short prompt")
    compose.add_argument("--jsonl", action="store_true", help="each line is one document")
    compose.add_argument(
        "--model",
        nargs="?",
        const="substance",
        choices=("substance", "whole"),
        help="let the configured endpoint bring substance, or write the whole prompt",
    )
    _add_compare(
        commands.add_parser("compare", help="have models answer the briefs (JSONL) on standard input, and compare them")
    )
    lint = commands.add_parser("lint", help="score a prompt, with reasons and fixes")
    _add_files(lint)
    lint.add_argument("--json", action="store_true", help="a line of JSON for each prompt")
    lint.add_argument("--min", type=int, default=0, metavar="POINTS", help="exit with 3 below so many points of 100")
    intents = commands.add_parser("intents", help="look into how requests are understood")
    explain = intents.add_subparsers(required=True, metavar="ACTION").add_parser(
        "explain", help="what a request is recognised as, and why"
    )
    explain.add_argument("text", help="the request, as it would be typed")
    _add_library(commands.add_parser("library", help="find, show, export and import the prompts that are kept here"))
    doctor = commands.add_parser("doctor", help="look at the set-up and say how to fix it")
    doctor.add_argument("--json", action="store_true", help="a line of JSON for each finding")
    doctor.add_argument(
        "--try", dest="tries", action="store_true", help="hold one interview with invented answers, too"
    )
    _add_backup(commands.add_parser("backup", help="back up the database while the bot goes on; check and restore it"))
    completion = commands.add_parser("completion", help="write the completion of a shell, to be read by its start file")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    _add_data(commands.add_parser("data", help="hand over or delete what is stored of a person"))
    return parser


class _Answers(argparse.Action):
    """Collects answers by the question that they are to."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse's signature
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,  # noqa: ARG002 - the same
    ) -> None:
        if values is not None:
            namespace.answers = {**namespace.answers, Key(self.dest): str(values)}


def _add_chat(chat: argparse.ArgumentParser) -> None:
    chat.add_argument("purpose", nargs="?", action=_Answers, metavar="REQUEST", help="what the AI is to do")
    for key, about in _ASKED.items():
        chat.add_argument(f"--{key}", action=_Answers, default=argparse.SUPPRESS, metavar="ANSWER", help=about)
    chat.add_argument(
        "--reference",
        action="append",
        default=[],
        metavar="FILE",
        help="a file to refer to; may be given several times",
    )
    chat.set_defaults(answers={})


def _add_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files to read; default: standard input")


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", nargs="?", type=Path, default=Path("-"), metavar="FILE", help="file to read; default: standard input"
    )


def _add_compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument(
        "--arms",
        default="raw,short,detailed",
        metavar="NAMES",
        help="raw, short, detailed, substance, whole, endpoints, or both as short@gpu (default: %(default)s)",
    )
    compare.add_argument(
        "--results", type=Path, default=Path("compare.jsonl"), help="kept answers; a later run goes on from it"
    )
    compare.add_argument("--report", type=Path, default=Path("compare.html"), help="the page with the plots")
    compare.add_argument("--json", action="store_true", help="a line of JSON for each instead of the table")
    compare.add_argument("--at-once", type=int, default=2, metavar="N", help="how many questions are asked at once")
    compare.add_argument("--seconds", type=float, default=FOR_A_CONTENDER, help="how long an answer may take")


def _add_library(library: argparse.ArgumentParser) -> None:
    actions = library.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="list all kept prompts")
    listed.set_defaults(query=[])
    search = actions.add_parser("search", help="list those in which words, #tags or initial consonants are found")
    search.add_argument("query", nargs="+")
    for each in (listed, search):
        each.add_argument("--json", action="store_true", help="a line of JSON for each")
    actions.add_parser("show", help="write one prompt").add_argument("number", type=int)
    export = actions.add_parser("export", help="write all kept prompts")
    export.add_argument("--format", default="json", choices=("json", "markdown"))
    taken = actions.add_parser("import", help="keep the prompts of an exported file")
    _add_file(taken)


def _add_backup(backup: argparse.ArgumentParser) -> None:
    backup.add_argument("file", type=Path, metavar="FILE", help="the backup; a folder gets one named after the time")
    instead = backup.add_mutually_exclusive_group()
    instead.add_argument("--verify", action="store_true", help="read a backup, and say what it holds")
    instead.add_argument("--restore", action="store_true", help="put a backup in the place of the database")
    backup.add_argument("--keep", type=int, metavar="N", help="delete all but the newest N backups in the folder")
    backup.add_argument("--with-key", action="store_true", help="copy the vault's key beside it, too")
    backup.add_argument(
        "--keys", type=Path, metavar="FILE", help="where people's keys go or are; default: promptgen.keys beside it"
    )
    backup.add_argument(
        "--empty-keys", action="store_true", help="replace them though the database holds none any more"
    )
    backup.add_argument("--yes", action="store_true", help="restore without asking")


def _add_data(data: argparse.ArgumentParser) -> None:
    actions = data.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, what in (("export", "write all that is known of a person as JSON"), ("forget", "delete it")):
        action = actions.add_parser(name, help=what)
        action.add_argument("--platform", default="terminal", choices=PLATFORMS)
        action.add_argument("--person", default="local", help="the platform's id of the person")
        action.add_argument("--workspace", help="only this workspace or server")
        if name == "forget":
            action.add_argument("--yes", action="store_true", help="do not ask")
            action.add_argument(
                "--keyless", action="store_true", help="instead: everybody whose key is gone, after a restore"
            )
    feedback = actions.add_parser("feedback", help="write how prompts were rated and what people kept, as figures")
    feedback.add_argument("--csv", action="store_true", help="as CSV instead of JSON")
    feedback.add_argument("--choices", action="store_true", help="with --csv: what people kept, not how they rated")
    pairs = actions.add_parser("pairs", help="write the masked prompts of those who agreed as training examples")
    pairs.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the files and their card go")
    pairs.add_argument("--preference", action="store_true", help="pairs of a better and a worse prompt instead")
    pairs.add_argument("--min-score", type=int, default=0, metavar="POINTS", help="how well it must fit its brief")
    pairs.add_argument("--held-out", type=_share, default=0.1, metavar="SHARE", help="people kept for tests (0.1)")
    actions.add_parser("rotate", help="seal the vault under the first of the keys now")
    actions.add_parser("purge", help="delete conversations older than PROMPTGEN_RETENTION_DAYS")


def _share(written: str) -> float:
    share = float(written)
    if not 0 <= share < 1:
        raise ValueError
    return share
