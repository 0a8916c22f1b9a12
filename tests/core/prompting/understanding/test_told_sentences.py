import pytest

from core.prompting.understanding.told_sentences import told


@pytest.mark.parametrize(
    ("said", "formally"),
    [
        ("국간장도 모를 거예요", "국간장도 모를 겁니다."),
        ("내일 민원 넣을거예요", "내일 민원 넣을 겁니다."),
        ("할머니가 계속 연락하셔요", "할머니가 계속 연락하십니다."),
        ("동생이 와요", "동생이 옵니다."),
        ("이거 제 거예요", "이거 제 거입니다."),
    ],
)
def test_casual_sentences_end_formally(said: str, formally: str) -> None:
    assert told(said) == formally
