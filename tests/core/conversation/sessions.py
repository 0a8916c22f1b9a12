"""A session in any phase, as tests of the conversation need one."""

import dataclasses
from collections.abc import Mapping

from core.conversation.questions import Key
from core.conversation.replies import Reply, Tell
from core.conversation.session import Answer, Asked, Confirming, Filling, MaskedItem, Phase, Session, Version
from core.locale import Locale
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText

ANSWERS: Mapping[Key, Answer] = {
    Key.PURPOSE: Answer(MaskedText("회의록 정리해 줘")),
    Key.BACKGROUND: Answer(MaskedText("기획팀입니다")),
    Key.FORM: Answer(MaskedText("표로"), "table"),
    Key.LENGTH: Answer(MaskedText("보통"), "medium"),
    Key.LANGUAGE: Answer(MaskedText("한국어"), "korean"),
    Key.LEVEL: Answer(MaskedText("대학생"), "university"),
}
VERSION = Version(1, MaskedText("[역할] …"), ANSWERS)
BENEATH = Phase.SUMMARY
"""The phase that those lie over which lie over one."""


def session(phase: Phase, **changes: object) -> Session:
    """Return a session with a finished prompt and a masked item."""
    made = Session(
        "s1",
        Locale.KO,
        phase,
        answers=ANSWERS if phase not in {Phase.NEW, Phase.ASKING} else {},
        items=(MaskedItem("{이름1}", EntityType.PERSON),),
        versions=(VERSION,),
        current_version=1,
        gaps=("to", "action") if phase is Phase.GAPS else (),
        filling=Filling(MaskedText("{이름1}에게"), ("{이름1}",), back=BENEATH) if phase is Phase.FILLING else None,
        confirming=Confirming(Asked.FORGET, BENEATH) if phase is Phase.CONFIRMING else None,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def tells(replies: tuple[Reply, ...]) -> list[str]:
    """Return the sentences that are told."""
    return [reply.text for reply in replies if isinstance(reply, Tell)]
