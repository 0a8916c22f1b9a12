"""Opposites: a wish that takes a ban back which was said before: 변명은 빼지 마, 가격 적어도 돼."""

import re
from collections.abc import Iterable
from typing import Final

from core.conversation.understood import Removal
from core.privacy.text import MaskedText

_LONGEST: Final = 60
_PUT: Final = r"(?:넣|적|쓰|써|언급|포함|밝히|밝혀|말|얘기|이야기|담|들어가|살려|남겨|올려)"
_TOPIC: Final = r"(?P<about>[^\s,.]{1,12}(?:\s[^\s,.]{1,10})??)"
_HOW: Final = r"(?:\s(?:그냥|다시|조금|조금만|좀|살짝|꼭|한\s?줄만?|같이|빼지\s?말고))*"
_ENDING: Final = r"\S{0,8}(?:\s\S{1,6}){0,2}[.!~]*$"
_NOT_OUT: Final = re.compile(
    rf"^(?:아니\s)?{_TOPIC}(?<=[은는을를도])?{_HOW}\s?(?:빼|지우|없애|제외하|생략하)지\s?(?:는\s)?(?:마|말|않){_ENDING}"
    rf"|^(?:please\s)?(?:don['’]?t|do not)\s(?:leave out|drop|remove|omit)\s(?:the\s|my\s)?(?P<of>[\w ]{{2,30}}?)"
    r"[.!]?$",
    re.IGNORECASE,
)
_IN_AGAIN: Final = re.compile(
    rf"^(?:아니\s)?{_TOPIC}{_HOW}\s{_PUT}(?:어|아|여|해|하|고)?도?\s?(?:돼|되|괜찮|줘|주세요|줄래|주라|자|$){_ENDING}"
    rf"|^(?:아니\s)?{_TOPIC.replace('about', 'again')}{_HOW}\s{_PUT}\S{{0,6}}[.!~]*$"
)
_BAN: Final = re.compile(
    r"(?:뺍니다|빼고|빼 |빼세요|지 않(?:습니다|게|도록|고|기)|말고|말 것|금지|제외|없이|생략)"
    r"|\b(?:no|not|never|without|avoid|leave out)\b",
    re.IGNORECASE,
)
_PARTICLE: Final = re.compile(r"(?<=[가-힣])(?:은|는|을|를|도|이|가|만)$")


def ban_taken_back(limits: Iterable[str], text: str) -> Removal | None:
    """Return the bans that a wish takes back; with what it asks for besides where it wants more than that."""
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        return None
    kept = _NOT_OUT.match(said)
    found = kept or _IN_AGAIN.match(said)
    if found is None:
        return None
    about = next(filter(None, found.groupdict().values()))
    words = [_PARTICLE.sub("", word).casefold() for word in about.split()]
    of_it = re.compile(r"\s?".join(rf"(?<![가-힣]){re.escape(word)}" for word in words))
    gone = tuple(MaskedText(line) for line in limits if of_it.search(line.casefold()) and _BAN.search(line))
    return Removal(gone, bans=kept is None and "도 돼" not in said and "도 되" not in said) if len(gone) == 1 else None
