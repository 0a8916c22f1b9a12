"""The anonymizer: Presidio's engines give what the pure one does with labels, and carry out the operator's choice."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presidio_anonymizer.operators import Decrypt

from core.adapters.presidio.anonymizer import PresidioAnonymizer
from core.errors import DetectorError
from core.privacy.action import Action
from core.privacy.anonymizer import Item
from core.privacy.batch_mask import mask_together
from core.privacy.entities import EntityType
from core.privacy.mask import mask
from core.privacy.policy import Policy
from core.privacy.restore import restore
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.values.locale import Locale

_KEY = b"0123456789abcdef"
_ENGINES = PresidioAnonymizer(_KEY)
_TEXT = "김민준은 010-2345-6789로, 이서연은 seoyeon@hanbit.example로"
_SPANS = (
    Span(0, 3, EntityType.PERSON, 0.9),
    Span(5, 18, EntityType.PHONE, 0.9),
    Span(21, 24, EntityType.PERSON, 0.9),
    Span(26, 48, EntityType.EMAIL, 0.9),
)


def masked(policy: str) -> str:
    rules = Policy(Policy.parse(policy).actions, _ENGINES)
    return mask(RawText(_TEXT), _SPANS, Vault(), Locale.KO, rules).text


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        ("", "{이름1}은 {전화번호1}로, {이름2}는 {이메일1}로"),
        ("phone=mask", "{이름1}은 *************로, {이름2}는 {이메일1}로"),
        ("PERSON=replace, phone=redact", "<PERSON>은 로, <PERSON>은 {이메일1}로"),
        (
            "email=hash",
            "{이름1}은 {전화번호1}로, {이름2}는 " + hashlib.sha256(b"seoyeon@hanbit.example" + _KEY).hexdigest() + "로",
        ),
        ("phone=never", "{이름1}은 {전화번호1}로, {이름2}는 {이메일1}로"),
    ],
)
def test_each_type_has_the_operator_that_the_policy_names(policy: str, text: str) -> None:
    assert masked(policy) == text


def test_who_has_the_key_can_decrypt() -> None:
    token = masked("phone=encrypt").removeprefix("{이름1}은 ").split("로,")[0]
    assert Decrypt().operate(token, {"key": _KEY}) == "010-2345-6789"


def test_what_has_no_label_is_in_no_vault_and_not_restored() -> None:
    policy = Policy({EntityType.PHONE: Action.MASK}, _ENGINES)
    result = mask(RawText(_TEXT), _SPANS, Vault(), Locale.KO, policy)
    assert result.labels == ("{이름1}", "{이름2}", "{이메일1}")
    assert {entry.type for entry in result.seen} == {EntityType.PERSON, EntityType.EMAIL}
    assert unmask(result.text, result.vault, _ENGINES).reveal() == _TEXT.replace("010-2345-6789", "*" * 13)


def test_an_item_found_in_one_text_of_an_event_is_masked_in_the_texts_before_it() -> None:
    policy = Policy({EntityType.PHONE: Action.REPLACE}, _ENGINES)
    texts = {
        "one": (RawText("010-2345-6789로"), ()),
        "two": (RawText("010-2345-6789"), (Span(0, 13, EntityType.PHONE, 1),)),
    }
    assert mask_together(texts, Vault(), Locale.KO, policy).texts == {"one": "<PHONE>로", "two": "<PHONE>"}


def test_neighbours_are_not_merged() -> None:
    spans = (Span(0, 3, EntityType.PERSON, 1), Span(4, 7, EntityType.PERSON, 1), Span(7, 10, EntityType.PERSON, 1))
    policy = Policy({EntityType.PERSON: Action.REPLACE}, _ENGINES)
    text = mask(RawText("김철수 이영희박서연"), spans, Vault(), Locale.KO, policy).text
    assert text == "<PERSON> <PERSON><PERSON>"


def test_a_surname_with_two_titles_has_two_labels() -> None:
    spans = (Span(0, 1, EntityType.PERSON, 1), Span(7, 8, EntityType.PERSON, 1))
    text = mask(RawText("김 대리님과 김 과장님"), spans, Vault(), Locale.KO, Policy(anonymizer=_ENGINES)).text
    assert text == "{이름1} 대리님과 {이름2} 과장님"


def test_an_altered_label_is_restored_with_its_particle() -> None:
    vault = mask(RawText(_TEXT), _SPANS, Vault(), Locale.KO).vault
    restored = restore(MaskedText("{ 이름 1 }는 [이름2]이 쓴"), vault, anonymizer=_ENGINES)
    assert restored.text.reveal() == "김민준은 이서연이 쓴"


_PIECES = st.lists(
    st.tuples(st.sampled_from(["", " ", "은 ", "에게 ", "\n", "가"]), st.sampled_from(["김민준", "이서연", "박철수"])),
    max_size=6,
)


@given(_PIECES)
def test_with_labels_alone_the_engines_give_what_the_pure_one_does(pieces: list[tuple[str, str]]) -> None:
    text, spans = "", []
    for gap, name in pieces:
        text += gap
        spans.append(Span(len(text), len(text) + len(name), EntityType.PERSON, 1.0))
        text += name
    engines = mask(RawText(text), spans, Vault(), Locale.KO, Policy(anonymizer=_ENGINES))
    assert engines == mask(RawText(text), spans, Vault(), Locale.KO)
    assert unmask(engines.text, engines.vault, _ENGINES).reveal() == text


def test_a_failing_operator_lets_nothing_of_the_text_out() -> None:
    item = Item(0, 13, EntityType.PHONE, Action.ENCRYPT)
    with pytest.raises(DetectorError) as failure:
        PresidioAnonymizer(b"too short").anonymize(RawText("010-2345-6789"), [item])
    assert failure.value.__cause__ is None
    assert "010" not in repr(failure.value)
