"""Responds to one interaction: once within three seconds, and further for fifteen minutes."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import discord

from bots.discord import limits
from bots.discord.components import IS_LAID_OUT, renewed
from bots.discord.errors import is_acknowledged, is_dead_token
from bots.discord.message import CHANGEABLE, EPHEMERAL, Message
from bots.discord.places import PLATFORM
from bots.discord.render import with_choice
from bots.discord.rest import InitialResponse, Rest
from bots.ops.metric_specs import Meter, MetricSpec

Json = dict[str, Any]

_MARGIN_SECONDS: Final = 20.0  # Discord counts from earlier than we do, and a request takes its time


@dataclass(frozen=True, slots=True)
class InteractionInfo:
    """What an interaction says of itself.

    `on_message` holds the words of the message it came from, None for a command, and `message` its id, `components` and
    `laid_out` what else it is made of; `select` is the id of the select that was used, empty for a button. `pressed`
    holds the words of the control when it is spent by being pressed, or by what was written after; `answer` those of a
    control that answers a question; `as_user_app` says that the app is no member there; `page` is the form page wanted.
    """

    id: int
    application: int
    token: str
    person: int
    on_message: str | None = None
    pressed: str | None = None
    answer: str = ""
    message: int = 0
    components: tuple[Json, ...] = ()
    laid_out: bool = False
    select: str = ""
    as_user_app: bool = False
    page: int = 1


_serving: ContextVar["InteractionResponder | None"] = ContextVar("serving", default=None)


class _State(Enum):
    OPEN = "open"
    DEFERRED = "deferred"
    ANSWERED = "answered"
    GONE = "gone"


class InteractionResponder:
    """Answers one interaction; whoever comes first answers, whoever comes later follows up."""

    @classmethod
    def of(cls, person: str) -> "InteractionResponder | None":
        """Return the interaction of this person that is being served, if something can still be shown in it."""
        found = _serving.get()
        return found if found is not None and found.can_show and str(found.origin.person) == person else None

    def __init__(
        self, rest: Rest, origin: InteractionInfo, clock: Callable[[], float], meter: Meter | None = None
    ) -> None:
        self._rest = rest
        self.origin = origin
        self._clock = clock
        self._meter = meter or Meter()
        self._began = clock()
        self._state = _State.OPEN
        self._follow_ups = 0
        self._is_refused = False
        self._turn = asyncio.Lock()

    def resume(self, age_s: float) -> None:
        """Go on where an earlier process has acknowledged it and died."""
        self._began -= age_s
        self._state = _State.DEFERRED

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Within the block, and in whatever is begun in it, replies find this interaction."""
        token = _serving.set(self)
        try:
            yield
        finally:
            _serving.reset(token)

    @property
    def message(self) -> str:
        """The id of the message that it came from; empty for a command."""
        return str(self.origin.message or "")

    @property
    def age(self) -> float:
        """How many seconds ago it came."""
        return self._clock() - self._began

    @property
    def is_open(self) -> bool:
        """Say whether nothing was answered yet."""
        return self._state is _State.OPEN

    @property
    def can_show(self) -> bool:
        """Say whether something can still be shown."""
        if self._state is _State.GONE:
            return False
        limit = limits.FOLLOW_UPS_AS_USER_APP if self.origin.as_user_app else None
        spare = limit is None or self._state is not _State.ANSWERED or self._follow_ups < limit
        return spare and self.age < limits.TOKEN_SECONDS - _MARGIN_SECONDS

    async def open(self, modal: Json) -> bool:
        """Open a form; False if it is too late for one."""
        async with self._turn:
            if self._state is not _State.OPEN:
                return False
            await self._answer(InitialResponse.MODAL, modal)
            return True

    async def suggest(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer names with their values for an option that is being typed."""
        offered = [{"name": name, "value": value} for name, value in choices]
        async with self._turn:
            await self._answer(InitialResponse.CHOICES, {"choices": offered})

    def refuse(self) -> None:
        """Leave the controls where they are: what was done with one of them was not taken."""
        self._is_refused = True

    async def acknowledge(self) -> None:
        """Acknowledge what was committed; a question loses the controls that have served, if Discord lets it."""
        async with self._turn:
            if self._state is _State.OPEN:
                await (self._spend() if self.spends else self._defer())
            elif self._state is _State.DEFERRED and self.spends:
                await self._edit(self._disabled())

    async def defer(self) -> None:
        """Acknowledge in time what is not yet committed."""
        async with self._turn:
            if self._state is _State.OPEN:
                await self._defer()

    async def show(self, message: Message, *, in_place: bool = False) -> str:
        """Show a message to this person alone; `in_place` puts it where the pressed control's message stands."""
        async with self._turn:
            replaces = in_place and self._takes(message)
            if self._state is _State.OPEN and self.origin.select and not replaces:
                await self._defer()
            alone = message.payload(ephemeral=True)
            if self._state is _State.OPEN:
                data = message.replacing(laid_out=self.origin.laid_out) if replaces else alone
                await self._answer(InitialResponse.UPDATE if replaces else InitialResponse.MESSAGE, data, message)
                return f"i{self.origin.id}"
            if self._state is _State.DEFERRED and replaces:
                return await self._edit(message.replacing(laid_out=self.origin.laid_out), message)
            if self._state is _State.DEFERRED and self.origin.on_message is None:
                return await self._edit(alone, message)
            return await self._follow_up(alone, message)

    async def put_in_place(self, message: Message) -> str | None:
        """Put a message in the place of the one it came from and return its id; None where there is none."""
        async with self._turn:
            if not self.origin.message or self._state in {_State.ANSWERED, _State.GONE}:
                return None
            data = message.replacing(laid_out=self.origin.laid_out)
            if self._state is _State.OPEN:
                await self._answer(InitialResponse.UPDATE, data)
            else:
                await self._edit(data)
            return self.message

    @property
    def spends(self) -> bool:
        """Say whether the message that it came from loses its controls."""
        has_served = self.origin.pressed is not None and not self._is_refused
        return has_served and self.origin.on_message is not None

    def _takes(self, message: Message) -> bool:
        """Say whether a message may stand where it came from: what is copied stands in no frame."""
        copied = message.file is not None or not message.rows
        return self.origin.on_message is not None and not (self.origin.laid_out and copied)

    def _disabled(self) -> Json:
        message = with_choice(self.origin.on_message or "", self.origin.pressed or "")
        return message.replacing(laid_out=self.origin.laid_out)

    def _renewed(self) -> Json:
        """Return the message that it came from, with its select as if nothing had been chosen in it."""
        components = renewed(self.origin.components, self.origin.select, self.origin.id)
        flags = {"flags": IS_LAID_OUT} if self.origin.laid_out else {}
        return {"components": components, "allowed_mentions": {"parse": []}} | flags

    async def _spend(self) -> None:
        try:
            await self._answer(InitialResponse.UPDATE, self._disabled())
        except discord.HTTPException:
            if self._state is not _State.OPEN:
                raise
            await self._defer()

    async def _defer(self) -> None:
        if self.origin.on_message is None:
            await self._answer(InitialResponse.LATER, EPHEMERAL)
        elif self.origin.select:
            await self._defer_renewed()
        else:
            await self._answer(InitialResponse.LATER_IN_PLACE, {})
        self._state = _State.DEFERRED

    async def _defer_renewed(self) -> None:
        try:
            await self._answer(InitialResponse.UPDATE, self._renewed())
        except discord.HTTPException:
            if self._state is not _State.OPEN:
                raise
            await self._answer(InitialResponse.LATER_IN_PLACE, {})

    async def _answer(self, kind: InitialResponse, data: Json, message: Message | None = None) -> None:
        """Answer first; where that is refused, another answer may follow."""
        file = message.file if message else None
        try:
            with self._noticing():
                await self._rest.answer(self.origin.id, self.origin.token, kind, data, file)
        except discord.HTTPException as error:
            if not is_acknowledged(error):
                raise
        self._state = _State.ANSWERED
        self._meter.note(MetricSpec.ACKNOWLEDGEMENT, PLATFORM, value=self.age)

    async def _edit(self, data: Json, message: Message | None = None) -> str:
        file = message.file if message else None
        kept = data | {"flags": data["flags"] & CHANGEABLE}  # who sees it was settled before
        with self._noticing():
            receipt = await self._rest.edit_answer(self.origin.application, self.origin.token, kept, file)
        self._state = _State.ANSWERED
        return receipt

    async def _follow_up(self, data: Json, message: Message) -> str:
        self._follow_ups += 1
        with self._noticing():
            return await self._rest.follow_up(self.origin.application, self.origin.token, data, message.file)

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """Within the block, note that Discord takes nothing more in this interaction."""
        try:
            yield
        except discord.HTTPException as error:
            if is_dead_token(error):
                self._state = _State.GONE
            raise
