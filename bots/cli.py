"""The commands: their options, their exit status, and one clear sentence when they fail.

Exit status: 0 done; 2 the input or the options are wrong; 3 a prompt below the minimum of `lint`; 1 anything else.
"""

# What a command needs is imported when it runs: `promptgen --help` must not wait for a language model to load.
# ruff: noqa: PLC0415

import argparse
import asyncio
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import InputError, PersonError, PromptgenError, SettingsError
from core.locale import Locale

if TYPE_CHECKING:
    from core.settings import Settings

_WRONG_INPUT: Final = 2
_FAILED: Final = 1
_BELOW_MINIMUM: Final = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    locale = options.locale or Locale.of(os.environ.get("PROMPTGEN_LOCALE"), Locale.KO)
    try:
        return _run(options)
    except BrokenPipeError:
        # Whoever read our output has left; Python would complain once more when it closes it.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except KeyboardInterrupt:
        return _FAILED
    except PromptgenError as error:
        sys.stderr.write(f"promptgen: {_sentence(error, locale)}\n")
        return _WRONG_INPUT if isinstance(error, (PersonError, SettingsError)) else _FAILED
    except Exception as error:  # noqa: BLE001 - a traceback may hold what a person wrote; its kind and place do not
        from bots.log import place_of

        sys.stderr.write(
            f"promptgen: {_sentence(PromptgenError(), locale)} ({type(error).__name__}, {place_of(error)})\n"
        )
        return _FAILED


def _run(options: argparse.Namespace) -> int:
    from core.settings import read_settings

    settings = read_settings()
    if options.locale:
        settings.locale = options.locale
    command: Callable[[argparse.Namespace, Settings], int] = options.run
    return command(options, settings)


def _sentence(error: PromptgenError, locale: Locale) -> str:
    from bots.relay import sentence_of
    from core.conversation.texts import say

    details = dict(error.details)
    if isinstance(error, InputError):
        reason = say(locale, f"reason.{details['reason']}", **details)
        return (
            say(locale, "error.input_unreadable", line=details["line"], reason=reason) if "line" in details else reason
        )
    sentence = sentence_of(error)
    return say(locale, sentence.text, **sentence.details)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="promptgen", description="Six short questions, and a finished prompt that gives nothing personal away."
    )
    parser.add_argument("--locale", type=Locale, choices=list(Locale), help="language of the interface (default: ko)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("chat", help="hold the interview on this terminal").set_defaults(run=_chat)
    commands.add_parser("rehearse", help="rehearse a conversation on this terminal").set_defaults(run=_rehearse)
    commands.add_parser("slack", help="run the Slack bot").set_defaults(run=_slack)
    commands.add_parser("discord", help="run the Discord bot").set_defaults(run=_discord)
    mask = commands.add_parser("mask", help="mask the text on standard input")
    mask.add_argument(
        "--jsonl", action="store_true", help='each line is {"text": …}; answers with masked text and spans'
    )
    mask.set_defaults(run=_mask)
    restore = commands.add_parser(
        "restore", help="put the real values of the last interview here into the text on standard input"
    )
    restore.set_defaults(run=_restore)
    compose = commands.add_parser("compose", help="compose the prompt for the answers (JSON) on standard input")
    compose.add_argument("--jsonl", action="store_true", help="each line is one document")
    compose.set_defaults(run=_compose)
    _add_compare(
        commands.add_parser("compare", help="have models answer the briefs (JSONL) on standard input, and compare them")
    )
    lint = commands.add_parser("lint", help="score the prompt on standard input, with reasons and mends")
    lint.add_argument("--min", type=int, default=0, metavar="POINTS", help="exit with 3 below so many points of 100")
    lint.set_defaults(run=_lint)
    _add_library(commands.add_parser("library", help="find, show, export and import the prompts that are kept here"))
    commands.add_parser("doctor", help="look at the set-up and say how to mend it").set_defaults(run=_doctor)
    _add_data(commands.add_parser("data", help="hand over or delete what is stored of a person"))
    return parser


def _add_compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument(
        "--arms",
        default="raw,short,detailed",
        metavar="NAMES",
        help="what to compare: raw, short, detailed, names of endpoints, or both as short@gpu (default: %(default)s)",
    )
    compare.add_argument(
        "--results", type=Path, default=Path("compare.jsonl"), help="kept answers; a later run goes on from it"
    )
    compare.add_argument("--report", type=Path, default=Path("compare.html"), help="the page with the plots")
    compare.add_argument("--at-once", type=int, default=2, metavar="N", help="how many questions are asked at once")
    compare.add_argument("--seconds", type=float, default=180, help="how long an answer may take")
    compare.set_defaults(run=_compare)


def _add_library(library: argparse.ArgumentParser) -> None:
    actions = library.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="list all kept prompts").set_defaults(run=_library, action="search", query=[])
    search = actions.add_parser("search", help="list those in which words, #tags or initial consonants are found")
    search.add_argument("query", nargs="+")
    search.set_defaults(run=_library, action="search")
    show = actions.add_parser("show", help="write one prompt")
    show.add_argument("number", type=int)
    show.set_defaults(run=_library, action="show")
    export = actions.add_parser("export", help="write all kept prompts")
    export.add_argument("--format", default="json", choices=("json", "markdown"))
    export.set_defaults(run=_library, action="export")
    actions.add_parser("import", help="keep the prompts of an exported file on standard input").set_defaults(
        run=_library, action="import"
    )


def _add_data(data: argparse.ArgumentParser) -> None:
    actions = data.add_subparsers(required=True, metavar="ACTION")
    for name, what in (("export", "write all that is known of a person as JSON"), ("forget", "delete it")):
        action = actions.add_parser(name, help=what)
        action.add_argument("--platform", default="terminal", choices=("terminal", "slack", "discord"))
        action.add_argument("--person", default="local", help="the platform's id of the person")
        action.add_argument("--workspace", help="only this workspace or server")
        action.set_defaults(run=_data, action=name)
    feedback = actions.add_parser("feedback", help="write how often what kind of prompt was rated how, as figures")
    feedback.add_argument("--csv", action="store_true", help="as CSV instead of JSON")
    feedback.set_defaults(run=_data, action="feedback")
    pairs = actions.add_parser("pairs", help="write the masked prompts of those who agreed as examples to learn from")
    pairs.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the files and their card go")
    pairs.add_argument("--preference", action="store_true", help="pairs of a better and a worse prompt instead")
    pairs.add_argument("--min-score", type=int, default=0, metavar="POINTS", help="lint score that a prompt must have")
    pairs.add_argument("--held-out", type=_share, default=0.1, metavar="SHARE", help="people kept for tests (0.1)")
    pairs.set_defaults(run=_pairs)
    purge = actions.add_parser("purge", help="delete conversations older than PROMPTGEN_RETENTION_DAYS")
    purge.set_defaults(run=_data, action="purge")


def _chat(_options: argparse.Namespace, settings: "Settings") -> int:
    from rich.console import Console

    from bots.relay import Relay
    from bots.terminal.app import converse, follow
    from bots.terminal.outbox import TerminalOutbox
    from bots.terminal.render import Render
    from bots.wiring import assembled

    by_hand = sys.stdin.isatty()
    outbox = TerminalOutbox(Console(stderr=not by_hand), Render(settings.locale, settings.retention_days))
    with assembled(settings, limited=False) as parts:
        parts.store.purge(settings.retention_days)
        if not by_hand:
            parts.detector.ready()  # nobody is there to read that masking cannot start: end with it
        relay = Relay("terminal", parts.chat, parts.generation, outbox)
        talk = (
            converse(relay, outbox, settings.locale)
            if by_hand
            else follow(relay, outbox, settings.locale, sys.stdin.buffer)
        )
        asyncio.run(talk)
    return 0


def _rehearse(_options: argparse.Namespace, settings: "Settings") -> int:
    from rich.console import Console

    from bots.relay import Relay
    from bots.terminal.app import converse, talk
    from bots.terminal.outbox import TerminalOutbox
    from bots.terminal.render import Render
    from bots.wiring import assembled
    from core.conversation.events import RehearsalRequested
    from core.incoming import Pressed

    outbox = TerminalOutbox(Console(), Render(settings.locale, settings.retention_days))
    with assembled(settings) as parts:
        parts.store.purge(settings.retention_days)
        relay = Relay("terminal", parts.chat, parts.generation, outbox)
        begin = Pressed(RehearsalRequested())
        asyncio.run(
            converse(relay, outbox, settings.locale, begin)
            if sys.stdin.isatty()
            else talk(relay, outbox, settings.locale, sys.stdin.buffer)
        )
    return 0


def _slack(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.slack.app import run

    return run(settings)


def _discord(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.discord.app import run

    return run(settings)


def _mask(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.mask import mask_documents, mask_text
    from bots.wiring import load_detector
    from core.privacy.policy import Policy

    run = mask_documents if options.jsonl else mask_text
    run(load_detector(settings), settings.locale, Policy.parse(settings.mask_policy))
    return 0


def _compose(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.briefs import Briefs
    from bots.commands.compose import ComposeCommand
    from bots.wiring import load_detector
    from core.privacy.policy import Policy

    briefs = Briefs(load_detector(settings), settings.locale, Policy.parse(settings.mask_policy))
    ComposeCommand(briefs, settings.locale).run(jsonl=options.jsonl)
    return 0


def _compare(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.briefs import Briefs
    from bots.commands.compare import CompareCommand, Files
    from bots.commands.comparing.contenders import read_contenders
    from bots.commands.comparing.runner import Pace, Runner
    from bots.wiring import assistants, close, connect_endpoints, load_detector, load_nouns
    from core.privacy.policy import Policy

    clients = connect_endpoints(settings)
    answering = assistants(clients)
    if not answering:
        raise InputError(reason="endpoints")
    contenders = read_contenders(options.arms, answering)
    detector, policy = load_detector(settings), Policy.parse(settings.mask_policy)
    pace = Pace(max(1, options.at_once), options.seconds)
    runner = Runner(detector, settings.locale, policy, pace, lambda: close(clients))
    command = CompareCommand(Briefs(detector, settings.locale, policy), runner, load_nouns(), settings.locale)
    command.run(contenders, Files(options.results, options.report), _votes(settings))
    return 0


def _votes(settings: "Settings") -> Counter[str]:
    """Return what people voted for in the conversations of this machine, if there were any."""
    from bots.wiring import opened_store

    if not (settings.database_url or (settings.data_dir / "promptgen.db").exists()):
        return Counter()
    with opened_store(settings, visiting=True) as store:
        return Counter(store.votes())


def _restore(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.restore import restore_text
    from bots.wiring import opened_store

    with opened_store(settings, visiting=True) as store:
        restore_text(store, settings.locale)
    return 0


def _lint(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.lint import lint

    return 0 if lint(settings.locale, options.min) else _BELOW_MINIMUM


def _library(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.library import LibraryCommand
    from bots.commands.lines import text
    from bots.terminal.inbound import PERSON, place
    from bots.wiring import load_detector, opened_store
    from core.privacy.policy import Policy

    with opened_store(settings, visiting=True) as store:
        command = LibraryCommand(store, PERSON, place("terminal"), settings.locale)
        match options.action:
            case "search":
                command.search(" ".join(options.query))
            case "show":
                command.show(options.number)
            case "export":
                command.export(options.format)
            case _:
                command.take(
                    "".join(text(sys.stdin.buffer, sys.maxsize)),
                    load_detector(settings),
                    Policy.parse(settings.mask_policy),
                )
    return 0


def _data(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands import data
    from bots.wiring import opened_store

    with opened_store(settings, visiting=True) as store:
        match options.action:
            case "export":
                data.export(store, options.person, options.platform, options.workspace)
            case "forget":
                data.forget(store, options.person, options.platform, options.workspace, settings.locale)
            case "feedback":
                data.feedback(store, as_csv=options.csv)
            case _:
                data.purge(store, settings.retention_days, settings.locale)
    return 0


def _pairs(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.pairs import write_pairs
    from bots.wiring import load_detector, opened_store
    from core.collection import Collection, Wanted
    from core.conversation.texts import say

    wanted = Wanted(options.min_score, options.held_out)
    with opened_store(settings, visiting=True) as store:
        made = write_pairs(
            Collection(store, load_detector(settings), wanted), options.out, preference=options.preference
        )
    sentence = say(settings.locale, "data.pairs", train=made.train, test=made.test, left=sum(made.left.values()))
    sys.stderr.write(sentence + "\n")
    return 0 if made.train + made.test else _FAILED


def _share(written: str) -> float:
    share = float(written)
    if not 0 <= share < 1:
        raise ValueError
    return share


def _doctor(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.doctor import report

    return 0 if report(settings) else _FAILED
