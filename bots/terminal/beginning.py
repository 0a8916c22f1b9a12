"""What comes before an interview on a terminal: what is past its time goes, and a missing key is said."""

import sys

from bots.container import Container
from bots.ops.maintenance import purge
from core.conversation.texts import say


def begin(parts: Container) -> None:
    """Delete what is past its time; say on standard error that nothing masked can be put back, where that is so."""
    purge(parts.store, parts.settings.retention_days)
    if not parts.store.can_restore:
        sys.stderr.write(f"promptgen: {say(parts.settings.locale, 'doctor.key_missing')}\n")
