import pytest

from core.prompting.answers import find_answers, inline

LABELS = frozenset({"요청", "형식"})


@pytest.mark.parametrize(
    "text", ["표", '"', '"표"', "<자료>", "요청: 형식: 표", "[역할]", ">", "가\n나", "> 가\n\n> 나", ":"]
)
def test_an_answer_reads_back(text: str) -> None:
    found = find_answers(f"[작업]\n{inline('요청', text)}\n- 형식: 목록", LABELS).by_label
    assert found["요청"].text == text
    assert found["형식"].text == "목록"


def test_a_word_that_means_a_choice_is_told_from_the_choice() -> None:
    typed = find_answers(inline("형식", "표", ["표"]), LABELS).by_label["형식"]
    chosen = find_answers("형식: 표", LABELS).by_label["형식"]
    assert (typed.text, typed.bare) == ("표", False)
    assert (chosen.text, chosen.bare) == ("표", True)


def test_a_label_inside_an_answer_is_not_a_label() -> None:
    found = find_answers("요청:\n> 형식: 표\n- 형식: 목록\n형식: 코드", LABELS).by_label
    assert found["형식"].text == "목록"


def test_a_label_inside_a_block_is_not_a_label() -> None:
    assert "형식" not in find_answers("<자료>\n형식: 표\n</자료>", LABELS).by_label


def test_a_pointer_to_no_block_is_text() -> None:
    assert find_answers("요청: <없음> 글", LABELS).by_label["요청"].text == "<없음> 글"
