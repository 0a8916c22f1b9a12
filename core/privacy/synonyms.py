"""Synonyms: the words by which an AI may call what a label's noun names."""

from typing import Final

from core.privacy.entities import EntityType
from core.privacy.labels import NOUNS

# No word that templates count things with of their own accord: item 1, 번호 1, 링크 1, 인물 1.
_SYNONYMS: Final = {
    EntityType.PERSON: "person fullname personname 성명 성함 姓名 名前 名字 氏名",
    EntityType.PHONE: """
        phonenumber telephone telephonenumber tel mobile mobilenumber cell contact contactnumber 전화 휴대폰 휴대전화
        핸드폰 연락처 휴대폰번호 휴대전화번호 핸드폰번호 电话 電話番号 電話
    """,
    EntityType.EMAIL: "e-mail mail emailaddress mailaddress 메일 이메일주소 메일주소 전자우편 邮箱 メール",
    EntityType.KR_RRN: "residentnumber residentregistrationnumber 주민번호",
    EntityType.KR_FRN: "foreignernumber foreignerregistrationnumber 외국인번호",
    EntityType.KR_PASSPORT: "passportnumber 여권",
    EntityType.KR_DRIVER_LICENSE: "licence driverlicense driverslicense licensenumber 면허번호 운전면허 면허",
    EntityType.KR_BRN: "businessnumber businessregistrationnumber 사업자번호",
    EntityType.KR_CORP_REG: "corporatenumber corporateregistrationnumber 법인번호",
    EntityType.BANK_ACCOUNT: "accountnumber bankaccountnumber 계좌 은행계좌 통장번호",
    EntityType.CREDIT_CARD: "cardnumber creditcard creditcardnumber 카드 신용카드 신용카드번호",
    EntityType.ADDRESS: "homeaddress streetaddress 집주소 거주지 地址 住所",
    EntityType.ORGANIZATION: """
        company organisation org orgname organizationname companyname institution 회사 조직 회사명 기관명 조직명
        업체 업체명 단체 단체명 公司 会社
    """,
    EntityType.DATE_OF_BIRTH: "dateofbirth birthday birthdate dob 생일",
    EntityType.CAR_PLATE: "plate platenumber carnumber licenseplate 차번호 번호판 자동차번호",
    EntityType.ID_NUMBER: "idnumber employeeid studentid 사번 학번",
    EntityType.ACCOUNT_NAME: "handle username accountname 아이디 계정명",
    EntityType.URL_PERSONAL: "personallink personalurl 개인주소",
    EntityType.IP: "ipaddress 아이피 아이피주소",
    EntityType.MAC: "macaddress 맥주소",
    EntityType.SECRET: "password 비밀번호 암호",
}

OFFICIAL: Final = {
    noun.replace("_", "").casefold(): entity_type for nouns in NOUNS.values() for entity_type, noun in nouns.items()
}
"""The labels' own nouns in all languages, folded: without blanks and underscores, in small letters."""

TYPES: Final = {word: kind for kind, words in _SYNONYMS.items() for word in words.split()} | OFFICIAL
"""Those and their synonyms."""
