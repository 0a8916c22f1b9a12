"""Counting what everybody has left."""

import threading

import pytest

from core.errors import LimitReached
from core.messages import Place, Typed
from core.privacy.text import RawText
from core.usecases.limits import Limits, RateKind
from core.usecases.rate_limiter import RateLimiter, weight_of

_HERE, _THERE = Place("slack", "T1", "D1"), Place("slack", "T2", "D9")


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def taken(rate_limiter: RateLimiter, times: int, person: str = "U1", place: Place = _HERE) -> int:
    """Take so many turns and return how many were given."""
    given = 0
    for _ in range(times):
        try:
            rate_limiter.take(RateKind.TURNS, person, place)
        except LimitReached:
            continue
        given += 1
    return given


def test_so_many_at_once_and_then_as_fast_as_they_come_back(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(6, 0)), clock)
    assert taken(rate_limiter, 10) == 6
    clock.now += 10
    assert taken(rate_limiter, 10) == 1
    clock.now += 3_600
    assert taken(rate_limiter, 10) == 6


def test_a_long_text_counts_for_more(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(60, 0)), clock)
    long = weight_of(Typed(RawText("가" * 29_000)))
    assert long == 30
    rate_limiter.take(RateKind.TURNS, "U1", _HERE, long)
    rate_limiter.take(RateKind.TURNS, "U1", _HERE, long)
    assert taken(rate_limiter, 5) == 0
    clock.now += 30
    rate_limiter.take(RateKind.TURNS, "U1", _HERE, long)
    assert weight_of(Typed(RawText("표로 해줘"))) == 1


def test_what_weighs_more_than_there_can_be_is_taken_when_all_is_there(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(6, 0)), clock)
    rate_limiter.take(RateKind.TURNS, "U1", _HERE, 30)
    with pytest.raises(LimitReached):
        rate_limiter.take(RateKind.TURNS, "U1", _HERE, 30)
    clock.now += 60
    rate_limiter.take(RateKind.TURNS, "U1", _HERE, 30)


def test_one_persons_flood_leaves_the_others_theirs(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(5, 100)), clock)
    assert taken(rate_limiter, 50, "U1") == 5
    assert taken(rate_limiter, 5, "U2") == 5


def test_a_community_has_a_limit_of_its_own_and_another_its_own(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(5, 8)), clock)
    assert taken(rate_limiter, 5, "U1") + taken(rate_limiter, 5, "U2") == 8
    assert taken(rate_limiter, 5, "U3", _THERE) == 5


def test_what_the_community_refuses_is_not_taken_from_the_person(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(5, 1)), clock)
    assert taken(rate_limiter, 20, "U1") == 1
    clock.now += 60 * 4
    assert taken(rate_limiter, 1, "U1") == 1


def test_nothing_is_no_limit(clock: Clock) -> None:
    assert taken(RateLimiter(Limits(), clock), 1_000) == 1_000


@pytest.mark.parametrize(("what", "seconds", "minutes"), [(RateKind.TURNS, 10, 1), (RateKind.PROMPTS, 1_800, 30)])
def test_the_refusal_says_when_to_come_back(clock: Clock, what: RateKind, seconds: int, minutes: int) -> None:
    rate_limiter = RateLimiter(Limits(turns=(60, 0), prompts=(2, 0)), clock)
    with pytest.raises(LimitReached) as caught:  # noqa: PT012 - as often as it takes
        for _ in range(61):
            rate_limiter.take(what, "U1", _HERE)
    details = caught.value.details
    assert (details["reason"], details["seconds"], details["minutes"]) == (str(what), seconds, minutes)


def test_who_was_told_a_moment_ago_is_known(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(1, 0)), clock)
    rate_limiter.take(RateKind.TURNS, "U1", _HERE)
    known = []
    for later in (0, 1, 30, 40):
        clock.now += later
        try:
            rate_limiter.take(RateKind.TURNS, "U1", _HERE)
        except LimitReached as error:
            known.append(error.details["known"])
    assert known == [0, 1, 1]


def test_all_of_discord_is_counted_by_server() -> None:
    assert Place("discord", "discord", "guild-1", "thread").community == "guild-1"
    assert _HERE.community == "T1"


def test_memory_does_not_grow_with_everybody_who_ever_came(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.usecases.rate_limiter._SWEEP_ABOVE", 100)
    rate_limiter = RateLimiter(Limits(turns=(5, 0)), clock)
    for number in range(1_000):
        clock.now += 60
        rate_limiter.take(RateKind.TURNS, f"U{number}", _HERE)
    assert len(rate_limiter._buckets) <= 101


def test_threads_take_no_more_than_there_is(clock: Clock) -> None:
    rate_limiter = RateLimiter(Limits(turns=(500, 0)), clock)
    given: list[int] = []
    threads = [threading.Thread(target=lambda: given.append(taken(rate_limiter, 200))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(given) == 500
