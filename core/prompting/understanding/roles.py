"""Roles: phrases that say who somebody is, and how they are taken from the head of a text."""

import re
from typing import Final

from core.prompting.understanding.words import endings, words

ROLE_WORDS: Final = 4  # 고2 영어 동아리 부장
_ABOUT_ONESELF: Final = re.compile(
    r"^(?:저|나|제|내|전|본인|저희|우리)(?:는|가|희는|희가)?\s|\{(?:이름|기관|NAME|ORGANIZATION)[0-9]"
    r"|(?:운영|근무|재직|재학|전공|담당|준비|다니|다녀|다님|사는|살아|삽니다|삶|일하|일해|일함|맡|지망|졸업|휴학|육아|퇴사|은퇴|자취|경력|입사|중)\S{0,6}$"
    r"|^(?:초|중|고|대)[1-6]\s|^(?:\S{1,8}\s){1,2}[0-9]{1,2}\s?(?:년|개월)(?:째|차)?(?:\s했\S*)?$|^(?:[^\s0-9]{1,6}\s){0,2}[^\s0-9]{1,4}(?:집|점|공방)$"
    r"|(?:가게|점|집|숍|샵|카페|식당|학원|농사|사업|쇼핑몰|공방|장사|펜션|민박|농장)(?:을|를)?\s?(?:합니다|해요|함|하는|하고)\S{0,6}"
    r"|(?<![0-9])[0-9]{1,3}\s?(?:대|살|세|학년|년차|개월차|주차|학기)(?:\s|$)|(?:남|여|여자|남자|주부|백수|무직|학과|부서|[가-힣]{2}팀|[0-9]팀|[가-힣]{2}과|[0-9]반|원|생|자|인|맘|댁|가게|샵|숍|카페|사장|점장|팀장|과장|부장|실장|원장|회장|반장|이장)$"
)


def _bare(phrase: str) -> str:
    """Return a phrase without the copula at its end: 농부요 → 농부; 주임 stays."""
    text = phrase.strip(" .!,~")
    if text.rpartition(" ")[2] in words("roles"):
        return text
    return re.sub(r"(?:입니다|이에요|예요|에요|이야|임|인데요?|이고요?|이라|야|이며|이오|요)$", "", text)


def is_role(phrase: str) -> bool:
    """Whether a phrase says who somebody is: 고3, 구매팀 사원, 건축학과 1학년."""
    bare = _bare(phrase)
    if re.search(
        r"(?:^|\s)(?:초|중|고|대)\s?[1-6]$|[0-9]학년(?: ?[0-9]반)?$|[0-9]+\s?년\s?차$|[0-9]+살$|[0-9]+대$|[0-9]+세$",
        bare,
    ):
        return True
    last = bare.rpartition(" ")[2]
    return _ends_in_role(last)


# A child or an elder who comes along: people introduce themselves as mothers, and not as daughters.
_RELATIVE_OF_MINE: Final = re.compile(
    r"(?:^|\s)(?:딸|아들|조카|손주|손녀|손자|동생|남동생|여동생|장모님|장인어른|시어머니|시아버지|할머니|할아버지|부모님)$"
)
# Without 저는 and a verb it is another: 5년 같이 일한 디자이너 언니, but 유치원 선생님입니다.
_ANOTHER: Final = re.compile(
    r"^(?!저는|전|나는|난|제가|내가).{0,60}(?<!\S)"
    r"(?:언니|오빠|누나|형|선배님?|후배님?|친구|동료|사수|상사|여친|남친|은사님?|사장님|선생님|교수님)$"
)


def may_be_who(clause: str) -> bool:
    """Whether a Korean clause can say who asks: SPF50+, 어디서 틀렸는지, 경험은 6개월 do not."""
    bare = _bare(clause)
    if _RELATIVE_OF_MINE.search(bare) or _ANOTHER.search(clause.strip(" .!,~")):
        return False
    parts = bare.split()
    if is_role(bare) or _ABOUT_ONESELF.search(bare):
        return parts[-1] not in words("verbal_nouns") | words("answer_nouns") if parts else False
    return 0 < len(parts) <= ROLE_WORDS and _ends_in_role(parts[-1])


def _ends_in_role(last: str) -> bool:
    return bool(last) and (last in words("roles") or last.endswith(endings("roles")))
