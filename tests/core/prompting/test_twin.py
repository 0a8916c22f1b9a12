from core.choices import Language
from core.locale import Locale
from core.prompting.compose import compose
from core.prompting.contract import check, parse
from core.prompting.twin import twin
from tests.core.prompting.briefs import WELCOME


def test_the_twin_says_the_same_in_the_other_language() -> None:
    english = twin(WELCOME)
    prompt = compose(english).prompt
    assert prompt.startswith("[Role]\nYou are an HR partner")
    assert "Request: 신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘" in prompt
    assert "- Language: Korean" in prompt
    assert parse(prompt) == english
    assert check(prompt, english) == ()


def test_the_twin_of_the_twin_is_the_brief() -> None:
    assert twin(WELCOME).locale is Locale.EN
    assert twin(WELCOME).language is Language.KOREAN
    assert twin(twin(WELCOME)) == WELCOME
