"""Variables are asked for once each, and filled all at once."""

import pytest

from core.features.library.variables import fill, variables_in
from core.privacy.text import MaskedText, RawText


def test_labels_and_own_variables_in_their_order() -> None:
    prompt = MaskedText("{{주제}}에 대해 {기관1}의 {이름1-2}에게, 다시 {{주제}}로. {JSON} {a}")
    assert variables_in(prompt) == ("{{주제}}", "{기관1}", "{이름1-2}")


@pytest.mark.parametrize(
    ("prompt", "values", "filled"),
    [
        ("{이름1}에게 보냅니다.", {"{이름1}": "이영희"}, "이영희에게 보냅니다."),
        ("{이름1}은 갑니다.", {"{이름1}": "철수"}, "철수는 갑니다."),
        ("{{주제}}를 설명", {"{{주제}}": "환율"}, "환율을 설명"),
        ("{이름1}과 {기관1}", {"{이름1}": "{기관1}", "{기관1}": "한빛상사"}, "{기관1}과 한빛상사"),
        ("{이름1}, {기관1}", {"{기관1}": "한빛상사"}, "{이름1}, 한빛상사"),
        ("바꿀 것이 없음", {}, "바꿀 것이 없음"),
    ],
)
def test_values_are_put_in(prompt: str, values: dict[str, str], filled: str) -> None:
    given = {variable: RawText(value) for variable, value in values.items()}
    assert fill(MaskedText(prompt), given).reveal() == filled
