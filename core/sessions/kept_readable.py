"""The matter of a request: things that it compares, reviews or names, which a mask would take away from the question.

Things that surely are none that could be private are kept as written (그램이랑 맥북); of others the summary asks.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from core.privacy.entities import EntityType
from core.privacy.labels import LABEL, find_labels, parse
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
_COMPARES: Final = re.compile(
    r"비교|차이|장단점|고르|골라|어디로|어디가|어느 ?(?:쪽|곳|회사)|중에서?\s|\bvs\b|\bversus\b"
    r"|compar|difference|which|between",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"^(?:에|을|를)?\s?(?:대해|대한|관해|관한|알아보|조사)|^(?:은|는|이|가)?\s(?:누구|어떤\s(?:회사|곳|사람)|뭐\s?하는)"
)
_ABOUT_BEFORE: Final = re.compile(
    r"\b(?:about|research|review|analyze|analyse|who is|what is)\s(?:the\s)?$", re.IGNORECASE
)
_SENT_TO: Final = re.compile(r"^(?:\s?\S{1,6})??(?:에게|한테|께서?|에(?!\s?(?:대|관)))(?:\s|$)")
_LETTER: Final = re.compile(r"메일|문자(?!열)|카톡|편지|공문|답장|쪽지|\b(?:e-?mail|letter|message)\b", re.IGNORECASE)
_JOINED: Final = r"\s?(?:이랑|랑|하고|와|과|vs)\s"
_BETWEEN: Final = 3  # words between a name and what is looked into


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


def matter_in(request: str) -> tuple[str, ...]:
    """Return the labels of names that a request itself compares, reviews or asks about: 오로라상사 견적서 검토.

    Whom a text is sent to and who is spoken of by a rank (정하윤 대리) is no such matter.
    """
    named = [label for label in find_labels(request) if (found := parse(label)) and found.type in _NAMES]
    firms = [label for label in named if _type(label) is EntityType.ORGANIZATION]
    is_pair = len(firms) > 1 or any(re.search(re.escape(firm) + _JOINED, request) for firm in firms)
    compared = firms if is_pair and _COMPARES.search(request) else []
    return tuple(label for label in named if label in compared or _is_matter(label, request))


def _is_matter(label: str, request: str) -> bool:
    before, _, behind = request.partition(label)
    if _SENT_TO.match(behind):
        return False
    if _ABOUT.match(behind) or _ABOUT_BEFORE.search(before):
        return True
    words = re.findall(r"[가-힣A-Za-z]+", LABEL.sub(" ", behind).casefold())
    is_person = _type(label) is EntityType.PERSON
    near = words[: _BETWEEN + 1]
    is_maker = is_person and bool(near) and _is_one(near[0], "makers")
    of = "of_persons" if is_person else "of_organizations"
    is_of = any(_is_one(word, of) for word in near)
    looked_into = any(_is_one(word, "looked_into") for word in words)
    if is_person:
        return is_maker or (is_of and looked_into) or (looked_into and _is_titled(behind))
    return is_of and not _LETTER.search(request)


def _is_titled(behind: str) -> bool:
    """Whether a title of a work stands behind a name: 박하늘 ‘봄밤’ 감상문, 박하늘 그 여름의 집 감상문."""
    return re.match(r"(?:의)?\s[‘'\"“《<〈]|(?:의)?\s(?:\S+\s){1,4}(?:감상|독후감|서평|리뷰|평론)", behind) is not None


def _is_one(word: str, name: str) -> bool:
    listed = _words()[name]
    return word in listed or any(len(each) > 1 and word.startswith(each) for each in listed)


def _type(label: str) -> EntityType | None:
    found = parse(label)
    return found.type if found else None


@cache
def _words() -> dict[str, frozenset[str]]:
    listed = tomllib.loads(files(__package__).joinpath("request_matter.toml").read_text(encoding="utf-8"))
    return {name: frozenset(" ".join(words.values()).split()) for name, words in listed.items()}
