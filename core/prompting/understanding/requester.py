"""The requester: who asks, as a phrase."""

import re
from typing import Final

from core.prompting.understanding.facts import state
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.mending import mend
from core.prompting.understanding.roles import is_role, may_be_who
from core.prompting.understanding.words import LONGEST

_I: Final = re.compile(r"(?:^|(?<=, ))(?:저는|저|전|나는|나|난|제가|내가|저희는|우리는|본인은|당사는)\s+")
_EN_ONESELF: Final = re.compile(r"^(?:(?:hi|hello|hey)[,!]?\s+)?(?:i am|i'm|im|my name is)\s+", re.IGNORECASE)
_LINKED: Final = re.compile(r"(?<=[가-힣0-9\}])(?:이?고|이?구|이며|인데|입니다)요?$")
_GOES_ON: Final = re.compile(
    r"(?<=[가-힣0-9\}])(?:이?고|이?구|이며|인데)요?,?\s+|,\s+(?=(?:받는|읽는|보는)\s?(?:사람|분))"
)
_RECIPIENT_AND: Final = re.compile(
    r"^\s*(?:(?:받는|받을|읽는|읽을|보는|보실)\s?(?:사람|분|이)|수신자?|독자)(?:은|는|:)?\s.{1,40}?(?:이고|이시고|고요|이며|인데)요?,?\s+(?=\S)"
)
_SENDER: Final = re.compile(r"^(?:보내는|쓰는)\s?(?:사람|이|분)(?:은|는|:)?\s+")
_WRITES: Final = re.compile(r"(?:이|가)\s(?:쓰는|보내는|드리는)\s?(?:거|것|글|편지)\S*$")  # 할애비가 쓰는 거요
_BUSINESS: Final = re.compile(
    r"^(?P<what>.*(?:가게|점|집|숍|샵|카페|식당|학원|농사|사업|쇼핑몰|공방|장사|펜션|민박|농장))(?:을|를)?"
    r"\s(?:합니다|해요|함|하는데요?|하고 ?있\S*)$"
)


def state_who(said: str) -> str:
    """Return who asks as a phrase: 저는 영업팀 사원입니다 → 영업팀 사원."""
    if not is_korean(said):
        return _EN_ONESELF.sub("", said.strip(" .!")) or said
    if len(said) > LONGEST:
        return said
    if business := _BUSINESS.match(_I.sub("", mend(said).strip(" .,!~"))):
        return f"{business['what']} 하는 사람"
    said = _WRITES.sub("", _SENDER.sub("", said.strip(" .,!~")))
    if (role := _LINKED.sub("", said)) != said and may_be_who(role):  # 물류팀 대리고
        return _I.sub("", role)
    stated = re.sub(r"(?<=근무|재직|재학|담당|전공|운영|준비)함$", "", _I.sub("", state(said)))
    stated = re.sub(r"(?<=\})이?[야요오]$", "", stated)
    older = re.sub(r"(?:이오|(?<!이)요)$", "", stated)  # 맞벌이요: perhaps of 맞벌이
    return older or said


def part_who(said: str) -> tuple[str, str]:
    """Return who somebody is and what they say behind it, both as typed; nothing behind where it is all one."""
    for joint in _GOES_ON.finditer(said):
        is_named = joint.group().startswith(",")  # and the recipient behind it, too
        if (is_named or is_role(said[: joint.start()].strip())) and said[joint.end() :].strip():
            return said[: joint.end()], said[joint.end() :]
    return said, ""


def part_recipient(said: str) -> tuple[str, str]:
    """Return who gets it and what is said behind it, both as typed; nothing behind where it is all one, or nobody."""
    found = _RECIPIENT_AND.match(said)
    return (said[: found.end()], said[found.end() :]) if found else (said, "")
