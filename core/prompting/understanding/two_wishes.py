"""Two wishes in one line: 보고서 쓰고 팀장님께 보낼 메일도 써줘, 제안서랑 발표 대본 만들어줘."""

import re
from typing import Final

from core.prompting.intents.naming import named_like
from core.prompting.understanding.recognition import likelihoods
from core.prompting.understanding.request_features import Request

_LONGEST: Final = 120
_MAKES: Final = r"(?:써|쓰|작성|만들|짜|뽑|준비|부탁)"
_THING: Final = r"[^,.?!\n]{2,40}?"
_KOREAN: Final = (
    re.compile(
        rf"^(?P<first>{_THING})(?:을|를)?\s?(?:써\s?주|쓰|작성하|만들|짜|뽑|준비하)고요?,?\s(?:그리고\s|또\s|나서\s|거기에\s)?"
        rf"(?P<second>{_THING})(?:도|을|를)?\s(?:같이\s|함께\s)?{_MAKES}\S{{0,6}}(?:\s\S{{1,6}})?[.!~]*$"
    ),
    re.compile(
        rf"^(?P<first>{_THING})(?:이랑|랑|하고|와|과| 그리고| 및)\s(?P<second>{_THING})(?:을|를|도|둘 다)?\s"
        rf"(?:같이\s|함께\s|둘 다\s)?{_MAKES}\S{{0,6}}(?:\s\S{{1,6}})?[.!~]*$"
    ),
)
_ENGLISH: Final = re.compile(
    r"^(?:please\s)?(?:write|make|draft|create|prepare)\s(?:me\s)?(?:an?|the)\s(?P<first>[\w ]{3,40}?)\s(?:and|plus)\s"
    r"(?:also\s)?(?:write\s|make\s|draft\s)?(?:an?|the)\s(?P<second>[\w ]{3,60}?)[.!]?$",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(r"\S+의\s")
_BEHIND: Final = re.compile(r"\s(?:to|for|about|on|of)\s.*", re.IGNORECASE)


def two_wishes(purpose: str) -> tuple[str, ...]:
    """Return the two things that a request wants made, where they are of two kinds; none where it is one."""
    said = " ".join(purpose.split())
    if len(said) > _LONGEST:
        return ()
    for pattern in (*_KOREAN, _ENGLISH):
        if found := pattern.match(said):
            wishes = (found["first"].strip(), found["second"].strip())
            kinds = [_kinds(wish) for wish in wishes]
            is_one = _SHARED.match(wishes[1]) is not None  # 사과와 감사의 편지
            return wishes if all(kinds) and kinds[0].isdisjoint(kinds[1]) and not is_one else ()
    return ()


def likelier(wishes: tuple[str, ...], path: str) -> str:
    """Return which of two wishes a thing of such an intent (`family.id`) is."""
    return max(wishes, key=lambda wish: (path in _kinds(wish), likelihoods(Request(wish))[path]))


def _kinds(wish: str) -> frozenset[str]:
    """Return the intents that a thing could be of, by its last word."""
    head = _BEHIND.sub("", wish).rpartition(" ")[2].casefold()
    return frozenset(path for path, likeness in named_like(head).items() if likeness)
