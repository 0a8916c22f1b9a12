"""What every handler works with."""

from dataclasses import dataclass

from bots.discord.command_mentions import CommandMentions
from bots.discord.interviews import Interviews
from bots.discord.locales import Locales
from bots.discord.references import References
from bots.discord.rest import Rest
from bots.ops.meter import Meter
from bots.relay import Relay


@dataclass(frozen=True, slots=True)
class Services:
    """The objects that whoever takes events works with."""

    relay: Relay
    rest: Rest
    interviews: Interviews
    references: References
    locales: Locales
    mentions: CommandMentions
    meter: Meter
