"""Leaving out: lines of a prompt that the person has taken away, also where they are the person's own words."""

from collections.abc import Iterable
from dataclasses import replace

from core.prompting.understanding.understanding import Introduction


def is_left_out(line: str, left_out: Iterable[str]) -> bool:
    """Say whether a line is one of those that were taken away: bullets and the space between words tell nothing."""
    wanted = _plain(line)
    return bool(wanted) and any(_plain(each) == wanted for each in left_out)


def without(introduction: Introduction, left_out: tuple[str, ...]) -> Introduction:
    """Return an introduction without the facts, demands and questions that were taken away."""
    if not left_out:
        return introduction
    return replace(
        introduction,
        who=tuple(each for each in introduction.who if not is_left_out(each, left_out)),
        facts=tuple(each for each in introduction.facts if not is_left_out(each, left_out)),
        wishes=tuple(
            each
            for each in introduction.wishes
            if not is_left_out(each.text, left_out) | is_left_out(each.said, left_out)
        ),
        told=tuple(each for each in introduction.told if not is_left_out(each, left_out)),
        questions=tuple(each for each in introduction.questions if not is_left_out(each, left_out)),
    )


def _plain(line: str) -> str:
    return " ".join(line.split()).removeprefix("- ").rstrip(" .").casefold()
