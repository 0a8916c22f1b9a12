"""Subject matter: whether a request names what it is about, or only the thing that is to be made: 보고서 써줘."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from core.prompting.intents.intent import Intent
from core.prompting.intents.naming import all_heads, heads_of
from core.prompting.understanding.words import words

_WORD: Final = re.compile(r"[가-힣A-Za-z0-9{}+#]+")
_ASKS: Final = re.compile(
    r"(?:써|쓰|적어|적을|작성|만들|만드|해줘|해주|해달|해야|하려|할래|하고|하는|해요|합니|부탁|주세|주실|주라|줘|줄래|달라|필요|싶|도와|알려|뽑아"
    r"|뽑을|짜줘|짜주|짜야|보내|보낼|드릴|올릴|올려|내야|낼|정리|준비|어떻게|어떤|뭐|무슨|무엇|있|없|되|돼|봐)"
)
# Somebody to whom it goes; 반도체에 in 반도체에 대한 is none.
_TO: Final = re.compile(r"[가-힣](?:에게|한테|께|님께서?|앞으로)$")
_PLACE: Final = re.compile(r"[가-힣]에$")
_TO_SOMEBODY: Final = re.compile(
    r"[가-힣}](?:에게|한테|께)(?:\s|$)|\bto (?:my|our|the|an?|all) [a-z]+|\b(?:my|our) (?:boss|team|manager)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"(?:전|후|뒤|때|날|밤|낮|아침|저녁|오전|오후|주|월|일|년|시|분|중|번|이번|다음|때문|덕분|위|아래|안|밖|앞|사이|동안|만|끝)에$"
)
_SENT: Final = re.compile(
    r"메일|문자|쪽지|편지|카톡|메시지|공문|알리|알려|보내|보낼|남길|남기|전하|전달|부탁|요청|사과|거절"
)
_ABOUT: Final = re.compile(r"(?:대한|대해|관한|관해)")
_PARTICLE: Final = re.compile(r"(?<=[가-힣])(?:으로|로|을|를|은|는|이|가|의|에서|에|도|만|와|과|용|좀)$")
_ENGLISH: Final = re.compile(
    r"(?:an?|the|my|our|your|this|that|please|can|could|would|you|i|we|me|us|need|want|like|help|with|for|of|to|in|on|at|and"
    r"|some|one|two|write|draft|make|create|prepare|give|do|get|good|nice|short|long|quick|simple|new|english|korean)"
)


def names_matter(purpose: str, intent: Intent) -> bool:
    """Say whether a request says what it is about, beside the thing, whom it is for, and that it is wanted."""
    found = _WORD.findall(purpose)
    return any(_is_matter(word, after, intent) for word, after in pairwise([*found, ""]))


def names_recipient(said: str) -> bool:
    """Say whether somebody is named to whom a thing goes: 협력사에 보낼, 팀장님께, to my team."""
    if _TO_SOMEBODY.search(said):
        return True
    found = _WORD.findall(said)
    return any(
        _PLACE.search(word) and not (_WHEN.search(word) or _ABOUT.match(after))
        for word, after in pairwise([*found, ""])
        if _SENT.search(said)
    )


def _is_matter(word: str, after: str, intent: Intent) -> bool:
    folded = word.casefold()
    bare = _PARTICLE.sub("", folded)
    if len(bare) < 2 or bare.isdecimal() or _ENGLISH.fullmatch(folded):  # noqa: PLR2004 - one syllable names little
        return False
    if {folded, bare} & words("generic") or _ASKS.match(folded) or _names_thing(folded, intent):
        return False
    return not (_TO.search(folded) or (_PLACE.search(folded) and not _ABOUT.match(after)))


def _names_thing(word: str, intent: Intent) -> bool:
    """Say whether a word is the thing itself, also with what makes a text of it: 보고서, 발표자료를."""
    bare = _PARTICLE.sub("", word)
    if bare in all_heads() or (len(bare) > 2 and bare[-1] in _MAKE_A_TEXT and bare[:-1] in _STEMS):  # noqa: PLR2004
        return True
    return any(word.startswith(name) for name in _names(intent.family, intent.id, heads_of(intent)))


@cache
def _names(_family: str, _intent: str, heads: tuple[str, ...]) -> tuple[str, ...]:
    names = {part for head in heads for part in head.casefold().split()}
    return (*(name for name in names if len(name) > 1), *words("kinds_of_text"))


_MAKE_A_TEXT: Final = "안서문글장"
_STEMS: Final = frozenset({"기획", "제안", "계획", "안내", "공지", "초대", "보고", "소개", "신청", "홍보", "모집"})
