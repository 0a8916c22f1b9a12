from core.choices import Language
from core.locale import Locale
from core.prompting.checking.coverage import check
from core.prompting.compose import compose
from core.prompting.twin import twin
from tests.core.prompting.briefs import WELCOME


def test_the_twin_says_the_same_in_the_other_language() -> None:
    english = twin(WELCOME)
    prompt = compose(english).prompt
    assert "[Task]" in prompt.splitlines()
    assert "Korean" in prompt
    assert check(prompt, english) == ()


def test_the_twin_of_the_twin_has_the_same_prompt() -> None:
    assert twin(WELCOME).prompt_language is Locale.EN
    assert twin(WELCOME).language is Language.KOREAN
    assert compose(twin(twin(WELCOME))) == compose(WELCOME)
