"""Feedback: kept with its version, counted as figures, and nothing else of it."""

from dataclasses import replace

import pytest

from core.conversation.rating import Feedback, Rating, Reason
from core.errors import IllegalEvent
from core.features.feedback.events import Rated
from core.features.feedback.replies import ShowFeedback
from core.messages import Pressed
from core.ports.counters import RatingCount
from core.prompting.intents.catalogue import all_intents
from core.values.choices import Variant
from core.values.locale import Locale
from tests.core.conftest import ALICE, BORA, CHANNEL, DM, Talk


async def _prompt(talk: Talk) -> None:
    talk.answers()
    await _made(talk, "만들기")


async def _made(talk: Talk, says: str) -> None:
    generating = talk.says(says).generating
    assert generating
    talk.delivered(await talk.generation.run(generating))


def _figure(rating: Rating, reason: Reason | None = None, variant: Variant = Variant.FULL) -> RatingCount:
    return RatingCount(rating, reason, "", variant, Locale.KO, by_model=False)


def _figures(talk: Talk) -> list[tuple[RatingCount, int]]:
    """Return the figures without their intents, each of which is one that there is."""
    found = talk.store.figures()
    assert {figure.task_type for figure, _ in found} <= set(all_intents())
    return [(replace(figure, task_type=""), times) for figure, times in found]


async def test_a_rating_is_counted_once_and_the_newest_counts(talk: Talk) -> None:
    await _prompt(talk)
    for _ in range(2):
        talk.does(Pressed(Rated(Rating.GOOD, 1)))
    assert _figures(talk) == [(_figure(Rating.GOOD), 1)]
    talk.does(Pressed(Rated(Rating.BAD, 1)))
    assert _figures(talk) == [(_figure(Rating.BAD), 1)]
    talk.does(Pressed(Rated(Rating.BAD, 1, Reason.TOO_LONG)))
    assert _figures(talk) == [(_figure(Rating.BAD, Reason.TOO_LONG), 1)]


async def test_it_is_typed_and_its_reason_too(talk: Talk) -> None:
    await _prompt(talk)
    asked = talk.says("👎").deliveries[-1].outgoing.reply
    assert isinstance(asked, ShowFeedback)
    assert asked.wanted == tuple(Reason)
    thanked = talk.says("너무 길어요").deliveries[-1].outgoing.reply
    assert thanked == ShowFeedback(1, Feedback(Rating.BAD, Reason.TOO_LONG))
    assert _figures(talk) == [(_figure(Rating.BAD, Reason.TOO_LONG), 1)]


async def test_without_a_rating_a_reason_is_no_rating(talk: Talk) -> None:
    await _prompt(talk)
    talk.says("너무 길어요")
    assert _figures(talk) == []


async def test_each_version_has_its_own(talk: Talk) -> None:
    await _prompt(talk)
    await _made(talk, "짧은 버전")
    talk.says("도움이 됐어요")
    talk.does(Pressed(Rated(Rating.BAD, 1)))
    counted = [(_figure(Rating.BAD), 1), (_figure(Rating.GOOD, variant=Variant.COMPACT), 1)]
    assert _figures(talk) == counted
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    assert [version.feedback for version in held.session.versions] == [Feedback(Rating.BAD), Feedback(Rating.GOOD)]


async def test_only_the_owner_rates_and_only_what_there_is(talk: Talk) -> None:
    talk.answers(place=CHANNEL)
    generating = talk.says("만들기", place=CHANNEL).generating
    assert generating
    talk.delivered(await talk.generation.run(generating))
    talk.does(Pressed(Rated(Rating.GOOD, 1)), person=BORA, place=CHANNEL)
    with pytest.raises(IllegalEvent):
        talk.does(Pressed(Rated(Rating.GOOD, 7)), place=CHANNEL)
    assert _figures(talk) == []
    thanked = talk.does(Pressed(Rated(Rating.GOOD, 1)), place=CHANNEL).deliveries[-1].outgoing
    assert thanked.only_to == ALICE


async def test_a_rating_does_not_disturb_what_is_being_made(talk: Talk) -> None:
    await _prompt(talk)
    generating = talk.says("더 짧게").generating
    assert generating
    claimed = talk.generation._claim(generating)
    assert claimed
    talk.does(Pressed(Rated(Rating.GOOD, 1)))
    generated = await talk.generation._model.make(claimed, lambda *_: None)
    assert talk.generation._finish(claimed, lambda held: (held, generated))[1]


async def test_figures_stay_when_the_person_goes(talk: Talk) -> None:
    await _prompt(talk)
    talk.does(Pressed(Rated(Rating.GOOD, 1)))
    with talk.store.begin() as transaction:
        transaction.forget(ALICE, "test")
    assert _figures(talk) == [(_figure(Rating.GOOD), 1)]
