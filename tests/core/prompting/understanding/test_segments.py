"""What is not taken apart: run-on segments, lists that are taken up, sentences between their joints."""

import pytest

from core.locale import Locale
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.introduction import introduce
from core.prompting.understanding.places import Place

_LONG = (
    "저는 꽃집을 하는데 토요일에 배송이 두 건 아니 세 건 밀렸고 손님이 화가 많이 나셔서"
    " 사과는 드렸는데 그래도 글로 남겨야 할 것 같고"
    " 환불 얘기는 먼저 꺼내지 말고 다음에 오시면 화분 하나 드린다고 쓰고"
    " 너무 굽신거리지는 않게 그리고 길면 안 읽으시니까 다섯 줄"
)


def test_a_run_on_segment_stands_as_it_was_typed() -> None:
    found = introduce(place_clauses(f"꽃집 사장입니다. {_LONG}"), Locale.KO)
    assert found.told == (_LONG,)
    assert found.who == ("꽃집 사장",)
    assert not found.facts
    assert all(wish.is_told for wish in found.wishes)


def test_in_a_run_on_segment_a_polite_verb_ends_a_sentence() -> None:
    told = "내가 손녀를 아침마다 유치원에 데려다 주는데 무릎이 아파서 이제 일주일에 두번만 하려고 해요"
    worry = "근데 딸이 서운해할까봐 말을 못 꺼내고 벌써 보름이 지났어요"
    wish = "돈 얘기는 하지 말고 손녀가 예뻐서 하는 거라는 말은 꼭 넣어 주시오"
    found = introduce(place_clauses(f"{told} {worry} {wish}"), Locale.KO)
    assert not any(told in one for one in found.told)
    assert [wish.said for wish in found.wishes] == [wish]


def test_likes_are_a_thing_in_it() -> None:
    typed = _LONG.replace("환불 얘기는", "구독 좋아요 멘트는")
    assert introduce(place_clauses(typed), Locale.KO).told == (typed,)


def test_what_is_asked_in_it_is_still_read() -> None:
    found = introduce(place_clauses(_LONG), Locale.KO)
    assert any("굽신거리" in wish.said for wish in found.wishes)


def test_what_stands_behind_a_run_on_segment_is_not_lost() -> None:
    """A quotation is one word, behind which no cut is certain; a clause across its end went with neither side."""
    notice = "주차장을 8월부터 5부제로 운영합니다. 전기차는 제외되며 신청은 24일까지 총무 포털에서 해야 합니다. " * 3
    found = introduce(place_clauses(f'"{notice.strip()}" 내 차는 전기차고 끝자리 7임'), Locale.KO)
    assert any("끝자리 7" in fact for fact in found.facts)


def test_what_takes_up_a_list_stays_with_it() -> None:
    said = "입장료 없음, 주차 불가, 반려동물 가능, 이 세 가지는 꼭 넣어 주세요."
    assert [one.said for one in place_clauses(f"{said} 말투는 밝게요.")] == [said, "말투는 밝게요."]


def test_a_sentence_is_cut_at_its_joints_only() -> None:
    said = "아래는 제가 급하게 친 메모입니다."
    assert [one.said for one in place_clauses(f"{said} 표로 해 주세요.")] == [said, "표로 해 주세요."]
    parts = [one.said for one in place_clauses("글씨가 작으면 흐릿하게 보여서 못 읽어요. 큰 글씨로 해 주세요.")]
    assert parts == ["글씨가 작으면 흐릿하게 보여서 못 읽어요.", "큰 글씨로 해 주세요."]


def test_short_segments_are_taken_apart() -> None:
    places = [one.place for one in place_clauses("카페 사장이에요. 작년에 문을 열었습니다. 짧게 써 주세요.")]
    assert places == [Place.WHO, Place.FACTS, Place.WISHES]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("초3 엄마인데 애가 짝꿍이랑 자꾸 다툰대요", "초3 엄마"),
        ("알바 시급: 유나 10500 14시간", "알바 시급:"),
        ("10프로 할인은 우리가 먼저 말하면 안됨", "10프로 할인"),
    ],
)
def test_a_phrase_is_not_cut(text: str, phrase: str) -> None:
    assert place_clauses(text)[0].said.startswith(phrase)
