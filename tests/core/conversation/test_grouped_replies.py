"""What is shown together, and what comes again when a question over it is gone."""

from dataclasses import replace

from core.conversation.control_names import Control
from core.conversation.events import Resumed
from core.conversation.expected_input import Occasion
from core.conversation.grouped_replies import carded
from core.conversation.questions import Key
from core.conversation.replies import Ask, Greet, Propose, Reply, Tell, TellSettled
from core.conversation.session import Asked, Confirming, Phase, Session
from core.features.registry import advance
from core.values.locale import Locale

ASKING = Session("s1", Locale.KO, Phase.ASKING, asking=Key.FORM)
CONFIRMING = replace(ASKING.keeping(Confirming(Asked.FORGET, back=Phase.ASKING)), phase=Phase.CONFIRMING)


def resumed(session: Session) -> tuple[Reply, ...]:
    return advance(session, Resumed()).replies


def test_sentences_go_into_the_question_that_follows_them() -> None:
    (ask,) = carded(ASKING, ASKING, (Greet(), Tell("reference.added"), Ask(Key.FORM)), resumed)

    assert ask == Ask(Key.FORM, preface=(Tell("greeting", occasion=Occasion.GREETING), Tell("reference.added")))


def test_a_sentence_with_controls_waits_and_one_without_does_not() -> None:
    offer = Tell("resume.offer", controls=(Control.RESUME,))

    assert carded(ASKING, ASKING, (Tell("nothing_to_read"), offer), resumed) == (
        Tell("nothing_to_read"),
        Propose("resume.offer", controls=(Control.RESUME,)),
    )


def test_the_question_beneath_comes_again_with_what_was_said() -> None:
    (ask,) = carded(CONFIRMING, ASKING, (Tell("confirm.forget.no"),), resumed)

    assert isinstance(ask, Ask)
    assert [sentence.text for sentence in ask.preface] == ["confirm.forget.no"]


def test_what_ends_an_interview_settles_what_waited() -> None:
    over = replace(ASKING, phase=Phase.CANCELLED)

    assert carded(CONFIRMING, over, (Tell("cancelled"),), resumed) == (TellSettled("cancelled"),)
