"""How typed answers are read."""

import pytest

from core.conversation.interpretation import split_name
from core.conversation.questions import QUESTIONS, Key
from core.conversation.reading import read, read_or_settle
from core.conversation.session import Answer
from core.conversation.texts import TEXTS
from core.privacy.text import MaskedText

_CHOICES = {
    Key.FORM: {
        "list": [
            "리스트",
            "1",
            "목록으로 부탁해요",
            "표 말고 리스트로",
            "bullet points",
            "not a table, a list",
            "첫 번째",
        ],
        "prose": ["연속 문장", "2번", "줄글로", "글로 써 줘", "문장으로 써줘", "running text please"],
        "table": [
            "표로 해줘",
            "3",
            "3번이요",
            "표",
            "표요",
            "표형태로",
            "세번째",
            "as a table",
            "TABLE",
            "글 말고 표로",
            "보기 좋게 표로 정리해 주세요",
            "a simple table please",
            "３",
            "표로.",
        ],
        "code": ["코드", "코드로요", "4)", "파이썬 코드로", "자바 코드로 짜줘", "code"],
        "report": ["보고서", "보고서 형식", "5번", "report, please", "list 대신 보고서로"],
    },
    Key.LENGTH: {
        "short": ["짧게", "짧게요", "1", "간단히", "100자", "짧게 ~100자", "brief"],
        "medium": ["보통이요", "보통", "2", "500자", "적당히", "medium"],
        "long": ["길게", "길게 부탁해", "최대한 자세히 써주세요", "3", "1000자 이상", "1,000자", "자세하게", "long"],
    },
    Key.LANGUAGE: {
        "korean": ["한국어", "한국어로요", "1", "우리말로", "in Korean"],
        "english": ["영어로", "english please", "2번", "영문", "English"],
        "other": ["기타", "3", "다른 언어로", "other"],
    },
    Key.LEVEL: {
        "elementary": ["초등학생", "1", "초딩 수준", "초등학교 3학년", "elementary school"],
        "high_school": ["고등학생이 이해할 수 있게", "고3", "2", "high school"],
        "university": ["대학생 수준", "3번", "university"],
        "expert": ["전문가요", "4", "expert"],
    },
}
_FREE = {
    Key.FORM: ["발표 자료", "마인드맵", "이메일 형식", "JSON", "개요"],
    Key.LENGTH: [
        "300자 정도",
        "짧게 300자",
        "3줄",
        "두 문단",
        "about 300 characters",
        "A4 1장",
        "A4 한 장",
        "약 2천자",
    ],
    Key.LANGUAGE: ["불어", "Japanese", "한국어와 중국어", "日本語", "한영 둘 다"],
    Key.LEVEL: ["중학생", "비전공자", "신입사원 눈높이", "대학원생", "beginners", "middle school", "중2"],
}
_SAYS_MORE = {
    Key.FORM: [
        "줄글 (그림은 말로 풀어서)",
        "표랑 그래프 섞어서",
        "가로가 요일인 표",
        "번호 매긴 글",
        "표 + 그림",
        "표로 하되 밑에 요약",
    ],
    Key.LENGTH: ["너무 긴 건 부담돼요", "짧되 빠짐없이", "자세하지만 한 화면에"],
}
_POLITE = [
    (Key.FORM, "체크리스트로요", "체크리스트"),
    (Key.FORM, "개요로 해주세요", "개요"),
    (Key.FORM, "이메일 형식으로 부탁드려요", "이메일 형식"),
    (Key.LENGTH, "300자 정도로 써 줘", "300자 정도"),
    (Key.LANGUAGE, "일본어요.", "일본어"),
    (Key.LANGUAGE, "베트남어로 해주세요", "베트남어"),
    (Key.LANGUAGE, "Japanese, please", "Japanese"),
    (Key.LEVEL, "중학생 수준으로 맞춰주세요", "중학생 수준"),
]
_INDIFFERENT = [
    (Key.FORM, "아무거나", "prose"),
    (Key.LENGTH, "상관없어요", "medium"),
    (Key.LANGUAGE, "알아서 해줘", "korean"),
    (Key.LANGUAGE, "doesn't matter", "english"),
]
_UNREADABLE = {
    Key.FORM: ["음", "몰라", "9", "아무거나", "0", "목표", "표 말고", "표랑 리스트"],
    Key.LENGTH: ["글쎄", "7", "좋아요"],
    Key.LANGUAGE: ["네", "4", "상관없어"],
    Key.LEVEL: ["몰라", "5", "알아서"],
}


@pytest.mark.parametrize(
    ("key", "choice", "text"),
    [(key, choice, text) for key, row in _CHOICES.items() for choice, texts in row.items() for text in texts],
)
def test_a_choice_is_read_from_a_number_a_word_or_a_sentence(key: Key, choice: str, text: str) -> None:
    answer = read(key, MaskedText(text))
    assert answer is not None
    assert (answer.choice, answer.text) == (choice, text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in _FREE.items() for text in texts])
def test_a_value_of_its_own_is_kept_as_written(key: Key, text: str) -> None:
    answer = read(key, MaskedText(text))
    assert answer is not None
    assert (answer.choice, answer.text) == (None, text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in _SAYS_MORE.items() for text in texts])
def test_a_choice_with_something_more_stands_as_typed(key: Key, text: str) -> None:
    assert read(key, MaskedText(text)) == Answer(MaskedText(text))


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in _UNREADABLE.items() for text in texts])
def test_what_says_nothing_is_not_read(key: Key, text: str) -> None:
    assert read(key, MaskedText(text)) is None


@pytest.mark.parametrize(("key", "text", "kept"), _POLITE)
def test_a_value_is_kept_without_its_polite_ending(key: Key, text: str, kept: str) -> None:
    assert read(key, MaskedText(text)) == Answer(MaskedText(kept))


@pytest.mark.parametrize(("key", "text", "choice"), _INDIFFERENT)
def test_a_choice_left_to_us_is_the_usual_one(key: Key, text: str, choice: str) -> None:
    assert read_or_settle(key, MaskedText(text)) == Answer(MaskedText(text), choice)


@pytest.mark.parametrize(("text", "kept"), [("상관없어요", "누구나"), ("you decide", "anyone"), ("음", None)])
def test_a_level_left_to_us_is_everybodys(text: str, kept: str | None) -> None:
    answer = read_or_settle(Key.LEVEL, MaskedText(text))
    assert (answer and answer.text) == kept


@pytest.mark.parametrize("text", ["안녕", "안녕하세요!", "hi", "ㅎㅎ", "ㅁㄴㅇㄹ", "??", "😀", "test"])
def test_a_hello_is_no_purpose(text: str) -> None:
    assert read(Key.PURPOSE, MaskedText(text)) is None


@pytest.mark.parametrize(
    "text", ["번역", "테스트 코드 짜줘", "안녕하세요, 보고서 요약해주세요", "help me", "{이름1}", "1+1"]
)
def test_a_purpose_may_be_one_word(text: str) -> None:
    assert read(Key.PURPOSE, MaskedText(text)) == Answer(MaskedText(text))


def test_what_is_longer_than_an_answer_may_be_is_not_read() -> None:
    for key in (Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL):
        assert read_or_settle(key, MaskedText("보통 표 한국어 대학생 " + "1" * 29_000)) is None
        assert read_or_settle(key, MaskedText("아무거나 " * 200)) is None


@pytest.mark.parametrize("key", [key for key, question in QUESTIONS.items() if question.choices])
def test_each_wording_and_each_number_reads_as_its_own_choice(key: Key) -> None:
    for number, choice in enumerate(QUESTIONS[key].choices, 1):
        for text in (str(number), choice, *(texts[f"{key}.{choice}"] for texts in TEXTS.values())):
            answer = read(key, MaskedText(text))
            assert answer is not None, text
            assert answer.choice == choice, text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("길이는 짧게", (Key.LENGTH, "짧게")),
        ("길이 짧게", (Key.LENGTH, "짧게")),
        ("길이: 짧게", (Key.LENGTH, "짧게")),
        ("자기 소개는 " + "가 " * 1_900 + "끝", (Key.BACKGROUND, "가 " * 1_900 + "끝")),
        ("길이" + " " * 29_000 + "짧게", (Key.LENGTH, "짧게")),
        ("길이가 짧게", None),
        ("길이짧게", None),
        ("길이는 ", None),
    ],
)
def test_an_answer_is_named_before_its_change(text: str, named: tuple[Key, str] | None) -> None:
    assert split_name(MaskedText(text)) == named
