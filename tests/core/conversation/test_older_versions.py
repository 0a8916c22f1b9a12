"""Older versions of a prompt, and what starting over leaves of it."""

import dataclasses

from core.conversation import events
from core.conversation.prompt_events import GenerationRequested, VariantChosen
from core.conversation.questions import Key
from core.conversation.session import Answer, Asked, Phase
from core.features.library.effects import Keep
from core.features.library.events import SaveRequested
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.values.choices import Variant
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, VERSION, session


def test_what_is_done_beneath_an_older_version_is_done_to_that_one() -> None:
    older = dataclasses.replace(VERSION, answers={**ANSWERS, Key.LENGTH: Answer(MaskedText("길게"), "long")})
    newer = dataclasses.replace(VERSION, number=2, prompt=MaskedText("[역할] 2"))
    done = session(Phase.DONE, versions=(older, newer), current_version=2)

    kept = advance(done, SaveRequested(), version=1)
    (effect,) = kept.effects
    assert isinstance(effect, Keep)
    assert effect.kept.prompt == older.prompt
    assert kept.session == done, "it is done in passing"
    again = advance(done, GenerationRequested(anew=True), version=1)
    assert again.session.answers == older.answers
    wished = advance(done, events.Said(MaskedText("더 짧게")), version=1).session
    assert wished.in_use == older
    shorter = advance(done, VariantChosen(Variant.COMPACT), version=1).session
    assert shorter.answers == older.answers
    saved = dataclasses.replace(effect.kept, prompt=newer.prompt)
    assert advance(done, SaveRequested()).effects == (Keep(saved),)


def test_what_comes_from_an_older_version_while_a_prompt_is_made_changes_nothing() -> None:
    newer = dataclasses.replace(VERSION, number=2, answers={**ANSWERS, Key.TONE: Answer(MaskedText("정중하게"))})
    making = session(Phase.GENERATING, versions=(VERSION, newer), current_version=2, answers=newer.answers)
    assert advance(making, GenerationRequested(anew=True), version=1).session == making


def test_starting_over_leaves_what_is_finished_and_begins_another_interview() -> None:
    done = session(Phase.DONE, variant=Variant.COMPACT, prompt_language=Locale.EN)
    step = advance(done, events.Restarted())
    assert step.left == done
    assert (step.session.id, step.session.versions, step.session.prompt_language) == ("", (), None)
    assert step.session.variant is Variant.FULL
    assert step.session.phase is Phase.ASKING
    begun = session(Phase.ASKING, versions=(), current_version=0, answers=done.answers)
    asked = advance(begun, events.Restarted())
    assert asked.session.state is Asked.RESTART, "answers would be lost"
    unfinished = advance(asked.session, events.Confirmed())
    assert (unfinished.left, unfinished.session.id) == (None, "s1")
