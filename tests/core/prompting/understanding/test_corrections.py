"""What a person sets right is in the prompt: another kind of thing, columns that come and go, lines taken away."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.intents.naming import is_intent, named_like, paths
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def _brief(**changes: object) -> Brief:
    answers: dict[str, object] = {
        "locale": Locale.KO,
        "purpose": MaskedText("행사 준비 업무 추진 일정 만들어줘"),
        "background": MaskedText("총무팀입니다. 워크숍은 10월 3일입니다."),
        "form": Form.TABLE,
        "length": Length.MEDIUM,
        "language": Language.KOREAN,
        "level": Level.UNIVERSITY,
    }
    return Brief(**(answers | changes))  # type: ignore[arg-type]


def _columns(brief: Brief) -> list[str]:
    head, *_ = [line for line in compose(brief).prompt.splitlines() if line.startswith("| ")]
    return head.strip("| ").split(" | ")


def test_columns_come_to_those_of_the_intent_and_go_from_them() -> None:
    usual = _columns(_brief())
    wished = _columns(_brief(constraints=MaskedText("표에 비용 열도 넣어줘\n산출물 칸은 빼줘")))
    assert wished == [*(name for name in usual if name != "산출물"), "비용"]


def test_a_column_that_is_there_under_another_name_takes_the_person_s() -> None:
    assert "맡을 사람이나 역할" in _columns(_brief())
    wished = _columns(_brief(constraints=MaskedText("표에 맡을 사람 열도 넣어줘")))
    assert "맡을 사람" in wished
    assert "맡을 사람이나 역할" not in wished


def test_what_the_columns_say_is_not_said_again() -> None:
    assert "담당자 열" not in compose(_brief(constraints=MaskedText("표에 담당자 열도 넣어줘"))).prompt


@pytest.mark.parametrize("at", [0, 1])
def test_a_line_that_was_taken_away_does_not_stand(at: int) -> None:
    prompt = compose(_brief()).prompt
    line = [line for line in prompt.partition("[제약]")[2].splitlines() if line.startswith("- ")][at]
    after = compose(_brief(left_out=(MaskedText(line.removeprefix("- ")),))).prompt
    assert set(prompt.splitlines()) - set(after.splitlines()) == {line}
    assert set(after.splitlines()) <= set(prompt.splitlines())


def test_the_person_s_own_words_can_be_taken_away() -> None:
    assert "10월 3일" in compose(_brief()).prompt
    assert "10월 3일" not in compose(_brief(left_out=(MaskedText("워크숍은 10월 3일입니다."),))).prompt


def test_what_is_made_is_said_where_the_request_names_another_thing() -> None:
    prompt = compose(_brief(intent="mail.chat_message", form=Form.PROSE)).prompt
    assert "결과물은 ‘카톡·문자 한 통’입니다." in prompt
    named = compose(_brief(purpose=MaskedText("납기 지연 사과 문자 써줘"), intent="mail.chat_message")).prompt
    assert "결과물은" not in named


def test_an_intent_that_there_is_not_any_more_is_recognised_anew() -> None:
    assert compose(_brief(intent="mail.gone")).intent == compose(_brief()).intent


def test_an_answer_behind_its_name_stands_as_it_is() -> None:
    assert "- 받는 사람: 거래처\n" in compose(_brief(constraints=MaskedText("받는 사람: 거래처"))).prompt


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("사과 메일", "mail.apology_mail"),
        ("문자", "mail.chat_message"),
        ("공지문", "notices.notice"),
        ("a text message", "mail.chat_message"),
        ("자소서", "career.cover_letter"),
        ("email", "mail.work_mail"),
    ],
)
def test_a_name_is_known(words: str, path: str) -> None:
    found = named_like(words)
    assert found[path] == max(found.values())
    assert is_intent(path)


@pytest.mark.parametrize("words", ["글머리표", "화요일", "품질", "x"])
def test_what_names_nothing_is_nothing(words: str) -> None:
    assert not named_like(words)


def test_the_neutral_intent_stands_last() -> None:
    assert paths()[-1] == "neutral.neutral"
