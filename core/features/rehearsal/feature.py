"""The rehearsal, as a part of the conversation."""

from typing import Final

from core.conversation import confirming, moves, results
from core.conversation import events as interview
from core.conversation.part import Job, Part, Row
from core.conversation.transitions import BEGUN_ANYWHERE, Handlers, rows
from core.features.rehearsal import handlers, replies
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
from core.features.rehearsal.words import read_meanwhile

_ALWAYS: Final[Handlers] = {
    interview.SentNoWords: moves.miss_words,
    interview.ForgetRequested: confirming.ask_forgetting,
    interview.ExportRequested: moves.export,
    interview.AnswerPasted: results.restore_beside,
    interview.LocaleChosen: handlers.speak,
    interview.Started: handlers.offer_resume,
    interview.Resumed: handlers.show,
    interview.Cancelled: handlers.leave,
    RehearsalRequested: handlers.begin,
}
_CASTING: Final[Handlers] = {
    PersonaChosen: handlers.choose,
    interview.Said: handlers.hear_choice,
    interview.WentBack: handlers.leave,
}
_APPROVING: Final[Handlers] = {
    PersonaChosen: handlers.choose,
    interview.Said: handlers.hear_change,
    interview.Confirmed: handlers.ask_goal,
    interview.WentBack: handlers.cast_again,
}
_AIMING: Final[Handlers] = {
    PersonaChosen: handlers.choose,
    interview.Said: handlers.hear_goal,
    interview.Skipped: handlers.take_purpose,
    interview.WentBack: handlers.cast_again,
}
_TALKED: Final[Handlers] = {
    ReviewRequested: handlers.ask_review,
    TranscriptRequested: handlers.hand_over_transcript,
    PortableRequested: handlers.hand_over_prompt,
    interview.Restarted: handlers.restart,
}
_REHEARSING: Final[Handlers] = {
    RehearsalRequested: handlers.offer_resume,
    RetryRequested: handlers.retry,
    interview.Said: handlers.hear,
    interview.WentBack: handlers.ask_goal,
}
_REVIEWED: Final[Handlers] = {
    interview.Started: handlers.leave_for_new,
    interview.Said: handlers.remind,
    interview.Resumed: handlers.go_on,
    interview.WentBack: handlers.go_on,
}
_BEGUN: Final[Handlers] = {RehearsalRequested: handlers.begin}
_ROWS: Final[tuple[Row, ...]] = (
    *rows(BEGUN_ANYWHERE, _BEGUN),
    *rows(frozenset(RehearsalPhase), _ALWAYS),
    *rows(frozenset({RehearsalPhase.CASTING}), _CASTING),
    *rows(frozenset({RehearsalPhase.APPROVING}), _APPROVING),
    *rows(frozenset({RehearsalPhase.AIMING}), _AIMING),
    *rows(frozenset({RehearsalPhase.REHEARSING, RehearsalPhase.REVIEWED}), _TALKED),
    *rows(frozenset({RehearsalPhase.REHEARSING}), _REHEARSING),
    *rows(frozenset({RehearsalPhase.REVIEWED}), _REVIEWED),
    (frozenset({RehearsalJob.DRAW}), PersonaDrawn, handlers.approve),
    (frozenset({RehearsalJob.SPEAK}), LineSpoken, handlers.take_line),
    (frozenset({RehearsalJob.SPEAK}), LineMissing, handlers.miss_line),
    (frozenset({RehearsalJob.REVIEW}), Reviewed, handlers.take_review),
)
REHEARSAL: Final = Part(
    "rehearsal",
    states=tuple(RehearsalPhase),
    listens=frozenset({*RehearsalPhase, *RehearsalJob} - {RehearsalPhase.REVIEWED}),
    jobs=(
        Job(RehearsalJob.DRAW, handlers.wait, handlers.stop_drawing),
        Job(RehearsalJob.SPEAK, handlers.wait, handlers.stop_waiting, handlers.refuse, handlers.hear_meanwhile),
        Job(RehearsalJob.REVIEW, handlers.wait, handlers.stop_reviewing),
    ),
    rows=_ROWS,
    waits=(RehearsalRequested, PersonaChosen, RetryRequested, ReviewRequested),
    controls=REHEARSAL_CONTROLS,
    readers=dict.fromkeys(RehearsalJob, read_meanwhile),
    replies=(replies.ShowCast, replies.ShowPersona, replies.ShowLine, replies.ShowReview, replies.ShowDocument),
    data=(Rehearsal,),
)
