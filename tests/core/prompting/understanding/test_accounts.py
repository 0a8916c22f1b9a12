"""Accounts: what a diary or an essay tells demands nothing."""

import pytest

from core.prompting.understanding.accounts import happened, is_account, is_statement
from core.prompting.understanding.understand import understand
from tests.core.prompting.briefs import brief

_DIARY = "이사를 했다. 짐이 생각보다 많았다. 아빠가 쓴 편지를 찾았다. 나는 답장을 쓰지 않았다. 이제는 보낼 곳이 없다."
_ESSAY = "스마트폰은 편리하다. 그러나 우리는 대화를 잃었다. 학교는 사용 시간을 정해야 한다. 작은 것부터 바꾸자."
_ENGLISH = "I woke up late today. The bus had already left. I forgot the longest river. In the evening it rained."


@pytest.mark.parametrize("purpose", [_DIARY, _ESSAY, _ENGLISH])
def test_no_sentence_of_an_account_is_a_demand_or_lost(purpose: str) -> None:
    understanding = understand(brief(purpose))
    assert understanding.introduction.wishes == ()
    assert all(sentence in understanding.task for sentence in purpose.split(". ")[:1] + purpose.split(". ")[-1:])


def test_who_asks_for_something_tells_no_account() -> None:
    assert not is_account(["비가 왔다.", "길이 막혔다.", "약속에 늦었다.", "사과 문자 써 줘."])
    assert not is_account(["비가 왔다.", "길이 막혔다."])


@pytest.mark.parametrize("sentence", ["가격은 넣지 않았다", "필요 없었어요", "묻지 않았습니다."])
def test_what_has_been_is_no_wish(sentence: str) -> None:
    assert happened(sentence)


@pytest.mark.parametrize("sentence", ["짧게 써 주세요", "표가 있었으면 좋겠어요", "한 장이면 되겠습니다", "영어로"])
def test_a_wish_has_not_been(sentence: str) -> None:
    assert not happened(sentence)
    assert not is_statement(sentence)
