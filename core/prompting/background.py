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
    Field.SALES: r"영업|세일즈|\bsales\b|account manager",
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
    Field.HEALTH: r"간호사|의사|병원|약사|물리치료|의료|nurse|doctor|hospital|clinic|pharmac",
    Field.RESEARCH: r"연구원|연구소|대학원|박사|석사|교수|researcher|phd|graduate student|professor|\blab\b",
    Field.PUBLIC: r"공무원|시청|구청|주민센터|공공기관|공기업|civil servant|city hall|government|public sector",
    Field.MANUFACTURING: r"생산|공장|제조|품질 ?관리|manufactur|factory|plant manager|quality control",
    Field.LOGISTICS: r"물류|배송|구매팀|무역|유통|logistics|supply chain|procurement|import|export",
    Field.FOOD: r"식당|카페|요식|요리사|베이커리|프랜차이즈|restaurant|cafe|chef|bakery|catering",
    Field.MEDIA: r"기자|방송|피디|작가|편집자|유튜버|출판|journalist|editor|producer|youtuber|publish",
}
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


def _experience(text: str) -> Experience | None:
    if _NOVICE.search(text):
        return Experience.NOVICE
    return Experience.PRACTISED if _PRACTISED.search(text) else None
