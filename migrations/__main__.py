"""The database's revisions from the command line: `python -m migrations check` or `upgrade`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import make_url

from core.adapters.store.engine import make_engine
from core.adapters.store.schema import config, upgrade


def main(arguments: list[str]) -> int:
    """Run a command; status 2 for one that is unknown."""
    match arguments:
        case ["check"]:
            return _check()
        case ["upgrade", url]:
            upgrade(make_engine(make_url(url), lock_wait_s=10))
            return 0
        case _:
            sys.stderr.write("usage: python -m migrations check | upgrade URL\n")
            return 2


def _check() -> int:
    """Build a throw-away database by the revisions and compare it with the tables; raise if they differ."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(make_url(f"sqlite:///{Path(folder) / 'check.db'}"), lock_wait_s=10)
        upgrade(engine)
        with engine.connect() as connection:
            command.check(config(connection))
        engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
