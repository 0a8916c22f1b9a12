"""Every structured type with every common particle, on either side, in four writings: exact to the character.

In each writing an item gets a quarter of the particles, by turns, and behind each particle one item of a type is
glued; `make matrix`, which CI runs too, gives every item all of them.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText

PARTICLE_LIST = "은 는 이 가 을 를 과 와 으로 로 의 에 에게 에서 도 만 부터 까지 처럼 보다 이랑 하고 입니다 이에요"
PARTICLES = PARTICLE_LIST.split()
EVERY = bool(os.environ.get("PROMPTGEN_TEST_EVERY_PARTICLE"))

# What announces the item (glued on in front), and the item as people write it. Invented; check digits are right.
ITEMS: dict[EntityType, tuple[str, list[str]]] = {
    EntityType.PHONE: (
        "번호는",
        [
            *("010-2345-6789", "01023456789", "010 2345 6789", "02-345-6789", "+82 10-2345-6789", "070-1234-5678"),
            *("1-604-555-0119", "647.555.0143", "(503) 555-0172", "138-1234-5678", "86-138-1234-5678"),
        ],
    ),
    EntityType.EMAIL: ("메일은", ["minjun.kim@hanbit.co.kr", "seo_yeon+work@gmail.com", "a1@b-c.io"]),
    EntityType.KR_RRN: ("주민번호는", ["900101-1234567", "9001011234567", "900101 1234567", "030405-3456789"]),
    EntityType.KR_FRN: ("등록은", ["900101-5234567", "9001015234567", "900101 5234567"]),
    EntityType.KR_PASSPORT: ("여권은", ["M12345678", "M123A4567", "S98765432", "M 12345678"]),
    EntityType.KR_DRIVER_LICENSE: (
        "면허는",
        ["11-12-345678-90", "11 12 345678 90", "111234567890", "서울 12-345678-90"],
    ),
    EntityType.KR_BRN: ("사업자는", ["999-88-12349", "9998812349", "999 88 12349", "888-77-02467"]),
    EntityType.KR_CORP_REG: ("법인은", ["110111-9876545", "1101119876545", "110111 9876545"]),
    EntityType.BANK_ACCOUNT: (
        "국민은행",
        ["123456-78-901234", "110-234-567890", "12345678901234", "1002 345 678901"],
    ),
    EntityType.CREDIT_CARD: (
        "카드는",
        [
            *("4111-1111-1111-1111", "4111111111111111", "4111 1111 1111 1111", "9410-1234-5678-9017"),
            *("6217660487647593825", "6217-6604-8764-7593-825"),
        ],
    ),
    EntityType.ADDRESS: (
        "주소는",
        [
            "서울특별시 강남구 테헤란로 123",
            "경기도 성남시 분당구 판교역로 235, 103동 1502호",
            "전북 전주시 완산구 효자로 225",
            "부산광역시  해운대구  우동  1408-3",
            "테헤란로 123길 45, 302호",
            "12 Willow Lane, Unit 3, Austin TX 78701",
            "Flat 4, 19 Garden Close, Leeds LS2 9JT",
            "PO Box 1147, Tulsa OK 74101",
        ],
    ),
    EntityType.DATE_OF_BIRTH: (
        "생일은",
        ["1990-03-05", "1990.03.05", "1990년 3월 5일", "900305", "19900305", "1990/3/5"],
    ),
    EntityType.CAR_PLATE: ("차는", ["12가3456", "123가4567", "12가 3456", "서울 12가 3456"]),
    EntityType.ID_NUMBER: ("사번은", ["20231234", "A-20231234", "2023-1234", "EMP12345"]),
    EntityType.ACCOUNT_NAME: ("카톡 아이디는", ["minjun_kim", "minjun.kim", "minjun99", "@minjun_kim"]),
    EntityType.URL_PERSONAL: (
        "링크는",
        ["https://github.com/minjunkim", "instagram.com/minjun.kim", "minjun.tistory.com/12"],
    ),
    EntityType.IP: ("주소는", ["192.168.10.24", "203.0.113.7", "2001:db8::8a2e:370:7334"]),
    EntityType.MAC: ("맥은", ["00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001A.2B3C.4D5E"]),
    EntityType.SECRET: (
        "비밀번호는",
        ["hunter2!", "Pa55-w0rd", "sk-proj-abcdEFGH1234567890abcd", "ghp_" + "a1B2c3D4e5" * 4],
    ),
}

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
SPOKEN = str.maketrans("0123456789", "공일이삼사오육칠팔구")


def plain(item: str) -> str:
    return item


def full_width(item: str) -> str:
    return item.translate(WIDE)


def zero_width(item: str) -> str:
    return "\u200b".join(item)


def bidi(item: str) -> str:
    return item[:2] + "\u202e" + item[2:-1] + "\u2060" + item[-1:]


WRITINGS: list[Callable[[str], str]] = [plain, full_width, zero_width, bidi]

CASES = [
    pytest.param(entity_type, number, id=f"{entity_type}-{number}")
    for entity_type, (_, items) in ITEMS.items()
    for number in range(len(items))
]


def particles_of(number: int, writing: Callable[[str], str]) -> list[str]:
    """Return the particles whose turn it is with a type's item of this number in a writing."""
    turn = number * (len(WRITINGS) - 1) + WRITINGS.index(writing)
    return PARTICLES if EVERY else PARTICLES[turn % 4 :: 4]


@pytest.mark.parametrize("entity_type", ITEMS)
def test_each_type_meets_every_particle_by_turns(entity_type: EntityType) -> None:
    numbers = range(len(ITEMS[entity_type][1]))
    met = {each for number in numbers for writing in WRITINGS for each in particles_of(number, writing)}
    assert met == set(PARTICLES)


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize(("entity_type", "number"), CASES)
def test_matrix(
    detector: PresidioDetector, entity_type: EntityType, number: int, writing: Callable[[str], str]
) -> None:
    lead, items = ITEMS[entity_type]
    written = writing(items[number])
    particles = particles_of(number, writing)
    wrong = []
    for particle in particles:
        for before in (f"{lead} ", lead):
            text = f"{before}{written}{particle} 적어 주세요"
            found = [(text[span.start : span.end], span.type) for span in detector.detect(RawText(text))]
            if found != [(written, entity_type)]:
                wrong.append((before, particle, found))
    assert not wrong, f"{len(wrong)} of {2 * len(particles)}, such as {wrong[:3]}"


# What the item is glued to, with any particle between.
NOUNS = {
    EntityType.PHONE: "번호",
    EntityType.EMAIL: "메일",
    EntityType.KR_RRN: "주민번호",
    EntityType.KR_FRN: "외국인번호",
    EntityType.KR_PASSPORT: "여권번호",
    EntityType.KR_DRIVER_LICENSE: "면허번호",
    EntityType.KR_BRN: "사업자번호",
    EntityType.KR_CORP_REG: "법인번호",
    EntityType.BANK_ACCOUNT: "계좌번호",
    EntityType.CREDIT_CARD: "카드",
    EntityType.ADDRESS: "주소",
    EntityType.CAR_PLATE: "차번호",
    EntityType.ID_NUMBER: "사번",
    EntityType.ACCOUNT_NAME: "카톡 아이디",
    EntityType.URL_PERSONAL: "링크",
    EntityType.IP: "서버",
    EntityType.MAC: "장비",
    EntityType.SECRET: "비밀번호",
}


# A noun with the wrong one of two particles is no word, and may well be a name.
NAMES = (EntityType.PERSON, EntityType.ORGANIZATION)


@pytest.mark.parametrize("entity_type", NOUNS)
def test_glued_behind_any_particle(detector: PresidioDetector, entity_type: EntityType) -> None:
    wrong, items = [], ITEMS[entity_type][1]
    for turn, particle in enumerate(PARTICLES):
        for item in items if EVERY else [items[turn % len(items)]]:
            text = f"{NOUNS[entity_type]}{particle}{item}"
            spans = [span for span in detector.detect(RawText(text)) if span.type not in NAMES]
            found = [(text[span.start : span.end], span.type) for span in spans]
            if found != [(item, entity_type)]:
                wrong.append((text, found))
    assert wrong == []


NEGATIVES = [
    line
    for line in (Path(__file__).parent / "hard_negatives.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


def test_there_are_enough_negatives() -> None:
    assert len(set(NEGATIVES)) >= 300


def test_what_only_looks_personal_stays(detector: PresidioDetector) -> None:
    found = [(text, span) for text in NEGATIVES for span in detector.detect(RawText(text))]
    assert [(text, text[span.start : span.end], span.type) for text, span in found] == []


# What is found by what stands before and behind it: an expiry by its card, a person by what a file is called.
SURROUNDED = [
    ("카드 유효기간은 ", "11/28", "", EntityType.CREDIT_CARD),
    ("카드 만료일은 ", "2028-11", "", EntityType.CREDIT_CARD),
    ("카드 유효기한은 ", "28년 11월", "", EntityType.CREDIT_CARD),
    ("手机：", "13812345678", "", EntityType.PHONE),
    ("상하이 전화 ", "021-6288-1234", "", EntityType.PHONE),
    ("파일은 CV_", "Kim_Seoyeon", ".pdf", EntityType.PERSON),
    ("파일은 ", "parkjihoon", "_resume.docx", EntityType.PERSON),
    ("/data/고객/", "여진우", "/사진.zip", EntityType.PERSON),
    ("/var/mail/", "taeo.jung", "", EntityType.ACCOUNT_NAME),
    ("/Volumes/", "hyunwoo", "-backup/2024", EntityType.ACCOUNT_NAME),
]


@pytest.mark.parametrize(("lead", "item", "behind", "entity_type"), SURROUNDED)
def test_what_its_surroundings_tell(
    detector: PresidioDetector, lead: str, item: str, behind: str, entity_type: EntityType
) -> None:
    wrong = []
    for particle in PARTICLES:
        text = f"{lead}{item}{behind}{particle} 적어 주세요"
        found = [(text[span.start : span.end], span.type) for span in detector.detect(RawText(text))]
        wrong += [(particle, found)] if found != [(item, entity_type)] else []
    assert wrong == []


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("번호는 ", "010-2345-6789"),
        ("번호는", "01023456789"),
        ("주민번호는 ", "900101-1234567"),
        ("카드는 ", "4111-1111-1111-1111"),
    ],
)
def test_spoken_digits_with_every_particle(detector: PresidioDetector, lead: str, item: str) -> None:
    spoken, wrong = item.translate(SPOKEN), []
    for particle in PARTICLES:
        text = f"{lead}{spoken}{particle} 적어 주세요"
        found = [text[span.start : span.end] for span in detector.detect(RawText(text))]
        wrong += [(text, found)] if found != [spoken] else []
    assert wrong == []
