"""Readership: clauses and requests that name who will read, hear or get the answer."""

import re
from typing import Final

from core.prompting.understanding.words import LONGEST, alternatives

_WHO: Final = rf"(?:{alternatives('readers')}|\{{[^}}]+\}}(?: ?(?:님|씨))?)(?:님|들|분|분들)?"
_PHRASE: Final = r"(?:[^\s,.]+\s){0,4}?"
_SEEN: Final = (
    r"(?:볼|봐|보는|보시|보십|보심|봅|본다|보게|보고|봄|보실|읽|확인하|확인해|확인합"
    r"|확인하십|검토하|검토해|검토합|심사|채점|평가하|평가합|승인|결재|들을|듣는|듣습"
    r"|들어요|들으|훑|넘겨|살펴|따라)"
)
_A_NUMBER: Final = r"[0-9,.]+(?:원|명|인|부|관|층|사|생)(?:에|이|가|도|만|께|한)"  # 3800원에서 is nobody
_ENDS_LIKE_PERSON: Final = r"(?:들|님|분|분들|사람|사람들|[0-9](?:가구|세대)|학년|자|생|인|원|팀|층|부|사|관|명)"
_PERSON: Final = (
    rf"(?:MD|PD|PM|(?!{_A_NUMBER})\S*{_ENDS_LIKE_PERSON}(?:\s(?:전체|전원|모두))?|{alternatives('readers')})"
)
_GIVEN: Final = (
    r"(?:보여|보낼|보내|보냅|보낸|제출|설명|발표|보고|드릴|드려|드리|드립|올릴"
    r"|올려|올립|올림|돌릴|돌려|돌립|공유|나눠|나누|배포|전달|낼|내야|냅니다"
    r"|안내|줄|공지|읽어|전할|알려|붙일|붙여|붙입|뿌릴|뿌려|뿌립|나가|나갈)"
)
_THING: Final = (
    r"(?:\s(?:거|것|예정|건|글|자료|문서|파일|종이|메일|편지|표|안내문|발표|보고서|됨|되|돼|하|함|합|해|주|수|있)\S*)*"
)
_KOREAN: Final = (
    # 팀장님이 봅니다, 학부모님이 아이와 같이 읽을 거예요, 의원님들이 보실 자료예요, 조교님이 채점하십니다
    re.compile(
        rf"(?<!\S)(?P<who>{_PHRASE}{_PERSON})(?:\s(?:[0-9]+|한|두|세|네|다섯)\s?명)?(?:[이가](?!\s아닌)"
        rf"|께서|도|만|님이)\s(?:\S+\s){{0,4}}?{_SEEN}\S*(?:\s(?:할"
        rf"|해요|합니다|함|해|하\S*))?{_THING}$"
    ),
    # 초5 반 아이들 풀거
    re.compile(r"^(?P<who>(?:\S+\s){0,3}?\S*(?:들|학생|반|학년|명))\s(?:풀|볼|읽을|들을)\s?(?:거|것|문제)\S*$"),
    # 엄마에게 보여 줘야 됨, 국장들에게 돌릴 거예요, 이사회에 올릴 자료, 집주인에게 보냅니다
    re.compile(
        rf"(?<!\S)(?P<who>{_PHRASE}{_PERSON})(?:에게|한테|께|에(?!서)|에게도|한테도)\s?(?:\S+\s){{0,3}}?{_GIVEN}\S*{_THING}$"
    ),
    re.compile(rf"^(?P<who>{_PHRASE}{_PERSON})\s(?:드릴|보여드릴|보낼|나눠줄|보여줄)\s\S+$"),
    re.compile(
        rf"^(?P<who>{_PHRASE}(?:{_PERSON}|\S+처|\S+사))(?:에|에게|한테|께)\s(?:보낼|드릴|올릴|제출할|나눠줄|보여줄)"
        r"\s\S+?(?:이에요|예요|입니다|임)?$"
    ),
    re.compile(r"^(?P<who>(?:\S+\s){0,2}\S{2,})(?:에게|한테|께)$"),  # 전 직원에게, 사촌언니한테
    re.compile(rf"^(?P<who>{_PHRASE}{_PERSON})(?:\s[0-9]+명)?\s앞에서\s\S+$"),
    # 독자는 …예요, 대상은 …, 읽는 사람은 …, 받는 분은 …
    re.compile(
        r"^(?:주\s?)?(?:독자|대상|청중|수신자|수신|관객|시청자|타깃|타겟|읽는 ?(?:사람"
        r"|분|이)|보는 ?(?:사람|분|이)|듣는 ?(?:사람|분)|받는 ?(?:사람|분|이)|보실 ?분"
        r"|읽을 ?(?:사람|분)|(?P<as>심사위원|평가자|청중|관객))(?:들)?(?:은|는|이|가|:| :)?\s+(?P<who>.+?)(?:이에요"
        r"|예요|에요|입니다|이세요|세요|이야|야|임|이고|이며|이라고 \S+|[이가]\s많\S{1,3})?$"
    ),
    # 박사급 심의위원 대상입니다, 임원 보고용, 신입사원용
    re.compile(r"^(?P<who>(?:\S+\s){0,3}?\S+?)\s?(?:대상|타깃|타겟)(?:입니다|이에요|예요|임|으로|용|이고|인데)?$"),
    re.compile(
        rf"^(?P<who>{_PHRASE}{_WHO})\s?(?:보고|제출|배포|공유|발표|안내|설명|전달)?용(?:입니다"
        rf"|이에요|예요|임|이고|으로)?$"
    ),
    re.compile(
        rf"(?<!\S)(?P<who>{_PHRASE}{_WHO})(?:이|가)\s(?:대부분\s|다\s|모두\s)?(?:외국인|영어권"
        rf"|일본인|중국인|비전공|비전공자|비개발자|초보|어르신)\S*(?:\s\S+)?(?:이라"
        rf"|라)?$"
    ),
    # CTO와 고객사에 같이 공유됩니다
    re.compile(rf"(?<!\S)(?P<who>{_PHRASE}{_PERSON})(?:에게|한테|께|에)\s(?:\S+\s)?(?:공유|전달|배포|게시)\S*$"),
)
_ENGLISH: Final = (
    re.compile(
        r"^(?:the )?(?P<who>.+?) (?:will|is going to|are going to|is gonna|has to"
        r"|needs to) (?:read|see|review|get|hear|receive|look at|use) ",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:the |my )?(?:readers?|audience|recipients?|listeners?)(?: is| are|:|'s) (?P<who>.+)$", re.IGNORECASE
    ),
    re.compile(
        r"^(?:it(?:'s| is| goes| will go| will be)|this is|meant|intended|aimed)(?: sent"
        r"| read by| aimed)? (?:for|to|at) (?P<who>(?:my|our|the|an?|new|all|\w+s\b).+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:i(?:'ll| will| have to| need to| must)|we(?:'ll| will)) (?:send|show"
        r"|present|give|submit|hand) (?:it|this|them) to (?P<who>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^for (?P<who>(?:my|our|the|new) .+)$", re.IGNORECASE),
)


def names_reader(clause: str) -> str:
    """Return whom a clause names as reader, listener or recipient; nothing where it names nobody."""
    text = clause.strip(" .!~,")
    if len(text) > LONGEST:
        return ""
    for pattern in _KOREAN if re.search("[가-힣]", text) else _ENGLISH:
        found = pattern.search(text)
        if found and found["who"].strip() and not _IS_I.match(found["who"].strip()):
            who = _MANNER_FIRST.sub("", _WHEN_FIRST.sub("", found["who"].strip()))
            who = _RECIPIENT.split(who)[0]  # 세입자한테 현관에 붙일 것
            if _NOBODY.fullmatch(who) or HAPPENS.search(who):
                return ""
            return found["as"] if found.groupdict().get("as") and _ACTS.search(who) else who
    return ""


_DAY: Final = (
    r"(?:[월화수목금토일]요일|오늘|내일|모레|글피|(?:이번|다음|다다음|지난)\s?(?:주|달|해)|주말|평일|연말|연초|오전|오후|아침|점심|저녁|밤|새벽"
    r"|[0-9]{1,4}\s?(?:년|월|일|시|분)(?:\s?반)?)(?:까지|부터|쯤|경)?"
)
# 발표는 수요일 팀 앞에서 names the team; 수신은 내일 and 독자는 아직 모름 name nobody.
_WHEN_FIRST: Final = re.compile(rf"^\S{{1,20}}[은는]\s(?:{_DAY}(?:에)?\s){{1,4}}(?=\S)")
# 첫문장은 눈에 띄게 인사담당자가: what stands before who reads, and says how or why
_MANNER_FIRST: Final = re.compile(r"^.*[가-힣](?:(?<!가)(?<!무)게|는데|은데|인데|니까|면서|려고|도록|[하해]서)\s(?=\S)")
_NOBODY: Final = re.compile(
    rf"(?:\S{{1,20}}[은는]\s)?{_DAY}(?:\s{_DAY}){{0,4}}(?:에)?"
    r"|(?:(?:아직|잘)\s)?(?:미정|모름|몰라요?|모르겠\S{1,4}|안\s?정해\S{1,4}|정해지지\s\S{1,5}|없음|없어요?|없습니다)"
    r"|(?:not |un)(?:yet )?(?:known|decided|sure)|tbd",
    re.IGNORECASE,
)
# 관객은 대부분 우리 노래 모름, the readers are in Lyon and …: what is so with them, not who they are
HAPPENS: Final = re.compile(
    r"(?:모름|몰라요?|모릅니다|없음|있음|싫음|많음|적음|[못안] ?함|없어요?|있어요?|합니다)$"
    r"|^(?:in|at|on|from|not|all|mostly|used|very)\b|\b(?:and|or|but|who|don['’]?t)$",
    re.IGNORECASE,
)
_ACTS: Final = re.compile(r"[을를]\s|[가-힣](?:함|음|해요|어요|아요|습니다|니다)$")  # 심사위원은 결과를 제일 궁금해함
_RECIPIENT: Final = re.compile(r"(?<=[가-힣}])(?:에게|한테|께)\s")
_IS_I: Final = re.compile(r"^(?:저|나|제|내|제가|내가|저희|우리|i|we|it|this)$", re.IGNORECASE)
