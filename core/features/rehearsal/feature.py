"""The rehearsal, as a part of the conversation."""

from typing import Final

from core.conversation import confirming, moves, results
from core.conversation import events as interview
from core.conversation.part import JobSpec, Part, Row
from core.conversation.prompt_events import AnswerPasted
from core.conversation.transitions import BEGUN_ANYWHERE, Handlers, rows
from core.features.rehearsal import choosing, replies, talking
from core.features.rehearsal.codes import REHEARSAL_CODES
from core.features.rehearsal.controls import REHEARSAL_CONTROLS
from core.features.rehearsal.events import (
    LineMissing,
    LineSpoken,
    PersonaChosen,
    PersonaDrawn,
    PortableRequested,
    RehearsalRequested,
    RetryRequested,
    Reviewed,
    ReviewRequested,
    TranscriptRequested,
)
from core.features.rehearsal.state import Rehearsal, RehearsalJob, RehearsalPhase
from core.features.rehearsal.words import read_amid, read_before, read_meanwhile

_ALWAYS: Final[Handlers] = {
    interview.SentNoWords: moves.miss_words,
    interview.ForgetRequested: confirming.ask_forgetting,
    interview.ExportRequested: moves.export,
    AnswerPasted: results.restore_beside,
    interview.LocaleChosen: talking.speak,
    interview.Started: talking.offer_resume,
    interview.Resumed: talking.show,
    interview.Cancelled: talking.leave,
    interview.HelpRequested: talking.help_here,
    RehearsalRequested: choosing.begin,
}
_CASTING: Final[Handlers] = {
    PersonaChosen: choosing.choose,
    interview.Said: choosing.hear_choice,
    interview.WentBack: talking.leave,
}
_APPROVING: Final[Handlers] = {
    PersonaChosen: choosing.choose,
    interview.Said: choosing.hear_change,
    interview.Confirmed: choosing.ask_goal,
    interview.WentBack: choosing.cast_again,
}
_AIMING: Final[Handlers] = {
    PersonaChosen: choosing.choose,
    interview.Said: choosing.hear_goal,
    interview.Skipped: choosing.take_purpose,
    interview.WentBack: choosing.cast_again,
}
_TALKED: Final[Handlers] = {
    ReviewRequested: talking.ask_review,
    TranscriptRequested: talking.hand_over_transcript,
    PortableRequested: talking.hand_over_prompt,
    interview.Restarted: talking.restart,
}
_REHEARSING: Final[Handlers] = {
    RehearsalRequested: talking.offer_resume,
    RetryRequested: talking.retry,
    interview.Said: talking.hear,
    interview.WentBack: choosing.ask_goal,
}
_REVIEWED: Final[Handlers] = {
    interview.Started: talking.leave_for_new,
    interview.Said: talking.remind,
    interview.Resumed: talking.go_on,
    interview.WentBack: talking.go_on,
}
_BEGUN: Final[Handlers] = {RehearsalRequested: choosing.begin}
_ROWS: Final[tuple[Row, ...]] = (
    *rows(BEGUN_ANYWHERE, _BEGUN),
    *rows(frozenset(RehearsalPhase), _ALWAYS),
    *rows(frozenset({RehearsalPhase.CASTING}), _CASTING),
    *rows(frozenset({RehearsalPhase.APPROVING}), _APPROVING),
    *rows(frozenset({RehearsalPhase.AIMING}), _AIMING),
    *rows(frozenset({RehearsalPhase.REHEARSING, RehearsalPhase.REVIEWED}), _TALKED),
    *rows(frozenset({RehearsalPhase.REHEARSING}), _REHEARSING),
    *rows(frozenset({RehearsalPhase.REVIEWED}), _REVIEWED),
    (frozenset({RehearsalJob.DRAW}), PersonaDrawn, choosing.approve),
    (frozenset({RehearsalJob.SPEAK}), LineSpoken, talking.take_line),
    (frozenset({RehearsalJob.SPEAK}), LineMissing, talking.miss_line),
    (frozenset({RehearsalJob.REVIEW}), Reviewed, talking.take_review),
)
REHEARSAL: Final = Part(
    "rehearsal",
    states=tuple(RehearsalPhase),
    listens=frozenset({*RehearsalPhase, *RehearsalJob} - {RehearsalPhase.REVIEWED}),
    jobs=(
        JobSpec(RehearsalJob.DRAW, "rehearsal.busy", choosing.stop_drawing),
        JobSpec(RehearsalJob.SPEAK, "rehearsal.busy", talking.stop_waiting, talking.refuse, talking.hear_meanwhile),
        JobSpec(RehearsalJob.REVIEW, "rehearsal.busy", talking.stop_reviewing),
    ),
    rows=_ROWS,
    waits=(RehearsalRequested, PersonaChosen, RetryRequested, ReviewRequested),
    controls=REHEARSAL_CONTROLS,
    codes=REHEARSAL_CODES,
    readers={
        RehearsalPhase.CASTING: read_before,
        RehearsalPhase.APPROVING: read_before,
        RehearsalPhase.AIMING: read_before,
        RehearsalPhase.REHEARSING: read_amid,
        RehearsalPhase.REVIEWED: read_amid,
        **dict.fromkeys(RehearsalJob, read_meanwhile),
    },
    replies=(replies.ShowCast, replies.ShowPersona, replies.ShowLine, replies.ShowReview, replies.ShowDocument),
    data=(Rehearsal,),
)
