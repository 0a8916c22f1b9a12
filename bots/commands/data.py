"""`promptgen data`: a person's data, handed over or deleted."""

import argparse
import csv
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from bots.commands.confirmation import is_confirmed
from bots.container import opened_store
from core.adapters.store.store import SqlStore
from core.conversation.texts import t
from core.errors import SettingsError
from core.ports import Store
from core.ports.counters import RatingCount
from core.settings import Settings
from core.values.locale import Locale

_DAY_S: Final = 86_400.0
_CHOICES: Final = ("choice", "intent", "detail", "result", "count")
_COLUMNS: Final = ("task_type", "variant", "locale", "by_model", "rating", "reason", "count")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what was asked for with what is stored.

    Raises:
        InputError: Nobody is there to confirm that something is deleted.
        SettingsError: There is no key to the vault, which this needs.
    """
    locale = settings.locale
    with opened_store(settings, read_beside=True) as store:
        match options.action:
            case "export":
                _write(store.export(options.person, options.platform, options.workspace))
            case "forget" if options.keyless:
                forget_keyless(store, locale, yes=options.yes)
            case "forget":
                forget(store, (options.person, options.platform, options.workspace), locale, yes=options.yes)
            case "rotate":
                _rotate(store, locale)
            case "feedback":
                _feedback(store, as_csv=options.csv, choices=options.choices)
            case "pairs":
                # What only this action needs goes with its feature.
                from bots.commands import pairs  # noqa: PLC0415

                return pairs.run(store, options, settings)
            case _:
                purge(store, settings.retention_days, locale)
    return 0


def forget(store: Store, whose: tuple[str, str, str | None], locale: Locale, *, yes: bool) -> None:
    """Delete all that is known of a person of a platform, in one workspace or in all, once that is confirmed."""
    if _agreed(locale, "data.forget_confirm", yes=yes, person=whose[0]):
        with store.begin() as transaction:
            count = transaction.forget(*whose)
        sys.stderr.write(t(locale, "data.forgotten", count=count) + "\n")


def forget_keyless(store: SqlStore, locale: Locale, *, yes: bool) -> None:
    """Delete all that is known of those whose keys are gone, once that is confirmed.

    Without a key to the vault nobody can say whose keys are gone.
    """
    if not store.can_restore:
        raise SettingsError(names="PROMPTGEN_VAULT_KEY")
    store.rotate_keys()  # of whom a process of an older version wrote is given a key by it
    people, total = store.keyless()
    if people and not _agreed(locale, "data.keyless_confirm", yes=yes, count=len(people), total=total):
        return
    for platform, workspace, person in set(people).intersection(store.keyless()[0]):  # nobody who began meanwhile
        with store.begin() as transaction:
            transaction.forget(person, platform, workspace)
    sys.stderr.write(t(locale, "data.keyless_forgotten", count=len(people)) + "\n")


def _feedback(store: Store, *, as_csv: bool, choices: bool) -> None:
    """Write how often what kind of prompt was rated how, and what people kept: figures, nothing of a person or text.

    As CSV it is one table: the ratings, or the choices.
    """
    ratings = [_figure(figure, count) for figure, count in store.figures()]
    chosen = [{**asdict(outcome), "count": count} for outcome, count in store.outcomes()]
    if as_csv:
        writer = csv.DictWriter(sys.stdout, _CHOICES if choices else _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(chosen if choices else ratings)
    else:
        _write({"ratings": ratings, "choices": chosen})


def _write(document: object) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def purge(store: SqlStore, days: int, locale: Locale) -> None:
    """Delete conversations that nobody has touched for so many days, as far as time was seen to pass."""
    now, ahead_s = store.time_passed()
    if ahead_s:
        sys.stderr.write(t(locale, "doctor.clock_doubted", days=round(ahead_s / _DAY_S)) + "\n")
    sys.stderr.write(t(locale, "data.purged", count=store.purge(days, now)) + "\n")


def _rotate(store: SqlStore, locale: Locale) -> None:
    if not store.can_restore:
        raise SettingsError(names="PROMPTGEN_VAULT_KEY")
    sys.stderr.write(t(locale, "data.rotated", count=store.rotate_keys()) + "\n")


def _agreed(locale: Locale, question: str, *, yes: bool, **details: str | int) -> bool:
    agreed = is_confirmed(t(locale, question, **details), yes=yes)
    if not agreed:
        sys.stderr.write(t(locale, "data.not_forgotten") + "\n")
    return agreed


def _figure(figure: RatingCount, count: int) -> Mapping[str, str | bool | int]:
    row = asdict(figure) | {"reason": figure.reason or "", "count": count}
    return {name: row[name] for name in _COLUMNS}
