from core.prompting.compose import compose
from tests.core.prompting.briefs import brief


def test_things_that_are_named_as_many_as_are_asked_for_are_the_text() -> None:
    asked = "불량 유형 3가지를 협력사가 볼 표로 번역해주세요"
    assert (
        "여기에 붙여 넣으세요"
        not in compose(brief(asked, background="불량은 미성형, 플래시, 웰드라인이고 원인을 붙여 주세요.")).prompt
    )
    assert "여기에 붙여 넣으세요" in compose(brief(asked, background="하이퐁 공장에서 씁니다.")).prompt
