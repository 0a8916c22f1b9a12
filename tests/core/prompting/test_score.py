import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.locale import Locale
from core.prompting.compose import compose
from core.prompting.qualities import WEIGHTS, Quality
from core.prompting.score import Score, score
from tests.core.prompting.briefs import PURPOSES, WELCOME, brief

STRONG = compose(WELCOME).prompt


def lacking(scored: Score) -> set[Quality]:
    return {item.quality for item in scored.items if item.mend}


@given(st.text())
def test_any_text_has_a_score(text: str) -> None:
    scored = score(text, Locale.KO)
    assert scored.total == sum(item.points for item in scored.items)
    assert 0 <= scored.total <= 100
    assert [item.quality for item in scored.items] == list(Quality)
    assert all(
        (item.mend is None) == (item.points == item.out_of == WEIGHTS[item.quality]) or item.mend
        for item in scored.items
    )


def test_a_bare_request_scores_low_and_its_prompt_high() -> None:
    assert score("글 좀 잘 써줘", Locale.KO).total < 45
    assert score(STRONG, Locale.KO).total >= 95


@pytest.mark.parametrize("purpose", PURPOSES)
def test_composing_always_helps(purpose: str) -> None:
    locale = Locale.EN if purpose.isascii() else Locale.KO
    composed = score(compose(brief(purpose, locale)).prompt, locale)
    assert composed.total >= 85
    assert composed.total > score(purpose, locale).total


@pytest.mark.parametrize(
    ("line", "quality"),
    [
        ("당신은 새 구성원의 첫 주를 함께 준비해 온 인사 담당자입니다.\n", Quality.ROLE),
        ("- 분량: 400~500자(공백 포함)\n", Quality.LENGTH),
        ("- 날짜, 장소, 금액처럼 요청에 없는 정보는 지어내지 말고 (확인 필요)라고 적습니다.\n", Quality.UNCERTAINTY),
    ],
)
def test_what_is_taken_away_is_missed(line: str, quality: Quality) -> None:
    assert line in STRONG
    heading = "[역할]\n" if quality is Quality.ROLE else ""
    weaker = STRONG.replace(heading + line, "")
    assert quality in lacking(score(weaker, Locale.KO))
    assert quality not in lacking(score(STRONG, Locale.KO))


@pytest.mark.parametrize(
    ("text", "quality"),
    [
        ("보고서를 적절히 다양한 내용으로 써줘", Quality.PLAIN_WORDS),
        ("Write a nice and effective e-mail", Quality.PLAIN_WORDS),
        ("표", Quality.VERB),
        ("메일을 써줘. 길게 쓰지 마. 반말하지 마. 이모지는 금지.", Quality.PROHIBITIONS),
        ("매출이 떨어진 원인을 분석해줘", Quality.TECHNIQUE),
        ("면접 연습을 하자", Quality.TECHNIQUE),
        ("글을 써줘 " * 60, Quality.SENTENCES),
        ("메일 써줘", Quality.CRITERIA),
        ("Write an e-mail", Quality.AUDIENCE),
    ],
)
def test_a_weakness_is_named_with_a_mend(text: str, quality: Quality) -> None:
    assert quality in lacking(score(text, Locale.KO))


@pytest.mark.parametrize(
    ("text", "quality"),
    [
        ("매출 자료를 표로 정리해줘", Quality.PLAIN_WORDS),
        ("Summarise the article in 80–100 words", Quality.LENGTH),
        ("매출이 떨어진 원인을 단계별로 분석해줘", Quality.TECHNIQUE),
        ("You are an editor. Summarise this.", Quality.ROLE),
        ("고객에게 보낼 메일을 써줘", Quality.PURPOSE),
    ],
)
def test_a_strength_is_not_missed(text: str, quality: Quality) -> None:
    assert quality not in lacking(score(text, Locale.KO))


def test_what_is_fenced_as_data_is_not_judged() -> None:
    assert (
        score(f"{STRONG}\n<자료>\n{'다양한 적절히 ' * 30}\n</자료>", Locale.KO).total == score(STRONG, Locale.KO).total
    )


def test_the_reasons_are_in_the_language_asked_for() -> None:
    assert all(item.reason.isascii() or "“" in item.reason for item in score(STRONG, Locale.EN).items)
