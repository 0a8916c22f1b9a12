"""The requester: who asks, as a phrase."""

import re
from typing import Final

from core.prompting.understanding.facts import state
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.mending import mend
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.words import LONGEST

_I: Final = re.compile(r"(?:^|(?<=, ))(?:저는|전|나는|난|제가|내가|저희는|우리는|본인은|당사는)\s+")
_EN_ONESELF: Final = re.compile(r"^(?:(?:hi|hello|hey)[,!]?\s+)?(?:i am|i'm|im|my name is)\s+", re.IGNORECASE)


def state_who(said: str) -> str:
    """Return who asks as a phrase: 저는 영업팀 사원입니다 → 영업팀 사원."""
    if not is_korean(said):
        return _EN_ONESELF.sub("", said.strip(" .!")) or said
    if len(said) > LONGEST:
        return said
    if business := _BUSINESS.match(_I.sub("", mend(said).strip(" .,!~"))):
        return f"{business['what']} 하는 사람"
    if re.search(r"[가-힣]고$", said.strip(" .,!~")) and is_role(said.strip(" .,!~")[:-1]):  # 물류팀 대리고
        return _I.sub("", said.strip(" .,!~")[:-1])
    stated = re.sub(r"(?<=근무|재직|재학|담당|전공|운영|준비)함$", "", _I.sub("", state(said)))
    stated = re.sub(r"(?<=\})이?[야요오]$", "", stated)
    older = re.sub(r"(?:이오|(?<!이)요)$", "", stated)  # 맞벌이요: perhaps of 맞벌이
    return older or said


_BUSINESS: Final = re.compile(
    r"^(?P<what>.*(?:가게|점|집|숍|샵|카페|식당|학원|농사|사업|쇼핑몰|공방|장사|펜션|민박|농장))(?:을|를)?"
    r"\s(?:합니다|해요|함|하는데요?|하고 ?있\S*)$"
)
