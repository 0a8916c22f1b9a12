"""What a person has on the screen: all that the bot has shown them at one place, since they last looked."""

import asyncio
from typing import Any

from tests.fakes.discord.components import labels, read
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.person import Person
from tests.fakes.discord.record import Record
from tests.fakes.discord.world import Channel

Json = dict[str, Any]


class Screen:
    """A channel as one person sees it, what only they are shown included."""

    def __init__(self, person: Person, channel: Channel) -> None:
        self.person, self.channel = person, channel
        self.modal: Interaction | None = None
        self._seen: set[str] = set()

    async def shows(self, *texts: str) -> str:
        """Wait until all texts were shown since the last look, and return everything that was."""

        def missing() -> list[str]:
            shown = self._shown()
            return [text for text in texts if text not in shown]

        try:
            await self.person.record.until(lambda: not missing(), 8)
        except TimeoutError:
            raise AssertionError(missing(), self._shown()) from None
        shown = self._shown()
        self._seen |= {_as_seen(message) for message in self._messages()}
        return shown

    async def use(self, words: str) -> None:
        """Press or choose what has these words; a form that opens stays open."""
        used = await self.person.use(self.newest(words), words)
        self.modal = used if used.modal else None

    async def write(self, text: str) -> None:
        """Send the open input."""
        opened, self.modal = self.modal, None
        assert opened is not None
        await self.person.submit(opened, {"text": text})

    def newest(self, words: str) -> Json:
        """Return the newest message with a control of these words."""
        for message in reversed(self._messages()):
            if words in controls(message):
                return message
        raise AssertionError(words, [controls(message) for message in self._messages()])

    def has(self, words: str) -> bool:
        """Say whether the newest message with controls has one of these words."""
        offered = [controls(message) for message in self._messages() if message["components"]]
        return bool(offered) and words in offered[-1]

    def _messages(self) -> list[Json]:
        record, bot = self.person.record, str(self.person.record.world.bot)
        alone = [
            message
            for interaction in record.interactions.values()
            if interaction.person == self.person.id and interaction.channel == self.channel.id
            for message in interaction.ephemeral
        ]
        channels = {self.channel.id: self.channel, self.person.dm.id: self.person.dm}.values()
        posted = [message for channel in channels for message in channel.messages if message["author"]["id"] == bot]
        unique = {message["id"]: message for message in [*posted, *alone]}
        return sorted(unique.values(), key=lambda message: int(message["id"]))

    def _shown(self) -> str:
        new = [message for message in self._messages() if _as_seen(message) not in self._seen]
        shown = [text_of(message, self.person.record) for message in new]
        return "\n".join([*shown, str(self.modal.modal) if self.modal else ""])


def _as_seen(message: Json) -> str:
    return f"{message['id']} {message.get('edited_timestamp')}"


def text_of(message: Json, record: Record) -> str:
    """Return all words of a message: its content as it is read, its controls, its files."""
    files = [record.uploads[attachment["id"]][1].decode() for attachment in message["attachments"]]
    return "\n".join([read(message), *labels(message), *files])


controls = labels


async def quiet() -> None:
    """Wait until the bot has handled all that it was sent."""
    idle = 0
    while idle < 3:
        await asyncio.sleep(0.01)
        busy = any(task.get_name().startswith("discord.py: on_") for task in asyncio.all_tasks())
        idle = 0 if busy else idle + 1
