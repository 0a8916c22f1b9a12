import re
from collections import Counter

import pytest

from core.prompting.intents.catalogue import all_intents, intent_at
from core.prompting.intents.intent import Product
from core.prompting.topics.catalogue import Catalogue, TopicFileError, catalogue, parse
from core.prompting.topics.topic import SearchText, Topic

_ROW = """
[[topic]]
words = ["엘리베이터", "엘베"]
beside = ["교체"]
unless = ["면접"]
for = ["document", "notice"]
ko = ["멈추는 동과 기간을 나눠 적습니다."]
"""


def _topic(row: str = _ROW) -> Topic:
    (topic,) = parse("x.toml", row)
    return topic


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("성적 이의 신청", "성적이의신청"),
        ("교토에서 하루", "교토"),
        ("오사카여행 3박", "오사카"),
        ("우리집고양이가 울어요", "고양이가"),
        ("use FastAPI here", "fastapi"),
        ("X-Forwarded-For 처리", "x-forwarded-for"),
        ("c언어 과제", "c언어"),
    ],
)
def test_a_word_is_found(text: str, word: str) -> None:
    assert SearchText(text).has(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [("완전세트 구성", "전세"), ("regular expression", "express"), ("going home", "go"), ("", "교토")],
)
def test_a_word_inside_another_is_not_found(text: str, word: str) -> None:
    assert not SearchText(text).has(word)


def test_a_topic_needs_its_words_and_what_stands_beside() -> None:
    topic = _topic()
    assert topic.told_in(SearchText("엘베 교체 공지문"))
    assert not topic.told_in(SearchText("엘베 공지문"))
    assert not topic.told_in(SearchText("엘베 교체 기사 면접"))


def test_a_text_finds_its_topics() -> None:
    known = Catalogue(
        (_topic(), _topic('[[topic]]\nwords = ["Go 언어", "golang"]\nko = ["오류를 값으로 다룹니다."]\n'))
    )
    assert [word for _, word in known.spoken_of(SearchText("엘베 교체를 golang으로"))] == ["엘베", "golang"]
    assert [word for _, word in known.spoken_of(SearchText("GO언어 과제"))] == ["GO언어"]
    assert not list(known.spoken_of(SearchText("")))


def test_what_is_refused_is_no_topic() -> None:
    topic = _topic('[[topic]]\nwords = ["만두"]\nko = ["빚는 법을 적습니다."]\n')
    assert topic.told_in(SearchText("만두 서비스"))
    assert not topic.told_in(SearchText("만두 말고 국수"))


def test_a_topic_is_for_products_and_intents() -> None:
    letter = intent_at("mail.work_mail")
    assert not _topic().is_for(letter)
    assert _topic(_ROW.replace("document", "text_to_send")).is_for(letter)
    assert _topic(_ROW.replace("document", "work_mail")).is_for(letter)
    assert _topic('[[topic]]\nwords = ["만두"]\nko = ["빚는 법을 적습니다."]\n').is_for(letter)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[topic]]\nwords = 1 2\n", "x.toml: "),
        ('[[topic]]\nko = ["a"]\n', "x.toml topic 1: words and ko are needed"),
        ('[[topic]]\nwords = ["a"]\nko = ["b"]\nwhen = 1\n', "x.toml topic 1: no such key: when"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(TopicFileError, match=re.escape(told)):
        parse("x.toml", text)


def test_topics_name_products_and_intents_that_exist() -> None:
    known = {*map(str, Product), *all_intents()}
    assert not {kind for topic in catalogue().topics for kind in topic.kinds} - known


def test_words_are_long_enough_to_tell_anything() -> None:
    assert not [word for topic in catalogue().topics for word in topic.words if len(word) < 2]


def test_no_line_stands_more_than_twice() -> None:
    lines = Counter(line.line.ko for topic in catalogue().topics for line in topic.lines)
    assert not [line for line, times in lines.items() if times > 2]


def test_lines_are_sentences_of_a_line() -> None:
    lines = [line.line.ko for topic in catalogue().topics for line in topic.lines]
    assert not [line for line in lines if not line.endswith("다.") or not 12 <= len(line) <= 100]
