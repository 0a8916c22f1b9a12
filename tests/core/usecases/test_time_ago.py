"""How long ago something was, in words."""

from datetime import datetime, timedelta

import pytest

from core.usecases.time_ago import ago
from core.values.locale import Locale

_NOW = datetime(2026, 3, 5, 9, 30)  # noqa: DTZ001 - days are those of the machine's time zone


@pytest.mark.parametrize(
    ("before", "korean", "english"),
    [
        (timedelta(minutes=-3), "방금", "just now"),
        (timedelta(minutes=9), "방금", "just now"),
        (timedelta(minutes=11), "오늘", "today"),
        (timedelta(hours=9), "오늘", "today"),
        (timedelta(hours=10), "어제", "yesterday"),
        (timedelta(days=1, hours=9), "어제", "yesterday"),
        (timedelta(days=2), "그저께", "two days ago"),
        (timedelta(days=3), "3일 전", "3 days ago"),
        (timedelta(days=6), "6일 전", "6 days ago"),
        (timedelta(days=7), "2월 26일", "26 February"),
        (timedelta(days=70), "2025년 12월 25일", "25 December 2025"),
    ],
)
def test_a_time_is_said_as_people_say_it(before: timedelta, korean: str, english: str) -> None:
    at, now = (_NOW - before).timestamp(), _NOW.timestamp()
    assert (ago(at, now, Locale.KO), ago(at, now, Locale.EN)) == (korean, english)
