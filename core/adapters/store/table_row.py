"""What every table is: its metadata our own, and whose data it holds declared."""

from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from core.adapters.store.table_declaration import Data


class TableRow(SQLModel):
    """A row; its metadata is our own, so that tables which other libraries define stay out of the migrations.

    Each table says in `data` whose it is; without that it cannot be defined.
    """

    data: ClassVar[Data]
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - SQLModel's own
        super().__init_subclass__(**options)
        if not isinstance(vars(cls).get("data"), Data):
            msg = f"{cls.__name__} does not declare whose data it holds"
            raise TypeError(msg)
