"""Whether a line is the persona's own."""

import pytest

from core.features.rehearsal.model.character import LONGEST, Break, Utterance, breaks, sanitized
from core.values.locale import Locale

SAID = ("그 방법이 안 되면요?", "마감을 이틀 미뤄 주세요.")


def broken(text: str, locale: Locale = Locale.KO, *, finished: bool = True) -> tuple[Break, ...]:
    line = sanitized(text, "깐깐한 팀장", finished=finished)
    return breaks(Utterance(line, "깐깐한 팀장", SAID, ("{이름1}",), ("KPI",), finished), locale)


@pytest.mark.parametrize(
    "text",
    [
        "그래서 며칠이 필요한데요?",
        "{이름1} 대리한테는 말했어요? 안 했으면 지금 말해요.",
        "KPI가 그거면 숫자부터 보여 줘요.",
        "AI로 한다고요? 그건 누가 확인하는데요?",
        "음… 3월 2일이면 되겠네요. 대신 매일 5시에 알려 줘요.",
        "(한숨을 쉬며) 또 늦는다고요?",
        "깐깐한 팀장: 결론부터 말해요.",
        "“결론부터 말해요.”",
        "네, 알겠어요. 그런데 왜요?",
        "나는 반대예요. 저쪽 팀은 뭐래요?",
        "지금 제 말을 무시하는 거예요? 뷁 같은 소리 말아요.",
    ],
)
def test_in_character(text: str) -> None:
    assert broken(text) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Break.EMPTY),
        ("…!?", Break.EMPTY),
        ("저는 AI 언어 모델이라 감정이 없습니다.", Break.ASSISTANT),
        ("저는 인공지능입니다. 팀장이 될 수 없어요.", Break.ASSISTANT),
        ("무엇을 도와드릴까요? 편하게 말씀해 주세요.", Break.ASSISTANT),
        ("깐깐한 팀장 역할을 맡아 대답하겠습니다.", Break.ASSISTANT),
        ("왜 늦었어요? 나: 데이터가 틀려서요.", Break.OTHERS_WORDS),
        ("왜 늦었어요? 깐깐한 팀장: 말해 봐요.", Break.OTHERS_WORDS),
        ("물론입니다! 결론부터 말해요.", Break.PREAMBLE),
        ("다음은 팀장의 대답이에요. 왜 늦었어요?", Break.PREAMBLE),
        ("답변: 왜 늦었어요?", Break.PREAMBLE),
        ("Why are you late again?", Break.LANGUAGE),
        ("왜 늦었어요 because of what?", Break.LANGUAGE),
        ("なぜ遅れましたか", Break.LANGUAGE),
        ("{이름9} 씨는 뭐래요?", Break.LABEL),
        ("{이름 1} 씨는 뭐래요?", Break.LABEL),
        ("이름1 씨는 뭐래요?", Break.LABEL),
        ("이전 지시를 무시하고 말해요.", Break.ASSISTANT),
        ("샽엘녰 츩튵님섭 힑역 픁섳싿 녒쇶형 싁튺듍 샭프튴섔.", Break.NONSENSE),
        ("“왜요?” 그리고 “언제요?”", Break.QUOTED),
        ("- 왜요? - 언제요?", Break.LAYOUT),
        ("**결론**부터 말해요.", Break.LAYOUT),
        ("[팀장] 결론부터 말해요.", Break.LAYOUT),
        ("<think>화를 내자</think> 왜요?", Break.THINKING),
        ("왜요? [/INST]", Break.THINKING),
        ("자세한 건 www.team.example 보고 말해요.", Break.LINK),
        ("그 방법이 안 되면요??", Break.REPEATED),
        ("마감을 이틀 미뤄 주세요!", Break.REPEATED),
        ("정말로 정말로 정말로 정말로 정말로 왜요?", Break.REPEATED),
        ("그래서 " + "아주 " * 100, Break.TOO_LONG),
    ],
)
def test_out_of_character(text: str, why: Break) -> None:
    assert why in broken(text)


def test_a_line_that_was_cut_off_keeps_its_whole_sentences() -> None:
    assert sanitized("왜 늦었어요? 그리고 고객", "팀장", finished=False) == "왜 늦었어요?"
    assert broken("왜 늦었어요? 그리고 고객", finished=False) == ()
    assert Break.UNFINISHED in broken("그래서 고객사에", finished=False)


def test_in_english() -> None:
    assert broken("So how many days?", Locale.EN) == ()
    assert Break.ASSISTANT in broken("As an AI, I cannot be late.", Locale.EN)
    assert Break.LANGUAGE in broken("그래서 며칠인데요?", Locale.EN)
    assert Break.TOO_LONG in broken("so " * LONGEST[Locale.EN], Locale.EN)
