"""`promptgen data`: a person's data, handed over or deleted."""

import json
import sys

from core.conversation.texts import say
from core.locale import Locale
from core.ports import Store


def export(store: Store, person: str, platform: str, workspace: str | None) -> None:
    """Write all that is known of a person, real values included, as JSON."""
    document = store.export(person, platform, workspace)
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def forget(store: Store, person: str, platform: str, workspace: str | None, locale: Locale) -> None:
    """Delete all that is known of a person."""
    with store.begin() as transaction:
        count = transaction.forget(person, platform, workspace)
    sys.stderr.write(say(locale, "data.forgotten", count=count) + "\n")


def purge(store: Store, days: int, locale: Locale) -> None:
    """Delete conversations that nobody has touched for so many days."""
    sys.stderr.write(say(locale, "data.purged", count=store.purge(days)) + "\n")
