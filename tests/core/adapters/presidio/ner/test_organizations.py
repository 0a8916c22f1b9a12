"""Organizations: what is offered, and which of it is taken."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.ner.document import Candidate
from core.adapters.presidio.ner.organizations import candidates, chosen
from core.adapters.presidio.ner.tagger import Name
from core.privacy.entities import EntityType
from core.privacy.text import RawText


def _one(text: str, written: str) -> Candidate:
    start = text.index(written)
    return Candidate(start, start + len(written), 0.9, frozenset(("tagger",)))


def test_forms_heads_of_columns_and_the_tagger_offer() -> None:
    text = "거래처\t담당\n느루상사\t염다올"
    offered = {text[one.start : one.end]: one for one in candidates(text, [(Name(7, 11, "OG", 0.4), "tagger2")])}
    assert offered["느루상사"].by == {"column", "ending", "tagger2"}
    assert offered["느루상사"].probability == pytest.approx(0.4)


def test_of_those_that_overlap_the_likeliest_is_taken() -> None:
    text = "온새미 느루상사"
    found = [_one(text, "온새미 느루상사"), _one(text, "느루상사")]
    assert chosen(text, found, [1.0, 2.0], 0.0) == [1]
    assert chosen(text, found, [1.0, 2.0], 3.0) == []


@pytest.mark.parametrize("kind", ["동사무소", "개인병원", "입시학원", "시립요양원", "동네 한의원"])
def test_what_is_the_states_or_a_kind_is_never_taken(kind: str) -> None:
    assert chosen(kind, [_one(kind, kind)], [9.0], 0.0) == []
    assert chosen(f"다온{kind}", [_one(f"다온{kind}", f"다온{kind}")], [9.0], 0.0) == [0]


@pytest.mark.parametrize(
    ("written", "many"),
    [("수면무호흡증", 0), ("과민성대장증후군", 0), ("역류성식도염", 0), ("새롬인증", 1), ("서울보증", 1)],
)
def test_an_illness_is_never_taken(written: str, many: int) -> None:
    assert len(chosen(written, [_one(written, written)], [9.0], 0.0)) == many


@pytest.mark.parametrize("text", ["상호는 비워두고 한 장으로 해주세요", "업체이름은 넣지말고 짧게 써줘"])
def test_a_sentence_that_goes_on_is_no_company(detector: PresidioDetector, text: str) -> None:
    assert EntityType.ORGANIZATION not in [span.type for span in detector.detect(RawText(text))]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("(주)한빛과 계약. 한빛 쪽 답변 대기", "한빛"),
        ("소람로직스 주식회사와 계약. 소람로직스 회신 대기.", "소람로직스"),
        ("Haneul Systems Inc. sent the draft. Haneul Systems wants it by Friday.", "Haneul Systems"),
    ],
)
def test_the_short_form_of_a_company_is_found_beside_its_full_one(
    detector: PresidioDetector, text: str, again: str
) -> None:
    found = [text[span.start : span.end] for span in detector.detect(RawText(text))]
    assert len(found) == 2
    assert found[1] == again


@pytest.mark.parametrize("rest", ["바다에 놀러 가는 일정도 정리해줘", "바다 여행 사진"])
def test_a_word_of_the_language_is_no_company_again(detector: PresidioDetector, rest: str) -> None:
    text = f"(주)바다 견적. {rest}"
    assert [span.end for span in detector.detect(RawText(text))] == [len("(주)바다")]
