"""Sentences of Korean offices, chats and forms, with what is personal in them and nothing else; all of it invented.

What is to be found stands in braces behind its letter: {P:김민준}. Rows without braces must stay as they are. The judge
of names learns from them; how well it does elsewhere is told by the held-out texts.
"""

import re
from typing import Final

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from serving.training.detector.corpus import SHORT

KINDS: Final = {
    "P": EntityType.PERSON,
    "O": EntityType.ORGANIZATION,
    "A": EntityType.ADDRESS,
    "T": EntityType.PHONE,
    "E": EntityType.EMAIL,
    "R": EntityType.KR_RRN,
    "F": EntityType.KR_FRN,
    "S": EntityType.KR_PASSPORT,
    "L": EntityType.KR_DRIVER_LICENSE,
    "B": EntityType.KR_BRN,
    "C": EntityType.KR_CORP_REG,
    "K": EntityType.BANK_ACCOUNT,
    "D": EntityType.CREDIT_CARD,
    "N": EntityType.DATE_OF_BIRTH,
    "V": EntityType.CAR_PLATE,
    "I": EntityType.ID_NUMBER,
    "H": EntityType.ACCOUNT_NAME,
    "U": EntityType.URL_PERSONAL,
    "Y": EntityType.IP,
    "M": EntityType.MAC,
    "X": EntityType.SECRET,
}
ROWS: Final = SHORT.read_text("utf-8").splitlines()

_UNNAMED: Final = re.compile(r"[가-힣]모(?:\([0-9]+\))? 씨")

Found = list[tuple[int, int, EntityType]]


def test_what_is_personal_is_found_and_nothing_else(detector: PresidioDetector) -> None:
    wrong = []
    for text, learnt in map(read, ROWS):
        # The models have learnt 김 of 김모 씨; it names nobody, and stays.
        wanted = [] if _UNNAMED.search(text) else learnt
        found = [(span.start, span.end, span.type) for span in detector.detect(RawText(text))]
        wrong += [(text, found)] if found != wanted else []
    assert wrong == []


def read(row: str) -> tuple[str, Found]:
    text, last = "", 0
    wanted: Found = []
    row = row.replace("\\n", "\n")
    for match in re.finditer(r"\{([A-Z]):([^{}]*)\}", row):
        text += row[last : match.start()]
        wanted.append((len(text), len(text) + len(match[2]), KINDS[match[1]]))
        text, last = text + match[2], match.end()
    return text + row[last:], wanted
