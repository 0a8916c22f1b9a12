import pytest

from core.privacy.entities import EntityType
from core.privacy.manual_marks import marked
from core.privacy.spans import Span
from core.privacy.text import RawText


@pytest.mark.parametrize(
    ("text", "unmarked", "items"),
    [
        ("||오로라||는 다음 달에 나옵니다", "오로라는 다음 달에 나옵니다", ["오로라"]),
        ("이번 ||오로라 프로젝트||와 ||새벽||을", "이번 오로라 프로젝트와 새벽을", ["오로라 프로젝트", "새벽"]),
        ("'오로라 프로젝트' 가려줘", "오로라 프로젝트 가리기", ["오로라 프로젝트"]),
        ("‘오로라’를 가려 주세요.", "오로라 가리기", ["오로라"]),
        ("Mask “Aurora”", "Aurora 가리기", ["Aurora"]),
        ("if (a || b || c) return", "if (a || b || c) return", []),
        ("x||y||z", "x||y||z", []),
        ("f(x)||g||h", "f(x)||g||h", []),
        ("| 이름 || 값 |", "| 이름 || 값 |", []),
        ("||", "||", []),
        ("||||", "||||", []),
        ("||{이름1} 팀||", "||{이름1} 팀||", []),
        ("‘오로라’ 가려줘라는 문장을 다듬어 줘", "‘오로라’ 가려줘라는 문장을 다듬어 줘", []),
        ("오로라 가려줘", "오로라 가려줘", []),
    ],
)
def test_marks_go_and_what_they_held_is_found(text: str, unmarked: str, items: list[str]) -> None:
    raw, spans = marked(RawText(text))
    assert raw.reveal() == unmarked
    assert [unmarked[span.start : span.end] for span in spans] == items
    assert {span.type for span in spans} <= {EntityType.CUSTOM}


def test_a_text_without_marks_is_the_same_text() -> None:
    raw = RawText("표로 정리해 줘")
    assert marked(raw) == (raw, ())
    assert marked(RawText("||가||"))[1] == (Span(0, 1, EntityType.CUSTOM, 0.5),)
