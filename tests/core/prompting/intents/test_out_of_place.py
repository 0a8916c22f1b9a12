"""Lines that a word in passing used to call for, and that belong to another case."""

import pytest

from core.choices import Form, Length
from core.prompting.compose import compose
from core.prompting.model.substance import Substance
from core.prompting.understanding.understand import understand
from core.prompting.writing.lines import lines_of
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("purpose", "background", "line"),
    [
        # A word that means something else here, or stands inside of another.
        ("휴가 공지 올릴 글 써줘", "입사 4주차 신입이에요", "대신 어떻게 하면 되는지"),
        ("팀 나누기 해줘 조 편성", "학생회 24명", "앞자리가 필요한 아이"),
        ("구두 가게 상세페이지 글 써줘", "가죽공예 클래스 수업 소개예요. 2시간", "다루는 법"),
        ("스마트스토어 상세페이지 써줘", "수제 쿠키 12개입", "하나하나 다를 수 있음"),
        ("인스타 게시글 써줘", "꽃집이고 해시태그 4개만", "저마다 다른 데서 시작"),
        ("자기소개 영상 대본 써줘", "2분 30초로 맞춰 주세요", "더하면 30초가"),
        ("총무팀 인수인계서 써줘", "법인 차량 보험, 정수기 계약을 맡았어요", "잔액 기준일"),
        ("우리 가족 청소 규칙 만들어줘", "안 지키면 벌칙은 설거지", "법을 넘는 벌금"),
        ("숙소 후기 써줘", "조식이 좋았고 방음은 별로였어요", "바라는 조치"),
        ("전기차 보조금 비교표 만들어줘", "지역별로", "저온 주행거리"),
        ("주차 차단기가 안 올라가요 고장 원인 알려줘", "", "절연의 순서"),
        ("대학과 취업 중에 고민이에요 어떻게 할까요", "열아홉이에요", "보통 한 주와 수업 이름"),
        ("교가 가사 써줘", "우리 학교 40주년", "함께 외칠 자리"),
        ("끝말잇기 하자 네가 먼저 해", "", "남은 기회"),
        ("회식에서 부장님 농담에 받아칠 드립 써줘", "", "윗사람 이야기는 빼고"),
        ("직원 만족도 설문 문항 만들어줘", "저는 경영학과 3학년이에요", "표정 그림"),
        ("NDA 계약서 검토해줘", "프리랜서 개발자예요", "추가 작업"),
        ("이사회 회의 안건 짜줘", "안건을 한 장으로 뽑아 주세요", "투표 방법"),
        ("바리스타 알바 채용 공고 써줘", "수습 3개월", "손님을 맡기까지"),
        ("배송비 절감 제안서 써줘", "한 달 택배비 300만원", "단가×수량으로"),
        ("직장인 마라톤 12주 훈련표 짜줘", "주 3회", "세트와 횟수"),
        ("단편소설 도입부 써줘", "폐교에서 시작해요", "우연이나 꿈으로"),
        ("우리 반 학급 규칙 정리해줘", "벌칙은 넣지 말아 주세요", "망신 주기"),
        ("시청 유튜브 여권 발급 사용법 영상 대본 써줘", "", "마지막 부탁은"),
        ("실손보험 세 회사 비교표 만들어줘", "", "세대마다 판 기간"),
        ("논문 심사평 써줘 게재불가 받은 제 원고예요", "", "편집자에게 할 판정"),
        ("봄을 주제로 시 써줘", "저는 초등학교 교사예요", "수고했다는 말"),
        ("방학 돌봄 만족도 설문 문항 만들어줘", "초등학생 학부모에게 보내요", "표정 그림"),
        ("초6 아들 방학 생활계획표 짜줘", "", "잠은 7시간쯤"),
        ("팀 하반기 목표 세워줘", "8월에 신입이 둘 와요", "들어온 지 90일"),
        # A number that is no goal and no limit, and words that only repeat what was said.
        ("봉사활동 보고서 써줘", "동네 하천 정화, 14명 참여", "14명을 목표나"),
        ("맛집 추천해줘", "가족 8명이에요", "8명이 함께 들어갈 수"),
        ("상식 퀴즈 만들어줘", "구독자 800명 채널에 올려요", "800명이 함께"),
        ("선물 추천해줘", "3만원 이하로요", "3만원을 넘는 것은"),
    ],
)
def test_a_line_of_another_case_does_not_stand(purpose: str, background: str, line: str) -> None:
    made = compose(brief(purpose, background=background, form=Form.PROSE, length=Length.LONG))
    assert line not in made.prompt


@pytest.mark.parametrize(
    ("purpose", "other", "line"),
    [
        ("신입사원 첫 출근 안내 메일 써줘", "신입사원 소개 메일 써줘", "첫날 몇 시에"),
        (
            "담임선생님께 아이가 반에서 힘들어한다고 메일 써줘",
            "담임선생님께 아이 전학 서류 문의 메일 써줘",
            "집에서 본",
        ),
        ("손님한테 다른 색 제품을 잘못 배송한 사과 문자", "동창회 단체 메일을 잘못 보냈다는 사과 메일", "잘못 간 물건"),
        ("사촌이 해준 소개팅 상대에게 애프터 거절하는 문자", "이모가 또 잡은 소개팅 거절하는 톡", "상대를 평가하지"),
        ("단톡에 회비 걷자고 올릴 글", "단톡에 오늘 모임 취소됐다고 올릴 글", "모두가 할 일과"),
        ("필라테스 예약 못 간다고 문자", "치과 예약 때문에 반차 쓴다고 팀장님께 문자", "예약한 이름과"),
        ("등가속도 운동 물리 문제 풀어줘", "시속 4킬로로 걷는 사람과 마주 보고 걷는 문제 풀어줘", "시속은 초속으로"),
        ("전화기 줌 회의에서 소리가 안 나와요", "줌 회의에서 마이크 소리가 안 들어가요", "출력 장치"),
        ("입원하신 선배에게 보낼 위로 글", "교통사고로 세상을 떠난 동료를 애도하는 글", "일 걱정은"),
        ("펀드랑 적금 중에 어디에 돈 넣는 게 나아", "펀드 수익에 세금 얼마 내는지 알려줘", "오를지 맞히거나"),
        ("쇼핑몰 고객 상담 챗봇 지침 써줘", "카페 주문 챗봇 지침 써줘", "주문·배송"),
        (
            "우리 아이가 반에서 따돌림을 당해요 어떻게 도와줄까요",
            "우리 반 애가 친구를 따돌려요 어떻게 지도할까요",
            "들은 말을 적어",
        ),
        ("임대차 계약서를 쉬운 말로 풀어줘", "전세 대출 안내문을 쉬운 말로 풀어줘", "보증금, 기간"),
        ("학원 하루 쉰다고 보낼 문자", "학원에 삼십 분 늦는다고 보낼 문자", "빠지는 수업과"),
        ("통기타 첫 수업 지도안 짜줘", "과학 수업 지도안 짜줘, 기타 준비물도", "잡는 법"),
        ("스프링 로그인 API 코드 짜줘", "리액트로 로그인 폼 코드 짜줘", "비밀번호를 bcrypt"),
        ("표를 json으로 바꿔줘", "json을 표로 바꿔줘", "키는 한 가지"),
        ("존댓말로 쓴 글을 반말로 바꿔줘", "반말로 쓴 글을 존댓말로 바꿔줘", "‘-야, -어, -자’"),
    ],
)
def test_a_line_of_one_case_does_not_stand_in_another(purpose: str, other: str, line: str) -> None:
    for words, stands in ((purpose, True), (other, False)):
        given = brief(words, background="", length=Length.LONG)
        texts = [each.text for each in lines_of(given, understand(given), Substance())]
        assert any(text.startswith(line) for text in texts) is stands, words
