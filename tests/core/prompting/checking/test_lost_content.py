"""What counts as said again in other words: the matter of a line, however it is spaced or explained."""

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.checking.lost_content import lost, promised
from core.prompting.compose import compose
from core.prompting.substance import Substance
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_BRIEF = Brief(
    Locale.KO,
    MaskedText("신제품 소개 글을 써줘"),
    MaskedText("기획팀입니다"),
    Form.PROSE,
    Length.MEDIUM,
    Language.KOREAN,
    Level.EXPERT,
)


def test_a_level_is_promised_without_what_explains_it() -> None:
    (level,) = (line for line in promised(compose(_BRIEF)) if "수준" in line)
    assert "(" not in level
    assert list(lost([level], "전문가 수준의 용어를 그대로 씁니다.")) == []
    assert list(lost([level], "쉬운 말로 씁니다.")) == [level]


def test_words_are_found_however_they_are_spaced() -> None:
    line = "이 질문에 분명히 답합니다: 하루에 몇개 해야 하는지"
    assert list(lost([line], "하루에 단어를 몇 개 외워야 하는지 답합니다.")) == []
    assert list(lost([line], "일주일에 한 번 외웁니다.")) == [line]


def test_what_was_approved_of_a_model_is_promised() -> None:
    cover = "경쟁 제품과 다른 점을 표로 견줍니다."
    composed = compose(_BRIEF, Substance(cover=(cover,), parts=("한눈에 보기", "써 본 사람의 말")))
    lines = list(promised(composed))
    assert cover in lines
    assert any("한눈에 보기" in line for line in lines)
    assert cover in lost(lines, "소개 글을 씁니다.")
