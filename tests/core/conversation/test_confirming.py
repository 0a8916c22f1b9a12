"""What destroys, or shows something to others, is asked about first."""

import pytest

from core.conversation import events
from core.conversation.questions import Key
from core.conversation.replies import Ask
from core.conversation.session import Phase
from core.conversation.step import Effect, Step
from core.conversation.surroundings import Surroundings
from core.features.library.effects import Amend
from core.features.library.events import EntryAmended
from core.features.library.state import LibraryPhase
from core.features.registry import advance
from core.features.training_data.handlers import NeedsCollection, Noted
from core.ports.consent import Consent
from core.ports.library import Amendment, Change
from core.privacy.text import MaskedText
from tests.core.conversation.sessions import ANSWERS, BENEATH, session, tells


def test_a_question_to_confirm_while_a_kept_prompt_is_used_returns_there() -> None:
    filling = session(LibraryPhase.FILLING)
    asked = advance(filling, events.Said(MaskedText("보관함 1 삭제"))).session
    assert asked.phase is Phase.CONFIRMING
    assert advance(asked, events.Cancelled()).session.phase is BENEATH, "what is no value ends the filling"


@pytest.mark.parametrize("amendment", [Amendment.SHARE, Amendment.DELETE])
def test_what_is_shared_or_deleted_is_asked_about_first(amendment: Amendment) -> None:
    asked = advance(session(Phase.DONE), EntryAmended(3, amendment))
    assert (_amends(asked), asked.session.phase) == ([], Phase.CONFIRMING)
    done = advance(asked.session, events.Confirmed())
    assert (_amends(done), done.session.phase) == ([Amend(Change(3, amendment))], Phase.DONE)
    assert _amends(advance(asked.session, events.Cancelled())) == []


def test_ending_an_interview_with_answers_is_asked_about_first() -> None:
    asking = session(Phase.ASKING, answers={Key.PURPOSE: ANSWERS[Key.PURPOSE]}, versions=(), current_version=0)
    asked = advance(asking, events.Said(MaskedText("취소")))
    assert tells(asked.replies) == ["confirm.cancel"]
    for yes in (events.Confirmed(), events.Said(MaskedText("네")), events.Said(MaskedText("취소"))):
        assert advance(asked.session, yes).session.phase is Phase.CANCELLED
    back = advance(asked.session, events.Said(MaskedText("이어서")))
    assert (back.session.phase, isinstance(back.replies[-1], Ask)) == (Phase.ASKING, True)
    answer = advance(asked.session, events.Said(MaskedText("기획팀입니다"))).session
    assert Key.PURPOSE in answer.answers, "whatever else is said calls it off and counts as usual"


def test_an_item_is_shown_to_others_only_once_that_is_confirmed() -> None:
    keep = events.ItemSwitched("{이름1}", kept=True)
    assert advance(session(Phase.SUMMARY), keep).session.items[0].kept
    asked = advance(session(Phase.SUMMARY), keep, around=Surroundings(shared=True)).session
    assert not asked.items[0].kept
    assert advance(asked, events.Confirmed()).session.items[0].kept
    masked_again = advance(
        session(Phase.SUMMARY), events.ItemSwitched("{이름1}", kept=False), around=Surroundings(shared=True)
    )
    assert masked_again.session.phase is Phase.SUMMARY


@pytest.mark.parametrize("phase", [LibraryPhase.FILLING, Phase.CONFIRMING, Phase.ASKING, Phase.DONE])
def test_consent_is_on_the_step_whatever_lies_over_the_phase(phase: Phase) -> None:
    withdrawn = advance(session(phase), events.Said(MaskedText("동의 철회")))
    assert withdrawn.effects == (Noted(Consent.WITHDRAWN),)
    given = advance(session(phase), events.Said(MaskedText("동의해요")))
    assert given.effects == (NeedsCollection(), Noted(Consent.GIVEN))
    assert advance(session(phase), events.Said(MaskedText("학습 데이터"))).effects == (NeedsCollection(),)


def _amends(step: Step) -> list[Effect]:
    return [effect for effect in step.effects if isinstance(effect, Amend)]
