"""Texts that belong together: what one of them makes known is masked in those before it, labelled or not."""

import pytest

from core.privacy.action import Action
from core.privacy.batch_mask import mask_together
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.values.locale import Locale

_NAME = Span(0, 3, EntityType.PERSON, 0.9)
_PHONE = Span(0, 13, EntityType.PHONE, 0.9)


@pytest.mark.parametrize(
    ("span", "value", "action", "masked", "kept"),
    [
        (_NAME, "김민준", Action.RESTORE, "{이름1}", [RawText("김민준")]),
        (_NAME, "김민준", Action.NEVER, "{이름1}", [None]),
        (_PHONE, "010-2345-6789", Action.REDACT, "", []),
    ],
)
def test_a_text_is_masked_with_what_a_later_one_makes_known(
    span: Span, value: str, action: Action, masked: str, kept: list[RawText | None]
) -> None:
    texts = {"one": (RawText(f"{value} 건"), ()), "two": (RawText(value), (span,))}
    together = mask_together(texts, Vault(), Locale.KO, Policy({span.type: action}))
    assert together.texts == {"one": f"{masked} 건", "two": masked}
    assert [entry.value for entry in together.vault] == kept


def test_where_nothing_is_found_nothing_is_masked_again() -> None:
    together = mask_together({"one": (RawText("주간 보고"), ())}, Vault(), Locale.KO)
    assert together.texts == {"one": "주간 보고"}
