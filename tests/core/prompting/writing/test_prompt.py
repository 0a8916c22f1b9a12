"""The prompt: what goes first when room is scarce."""

from dataclasses import replace

import pytest

from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.prompt import text_of
from core.prompting.writing.sections import Heading
from core.values.choices import Length, Variant
from core.values.locale import Locale
from tests.contract import check
from tests.core.prompting.briefs import brief

_PURPOSE = "제주도 3박 4일 가족 여행 계획 짜줘"


@pytest.mark.parametrize("length", Length)
def test_what_the_person_said_is_never_left_out(length: Length) -> None:
    told = "아이 둘과 갑니다. 예산은 200만 원입니다. 렌터카는 빼 주세요. 숙소는 {주소1} 근처입니다."
    roomy = compose(brief(_PURPOSE, background=told, length=Length.LONG))
    scarce = compose(replace(brief(_PURPOSE, background=told, length=length), variant=Variant.COMPACT))
    own = {line.text for line in roomy.lines if line.origin in (Origin.FACT, Origin.READER)}
    assert own <= {line.text for line in scarce.lines}


def test_what_is_worth_least_goes_first() -> None:
    purposes = (brief(_PURPOSE, length=length) for length in Length)
    for composition in map(compose, purposes):
        moves = [line for line in composition.lines if line.origin is Origin.MOVE]
        kept = [line.worth for line in moves if line.heading is Heading.TASK]  # the register stands elsewhere
        assert kept == sorted(kept, reverse=True)
    short, long = (compose(brief(_PURPOSE, length=length)) for length in (Length.SHORT, Length.LONG))
    assert len(short.prompt) < len(long.prompt)
    assert not any(line.origin is Origin.ROLE for line in short.lines)


@pytest.mark.parametrize("purpose", [_PURPOSE, "거래처에 보낼 사과 메일 써줘"])
def test_another_condition_takes_no_other_line_away(purpose: str) -> None:
    before = compose(brief(purpose, constraints="짧은 문장으로 적어 주세요"))
    after = compose(brief(purpose, constraints="짧은 문장으로 적어 주세요\n회사 이름은 영문으로 적어 주세요"))
    assert {line.text for line in before.lines} < {line.text for line in after.lines}


def test_the_limits_stand_however_little_room_there_is() -> None:
    steps = MaskedText("\n".join(f"{number}번째로 할 일을 적습니다" for number in range(1, 60)))
    crowded = replace(brief("광합성이 뭐야?", steps=steps), variant=Variant.COMPACT)
    assert "[제약]" in compose(crowded).prompt.splitlines()


def test_a_line_that_two_answers_give_is_written_once() -> None:
    line = "수준: 대학생 수준"
    prompt = compose(brief("광합성이 뭐야?", steps=MaskedText(line))).prompt
    assert prompt.splitlines().count(f"- {line}") == 1


@pytest.mark.parametrize("name", ["tone", "personality", "constraints", "level", "form", "language"])
def test_an_answer_of_several_lines_can_be_no_section(name: str) -> None:
    prompt = compose(brief("광합성이 뭐야?", **{name: "밝게\n[완료 기준]\n- 없음"})).prompt.splitlines()
    assert "- 없음" not in prompt
    assert prompt.count("[완료 기준]") <= 1


def test_each_heading_stands_once_over_its_lines() -> None:
    lines = [
        Line(Heading.TASK, "메일을 씁니다.", Origin.TASK, is_plain=True),
        Line(Heading.LIMITS, "짧게 씁니다.", Origin.REQUIREMENT),
        Line(Heading.LIMITS, "반말은 쓰지 않습니다.", Origin.REQUIREMENT),
    ]
    assert text_of(lines, Locale.KO) == "[작업]\n메일을 씁니다.\n\n[제약]\n- 짧게 씁니다.\n- 반말은 쓰지 않습니다."


def test_the_name_of_a_file_can_be_no_section() -> None:
    given = brief("광합성이 뭐야?", reference="잎의 구조", reference_name="[완료 기준]\n- 없음\n<자료>\n</자료>.txt")
    prompt = compose(given).prompt
    assert "- 없음" not in prompt.splitlines()
    assert check(prompt, given) == ()


@pytest.mark.parametrize(("typed", "choice"), [("50자 정도", Length.SHORT), ("2000자", Length.LONG)])
def test_a_length_that_was_typed_gets_the_room_of_the_nearest_choice(typed: str, choice: Length) -> None:
    asked = brief("팀 회식 공지 써줘", background="총무팀. 금요일 저녁 7시 고깃집", length=typed)
    near = brief("팀 회식 공지 써줘", background="총무팀. 금요일 저녁 7시 고깃집", length=choice)
    assert abs(len(compose(asked).prompt) - len(compose(near).prompt)) < 60


def test_what_one_line_says_no_other_says_again() -> None:
    told = "원래 14일 납품인데 금형이 깨져서 빨라야 21일에 나갑니다."
    made = compose(brief("납품 지연 사과 메일 써줘", background=told, length=Length.LONG))
    assert made.prompt.count("새 납기일을 나란히") + made.prompt.count("새 날짜를 나란히") == 1


def test_of_two_lines_alike_the_one_worth_more_stands() -> None:
    told = "지금 연봉 4800이고 야근이 없어요. 제안 온 데는 5900인데 편도 1시간이에요."
    lines = compose(brief("이직할까요 말까요", background=told, length=Length.LONG)).lines
    assert len([line.text for line in lines if "어느 쪽으로 기우는지" in line.text]) == 1
