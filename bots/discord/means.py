"""What it takes to serve somebody."""

from dataclasses import dataclass

from bots.discord.interviews import Interviews
from bots.discord.locales import Locales
from bots.discord.places import Places
from bots.discord.references import References
from bots.discord.rest import Rest
from bots.ops.meter import Meter
from bots.relay import Relay


@dataclass(frozen=True, slots=True)
class Means:
    """The objects that whoever takes events works with."""

    relay: Relay
    rest: Rest
    places: Places
    interviews: Interviews
    references: References
    locales: Locales
    meter: Meter
