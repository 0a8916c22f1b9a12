"""Masking into a session: what one text makes known is masked in all, and every label can be restored."""

from core.conversation.questions import Key
from core.conversation.session import Answer, Session
from core.privacy.action import Action
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.sessions.masking import MaskedIn, mask_into
from core.values.locale import Locale

MINJUN = "김민준은 신입"
SECRET = "hunter-2-hunter"


def session(purpose: str = "") -> Session:
    return Session("one", Locale.KO, answers={Key.PURPOSE: Answer(MaskedText(purpose))})


def into(before: Session, vault: Vault, policy: Policy | None = None, **texts: str) -> MaskedIn:
    """Mask texts, in which the detector finds 김민준 and what stands behind 암호."""
    found = {}
    for name, text in texts.items():
        spans = [Span(0, 3, EntityType.PERSON, 0.9)] if text.startswith("김민준") else []
        spans += [Span(3, 3 + len(SECRET), EntityType.SECRET, 0.9)] if text.startswith("암호 ") else []
        found[name] = (RawText(text), tuple(spans))
    return mask_into(before, vault, found, policy)


def test_what_was_said_earlier_is_masked_and_can_be_restored() -> None:
    result = into(session("민준한테 줄 카드"), Vault(), text=MINJUN)
    purpose = result.session.answers[Key.PURPOSE].text
    assert purpose == "{이름1-2}한테 줄 카드"
    assert unmask(purpose, result.vault).reveal() == "민준한테 줄 카드"
    assert [item.label for item in result.session.items] == ["{이름1}", "{이름1-2}"]


def test_texts_of_one_form_are_masked_with_what_a_later_one_makes_known() -> None:
    result = into(session(), Vault(), purpose="민준한테 카드", background=MINJUN)
    assert result.texts == {"purpose": "{이름1-2}한테 카드", "background": "{이름1}은 신입"}
    assert unmask(result.texts["purpose"], result.vault).reveal() == "민준한테 카드"


def test_a_value_that_is_kept_nowhere_is_masked_in_every_text_of_the_event() -> None:
    policy = Policy({EntityType.SECRET: Action.NEVER})
    before = session(f"{SECRET}로 들어가기")
    result = into(before, Vault(), policy, purpose=f"{SECRET} 입력", background=f"암호 {SECRET} 입니다")
    assert SECRET not in "".join(result.texts.values())
    assert SECRET not in result.session.answers[Key.PURPOSE].text
    assert [entry.value for entry in result.vault] == [None]


def test_who_may_be_meant_by_an_earlier_text_is_asked() -> None:
    two = "김민준은 신입, 이민준은 대리"
    spans = (Span(0, 3, EntityType.PERSON, 0.9), Span(9, 12, EntityType.PERSON, 0.9))
    result = mask_into(session("민준한테 줄 카드"), Vault(), {"text": (RawText(two), spans)}, None)
    assert result.session.answers[Key.PURPOSE].text == "{이름3}한테 줄 카드"
    assert [item.label for item in result.session.items if item.ambiguous] == ["{이름3}"]
