"""The keys of people, in one file beside the backups, which each backup replaces.

A backup itself is made without them. So whoever is forgotten is out of the file with the next backup, and no older one
opens their values any more; in a file of keys for each backup they would stay for as long as those are kept.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, inspect, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable
from sqlmodel import col

from core.adapters.store.backup.whole_file import draft
from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PersonFilter, whose
from core.adapters.store.tables import PersonKeyRow, TableRow, VaultCheckRow
from core.errors import InputError

NAME: Final = "promptgen.keys"
Keys = Mapping[PersonFilter, tuple[str, float]]
"""A key, wrapped, and when it was last used, of a person in a workspace of a platform."""

_TABLE: Final = TableRow.metadata.tables[str(PersonKeyRow.__tablename__)]


def keys_in(engine: Engine) -> Keys:
    """Return the keys of a database; none where it is from before there were any."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_TABLE.name):
            return {}
        rows = connection.execute(select(PersonKeyRow)).all()
    return {whose(row): (row.secret.decode(), row.used_at) for row in rows}


def write_keys(keys: Keys, file: Path) -> None:
    """Put the keys into a file, for its owner alone, in the place of those that were in it.

    Raises:
        DataFolderError: It cannot be written.
    """
    with draft(file, replaces=True) as written, written.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps([*who, *key])}\n" for who, key in keys.items())


def read_keys(file: Path) -> Keys:
    """Return the keys of a file.

    Raises:
        InputError: It is not there, or holds something else.
    """
    try:
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        return {PersonFilter(str(row[0]), str(row[1]), str(row[2])): (str(row[3]), float(row[4])) for row in rows}
    except OSError:
        raise InputError(reason="no_file", file=str(file)) from None
    except (ValueError, LookupError, TypeError):
        raise InputError(reason="backup_damaged", file=str(file)) from None


def put_keys(engine: Engine, keys: Keys, vault: Cipher) -> None:
    """Add keys to a database that was restored.

    One that its vault's key does not open would only be in the way; where another key is here, all are kept for it.
    """
    kind = postgresql if engine.dialect.name == "postgresql" else sqlite
    with engine.begin() as connection:
        check = connection.execute(select(col(VaultCheckRow.secret))).scalar()
        fits = check is not None and vault.fits(check)
        rows = [
            {**who._asdict(), "secret": key.encode(), "used_at": used}
            for who, (key, used) in keys.items()
            if not fits or not key or vault.unwrap(key.encode())  # an empty one is a mark, see `PersonCipher`
        ]
        connection.execute(CreateTable(_TABLE, if_not_exists=True))  # a backup of before has none
        if rows:
            connection.execute(kind.insert(_TABLE).on_conflict_do_nothing(), rows)


def without(people: Sequence[PersonFilter], keys: Keys) -> int:
    """Return how many of these people have no key."""
    return len(set(people) - keys.keys())
