"""Invented conversations to put into the store."""

from dataclasses import replace

from core.conversation.questions import Key
from core.conversation.session import Answer, Improvement, MaskedItem, Phase, Session, Version
from core.messages import Place
from core.ports import StoredSession
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault, VaultEntry
from core.values.locale import Locale

SECRETS = ("윤가람빛", "010-9182-7364", "garam.bit@secret.invalid")
NAME, PHONE, EMAIL = (RawText(secret) for secret in SECRETS)

_ANSWERS = {
    Key.PURPOSE: Answer(MaskedText("{이름1}에게 보낼 회의 초대 이메일을 써줘")),
    Key.BACKGROUND: Answer(MaskedText("총무팀에서 일해요. 문의는 {전화번호1}로 받아요.")),
    Key.FORM: Answer(MaskedText("표로 해줘"), "table"),
    Key.LENGTH: Answer(MaskedText("2"), "medium"),
    Key.LANGUAGE: Answer(MaskedText("한국어"), "korean"),
    Key.LEVEL: Answer(MaskedText("전문가"), "expert"),
}
_PROMPT = MaskedText(
    "[역할] 총무 담당자\n[작업] {이름1}에게 보낼 초대 이메일을 쓴다.\n" + "[제약] 높임말을 쓴다.\n" * 30
)


def place(thread: str = "1700000000.000100", platform: str = "slack", workspace: str = "T1") -> Place:
    return Place(platform, workspace, "C1", thread, private=False)


def started(session_id: str = "s1", person: str = "U1", at: Place | None = None) -> StoredSession:
    """A session that was just begun."""
    return StoredSession(Session(session_id, Locale.KO), at or place(session_id), person, Vault())


def generating(session_id: str = "s1", person: str = "U1", at: Place | None = None) -> StoredSession:
    """A session whose prompt is being made."""
    vault = Vault(
        (
            VaultEntry("{이름1}", EntityType.PERSON, NAME),
            VaultEntry("{전화번호1}", EntityType.PHONE, PHONE, kept=True),
            VaultEntry("{이메일1}", EntityType.EMAIL, EMAIL),
            VaultEntry("{비밀1}", EntityType.SECRET, None),
        ),
        frozenset({"{이름2}", "{이름3}"}),
    )
    held = started(session_id, person, at)
    items = tuple(MaskedItem(entry.label, entry.type, entry.kept) for entry in vault)
    session = replace(held.session, phase=Phase.GENERATING, answers=_ANSWERS, items=items)
    return replace(held, session=session, vault=vault)


def finished(session_id: str = "s1", person: str = "U1", at: Place | None = None) -> StoredSession:
    """A session with its first prompt."""
    held = generating(session_id, person, at)
    improvement = Improvement("role", MaskedText("총무 담당자"), MaskedText("역할이 없었어요"), "purpose")
    version = Version(1, _PROMPT, _ANSWERS, (improvement,) * 5, (MaskedText("{이름1}은 가려졌어요"),), model="mixtral")
    return replace(held, session=replace(held.session, phase=Phase.DONE, versions=(version,), current_version=1))
