"""The interview's rows of the transition table: which events are legal in which of its states, and their handlers."""

from collections.abc import Mapping
from typing import Final

from core.conversation import (
    any_phase,
    asking_gaps,
    confirming,
    events,
    finished_prompt,
    in_passing,
    interview,
    model_replies,
    prompt_events,
    replies,
    starting,
)
from core.conversation import summary as summaries
from core.conversation.control_table import INTERVIEW_CONTROLS
from core.conversation.events import Event
from core.conversation.interpretation import read_first, read_yes_or_no
from core.conversation.part import Handler, JobSpec, Part, Row
from core.conversation.replies import Prefaced, Reply
from core.conversation.session import Asked, Confirming, Job, Phase, Session, State
from core.conversation.step import Step
from core.conversation.summary_events import MatterKept, OtherWayTaken

UNFINISHED: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})
"""Where an interview can be gone on with, begun again or ended."""

LOOKED_OVER: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})
"""Where the answers are looked over."""

BEGUN_ANYWHERE: Final = UNFINISHED | {Phase.NEW}
"""Where something else can be begun beside the interview."""

ANYWHERE: Final = BEGUN_ANYWHERE | {Phase.GENERATING, Phase.RESTORING, Phase.CANCELLED}
"""Where what has nothing to do with the interview can be done."""

Handlers = Mapping[type[Event], Handler]


def rows(states: frozenset[State], handlers: Handlers) -> tuple[Row, ...]:
    """Return the rows of several events in the same states."""
    return tuple((states, event, handler) for event, handler in handlers.items())


def _summary(session: Session, _event: Event) -> Step:
    return summaries.show_summary(session)


def _options(session: Session, _event: Event) -> Step:
    return summaries.show_options(session)


_ANYWHERE: Final[Handlers] = {
    events.ForgetRequested: confirming.ask_forgetting,
    events.ExportRequested: any_phase.export,
    events.SentNoWords: any_phase.miss_words,
    events.QuestionsSwitched: asking_gaps.switch,
}
_UNFINISHED: Final[Handlers] = {
    events.Started: starting.offer_resume,
    events.Resumed: any_phase.show,
    events.Restarted: confirming.restart,
    events.Cancelled: confirming.cancel,
    events.Moved: finished_prompt.cancel,
    events.FormRequested: interview.open_form,
    events.FormSent: interview.take_form,
    events.ReferenceRefused: any_phase.refuse_reference,
    events.LocaleChosen: any_phase.speak,
}
_LOOKED_OVER: Final[Handlers] = {
    events.Said: any_phase.hear_change,
    events.Chosen: any_phase.choose_later,
    events.IntentChosen: any_phase.choose_intent,
    events.FamilyOpened: interview.open_family,
    events.AssumptionSettled: any_phase.settle,
    OtherWayTaken: any_phase.turn,
    events.GapAnswered: asking_gaps.answer,
    events.EditRequested: any_phase.edit,
    events.OptionsOpened: _options,
    events.SettingChosen: summaries.choose_setting,
    events.SummaryRequested: _summary,
    prompt_events.GenerationRequested: finished_prompt.generate,
    events.ReferenceAdded: any_phase.add_reference,
}
_NEW: Final[Handlers] = {
    events.Said: starting.hear_first,
    events.Started: starting.start,
    events.SentNoWords: starting.greet,
    events.FormRequested: interview.open_form,
    events.FormSent: interview.take_form,
}
_ASIDES: Final[Handlers] = {
    events.KeptAsIs: in_passing.keep,
    events.Paused: in_passing.pause,
    events.ItemDenied: in_passing.deny,
    events.ItemSwitched: confirming.switch_item,
    MatterKept: confirming.keep_matter,
}
_ASKING: Final[Handlers] = {
    events.Confirmed: interview.say_yes,
    events.Said: interview.hear,
    events.Chosen: interview.choose,
    events.SuggestionTaken: interview.take_suggestion,
    events.IntentChosen: interview.choose_intent,
    events.FamilyOpened: interview.open_family,
    events.Skipped: interview.skip,
    events.WentBack: interview.go_back,
    events.ReferenceAdded: interview.take_reference,
    events.GapAnswered: asking_gaps.answer,
    events.EditRequested: any_phase.edit_amid,
    events.SummaryRequested: any_phase.finish_early,
    prompt_events.GenerationRequested: any_phase.finish_early,
}
_GAPS: Final[Handlers] = {
    events.Said: asking_gaps.hear,
    events.GapAnswered: asking_gaps.answer,
    events.Chosen: asking_gaps.choose_earlier,
    events.Skipped: asking_gaps.leave,
    events.WentBack: asking_gaps.go_back,
    events.ReferenceAdded: any_phase.add_reference,
    events.SummaryRequested: _summary,
    prompt_events.GenerationRequested: finished_prompt.generate,
    events.QuestionsSwitched: asking_gaps.switch_off,
}
_SUMMARY: Final[Handlers] = {
    events.WentBack: asking_gaps.return_to,
    events.Skipped: lambda session, _event: summaries.which_answer(session),
    events.GapsFound: asking_gaps.begin,
    events.Confirmed: finished_prompt.generate,
    events.ChangeUndone: any_phase.undo,
}
_DONE: Final[Handlers] = {
    events.Said: finished_prompt.hear_wish,
    prompt_events.GenerationRequested: finished_prompt.generate_changed,
    events.AssumptionSettled: any_phase.settle_finished,
    OtherWayTaken: any_phase.turn_finished,
    events.WentBack: _summary,
    events.Skipped: finished_prompt.invite_wish,
    prompt_events.RefineRequested: finished_prompt.invite_wish,
    prompt_events.VersionsRequested: finished_prompt.list_versions,
    prompt_events.ReasonsRequested: finished_prompt.show_reasons,
    prompt_events.VersionChosen: finished_prompt.choose_version,
    prompt_events.VariantChosen: finished_prompt.choose_variant,
    prompt_events.PromptLanguageChosen: finished_prompt.choose_prompt_language,
    prompt_events.RestoreRequested: finished_prompt.invite_paste,
}
_RESTORING: Final[Handlers] = {
    events.Started: finished_prompt.leave_restoring,
    events.Said: finished_prompt.restore,
    events.WentBack: finished_prompt.leave_restoring,
    events.Cancelled: finished_prompt.leave_restoring,
    events.Resumed: any_phase.show,
    **dict.fromkeys((*_ASIDES, events.Skipped), finished_prompt.leave_restoring),
    prompt_events.VersionChosen: finished_prompt.choose_version,
}
_WAITS: Final = (
    events.Started,
    events.Restarted,
    events.Moved,
    events.FormRequested,
    events.FormSent,
    events.ReferenceRefused,
    events.LocaleChosen,
    events.Skipped,
    events.WentBack,
    events.Confirmed,
    events.HelpRequested,
    *_ASIDES,
    prompt_events.VersionChosen,
    *(event for event in _LOOKED_OVER if event is not events.Said),
)
"""What somebody does who presses twice, or an older button, and then hears why nothing happens."""

_PASTED: Final = UNFINISHED | {Phase.GENERATING, Phase.RESTORING, Phase.CANCELLED}


def _only(state: State) -> frozenset[State]:
    return frozenset({state})


_ROWS: Final[tuple[Row, ...]] = (
    *rows(ANYWHERE, _ANYWHERE),
    *rows(UNFINISHED, _UNFINISHED),
    *rows(UNFINISHED, _ASIDES),
    (BEGUN_ANYWHERE | {Phase.RESTORING}, events.HelpRequested, in_passing.help_here),
    (UNFINISHED, prompt_events.VersionChosen, in_passing.choose_version),
    *rows(LOOKED_OVER, _LOOKED_OVER),
    (_PASTED, prompt_events.AnswerPasted, finished_prompt.restore_beside),
    *rows(_only(Phase.NEW), _NEW),
    *rows(_only(Phase.ASKING), _ASKING),
    *rows(_only(Phase.GAPS), _GAPS),
    *rows(_only(Phase.SUMMARY), _SUMMARY),
    *rows(
        _only(Phase.OPTIONS),
        {events.WentBack: _summary, events.Skipped: _summary, events.ChangeUndone: any_phase.undo},
    ),
    *rows(_only(Phase.DONE), _DONE),
    *rows(_only(Phase.RESTORING), _RESTORING),
    *rows(
        _only(Job.PROMPT),
        {
            prompt_events.Generated: finished_prompt.finish,
            prompt_events.RequestNotUnderstood: finished_prompt.keep_unrevised,
        },
    ),
    *((_only(Phase.CONFIRMING), event, confirming.decline) for event in confirming.NO),
    *((frozenset({Asked.CANCEL, Asked.RESTART, Asked.RESUME}), event, confirming.go_on) for event in confirming.NO),
    (frozenset({Asked.RESTART, Asked.RESUME}), events.Restarted, confirming.restart_surely),
    (_only(Asked.RESTART), events.Confirmed, confirming.restart_surely),
    (_only(Asked.RESUME), events.Confirmed, confirming.go_on),
    (_only(Asked.CANCEL), events.Cancelled, confirming.cancel_surely),
    (_only(Asked.CANCEL), events.Confirmed, confirming.cancel_surely),
    (_only(Asked.FORGET), events.Confirmed, confirming.forget),
    (_only(Asked.KEEP), events.Confirmed, confirming.keep),
)
_BASES: Final = {Reply, Prefaced}
_REPLIES: Final = tuple(
    kind
    for module in (replies, model_replies)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Reply) and kind not in _BASES
)
INTERVIEW: Final = Part(
    "interview",
    states=(*Phase, *Asked),
    listens=frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.RESTORING, *Asked}),
    jobs=(JobSpec(Job.PROMPT, "generation.busy", finished_prompt.stop_generating),),
    rows=_ROWS,
    waits=_WAITS,
    controls=INTERVIEW_CONTROLS,
    readers={Phase.NEW: read_first, Phase.CONFIRMING: read_yes_or_no},
    replies=_REPLIES,
    data=(Confirming,),
)
