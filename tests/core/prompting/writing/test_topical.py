"""What is known of a subject, and where it stands."""

import pytest

from core.choices import Length
from core.locale import Locale
from core.prompting.compose import Composition, compose
from core.prompting.topics.catalogue import Catalogue, parse
from core.prompting.writing import topical
from core.prompting.writing.line import Heading, Origin
from tests.core.prompting.briefs import brief

_TOPICS = Catalogue(
    parse(
        "x.toml",
        """
[[topic]]
words = ["소금빵"]
for = ["naming", "slogan"]
ko = ["굽는 냄새와 결에서 온 낱말을 먼저 찾습니다.", "이미 흔한 ‘솔트’는 다른 말로 바꿉니다."]

[[topic]]
words = ["골목"]
ko = ["길 이름이나 옛 이름을 하나 섞습니다."]
en = ["Mix in the name of the street."]
""",
    )
)


@pytest.fixture(autouse=True)
def two_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topical, "catalogue", lambda: _TOPICS)


def made(purpose: str, background: str = "", locale: Locale = Locale.KO, **changes: object) -> Composition:
    return compose(brief(purpose, locale, background=background, **changes))


def topical_lines(composition: Composition) -> list[str]:
    return [line.text for line in composition.lines if line.origin is Origin.TOPIC]


def test_each_subject_has_its_first_line_before_any_has_a_second() -> None:
    found = topical_lines(made("골목 소금빵 카페 이름 지어줘"))
    assert found[:3] == [
        "굽는 냄새와 결에서 온 낱말을 먼저 찾습니다.",
        "길 이름이나 옛 이름을 하나 섞습니다.",
        "이미 흔한 ‘솔트’는 다른 말로 바꿉니다.",
    ]


def test_a_short_prompt_has_room_for_few() -> None:
    assert len(topical_lines(made("골목 소금빵 카페 이름 지어줘", length=Length.SHORT))) >= 2


def test_what_is_known_of_another_kind_of_thing_stays_out() -> None:
    assert topical_lines(made("소금빵 굽는 레시피 알려줘")) == []


def test_a_line_without_english_stays_out_of_an_english_prompt() -> None:
    assert topical_lines(made("Name my 골목 cafe with 소금빵, ten ideas", locale=Locale.EN)) in (
        [],
        ["Mix in the name of the street."],
    )


def test_in_a_long_introduction_what_is_said_first_counts() -> None:
    long = "동네에서 오래 장사한 사람이에요. " * 6
    purpose = "카페 이름 10개 지어줘"
    named = f"소금빵이 대표 메뉴고 골목 안이에요. {long}"
    assert len(topical_lines(made(purpose, named))) == 3
    others = Catalogue(
        (
            *_TOPICS.topics,
            *parse("y.toml", '[[topic]]\nwords = ["장사한"]\nko = ["오래된 가게의 물건을 하나 넣습니다."]\n'),
        )
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topical, "catalogue", lambda: others)
        assert "오래된 가게의 물건을 하나 넣습니다." not in topical_lines(made(purpose, named))


def test_what_follows_from_one_fact_stands_under_it() -> None:
    lines = made("카페 이름 10개 지어줘", "소금빵이 대표 메뉴예요. 연남동에 있어요.").lines
    facts = [line.written for line in lines if line.heading is Heading.FACTS and not line.is_plain]
    at = next(at for at, fact in enumerate(facts) if "소금빵" in fact)
    assert facts[at + 1] == "  → 굽는 냄새와 결에서 온 낱말을 먼저 찾습니다."


def test_what_the_request_says_itself_stays_with_the_task() -> None:
    lines = made("소금빵 카페 이름 10개 지어줘", "소금빵이 대표 메뉴예요.").lines
    (line,) = (line for line in lines if line.text.startswith("굽는 냄새"))
    assert line.heading is Heading.TASK


def test_what_a_topic_says_better_is_not_said_again() -> None:
    said_by_intent = next(
        line.text for line in made("카페 이름 10개 지어줘", "조용한 가게예요").lines if line.origin is Origin.MOVE
    )
    known = Catalogue(parse("x.toml", f'[[topic]]\nwords = ["골목"]\nko = ["{said_by_intent}", "{said_by_intent}"]\n'))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(topical, "catalogue", lambda: known)
        lines = made("골목 카페 이름 10개 지어줘", "조용한 가게예요").lines
    assert [line.origin for line in lines if line.text == said_by_intent] == [Origin.TOPIC]
