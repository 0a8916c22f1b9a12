"""A session in any phase, as tests of the conversation need one."""

import dataclasses
from collections.abc import Mapping

from core.conversation.questions import Key
from core.conversation.replies import Reply, Tell
from core.conversation.session import (
    Answer,
    Asked,
    Confirming,
    FeatureData,
    Job,
    MaskedItem,
    Phase,
    Session,
    State,
    Version,
)
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.registry import MACHINE
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText
from core.values.locale import Locale

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


def session(state: State, **changes: object) -> Session:
    """Return a session with a finished prompt and a masked item; of a job or a question, one that stands there."""
    jobs, asked = MACHINE.jobs, {*Asked, *LibraryAsked}
    phase = Phase.GENERATING if state in jobs else Phase.CONFIRMING if state in asked else state
    kept: list[FeatureData] = []
    if phase is LibraryPhase.FILLING:
        kept.append(TemplateForm(MaskedText("{이름1}에게"), ("{이름1}",), back=BENEATH))
    if phase is Phase.CONFIRMING:
        kept.append(Confirming(state if state in asked else Asked.FORGET, number=3, back=BENEATH))
    made = Session(
        "s1",
        Locale.KO,
        phase,
        answers=ANSWERS if phase not in {Phase.NEW, Phase.ASKING} else {},
        items=(MaskedItem("{이름1}", EntityType.PERSON),),
        versions=(VERSION,),
        current_version=1,
        gaps=("to", "action") if phase is Phase.GAPS else (),
        job=state if state in jobs else Job.PROMPT,
        data=tuple(kept),
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def tells(replies: tuple[Reply, ...]) -> list[str]:
    """Return the sentences that are told."""
    return [reply.text for reply in replies if isinstance(reply, Tell)]
