"""How long ago something was, as people say it."""

from datetime import datetime
from typing import Final

from core.conversation.texts import t
from core.values.locale import Locale

_NOW_S: Final = 10 * 60
_COUNTED: Final = 6  # days; a week and more is said by its date
_BY_NAME: Final = ("ago.today", "ago.yesterday", "ago.before_yesterday")


def ago(at: float, now: float, locale: Locale) -> str:
    """Return when something was, in words; both times are Unix seconds, days are those of this machine's time zone."""
    if now - at < _NOW_S:
        return t(locale, "ago.now")
    then, today = datetime.fromtimestamp(at).astimezone(), datetime.fromtimestamp(now).astimezone()
    days = (today.date() - then.date()).days
    if days < len(_BY_NAME):
        return t(locale, _BY_NAME[days])
    if days <= _COUNTED:
        return t(locale, "ago.days", count=days)
    month = t(locale, "ago.months").split()[then.month - 1]
    text = "ago.date" if then.year == today.year else "ago.date_of_year"
    return t(locale, text, day=then.day, month=month, year=then.year)
