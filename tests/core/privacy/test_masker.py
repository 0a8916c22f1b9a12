"""Masking many texts with one masker is masking them one by one, but what is known is prepared once."""

from dataclasses import replace
from random import Random

import pytest

from core.conversation.questions import Key
from core.conversation.session import Answer, Session
from core.privacy.entities import EntityType
from core.privacy.mask import Masker, mask, mask_again
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.value_forms import forms
from core.privacy.vault import Vault, VaultEntry
from core.sessions.masking import mask_into
from core.values.locale import Locale

_WORDS = (
    *("김민준 대리", "김 대리", "김 과장", "민준씨", "김민준", "김 민 준"),
    *("이서연 팀장", "이 팀장", "서연이가", "박서연", "John Smith", "SMITH", "john"),
    *("한빛상사", "한빛 상사", "010-2345-6789", "01023456789", "{이름2}", "{이름1}", "회의록"),
)
_TYPES = {"한": EntityType.ORGANIZATION, "0": EntityType.PHONE}


def found(text: str, random: Random) -> tuple[Span, ...]:
    """Find some of the words, as a detector does that sees this and overlooks that."""
    spans, at = [], 0
    for word in text.split(", "):
        name = word.removesuffix(" 대리").removesuffix(" 과장").removesuffix(" 팀장")
        if word[0] not in "{회" and random.random() < 0.6:
            spans.append(Span(at, at + len(name), _TYPES.get(word[0], EntityType.PERSON), 1.0))
        at += len(word) + 2
    return tuple(spans)


@pytest.mark.parametrize("seed", range(150))
def test_one_masker_for_all_texts_gives_what_one_for_each_does(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - to be the same each time
    together, vault = Masker(Vault(), Locale.KO), Vault()
    masked = []
    for _ in range(4):
        text = ", ".join(random.choices(_WORDS, k=random.randint(1, 7)))
        spans = found(text, random)
        one = mask(RawText(text), spans, vault, Locale.KO)
        assert together.mask(RawText(text), spans) == replace(one, ambiguous=together.mask(RawText(""), ()).ambiguous)
        vault = one.vault
        masked.append(one.text)
    for stored in masked:
        again = mask_again(stored, vault, Locale.KO)
        vault = again.vault
        assert together.again(stored) == again.text
    assert together.seen == vault


def test_what_a_known_part_of_a_name_leads_to_is_known_in_the_next_text() -> None:
    known = mask(RawText("민준"), [Span(0, 2, EntityType.PERSON, 1.0)], Vault(), Locale.KO).vault
    masker = Masker(known, Locale.KO)
    assert masker.again(MaskedText("김민준 대리가")) == "{이름1-2} 대리가"
    assert masker.again(MaskedText("김 대리에게")) != "김 대리에게"


def test_what_is_known_is_prepared_once_whatever_the_number_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{a}{b}{c}" for a in "김이박최정" for b in "가나다라마바" for c in "준혁빈율솔람찬"]
    text = ", ".join(names)
    spans = tuple(Span(number * 5, number * 5 + 3, EntityType.PERSON, 1.0) for number in range(len(names)))
    session = Session("s", Locale.KO, answers={key: Answer(MaskedText("회의")) for key in Key})
    prepared = []

    def counted(value: str, entity_type: EntityType) -> object:
        prepared.append(value)
        return forms(value, entity_type)

    monkeypatch.setattr("core.privacy.occurrences.forms", counted)
    texts = {str(number): (RawText(text), spans) for number in range(6)}
    assert len(mask_into(session, Vault(), texts, None).vault.entries) == len(names)
    # Found in six texts, and got labels once.
    assert len(prepared) <= 7 * len(names)


def test_a_surname_belongs_to_a_known_given_name_and_to_no_known_company() -> None:
    spans = [Span(0, 2, EntityType.ORGANIZATION, 1.0), Span(3, 6, EntityType.PERSON, 1.0)]
    known = mask(RawText("솔빛 이서연"), spans, Vault(), Locale.KO).vault
    masker = Masker(known, Locale.KO)
    assert masker.again(MaskedText("김솔빛이 솔빛에서 박서연과")) == "김솔빛이 {기관1}에서 {이름2}와"


def test_a_label_that_no_form_can_follow_is_a_mistake() -> None:
    vault = Vault((VaultEntry("[someone]", EntityType.PERSON, RawText("김민준")),))
    with pytest.raises(ValueError, match="another shape"):
        mask(RawText("민준 씨가"), [Span(0, 2, EntityType.PERSON, 1.0)], vault, Locale.KO)


def test_a_surname_with_its_title_is_forgotten_in_the_next_text() -> None:
    masker = Masker(Vault(), Locale.KO)
    masker.mask(RawText("김 대리가"), [Span(0, 1, EntityType.PERSON, 1.0)])
    assert masker.mask(RawText("김대리가"), [Span(0, 3, EntityType.PERSON, 1.0)]).text == "{이름2}가"
