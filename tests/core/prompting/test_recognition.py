import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.recognition import Errand, recognise
from core.prompting.subtypes import SubType as S
from core.prompting.task_types import TaskType as T


@pytest.mark.parametrize(
    ("purpose", "task_type", "subtype"),
    [
        ("신입사원에게 보낼 환영 이메일 초안 써줘", T.EMAIL, S.WELCOME_EMAIL),
        ("거래처에 납기 지연 사과 메일 써줘", T.EMAIL, S.APOLOGY_EMAIL),
        ("제안을 거절하는 메일 써 주세요", T.EMAIL, S.DECLINE_EMAIL),
        ("별점 하나짜리 불만 리뷰에 답글로 답변 써줘", T.EMAIL, S.COMPLAINT_REPLY),
        ("사과 메일을 영어로 번역해줘", T.TRANSLATION, S.BUSINESS_TRANSLATION),
        ("유튜브 자막 번역해줘", T.TRANSLATION, S.SUBTITLE_TRANSLATION),
        ("회의록 정리해줘", T.SUMMARY, S.MINUTES),
        ("이 논문 요약해줘", T.SUMMARY, S.PAPER_SUMMARY),
        ("기사 세 줄로 요약", T.SUMMARY, S.ARTICLE_SUMMARY),
        ("자기소개서 첨삭해줘", T.REVIEW, S.COVER_LETTER_REVIEW),
        ("이 함수 코드 리뷰해줘", T.REVIEW, S.CODE_REVIEW),
        ("맞춤법 검사해줘", T.REVIEW, S.PROOFREADING),
        ("마케팅 직무 면접 연습하고 싶어요", T.PRACTICE, S.JOB_INTERVIEW),
        ("고객 불만 응대 연습을 하고 싶어", T.PRACTICE, S.CUSTOMER_SERVICE),
        ("연봉 협상 연습 상대역을 해줘", T.PRACTICE, S.NEGOTIATION),
        ("이 문장 공손하게 바꿔줘", T.REVIEW, None),
        ("발표 대본 써줘", T.WRITING, S.SPEECH),
        ("유튜브 대본 써줘", T.WRITING, S.VIDEO_SCRIPT),
        ("스타트업에서 AWS와 GCP 중에 뭘 쓸지 골라줘", T.DECISION, None),
        ("Help me decide between two hosts for our startup", T.DECISION, None),
        ("Write a business plan for my startup", T.PLANNING, S.BUSINESS_PLAN),
        ("영어 회화 연습 상대가 되어줘", T.PRACTICE, S.LANGUAGE_CONVERSATION),
        ("면접 질문 10개 만들어줘", T.IDEAS, S.INTERVIEW_QUESTIONS),
        ("카페 이름 지어줘", T.IDEAS, S.NAMING),
        ("회의 시간을 줄일 방법을 세 가지 제안해줘", T.IDEAS, S.IMPROVEMENT_IDEAS),
        ("주차 문제의 해결 방안을 제시해 보세요", T.IDEAS, S.IMPROVEMENT_IDEAS),
        ("월세로 한 달에 200만 원을 벌려면 방이 몇 개여야 하는지 알려줘", T.ANALYSIS, S.CALCULATION),
        ("파이썬으로 평균을 계산하는 함수 짜줘", T.CODE, None),
        ("아침을 먹어야 하는 이유 5가지를 알려줘", T.EXPLANATION, S.KEY_POINTS),
        ("기획서에 들어가야 할 사항을 알려주세요", T.EXPLANATION, S.KEY_POINTS),
        ("신상품 아이디어 5가지를 알려줘", T.IDEAS, None),
        ("다문화 가정 학생의 비율은 얼마나 되나요?", T.EXPLANATION, S.FACTS),
        ("이 자료로 의사와 기자의 인터뷰를 만들어줘", T.WRITING, S.INTERVIEW_ARTICLE),
        ("환경 교육 자료를 작성해줘", T.WRITING, S.TEACHING_MATERIAL),
        ("수학 문제 5개를 만들어줘", T.WRITING, S.QUIZ),
        ("발표 자료의 목차를 잡아줘", T.WRITING, S.OUTLINE),
        ("이사 체크리스트를 만들어줘", T.PLANNING, S.CHECKLIST),
        ("상담 챗봇 시나리오를 써줘", T.WRITING, None),
        ("SQL이 뭐야?", T.EXPLANATION, None),
        ("Give me 5 reasons to learn SQL", T.EXPLANATION, S.KEY_POINTS),
        ("API 연동 코드를 짜줘", T.CODE, None),
        ("채식 식단의 장점과 단점을 표로 정리해줘", T.DECISION, S.PROS_AND_CONS),
        ("다이어트 식단 추천해줘", T.PLANNING, S.WORKOUT_PLAN),
        ("인스타그램 운영 팁 5가지", T.EXPLANATION, S.KEY_POINTS),
        ("인스타그램에 올릴 글 써줘", T.WRITING, S.SOCIAL_POST),
        ("청소기를 살 때 확인해야 할 점은?", T.EXPLANATION, S.KEY_POINTS),
        ("집에서 할 스트레칭 5가지를 소개해줘", T.EXPLANATION, S.KEY_POINTS),
        ("세종대왕의 생애를 다섯 문장으로 요약해줘", T.EXPLANATION, None),
        ("다음 글에서 세종대왕의 생애를 요약해줘", T.SUMMARY, None),
        ("인공지능의 장단점을 다루는 글을 써줘", T.WRITING, None),
        ("커피와 녹차 중 몸에 더 좋은 것은?", T.DECISION, None),
        ("엄마 생신 선물 추천해줘", T.IDEAS, S.GIFT_IDEAS),
        ("SQL로 월별 매출 집계하는 쿼리 짜줘", T.CODE, S.SQL),
        ("전화번호를 찾는 정규식 만들어줘", T.CODE, S.REGEX),
        ("파이썬 코드 오류를 고치고 싶어", T.CODE, S.DEBUGGING),
        ("파이썬으로 CSV 합치는 스크립트", T.CODE, None),
        ("엑셀에서 부서별 합계 구하는 수식 알려줘", T.DATA, S.SPREADSHEET_FORMULA),
        ("우리 매출이 왜 떨어졌는지 분석", T.ANALYSIS, S.ROOT_CAUSE),
        ("우리 회사 SWOT 분석", T.ANALYSIS, S.SWOT),
        ("고객 리뷰 분석해서 개선점 도출", T.ANALYSIS, S.VOICE_OF_CUSTOMER),
        ("재택근무의 장단점 알려줘", T.DECISION, S.PROS_AND_CONS),
        ("이직할지 말지 고민이야", T.DECISION, S.CAREER_CHOICE),
        ("상견례 장소 추천해줘", T.DECISION, S.PLACE),
        ("노션이랑 컨플루언스 비교해줘", T.DECISION, None),
        ("제주도 3박 4일 가족 여행 계획 짜줘", T.PLANNING, S.TRAVEL_PLAN),
        ("토익 공부 계획", T.PLANNING, S.STUDY_PLAN),
        ("초등학교 과학 수업 계획안", T.PLANNING, S.LESSON_PLAN),
        ("블로그 글 써줘", T.WRITING, S.BLOG_POST),
        ("자기소개서 써줘", T.WRITING, S.COVER_LETTER),
        ("보도자료 작성해줘", T.WRITING, S.PRESS_RELEASE),
        ("약과 레시피 알려줘", T.EXPLANATION, S.RECIPE),
        ("블랙홀이 뭐야?", T.EXPLANATION, None),
        ("이어폰과 헤드폰의 차이는 뭐야?", T.EXPLANATION, S.DIFFERENCE),
        ("강아지가 밤마다 짖는데 어떻게 해야 해?", T.EXPLANATION, S.ADVICE),
        ("팀장님께 연차를 신청하는 메시지 써줘", T.EMAIL, S.MESSAGE),
        ("회의에서 쓸 표현 알려줘", T.EXPLANATION, S.GRAMMAR),
        ("What is the difference between TCP and UDP?", T.EXPLANATION, S.DIFFERENCE),
        ("Write an apology e-mail to a client", T.EMAIL, S.APOLOGY_EMAIL),
        ("Translate this contract into Korean", T.TRANSLATION, S.BUSINESS_TRANSLATION),
        ("Summarise this article", T.SUMMARY, S.ARTICLE_SUMMARY),
        ("Explain recursion to me", T.EXPLANATION, None),
        ("Plan a 3-day trip to Busan", T.PLANNING, S.TRAVEL_PLAN),
        ("Compare Postgres and MySQL", T.DECISION, None),
        ("Brainstorm names for a cafe", T.IDEAS, S.NAMING),
        ("mock interview for a PM job", T.PRACTICE, S.JOB_INTERVIEW),
        ("Fix this bug in my python function", T.CODE, S.DEBUGGING),
        ("", T.WRITING, None),
    ],
)
def test_a_purpose_is_told_apart(purpose: str, task_type: T, subtype: S | None) -> None:
    assert recognise(purpose) == Errand(task_type, subtype)


@pytest.mark.parametrize(
    ("purpose", "not_this"),
    [
        ("인공지능이 정책에 미치는 영향", S.NOTICE),
        ("비용을 줄여야 하는데 방법을 알려줘", S.BOOK_SUMMARY),
        ("버그바운티 기획서에 들어갈 항목", S.DEBUGGING),
        ("회사 벌점 제도를 알려줘", S.BUSINESS_TRANSLATION),
        ("세계적인 발명품의 역사", S.PROPOSAL),
        ("여행 예약을 확인하는 법", S.HEALTH_OR_LAW),
        ("프랜차이즈로 바꾸는 법을 설명해줘", S.DIFFERENCE),
        ("캠페인의 핵심 메시지를 써줘", S.MESSAGE),
        ("오류 메시지가 나는 코드를 써봤어", S.MESSAGE),
    ],
)
def test_words_inside_other_words_do_not_mislead(purpose: str, not_this: S) -> None:
    assert recognise(purpose).subtype is not not_this


def test_what_the_planner_settled_stands() -> None:
    assert recognise("회의록 정리해줘", T.EMAIL).task_type is T.EMAIL


def test_what_came_along_does_not_mislead() -> None:
    material = "\n이메일 마케팅과 파이썬 코드 이야기입니다." * 40
    assert recognise(f"다음 글을 요약해줘.{material}").task_type is T.SUMMARY
    assert recognise(f"{material.strip()}\n이 글을 요약해줘").task_type is T.SUMMARY


@given(st.text())
def test_any_purpose_is_some_errand(purpose: str) -> None:
    assert recognise(purpose).task_type in T
