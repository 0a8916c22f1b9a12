from random import Random

from serving.training.detector.corpus import Sentence
from serving.training.detector.swap import with_other_companies


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def _named(text: str, *names: str) -> Sentence:
    places = (text.index(name) for name in names)
    return Sentence(text, tuple((place, place + len(name), "OG") for place, name in zip(places, names, strict=True)))


def test_companies_change_places_with_those_that_look_alike() -> None:
    texts = [
        _named("보미래상사가 늦었다", "보미래상사"),
        _named("가온유통이 냈다", "가온유통"),
        _named("Solbit was late", "Solbit"),
    ]
    seen = {tuple(copy.text for copy in with_other_companies(texts, _random(seed))) for seed in range(20)}
    assert {first for first, _, _ in seen} == {"보미래상사가 늦었다"}
    assert {last for _, _, last in seen} == {"Solbit was late"}


def test_a_short_form_follows_the_long_one() -> None:
    texts = [_named("가온유통이 냈고 가온이 받았다", "가온유통"), _named("하람통신이 냈다", "하람통신")]
    texts[0] = Sentence(texts[0].text, (*texts[0].spans, (9, 11, "OG")))
    copies = [next(with_other_companies(texts, _random(seed))) for seed in range(20)]
    named = {tuple(copy.text[start:end] for start, end, _ in copy.spans) for copy in copies}
    assert ("하람통신", "하람") in named
    assert all(long.startswith(short) for long, short in named)
