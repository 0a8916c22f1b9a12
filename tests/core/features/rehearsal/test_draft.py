"""A persona from one line, by rules."""

import pytest

from core.features.rehearsal.draft import draft
from core.features.rehearsal.tempers import Temper, model_of, temper_in
from core.privacy.text import MaskedText
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("description", "temper"),
    [
        ("까칠한 구매팀장", Temper.STRICT),
        ("까칠한 구매팀장, 더 부드럽게", Temper.WARM),
        ("집주인", Temper.BARGAINING),
        ("걱정이 많은 장모님", Temper.WORRIED),
        ("호기심 많은 초등학생이요", Temper.CURIOUS),
        ("20년 일한 꼰대 부장", Temper.STUBBORN),
        ("화가 난 손님", Temper.ANGRY),
        ("지도 교수", Temper.EXAMINING),
        ("바쁜 투자자", Temper.HURRIED),
        ("우리 팀 막내", Temper.STRICT),
        ("a skeptical landlord", Temper.DOUBTING),
        ("my new boss", Temper.HURRIED),
        ("", Temper.STRICT),
    ],
)
def test_temper(description: str, temper: Temper) -> None:
    assert temper_in(description) is temper


@pytest.mark.parametrize(
    ("description", "locale", "name"),
    [
        ("까칠한 구매팀장", Locale.KO, "까칠한 구매팀장"),
        ("호기심 많은 초등학생이요", Locale.KO, "호기심 많은 초등학생"),
        ("꼰대 부장님으로 해줘", Locale.KO, "꼰대 부장님"),
        ("바쁜 투자자. 질문을 많이 함", Locale.KO, "바쁜 투자자"),
        ("우리 회사에서 20년 동안 같은 일만 해 온 고집 센 부장님", Locale.KO, "동안 같은 일만 해 온 고집 센 부장님"),
        ("{이름1} 팀장", Locale.KO, "{이름1} 팀장"),
        ("a picky manager who hates small talk", Locale.EN, "picky manager"),
    ],
)
def test_name(description: str, locale: Locale, name: str) -> None:
    assert draft(MaskedText(description), locale).name == name


def test_the_rest_is_that_of_somebody_of_this_temper() -> None:
    drafted = draft(MaskedText("까칠한 구매팀장"), Locale.KO)
    model = model_of(Temper.STRICT, Locale.KO)
    assert drafted.id == ""
    assert drafted.about == "까칠한 구매팀장"
    assert (drafted.traits, drafted.stock, drafted.examples) == (model.traits, model.stock, model.examples)
