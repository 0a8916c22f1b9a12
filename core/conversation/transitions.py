"""The transition table: every legal pair of phase and event, with what it leads to."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.conversation import (
    confirming,
    events,
    gaps,
    interview,
    moves,
    results,
    settings,
    variants,
)
from core.conversation import summary as summaries
from core.conversation.events import Event
from core.conversation.moves import Handler
from core.conversation.session import Phase
from core.features.comparison import handlers as comparing
from core.features.feedback import handlers as feedback
from core.features.library import handlers as library
from core.features.rehearsal import handlers as rehearsing
from core.features.takeaway import handlers as taking
from core.features.training_data import handlers as consent
from core.features.trial import handlers as trying

_PRESSED_TWICE: Final = (
    events.RehearsalRequested,
    events.PersonaChosen,
    events.RetryRequested,
    events.ReviewRequested,
    events.TryRequested,
    events.CompareRequested,
)
_ANYWHERE: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.ForgetRequested: confirming.ask_forgetting,
        events.ExportRequested: moves.export,
        events.ConsentRequested: consent.ask,
        events.ConsentGiven: consent.give,
        events.ConsentWithdrawn: consent.withdraw,
        events.LibraryRequested: library.look,
        events.LibraryExported: library.hand_over,
        events.EntryOpened: library.open_entry,
        events.EntryUsed: library.use,
        events.EntryBrought: library.bring,
        events.EntryAmended: confirming.amend,
        events.SentNoWords: moves.miss_words,
        events.QuestionsSwitched: gaps.switch,
    }
)
_BEGUN_ANYWHERE: Final[Mapping[type[Event], Handler]] = MappingProxyType({events.RehearsalRequested: rehearsing.begin})
_REHEARSAL: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.SentNoWords: moves.miss_words,
        events.ForgetRequested: confirming.ask_forgetting,
        events.ExportRequested: moves.export,
        **_BEGUN_ANYWHERE,
        events.Started: rehearsing.offer_resume,
        events.Resumed: moves.show,
        events.Cancelled: moves.leave_rehearsal,
        events.LocaleChosen: moves.speak,
        events.AnswerPasted: results.restore_beside,
    }
)
_UNFINISHED: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.Started: interview.offer_resume,
        events.Resumed: moves.show,
        events.Restarted: interview.restart,
        events.Cancelled: confirming.cancel,
        events.Moved: results.cancel,
        events.FormRequested: interview.open_form,
        events.FormSent: interview.take_form,
        events.ReferenceRefused: moves.refuse_reference,
        events.AnswerPasted: results.restore_beside,
        events.LocaleChosen: moves.speak,
    }
)
_LOOKED_OVER: Final[Mapping[type[Event], Handler]] = MappingProxyType(
    {
        events.Chosen: moves.choose_later,
        events.IntentChosen: moves.choose_intent,
        events.FamilyOpened: interview.open_family,
        events.AssumptionSettled: moves.settle,
        events.GapAnswered: gaps.answer,
        events.EditRequested: moves.edit,
        events.OptionsOpened: lambda session, _event: summaries.show_options(session),
        events.SettingChosen: settings.choose,
        events.SummaryRequested: lambda session, _event: summaries.show_summary(session),
        events.ItemSwitched: confirming.switch_item,
        events.GenerationRequested: results.generate,
        events.Rated: feedback.rate,
        events.SaveRequested: library.save,
        events.ReferenceAdded: moves.add_reference,
    }
)
_BY_PHASE: Final[Mapping[Phase, Mapping[type[Event], Handler]]] = MappingProxyType(
    {
        Phase.NEW: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            events.Started: interview.start,
            events.SentNoWords: interview.greet,
            events.FormRequested: interview.open_form,
            events.FormSent: interview.take_form,
        },
        Phase.ASKING: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            events.Said: interview.hear,
            events.Chosen: interview.choose,
            events.SuggestionTaken: interview.take_suggestion,
            events.IntentChosen: interview.choose_intent,
            events.FamilyOpened: interview.open_family,
            events.Skipped: interview.skip,
            events.WentBack: interview.go_back,
            events.ReferenceAdded: interview.take_reference,
            events.GapAnswered: gaps.answer,
        },
        Phase.GAPS: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            events.Said: gaps.hear,
            events.GapAnswered: gaps.answer,
            events.Chosen: gaps.choose_earlier,
            events.Skipped: gaps.leave,
            events.WentBack: gaps.go_back,
            events.ReferenceAdded: moves.add_reference,
            events.SummaryRequested: lambda session, _event: summaries.show_summary(session),
            events.GenerationRequested: results.generate,
            events.QuestionsSwitched: gaps.switch_off,
        },
        Phase.SUMMARY: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: moves.hear_change,
            events.WentBack: gaps.return_to,
            events.GapsFound: gaps.begin,
            events.Confirmed: results.generate,
        },
        Phase.OPTIONS: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: moves.hear_change,
            events.WentBack: lambda session, _event: summaries.show_summary(session),
            events.Skipped: lambda session, _event: summaries.show_summary(session),
        },
        Phase.GENERATING: {
            **_ANYWHERE,
            # Who presses twice, or an older button, or sends something in the meantime, hears why nothing happens.
            **dict.fromkeys((*_UNFINISHED, *_LOOKED_OVER, *_PRESSED_TWICE), moves.wait),
            **dict.fromkeys((events.Skipped, events.WentBack, events.Confirmed), moves.wait),
            events.Said: moves.hear_waiting,
            events.Resumed: moves.show,
            events.Cancelled: moves.stop,
            events.Rated: feedback.rate,
            events.AnswerPasted: results.restore_beside,
            events.Generated: results.finish,
            events.WishUnread: results.leave_unread,
            events.Tried: trying.finish,
            events.Compared: comparing.finish,
            events.PersonaDrawn: rehearsing.approve,
            events.LineSpoken: rehearsing.take_line,
            events.LineMissing: rehearsing.miss_line,
            events.Reviewed: rehearsing.take_review,
        },
        Phase.DONE: {
            **_ANYWHERE,
            **_BEGUN_ANYWHERE,
            **_UNFINISHED,
            **_LOOKED_OVER,
            events.Said: results.hear_wish,
            events.GenerationRequested: results.generate_changed,
            events.AssumptionSettled: moves.settle_finished,
            events.WentBack: lambda session, _event: summaries.show_summary(session),
            events.RefineRequested: results.invite_wish,
            events.VersionsRequested: results.list_versions,
            events.ReasonsRequested: results.show_reasons,
            events.VersionChosen: results.choose_version,
            events.VariantChosen: variants.choose_variant,
            events.TwinChosen: variants.choose_twin,
            events.RestoreRequested: results.invite_paste,
            events.TakeRequested: taking.take,
            events.TryRequested: trying.begin,
            events.CompareRequested: comparing.begin,
            events.Voted: comparing.vote,
        },
        Phase.RESTORING: {
            **_ANYWHERE,
            events.Started: results.leave_restoring,
            events.Said: results.restore,
            events.AnswerPasted: results.restore_beside,
            events.WentBack: results.leave_restoring,
            events.Cancelled: results.leave_restoring,
            events.Resumed: moves.show,
        },
        Phase.CASTING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_choice,
            events.WentBack: moves.leave_rehearsal,
        },
        Phase.APPROVING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_change,
            events.Confirmed: rehearsing.ask_goal,
            events.WentBack: rehearsing.cast_again,
        },
        Phase.AIMING: {
            **_REHEARSAL,
            events.PersonaChosen: rehearsing.choose,
            events.Said: rehearsing.hear_goal,
            events.Skipped: rehearsing.take_purpose,
            events.WentBack: rehearsing.cast_again,
        },
        Phase.REHEARSING: {
            **_REHEARSAL,
            events.RehearsalRequested: rehearsing.offer_resume,
            events.Said: rehearsing.hear,
            events.RetryRequested: rehearsing.retry,
            events.ReviewRequested: rehearsing.ask_review,
            events.Restarted: rehearsing.restart,
            events.TranscriptRequested: rehearsing.hand_over_transcript,
            events.PortableRequested: rehearsing.hand_over_prompt,
            events.WentBack: rehearsing.ask_goal,
        },
        Phase.REVIEWED: {
            **_REHEARSAL,
            events.Started: rehearsing.leave_for_new,
            events.Said: rehearsing.remind,
            events.Resumed: rehearsing.go_on,
            events.ReviewRequested: rehearsing.ask_review,
            events.Restarted: rehearsing.restart,
            events.TranscriptRequested: rehearsing.hand_over_transcript,
            events.PortableRequested: rehearsing.hand_over_prompt,
            events.WentBack: rehearsing.go_on,
        },
        Phase.FILLING: {
            events.Said: library.fill,
            events.Skipped: library.skip,
            events.WentBack: library.go_back,
            events.SentNoWords: library.ask_again,
            events.Cancelled: library.leave,
        },
        Phase.CONFIRMING: {
            events.Confirmed: confirming.confirm,
            **dict.fromkeys((events.Cancelled, events.Skipped, events.Resumed), confirming.decline),
        },
        Phase.CANCELLED: {**_ANYWHERE, events.AnswerPasted: results.restore_beside},
        Phase.FORGOTTEN: {},
    }
)
TRANSITIONS: Final[Mapping[tuple[Phase, type[Event]], Handler]] = MappingProxyType(
    {(phase, event): handler for phase, handlers in _BY_PHASE.items() for event, handler in handlers.items()}
)
"""Every legal pair of phase and event, with what it leads to."""
