"""What every handler works with."""

from dataclasses import dataclass

from bots.discord import log
from bots.discord.command_mentions import CommandMentions
from bots.discord.inbound import Upload
from bots.discord.interview_lookup import DiscordInterviews
from bots.discord.locales import Locales
from bots.discord.places import PLATFORM
from bots.discord.rest import Rest
from bots.ops.metric_specs import Meter, MetricSpec
from bots.relay import Relay
from bots.shared.reference_files import References


@dataclass(frozen=True, slots=True)
class Services:
    """The objects that whoever takes events works with."""

    relay: Relay
    rest: Rest
    interviews: DiscordInterviews
    references: References[Upload]
    locales: Locales
    mentions: CommandMentions
    meter: Meter

    def dropped(self, kind: str, reason: str) -> None:
        """Note that nothing comes of an event, and why; where somebody waited for it, they are told."""
        log.dropped(kind, reason)
        self.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason)
