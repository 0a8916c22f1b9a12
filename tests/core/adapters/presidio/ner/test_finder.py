"""The recall dial."""

from core.adapters.presidio.engine import LANGUAGE, KiwiNlpEngine, morphemes
from core.adapters.presidio.ner.finder import NameDetector
from core.adapters.presidio.ner.model import shipped

TEXTS = (
    "소담이 얘기 들었어?",
    "가람 쪽에서 답이 없네요",
    "어제 두리 만나서 얘기했어",
    "Ask Mallory or Trent about it",
    "요즘 단미 소식 있어?",
    "나비 왔다 갔대",
    "윤도경 님께 보낼 메일을 써 줘",
)


def test_the_higher_the_dial_the_more_is_found(engine: KiwiNlpEngine) -> None:
    found = [hidden(engine, more) for more in (-2.0, 0.0, 3.0)]
    assert found[0] <= found[1] <= found[2]
    assert len(found[0]) < len(found[2])
    assert (6, "윤도경") in found[0]


def hidden(engine: KiwiNlpEngine, more: float) -> set[tuple[int, str]]:
    finder = NameDetector(shipped(), more)
    return {
        (i, character)
        for i, text in enumerate(TEXTS)
        for name in finder.names(text, morphemes(engine.process_text(text, LANGUAGE)))
        for character in (text[name.start : name.end], *text[name.start : name.end])
    }
