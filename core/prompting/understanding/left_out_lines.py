"""Leaving out: lines of a prompt that the person has taken away, also where they are the person's own words."""

from collections.abc import Iterable
from dataclasses import replace

from core.prompting.understanding.formal_statements import state
from core.prompting.understanding.typos import mend
from core.prompting.understanding.understanding import Introduction


def is_left_out(line: str, left_out: Iterable[str]) -> bool:
    """Say whether a line is one of those that were taken away: bullets and the space between words tell nothing."""
    wanted = _plain(line)
    return bool(wanted) and any(_plain(each) == wanted for each in left_out)


def without(introduction: Introduction, left_out: tuple[str, ...]) -> Introduction:
    """Return an introduction without the sentences and demands that were taken away, and what was read in them."""
    if not left_out:
        return introduction
    told = tuple(each for each in introduction.told if is_left_out(state(each), left_out))
    whole = (each.said for each in introduction.wishes if not each.is_read and is_left_out(each.text, left_out))
    gone = tuple(_plain(mend(each)) for each in (*told, *whole))
    return replace(
        introduction,
        who=tuple(each for each in introduction.who if not _stands_in(each, gone)),
        facts=tuple(each for each in introduction.facts if not _stands_in(each, gone)),
        wishes=tuple(
            each
            for each in introduction.wishes
            if not (is_left_out(each.text, left_out) or _stands_in(each.said, gone))
        ),
        told=tuple(each for each in introduction.told if each not in told),
    )


def _stands_in(clause: str, gone: Iterable[str]) -> bool:
    """Whether a clause stands in one of the sentences that were taken away."""
    return any(_plain(mend(clause)) in sentence for sentence in gone)


def _plain(line: str) -> str:
    return " ".join(line.split()).removeprefix("- ").rstrip(" .").casefold()
