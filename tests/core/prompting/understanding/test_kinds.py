"""Kinds: what a fact tells."""

import pytest

from core.prompting.understanding.kinds import KINDS, Kind, chances_of


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("창고 문이 잠겨 물건을 못 꺼냄", Kind.EVENT),
        ("나머지 30상자는 목요일에 보내드림", Kind.REMEDY),
        ("일시는 7월 8일 오후 4시", Kind.WHEN),
        ("예산은 70만원", Kind.MONEY),
        ("연락처: {전화번호2}", Kind.CONTACT),
        ("문의는 {이메일2}", Kind.CONTACT),
        ("온실 평균 28, 바깥 평균 19", Kind.RESULT),
        ("땅콩을 못 먹음", Kind.LIMIT),
        ("The fee is 25 euros", Kind.MONEY),
    ],
)
def test_what_a_fact_tells(fact: str, kind: Kind) -> None:
    assert KINDS[int(chances_of(fact).argmax())] is kind


def test_values_and_names_of_labels_do_not_matter() -> None:
    assert (chances_of("예산은 30만원") == chances_of("예산은 9,500만원")).all()
    assert (chances_of("문의는 {전화번호1}") == chances_of("문의는 {전화번호7}")).all()


@pytest.mark.parametrize("fact", ["", " ", "…", "😀", "{", "a" * 5_000])
def test_any_text_has_chances(fact: str) -> None:
    assert chances_of(fact).sum() == pytest.approx(1)
