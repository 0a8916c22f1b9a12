"""What is known of a subject, and where it stands."""

import pytest

from core.prompting.compose import Composition, compose
from core.prompting.topics.catalogue import Catalogue, parse
from core.prompting.writing import topic_lines
from core.prompting.writing.line import Origin
from core.prompting.writing.sections import Heading
from core.values.locale import Locale
from tests.core.prompting.briefs import brief

_TOPICS = parse(
    "x.toml",
    """
[[topic]]
words = ["소금빵"]
for = ["naming", "slogan"]
ko = ["결에서 온 낱말을 찾습니다.", "갈매기 소리와 등대에서 온 낱말도 섞습니다.", "등대 불빛의 색에서도 하나 찾습니다."]

[[topic]]
words = ["골목"]
ko = ["등대까지 가는 길의 옛 이름을 하나 섞습니다."]
en = ["Mix in the old name of the lighthouse road."]
""",
)
_OTHERS = parse("y.toml", "\n".join(f'[[topic]]\nwords = ["다른{n}"]\nko = ["문장{n:03} 낱말."]' for n in range(999)))
_KNOWN = Catalogue((*_TOPICS, *_OTHERS))
"""With many others beside them: a word is rare only among many lines."""


@pytest.fixture(autouse=True)
def two_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_lines, "catalogue", lambda: _KNOWN)


def made(purpose: str, background: str = "", locale: Locale = Locale.KO, **changes: object) -> Composition:
    return compose(brief(purpose, locale, background=background, **changes))


def topical_lines(composition: Composition) -> list[str]:
    return [line.text for line in composition.lines if line.origin is Origin.TOPIC]


def test_what_is_about_something_else_that_was_said_is_known() -> None:
    found = topical_lines(made("골목 소금빵 카페 이름 지어줘", "등대가 보여요. 갈매기도 많아요."))
    assert found == ["갈매기 소리와 등대에서 온 낱말도 섞습니다."]


def test_what_is_banned_brings_nothing() -> None:
    row = '[[topic]]\nwords = ["소금빵"]\nko = ["간판의 글자 수와 영어 표기를 짝으로 둡니다."]\n'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topic_lines, "catalogue", lambda: Catalogue((*parse("x.toml", row), *_OTHERS)))
        assert topical_lines(made("소금빵 카페 이름 추천", "영어 이름이면 좋겠어요."))
        assert topical_lines(made("소금빵 카페 이름 추천", "영어말고 한글로.")) == []


def test_what_is_settled_already_needs_no_advice() -> None:
    assert "갈매기 소리와 등대에서 온 낱말도 섞습니다." not in topical_lines(
        made("골목 소금빵 카페 이름 지어줘", "등대 그림은 이미 정했고 갈매기도 벌써 그렸어요.")
    )


def test_a_subject_alone_brings_nothing() -> None:
    assert topical_lines(made("골목 소금빵 카페 네이밍", "조용한 동네예요.")) == []


def test_what_is_known_of_another_kind_of_thing_stays_out() -> None:
    assert topical_lines(made("소금빵 굽는 레시피 알려줘", "갈매기가 많아요.")) == []


def test_a_line_without_english_stays_out_of_an_english_prompt() -> None:
    told = "with a 등대 and a lighthouse"
    assert topical_lines(made("Name my 골목 cafe with 소금빵, ten ideas", told, locale=Locale.EN)) == [
        "Mix in the old name of the lighthouse road."
    ]


def test_a_subject_that_only_the_introduction_names_brings_no_line() -> None:
    told = "소금빵이 대표 메뉴예요. 갈매기와 등대가 보여요."
    assert topical_lines(made("소금빵 카페 이름 10개 지어줘", told))
    assert topical_lines(made("카페 이름 10개 지어줘", told)) == []


def test_what_the_request_says_itself_stays_with_the_task() -> None:
    lines = made("소금빵 카페 이름 10개 지어줘", "소금빵이 대표 메뉴예요. 갈매기가 많아요.").lines
    (line,) = (line for line in lines if line.origin is Origin.TOPIC)
    assert line.heading is Heading.TASK


def test_what_a_topic_says_better_is_not_said_again() -> None:
    told = "조용한 등대 옆이에요"
    moves = [line.text for line in made("카페 이름 10개 지어줘", told).lines if line.origin is Origin.MOVE]
    row = f'[[topic]]\nwords = ["골목"]\nko = ["{moves[0]}", "등대 {moves[0]}"]\n'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topic_lines, "catalogue", lambda: Catalogue((*parse("x.toml", row), *_OTHERS)))
        lines = made("골목 카페 이름 10개 지어줘", told).lines
    assert [line.origin for line in lines if moves[0] in line.text] == [Origin.TOPIC]
