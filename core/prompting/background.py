"""The background: what a person's introduction tells about the work."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """A field of work; its name is the locale's."""

    HR = "hr"
    MARKETING = "marketing"
    SALES = "sales"
    FINANCE = "finance"
    LAW = "law"
    DEVELOPMENT = "development"
    DATA = "data"
    DESIGN = "design"
    EDUCATION = "education"
    HEALTH = "health"
    RESEARCH = "research"
    PUBLIC = "public"
    MANUFACTURING = "manufacturing"
    LOGISTICS = "logistics"
    SUPPORT = "support"
    FOOD = "food"
    MEDIA = "media"


class Experience(StrEnum):
    """How much the person has done of this before."""

    NOVICE = "novice"
    PRACTISED = "practised"


_FIELDS: Final = {
    Field.HR: r"인사팀|인사 ?담당|인사부|인사과|채용 ?담당|\bhr\b|human resources|recruit",
    Field.MARKETING: r"마케팅|마케터|브랜드 ?(?:팀|매니저)|홍보|marketing|marketer|brand manager",
    Field.SALES: r"(?<!자)영업|세일즈|\bsales\b|account manager",
    Field.SUPPORT: r"고객 ?(?:센터|지원|상담|응대)|\bcs\b|customer (?:support|service|care)",
    Field.FINANCE: r"회계|재무|경리|세무|은행|증권|금융|account(?:ant|ing)|finance|\btax\b|bank(?:er|ing)",
    Field.LAW: r"법무|변호사|로펌|법률|노무사|lawyer|legal|paralegal",
    Field.DATA: r"데이터 ?(?:분석|엔지니어|사이언)|data (?:analy|scien|engineer)",
    Field.DEVELOPMENT: (
        r"개발자|개발팀|프로그래머|엔지니어|백엔드|프론트엔드"
        r"|developer|programmer|software|engineer|devops"
    ),
    Field.DESIGN: r"디자이너|디자인|designer|\bux\b",
    Field.EDUCATION: r"교사|선생님|강사|교육|학원|초등학교|중학교|고등학교 (?:교|선)|teacher|tutor|lecturer|school",
    Field.HEALTH: r"간호사|의사(?!소통|결정)|병원|약사|물리치료|의료|nurse|doctor|hospital|clinic|pharmac",
    Field.RESEARCH: r"연구원|연구소|대학원|박사|석사|교수|researcher|phd|graduate student|professor|\blab\b",
    Field.PUBLIC: r"공무원|시청|구청|주민센터|공공기관|공기업|civil servant|city hall|government|public sector",
    Field.MANUFACTURING: r"생산|공장|제조|품질 ?관리|manufactur|factory|plant manager|quality control",
    Field.LOGISTICS: r"물류|배송|구매팀|무역|유통|logistics|supply chain|procurement|\b(?:im|ex)ports?\b",
    Field.FOOD: r"식당|카페|요식|요리사|베이커리|프랜차이즈|restaurant|cafe|chef|bakery|catering",
    Field.MEDIA: r"기자|방송|피디|작가|편집자|유튜버|출판|journalist|editor|producer|youtuber|publish",
}
# Words of the field's daily work, which in an introduction would not tell it.
_TERMS_OF: Final = {
    Field.HR: r"채용|면접|인사 ?평가|신입 ?사원|온보딩|근태|퇴사|hiring|onboarding|employee",
    Field.MARKETING: r"캠페인|광고|브랜드|고객|콘텐츠|프로모션|카피|campaign|brand|customer|content|promotion",
    Field.SALES: r"고객|거래처|제안서|견적|계약|매출|customer|client|quote|deal|revenue",
    Field.SUPPORT: r"고객|문의|불만|환불|응대|customer|complaint|refund|ticket",
    Field.FINANCE: r"예산|결산|매출|비용|세금|손익|투자|대출|budget|cost|invoice|invest|loan",
    Field.LAW: r"계약|소송|법|약관|규정|contract|clause|regulation|\blaw",
    Field.DATA: r"데이터|지표|통계|쿼리|sql|대시보드|data|metric|dashboard|query",
    Field.DEVELOPMENT: r"코드|함수|api|서버|버그|배포|개발|파이썬|자바|sql|code|server|deploy|bug|test|library",
    Field.DESIGN: r"화면|시안|로고|ui|색|포스터|screen|mock-?up|logo|layout",
    Field.EDUCATION: r"수업|학생|학부모|교안|시험|평가|교실|lesson|student|class|parents|exam",
    Field.HEALTH: r"환자|보호자|건강|증상|간호|진료|임신|산모|식사 ?요법|patient|symptom|care|clinic",
    Field.RESEARCH: r"논문|실험|연구|초록|학회|paper|experiment|abstract|study",
    Field.PUBLIC: r"민원|정책|공문|보도 ?자료|주민|policy|citizen|notice",
    Field.MANUFACTURING: r"공정|불량|설비|안전|재고|defect|process|equipment|safety",
    Field.LOGISTICS: r"재고|배송|납기|통관|입고|stock|delivery|customs|shipment",
    Field.FOOD: r"메뉴|손님|매장|레시피|위생|가게|menu|guest|store|recipe",
    Field.MEDIA: r"기사|인터뷰|취재|원고|방송|영상|article|interview|script|video",
}
_TERMS: Final = {field: re.compile(words, re.IGNORECASE | re.ASCII) for field, words in _TERMS_OF.items()}
_COMPILED: Final = {field: re.compile(words, re.IGNORECASE | re.ASCII) for field, words in _FIELDS.items()}
_NOVICE: Final = re.compile(
    (
        r"처음|초보|신입|인턴|입문|왕초보|서툴|잘 모르|아무것도 모르|비전공"
        r"|new to|beginner|first time|never (?:done|used)|intern\b|novice"
    ),
    re.IGNORECASE | re.ASCII,
)
_PRACTISED: Final = re.compile(
    r"(?:[3-9]|[1-9][0-9])\s?년\s?(?:차|째|이상|동안|간|경력|넘게)|경력\s?(?:[3-9]|[1-9][0-9])\s?년|베테랑|전문가|책임자"
    r"|(?:[3-9]|[1-9][0-9])\+? years|senior|veteran|experienced",
    re.IGNORECASE | re.ASCII,
)
_EXAMPLE: Final = re.compile(
    (
        r"(?:입력\s*)?예(?:시|문|제)?\s*(?:문장|입력)?\s*[:：)]|예를 들(?:면|어)"
        r"|(?:sample|example)(?: input| sentence)?\s*:|\be\.g\.|for example"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Background:
    """What an introduction tells: field of work, experience, whether it holds a sample input."""

    field: Field | None
    experience: Experience | None
    has_example: bool


def read_background(text: str) -> Background:
    """Read an introduction."""
    return Background(
        field=next((field for field, words in _COMPILED.items() if words.search(text)), None),
        experience=_experience(text),
        has_example=bool(_EXAMPLE.search(text)),
    )


def is_of_field(text: str, field: Field) -> bool:
    """Whether a text speaks of this field of work."""
    return bool(_COMPILED[field].search(text) or _TERMS[field].search(text))


def _experience(text: str) -> Experience | None:
    if _NOVICE.search(text):
        return Experience.NOVICE
    return Experience.PRACTISED if _PRACTISED.search(text) else None
