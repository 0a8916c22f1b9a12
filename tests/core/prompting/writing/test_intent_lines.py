import json
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from core.prompting.compose import compose
from core.prompting.intents.intent import ConditionalLine, Text
from core.prompting.substance import Substance
from core.prompting.understanding.understand import understand
from core.prompting.writing.line import Origin
from core.prompting.writing.section_lines import lines_of
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Length, Level
from tests.core.prompting.briefs import brief

_LABELLED: Final = Path(__file__).with_name("labelled_lines.jsonl")
_OF_THE_INTENT: Final = frozenset({Origin.GOAL, Origin.ROLE, Origin.MOVE, Origin.TRAP, Origin.CHECK, Origin.ASSUMED})

# A line of an intent that takes up what the person has said, with the particle that fits it.


@pytest.mark.parametrize(
    ("purpose", "background", "line"),
    [
        ("토익 공부 계획 짜줘", "평일 1시간 반밖에 못해요", "‘평일 1시간 반’ 안에 드는지"),
        ("동아리 MT 행사 계획 짜줘", "35명, 예산 120만원", "35명을 기준으로 계산합니다"),
        ("동네 책방 홍보 계획 짜줘", "4주, 예산 120만원", "합계를 120만원 안에 둡니다"),
        ("제품 사용법 쇼츠 대본 써줘", "40초, 얼굴 없이", "모두 더하면 40초가 되게"),
        ("회사 야유회 레크리에이션 추천해줘", "점심 먹고 1시간 반", "1시간 반 안에 끝나게"),
        ("급식용 카레 350인분 레시피", "초등학교 영양교사예요", "350인분으로 계산해"),
    ],
)
def test_a_line_takes_up_what_was_said(purpose: str, background: str, line: str) -> None:
    made = compose(brief(purpose, background=background, form=Form.LIST, length=Length.LONG, level=Level.UNIVERSITY))
    assert line in made.prompt


@pytest.mark.parametrize(
    ("purpose", "background", "line", "is_said"),
    [
        ("연속 구매 고객 뽑는 SQL 쿼리", "MySQL 5.7이라 window function 못씀", "WITH로 나누고", False),
        ("연속 구매 고객 뽑는 SQL 쿼리", "MySQL 5.7이라 window function 못씀", "파생 테이블과 자기 조인", True),
        ("월별 매출 집계하는 SQL 쿼리", "PostgreSQL 16입니다", "WITH로 나누고", True),
        ("야간수당 계산하는 엑셀 수식", "엑셀 2016이에요", "엑셀 2016에서 도는 함수만", True),
        ("고추밭 농약 치는 달력", "노지 900평", "물부터 주지 않고", False),
        ("화분 잎이 갈색으로 변해요", "실내에서 키워요", "물부터 주지 않고", True),
        ("조별과제 역할 분담표", "한 명은 교환학생", "앞자리가 필요한 아이", False),
        ("우리 반 자리 배치표", "28명", "앞자리가 필요한 아이", True),
        ("집안 규칙을 법률처럼 써줘", "제1조부터 5조까지", "어른도 지킬 것을 같은 수로", False),
        ("우리 가족 규칙 만들어줘", "초등학생 둘", "어른도 지킬 것을 같은 수로", True),
    ],
)
def test_a_line_of_an_intent_stands_where_it_belongs(
    purpose: str, background: str, line: str, *, is_said: bool
) -> None:
    given = brief(purpose, background=background, form=Form.PROSE, length=Length.LONG)
    assert any(line in each.text for each in lines_of(given, understand(given), Substance())) is is_said


@pytest.mark.parametrize("background", ["직장인이에요", "시간이 없어요"])
def test_a_line_without_words_to_take_up_does_not_stand(background: str) -> None:
    made = compose(brief("토익 공부 계획 짜줘", background=background))
    assert "안에 드는지 적어" not in made.prompt
    assert "{it" not in made.prompt


def test_a_word_by_the_way_does_not_push_out_what_always_holds() -> None:
    told = (
        "조원 다섯 명이고 발표는 6월 첫 주예요. 둘은 저녁에 편의점 야간조라 낮에만 됩니다."
        " 자료 조사는 모두 싫어하고 한 명은 발표를 처음 해 봐요."
    )
    made = compose(brief("조별과제 역할 나눠줘", background=told, form=Form.TABLE, length=Length.SHORT))
    assert "맡을 일은 크기(걸리는 시간)로" in made.prompt
    assert "힘든 자리는 고정하지" not in made.prompt


@pytest.mark.parametrize(
    ("purpose", "background"),
    [
        ("자기소개 써줘", "취미는 딱히 없어요"),
        ("적금 이자 알려줘", "할인 30% 쿠폰 있음"),
        ("냉장고 파먹기 레시피", "시간밖에 없어요"),
        ("동화 하나 지어줘", "저는 30살"),
    ],
)
def test_what_is_no_name_of_a_thing_is_not_taken_up(purpose: str, background: str) -> None:
    lines = compose(brief(purpose, background=background, form=Form.PROSE, length=Length.LONG)).lines
    shown = [line.text for line in lines if line.key == "purpose"]
    assert not [text for text in shown if any(junk in text for junk in ("딱히", "30%", "시간만으로", "30살 아이"))]


def test_lines_that_stand_belong_to_the_case() -> None:
    """The lines that briefs could have, labelled by a reader as a strict person would; harmless ones say nothing."""
    stand: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for row in map(json.loads, _LABELLED.read_text(encoding="utf-8").splitlines()):
        given = brief(
            row["purpose"], background=row["background"], form=Form(row["form"]), length=Length(row["length"])
        )
        texts = {line.text for line in lines_of(given, understand(given), Substance())}
        for label in ("belongs", "harmless", "misfit"):
            all_of[label] += len(row[label])
            stand[label] += sum(text in texts for text in row[label])
    assert stand["misfit"] / stand.total() < 0.07
    assert stand["belongs"] / all_of["belongs"] > 0.87


@pytest.mark.parametrize(
    ("purpose", "background"),
    [
        ("정리", "윗집 누수로 천장이 젖음. 두 달째 연락을 안 받음"),
        ("리포트", "장비 예약이 겹침. 사용자 11명, 요일 가로 시간 세로"),
    ],
)
def test_what_an_intent_knows_is_not_said_where_the_introduction_does_not_bear_it_out(
    purpose: str, background: str
) -> None:
    lines = compose(brief(purpose, background=background, length=Length.LONG)).lines
    assert [line.text for line in lines if line.origin in _OF_THE_INTENT and line.heading is not Heading.LIMITS] == []


def test_the_intent_that_was_chosen_is_certain() -> None:
    chosen = brief("정리", background="윗집 누수로 천장이 젖음", length=Length.LONG, intent="school.study_notes")
    assert any(line.origin is Origin.MOVE for line in compose(chosen).lines)


@pytest.mark.parametrize(
    ("purpose", "wanted", "refused", "line"),
    [
        ("헬스 루틴 짜줘", "벤치프레스 해요", "벤치프레스는 빼줘", "3대 운동은"),
        ("학생 글 피드백 써줘", "칭찬도 해줘", "칭찬은 됐고 고칠 것만", "칭찬마다"),
    ],
)
def test_what_is_refused_brings_no_line(purpose: str, wanted: str, refused: str, line: str) -> None:
    for background, stands in ((wanted, True), (refused, False)):
        given = brief(purpose, background=background, length=Length.LONG)
        texts = [each.text for each in lines_of(given, understand(given), Substance())]
        assert any(text.startswith(line) for text in texts) is stands


def test_no_number_is_taken_up_from_its_middle() -> None:
    line = ConditionalLine(Text("{it}", "{it}"), quoting=(re.compile("(?P<it>[0-9]{1,2}명)"),))
    assert [line.quoted(words) for words in ("50명이 옵니다", "350명이 옵니다")] == ["50명", ""]


def test_of_two_numbers_of_the_same_neither_is_taken_up() -> None:
    line = ConditionalLine(Text("{it}", "{it}"), quoting=(re.compile("(?P<it>[0-9]{1,2}(?:명|조))"),))
    assert line.quoted("처음엔 22명이었는데 세 명 빠져서 19명이에요") == ""
    assert line.quoted("20명이 5조로") == "20명"


def test_nothing_is_assumed_beside_facts() -> None:
    bare, told = brief("공지 써줘"), brief("공지 써줘", background="금요일 7시에 고깃집에서 회식합니다")
    assert any(line.origin is Origin.ASSUMED for line in compose(bare).lines)
    assert not any(line.origin is Origin.ASSUMED for line in compose(told).lines)


@pytest.mark.parametrize(
    ("purpose", "form", "line"),
    [
        ("시댁에 하루만 있겠다고 어머님께 드릴 말씀", "카톡 메시지 2가지", "무슨 일로 쓰는지를 첫머리에서"),
        ("초4 아들 용돈 계약서 만들기", Form.PROSE, "조항마다 누가 무엇을"),
        ("멜라토닌은 싫은데 야간 뒤 언제 자야 돼요?", Form.LIST, "첫 문장에서 바로 답하고"),
        ("내 책 번역료 올리는 이야기", "대본", "소리 내어 읽을 말로"),
    ],
)
def test_a_text_of_no_certain_intent_has_what_holds_for_its_kind(purpose: str, form: Form | str, line: str) -> None:
    asked = brief(purpose, background="둘째 며느리예요", form=form, length=Length.MEDIUM, level=Level.UNIVERSITY)
    assert not understand(asked).recognition.is_certain
    assert line in compose(asked).prompt


def test_a_letter_that_is_only_told_of_brings_no_line() -> None:
    asked = brief(
        "기린 무늬가 말하는 것",
        background="어제 편지 써 봤어요",
        form=Form.LIST,
        length=Length.MEDIUM,
        level=Level.UNIVERSITY,
    )
    assert not understand(asked).recognition.is_certain
    assert "무슨 일로 쓰는지" not in compose(asked).prompt
