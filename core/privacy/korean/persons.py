"""The parts of a Korean full name: a person is called by the given name, or by the surname with a title."""

from typing import Final

from core.privacy.korean import surnames

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
ATTRIBUTES: Final = frozenset(["고운", "고은", "나은", "맑은", "빛나", "어진", "지은", "푸른"])
"""Given names that are a verb or an adjective as well, before a noun: 더 나은 방법, 빛나는 별."""


def given_name(full: str) -> str | None:
    """Return the given name of a Korean full name; None where the text is not clearly one."""
    surname = surname_of(full)
    given = full[len(surname) :] if surname else ""
    return given if len(given) == _GIVEN_LENGTH else None


def surname_of(full: str) -> str | None:
    """Return the surname of a Korean full name, or None."""
    if len(full) > _GIVEN_LENGTH and full[:2] in surnames.DOUBLE:
        return full[:2]
    return full[0] if len(full) > _GIVEN_LENGTH - 1 and full[0] in surnames.USUAL else None


def is_surname(text: str) -> bool:
    """Say whether a text is a surname alone; one syllable always counts as one."""
    return len(text) == 1 or text in surnames.DOUBLE
