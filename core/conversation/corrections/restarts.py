"""Restarts: words that a person takes back and says anew at once: 멘트는 빼 아니 끝에 한 번만 해 주세요.

Taken back is only what is surely so: a word broken off, one said again with the same verb or preposition, what stands
alone between its topic and the word that takes it back, and what is put off with 그건 다음에.
"""

import re
from typing import Final

_ON_NO: Final = r"아니(?:다|지|야)?,?\s"
_WORD: Final = r"[^\s,.!?]{1,20}"
_NO_WAIT: Final = r"(?:actually,? no|no,? wait|no,? actually|scratch that|or rather|wait,? no)"
# A word that goes on to another clause does not belong to what is taken back.
_WITHIN: Final = rf"(?!\S{{0,12}}(?:랑|고|며|데|요|다|,)\s){_WORD}\s"
_ORDER: Final = r"(?:빼|넣어?|써|적어|해|달아?|붙여|올려|바꿔|줄여|나눠)(?:\s?(?:줘|주세요|주고))?"
_RESTARTS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), becomes)
    for pattern, becomes in (
        # 소감문 다듬... 아니 처음부터 써 주세요
        (rf"(?<=\s){_WORD}\s?(?:\.{{2,5}}|…)\s?{_ON_NO}(?=\S)", ""),
        # 멘트는 아예 빼 아니 맨 끝에 한 번만
        (rf"(?<=[은는]\s)(?:{_WORD}\s)?{_ORDER}\s{_ON_NO}(?=\S)", ""),
        # 이름은 하준이 아니 그냥 우리 아이라고
        (rf"(?<=[은는]\s){_WORD}\s{_ON_NO}(?=(?:그냥|걍|차라리)\s)", ""),
        # 예산은 전체 150 아니 숙소 빼고 110만원
        (
            (
                rf"(?<=[은는]\s)(?P<of>(?:{_WORD}\s)??)(?:(?:전체|총|약|한|대략)\s)?[0-9][0-9,]*[가-힣]{{0,3}}\s"
                rf"{_ON_NO}(?!\S{{1,20}}\s말고|그[건게런]|근데|왜|이[건게])(?=(?:{_WORD}\s){{0,3}}[0-9])"
            ),
            r"\g<of>",
        ),
        # 죽을 끓여서 아니 죽이면 이상하네 찌개를 끓여서
        (
            rf"(?<!\S){_WORD}\s(?P<verb>[가-힣]{{2,8}})\s{_ON_NO}(?:{_WORD}\s){{0,4}}?(?P<right>{_WORD}\s(?P=verb))(?=\s|$)",
            r"\g<right>",
        ),
        # 분리수거 하라는 건 아니 그건 다음에 말할게요 빼주세요
        (
            (
                rf"(?:랑|(?P<kept>(?:[고며데요다],?|,)))\s(?:{_WITHIN}){{0,6}}{_WORD}(?:라는|다는|자는)\s?(?:건|거는|것은|말은|얘기는)\s"
                rf"{_ON_NO}그건\s(?:{_WORD}\s){{0,2}}(?:말할게요?|할게요?|됐어요?|됐고|빼\s?주세요|빼\s?줘요?)(?:\s빼\s?(?:주세요|줘요?))?"
            ),
            r"\g<kept>",
        ),
        # under every line, actually no, only under the hard words
        (
            (
                rf"\b(?P<at>under|above|in|on|at|for|with|to|by|after|before) [^,.;!?\n]{{1,40}},? {_NO_WAIT},? "
                r"(?P<right>(?:only |just )?(?P=at)\b)"
            ),
            r"\g<right>",
        ),
        # on March 3 — sorry, March 4
        (
            (
                r"\b(?P<what>[A-Za-z]{3,9}) [0-9]{1,4},?(?: ?[—–-])? (?:sorry|oops|i mean|no wait|actually,? no),? "
                r"(?=(?P=what) [0-9])"
            ),
            "",
        ),
    )
)


def without_restarts(text: str) -> str:
    """Return a text without what its author took back in the same breath."""
    for pattern, becomes in _RESTARTS:
        text = pattern.sub(becomes, text)
    return text
