"""Somebody: what stands beside a name and says that it is a person here, whatever famous person is called so.

It comes before every list of famous people: 환자 정도전 님, 인사팀 김소월입니다, 이순신 010-…. Titles under which the
famous are known themselves (이순신 장군, 김소월 시인, 김구 선생) say so only with 님 behind them.
"""

import re
from typing import Final

from core.adapters.presidio.gazetteer import alternatives, words


def is_somebody(text: str, start: int, end: int) -> bool:
    """Say whether a title, what the text calls them, a self-statement or a contact stands beside a name."""
    before = text[max(0, start - _REACH) : start]
    behind = text[end : end + _REACH]
    # What is quick to see first.
    return (
        _is_titled(behind)
        or _CONTACT_BEHIND.match(behind) is not None
        or (before.endswith(_PARTED) and _CONTACT_BEFORE.search(before) is not None)
        or (before.endswith(" ") and _COPULA.match(behind) is not None and _SPEAKING.search(before) is not None)
        or _CALLED.search(before) is not None
    )


def _is_titled(behind: str) -> bool:
    titled = _TITLE.match(behind)
    return titled is not None and (titled[1] not in _OF_THE_FAMOUS or titled[2] is not None)


NO_TITLE: Final = r" ?(?:통장(?!님)|[가-힣]{2} ?과정)"
"""What only begins like a title: 파킹통장 is a bank book, 박사과정 a course."""
_REACH: Final = 60
# Titles under which everybody knows them.
_OF_THE_FAMOUS: Final = words("famous.title")
# Those of heads of state are nobody's here, with 님 or without.
_STATE: Final = r"(?! ?(?:전 )?(?:대통령|총리|주석|국왕|여왕|황제|교황|장군|대왕))"
_TITLE: Final = re.compile(
    rf"{_STATE}(?!{NO_TITLE}) ?(?:\([가-힣]{{1,6}}\) ?)?({alternatives('title')})(님)?"
    r"(?=[^가-힣]|\Z|[은는이가을를의에와과도로께만]|이?[라랑]|에게|한테|입니다|이에요|예요|까지|부터|하고|보다|처럼)"
)
_CALLED: Final = re.compile(
    rf"(?<![가-힣])(?:{alternatives('role.announcer')}|(?:받는|보내는) ?(?:사람|분))(?:명|님)?"
    r"(?:[은는이가] |[ ]?[:：=|][ ]{0,3}|[ ])\Z"
    r"|(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Mx|manager|director|supervisor|coach|nurse|name is"
    r"|patient|customer|client|attn|contact|from|to|cc)[.:]? ?\Z",
    re.IGNORECASE,
)
# Who speaks of themselves, or is told with the team.
_SPEAKING: Final = re.compile(
    r"(?:(?<![가-힣])(?:저는|전|나는|난|(?:제|내|저의|나의) 이름은|안녕하세요[.,!]?|안녕하십니까[.,!]?)"
    rf"|(?:{alternatives('role.department')}|[가-힣]{{1,8}}(?=팀|본부|센터|지점|부서|사업부|연구소))"
    r"[0-9]?(?:팀|부|과|실|본부|센터|지점|부서|사업부|연구소)(?:의|에서)?"
    rf"|[가-힣0-9A-Za-z]{{1,10}}{alternatives('ending.company', 'ending.institution')}(?:의|에서)?) \Z"
)
_COPULA: Final = re.compile(
    r"(?:이?라고 ?(?:합니다|해요|하는|불러)|입니다|이에요|예요|이?라고요|인데|이고|이며|이?야[.!\s])"
)
_CONTACT: Final = r"(?:\(?0[0-9]{1,2}[-. )]{0,2}[0-9]{3,4}|\+82|[0-9A-Za-z._%+\-]{1,40}@[0-9A-Za-z])"
_CONTACT_BEHIND: Final = re.compile(rf"[ ,(:/|\t<]{{0,4}}{_CONTACT}")
_CONTACT_BEFORE: Final = re.compile(r"(?:[0-9][-. ][0-9]{4}|@[0-9A-Za-z.\-]{2,40}\.[A-Za-z]{2,10})[ ,(:/|\t>)]{1,4}\Z")
_PARTED: Final = tuple(" ,(:/|\t>)")
