"""The audience: who reads, hears or gets the answer, apart from how hard its words may be."""

import re
from typing import Final

from core.prompting.addressee import recipient_of
from core.prompting.understanding.readership import HAPPENS, names_reader
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.understanding import Introduction
from core.prompting.understanding.words import LONGEST, alternatives, words

_WORD: Final = r"[^\s,.!?]+"
_WHO: Final = rf"(?P<who>(?:{_WORD}\s){{0,4}}?(?:{_WORD}))"
_FOR: Final = (
    # 교수님께 문의 메일, 거래처에 보낼 사과 메일, 환자한테 설명하는 글
    re.compile(rf"(?:^|\s){_WHO}(?:에게|한테|께)(?:\s|$)"),
    re.compile(rf"(?:^|\s){_WHO}(?:에|으로|로)\s(?:\S+\s){{0,5}}?(?:보낼|보내|제출할|올릴|드릴|발송)"),
    # 어르신들이 읽을 안내문, 품질담당자가 볼 표
    re.compile(rf"(?:^|\s){_WHO}(?:이|가|께서)\s(?:\S+\s){{0,2}}?(?:볼|보실|읽을|읽으실|들을|쓸|풀)\s"),
    # 신입사원용 교육 자료, 일본 관광객용 메뉴판, 임원 보고용
    re.compile(
        rf"(?:^|\s)(?P<who>(?:{_WORD}\s){{0,1}}?(?:{alternatives('readers')})(?:들)?)\s?(?:보고"
        rf"|제출|배포|교육)?용(?:\s|으로|$)"
    ),
    re.compile(rf"(?:^|\s){_WHO}(?:을|를)?\s?(?:대상(?:으로|의)?|타깃(?:으로)?|타겟(?:으로)?|위한|눈높이)(?:\s|$)"),
)
_TO_SEND: Final = re.compile(
    rf"(?:^|\s){_WHO}(?:에게|한테|께|(?<=[댁네])에)\s(?:보낼|드릴|부칠|전할)\s(?:\S+\s){{0,2}}?\S*(?:편지|메일|문자|카톡|메시지|쪽지|카드|글)"
)
_BEING: Final = re.compile(
    r"^(?P<who>(?:\S+\s){0,3}?\S+?)(?:이|가)\s(?P<how>영어권|외국인|비전공자|비개발자|초보|어르신)(?:이?라(?:서)?)?(?:\s|$)"
)
_NOT_READERS: Final = re.compile(r"^(?:나|저|우리|저희|너|당신|ai|챗gpt|지피티|자신|서로|내|제)$", re.IGNORECASE)
# Who is asked or spoken with gets a text only where one is named: 엄마한테 물어볼 질문, 부모님께 드릴 말씀.
_SPOKEN_WITH: Final = re.compile(
    r"(?:\S+\s){0,3}?(?:물어|묻|여쭈|여쭤|소개하는데|소개할 때"
    r"|(?:어떻게|뭐라고?|뭘|무슨 말을?)\s(?:\S+\s)?(?:말|설명|알려|얘기|이야기|답|해야|할지))"
)
_A_TEXT: Final = re.compile(r"메일|문자|쪽지|편지|카톡|메시지|톡(?![가-힣])|글(?![가-힣])|공문|문의")
_NOBODY: Final = re.compile(r"(?:파일|문서|자료|양식|표|글|책|코드|수식)$|^(?:i|we)\b", re.IGNORECASE)
_TAIL: Final = re.compile(
    rf"(?:{alternatives('readers')})(?:님|들|분|분들|님들)?$|(?:님|들|씨|분|자"
    rf"|학년|인|원|생|사|장|진|객|팀|사장|후배|선배|가족|딸|아들)$|\}}$"
)
_STARTS_LATE: Final = re.compile(
    r"(?:은|는|을|를|이|가|랑|에서|에|로|으로|고|며|면|서|데|니다|요|줘|때|전|후|의견|내용|것|거라|라서)$"
)
_AND_ANOTHER: Final = re.compile(r"(?:들|님|분|[A-Z])(?:이랑|랑|과|와|하고)$")  # 할머니들이랑 손주들
_WHERE: Final = re.compile(r"에서? (?:있는|계신|계시는|사는|사시는|다니는|근무하는|일하는)$")  # 독일에 있는 교수님
_WHAT_HAPPENS: Final = re.compile(r"[는은던]\s?(?:거|게|것|건)$")  # 교대시간 바뀌는거 보호자들한테
_IS_OR_NOT: Final = re.compile(r"(?:아닌|있는|없는|많은|적은)$")  # 교우가 아닌 분들
_WHETHER: Final = re.compile(r"(?:[은는인한될할볼쓸갈올줄]|뭔|건|런|떤|을)지$")  # 블랙홀이 뭔지; but 육지 사람들
_ENGLISH: Final = re.compile(
    r"\b(?:to|for|with) (?P<who>(?:(?:my|our|the|a|an|all|new|some)\s)(?:[a-z-]+\s){0,2}?(?:professor"
    r"|teacher|boss|manager|team|client|clients|customer|customers|"
    r"parents?|mom|mother|dad|father|friends?|students?|kids|children|landlord"
    r"|tenants?|neighbou?rs?|colleagues?|coworkers?|users|readers|patients?|investors?"
    r"|"
    r"board|committee|recruiter|interviewer|supervisor|advisor|staff|employees"
    r"|residents|guests|wife|husband|son|daughter|girlfriend|boyfriend|grandma"
    r"|grandmother|"
    r"grandpa|grandfather|executives|ceo|cto|director|vendor|supplier|partner"
    r"|audience|seniors|beginners|newcomers|interns?|hires|members|volunteers"
    r"|public))\b",
    re.IGNORECASE,
)


def read_audience(request: Restated, introduction: Introduction) -> str:
    """Return who reads, in the person's own words; nothing where nobody is named."""
    if sent := _TO_SEND.search(request.said[:LONGEST]):
        who = _trimmed(sent["who"])
        if not _NOT_READERS.match(who):
            return who  # 사돈댁에 보낼 편지, which 며느리 reads first
    for clause in (*introduction.readers, *(wish.said for wish in introduction.read)):
        if because := _BEING.match(clause):
            return f"{because['how']} {because['who']}"
    for clause in introduction.readers:
        who = names_reader(clause)
        if who:
            return _trimmed(who)
    for reader in introduction.readers:
        if not (_NOBODY.search(reader) or HAPPENS.search(reader)):
            return reader
    return _in_request(request.said[:LONGEST])


def _in_request(asked: str) -> str:
    if not re.search("[가-힣]", asked):
        found = _ENGLISH.search(asked)
        return found["who"] if found else (recipient_of(asked) or "")
    for index, pattern in enumerate(_FOR):
        for found in pattern.finditer(asked):
            who = _trimmed(found["who"])
            last = who.rpartition(" ")[2]
            behind = asked[found.end() :]
            if index == 0 and _SPOKEN_WITH.match(behind) and not _A_TEXT.search(behind):
                continue
            if _NOT_READERS.match(who) or not (_TAIL.search(who) or last in words("readers") or index == 1):
                continue
            if index == 1 and not re.search(
                rf"(?:{alternatives('readers')})$|\}}$|(?:사|처|팀|부|청|원|회|과|실|들|님)$", who
            ):
                continue
            return who
    return ""


def _trimmed(who: str) -> str:
    """Return the noun phrase at the end: "블랙홀이 뭔지 초2 딸" → "초2 딸"."""
    parts = who.split(" ")
    for at in range(len(parts) - 2, -1, -1):
        word = parts[at]
        if (
            (
                (_STARTS_LATE.search(word) or _WHAT_HAPPENS.search(word))
                and not _AND_ANOTHER.search(word)
                and not (word == "전" and at == 0)
                and not _WHERE.search(f"{word} {parts[at + 1]}")
                and not _IS_OR_NOT.match(parts[at + 1])
                and word not in words("particle_nouns")
                and not word.endswith(tuple(words("attributive_ends")))
            )
            or _WHETHER.search(word)
            or word == "보고"
        ):
            return " ".join(parts[at + 1 :])
    return who
