"""What there is around a session when something happens: it is no part of the session, and may be another next time."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The names of the models that answer freely, and whether others read along where the event came from."""

    models: tuple[str, ...] = ()
    shared: bool = False


NOTHING: Final = Surroundings()
