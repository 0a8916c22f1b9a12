import pytest

from core.prompting.addressee import recipient_of


@pytest.mark.parametrize(
    ("purpose", "recipient"),
    [
        ("신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘", "신입사원 {이름1}"),
        ("거래처 담당자께 드릴 감사 메일", "거래처 담당자"),
        ("교수님께 보낼 메일 써줘", "교수님"),
        ("Write a welcome e-mail to our new hire {NAME1}", "our new hire {NAME1}"),
        ("Write to the landlord about the heating", "the landlord"),
        ("환영 메일 써줘", None),
        ("에게 보낼 메일", None),
        ("I want to apologise", None),
    ],
)
def test_the_recipient_is_told_when_it_is_said(purpose: str, recipient: str | None) -> None:
    assert recipient_of(purpose) == recipient
