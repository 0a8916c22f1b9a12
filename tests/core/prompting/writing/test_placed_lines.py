"""Placed parts in the layout: they stand among the parts of a text or on a line of their own."""

from core.prompting.compose import compose
from core.values.choices import Form
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, background: str, form: Form = Form.PROSE) -> str:
    return compose(brief(purpose, background=background, form=form)).prompt


def test_titles_that_come_first_take_the_place_of_the_title() -> None:
    prompt = prompt_of(
        "고양이 모래 블로그 글 써줘", "제목 후보 5개 먼저 주고 본문 써주세요. 마지막에 해시태그 10개 달아줘."
    )
    assert "구성: 제목 후보 5개 → 첫 문단 → 소제목별 본문 → 해시태그 10개" in prompt


def test_without_parts_each_stands_on_a_line() -> None:
    prompt = prompt_of("환경 동아리 활동 보고서", "마지막에는 다음 활동 제안 하나로 끝내 주세요", Form.REPORT)
    assert "- 맨 끝: 다음 활동 제안 하나" in prompt


def test_a_refused_form_gives_way_to_the_one_that_is_named() -> None:
    assert "연속 문장" in prompt_of("지점 매출 정리", "표로 하지 말고 글로 써 주세요. 강남 1200만 원", Form.TABLE)
    assert "글머리 기호 리스트" in prompt_of("이직 준비 체크 사항", "줄글 말고 목록으로 주세요")
