"""What is written like an item and is none: a check of digits, dates or numbering plans tells them apart."""

import pytest

from core.adapters.presidio.recognizers.bank_account import BankAccountRecognizer
from core.adapters.presidio.recognizers.business import BusinessNumberRecognizer, CorporateNumberRecognizer
from core.adapters.presidio.recognizers.credit_card import CardRecognizer
from core.adapters.presidio.recognizers.network import IpRecognizer, MacRecognizer
from core.adapters.presidio.recognizers.pattern import PatternRecognizer
from core.adapters.presidio.recognizers.phone import PhoneRecognizer
from core.adapters.presidio.recognizers.resident import ForeignerNumberRecognizer, ResidentNumberRecognizer

_PHONE, _CARD, _MAC, _IP = PhoneRecognizer(), CardRecognizer(), MacRecognizer(), IpRecognizer()
_RESIDENT, _FOREIGNER = ResidentNumberRecognizer(), ForeignerNumberRecognizer()
_BUSINESS, _CORPORATE, _ACCOUNT = BusinessNumberRecognizer(), CorporateNumberRecognizer(), BankAccountRecognizer()


@pytest.mark.parametrize(
    ("recognizer", "near_miss", "item"),
    [
        (_PHONE, "+999 1234 5678", "+44 20 7946 0958"),  # a country code that nobody has
        (_PHONE, "+44 1234 567890123", "+44 20 7946 0958"),  # too long for Britain
        (_PHONE, "0099-9123-45678", "0044-2079-460958"),  # dialled so, it is the first again
        (_PHONE, "010-0000-0000", "010-2345-6789"),  # a form to fill in
        (_CARD, "1234567890123452", "4111111111111111"),  # the sum is right, no issuer begins so
        (_CARD, "7000000000000005", "9410123456789010"),  # as above
        (_CARD, "4111111111111112", "4111111111111111"),  # the sum is wrong
        (_MAC, "00:00:00:00:00:00", "2b:3c:4d:5e:6f:7a"),  # no card has it
        (_MAC, "ff-ff-ff-ff-ff-ff", "2b-3c-4d-5e-6f-7a"),  # all of a network
        (_MAC, "aa:bb:cc:dd:ee:ff", "aa:bb:cc:dd:ee:f0"),  # letters alone are an example
        (_MAC, "1234.5678.9012", "2B3C.4D5E.6F7A"),  # a telephone or an account number
        (_MAC, "맥 주소 FFFFFFFFFFFF", "맥 주소 2B3C4D5E6F7A"),  # all of a network
        (_IP, "127.0.0.1", "192.168.10.24"),  # every machine's own
        (_IP, "255.255.255.0", "192.168.10.24"),  # a mask
        (_RESIDENT, "990230-1", "990228-1"),  # the thirtieth of February
        (_RESIDENT, "990230-1234567", "990228-1234567"),  # as above
        (_RESIDENT, "9902301234567", "9902281234567"),  # as above
        (_RESIDENT, "991030-3234567", "041030-3234567"),  # born in 2099
        (_RESIDENT, "8801012345675", "8801012345671"),  # a bar code of Korea
        (_RESIDENT, "111111-3204519", "111111-3204535"),  # a corporation's check digit is right, a resident's is wrong
        (_FOREIGNER, "990230-5", "990228-5"),  # the thirtieth of February
        (_FOREIGNER, "990230-5234567", "990228-5234567"),  # as above
        (_FOREIGNER, "9902305234567", "9902285234567"),  # as above
        (_BUSINESS, "사업자등록번호 000-00-00000", "사업자등록번호 999-88-12349"),  # a form to fill in
        (_BUSINESS, "999 88 12348", "999 88 12349"),  # the check digit is wrong
        (_BUSINESS, "999-88-12348", "999-88-12349"),  # as above
        (_CORPORATE, "110111-9876546", "110111-9876545"),  # as above
        (_ACCOUNT, "GB82 WEST 1234 5698 7654 33", "GB82 WEST 1234 5698 7654 32"),  # as above
    ],
)
def test_a_near_miss_counts_for_less_than_its_neighbour(
    recognizer: PatternRecognizer, near_miss: str, item: str
) -> None:
    assert _best(recognizer, near_miss) < _best(recognizer, item)


def _best(recognizer: PatternRecognizer, text: str) -> float:
    """Return the highest score of what is found; 0 where nothing is."""
    found = recognizer.analyze(text, [], None)  # type: ignore[arg-type]  # patterns need no words
    return max((result.score for result in found), default=0)
