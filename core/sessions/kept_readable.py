"""The matter of a request: things that it compares, which a mask would take away from the question itself."""

import re
from collections.abc import Iterable
from typing import Final

from core.privacy.entities import EntityType
from core.privacy.labels import parse
from core.privacy.vault import Vault
from core.prompting.understanding.compared_options import options_in

_THINGS: Final = re.compile(
    r"살까|사야|살지|고를까|어떤 ?(?:게|걸|것|거)|어느 ?(?:게|쪽|것)|뭐가|뭘|무엇|차이|비교|장단점"
    r"|\bvs\b|which|difference|compare",
    re.IGNORECASE,
)
# Whoever chooses between people, or between firms as partners, names them: they stay masked.
_PEOPLE: Final = re.compile(
    r"누구|누가|누굴|사람|후보|지원자|직원|학생|환자|고객|팀원|선생|교수|소개팅|거래처|업체|협력"
    r"|who|candidate|person|people|employee|vendor",
    re.IGNORECASE,
)
_NAMES: Final = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})


def compared_things(texts: Iterable[str]) -> frozenset[str]:
    """Return the labels of names that stand for things which a request compares (그램이랑 맥북 중에 뭐 살까)."""
    return frozenset(
        option
        for text in texts
        if _THINGS.search(text) and not _PEOPLE.search(text)
        for option in options_in(text)
        if (label := parse(option)) and label.type in _NAMES
    )


def with_matter_kept(vault: Vault, before: Vault, texts: Iterable[str]) -> Vault:
    """Return a vault in which newly found things of this kind are kept as written until the person says otherwise."""
    known = {entry.label for entry in before}
    return vault.with_switches({label: True for label in compared_things(texts) if label not in known})
