import pytest

from core.adapters.presidio.ner.tails import is_tail


@pytest.mark.parametrize(
    "rest", ["", "가", "이가", "에게", "한테서", "님께서는", "씨는", "이랑은", "입니다", "이었다", "까지만", "네가"]
)
def test_particles_and_the_copula_are_tails(rest: str) -> None:
    assert is_tail(rest)


@pytest.mark.parametrize("rest", ["회사", "동네", "가방", "는데요정말", "시장", "박사"])
def test_words_are_not(rest: str) -> None:
    assert not is_tail(rest)
