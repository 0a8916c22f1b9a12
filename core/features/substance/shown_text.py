"""How a model's proposals are worded in the summary."""

from core.conversation.texts import t
from core.conversation.understood import Proposed
from core.values.locale import Locale


def line_of(proposed: Proposed, locale: Locale) -> str:
    """Return a proposal as a line with its tick: ☑ 다룰 것: 첫날에 만날 사람을 적습니다."""
    return f"{'☑' if proposed.wanted else '☐'} {t(locale, f'proposal.{proposed.part}')}: {proposed.text}"
