"""Conversations in which something is asked about before it is done, or an interview follows another."""

from tests.dialogs.dialog import Dialog, Turn, six

ASKED_FIRST = (
    Dialog(
        "another prompt after starting over",
        (
            *six(),
            Turn("건너뛰기", shows=("만들기",)),
            Turn("만들기", shows=("버전 1",)),
            Turn("더 짧게", shows=("버전 2", "바뀐 곳")),
            Turn("처음부터", shows=("[질문 1]",)),
            *six(purpose="영어 회화 연습 문장 만들어 줘"),
            Turn("건너뛰기", shows=("만들기",)),
            Turn("만들기", shows=("버전 1", "영어 회화"), hides=("버전 2", "버전 3", "바뀐 곳", "주간 보고서")),
        ),
    ),
    Dialog(
        "deleted in everyday words",
        (
            *six(),
            Turn("건너뛰기", shows=("만들기",)),
            Turn("만들기", shows=("[작업]",)),
            Turn("내 데이터 삭제해줘", shows=("모두 지울까요",), hides=("버전 2",)),
            Turn("네", shows=("모두 지웠어요",)),
        ),
    ),
)
KEPT_WITH_OTHERS = (
    Dialog(
        "an item stays masked for all others, though its owner keeps it as written",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("건너뛰기", shows=("{이름1}",)),
            Turn("{이름1} 그대로", shows=("{이름1}의 가림을 풀까요?",)),
            Turn("확인", shows=("그대로 둠",), hides=("박지훈",)),
            Turn("만들기", shows=("[작업]", "{이름1}", "개인정보 1개를 가렸어요"), hides=("박지훈",)),
        ),
    ),
    Dialog(
        "what the request is about stays masked for all others, though its owner keeps it readable",
        (
            *six(purpose="한빛상사 채용 공고 요약해줘", background="총무팀입니다."),
            Turn("건너뛰기", shows=("요청에서 다루는 이름이 가려져 있어요", "기관1")),
            Turn("그대로 보이게", shows=("{기관1}의 가림을 풀까요?",)),
            Turn("확인", shows=("그대로 둠",), hides=("한빛상사",)),
        ),
    ),
)
