"""Conversations in which what decides is asked for, because nobody has said it."""

from core.values.locale import Locale
from tests.dialogs.dialog import Dialog, Turn, six

_SIX_EN = (
    Turn("I work in marketing.", shows=("[Question 3]",)),
    Turn("running text", shows=("[Question 4]",)),
    Turn("medium", shows=("[Question 5]",)),
    Turn("English", shows=("[Question 6]",)),
    Turn("university"),
)

GAPS = (
    Dialog(
        "a bare request is asked for what decides, and the answers stand in the prompt",
        (
            *six(purpose="이메일 초안 써줘", background="총무팀입니다."),
            Turn("건너뛰기", shows=("[추가 질문 1/2]", "누구에게 보내나요?", "사내 동료·팀", "AI가 정하기")),
            Turn("9", shows=("보기의 번호를 고르거나", "누구에게 보내나요?"), hides=("이렇게 이해했어요",)),
            Turn("네", shows=("보기의 번호를 고르거나",), hides=("이렇게 이해했어요",)),
            Turn("상사", shows=("[추가 질문 2/2]",)),
            Turn("뒤로", shows=("[추가 질문 1/2]", "지금 답: 받는 사람: 상사")),
            Turn("2", shows=("[추가 질문 2/2]",)),
            Turn("창립기념일 휴무", shows=("이렇게 이해했어요", "받는 사람: 사내 동료·팀"), hides=("받는 사람: 상사",)),
            Turn("만들기", shows=("버전 1", "받는 사람: 사내 동료·팀", "창립기념일 휴무")),
        ),
    ),
    Dialog(
        "a full request is asked nothing more",
        (
            *six(purpose="거래처에 납품 일정이 3일 미뤄진다고 알리는 메일 써줘"),
            Turn("건너뛰기", shows=("이렇게 이해했어요",), hides=("추가 질문",)),
        ),
    ),
    Dialog(
        "each question can be left to the AI alone, and all of them at once",
        (
            *six(purpose="로봇이 나오는 소설을 써줘"),
            Turn("건너뛰기", shows=("[추가 질문 1/2]", "어떤 갈래인가요?", "AI가 정하면 이렇게 해요")),
            Turn("AI가 정하기", shows=("[추가 질문 2/2]",)),
            Turn("뒤로", shows=("어떤 갈래인가요?",)),
            Turn("뒤로", shows=("AI가 참고할 예시",)),
            Turn("건너뛰기", shows=("어떤 갈래인가요?",)),
            Turn("바로 만들기", shows=("버전 1", "소설을 씁니다"), hides=("이렇게 이해했어요",)),
        ),
    ),
    Dialog(
        "a choice of another question is taken for that one",
        (
            *six(purpose="자동차에 대해 알려줘"),
            Turn("건너뛰기", shows=("어느 쪽이 가장 궁금한가요?", "원리와 구조")),
            Turn("짧게", shows=("길이: ‘짧게’(으)로 바꿨어요", "어느 쪽이 가장 궁금한가요?")),
            Turn("두 번째", shows=("이렇게 이해했어요", "짧게 ~100자", "가장 궁금한 쪽: 원리와 구조")),
        ),
    ),
    Dialog(
        "who does not want to be asked is not asked again",
        (
            *six(purpose="자동차에 대해 알려줘"),
            Turn("건너뛰기", shows=("추가 질문 1/1",)),
            Turn("앞으로 묻지 않기", shows=("앞으로는 추가 질문 없이", "이렇게 이해했어요")),
            Turn("만들기", shows=("버전 1",)),
            Turn("처음부터", shows=("[질문 1]",)),
            *six(purpose="커피에 대해 알려줘"),
            Turn("건너뛰기", shows=("이렇게 이해했어요",), hides=("추가 질문 1/",)),
            Turn("추가 질문 켜기", shows=("두 가지까지 더 물을게요",)),
        ),
    ),
    Dialog(
        "what was said in one breath is offered, and not asked as if it had not been said",
        (
            Turn("이번 분기 매출을 부서별로 비교표로 만들어줘. 300자 정도, 영어로", shows=("[질문 2]",)),
            Turn("위에 썼어요", shows=("[질문 3]", "앞에서 말씀하신 답: 표")),
            Turn("네, 표", shows=("[질문 4]", "앞에서 말씀하신 답: 300자 정도")),
            Turn("네", shows=("[질문 5]", "앞에서 말씀하신 답: 영어")),
            Turn("위에 썼어요", shows=("[질문 6]",)),
            Turn("위에 썼어요", shows=("[질문 6]", "앞에서 그 답을 찾지 못했어요")),
            Turn("전문가", shows=("AI가 참고할 예시",)),
        ),
    ),
    Dialog(
        "what is worked on is asked for by its name",
        (
            *six(purpose="이 기사 요약해 줘", background="저는 학생입니다.")[:-1],
            Turn("대학생 수준", shows=("AI가 참고할 예시", "여기에 붙여 넣거나 올려주세요: 요약할 글")),
            Turn("시청 앞 광장이 새로 문을 열었다고 어제 시가 밝혔다.", shows=("무엇을 중심으로 요약할까요?",)),
            Turn("쟁점과 결정", shows=("이렇게 이해했어요", "요약의 중심: 쟁점과 결정")),
            Turn("만들기", shows=("버전 1", "요약의 중심: 쟁점과 결정", "시청 앞 광장")),
        ),
    ),
    Dialog(
        "a bare request in English",
        (
            Turn("tell me about cars", shows=("[Question 2]",)),
            *_SIX_EN,
            Turn("skip", shows=("[One more 1/1]", "How it works", "Let AI decide")),
            Turn("history", shows=("Focus: History",)),
        ),
        opens=("[Question 1]",),
        locale=Locale.EN,
    ),
)
