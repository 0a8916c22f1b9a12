"""How typed answers are read."""

import pytest

from core.conversation.answer_names import split_name
from core.conversation.answer_reading import (
    choice_elsewhere,
    is_indifferent,
    read,
    read_or_settle,
    read_typed,
    says_none,
)
from core.conversation.questions import QUESTIONS, Key
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
            "일번",
            "첫째요",
            "표는 싫고 리스트",
            "리스트로 ㄱㄱ",
        ],
        "prose": [
            "연속 문장",
            "2번",
            "줄글로",
            "글로 써 줘",
            "문장으로 써줘",
            "running text please",
            "표보다 글",
            "표보단 글이 좋아요",
        ],
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
        "short": [
            "짧게",
            "완전 짧게",
            "걍 짧게 ㅋㅋ",
            "짧~게",
            "짧게요",
            "1",
            "간단히",
            "100자",
            "짧게 ~100자",
            "brief",
        ],
        "medium": ["보통이요", "보통", "2", "500자", "적당히", "medium"],
        "long": [
            "길게",
            "짧은 것 말고 긴 거",
            "엄청 길게",
            "길게 부탁해",
            "최대한 자세히 써주세요",
            "3",
            "1000자 이상",
            "1,000자",
            "자세하게",
            "long",
        ],
    },
    Key.LANGUAGE: {
        "korean": [
            "한국어",
            "한국어로요",
            "1",
            "우리말로",
            "in Korean",
            "영어는 싫고 한국어",
            "영어보다 한국어로",
            "영어는 빼고 한국어로",
        ],
        "english": ["영어로", "english please", "2번", "영문", "English"],
        "other": ["기타", "3", "다른 언어로", "other", "외국어로"],
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
    Key.LANGUAGE: ["불어", "중국어", "태국어", "Japanese", "한국어와 중국어", "日本語", "한영 둘 다"],
    Key.LEVEL: [
        *("중학생", "비전공자", "신입사원 눈높이", "대학원생", "beginners", "middle school", "중2"),
        *("비전문가", "non-experts", "초등학생 학부모", "초등학교 3학년 담임", "대학교 교수", "대학생보다 조금 쉽게"),
        *("고등학생 이상", "너무 어렵지 않게"),
    ],
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
    (Key.LANGUAGE, "중국어로 바꿔줘", "중국어"),
    (Key.LANGUAGE, "일본어면 돼요", "일본어"),
    (Key.LENGTH, "500자면 충분해요", "500자"),
    (Key.FORM, "JSON으로", "JSON"),
    (Key.FORM, "마인드맵으로 줘 ㅎㅎ", "마인드맵"),
]
_INDIFFERENT = [
    (Key.FORM, "아무거나", "prose"),
    (Key.LENGTH, "상관없어요", "medium"),
    (Key.LANGUAGE, "알아서 해줘", "korean"),
    (Key.LANGUAGE, "doesn't matter", "english"),
]
_TYPED = [
    (Key.LEVEL, "전문적으로", "expert", "전문적으로"),
    (Key.LEVEL, "나 초3임", "elementary", "나 초3임"),
    (Key.LEVEL, "쉬운걸로", None, "쉬운 수준"),
    (Key.LEVEL, "보통", None, "보통"),
    (Key.LEVEL, "그냥 쉽게", None, "쉽게"),
    (Key.LEVEL, "아무나", None, "누구나"),
    (Key.LEVEL, "어른", None, "어른"),
    (Key.LEVEL, "우리 팀 사람들", None, "우리 팀 사람들"),
    (Key.LEVEL, "팀장님 보시게", None, "팀장님"),
    (Key.LEVEL, "제가 볼 거예요", None, "본인"),
    (Key.LEVEL, "어르신도", None, "어르신"),
    (Key.LEVEL, "동호회 회원들이 읽을 거예요", None, "동호회 회원들"),
    (Key.LEVEL, "고등학생이나 대학생", None, "고등학생이나 대학생"),
    (Key.LEVEL, "팀장님?", None, "팀장님?"),
    (Key.LEVEL, "아무 수준이나", None, "누구나"),
    (Key.LEVEL, "my neighbours", None, "my neighbours"),
    (Key.FORM, "그냥 글", "prose", "그냥 글"),
    (Key.FORM, "plain text", "prose", "plain text"),
    (Key.FORM, "문자로 해주게", None, "문자"),
    (Key.FORM, "카드뉴스", None, "카드뉴스"),
    (Key.FORM, "순서대로", None, "순서대로"),
    (Key.FORM, "엑셀로 부탁합니다", None, "엑셀"),
    (Key.FORM, "뭐든", "prose", "뭐든"),
    (Key.FORM, "두 번 읽는 글", None, "두 번 읽는 글"),
    (Key.FORM, "노래 가사로", None, "노래 가사"),
    (Key.FORM, "표랑 리스트", None, "표랑 리스트"),
    (Key.LENGTH, "짤막하게", "short", "짤막하게"),
    (Key.LENGTH, "많이", "long", "많이"),
    (Key.LENGTH, "대충", "medium", "대충"),
    (Key.LENGTH, "한두 문단", None, "한두 문단"),
    (Key.LENGTH, "너무 길지 않게", None, "너무 길지 않게"),
    (Key.LENGTH, "보통이나 길게", None, "보통이나 길게"),
    (Key.LANGUAGE, "한국 말", "korean", "한국 말"),
    (Key.LANGUAGE, "영어랑 한국어 둘 다", None, "영어랑 한국어 둘 다"),
    (Key.LANGUAGE, "Korean, English", None, "Korean, English"),
    (Key.LANGUAGE, "제주도 말로", None, "제주도 말"),
]
_NO_ANSWERS = {
    Key.FORM: [
        "나 초3임",
        "배고파요",
        "좋아요",
        "뭐가 좋아요?",
        "차이가 뭐야",
        "예시 보여줘",
        "표 말고",
        "표 X",
        "표는 안 돼",
        "ㅋㅋ",
        "9",
    ],
    Key.LENGTH: ["좋아요", "반말로", "팀장님 보시게", "무슨 뜻이에요"],
    Key.LANGUAGE: [
        "반말로",
        "존댓말로",
        "정말로",
        "쉽게",
        "단어로",
        "영어로는 하지 마",
        "영어 X",
        "노 영어",
        "영어 싫어",
    ],
    Key.LEVEL: ["전문가 수준은 아님", "네", "싫어요", "왜요", "12", ":+1:", "그게 뭐야?", "what is that?"],
}
_ELSEWHERE = [
    (Key.FORM, "짧게", Key.LENGTH, "short"),
    (Key.FORM, "영어로", Key.LANGUAGE, "english"),
    (Key.LENGTH, "글로", Key.FORM, "prose"),
    (Key.LENGTH, "한국어", Key.LANGUAGE, "korean"),
    (Key.LANGUAGE, "보통", Key.LENGTH, "medium"),
    (Key.LANGUAGE, "대학생", Key.LEVEL, "university"),
    (Key.LEVEL, "표", Key.FORM, "table"),
    (Key.LEVEL, "길게", Key.LENGTH, "long"),
    (Key.LEVEL, "더 짧게", Key.LENGTH, "short"),
    (Key.LENGTH, "존댓말로", Key.TONE, None),
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


@pytest.mark.parametrize(("key", "text", "choice", "kept"), _TYPED)
def test_where_it_is_asked_for_any_sensible_answer_is_taken(key: Key, text: str, choice: str | None, kept: str) -> None:
    assert read_typed(key, MaskedText(text)) == Answer(MaskedText(kept), choice)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in _NO_ANSWERS.items() for text in texts])
def test_where_it_is_asked_for_what_answers_nothing_is_not_taken(key: Key, text: str) -> None:
    assert read_typed(key, MaskedText(text)) is None


@pytest.mark.parametrize(("key", "text", "other", "choice"), _ELSEWHERE)
def test_a_choice_of_another_question_is_told(key: Key, text: str, other: Key, choice: str | None) -> None:
    found = choice_elsewhere(key, MaskedText(text))
    assert found is not None
    assert (found[0], found[1].choice) == (other, choice)


@pytest.mark.parametrize("text", ["영어 선생님", "한글 문서", "보통 사람들", "초등학생 부모", "표 두 개"])
def test_what_says_more_than_a_choice_belongs_nowhere_else(text: str) -> None:
    assert choice_elsewhere(Key.LENGTH, MaskedText(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "없음",
        "딱히 없어요",
        "없어예",
        "업써",
        "pdf는 없어요",
        "파일은 없습니다",
        "지워줘",
        "no reference",
        "nothing to add",
    ],
)
def test_that_there_is_nothing_is_understood(text: str) -> None:
    assert says_none(text)


@pytest.mark.parametrize("text", ["재고가 없어요", "없어진 물건을 찾습니다", "지워줘요 그 문장은", "no smoking", "x"])
def test_that_something_else_is_missing_is_no_such_answer(text: str) -> None:
    assert not says_none(text)


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


@pytest.mark.parametrize(("text", "is_left"), [("대충", True), ("대충 해주세요", True), ("대충 서른 명", False)])
def test_about_how_many_is_not_left_to_us(text: str, *, is_left: bool) -> None:
    assert is_indifferent(text) is is_left


@pytest.mark.parametrize(
    ("key", "text", "own"),
    [
        (Key.FORM, "보고서 말고 메일", "메일"),
        (Key.FORM, "보고서가 아니라 이메일로 해줘", "이메일"),
        (Key.LANGUAGE, "영어 말고 일본어", "일본어"),
        (Key.LENGTH, "300자 말고 800자", "800자"),
    ],
)
def test_what_is_turned_down_is_no_part_of_an_answer(key: Key, text: str, own: str) -> None:
    assert read(key, MaskedText(text)) == Answer(MaskedText(own))
