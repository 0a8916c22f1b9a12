"""The command `promptgen`: runs what was asked for, and says in one clear sentence when it fails.

Exit status: 0 done; 2 the input or the options are wrong; 3 a prompt below the minimum of `lint`; 1 anything else.
"""

# What a command needs is imported when it runs: `promptgen --help` must not wait for a language model to load.
# ruff: noqa: PLC0415

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from bots.commands.arguments import parsed
from bots.commands.exit_status import FAILED, refused, unexpected, unwritten
from bots.ops.core_dumps import forbid_cores
from bots.registry import BOTS
from core.errors import PromptgenError, SettingsError
from core.values.locale import Locale


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parsed(arguments)
    forbid_cores()
    locale = options.locale or Locale.of(os.environ.get("PROMPTGEN_LOCALE"), Locale.KO)
    return _status(lambda: _run(options, locale), locale)


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


def _run(options: argparse.Namespace, locale: Locale) -> int:
    """Run a platform's bot, or the command of the module in `bots.commands` that goes by its name."""
    from core.settings import read_settings

    try:
        settings = read_settings()
    except SettingsError as error:
        if options.command != "doctor":
            raise
        from bots.commands.doctor import run_without_settings

        return run_without_settings(options, error, locale)
    settings.locale = options.locale or settings.locale
    match options.command:
        case bot if bot in BOTS:
            from bots.commands.run_bot import run_bot

            return run_bot(bot, settings, lambda run: _status(run, settings.locale))
        case name:
            return int(import_module(f"bots.commands.{name}").run(options, settings))
