"""The judge: what is chosen of the candidates of a text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes
from core.adapters.presidio.ner.document import AnalyzedText, Candidate
from core.adapters.presidio.ner.judge import NameJudge, buckets, chosen
from core.adapters.presidio.ner.model import shipped
from core.adapters.presidio.ner.words import Words

Read = Callable[[str], AnalyzedText]


@pytest.fixture(scope="module")
def read(engine: KiwiNlpEngine) -> Read:
    def document(text: str) -> AnalyzedText:
        found = morphemes(engine.process_text(text, LANGUAGE))
        return AnalyzedText(text, Words(text, found), found)

    return document


def _tagged(text: str, name: str) -> Candidate:
    start = text.index(name)
    return Candidate(start, start + len(name), 0.8, frozenset(("tagger",)))


def test_less_is_asked_where_somebody_is_surely_named(read: Read) -> None:
    text = "하윤슬, 도이든"
    found = [_tagged(text, "하윤슬"), _tagged(text, "도이든")]
    assert chosen(read(text), found, [-1.0, 0.2]) == []
    assert sorted(chosen(read(text), found, [-1.0, 3.0])) == [0, 1]


def test_less_is_asked_in_what_is_written_for_everybody(read: Read) -> None:
    text = "하윤슬이 대상을 받았다"
    found = [_tagged(text, "하윤슬")]
    assert chosen(read(text), found, [0.1]) == []
    assert chosen(read(text), found, [0.1], published=True) == [0]


def test_less_is_asked_of_english_posts_than_of_korean_news(read: Read) -> None:
    said = [("하윤슬이 대상을 받았다", "하윤슬"), ("just met Hayoon at the show", "Hayoon")]
    taken = [chosen(read(text), [_tagged(text, name)], [-4.0], published=True) for text, name in said]
    assert taken == [[], [0]]


def test_more_is_asked_of_a_word_with_its_particle(read: Read) -> None:
    text = "하윤슬입니다 제주는 하루만 볼게요"
    found = [_tagged(text, "하윤슬"), replace(_tagged(text, "하루만"), by=frozenset(("tagger2",)))]
    assert chosen(read(text), found, [3.0, -2.0]) == [0]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("국회는 어제 본회의를 열고 예산안을 의결했다.", True),
        ("내 인생 최고의 영화ㅠㅠ 또 보고 싶다!!", True),
        ("can't wait for the show tonight #excited @ the arena", True),
        ("회의록을 표로 정리해줘\n참석: 3명\n안건: 예산", False),
        ("Please rewrite this email politely for a client.", False),
    ],
)
def test_the_genre_is_told_by_the_text(read: Read, text: str, published: bool) -> None:  # noqa: FBT001 - a table's cell
    assert shipped().judge.is_published(read(text)) is published


@pytest.mark.parametrize("more", [-1.0, 0.0, 0.5, 1.0, 3.0])
def test_the_dial_up_finds_no_less(read: Read, more: float) -> None:
    text = "하윤슬, 도이든, 마루"
    found = [_tagged(text, name) for name in ("하윤슬", "도이든", "마루")]
    document = read(text)
    for scores in ([1.0, -0.5, -3.0], [2.5, -2.1, 0.1]):
        assert set(chosen(document, found, scores, more)) <= set(chosen(document, found, scores, more + 0.5))


def test_evidence_is_added_up(read: Read) -> None:
    text = "하윤슬"
    judge = NameJudge.blank()
    judge.weights[buckets(["bias", "w=하윤슬"])] = 0.5, 1.0
    assert judge.scores(read(text), [_tagged(text, text)]) == [pytest.approx(1.5)]


@pytest.mark.parametrize(
    ("text", "name", "is_kept"), [("Call me on Tue", "on Tue", False), ("June Park", "June Park", True)]
)
def test_a_day_of_the_week_is_nobody(read: Read, text: str, name: str, *, is_kept: bool) -> None:
    assert bool(chosen(read(text), [_tagged(text, name)], [3.0])) is is_kept
