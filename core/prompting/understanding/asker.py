"""The asker: clauses that say who somebody is who asks."""

import re
from typing import Final

from core.prompting.understanding.predicates import Predicate
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.words import alternatives, words

_FIRST_PERSON: Final = re.compile(
    r"^(?:저는|전|나는|난|저희는|우리는|제가|본인은)\s|^(?:i am|i'm|im|we are"
    r"|we're|my name is|i work|i(?:'ve| have) (?:worked|been)|i teach|i run|as an? )\b",
    re.IGNORECASE,
)
_ROLE_TOLD: Final = re.compile(
    r"(?:다녀|다님|다니\S{0,12}|재직\S{0,12}|근무\S{0,12}|일하\S{0,12}|일합\S{0,12}|운영\S{0,12}|전공\S{0,12}|공부\S{0,12}"
    r"|준비 ?중\S{0,12}|준비하\S{0,12}|맡\S{0,12}|담당\S{0,12}|재학\S{0,12}|배우\S{0,12})$"
    r"|(?:가게|카페|식당|집|농사|장사|학원|공방|샵|숍|사업|쇼핑몰|블로그|유튜브"
    r"|채널)\S{0,12}\s(?:해요|합니다|함|하고 ?있\S{0,12}|지어요|짓\S{0,12})$"
    r"|(?:일한|다닌|근무한|시작한|배운|한) 지 \S+\s?\S{0,12}$"
)
_OTHERS: Final = re.compile(r"^(?:\S+\s){0,2}?(?P<topic>\S+)(?:은|는|이|가)\s")
_ADNOMINAL: Final = re.compile(
    r"(?:하|있|없|가|오|되|쓰|보|사|다니|만드|파|키우|배우|나가|차리려|려|싸"
    r"|짓|사시|하시|모으|가르치|그리|타|찍|돌보|기르|꾸리|맡)는$"
)
_THING: Final = re.compile(
    r"(?:과제|프로젝트|수업|팀플|행사|제품|것|건|거|일|상황|문제|내용|자료|대회"
    r"|시험|회의|발표|세일|이벤트|쪽|측|편|중|예정|곳|날|달|때|숙제|수행평가)$"
)
_COPULA: Final = re.compile(
    r"(?:입니다|이에요|예요|에요|이야|야|임|인데요?|이고요?|이며|이라서?|이오"
    r"|(?:이었|였)(?:습니다|어요|음|어)|(?<=[부자원사장])요)$"
)
_OF_OTHERS: Final = re.compile(
    r"^(?:상대|대상|고객|거래처|받는|보내는|담당자|대표|사장|면접관)\S*(?:은|는|이|가|님)\s"
    r"|^(?:상대|대상)"
)
_SINCE: Final = re.compile(r"[0-9한두세네]{1,4}\s?(?:년|개월|달|주)\s?(?:째|차|했\S{0,12}|동안)?$")
_NOVICE: Final = re.compile(r"(?:초보|비전공자|입문자|처음|왕초보|문외한)(?:입니다|이에요|예요|임|이라\S*)?$")
_NO_PLACE: Final = re.compile(
    r"(?:여부|전부|일부|외부|내부|세부|결과|효과|성과|경과|기회|사회|대회|현실"
    r"|장소|요소|관점|장점|단점|문제점|차이점|모집|수집)$"
)
# A relative and who they are (엄마 김영희): one of those who come along, not who asks.
_RELATIVE: Final = re.compile(
    r"(?:엄마|아빠|어머니|아버지|할머니|할아버지|아들|딸|남편|아내|동생|형|누나|언니|오빠)\s\S"
)
_SELF: Final = frozenset({"저희", "우리", "나이", "직업", "소속", "전공", "경력"})


def is_asker(text: str, predicate: Predicate | None, *, is_first: bool) -> bool:
    """Whether a clause of an introduction says who asks; `is_first` where nothing was said before."""
    bare = _COPULA.sub("", text)
    is_self = _FIRST_PERSON.match(text) is not None
    has_role = is_role(bare)
    if not is_self and (_RELATIVE.match(text) or bare.endswith("님")):
        return False
    if not is_self and _is_of_others(bare, has_role=has_role and is_first):
        return False
    if has_role and (is_first or is_self or predicate is None or bare != text):
        return _OF_OTHERS.search(bare) is None
    if is_self:
        return bool(_ROLE_TOLD.search(bare)) or text != bare
    return _NOVICE.search(text) is not None or (is_first and _is_introduced(text, bare, predicate))


def _is_introduced(text: str, bare: str, predicate: Predicate | None) -> bool:
    """Whether the first clause tells a grade, a workplace, a time in a job or an occupation."""
    if re.match(r"(?:초|중|고|대)\s?[1-6](?:\s|$)", bare) or _SINCE.search(bare) or _ROLE_TOLD.search(bare):
        return True
    if text != bare:
        return _THING.search(bare) is None and re.search(r"(?:문장|글|용|메일|자료)$", bare) is None
    before_name = bare.split()[-2:-1]  # 천문동아리 부장 추이레
    if before_name and is_role(before_name[0]) and re.search(r"\}$|(?:^|\s)[가-힣]{2,4}$", bare):
        return True
    if _NO_PLACE.search(bare):
        return False
    return predicate is None and re.search(rf"(?:{alternatives('workplaces')})$", bare) is not None


def _is_of_others(bare: str, *, has_role: bool) -> bool:
    """Whether a clause has somebody or something else as its topic."""
    found = _OTHERS.match(bare)
    if found is None:
        return False
    particle = found.group()[-2]
    word = found["topic"] + particle
    if _ADNOMINAL.search(word) or word in words("particle_nouns") or found["topic"] in _SELF:
        return False
    return not (has_role and particle in "이가")  # 고객이 주로 은행인 SI 회사 아키텍트
