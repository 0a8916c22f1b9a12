"""Titles: what stands behind a Korean name and stays readable."""

import re
from typing import Final

_TITLES: Final = """
    님 씨 군 양 대리 과장 차장 부장 팀장 사원 주임 선임 책임 수석 실장 본부장 부사장 이사 상무 전무 사장 대표
    대표이사 회장 원장 소장 센터장 교수 박사 교사 강사 선생 쌤 샘 연구원 매니저 디렉터 변호사 간호사 의사 회계사
    세무사 의원 기자 작가 감독 선수 학생 환자 고객 선배 후배 언니 오빠 누나 형
    국장 지점장 점장 파트장 그룹장 총괄 위원 위원장 인턴 조교 교장 교감 총장 학장 여사 코치 트레이너 판사 검사 약사 목사
    신부 스님 어머니 아버지 엄마 아빠 이모 삼촌 할머니 할아버지 어르신 동생
"""
TITLES: Final = frozenset(_TITLES.split())
"""What stands behind a name, with or without a blank, and stays readable."""
_RANKS: Final = """
    씨 대리 과장 차장 부장 팀장 주임 선임 책임 수석 실장 본부장 부사장 이사 상무 전무 사장 대표 대표이사 회장 원장
    소장 센터장 교수 박사 국장 지점장 점장 파트장 그룹장 위원 위원장 교장 교감 총장 학장 여사 선생 변호사
"""
RANKS: Final = frozenset(_RANKS.split())
"""Titles before which a surname alone names a person: 김 대리, but 이 고객 is this customer."""
_TITLE_BEHIND: Final = re.compile(rf" ?({'|'.join(sorted(TITLES, key=len, reverse=True))})")


def title_behind(text: str, end: int) -> str | None:
    """Return the title that follows a name which ends there: 대리 in 김민준 대리님."""
    match = _TITLE_BEHIND.match(text, end)
    return match and match[1]
