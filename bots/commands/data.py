"""`promptgen data`: a person's data, handed over or deleted."""

import csv
import json
import sys
from collections.abc import Mapping
from typing import Final

from core.conversation.figures import Figure
from core.conversation.texts import say
from core.locale import Locale
from core.ports import Store

_COLUMNS: Final = ("task_type", "variant", "locale", "by_model", "rating", "reason", "count")


def export(store: Store, person: str, platform: str, workspace: str | None) -> None:
    """Write all that is known of a person, real values included, as JSON."""
    document = store.export(person, platform, workspace)
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def forget(store: Store, person: str, platform: str, workspace: str | None, locale: Locale) -> None:
    """Delete all that is known of a person."""
    with store.begin() as transaction:
        count = transaction.forget(person, platform, workspace)
    sys.stderr.write(say(locale, "data.forgotten", count=count) + "\n")


def feedback(store: Store, *, as_csv: bool) -> None:
    """Write how often what kind of prompt was rated how: figures, and nothing of any person or text."""
    rows = [_figure(figure, count) for figure, count in store.figures()]
    if as_csv:
        writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def purge(store: Store, days: int, locale: Locale) -> None:
    """Delete conversations that nobody has touched for so many days."""
    sys.stderr.write(say(locale, "data.purged", count=store.purge(days)) + "\n")


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
