"""The commands: what each runs, its exit status, and one clear sentence when it fails.

Exit status: 0 done; 2 the input or the options are wrong; 3 a prompt below the minimum of `lint`; 1 anything else.
"""

# What a command needs is imported when it runs: `promptgen --help` must not wait for a language model to load.
# ruff: noqa: PLC0415

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bots.commands.arguments import parsed
from bots.commands.failing import FAILED, refused, unexpected, unwritten
from bots.ops.core_dumps import forbid_cores
from core.errors import InputError, PromptgenError
from core.locale import Locale

if TYPE_CHECKING:
    from core.settings import Settings

_BELOW_MINIMUM: Final = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parsed(arguments)
    forbid_cores()
    locale = options.locale or Locale.of(os.environ.get("PROMPTGEN_LOCALE"), Locale.KO)
    return _status(lambda: _run(options), locale)


def _status(run: Callable[[], int], locale: Locale) -> int:
    """Return what a command returns, or the status of what went wrong with it, which is said in one sentence."""
    try:
        status = run()
        sys.stdout.flush()  # here, where a full disk can still be told
    except KeyboardInterrupt:
        return FAILED
    except PromptgenError as error:
        return refused(error, locale)
    except OSError as error:
        return unwritten(error, locale)
    except Exception as error:  # noqa: BLE001 - a traceback may hold what a person wrote; its kind and place do not
        return unexpected(error, locale)
    return status


def _run(options: argparse.Namespace) -> int:
    from core.settings import read_settings

    settings = read_settings()
    if options.locale:
        settings.locale = options.locale
    return _COMMANDS[options.command](options, settings)


def _chat(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.chat import chat

    return 0 if chat(settings, options.answers, options.reference) else FAILED


def _rehearse(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.rehearse import rehearse

    return 0 if rehearse(settings) else FAILED


def _slack(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.processes import run_bot
    from bots.slack.app import run

    return run_bot(settings, run, lambda own, _: own, lambda run: _status(run, settings.locale))


def _discord(_options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.processes import run_bot
    from bots.discord.app import run, with_share

    return run_bot(settings, run, with_share, lambda run: _status(run, settings.locale))


def _mask(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.mask import mask_documents, mask_texts
    from bots.container import load_detector, load_explainer, load_policy

    run = mask_documents if options.jsonl else mask_texts
    explainer = load_explainer(settings) if options.explain else None
    detector = explainer or load_detector(settings)
    run(options.files, detector, settings.locale, load_policy(settings), explainer)
    return 0


def _compose(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.briefs import Briefs
    from bots.commands.compose import ComposeCommand
    from bots.container import advisors, close, connect_endpoints, load_detector, load_policy
    from core.choices import Variant
    from core.prompting.model.mode import Mode

    clients = connect_endpoints(settings) if options.model else {}
    if options.model and not clients:
        raise InputError(reason="endpoints")
    detector = load_detector(settings)
    briefs = Briefs(detector, settings.locale, load_policy(settings))
    advising = advisors(clients, detector, Mode(options.model)) if clients else {}
    advisor = next(iter(advising.values()), None)
    command = ComposeCommand(briefs, settings.locale, advisor, lambda: close(clients))
    command.run(options.files, jsonl=options.jsonl, variant=Variant.COMPACT if options.compact else Variant.FULL)
    return 0


def _compare(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.briefs import Briefs
    from bots.commands.compare import CompareCommand, Files
    from bots.commands.comparing.contenders import read_contenders
    from bots.commands.comparing.runner import Pace, Runner
    from bots.container import advisors, assistants, close, connect_endpoints, load_detector, load_nouns, load_policy
    from core.features.comparison.arms import Arm
    from core.prompting.model.mode import Mode

    clients = connect_endpoints(settings)
    answering = assistants(clients)
    if not answering:
        raise InputError(reason="endpoints")
    detector, policy = load_detector(settings), load_policy(settings)
    modes = {Arm.SUBSTANCE: Mode.SUBSTANCE, Arm.WHOLE: Mode.WHOLE}
    advising = {arm: advisors(clients, detector, mode) for arm, mode in modes.items()}
    contenders = read_contenders(options.arms, answering, advising)
    pace = Pace(max(1, options.at_once), options.seconds)
    runner = Runner(detector, settings.locale, policy, pace, lambda: close(clients))
    command = CompareCommand(Briefs(detector, settings.locale, policy), runner, load_nouns(), settings.locale)
    answered = command.run(contenders, Files(options.results, options.report, options.json), _votes(settings))
    return 0 if answered else FAILED


def _votes(settings: "Settings") -> Counter[str]:
    """Return what people voted for in the conversations of this machine, if there were any."""
    from bots.container import opened_store

    if not (settings.database_url or (settings.data_dir / "promptgen.db").exists()):
        return Counter()
    with opened_store(settings, read_beside=True) as store:
        return Counter(store.votes())


def _restore(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.restore import restore_text
    from bots.container import opened_store

    with opened_store(settings, read_beside=True) as store:
        restore_text(store, settings.locale, options.file)
    return 0


def _lint(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.lint import lint

    return 0 if lint(options.files, settings.locale, options.min, as_json=options.json) else _BELOW_MINIMUM


def _intents(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.intents import IntentsCommand
    from bots.container import load_detector, load_policy

    policy = load_policy(settings)
    IntentsCommand(load_detector(settings), settings.locale, policy).explain(options.text)
    return 0


def _library(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.library import LibraryCommand
    from bots.commands.lines import text
    from bots.commands.sources import opened
    from bots.container import load_detector, load_policy, opened_store
    from bots.terminal.inbound import PERSON, place

    with opened_store(settings, read_beside=True) as store:
        command = LibraryCommand(store, PERSON, place("terminal"), settings.locale)
        match options.action:
            case "list" | "search":
                command.search(" ".join(options.query), as_json=options.json)
            case "show":
                command.show(options.number)
            case "export":
                command.export(options.format)
            case _:
                with opened(options.file) as stream:
                    exported = "".join(text(stream, sys.maxsize))
                    command.take(exported, load_detector(settings), load_policy(settings))
    return 0


def _data(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands import data
    from bots.container import opened_store

    if options.action == "pairs":
        return _pairs(options, settings)
    with opened_store(settings, read_beside=True) as store:
        match options.action:
            case "export":
                data.export(store, options.person, options.platform, options.workspace)
            case "forget" if options.keyless:
                data.forget_keyless(store, settings.locale, yes=options.yes)
            case "forget":
                data.forget(
                    store,
                    data.Whose(options.person, options.platform, options.workspace),
                    settings.locale,
                    yes=options.yes,
                )
            case "rotate":
                data.rotate(store, settings.locale)
            case "feedback":
                data.feedback(store, as_csv=options.csv, choices=options.choices)
            case _:
                data.purge(store, settings.retention_days, settings.locale)
    return 0


def _backup(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.backup import BackupCommand

    command = BackupCommand(settings, options.keys)
    if options.restore:
        command.restore(options.file, yes=options.yes)
    elif options.verify:
        command.verify(options.file)
    else:
        command.make(options.file, keep=options.keep, with_key=options.with_key, may_empty=options.empty_keys)
    return 0


def _pairs(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.pairs import write_pairs
    from bots.container import load_detector, opened_store
    from core.conversation.texts import say
    from core.features.training_data.training_export import Filter, TrainingExport

    wanted = Filter(options.min_score, options.held_out)
    with opened_store(settings, read_beside=True) as store:
        made = write_pairs(
            TrainingExport(store, load_detector(settings), wanted), options.out, preference=options.preference
        )
    sentence = say(settings.locale, "data.pairs", train=made.train, test=made.test, left=sum(made.left.values()))
    sys.stderr.write(sentence + "\n")
    return 0 if made.train + made.test else FAILED


def _completion(options: argparse.Namespace, _settings: "Settings") -> int:
    from bots.commands.completion import write_completion

    write_completion(options.shell)
    return 0


def _doctor(options: argparse.Namespace, settings: "Settings") -> int:
    from bots.commands.doctor import report

    return 0 if report(settings, as_json=options.json, tries=options.tries) else FAILED


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace, "Settings"], int]]] = MappingProxyType(
    {
        "chat": _chat,
        "rehearse": _rehearse,
        "slack": _slack,
        "discord": _discord,
        "mask": _mask,
        "compose": _compose,
        "compare": _compare,
        "completion": _completion,
        "restore": _restore,
        "lint": _lint,
        "intents": _intents,
        "library": _library,
        "data": _data,
        "backup": _backup,
        "doctor": _doctor,
    }
)
