"""Readership: clauses and requests that name who will read, hear or get the answer."""

import re
from typing import Final

from core.prompting.understanding.words import alternatives

_WHO: Final = rf"(?:{alternatives('readers')}|\{{[^}}]+\}}(?: ?(?:님|씨))?)(?:님|들|분|분들)?"
_PHRASE: Final = r"(?:[^\s,.]+\s){0,4}?"
_SEEN: Final = r"(?:볼|봐|보는|보시|보십|보심|봅|본다|보게|보고|봄|읽|확인하|확인합|검토하|검토합|심사하|심사합|승인|결재|들을|듣는|듣습|들어요|들으)"
_KOREAN: Final = (
    # 팀장님이 봅니다, 학부모님이 아이와 같이 읽을 거예요
    re.compile(rf"(?P<who>{_PHRASE}{_WHO})(?:이|가|께서|도|만|들이|님이)\s(?:\S+\s){{0,4}}?{_SEEN}\S*(?:\s(?:거|것|예정|건)\S*)?$"),
    # 엄마에게 보여 줘야 됨, 국장들에게 돌릴 거예요, 이사회에 올릴 거예요
    re.compile(
        rf"(?P<who>{_PHRASE}{_WHO})(?:에게|한테|께|에|앞에서|한테도)\s?(?:\S+\s){{0,3}}?(?:보여|보낼|보내|제출|설명|발표|보고|드릴|드려|드리|올릴|올려|돌릴|돌려|공유|나눠|나누|배포|전달|낼|내야|안내|줄|공지|읽어|전할|알려|붙)\S*(?:\s(?:거|것|예정|건|됨|되|돼|하|함|합|해|주|수|있)\S*)*$"
    ),
    # 독자는 …예요, 대상은 …, 읽는 사람은 …, 받는 분은 …
    re.compile(
        r"^(?:주\s?)?(?:독자|대상|청중|수신자|수신|관객|시청자|타깃|타겟|읽는 ?(?:사람|분|이)|보는 ?(?:사람|분|이)|듣는 ?(?:사람|분)|받는 ?(?:사람|분|이)|보실 ?분|읽을 ?(?:사람|분)|심사위원|평가자)(?:들)?(?:은|는|이|가|:| :)?\s+(?P<who>.+?)(?:이에요|예요|에요|입니다|이세요|세요|이야|야|임|이고|이며|이라고 \S+)?$"
    ),
    # 박사급 심의위원 대상입니다, 임원 보고용, 신입사원용
    re.compile(rf"^(?P<who>(?:\S+\s){{0,3}}?\S+?)\s?(?:대상|타깃|타겟)(?:입니다|이에요|예요|임|으로|용|이고|인데)?$"),
    re.compile(rf"^(?P<who>{_PHRASE}{_WHO})\s?(?:보고|제출|배포|공유|발표|안내|설명|전달)?용(?:입니다|이에요|예요|임|이고|으로)?$"),
    re.compile(rf"(?P<who>{_PHRASE}{_WHO})(?:이|가)\s(?:대부분\s|다\s|모두\s)?(?:외국인|영어권|일본인|중국인|비전공자|비개발자|초보)\S*$"),
)
_ENGLISH: Final = (
    re.compile(r"^(?:the )?(?P<who>.+?) (?:will|is going to|are going to|is gonna|has to|needs to) (?:read|see|review|get|hear|receive|look at|use) ", re.IGNORECASE),
    re.compile(r"^(?:the )?(?P<who>.+?) (?:will|is going to|are going to) (?:read|see|review|hear) (?:it|this)$", re.IGNORECASE),
    re.compile(r"^(?:the |my )?(?:readers?|audience|recipients?|listeners?)(?: is| are|:|'s) (?P<who>.+)$", re.IGNORECASE),
    re.compile(r"^(?:it(?:'s| is| goes| will go| will be)|this is|meant|intended|aimed)(?: sent| read by| aimed)? (?:for|to|at) (?P<who>(?:my|our|the|an?|new|all|\w+s\b).+)$", re.IGNORECASE),
    re.compile(r"^(?:i(?:'ll| will| have to| need to| must)|we(?:'ll| will)) (?:send|show|present|give|submit|hand) (?:it|this|them) to (?P<who>.+)$", re.IGNORECASE),
    re.compile(r"^for (?P<who>(?:my|our|the|new) .+)$", re.IGNORECASE),
)


def names_reader(clause: str) -> str:
    """Return whom a clause names as reader, listener or recipient; nothing where it names nobody."""
    text = clause.strip(" .!~,")
    for pattern in _KOREAN if re.search("[가-힣]", text) else _ENGLISH:
        found = pattern.search(text)
        if found and found["who"].strip() and not _IS_I.match(found["who"].strip()):
            return found["who"].strip()
    return ""


_IS_I: Final = re.compile(r"^(?:저|나|제가|내가|저희|우리|i|we|it|this)$", re.IGNORECASE)
