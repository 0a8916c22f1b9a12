"""Fit: a prompt that fits stands above one that is made of the same words, of less, or of what was pasted."""

from random import Random

from core.prompting.checking.fit import Measure, fit
from core.prompting.compose import compose
from core.values.choices import Form
from tests.core.prompting.briefs import brief

_TOLD = (
    "저는 들꽃상사 구매팀 대리입니다. 베어링 1,200개가 10월 18일에서 11월 1일로 밀렸습니다. "
    "도금 설비가 고장 났습니다. 먼저 300개를 보낼 수 있습니다. 반말은 쓰지 말아 주세요."
)
_BRIEF = brief("거래처에 납기 지연을 사과하는 메일을 써 주세요", background=_TOLD)
_FITTING = compose(_BRIEF).prompt


def test_it_stands_above_a_word_salad() -> None:
    words = _FITTING.split()
    Random(3).shuffle(words)  # noqa: S311 - an order, not a secret
    salad = " ".join(words)
    assert fit(_FITTING, _BRIEF).total > fit(salad, _BRIEF).total
    assert fit(salad, _BRIEF).shares[Measure.SORTED] == 0


def test_it_stands_above_the_bare_line() -> None:
    bare = fit(_BRIEF.purpose, _BRIEF)
    assert fit(_FITTING, _BRIEF).total > bare.total + 0.2
    assert bare.shares[Measure.COVERED] < 0.5
    assert bare.shares[Measure.SPECIFIC] == 0


def test_it_stands_above_the_one_with_the_introduction_pasted() -> None:
    pasted = (
        f"[작업]\n{_BRIEF.purpose}\n\n[대상]\n- 요청자: {_TOLD}\n\n[분량·언어]\n- 450~550자, 한국어\n- 알차게 씁니다."
    )
    assert fit(pasted, _BRIEF).shares[Measure.COVERED] > 0.8
    assert fit(pasted, _BRIEF).shares[Measure.SORTED] == 0
    assert fit(_FITTING, _BRIEF).total > fit(pasted, _BRIEF).total


def test_what_any_request_could_be_told_makes_it_fit_no_better() -> None:
    generic = "- 최선을 다해 완벽하고 훌륭하게 마무리해 주시기를 간곡히 바랍니다.\n" * 6
    assert fit(f"{_FITTING}\n{generic}", _BRIEF).total < fit(_FITTING, _BRIEF).total


def test_a_text_that_is_missing_has_a_place() -> None:
    missing = brief("이 기사 요약해 줘", form=Form.LIST)
    prompt = compose(missing).prompt
    assert fit(prompt, missing).shares[Measure.PLACED] == 1
    assert fit(prompt.replace("{{", "").replace("}}", ""), missing).shares[Measure.PLACED] == 0
