"""The review that rules can give."""

import pytest

from core.features.rehearsal.assessment import assess
from core.features.rehearsal.cast import CAST
from core.features.rehearsal.sentences import LONGEST, MOST, quotable
from core.features.rehearsal.talk import TalkLine, Who
from core.privacy.text import MaskedText
from core.values.locale import Locale

LEAD = CAST[Locale.KO]["team_lead"]


def talk(*said: str) -> tuple[TalkLine, ...]:
    answer = TalkLine(Who.PERSONA, MaskedText("그래서 결론이 뭐예요?"))
    return tuple(line for text in said for line in (TalkLine(Who.PERSON, MaskedText(text)), answer))


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("이틀만 늦추면 됩니다.", "convinced"),
        ("대신 1부를 먼저 보내 드리겠습니다.", "convinced"),
        ("바쁘신데 갑자기 말씀드려 죄송합니다.", "convinced"),
        ("아마 다음 주쯤에는 될 것 같아요.", "unconvinced"),
        ("무조건 저희 제품이 최고입니다.", "unconvinced"),
        ("그냥요.", "unconvinced"),
        ("단가 좀 낮춰 주세요", "unconvinced"),
        ("좀비 게임 사례를 먼저 보여 드릴게요.", "convinced"),
    ],
)
def test_a_sentence_is_remarked_on(said: str, part: str) -> None:
    review = assess(LEAD, talk(said), Locale.KO)
    assert [point.quote for point in getattr(review, part)] == [said]
    assert not review.by_model


def test_a_label_is_no_figure() -> None:
    assert assess(LEAD, talk("{이름1} 님께 그대로 전달했습니다."), Locale.KO).convinced == ()


def test_no_sentence_is_praised_and_blamed() -> None:
    review = assess(LEAD, talk("아마 이틀이면 될 것 같아요. 대신 내일 1부를 드릴게요."), Locale.KO)
    assert [point.quote for point in review.convinced] == ["대신 내일 1부를 드릴게요."]
    assert [point.quote for point in review.unconvinced] == ["아마 이틀이면 될 것 같아요."]


def test_there_is_always_something_to_try() -> None:
    assert [point.remark for point in assess(LEAD, (), Locale.KO).advice] == list(LEAD.advice)


def test_in_english() -> None:
    lead = CAST[Locale.EN]["team_lead"]
    review = assess(lead, talk("Two days, because the data was wrong.", "Maybe I will somehow manage it."), Locale.EN)
    assert [point.quote for point in review.convinced] == ["Two days, because the data was wrong."]
    assert [point.quote for point in review.unconvinced] == ["Maybe I will somehow manage it."]


def test_quotes_are_the_persons_own_words_and_short() -> None:
    long = "가나다라 " * 40 + "{이름1}에게"
    sentences = quotable([MaskedText(f"첫 문장입니다. 둘째 문장입니다!\n{long}"), MaskedText("네")])
    assert sentences[:2] == ("첫 문장입니다.", "둘째 문장입니다!")
    assert len(sentences) == 3
    assert len(sentences[2]) <= LONGEST
    assert long.startswith(sentences[2])
    assert len(quotable(MaskedText(f"{number}번째 문장") for number in range(40))) == MOST


@pytest.mark.parametrize("length", range(80, 100))
def test_no_quote_ends_within_a_label(length: int) -> None:
    (quote,) = quotable([MaskedText("가" * length + "{전화번호1}" + "나" * 40)])
    assert quote.count("{") == quote.count("}")
