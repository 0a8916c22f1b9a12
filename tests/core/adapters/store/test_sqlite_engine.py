"""The connection to SQLite: who begins a transaction has the write lock."""

from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.engine import make_engine
from core.errors import StoreUnavailable


def test_a_transaction_that_only_reads_so_far_keeps_others_from_writing(tmp_path: Path) -> None:
    url = make_url(f"sqlite:///{tmp_path / 'promptgen.db'}")
    one, other = (make_engine(url, lock_wait_s=0) for _ in range(2))
    with one.begin() as connection:
        connection.execute(text("CREATE TABLE written (number INTEGER)"))
    with one.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM written")).scalar_one() == 0
        with pytest.raises(StoreUnavailable), map_db_errors(), other.begin():
            pass
        connection.execute(text("INSERT INTO written VALUES (1)"))
    with other.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM written")).scalar_one() == 1
    one.dispose()
    other.dispose()
