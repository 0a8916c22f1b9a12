"""Organizations by the words their names end or begin with: 상사, 대학교, 병원, 주식회사."""

import re
from typing import Final

from core.adapters.presidio.names.judgement import is_known
from core.adapters.presidio.recognizers.pattern import LIKELY, SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_SUFFIXES_LIST: Final = """
    상사 전자 건설 제약 물산 산업 화학 중공업 통상 무역 식품 금속 정밀 기계 엔지니어링 테크 소프트 시스템 시스템즈
    네트웍스 솔루션 솔루션즈 홀딩스 인더스트리 코퍼레이션 파트너스 벤처스 컴퍼니 스튜디오 엔터테인먼트 바이오 모터스
    로지스틱스 에너지 디자인 미디어 커머스 랩스 생명 화재 증권 캐피탈 저축은행 신용금고 법무법인 회계법인 세무법인
    대학교병원 대학병원 대학교 여대 고등학교 여고 중학교 여중 초등학교 유치원 어린이집 병원 의원 치과 한의원 약국
    학원 재단 복지관 요양원
"""
_SUFFIX: Final = rf"(?:{'|'.join(sorted(_SUFFIXES_LIST.split(), key=len, reverse=True))})"
_NAME: Final = r"(?<![가-힣0-9A-Za-z])(?:[가-힣]{2,8}|[A-Z][0-9A-Za-z&]{1,15})"
_WORD: Final = r"(?<![가-힣0-9A-Za-z&])[가-힣0-9A-Za-z&]{2,12}"
_CAPITALS: Final = r"(?<![A-Za-z])(?:[A-Z][0-9A-Za-z&\-]+ ){1,3}"
_PARTICLE: Final = (
    r"(?=[^가-힣]|\Z|은|는|이|가|을|를|의|에|와|과|도|로|으로|랑|이랑|입니다|이다|인데|에서|측|인|부터|까지|이라|라)"
)
_CORPORATION: Final = (
    r"(?:주식회사|유한회사|\(주\)|\(유\)|\(재\)|\(사\)|사단법인|재단법인|법무법인|회계법인|세무법인|의료법인)"
)
# Words with such an ending that name a kind, not one of it.
_KINDS_LIST: Final = """
    종합 동물 대학 국립 시립 사립 도립 공립 한방 정신 요양 개인 일반 여자 남자 우리 어느 모든 근처 동네 국내 해외
    외국 대형 중소 유명 전문 응급 반도체 자동차 조선 철강 관광 영화 음악 출판 의류 패션 문화 콘텐츠 게임 서비스 제조
    농수산 축산 수산 건강 기능 가공 냉동 유기농 반려 신재생 태양광 원자력 재생 친환경 대체 화석 풍력 운동 위치 열 웹
    그래픽 시각 산업 제품 실내 인테리어 소셜 매스 뉴 멀티 핀 에듀 하이 빅 운영 관리 추천 파일 교육 결제 생태 면역
    태양 정보 회원 예약 주문 보안 자동화 시스템 소화 신경 순환 호흡 전자 가전 생활 인공 새 옛 전 현 국영 민간 상업
    지방 영어 수학 입시 보습 어학 미술 피아노 태권도 코딩 논술 요리 운전 공익 장학 문화 복지 우주 생물 인문 사회 자연
    유기 무기 분석 물리 석유 정밀 의료 사무 농업 공작 건설 특수 명문 지역 인근 가까운 다니는 직장 다른 같은 이전 이번
    기간 방위 기반 첨단 전략 주력 방산 뿌리 사양 성장 미래 여러 이런 그런 저런 무슨 어떤
"""
_KINDS: Final = frozenset(_KINDS_LIST.split())
_HEAD: Final = re.compile(rf"(.+?){_SUFFIX}\Z", re.DOTALL)


class OrganizationRecognizer(PatternRecognizer):
    """Finds names of companies, schools, hospitals and the like."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ORGANIZATION,
            Form(re.compile(rf"(?<![가-힣]){_CORPORATION}[ ]?[가-힣0-9A-Za-z&]{{2,12}}?{_PARTICLE}"), SURE),
            Form(re.compile(rf"{_WORD}(?:\((?:주|유|재|사)\)|[ ]?주식회사(?![가-힣]))"), SURE),
            Form(re.compile(rf"{_NAME}{_SUFFIX}{_PARTICLE}"), LIKELY, _is_name),
            Form(re.compile(rf"{_CAPITALS}(?:Inc|Corp|Ltd|LLC|GmbH|Co\., Ltd)(?![A-Za-z])\.?"), LIKELY),
            Form(re.compile(rf"{_CAPITALS}(?:University|Hospital|High School|College|Institute)(?![A-Za-z])"), LIKELY),
        )


def _is_name(name: str) -> bool:
    head = _HEAD.fullmatch(name)
    return not is_known(name) and (head is None or head[1] not in _KINDS)
