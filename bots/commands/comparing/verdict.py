"""The verdict: who kept most of what was asked, ahead of whom, and whether that may be chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb, isclose

from bots.commands.comparing.results import ContenderAnswer
from bots.commands.comparing.standing import ParticipantFigures, share_kept
from core.conversation.texts import t
from core.features.comparison import Arm
from core.values.locale import Locale

_SURE = 0.05


@dataclass(frozen=True, slots=True)
class Duel:
    """Two contenders over the briefs that both answered: how often the first kept more, less, or as much."""

    won: int = 0
    lost: int = 0
    level: int = 0

    @property
    def may_be_chance(self) -> bool:
        """Whether two equals would differ as much in more than one of twenty comparisons: a two-sided sign test."""
        decided, most = self.won + self.lost, max(self.won, self.lost)
        beyond = sum(comb(decided, count) for count in range(most, decided + 1))
        return 2 * beyond / (1 << decided) > _SURE


def verdict(
    standings: Sequence[ParticipantFigures], results: Sequence[ContenderAnswer], locale: Locale
) -> Iterator[str]:
    """Yield in sentences who kept most and by what, how people voted, and what the figure cannot tell."""
    ranked = sorted((each for each in standings if each.answers), key=lambda each: -each.adherence)
    if len(ranked) > 1:
        yield from _first_of(ranked, results, locale)
    if any(each.votes for each in standings):
        votes = sorted((each for each in standings if each.votes), key=lambda each: -each.votes)
        yield _say(locale, "voted", votes=", ".join(f"{each.contender} {each.votes}" for each in votes))
    if failed := ", ".join(f"{each.contender} {each.failed}" for each in standings if each.failed):
        yield _say(locale, "failed", failed=failed)
    yield _say(locale, "measures")
    if any(each.contender.partition("@")[0] == Arm.RAW for each in standings):
        yield _say(locale, "raw_asks_little")


def duel(results: Sequence[ContenderAnswer], one: str, other: str) -> Duel:
    """Return how two contenders did against each other."""
    shares = {(result.brief, result.contender): share_kept(result) for result in results if result.answer}
    pairs = [
        (share, shares[brief, other])
        for (brief, name), share in shares.items()
        if name == one
        if (brief, other) in shares
    ]
    won, lost = sum(mine > theirs for mine, theirs in pairs), sum(mine < theirs for mine, theirs in pairs)
    return Duel(won, lost, len(pairs) - won - lost)


def _first_of(
    ranked: Sequence[ParticipantFigures], results: Sequence[ContenderAnswer], locale: Locale
) -> Iterator[str]:
    first, second = ranked[:2]
    if isclose(first.adherence, second.adherence):
        level = [each.contender for each in ranked if isclose(each.adherence, first.adherence)]
        yield _say(locale, "level", names=", ".join(level), share=f"{first.adherence:.0%}")
        return
    yield _say(
        locale,
        "leads",
        name=first.contender,
        share=f"{first.adherence:.0%}",
        other=second.contender,
        other_share=f"{second.adherence:.0%}",
    )
    between = duel(results, first.contender, second.contender)
    yield _say(locale, "duel", won=between.won, lost=between.lost, level=between.level)
    if between.may_be_chance:
        yield _say(locale, "chance")


def _say(locale: Locale, text: str, **details: str | int) -> str:
    return t(locale, f"compare.{text}", **details)
