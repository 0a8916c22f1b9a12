"""Explanations: every rule has a name, every near miss a reason, and nothing is found that is not also masked."""

from pathlib import Path

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.items import candidates
from core.adapters.presidio.items import rules as of_items
from core.adapters.presidio.ner import organization_forms
from core.adapters.presidio.ner import rules as of_names
from core.adapters.presidio.recognizers.pattern import PatternRecognizer
from core.adapters.presidio.recognizers.registry import recognizers
from core.conversation.texts import TEXTS
from core.privacy.entities import EntityType
from core.privacy.explanation import NearMiss, Refusal
from core.privacy.text import RawText

_RULES = [
    (type(recognizer).__name__, rule)
    for recognizer in recognizers()
    if isinstance(recognizer, PatternRecognizer)
    for rule, _ in recognizer._rules
]
# The text, what in it stays, its type and the rule that offers it.
_NEAR: dict[Refusal, tuple[str, str, EntityType, str]] = {
    Refusal.CHECK: ("카드 대신 010-0000-0000이라고 적어 줘", "010-0000-0000", EntityType.PHONE, "mobile number"),
    Refusal.SURROUNDINGS: ("펌웨어 버전은 10.2.3.4로 올려 줘", "10.2.3.4", EntityType.IP, "IPv4 address"),
    Refusal.UNANNOUNCED: ("점수는 234-5678로 나왔다", "234-5678", EntityType.PHONE, "number without its area code"),
    Refusal.FAMOUS: ("나폴레옹의 생애를 써 줘", "나폴레옹", EntityType.PERSON, "tagger"),
    Refusal.PUBLIC: ("한국은행의 금리 발표를 요약해 줘", "한국은행", EntityType.ORGANIZATION, "tagger"),
    Refusal.WORD: ("Explain how Kubernetes and Docker work together", "Kubernetes", EntityType.PERSON, "tagger"),
    Refusal.UNSURE: (
        "접수번호 2026-11-000123",
        "2026-11-000123",
        EntityType.ID_NUMBER,
        "judged by its surroundings: letters with digits",
    ),
}


@pytest.mark.parametrize("refusal", _NEAR)
def test_each_reason_is_told_of_a_near_miss(detector: PresidioDetector, refusal: Refusal) -> None:
    text, what, entity_type, rule = _NEAR[refusal]
    assert (what, entity_type, rule, refusal) in [_seen(text, one) for one in detector.explain(RawText(text)).refused]


def test_what_the_operator_lets_stay_is_told(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("allow: 김서연\ndeny: 오로라\nregex ID_NUMBER: 봉화-[0-9]+\n", "utf-8")
    text = "성명: 김서연, 오로라의 봉화-12"
    explanation = PresidioDetector(lists).explain(RawText(text))
    assert [_seen(text, one) for one in explanation.refused] == [
        ("김서연", EntityType.PERSON, "key of a form", Refusal.OPERATOR)
    ]
    assert [one.rule for one in explanation.found] == ["word of the operator's list", "pattern of the operator's list"]


def test_every_reason_is_reached_above_and_worded() -> None:
    assert {*_NEAR, Refusal.OPERATOR} == {*Refusal}
    for texts in TEXTS.values():
        assert {f"mask.{refusal}" for refusal in Refusal} <= texts.keys()


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [(recognizer, rule.name) for recognizer, rule in _RULES]
    assert len(set(names)) == len(names) > 100
    assert [name for _, name in names if len(name) < 3 or name != name.strip()] == []


def test_whatever_offers_a_name_or_an_item_has_a_name() -> None:
    assert {name for name, _ in candidates.FORMS} | {"announced"} == of_items.RULES.keys()
    assert {name for name, _ in organization_forms.FORMS} < of_names.RULES.keys()
    assert len({*of_names.RULES.values()}) == len(of_names.RULES)


def test_what_is_explained_is_what_is_masked_and_a_name_tells_its_kinds(detector: PresidioDetector) -> None:
    text = RawText("김하늘 과장(010-2345-6789)은 나폴레옹과 한국은행을 안다. 봄빛상사 담당: 이나래")
    explanation = detector.explain(text)
    assert tuple(one.span for one in explanation.found) == detector.detect(text)
    assert [one.span.by for one in explanation.found] == [span.by for span in detector.detect(text)]
    kinds = {text.reveal()[one.span.start : one.span.end]: one.kinds for one in explanation.refused}
    assert kinds["나폴레옹"] == ("famous", "famous.namesake", "foreign")


def test_near_misses_are_told_in_the_order_of_the_text(detector: PresidioDetector) -> None:
    text = "한국은행과 나폴레옹의 관계"
    assert [_seen(text, one)[0] for one in detector.explain(RawText(text)).refused] == ["한국은행", "나폴레옹"]


def _seen(text: str, one: NearMiss) -> tuple[str, EntityType, str, Refusal]:
    return text[one.span.start : one.span.end], one.span.type, one.rule, one.refusal
