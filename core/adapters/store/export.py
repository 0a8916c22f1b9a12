"""Everything that is known of a person, as plain data for a JSON file."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlmodel import col

from core.adapters.store import kept, preferences, votes
from core.adapters.store.cipher import Cipher
from core.adapters.store.consents import said
from core.adapters.store.entries import EntryRows
from core.adapters.store.tables import OutgoingRow, SessionRow


def export(
    connection: Connection, cipher: Cipher, person: str, platform: str, workspace: str | None
) -> dict[str, object]:
    """Return a person's consent, preferences and sessions, oldest first, each with its masked items and replies.

    It holds the values behind the labels: it is for its owner alone.
    """
    theirs = select(SessionRow).where(col(SessionRow.platform) == platform, col(SessionRow.person) == person)
    if workspace is not None:
        theirs = theirs.where(col(SessionRow.workspace) == workspace)
    rows = connection.execute(theirs.order_by(col(SessionRow.number))).all()
    return {
        "platform": platform,
        "person": person,
        "training_consent": [
            {"workspace": row.workspace, "said": row.consent, "said_at": _time(row.said_at)}
            for row in said(connection, platform, person, workspace)
        ],
        "preferences": [
            {"workspace": row.workspace, "questions": row.questions, "said_at": _time(row.said_at)}
            for row in preferences.of(connection, platform, person, workspace)
        ],
        "sessions": [_session(connection, cipher, row) for row in rows],
        "library": kept.export(connection, person, platform, workspace),
    }


def _session(connection: Connection, cipher: Cipher, row: Row[Any]) -> dict[str, object]:
    entries = EntryRows(connection, cipher, row.number).read()
    replies = connection.execute(
        select(OutgoingRow).where(col(OutgoingRow.session_number) == row.number).order_by(col(OutgoingRow.id))
    )
    return {
        "place": {"workspace": row.workspace, "channel": row.channel, "thread": row.thread, "private": row.private},
        "started_at": _time(row.started_at),
        "touched_at": _time(row.touched_at),
        "session": json.loads(row.state),
        "items": [
            {
                "label": entry.label,
                "type": entry.type,
                "kept": entry.kept,
                "value": entry.value.reveal() if entry.value else None,
            }
            for entry in entries
        ],
        "comparisons": votes.of_session(connection, row.number),
        "replies": [
            {
                "kind": reply.kind,
                "queued_at": _time(reply.queued_at),
                "sent_at": None if reply.sent_at is None else _time(reply.sent_at),
                "receipt": reply.receipt,
            }
            for reply in replies
        ],
    }


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
