import re

import pytest

from core.locale import Locale
from core.prompting.grammar import longest_answer, wording_pattern

ORIGINAL = "{이름1}에게 보내는 이메일 한 통을 500자 안으로 작성하십시오."
KNOWN = f"{ORIGINAL}\nNotion에 붙일 메일이야. 8월 3일 입사."

FITTING = [
    ORIGINAL,
    "{이름1}에게 보내는 환영 이메일 한 통을 500자 안으로 작성하십시오.",
    "8월에 입사하는 {이름1}에게 보내는 이메일을 Notion에 맞춰 작성하십시오.",
]
UNFITTING = [
    "Write one e-mail of up to 500 characters to {이름1}.",
    "{이름2}에게 보내는 환영 이메일 한 통을 500자 안으로 작성하십시오.",
    "{이름1}에게 보내는 환영 이메일 한 통을 700자 안으로 작성하십시오.",
    "{이름1}에게 보내는 환영 이메일 한 통을 Slack에 맞춰 작성하십시오.",
    "{이름1}에게 보내는 환영 이메일 한 통을 500자 안으로 작성합니다.",
    "{이름1}에게 보내는\n환영 이메일 한 통을 500자 안으로 작성하십시오.",
    "{이름1}에게 보내는 歓迎 이메일 한 통을 500자 안으로 작성하십시오.",
    "**{이름1}에게 보내는 환영 이메일 한 통을 작성하십시오.",
    "메일을 작성하십시오.",
]


@pytest.mark.parametrize("text", FITTING)
def test_a_faithful_wording_fits(text: str) -> None:
    assert re.fullmatch(wording_pattern(ORIGINAL, KNOWN, Locale.KO), text)


@pytest.mark.parametrize("text", UNFITTING)
def test_what_a_wording_may_not_hold_cannot_be_spelled(text: str) -> None:
    assert not re.fullmatch(wording_pattern(ORIGINAL, KNOWN, Locale.KO), text)


def test_each_line_is_bounded_by_itself() -> None:
    original = "당신은 꼼꼼한 편집자입니다.\n원문을 읽습니다."
    pattern = wording_pattern(original, original, Locale.KO)

    assert re.fullmatch(pattern, "당신은 아주 꼼꼼한 편집자입니다.\n원문을 두 번 읽습니다.")
    assert not re.fullmatch(pattern, "저는 아주 꼼꼼한 편집자입니다.\n원문을 두 번 읽습니다.")
    assert not re.fullmatch(pattern, "당신은 아주 꼼꼼한 편집자입니다.")


def test_english_needs_no_word_list() -> None:
    pattern = wording_pattern("You are a careful editor.", "You are a careful editor.", Locale.EN)

    assert re.fullmatch(pattern, "You are a careful and kind editor.")
    assert not re.fullmatch(pattern, "You are a 꼼꼼한 editor.")


def test_the_longest_answer_follows_from_the_lines() -> None:
    assert longest_answer("가나다.\n라마.") == 2 * (4 + 3)
