"""What a forgotten person's conversations leave on a platform: the bot's own messages, for the bot to delete.

It is sealed in the inbox with the commit of the deletion, so that it is done though the process dies.
"""

import json
import secrets
from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, insert, select
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PLACE
from core.adapters.store.tables import InboxRow, SessionRow
from core.messages import LEFTOVERS
from core.privacy.text import RawText

_DELETES_ITS_MESSAGES: Final = ("discord", "slack")


def note(connection: Connection, cipher: Cipher, where: Sequence[ColumnElement[bool]], event: str, now: float) -> None:
    """Put the places of these sessions into the inbox; `event` is what led to the deletion, empty for the operator.

    Sealed where there is a key; else it stands as ids of channels, which the sessions had in the clear as well.
    """
    theirs = (col(SessionRow.platform).in_(_DELETES_ITS_MESSAGES), *where)
    place = [col(getattr(SessionRow, part)) for part in PLACE]
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    # Each once, told apart here: SQLite would walk through all places of the platform to find them in their order.
    rows = dict.fromkeys(tuple(row) for row in connection.execute(select(*place).where(*theirs)))
    for platform, workspace, channel, thread in rows:
        found.setdefault((platform, workspace), []).append((channel, thread))
    for (platform, workspace), places in found.items():
        noted = json.dumps({"until": event, "at": now, "places": places})
        payload = cipher.seal(RawText(noted)) or noted.encode()
        row = {"platform": platform, "workspace": workspace, "id": f"{LEFTOVERS}:{event or secrets.token_hex(8)}"}
        free = {"kind": LEFTOVERS, "received_at": now, "leased_until": 0.0, "attempts": 0}
        connection.execute(insert(InboxRow).values({**row, **free, "person": "", "payload": payload}))
