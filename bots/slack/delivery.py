"""The delivery of one reply: for everybody in the conversation, or for one person's eyes."""

from dataclasses import dataclass

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack import log
from bots.slack.blocks import section
from bots.slack.poster import Address, Poster
from bots.slack.posting import Posting
from bots.slack.refusals import is_passing, name_of
from bots.slack.talks import Talk
from bots.slack.texts import word
from bots.slack.wording import escape
from core.conversation.replies import (
    Reply,
    ShowExport,
    ShowLine,
    ShowPersona,
    ShowProgress,
    ShowPrompt,
    ShowReview,
    ShowSummary,
    ShowTrial,
    Tell,
)
from core.incoming import Outgoing, Revealed


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reply on its way; `again`: an earlier attempt may have reached Slack."""

    client: AsyncWebClient
    talk: Talk
    outgoing: Outgoing
    revealed: Revealed
    again: bool

    async def show(self, postings: tuple[Posting, ...]) -> str:
        """Post for everybody in the conversation, and return the timestamp."""
        receipt = await self._replace_summary(postings[0]) or await self._replace_progress(postings[0])
        for part, posting in enumerate(postings if not receipt else ()):
            mark = self._mark(part)
            receipt = await Poster(self.client).post(self._address(), posting, mark, again=self.again)
        await self._note(receipt)
        return receipt

    async def whisper(self, person: str, postings: tuple[Posting, ...]) -> str:
        """Show it to one person: beside the conversation, or in their DM where that cannot be."""
        if isinstance(self.revealed.reply, ShowExport):
            return await self.post_in_dm(person, postings)
        poster, receipt = Poster(self.client), ""
        try:
            for posting in postings:
                receipt = await poster.post_ephemeral(self._address(), person, posting)
        except SlackApiError as error:
            if is_passing(error):
                raise
            receipt = await self.post_in_dm(person, postings)
        return receipt

    async def post_in_dm(self, person: str, postings: tuple[Posting, ...]) -> str:
        """Post into a person's DM."""
        dm = (await self.client.conversations_open(users=person))["channel"]["id"]
        poster, receipt = Poster(self.client), ""
        for part, posting in enumerate(postings):
            receipt = await poster.post(Address(dm), posting, self._mark(part, "dm"), again=self.again)
        return receipt

    def _address(self) -> Address:
        """Return where it belongs; in a DM the finished prompt goes beneath the message of its making."""
        place = self.outgoing.place
        making = self.talk.progress if isinstance(self.revealed.reply, ShowPrompt | ShowTrial) else None
        return Address(place.channel, place.thread or self.outgoing.beneath or making)

    def _mark(self, part: int, where: str = "") -> str:
        """Return what names this message; a sentence outside any session has no name and is never looked for."""
        return f"{self.outgoing.session}:{self.outgoing.id}:{part}{where}" if self.outgoing.id else ""

    async def _replace_summary(self, posting: Posting) -> str:
        """Put a changed summary in the place of the one it was changed on; nothing if Slack does not take that."""
        ts = self.talk.replaceable
        if ts and isinstance(self.revealed.reply, ShowSummary):
            try:
                return await Poster(self.client).update(self._address(), ts, posting, self._mark(0))
            except SlackApiError as error:
                log.edit_refused(name_of(error))
        self.talk.replaceable = None  # what is posted now stands beneath it
        return ""

    async def _replace_progress(self, posting: Posting) -> str:
        """Put what a rehearsal waited for in the place of the notice of it: a talk reads better without notices."""
        ts = self.talk.progress
        if ts is None or self.again or not _follows(self.revealed.reply):
            return ""
        self.talk.progress = None
        try:
            return await Poster(self.client).update(self._address(), ts, posting, self._mark(0))
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            return ""

    async def _note(self, receipt: str) -> None:
        if isinstance(self.revealed.reply, ShowProgress):
            self.talk.progress = receipt
        elif ready := _ready(self.revealed.reply):
            await self._settle(ready)

    async def unfold(self, posting: Posting) -> None:
        """Put what there is of an answer in the place of the progress, if that is known here."""
        ts = self.talk.progress
        if ts is not None:
            await self.client.chat_update(
                channel=self.outgoing.place.channel, ts=ts, text=posting.text, blocks=list(posting.blocks)
            )

    async def _settle(self, ready: str) -> None:
        """Let the message of the making say that it is done; it matters little if Slack refuses."""
        ts, self.talk.progress = self.talk.progress, None
        if ts is None:
            return
        done = f":white_check_mark: {escape(word(self.outgoing.locale, ready))}"
        channel = self.outgoing.place.channel
        try:
            await self.client.chat_update(channel=channel, ts=ts, text=done, blocks=[section(done)])
        except SlackApiError as error:
            log.edit_refused(name_of(error))
        except (ClientError, TimeoutError) as error:
            log.unheard("settle", error)


def _follows(reply: Reply) -> bool:
    """Say whether this is what a rehearsal waited for, or why it does not come."""
    waits = {"rehearsal.heard", "rehearsal.busy"}
    told = isinstance(reply, Tell) and reply.text.startswith("rehearsal.") and reply.text not in waits
    return told or isinstance(reply, ShowPersona | ShowLine | ShowReview)


def _ready(reply: Reply) -> str:
    """Return what the message of the making says once this reply is there; nothing if it still goes on."""
    match reply:
        case ShowPrompt():
            return "prompt.ready"
        case ShowTrial():
            return "try.ready"
        case Tell(text="try.cancelled" | "compare.cancelled" | "compare.too_few"):
            return "try.stopped"
        case _:
            return ""
