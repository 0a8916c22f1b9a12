"""The rehearsal, as a part of the conversation."""

from typing import Final

from core.conversation import any_phase, confirming, finished_prompt
from core.conversation import events as interview
from core.conversation.control_names import Control, Style, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.event_code import EventCode
from core.conversation.part import JobSpec, Part, Row
from core.conversation.prompt_events import AnswerPasted
from core.conversation.transitions import BEGUN_ANYWHERE, Handlers, rows
from core.features.rehearsal import choice_handlers, events, replies, talk_handlers
from core.features.rehearsal.cast import IDS
from core.features.rehearsal.job import Rehearsing
from core.features.rehearsal.state import Rehearsal, RehearsalJob, RehearsalPhase
from core.features.rehearsal.typed_words import read_amid, read_before, read_meanwhile


def _read(rest: str) -> events.PersonaChosen | None:
    return events.PersonaChosen(rest) if rest in IDS else None


# What buttons carry: `persona:client`.
_CODES: Final = (EventCode("persona", events.PersonaChosen, lambda event: event.persona, _read),)
_CONTROLS: Final = (
    ControlSpec(
        Control.REHEARSE,
        "대화연습|대화연습하기|연습하기|역할극|리허설|rehearse|rehearsal|roleplay|practice",
        events.RehearsalRequested(),
        offers=(Offer(Where.MENU, 3, needs_model=True),),
        begins=True,
    ),
    ControlSpec(
        Control.PARTNER,
        "다른상대|다른사람|상대바꾸기|somebodyelse|otherpartner|changepartner",
        events.RehearsalRequested(),
    ),
    ControlSpec(
        Control.AGAIN,
        "다시|다시해줘|다시말해줘|다시보내기|retry|tryagain|sendagain",
        events.RetryRequested(),
        style=Style.PRIMARY,
    ),
    ControlSpec(
        Control.ASSESS,
        "평가받기|평가|평가해줘|평가해주세요|리뷰|getareview|assess|assessme|feedback",
        events.ReviewRequested(),
        style=Style.PRIMARY,
    ),
    ControlSpec(Control.STOP, "그만하기|연습그만하기|연습끝|endpractice|endrehearsal", interview.Cancelled()),
    ControlSpec(
        Control.TRANSCRIPT, "대화록|대화록받기|대화내용받기|transcript|gettranscript", events.TranscriptRequested()
    ),
    ControlSpec(
        Control.PORTABLE, "프롬프트로받기|프롬프트로|asaprompt|getasaprompt|portable", events.PortableRequested()
    ),
)
_ALWAYS: Final[Handlers] = {
    interview.SentNoWords: any_phase.miss_words,
    interview.ForgetRequested: confirming.ask_forgetting,
    interview.ExportRequested: any_phase.export,
    AnswerPasted: finished_prompt.restore_beside,
    interview.LocaleChosen: talk_handlers.speak,
    interview.Started: talk_handlers.offer_resume,
    interview.Resumed: talk_handlers.show,
    interview.Cancelled: talk_handlers.leave,
    interview.HelpRequested: talk_handlers.help_here,
    events.RehearsalRequested: choice_handlers.begin,
}
_CASTING: Final[Handlers] = {
    events.PersonaChosen: choice_handlers.choose,
    interview.Said: choice_handlers.hear_choice,
    interview.WentBack: talk_handlers.leave,
}
_APPROVING: Final[Handlers] = {
    events.PersonaChosen: choice_handlers.choose,
    interview.Said: choice_handlers.hear_change,
    interview.Confirmed: choice_handlers.ask_goal,
    interview.WentBack: choice_handlers.cast_again,
}
_AIMING: Final[Handlers] = {
    events.PersonaChosen: choice_handlers.choose,
    interview.Said: choice_handlers.hear_goal,
    interview.Skipped: choice_handlers.take_purpose,
    interview.WentBack: choice_handlers.cast_again,
}
_TALKED: Final[Handlers] = {
    events.ReviewRequested: talk_handlers.ask_review,
    events.TranscriptRequested: talk_handlers.hand_over_transcript,
    events.PortableRequested: talk_handlers.hand_over_prompt,
    interview.Restarted: talk_handlers.restart,
}
_REHEARSING: Final[Handlers] = {
    events.RehearsalRequested: talk_handlers.offer_resume,
    events.RetryRequested: talk_handlers.retry,
    interview.Said: talk_handlers.hear,
    interview.WentBack: choice_handlers.ask_goal,
}
_REVIEWED: Final[Handlers] = {
    interview.Started: talk_handlers.leave_for_new,
    interview.Said: talk_handlers.remind,
    interview.Resumed: talk_handlers.go_on,
    interview.WentBack: talk_handlers.go_on,
}
_BEGUN: Final[Handlers] = {events.RehearsalRequested: choice_handlers.begin}
_ROWS: Final[tuple[Row, ...]] = (
    *rows(BEGUN_ANYWHERE, _BEGUN),
    *rows(frozenset(RehearsalPhase), _ALWAYS),
    *rows(frozenset({RehearsalPhase.CASTING}), _CASTING),
    *rows(frozenset({RehearsalPhase.APPROVING}), _APPROVING),
    *rows(frozenset({RehearsalPhase.AIMING}), _AIMING),
    *rows(frozenset({RehearsalPhase.REHEARSING, RehearsalPhase.REVIEWED}), _TALKED),
    *rows(frozenset({RehearsalPhase.REHEARSING}), _REHEARSING),
    *rows(frozenset({RehearsalPhase.REVIEWED}), _REVIEWED),
    (frozenset({RehearsalJob.DRAW}), events.PersonaDrawn, choice_handlers.approve),
    (frozenset({RehearsalJob.SPEAK}), events.LineSpoken, talk_handlers.take_line),
    (frozenset({RehearsalJob.SPEAK}), events.LineMissing, talk_handlers.miss_line),
    (frozenset({RehearsalJob.REVIEW}), events.Reviewed, talk_handlers.take_review),
)
REHEARSAL: Final = Part(
    "rehearsal",
    states=tuple(RehearsalPhase),
    listens=frozenset({*RehearsalPhase, *RehearsalJob} - {RehearsalPhase.REVIEWED}),
    jobs=(
        JobSpec(RehearsalJob.DRAW, "rehearsal.busy", choice_handlers.stop_drawing, Rehearsing.of),
        JobSpec(
            RehearsalJob.SPEAK,
            "rehearsal.busy",
            talk_handlers.stop_waiting,
            Rehearsing.of,
            talk_handlers.refuse,
            talk_handlers.hear_meanwhile,
        ),
        JobSpec(RehearsalJob.REVIEW, "rehearsal.busy", talk_handlers.stop_reviewing, Rehearsing.of),
    ),
    rows=_ROWS,
    waits=(events.RehearsalRequested, events.PersonaChosen, events.RetryRequested, events.ReviewRequested),
    controls=_CONTROLS,
    codes=_CODES,
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
