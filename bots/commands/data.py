"""`promptgen data`: a person's data, handed over or deleted."""

import csv
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from bots.commands.confirming import is_confirmed
from core.adapters.store.store import SqlStore
from core.conversation.texts import say
from core.errors import SettingsError
from core.locale import Locale
from core.ports import Store
from core.ports.figures import Figure

_DAY_S: Final = 86_400.0
_CHOICES: Final = ("choice", "intent", "detail", "result", "count")
_COLUMNS: Final = ("task_type", "variant", "locale", "by_model", "rating", "reason", "count")


def export(store: Store, person: str, platform: str, workspace: str | None) -> None:
    """Write all that is known of a person, real values included, as JSON."""
    document = store.export(person, platform, workspace)
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


@dataclass(frozen=True, slots=True)
class Whose:
    """A person of a platform, in one workspace or in all of them."""

    person: str
    platform: str
    workspace: str | None


def forget(store: Store, whose: Whose, locale: Locale, *, yes: bool) -> None:
    """Delete all that is known of a person, once that is confirmed on the terminal or by `--yes`.

    Raises:
        InputError: Nobody is there to confirm it.
    """
    if _agreed(locale, "data.forget_confirm", yes=yes, person=whose.person):
        with store.begin() as transaction:
            count = transaction.forget(whose.person, whose.platform, whose.workspace)
        sys.stderr.write(say(locale, "data.forgotten", count=count) + "\n")


def forget_keyless(store: SqlStore, locale: Locale, *, yes: bool) -> None:
    """Delete all that is known of those whose keys are gone, once that is confirmed.

    Raises:
        InputError: Nobody is there to confirm it.
        SettingsError: There is no key to the vault, so nobody can say whose keys are gone.
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
    sys.stderr.write(say(locale, "data.keyless_forgotten", count=len(people)) + "\n")


def feedback(store: Store, *, as_csv: bool, choices: bool = False) -> None:
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
        sys.stdout.write(json.dumps({"ratings": ratings, "choices": chosen}, ensure_ascii=False, indent=2) + "\n")


def purge(store: SqlStore, days: int, locale: Locale) -> None:
    """Delete conversations that nobody has touched for so many days, as far as time was seen to pass."""
    now, ahead_s = store.time_passed()
    if ahead_s:
        sys.stderr.write(say(locale, "doctor.clock_doubted", days=round(ahead_s / _DAY_S)) + "\n")
    sys.stderr.write(say(locale, "data.purged", count=store.purge(days, now)) + "\n")


def rotate(store: SqlStore, locale: Locale) -> None:
    """Seal the vault anew under the first key.

    Raises:
        SettingsError: There is no key to seal it with.
    """
    if not store.can_restore:
        raise SettingsError(names="PROMPTGEN_VAULT_KEY")
    sys.stderr.write(say(locale, "data.rotated", count=store.rotate_keys()) + "\n")


def _agreed(locale: Locale, question: str, *, yes: bool, **details: str | int) -> bool:
    agreed = is_confirmed(say(locale, question, **details), yes=yes)
    if not agreed:
        sys.stderr.write(say(locale, "data.not_forgotten") + "\n")
    return agreed


def _figure(figure: Figure, count: int) -> Mapping[str, str | bool | int]:
    return {
        "task_type": figure.task_type,
        "variant": str(figure.variant),
        "locale": str(figure.locale),
        "by_model": figure.by_model,
        "rating": str(figure.rating),
        "reason": str(figure.reason or ""),
        "count": count,
    }
