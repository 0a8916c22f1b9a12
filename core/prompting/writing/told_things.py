"""Things: what was told of side by side (레몬에이드랑 츄러스), so that each of them gets its share of the answer."""

import re
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.people import names_person
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale

_NAME: Final = r"[가-힣A-Za-z0-9]{2,12}?"
_BESIDE: Final = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<names>{_NAME}(?:(?:이?랑|하고|와|과|,)\s{_NAME}){{1,4}})(?:[을를도만은는]?(?=[\s.,]|$))"
)
_BETWEEN: Final = re.compile(r"(?:(?<=[가-힣])(?:이랑|랑|하고|와|과)|,)\s")
_MADE: Final = re.compile(
    r"팔(?:아|고|려|기|아요|ㅁ)|팝니다|파는|판매|취급|만들|다루|다뤄|내놓|주제|메뉴|상품|제품|공약|안건|키워드|소재"
)
_REFUSED: Final = re.compile(r"빼|말고|싫|없|못|제외|금지|안 ?[가-힣]")
_MADE_UP_OF: Final = frozenset({Product.LIST_OF_ITEMS, Product.CREATIVE})
_NAMES: Final = re.compile(r"\{(?:이름|NAME)[0-9]+\}")
_TOLD: Final = frozenset({Product.CREATIVE})


def things_in(text: str) -> tuple[str, ...]:
    """Return the things that a text names side by side, none where they are people or not wanted."""
    found = _BESIDE.search(text)
    if found is None or _REFUSED.search(text):
        return ()
    names = tuple(_BETWEEN.split(found["names"]))
    return () if any(map(names_person, names)) else names


def shares_of_things(understanding: Understanding, count: int) -> str:
    """Say how many of so many items are about each thing that was told, and how many about all of them."""
    if understanding.intent.product not in _MADE_UP_OF or understanding.locale is not Locale.KO:
        return ""
    told = (each for each in understanding.introduction.told if _MADE.search(each))
    names = next(filter(None, map(things_in, told)), ())
    if not names or count < len(names):
        return ""
    each, over = divmod(count, len(names))
    said = [f"{name} {each}개" for name in names]
    if over:
        said.append(phrase(understanding.locale, "share.together", count=over))
    return phrase(understanding.locale, "share.things", things=", ".join(said))


def people_of(understanding: Understanding) -> str:
    """Say that everybody who was told of beside the first has a place in a story; empty where there is none."""
    told = "\n".join(understanding.introduction.told)
    names = tuple(dict.fromkeys(_NAMES.findall(told)))[1:]
    if understanding.intent.product not in _TOLD or not names or _REFUSED.search(told):
        return ""
    return phrase(understanding.locale, "share.people", people=", ".join(names))
