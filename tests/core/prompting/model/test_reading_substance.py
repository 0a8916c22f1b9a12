"""Reading drafts: whatever a model sends is read in no time, or is empty."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.model.reading_substance import MOST_READ, Draft, read_draft

GOOD = Draft("다시 쓴 요청입니다.", ("하나", "둘"), ("제목", "본문"), ("셋",), "mail.work_mail")
WRITTEN = json.dumps(
    {"intent": GOOD.intent, "restated": GOOD.restated, "cover": GOOD.cover, "parts": GOOD.parts, "traps": GOOD.traps},
    ensure_ascii=False,
)


@pytest.mark.parametrize(
    "answer",
    [
        WRITTEN,
        f"\n {WRITTEN}\n\n",
        f"```json\n{WRITTEN}\n```",
        f"네, 결과입니다. {{참고}} {WRITTEN} 더 필요하면 말씀해 주세요.",
        WRITTEN.replace('"cover"', '"must_cover"').replace('"parts"', '"sections"'),
        json.dumps({**json.loads(WRITTEN), "cover": [{"text": "하나"}, {"point": "둘"}]}),
        WRITTEN.removesuffix('"]}') + '"]',
    ],
)
def test_a_draft_is_read_however_it_is_wrapped(answer: str) -> None:
    assert read_draft(answer) == GOOD


def test_of_a_cut_off_draft_the_whole_strings_are_read() -> None:
    cut = WRITTEN[: WRITTEN.index("본문")]
    assert read_draft(cut) == Draft(GOOD.restated, GOOD.cover, ("제목",), (), GOOD.intent)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "물론입니다.",
        "null",
        "[]",
        "{",
        '{"prompt": "가"}',
        '{"cover":' * 3_000,
        "[" * 9_000,
        '{"a":1}' * 2_000,
        "{" * 9_000,
    ],
)
def test_what_is_no_draft_is_empty(answer: str) -> None:
    assert read_draft(answer).is_empty


def test_a_list_without_end_is_not_read_to_its_end() -> None:
    assert len(read_draft(json.dumps({"cover": ["가나"] * 900})).cover) == MOST_READ


@given(st.text(alphabet='{}[]",:\\ 가a1"cover', max_size=300))
def test_any_text_is_read_without_fail(text: str) -> None:
    read_draft(text)
    read_draft('{"cover": ["' + text)
