"""A backup of a PostgreSQL database, made, read and put back by PostgreSQL's own client programs."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import IO, Final

from sqlalchemy.engine import URL

from core.adapters.store.backup.check import Backup, key_fit
from core.adapters.store.backup.person_keys import Keys, without
from core.adapters.store.backup.whole_file import draft
from core.adapters.store.conditions import PersonFilter
from core.adapters.store.schema import is_newest
from core.adapters.store.tables import TableRow
from core.errors import DatabaseError, InputError, StoreUnavailable

_GUESTS: Final = ("alembic_version", "slack_bots", "slack_installations", "slack_oauth_states")
_KEYS: Final = "person_key"
_TABLES: Final = (*_GUESTS, *sorted(TableRow.metadata.tables.keys() - {_KEYS}))
"""What is dumped and replaced: not the keys of people, which no backup brings back."""
_COPY: Final = re.compile(r"COPY \S+ \((?P<columns>.*)\) FROM stdin;")
_IN_USE: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'promptgen'"
)


def dump(address: URL, to: Path) -> None:
    """Write our tables but people's keys, as they are at one moment, into a new file for its owner alone.

    Raises:
        InputError: PostgreSQL's client programs are not installed.
        DataFolderError: The file is there already, or cannot be written.
        StoreUnavailable: The server does not answer, or is newer than its client programs.
    """
    tables = [f"--table={name}" for name in _TABLES]
    with draft(to) as written, written.open("wb") as file:
        _run("pg_dump", "--format=custom", "--no-owner", *tables, url=address, stdout=file)


def check_dump(file: Path, vault_key: str | None, folder: Path, keys: Keys) -> Backup:
    """Read a whole dump, as `check_sqlite` does a copy.

    Raises:
        InputError: It is damaged, no dump of promptgen's, or PostgreSQL's client programs are not installed.
        DatabaseError: It is newer than this program.
    """
    try:
        _run("pg_restore", "--file=/dev/null", str(file))
        revision = next(_rows(file, "alembic_version"))["version_num"]
        sessions = Counter(
            PersonFilter(row["platform"], row["workspace"], row["person"]) for row in _rows(file, "session")
        )
        check = next(_rows(file, "vault_check"), None)
    except (StoreUnavailable, StopIteration):
        raise InputError(reason="backup_damaged", file=str(file)) from None
    sealed = bytes.fromhex(check["secret"].removeprefix("\\\\x")) if check else None
    by_person = check is not None and check.get("by_person") == "t"
    keyless = without(list(sessions), keys) if by_person else 0
    return Backup(sessions.total(), is_newest(revision), key_fit(sealed, vault_key, folder), keyless)


def restore_dump(file: Path, address: URL) -> None:
    """Put a dump that was checked in the place of our tables, in one transaction.

    Raises:
        DatabaseError: A bot is connected.
        StoreUnavailable: The server does not answer or refuses; nothing was changed.
    """
    used = _run("psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={_IN_USE}", url=address)
    if used.strip() != "0":
        raise DatabaseError(reason="in_use")
    drop = f"DROP TABLE IF EXISTS {', '.join(_TABLES)} CASCADE"
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    with _written(file, "--no-owner") as script:
        _run("psql", *options, f"--command={drop}", "--file=-", url=address, stdin=script)


def _rows(file: Path, table: str) -> Iterator[Mapping[str, str]]:
    """Yield a table's rows by the names of their columns, as COPY writes them: in the order in which they were made."""
    with _written(file, "--data-only", f"--table={table}") as script:
        lines = (line.decode("utf-8", "replace").rstrip("\n") for line in script)
        for line in lines:
            if copied := _COPY.match(line):
                columns = copied["columns"].split(", ")
                break
        else:
            return
        yield from (dict(zip(columns, line.split("\t"), strict=True)) for line in takewhile("\\.".__ne__, lines))


@contextmanager
def _written(file: Path, *options: str) -> Iterator[IO[bytes]]:
    """Give the SQL of a dump, or of a part of it, while it is being written."""
    with subprocess.Popen(  # noqa: S603 - a program of the operator's, with arguments of ours
        [_program("pg_restore"), "--file=-", *options, str(file)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        yield process.stdout


def _run(
    program: str,
    *arguments: str,
    url: URL | None = None,
    stdin: IO[bytes] | None = None,
    stdout: IO[bytes] | None = None,
) -> str:
    """Run a client program and return what it writes; what it complains of may quote rows, and stays unread."""
    done = subprocess.run(  # noqa: S603 - as above
        [_program(program), *arguments],
        env=_environment(url),
        stdin=stdin or subprocess.DEVNULL,
        stdout=stdout or subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise StoreUnavailable(reason="down")
    return (done.stdout or b"").decode("utf-8", "replace")


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise InputError(reason="postgresql_programs")
    return path


def _environment(url: URL | None) -> Mapping[str, str]:
    """Return where to connect, as libpq reads it; a password has no place among arguments, which everybody sees."""
    if url is None:
        return os.environ
    query = {f"PG{name.upper()}": str(value) for name, value in url.query.items()}
    parts = {
        "PGHOST": url.host,
        "PGPORT": url.port and str(url.port),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    return {**os.environ, **query, **{name: part for name, part in parts.items() if part}}
