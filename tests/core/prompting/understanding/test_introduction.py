import pytest

from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.reported_speech import tells
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.understanding import Introduction
from core.values.locale import Locale
from tests.core.prompting.understanding.introductions import judge, letters, placed_letters, rows


def introduced(background: str | None, constraints: str | None = None, purpose: str = "글 써줘") -> Introduction:
    return read_introduction(restate(purpose, Locale.KO), "글을 씁니다.", background, constraints)


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("팀장님이 봅니다", ClausePlace.READERS),
        ("박사급 심의위원 대상입니다", ClausePlace.READERS),
        ("받는 분은 {기관1} {이름1} 부장님이세요", ClausePlace.READERS),
        ("저는 {기관1} 영업팀 {이름1} 대리입니다", ClausePlace.WHO),
        ("프리랜서 일러스트레이터입니다", ClausePlace.WHO),
        ("예산은 200만 원입니다", ClausePlace.FACTS),
        ("도금 설비 고장 때문에 11월 1일로 밀렸습니다", ClausePlace.FACTS),
        ("말투는 친구한테 말하듯이", ClausePlace.WISHES),
        ("30자 이내로 8개", ClausePlace.WISHES),
        ("칼을 쓰는 활동은 제외합니다", ClausePlace.WISHES),
        ("다니는 학교 이름 X", ClausePlace.WISHES),
        ("왜그런지 모르겠어", ClausePlace.QUESTIONS),
        ("예) Sip the summer!", ClausePlace.EXAMPLE_OUTPUT),
        ("입력 예: 2024-03-02 120000", ClausePlace.EXAMPLE_INPUT),
        ("The hiring manager will read it", ClausePlace.READERS),
        ("It should sound warm", ClausePlace.WISHES),
        ("I teach ESL to adults", ClausePlace.WHO),
    ],
)
def test_a_clause_has_its_place(clause: str, place: ClausePlace) -> None:
    assert [one.place for one in place_clauses(clause)] == [place]


def test_most_clauses_of_the_development_set_are_placed_right() -> None:
    judged = [one for row in rows() for one in judge(row)]
    assert len(rows()) >= 150
    assert sum(label == got for _, label, got in judged) / len(judged) >= 0.95


def test_no_letter_of_an_introduction_is_lost() -> None:
    texts = [(row["id"], str(row["background"])) for row in rows()]
    placed = [(of, letters(text), placed_letters(text)) for of, text in texts]
    assert [(of, typed) for of, typed, kept in placed if "".join(letter for letter, _ in kept) != typed] == []


@pytest.mark.parametrize("text", ["가나다라마바" * 200, "word " * 300, "{이름1}" * 100, "1,2;3 " * 200])
def test_pasted_text_is_kept_and_not_analysed(text: str) -> None:
    found = introduced(text)
    assert letters("".join(found.told)) == letters(text)
    assert not any(wish.text for wish in found.wishes)


def test_sentences_stand_as_typed_and_demands_as_instructions_with_their_reasons() -> None:
    found = introduced("방과후 강사입니다. 행성 8개 다 알아요. 영어는 쓰지 말아 주세요. 제가 읽을 거라 길게 써 주세요.")
    assert found.told == ("방과후 강사입니다.", "행성 8개 다 알아요.")
    assert [wish.text for wish in found.wishes if wish.text] == ["영어는 쓰지 않습니다", "제가 읽을 거라 길게 씁니다"]


def test_a_sentence_that_demands_twice_stands_whole_and_is_read_clause_by_clause() -> None:
    found = introduced("교사예요. 쉬운 말로 쓰고 질문은 세 개만 넣어 주세요.")
    assert [wish.text for wish in found.wishes if wish.text] == ["쉬운 말로 쓰고 질문은 세 개만 넣습니다"]
    assert [wish.count for wish in found.read if wish.count] == [3]


def test_what_only_tells_is_no_instruction_though_it_ends_as_a_ban_does() -> None:
    found = introduced("쇼핑몰 직원입니다. 어제부터 로그인이 안 됨. 반말 금지.")
    assert "어제부터 로그인이 안 됨." in found.told
    assert [wish.text for wish in found.wishes if wish.text] == ["반말 금지"]


def test_a_reason_is_no_instruction_though_it_ends_in_a_verb_that_leaves_out() -> None:
    found = introduced("주임이에요. 신입이 보고할 걸 자꾸 빼먹어서요.")
    assert found.told == ("주임이에요.", "신입이 보고할 걸 자꾸 빼먹어서요.")


def test_a_label_does_not_stand_alone() -> None:
    assert introduced("꽃집이에요. 주문은 여기로. {전화번호1}").told[1:] == ("주문은 여기로. {전화번호1}",)
    assert introduced("{이름1}. 손님 없는 오후.").told[0] == "{이름1}."


def test_a_run_on_stands_whole() -> None:
    typed = "카페 하는데 케이크에서 비닐이 나와서 사과하려고 하고 변명은 빼고 세 문장으로 써주면 좋겠는데 이름은 말고"
    assert introduced(typed).told == (typed,)


def test_courtesy_goes() -> None:
    assert introduced("안녕하세요. 저는 교사예요. 감사합니다.").told == ("저는 교사예요.",)


def test_what_a_request_says_beside_its_task_is_told() -> None:
    found = introduced("", purpose="사과 메일 써줘. 납기가 3월 4일로 밀렸어요.")
    assert found.told == ("납기가 3월 4일로 밀렸어요.",)


def test_a_sentence_that_stands_is_still_read() -> None:
    found = introduced("행사 담당인데 열은 이름, 소속, 연락처로 하고 참가자들이 볼 거예요.")
    assert [wish.values for wish in found.wishes] == [("이름", "소속", "연락처")]
    assert not any(wish.text for wish in found.wishes)
    assert found.readers


def test_constraints_stand_sentence_by_sentence() -> None:
    found = introduced(None, "색은 두 가지만 쓰고 반말은 하지 마세요. 이름은 빼고.")
    assert [wish.text for wish in found.wishes if wish.text] == [
        "색은 두 가지만 쓰고 반말은 하지 않습니다",
        "이름은 뺍니다",
    ]


@pytest.mark.parametrize(
    ("background", "questions"),
    [
        ("전세로 살아요. 대출을 더 받는 게 맞을까요?", ("대출을 더 받는 게 맞을까요?",)),
        ("꽃집이에요. 주말만 쉬고 싶은데 그래도 되나요?", ("주말만 쉬고 싶은데 그래도 되나요?",)),
        ("고1입니다. 뭐라고 써야 할지 모르겠어요.", ()),
    ],
)
def test_a_question_is_a_sentence_that_only_asks(background: str, questions: tuple[str, ...]) -> None:
    assert introduced(background).questions == questions


def test_an_example_on_a_line_of_its_own_is_the_whole_line() -> None:
    told = introduced("꽃집이에요. 툭툭 던지는 말투로요.\n예) 비 온다. 그래도 장미는 왔다.\n해시태그는 두 개만요.")
    assert told.example_of_output == "비 온다. 그래도 장미는 왔다."
    assert not any("장미" in sentence for sentence in told.told)


def test_an_example_that_shows_the_data_is_of_the_input() -> None:
    found = introduced("예를 들면 2행이 '가, 010, X', 3행이 '나, 011, O' 이렇게 되어있어")
    assert not found.example_of_output
    assert "3행이 '나, 011, O'" in found.example_of_input


@pytest.mark.parametrize("background", ["", None, "ㅋㅋ", "🙂", "???"])
def test_nothing_said_is_nothing_read(background: str | None) -> None:
    assert introduced(background) == Introduction()


def test_a_noun_that_ends_as_a_quotation_does_is_none() -> None:
    assert not tells("빌라 세입자고요")
    assert tells("내일 저녁에 보자고요")
