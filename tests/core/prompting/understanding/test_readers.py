import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.prompting.understanding.audience import read_audience
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.readership import names_reader
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.words import table
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("purpose", "background", "audience"),
    [
        ("교수님께 문의 메일 써줘", "국문과 2학년", "교수님"),
        ("연차 쓴다고 팀장님께 슬랙 좀", "", "팀장님"),
        ("거래처에 사과 메일", "받는 분은 {기관1} {이름1} 부장님이세요", "{기관1} {이름1} 부장님"),
        ("보고서 써주세요. 박사급 심의위원 대상입니다", "", "박사급 심의위원"),
        ("메모 써줘", "CTO가 영어권이라 메모는 영어로", "영어권 CTO"),
        ("보고서", "독자는 미국 본사 인프라 디렉터예요", "미국 본사 인프라 디렉터"),
        ("표로 정리해줘", "초5. 엄마한테 보여줘야됨", "엄마"),
        ("코드 짜줘", "외국인 지도교수님이 보십니다", "외국인 지도교수님"),
        ("환자한테 설명하는 글", "", "환자"),
        ("블랙홀이 뭔지 초2 딸한테 설명해 주려고 하는데 쉽게 풀어주세요", "", "초2 딸"),
        ("불량 유형을 협력사 품질담당자가 볼 표로 번역해주세요", "", "협력사 품질담당자"),
        ("일본 관광객용 메뉴판", "", "일본 관광객"),
        ("마케터 면접 예상질문 뽑아줘", "면접관은 {이름1} 팀장님이라고 들었어요", ""),
        ("사직서랑 수간호사 선생님께 드릴 카톡", "", "수간호사 선생님"),
        ("홈스테이 했던 일본 가족한테 감사 편지", "", "홈스테이 했던 일본 가족"),
        ("Help me reply to my landlord in English", "", "my landlord"),
        ("write a note to my landlord", "", "my landlord"),
        ("summary", "It's for our board.", "our board"),
        ("가족 신문에 실을 글", "손주들이랑 어르신들이 같이 읽어요", "손주들이랑 어르신들"),
        ("고객님께 물어볼 질문 열 개", "", ""),
        ("손녀 결혼식에서 읽을 할아버지 편지를 써 주시오", "", ""),
        ("민원이 늘어서 과장님께 올릴 원인 분석 및 대응방안 보고서 초안이 필요합니다", "", "과장님"),
        ("처가댁에 보낼 명절 인사 편지", "아내가 먼저 읽고 고칠 수 있게 써 주세요.", "처가댁"),
        ("축제 선곡표 짜줘", "관객은 거의 우리 팀 이름도 모름", ""),
        ("write a report", "The readers are on site and have no time, so keep it brief.", ""),
        ("교수님께 여쭤볼 메일 써줘", "", "교수님"),
        ("인사 메일 써줘", "영업팀 전체한테 보내는 거예요", "영업팀 전체"),
        ("메일 고쳐줘", "독일에 있는 교수님한테 보낼거", "독일에 있는 교수님"),
        ("장애 보고", "CTO랑 고객사에 같이 공유됩니다", "CTO랑 고객사"),
        ("상세페이지", "주로 육지 사람들이 봄", "육지 사람들"),
        ("공지", "전 직원 대상", "전 직원"),
        ("퀴즈", "초4 반 아이들 풀거", "반 아이들"),
        ("영상 대본", "시청자는 자취하는 30대가 많아요", "자취하는 30대"),
        ("발표 자료", "발표는 수요일 팀 앞에서 해요", "팀"),
        ("발표 자료", "마케팅팀. 발표는 다음 주 임원 대상", "임원"),
        ("메일", "수신은 내일", ""),
        ("초대장", "독자는 아직 모름", ""),
        ("소개글", "받는 사람은 미정", ""),
        ("햄스터 이름 추천좀", "초3", ""),
        ("나한테 맞는 노트북 추천", "", ""),
        ("계약서 요약", "변호사입니다", ""),
        ("근무시간 바뀌는거 보호자들한테 알리는 안내문", "", "보호자들"),
        ("도색 안내문 써줘", "세입자 8가구한테 계단에 붙일 거예요", "세입자 8가구"),
        ("개방 안내문", "신도가 아닌 분들이 읽을 글이에요", "신도가 아닌 분들"),
        ("7살 아이한테 이사를 어떻게 말해줘야 할지", "", ""),
        ("business plan", "", ""),
    ],
)
def test_who_reads(purpose: str, background: str, audience: str) -> None:
    request = restate(purpose, Locale.KO)
    assert read_audience(request, read_introduction(request, "", background, None)) == audience


def test_who_reads_is_told_from_whoever_is_only_spoken_of() -> None:
    """Sentences by the writer of the rules; what is held out says how well others are read."""
    rows = map(json.loads, Path(__file__).with_name("readers.jsonl").read_text("utf-8").splitlines())
    read = [(row["reader"], _read(row)) for row in rows]
    assert [found for said, found in read if found and not said] == []
    right = [said in found.replace("(", "") for said, found in read if said]
    assert sum(right) >= 0.92 * len(right)


def _read(row: dict[str, Any]) -> str:
    request = restate(row["purpose"], Locale.KO)
    return read_audience(request, read_introduction(request, "", row["background"], None))


@pytest.mark.parametrize("name", sorted(table("readers.toml")))
def test_a_word_list_is_sorted_and_free_of_doubles(name: str) -> None:
    words = table("readers.toml")[name]["words"].split()
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("said", "reader"),
    [
        ("본부장님 결재용이에요", "본부장님(결재)"),
        ("심사는 외부 교수 세 분", "외부 교수 세 분(심사)"),
        ("자격증 갓 딴 분들도 보셨으면 해요", "자격증 갓 딴 분들"),
        ("I will send it to my {ORGANIZATION1}", "my {ORGANIZATION1}"),
        ("조교가 오차를 길게 쓰래요", "조교"),
        ("본부장님이 숫자 먼저 보시는 분이라", "본부장님"),
        ("교수님이 확인하신 숫자예요", ""),
        ("선생님이 책 읽으라고 하심", ""),
        ("병원 안내", ""),
        ("간호사 200명을 대상으로 연구했어요", ""),
        ("해설은 선생님용으로 따로 주세요", ""),
        ("제가 볼 표예요", ""),
        ("엄마한테 줄 선물", ""),
        ("우리 아이가 볼 만화", ""),
    ],
)
def test_a_clause_names_who_reads(said: str, reader: str) -> None:
    assert names_reader(said) == reader


def test_what_says_how_is_no_part_of_who_reads() -> None:
    assert names_reader("첫 줄은 좀 튀게 면접관이 백 개씩 읽으니까") == "면접관"


@pytest.mark.parametrize("said", ["회계팀 파일", "I'm on call alone"])
def test_a_thing_and_whoever_asks_are_no_readers(said: str) -> None:
    request = restate("vlookup 수식 고쳐줘", Locale.KO)
    introduction = replace(read_introduction(request, "", "", None), readers=(said,))
    assert read_audience(request, introduction) == ""
