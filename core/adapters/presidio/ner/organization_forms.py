"""The forms of organizations: the words their names end or begin with, are announced by or followed by.

상사, 주식회사, 회사명: much is offered, and the judge says what is a name (`organizations.py`).
"""

import re
from typing import Final

from core.adapters.presidio.gazetteer import alternatives
from core.adapters.presidio.needs import Sought

_ENDING: Final = alternatives("ending.company", "ending.institution")
# Endings that common words have too: 식당, 호텔, 농장.
_SHOP: Final = alternatives("ending.shop")
_START: Final = r"(?<![가-힣0-9A-Za-z&])"
_NAME: Final = rf"{_START}(?:[0-9]{{1,4}}[가-힣]{{1,6}}|[가-힣]{{2,10}}|[A-Z][0-9A-Za-z&]{{1,15}}[가-힣]{{0,6}})"
_WORD: Final = rf"{_START}[가-힣0-9A-Za-z&]{{2,12}}"
_CAPITALS: Final = r"(?<![A-Za-z])(?:[A-Z][0-9A-Za-z&\-]+(?:['’]s)? ){1,3}"
_PARTICLE: Final = (
    r"(?=[^가-힣]|\Z|[은는이가을를의에와과도로랑측인라께만야며]|으로|입니다|까지|부터|한테|보다|처럼|하고|예요)"
)
# Where a name is not known by its ending, particles alone may follow: 한결아이티가, not 한결아+이티가.
_TAIL_LIST: Final = """
    은 는 이 가 을 를 의 에 와 과 도 로 으로 랑 이랑 입니다 이에요 예요 이야 이다 인데 이고 이며 에서 에서는 에서의
    측 측은 측이 측에 부터 까지 이라고 라고 이라는 라는 한테 한테서 에게 에게서 께 만 보다 처럼 하고 로부터
    으로부터 로서 에도 와의 과의 로는
"""
_TAIL: Final = rf"(?=(?:{'|'.join(sorted(_TAIL_LIST.split(), key=len, reverse=True))})?(?![가-힣]))"
_COPULA: Final = r"(?=(?:이?고|입니다|이에요|예요|이?야|이?라고|인데|이?며)(?![가-힣]))"
# What is said of corporations, and no name of one: 주식회사 설립, 재단법인으로.
_ABOUT_LIST: Final = """
    설립 전환 대표 이사 감사 정관 등기 청산 해산 합병 분할 형태 종류 장점 단점 차이 비교 측 관계자 직원 소속 변호사
    변경 등 및 으로 이다 입니다 에서 이란 이라 이나 에게 부터 까지 처럼 보다
"""
_CORPORATION: Final = (
    r"(?:주식회사|유한회사|\(주\)|\(유\)|\(재\)|\(사\)|사단법인|재단법인|법무법인|회계법인|세무법인|노무법인|특허법인"
    rf"|의료법인|사회복지법인|학교법인|농업회사법인)(?! ?(?:{'|'.join(_ABOUT_LIST.split())})(?:[^가-힣]|\Z"
    r"|[은는이가을를의에과와도로]))"
)
# 회사명: …, 우리 가게 이름은 …
_ANNOUNCED: Final = (
    r"(?:(?:회사|업체|기관|단체|법인|병원|학교|매장|가게|점포|거래처|고객사|협력사|학원|유치원)(?:명| ?이름)"
    r"|상호명?|근무처|직장명?|출신 ?학교|소속)"
)
# Who works there, or what they did: 경력: 바다마루 매니저 3년, an engineer at Solbitro.
_EMPLOYED: Final = (
    r"(?:경력|이력|재직|근무)[ ]?(?:사항)?[ ]?[:：]?[ ](?P<item>[가-힣0-9A-Za-z&]{2,14})"
    rf"(?=[ ](?:{alternatives('title')})(?![가-힣]))"
)
_AT: Final = (
    r"(?:(?<![A-Za-z])(?:engineer|nurse|manager|designer|intern|teacher|developer|analyst|director|lead|leads|[A-Z]EO|CTO"
    r"|founder|work|works|worked|working|employed|job|position|role|formerly|previously|currently|years|R&D)"
    r" (?:at|for) )(?P<item>[A-Z][0-9A-Za-z&\-]{3,20}(?: [A-Z][0-9A-Za-z&\-]{2,20}){0,2})(?![0-9A-Za-z])"
)
_WITH_CO: Final = r"(?<![A-Za-z&])[A-Z][0-9A-Za-z]{1,20}[ ]?&[ ]?(?:Co|Sons|Partners|Company|Bros)(?![A-Za-z])\.?"
# A branch, a number of the register of businesses, whose shop it is.
_BRANCH: Final = (
    rf"{_START}(?P<item>[가-힣0-9A-Za-z]{{3,10}}(?<![은는을를와과의도에])(?<!백화점)[ ]"
    r"(?![가-힣]{0,3}(?:백화|편의|음식|전문|할인|면세|대리|가맹|직영|판매|제과)점)[가-힣]{2,4}[0-9]?점)"
    r"(?=[^가-힣]|\Z|[은는이가을를의에과도])"
)
_REGISTERED: Final = (
    rf"{_START}(?P<item>[가-힣A-Za-z&]{{3,14}})[ ,(/|\t]{{1,3}}(?:사업자[가-힣 ]{{0,6}}[ :]{{0,2}})?"
    r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{5}(?![0-9])"
)
_FAMILY: Final = (
    rf"{_START}[가-힣]{{2,4}}네[ ]?(?:가게|식당|분식|국수|김밥|떡볶이|치킨|낚시|민박|펜션|농장|농원"
    r"|과수원|반찬|떡집|빵집|슈퍼|철물|세탁소"
    r"|미용실|꽃집|횟집|포차|정육점|카페|책방|공방)(?=[^가-힣]|\Z|[은는이가을를의에과도])"
)
_TOLD: Final = r"[가-힣0-9A-Za-z&]{2,14}?"
# A unit with a number tells more than 영업팀 does.
_NUMBERED: Final = r" [가-힣]{2,5}[0-9]{1,2}(?:팀|과|부|실|본부|사업부)(?![가-힣]{3})"
_UNIT: Final = rf"(?:{_NUMBERED})?"
_DEPARTMENT: Final = (
    rf" [가-힣]{{0,6}}(?:{alternatives('role.department')}[0-9]?(?:팀|실|본부)"
    r"|(?:인사|총무|영업|구매|기획|생산|관리|자재|품질)부)(?=[^가-힣]|\Z|[에의이은장으과을])"
)
_SCHOOL: Final = (
    rf"{_START}[가-힣]{{2,6}}(?:초|중|고)(?= ?(?:[1-6]학년|입시|담임|재학|졸업|출신|학부모|교장|교감|교무실|동창|전교"
    r"|학생)|[를을] (?:졸업|나왔|다니)|에 (?:다니|다녀|입학|재학|합격))"
)
_ENGLISH: Final = (
    rf"{_CAPITALS}(?:Tech|Labs|Systems|Solutions|Technologies|Holdings|Industries|Robotics|Logistics|Pharma|Foods"
    r"|Electronics|Engineering|Partners|Ventures|Studios|Academy|Clinic|Consulting|Entertainment|Trading"
    r"|Studio|Bakery|Cafe|Salon"
    r"|Boutique|Kitchen|Roasters|Farm)(?![A-Za-z])"
)

FORMS: Final = tuple(
    (name, Sought(re.compile(pattern)))
    for name, pattern in (
        ("corporation", rf"(?<![가-힣]){_CORPORATION}[ ]?[가-힣0-9A-Za-z&]{{2,12}}?{_TAIL}{_UNIT}"),
        ("corporation behind", rf"{_WORD}(?:\((?:주|유|재|사)\)|[ ]?주식회사(?![가-힣])){_UNIT}"),
        ("ending", rf"{_NAME}{_ENDING}{_PARTICLE}{_UNIT}"),
        ("shop", rf"{_START}[가-힣]{{2,8}}{_SHOP}{_PARTICLE}"),
        ("called", rf"{_ANNOUNCED}[은는이] (?P<item>{_TOLD}){_COPULA}"),
        ("unit", rf"{_START}[가-힣0-9A-Za-z&]{{3,12}}(?:{_NUMBERED}|(?={_DEPARTMENT}))"),
        ("school", _SCHOOL),
        ("incorporated", rf"{_CAPITALS}(?:Inc|Corp|Ltd|LLC|GmbH|Co\., Ltd)(?![A-Za-z])\.?"),
        ("english", _ENGLISH),
        ("employed", _EMPLOYED),
        ("at", _AT),
        ("partners", _WITH_CO),
        ("branch", _BRANCH),
        ("registered", _REGISTERED),
        ("family", _FAMILY),
    )
)
"""Each a name and a pattern; the organization is the group `item`, or all of it."""
