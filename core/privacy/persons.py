"""The parts of a Korean full name: a person is called by the given name, or by the surname with a title."""

import re
from typing import Final

SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추"
    "도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부"
)
DOUBLE_SURNAMES: Final = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})
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
_GIVEN_LENGTH: Final = 2

# Given names that are ordinary words too: only a title or a call behind them tells the two apart.
_ORDINARY: Final = """
    가람 가영 가온 가을 겨울 고운 공주 기쁨 기운 기준 나라 나래 나리 나무 누리 다미 다솜 다운 다정 단비 대성 도시
    도움 도전 동의 두리 라임 마루 미래 미소 민주 바다 바람 별이 보라 보람 보배 사랑 사리 상수 상의 상진 새롬 선정
    선호 성공 성별 성원 세상 세계 소라 소리 소망 소원 소중 송이 수정 수도 수상 수지 승리 시내 시원 신비 아름 아영
    여름 연기 연구 연두 연수 연주 영광 영상 영어 예지 우리 우주 운영 원리 유리 유지 유진 은하 은혜 의리 이슬 이상
    이용 인기 인상 인수 인정 일등 자연 장미 재능 재미 재원 정리 정보 정상 정성 정수 정원 정의 정직 제일 조아 주연
    주인 주제 준비 준수 지구 지도 지민 지수 지원 지적 지혜 진리 진솔 진실 진심 진주 진행 차이 초록 초롱 태양 태풍
    파랑 평화 푸름 하나 하늘 하루 한결 한길 한글 한별 한솔 해솔 향기 현재 호수 화평 환희 효리 희망 희수 개선 경영
    경기 고객 관리 구성 기본 기술 기회 남편 대상 대한 만큼 명의 문제 문의 방문 방법 보고 보호 부분 사용 사이 상담
    상황 서로 서울 설명 성능 수업 순서 시간 시작 신기 안내 안정 여기 여러 예시 오늘 원하 위하 의미 이번 이유 이후
    인사 일단 작성 전부 전체 정도 정말 조금 조사 주문 중요 지금 지난 진짜 처음 특히 표현 하지 한번 한국 혹시 회사
"""
ORDINARY_WORDS: Final = frozenset(_ORDINARY.split())


def given_name(full: str) -> str | None:
    """Return the given name of a Korean full name; None where the text is not clearly one."""
    surname = surname_of(full)
    given = full[len(surname) :] if surname else ""
    return given if len(given) == _GIVEN_LENGTH else None


def title_behind(text: str, end: int) -> str | None:
    """Return the title that follows a name which ends there: 대리 in 김민준 대리님."""
    match = _TITLE_BEHIND.match(text, end)
    return match and match[1]


def surname_of(full: str) -> str | None:
    """Return the surname of a Korean full name, or None."""
    if len(full) > _GIVEN_LENGTH and full[:2] in DOUBLE_SURNAMES:
        return full[:2]
    return full[0] if len(full) > _GIVEN_LENGTH - 1 and full[0] in SURNAMES else None


def is_surname(text: str) -> bool:
    """Say whether a text is a surname alone; one syllable always counts as one."""
    return len(text) == 1 or text in DOUBLE_SURNAMES
