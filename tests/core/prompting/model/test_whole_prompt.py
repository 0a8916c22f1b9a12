"""The whole prompt: what the composer itself writes would stand, and nothing that loses a promise does."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import DropReason
from core.prompting.model.whole_prompt import check_whole, longest_of, repair_request, whole_request
from core.prompting.request import ModelResponse
from core.prompting.writing.topic_lines import related
from core.values.choices import Length
from tests.core.prompting.briefs import WELCOME, brief, briefs
from tests.fakes.openai.drafts import write

WELCOMING = (
    "환영 이메일 제목에 신입사원 {이름1}의 이름을 넣습니다.",
    "여는 말에서 인사팀이 신입사원을 환영하는 뜻을 밝힙니다.",
    "이메일 맺음말에 인사팀 과장에게 물을 전화번호를 남깁니다.",
    "본 내용에서 {기관1} 인사팀이 신입사원을 맞을 사람을 소개합니다.",
    "제목과 미리보기 글에서 신입사원이 얻을 것을 먼저 밝힙니다.",
    "여는 말은 인사팀 과장이 신입사원에게 말하듯 씁니다.",
)
FITTING = {Length.SHORT: 2, Length.MEDIUM: 3, Length.LONG: 6}


def written(brief: Brief) -> str:
    """Return what a good model writes for a brief."""
    return write(whole_request(brief, compose(brief)).prompt)


def well_written(brief: Brief, length: Length) -> str:
    """Return it with points that speak of the welcome: a prompt that says less of its matter may not stand."""
    listed = "\n".join(f"- {point}" for point in WELCOMING[: FITTING[length]])
    return written(brief).replace("\n\n", f"\n{listed}\n\n", 1)


@settings(max_examples=40)
@given(briefs)
def test_what_stands_has_lost_nothing_and_ends_in_the_texts_that_were_given(brief: Brief) -> None:
    composed = compose(brief)
    checked = check_whole(brief, composed, ModelResponse(written(brief)))
    if not checked.reasons:
        assert checked.lost == ()
        assert not brief.reference or f"\n{brief.reference}\n" in checked.prompt


@pytest.mark.parametrize("length", Length)
def test_a_good_prompt_stands_at_every_length(length: Length) -> None:
    brief = replace(WELCOME, length=length)
    checked = check_whole(brief, compose(brief), ModelResponse(well_written(brief, length)))
    assert checked.reasons == ()
    assert brief.reference is None or brief.reference in checked.prompt


def test_a_lost_line_is_named_with_the_rules_that_were_broken() -> None:
    composed = compose(WELCOME)
    good = written(WELCOME)
    label = "{이름1}"
    bad = good.replace(label, "그분") + "\n- please 서두르게 합니다."
    answer = ModelResponse(bad)
    checked = check_whole(WELCOME, composed, answer)
    assert {Rule.DRIFT, DropReason.COVERAGE} <= set(checked.reasons)
    assert any(label in line for line in checked.lost)
    asked = repair_request(WELCOME, composed, answer, checked).prompt
    assert asked.startswith(whole_request(WELCOME, composed).prompt[:200])
    assert "다른 언어의 단어는 따옴표 안에만 쓰기" in asked
    assert "\n- - please 서두르게 합니다." in asked
    assert all(line in asked for line in checked.lost)


def test_an_answer_that_is_the_composers_own_is_no_other() -> None:
    composed = compose(WELCOME)
    own = composed.prompt.partition("\n\n[참고 자료]")[0]
    assert DropReason.UNCHANGED in check_whole(WELCOME, composed, ModelResponse(own)).reasons


def test_a_prompt_filled_up_with_what_any_request_could_be_told_does_not_take_the_place_of_the_composers() -> None:
    filler = (
        "요청에 맞는 답변을 명확하게 작성합니다.",
        "위 조건을 모두 지켰는지 처음부터 끝까지 다시 봅니다.",
        "문장은 간결하게, 표현은 자연스럽게 다듬습니다.",
        "내용은 구체적으로 적고 근거는 정확하게 밝힙니다.",
        "빠짐없이 확인한 뒤 명확히 마무리합니다.",
    )
    padded = written(WELCOME).replace("\n\n", "\n" + "\n".join(f"- {line}" for line in filler) + "\n\n", 1)
    assert check_whole(WELCOME, compose(WELCOME), ModelResponse(written(WELCOME))).reasons == ()
    assert check_whole(WELCOME, compose(WELCOME), ModelResponse(padded)).reasons == (DropReason.FIT,)


def test_a_repair_names_the_line_that_reads_as_a_person_and_how_much_is_too_long() -> None:
    composed, good = compose(WELCOME), well_written(WELCOME, Length.MEDIUM)
    answer = ModelResponse(f"{good}\n- 담당 미정이 없는지 봅니다.")
    checked = check_whole(WELCOME, composed, answer, lambda text: "미정이" in text)
    assert checked.reasons == (DropReason.PERSONAL,)
    assert "\n- - 담당 미정이 없는지 봅니다.\n" in repair_request(WELCOME, composed, answer, checked).prompt
    longest = longest_of(WELCOME, composed)
    answer = ModelResponse(good + "".join(f"\n- {number}번째로 볼 것을 적습니다." for number in range(1, 200)))
    checked = check_whole(WELCOME, composed, answer)
    assert Rule.TOO_LONG in checked.reasons
    asked = repair_request(WELCOME, composed, answer, checked).prompt
    assert f"{len(checked.prompt)}자이니" in asked
    assert f"{len(checked.prompt) - longest}자 넘게" in asked


@pytest.mark.parametrize(("greeting", "stands"), [("“ようこそ”", True), ("ようこそ", False)])
def test_words_of_another_language_stand_in_quotation_marks_only(greeting: str, *, stands: bool) -> None:
    written_so = f"{well_written(WELCOME, Length.MEDIUM)}\n- 첫인사는 {greeting}로 씁니다."
    broken = check_whole(WELCOME, compose(WELCOME), ModelResponse(written_so)).reasons
    assert (Rule.DRIFT not in broken) is stands


def test_a_model_is_shown_what_else_is_known_of_the_subject() -> None:
    asked = brief("오사카 3박 4일 여행 일정 짜줘", background="")
    composition = compose(asked)
    known = related(asked, composition.understanding)
    assert known
    assert not set(known) & {line.text for line in composition.lines}
    notes = str(whole_request(asked, composition).prompt).partition("[참고]\n")[2]
    assert all(f"- {line}" in notes for line in known)
