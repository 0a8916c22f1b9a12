import pytest

from core.prompting.manner import Trait, traits_of


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("오늘도 왔죠? 딸기 라떼가 돌아왔어요.", {Trait.HAEYO, Trait.QUESTION_FIRST, Trait.SHORT_SENTENCES}),
        ("안내드립니다. 내일 회의가 있습니다.", {Trait.HAPNIDA}),
        ("가격이 올랐다. 손님은 줄었다.", {Trait.PLAIN}),
        ("- 하나\n- 둘\n- 셋", {Trait.BULLETS}),
        ("# 제목\n\n글", {Trait.HEADINGS, Trait.PARAGRAPHS}),
        ("좋아요! 최고예요! 또 올게요! 😀", {Trait.EXCLAIMING, Trait.EMOJI, Trait.HAEYO}),
        (
            "끝날 듯하면서도 끝나지 않고 이어지며 " * 4,
            {Trait.LONG_SENTENCES},
        ),
    ],
)
def test_a_text_shows_its_traits(text: str, traits: set[Trait]) -> None:
    assert traits <= set(traits_of(text))


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("안내드립니다.", Trait.PLAIN),
        ("- 하나만", Trait.BULLETS),
        ("왜냐하면 그렇다.", Trait.QUESTION_FIRST),
        ("좋다!", Trait.EXCLAIMING),
    ],
)
def test_it_shows_no_other(text: str, trait: Trait) -> None:
    assert trait not in traits_of(text)


def test_nothing_has_no_traits() -> None:
    assert traits_of("") == ()
