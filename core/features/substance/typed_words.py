"""What is typed about a model's proposals and questions: 제안 2 빼줘, suggestions all off, 추가 질문 1."""

import re
from typing import Final

from core.conversation.events import Event
from core.conversation.session import Phase, Session
from core.features.substance.events import ProposalsSwitched, QuestionOpened
from core.features.substance.handlers import advice_of
from core.privacy.text import MaskedText

_PHASES: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS})
_OUT: Final = r"빼기|끄기|(?:빼|지워|없애|꺼)\s?(?:줘|주세요)?|off|out|drop|remove"
_IN: Final = r"(?:다시\s)?(?:넣기|켜기|(?:넣어|되살려|켜)\s?(?:줘|주세요)?)|on|in|back|keep"
_SPOKEN_OF: Final = re.compile(
    rf"^(?:(?P<verb_before>drop|remove|keep)\s)?(?:ai\s?)?(?:제안|suggestion)s?\s?(?:#\s?)?(?P<number>\d{{1,2}})?\s?번?"
    rf"(?P<all>\s?(?:모두|전부|다|all))?\s?(?:은|는|을|를)?\s?(?:(?P<out>{_OUT})|(?P<back>{_IN}))?$"
)
_ASKED: Final = re.compile(r"^(?:추가\s?질문|extra question)\s?#?(?P<number>[1-9])\s?번?$")
_OUT_BEFORE: Final = frozenset({"drop", "remove"})


def proposals_in(session: Session, text: MaskedText) -> Event | None:
    """Return what a text does with the proposals; None where it speaks of none, or without saying which."""
    if session.phase not in _PHASES:
        return None
    advice, plain = advice_of(session), " ".join(text.casefold().split()).rstrip(".!~")
    asked = _ASKED.match(plain)
    if asked and int(asked["number"]) <= len(advice.questions):
        return QuestionOpened(int(asked["number"]))
    return _spoken_of(plain) if advice.proposals else None


def _spoken_of(text: str) -> ProposalsSwitched | None:
    found = _SPOKEN_OF.match(text)
    if found is None:
        return None
    before = found["verb_before"]
    wanted = False if found["out"] or before in _OUT_BEFORE else True if found["back"] or before else None
    if found["number"]:
        return ProposalsSwitched(int(found["number"]), wanted) if int(found["number"]) else None
    return ProposalsSwitched(0, wanted) if wanted is not None else None
