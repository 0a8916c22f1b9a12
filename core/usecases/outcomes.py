"""What people keep and change, told from a session before and after something happened to it."""

from collections.abc import Iterator

from core.conversation.questions import Key
from core.conversation.session import Job, Phase, Session, Version
from core.ports.counters import Choice, Outcome
from core.privacy.spans import BY_PERSON
from core.sessions.briefing import understanding_of

_PROMPT = "prompt"
_RESULTS = {"taken": "kept", "unticked": "unticked"}


def outcomes(before: Session, after: Session) -> Iterator[Outcome]:
    """Yield what is to be counted once more."""
    if before.phase is Phase.GAPS and after.open_gap == before.open_gap + 1 and before.open_gap < len(before.gaps):
        answered = _constraints(after) != _constraints(before)
        slot = before.gaps[before.open_gap]
        yield Outcome(Choice.GAP, _intent(after), slot, "answered" if answered else "left")
    if _is_refined(before, after):
        intent = before.in_use.task_type or "" if before.in_use else ""
        yield from (Outcome(Choice.REFINEMENT, intent, str(key), "changed") for key in _changed(before, after))
    yield from _switched(before, after)
    known = {version.number for version in before.versions}
    for version in after.versions:
        if version.number not in known:
            yield from _proposals(version)


def _switched(before: Session, after: Session) -> Iterator[Outcome]:
    """Yield what a person kept of what was masked, or masked of what was not: of what kind it is, in any interview."""
    known = {item.label: item.kept for item in before.items}
    for item in after.items:
        was_kept = known.get(item.label)
        is_own = item.found_by == BY_PERSON if was_kept is None else was_kept != item.kept
        if is_own:
            detail = f"{item.type}: {item.found_by}" if item.found_by else str(item.type)
            yield Outcome(Choice.ITEM, "", detail, "kept" if item.kept else "masked")


def _proposals(version: Version) -> Iterator[Outcome]:
    """Yield what became of each proposal for a version; a model's own prompt counts as one."""
    for decision in version.decisions:
        part, _, reasons = decision.partition(": ")
        if part == _PROMPT or not version.is_by_model:
            result = _RESULTS.get(reasons, "dropped")
            yield Outcome(Choice.PROPOSAL, version.task_type or "", part, result)


def _is_refined(before: Session, after: Session) -> bool:
    """Say whether a finished prompt is made anew with other answers."""
    begins = before.phase is Phase.DONE and after.phase is Phase.GENERATING and after.job is Job.PROMPT
    return begins and before.in_use is not None


def _changed(before: Session, after: Session) -> Iterator[Key]:
    answers = before.in_use.answers if before.in_use else before.answers
    return (key for key in Key if answers.get(key) != after.answers.get(key))


def _constraints(session: Session) -> object:
    return session.answers.get(Key.CONSTRAINTS)


def _intent(session: Session) -> str:
    found = understanding_of(session)
    return found.intent.id if found else ""
