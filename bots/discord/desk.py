"""The desk: who has an interaction open, and where."""

from bots.discord.answering import Answering
from core.incoming import Place


class Desk:
    """Keeps the newest interaction of each person at each place, for as long as it can be followed up."""

    def __init__(self) -> None:
        self._open: dict[tuple[Place, str], Answering] = {}

    def put(self, place: Place, person: str, answering: Answering) -> None:
        """Keep an interaction; the oldest are dropped once they have run out."""
        while self._open and not next(iter(self._open.values())).can_show:
            del self._open[next(iter(self._open))]
        self._open.pop((place, person), None)
        self._open[place, person] = answering

    def remove(self, place: Place, person: str) -> None:
        """Forget the interaction of a person at a place."""
        self._open.pop((place, person), None)

    def at(self, place: Place, person: str) -> Answering | None:
        """Return the interaction in which something can be shown to a person at a place."""
        found = self._open.get((place, person))
        return found if found is not None and found.can_show else None
