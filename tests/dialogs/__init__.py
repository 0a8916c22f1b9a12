"""Whole conversations as lists, run on every platform.

A turn is what the person types, what must then be shown, and what must not. The texts are those of the interface, so
a dialog says nothing of how a platform draws them. `{…}` in what is shown stands for itself: labels are shown as such.
"""

from core.values.locale import Locale
from tests.dialogs.asked_first import ASKED_FIRST, KEPT_WITH_OTHERS
from tests.dialogs.dialog import Dialog, Turn, six
from tests.dialogs.everyday import EVERYDAY
from tests.dialogs.gaps import GAPS
from tests.dialogs.understood import UNDERSTOOD

__all__ = ["DIALOGS", "PRESSED", "WITH_OTHERS", "Dialog", "Turn"]

DIALOGS = (
    Dialog(
        "straight through",
        (
            *six(),
            Turn("건너뛰기", shows=("주간 보고서 요약해 줘", "표", "보통", "대학생", "만들기")),
            Turn("만들기", shows=("[작업]", "[출력 형식]", "[분량·언어]", "주간 보고서를 요약합니다")),
        ),
    ),
    Dialog(
        "personal items are masked wherever they stand",
        (
            *six(
                purpose="신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
                background="저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
            ),
            Turn("건너뛰기", shows=("{이름1}", "{전화번호1}")),
            Turn("만들기", shows=("{이름1}",), hides=("김서연", "박지훈", "한빛상사", "010-2345-6789")),
        ),
    ),
    Dialog(
        "by number, back, and start over",
        (
            Turn("회의록 정리해 줘", shows=("[질문 2]",)),
            Turn("뒤로", shows=("[질문 1]", "회의록 정리해 줘")),
            Turn("뒤로", shows=("첫 질문",)),
            Turn("회의록 두 쪽으로 정리해 줘", shows=("[질문 2]",)),
            Turn("기획팀입니다", shows=("[질문 3]",)),
            Turn("3번", shows=("[질문 4]",)),
            Turn("처음부터", shows=("답을 지우고 처음부터 할까요?",)),
            Turn("이어서", shows=("[질문 4]",)),
            Turn("처음부터", shows=("답을 지우고 처음부터 할까요?",)),
            Turn("확인", shows=("[질문 1]",)),
            Turn("메일 답장 써 줘", shows=("[질문 2]",)),
        ),
    ),
    Dialog(
        "asked again once, then kept as typed",
        (
            Turn("2박 3일 여행 계획 짜 줘", shows=("[질문 2]",)),
            Turn("가족과 갑니다", shows=("[질문 3]",)),
            Turn("음 글쎄", shows=("[질문 3]", "‘표’")),
            Turn("음 글쎄", shows=("[질문 4]",)),
            Turn("손바닥만 하게", shows=("[질문 4]", "‘보통’")),
            Turn("손바닥만 하게", shows=("[질문 5]",)),
            Turn("기타", shows=("언어 이름",)),
            Turn("일본어", shows=("[질문 6]",)),
            Turn("중학생", shows=("AI가 참고할 예시",)),
            Turn("없음", shows=("연속 문장", "손바닥만 하게", "일본어", "중학생")),
        ),
    ),
    Dialog(
        "edited at the summary",
        (
            *six(),
            Turn("건너뛰기", shows=("만들기",)),
            Turn("길이", shows=("[질문 4]", "보통")),
            Turn("짧게", shows=("짧게 ~100자",)),
            Turn("난이도는 전문가", shows=("전문가",)),
            Turn("더 자세히", shows=("말투", "성격", "기타 조건")),
            Turn("말투", shows=("어떤 말투",)),
            Turn("친근한 해요체", shows=("친근한 해요체",)),
            Turn("요약", shows=("친근한 해요체", "전문가")),
            Turn("만들기", shows=("[작업]", "친근한 해요체")),
        ),
    ),
    Dialog(
        "refined, and an earlier version brought back",
        (
            *six(),
            Turn("건너뛰기"),
            Turn("만들기", shows=("버전 1",)),
            Turn("더 짧게", shows=("버전 2", "120자")),
            Turn("고마워", shows=("더 짧게",)),
            Turn("버전", shows=("1", "2")),
            Turn("1", shows=("버전 1로 돌아왔어요",)),
        ),
    ),
    Dialog(
        "short, in English, and back",
        (
            *six(),
            Turn("건너뛰기"),
            Turn("만들기", shows=("[작업]", "짧은 버전", "영어 프롬프트")),
            Turn("짧은 버전", shows=("버전 2 · 짧은 버전", "[작업]"), hides=("[완료 기준]",)),
            Turn("영어 프롬프트로도", shows=("버전 3 · 짧은 버전 · 영어 프롬프트", "[Task]", "주간 보고서 요약해 줘")),
            Turn("버전", shows=("버전 1", "버전 2 · 짧은 버전", "영어 프롬프트")),
            Turn("1", shows=("버전 1로 돌아왔어요", "[작업]")),
        ),
    ),
    Dialog(
        "kept, found by its initials, filled anew, and deleted",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("건너뛰기"),
            Turn("만들기", shows=("저장", "보관함")),
            Turn(
                "저장 주간 요약 #보고",
                shows=("보관함에 저장했어요", "주간 요약", "#보고", "{이름1}"),
                hides=("박지훈",),
            ),
            Turn("보관함 ㅈㄱ", shows=("주간 요약",)),
            Turn("보관함 ㅋㅋ", shows=("찾는 프롬프트가 없어요",)),
            Turn("보관함 1 쓰기", shows=("‘이름1’에 넣을 내용",)),
            Turn("이영희", shows=("요약할 글",)),
            Turn("건너뛰기", shows=("값을 넣은 프롬프트", "이영희 과장")),
            Turn("보관함 1 삭제", shows=("보관함 1번을 지울까요?",)),
            Turn("확인", shows=("보관함에서 지웠어요", "아직 보관한 프롬프트가 없어요")),
        ),
    ),
    Dialog(
        "rated, with a reason",
        (
            *six(),
            Turn("건너뛰기"),
            Turn("만들기", shows=("도움이 됐어요", "아쉬워요")),
            Turn("아쉬워요", shows=("어떤 점이 아쉬웠나요", "너무 길어요")),
            Turn("너무 길어요", shows=("짧은 버전", "점수만 세고")),
            Turn("도움이 됐어요", shows=("점수만 세고",)),
        ),
    ),
    Dialog(
        "an item is kept as written, and masked again",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("건너뛰기", shows=("{이름1}",)),
            Turn("{이름1} 그대로", shows=("저는 박지훈 과장입니다.", "그대로 둠")),
            Turn("{이름1} 가리기", shows=("저는 {이름1} 과장입니다.",)),
        ),
        alone=True,
    ),
    Dialog(
        "what is marked in a message is masked, in what was said before too",
        (
            *six(purpose="오로라 소개 글 써 줘", background="||오로라||를 만드는 팀이에요. 프로필에 올려요."),
            Turn("건너뛰기", shows=("{비공개1} 소개 글 써 줘", "{비공개1}을 만드는 팀이에요."), hides=("||",)),
            Turn("‘소개 글’ 가려줘", shows=("{비공개1} {비공개2} 써 줘",)),
            Turn("{비공개2} 그대로", shows=("{비공개1} 소개 글 써 줘", "그대로 둠")),
            Turn("만들기", shows=("[작업]", "{비공개1}"), hides=("오로라",)),
        ),
        alone=True,
    ),
    Dialog(
        "an answer is restored",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("건너뛰기"),
            Turn("만들기", hides=("박지훈",)),
            Turn("답변 복원", shows=("붙여 넣어",)),
            Turn(
                "안녕하세요, {이름1}입니다.", shows=("안녕하세요, 박지훈입니다.",), hides=("나오지 않은", "그대로 둔")
            ),
        ),
    ),
    Dialog(
        "what an answer leaves out is said, but not of what is kept as written or stands in the reference alone",
        (
            *six(
                purpose="김서연에게 보낼 환영 메일 써 줘",
                background="저는 박지훈 과장입니다. 010-2345-6789, seoyeon.kim@hanbit.example",
            ),
            Turn("지난 메일: 한빛상사 가족이 되신 것을 환영합니다.", shows=("{기관1}",)),
            Turn("{이메일1} 그대로", shows=("그대로 둠",)),
            Turn("만들기", shows=("{이름1}", "{이름2}", "{기관1}", "{전화번호1}"), hides=("박지훈",)),
            Turn("답변 복원", shows=("붙여 넣어",)),
            Turn(
                "[이름1]님, 환영해요! {이름7}",
                shows=(
                    "김서연님, 환영해요!",
                    "그대로 둔 표시: {이름7}",
                    "이 답변에는 나오지 않은 항목이에요: {이름2} (이름), {전화번호1} (전화번호)",
                ),
                hides=("박지훈", "010-2345-6789", "{기관1}", "{이메일1}"),
            ),
        ),
        alone=True,
    ),
    Dialog(
        "what an answer leaves out, in English",
        (
            Turn("Write a welcome mail to seoyeon.kim@hanbit.example", shows=("[Question 2]",)),
            Turn("I work in marketing. My phone is 010-2345-6789.", shows=("[Question 3]",)),
            Turn("table"),
            Turn("medium"),
            Turn("english"),
            Turn("university"),
            Turn("skip", shows=("{EMAIL1}", "{PHONE1}")),
            Turn("create", shows=("Version 1",)),
            Turn("restore", shows=("Paste the AI's answer",)),
            Turn(
                "To: {EMAIL1}. Welcome!",
                shows=("To: seoyeon.kim@hanbit.example. Welcome!", "not in this answer: {PHONE1} (phone number)"),
                hides=("010-2345-6789",),
            ),
        ),
        opens=("Hello!", "[Question 1]"),
        locale=Locale.EN,
    ),
    Dialog(
        "an answer to another prompt than the one in use lacks what that one had",
        (
            *six(purpose="김서연에게 보낼 환영 메일 써 줘"),
            Turn("건너뛰기"),
            Turn("만들기", shows=("버전 1", "{이름1}")),
            Turn("답변 복원", shows=("붙여 넣어",)),
            Turn("환영합니다!", shows=("환영합니다!", "나오지 않은 항목이에요: {이름1} (이름)"), hides=("김서연",)),
        ),
    ),
    Dialog(
        "taken along",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("건너뛰기"),
            Turn("만들기", shows=("가져가기",)),
            Turn("가져가기", shows=("프롬프트 가져가기 · 버전 1", "Notion"), hides=("박지훈",)),
        ),
    ),
    Dialog(
        "a no to training data is always taken",
        (
            Turn("블로그 글 써 줘", shows=("[질문 2]",)),
            Turn("학습 데이터", shows=("모으지 않아요",)),
            Turn("동의 철회", shows=("학습 데이터에 넣지 않아요",)),
            Turn("기획팀입니다", shows=("[질문 3]",)),
        ),
    ),
    Dialog(
        "without a model nothing is tried, and it is said",
        (
            *six(),
            Turn("건너뛰기"),
            Turn("만들기", shows=("버전 1",)),
            Turn("실행해 보기", shows=("연결된 모델이 없어",)),
            Turn("비교", shows=("연결된 모델이 없어",)),
            Turn("더 짧게", shows=("버전 2",)),
        ),
    ),
    Dialog(
        "cancelled",
        (
            Turn("블로그 글 써 줘", shows=("[질문 2]",)),
            Turn("취소", shows=("답을 버리고 그만둘까요?",), hides=("그만뒀어요",)),
            Turn("이어서", shows=("[질문 2]",)),
            Turn("취소", shows=("답을 버리고 그만둘까요?",)),
            Turn("확인", shows=("그만뒀어요",)),
        ),
    ),
    Dialog(
        "forgotten after a confirmation",
        (
            Turn("블로그 글 써 줘", shows=("[질문 2]",)),
            Turn("내 데이터 삭제", shows=("모두 지울까요",)),
            Turn("취소", shows=("지우지 않았어요",)),
            Turn("forget", shows=("모두 지울까요",)),
            Turn("확인", shows=("모두 지웠어요",)),
        ),
    ),
    Dialog(
        "in English",
        (
            Turn("Summarize the weekly report", shows=("[Question 2]",)),
            Turn("I work in marketing. Focus on the findings.", shows=("[Question 3]", "Table")),
            Turn("as a table, please", shows=("[Question 4]",)),
            Turn("medium", shows=("[Question 5]",)),
            Turn("english please", shows=("[Question 6]",)),
            Turn("university", shows=("refer to",)),
            Turn("skip", shows=("Summarize the weekly report", "University")),
            Turn("create", shows=("Version 1", "Summarize the weekly report")),
        ),
        opens=("Hello!", "[Question 1]"),
        locale=Locale.EN,
    ),
    *ASKED_FIRST,
    *UNDERSTOOD,
    *GAPS,
    *EVERYDAY,
)
"""Every platform's tests run all of these."""

PRESSED = tuple(dialog for dialog in DIALOGS if not dialog.typed)
"""Conversations that go so where what can be pressed is pressed, too."""

WITH_OTHERS = (*(dialog for dialog in DIALOGS if not dialog.alone), *KEPT_WITH_OTHERS)
"""Conversations that go so where others read along."""
