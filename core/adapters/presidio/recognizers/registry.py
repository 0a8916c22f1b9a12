"""The registry's content: every recognizer, each made anew."""

from presidio_analyzer import EntityRecognizer

from core.adapters.presidio.lists import ListsFile
from core.adapters.presidio.recognizers import column
from core.adapters.presidio.recognizers.account_name import AccountNameRecognizer
from core.adapters.presidio.recognizers.address import AddressRecognizer
from core.adapters.presidio.recognizers.address_parts import AddressPartsRecognizer
from core.adapters.presidio.recognizers.bank_account import BankAccountRecognizer
from core.adapters.presidio.recognizers.birth_date import BirthDateRecognizer
from core.adapters.presidio.recognizers.business import BusinessNumberRecognizer, CorporateNumberRecognizer
from core.adapters.presidio.recognizers.car_plate import CarPlateRecognizer
from core.adapters.presidio.recognizers.credit_card import CardRecognizer
from core.adapters.presidio.recognizers.custom import CustomRecognizer
from core.adapters.presidio.recognizers.driver_license import DriverLicenseRecognizer
from core.adapters.presidio.recognizers.email import EmailRecognizer
from core.adapters.presidio.recognizers.file_name import FileNameRecognizer
from core.adapters.presidio.recognizers.id_number import IdNumberRecognizer
from core.adapters.presidio.recognizers.network import IpRecognizer, MacRecognizer
from core.adapters.presidio.recognizers.passport import PassportRecognizer
from core.adapters.presidio.recognizers.personal_url import PersonalUrlRecognizer
from core.adapters.presidio.recognizers.phone import PhoneRecognizer
from core.adapters.presidio.recognizers.resident import ForeignerNumberRecognizer, ResidentNumberRecognizer
from core.adapters.presidio.recognizers.secret import SecretRecognizer


def recognizers(lists: ListsFile | None = None) -> list[EntityRecognizer]:
    """Return one of each but the one for names; the operator's lists have theirs where there are any."""
    return [
        AccountNameRecognizer(),
        AddressRecognizer(),
        AddressPartsRecognizer(),
        BankAccountRecognizer(),
        BirthDateRecognizer(),
        BusinessNumberRecognizer(),
        CorporateNumberRecognizer(),
        CarPlateRecognizer(),
        CardRecognizer(),
        column.birth_dates(),
        column.birth_years(),
        column.id_numbers(),
        column.passports(),
        *([CustomRecognizer(lists)] if lists else []),
        DriverLicenseRecognizer(),
        EmailRecognizer(),
        FileNameRecognizer(),
        ForeignerNumberRecognizer(),
        IdNumberRecognizer(),
        IpRecognizer(),
        MacRecognizer(),
        PassportRecognizer(),
        PersonalUrlRecognizer(),
        PhoneRecognizer(),
        ResidentNumberRecognizer(),
        SecretRecognizer(),
    ]
