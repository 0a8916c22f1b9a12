"""The ways in: commands that start an interview, or ask for something else."""

from bots.discord import buttons, form, inbound
from bots.discord.commands import DATA, FROM_MESSAGE, Task, Way, task_locale
from bots.discord.listing import show_list
from bots.discord.means import Means
from bots.discord.message import Button, Message
from bots.discord.places import Opened
from bots.discord.visit import Visit
from bots.discord.whereabouts import channel_of, is_aside
from core import messages as actions
from core.conversation.events import (
    ConsentRequested,
    Event,
    ExportRequested,
    ForgetRequested,
    FormRequested,
    LocaleChosen,
    RestoreRequested,
    Resumed,
)
from core.conversation.questions import Key
from core.messages import Action
from core.privacy.text import RawText

_EVENTS: dict[Task, Event] = {
    Task.RESUME: Resumed(),
    Task.RESTORE: RestoreRequested(),
    Task.TRAINING: ConsentRequested(),
    Task.EXPORT: ExportRequested(),
    Task.FORGET: ForgetRequested(),
}


class Entrance:
    """Takes commands."""

    def __init__(self, means: Means) -> None:
        self._means = means

    async def take(self, visit: Visit, bot: int) -> bool:
        """Carry out a command; say whether its event is committed."""
        name = inbound.name_of(visit.interaction)
        if name == DATA:
            return await self._task(visit)
        if name == FROM_MESSAGE:
            text = inbound.target_text(visit.interaction, bot)
            return await self.start(visit, actions.FormFilled({Key.REFERENCE: text}))
        if inbound.option(visit.interaction, "way") == Way.FORM:
            return await self._open_form(visit)
        purpose = inbound.option(visit.interaction, "purpose").strip()
        return await self.start(visit, actions.Opened(RawText(purpose) if purpose else None))

    async def start(self, visit: Visit, action: Action) -> bool:
        """Begin where the person wants it, or as near to it as Discord allows, and say where that is."""
        opened = await self._open(visit)

        async def point() -> None:
            if not is_aside(opened.place):
                held = await self._means.interviews.held_at(opened.place)
                await visit.show(_direction(visit, opened).of(held.session.id if held else ""))

        return await self._means.relay.take(visit.did(opened.place, action), point)

    async def _open(self, visit: Visit) -> Opened:
        way = inbound.option(visit.interaction, "way")
        aside = Opened(inbound.aside_of(visit.interaction))
        if way == Way.HERE:
            return aside if visit.place is None else Opened(visit.place)
        if visit.place is not None and (way != Way.DM or visit.place.private):
            return Opened(visit.place)
        return (way != Way.DM and await self._thread(visit)) or await self._dm(visit) or aside

    async def _thread(self, visit: Visit) -> Opened | None:
        interaction = visit.interaction
        if interaction.guild_id is None or interaction.channel_id is None or not interaction.is_guild_integration():
            return None
        return await self._means.places.thread(interaction.guild_id, interaction.channel_id, visit.person, visit.locale)

    async def _dm(self, visit: Visit) -> Opened | None:
        return await self._means.places.dm(visit.person, visit.locale, visit.interaction.id)

    async def _open_form(self, visit: Visit) -> bool:
        """Open the form filled where there is an interview, and empty where one has yet to begin."""
        if visit.place is None:
            await visit.answering.open(form.form_page(1, {}, visit.scene))
            return False
        return await self._means.relay.take(visit.wants(visit.place, FormRequested()))

    async def _task(self, visit: Visit) -> bool:
        task = Task(inbound.option(visit.interaction, "task"))
        if task is Task.HELP:
            await visit.show(Message(visit.scene.tell("help")))
            return False
        if task is Task.LIST:
            interviews = await self._means.interviews.of(str(visit.person))
            await visit.show(show_list(interviews, visit.scene))
            return False
        query = inbound.option(visit.interaction, "query").strip()

        async def point() -> None:
            if not is_aside(visit.here):
                await visit.show(Message(visit.scene.tell("here")))

        return await self._means.relay.take(visit.did(visit.here, _asked(task, query)), point)


def _asked(task: Task, query: str) -> Action:
    """Return what a task asks for."""
    if task is Task.LIBRARY:
        return actions.Searched(RawText(query))
    locale = task_locale(task)
    return actions.Pressed(LocaleChosen(locale) if locale else _EVENTS[task])


def _direction(visit: Visit, opened: Opened) -> Message:
    """Return the sentence that says where it goes on."""
    scene, place = visit.scene, opened.place
    if place == visit.place:
        return Message(scene.tell("here"))
    if place.private:
        return Message(scene.tell("dm.opened", channel=channel_of(place)))
    pointer = scene.tell("thread.opened", channel=channel_of(place))
    if not opened.shared:
        return Message(pointer)
    return Message(f"{pointer}\n{scene.tell('thread.public')}", ((Button(scene.tell("dm.button"), buttons.DM),),))
