"""Conversations in which everyday words are typed: none of them becomes an answer."""

from core.locale import Locale
from tests.dialogs.dialog import Dialog, Turn, six

EVERYDAY = (
    Dialog(
        "help at any point",
        (
            Turn("도움말", shows=("‘뒤로’는 앞 질문", "[질문 1]")),
            Turn("?", shows=("‘뒤로’는 앞 질문", "[질문 1]")),
            *six(),
            Turn("help", shows=("‘뒤로’는 앞 질문", "AI가 참고할 예시")),
            Turn("건너뛰기", shows=("만들기",)),
            Turn("도움말", shows=("‘더 자세히’는 말투와 조건", "주간 보고서 요약해 줘")),
            Turn("만들기", shows=("버전 1",)),
            Turn("?", shows=("‘버전 2’, ‘되돌려’",), hides=("버전 2 ·",)),
        ),
    ),
    Dialog(
        "left as it is",
        (
            Turn("그대로", shows=("아직 적은 답이 없어요", "[질문 1]")),
            Turn("회의록 정리해 줘", shows=("[질문 2]",)),
            Turn("기획팀입니다", shows=("[질문 3]",)),
            Turn("뒤로", shows=("[질문 2]", "기획팀입니다")),
            Turn("그대로", shows=("[질문 3]",)),
            Turn("네", shows=("어떤 형태인지 잘 모르겠어요", "[질문 3]")),
            Turn("표", shows=("[질문 4]",)),
        ),
    ),
    Dialog(
        "left for later, and gone on with",
        (
            Turn("회의록 정리해 줘", shows=("[질문 2]",)),
            Turn("나중에", shows=("질문 2까지 남겨뒀어요",)),
            Turn("네 이어서", shows=("[질문 2]",)),
            Turn("나가기", shows=("질문 2까지 남겨뒀어요",)),
            Turn("응 이어서", shows=("[질문 2]",)),
            Turn("끝", shows=("질문 2까지 남겨뒀어요",)),
            Turn("기획팀입니다", shows=("[질문 3]",)),
            Turn("되돌려", shows=("[질문 2]", "기획팀입니다")),
        ),
    ),
    Dialog(
        "versions by their number, and back",
        (
            *six(),
            Turn("건너뛰기"),
            Turn("만들기", shows=("버전 1",)),
            Turn("더 짧게", shows=("버전 2",)),
            Turn("버전 1", shows=("버전 1로 돌아왔어요",)),
            Turn("2번", shows=("버전 2로 돌아왔어요",)),
            Turn("되돌려", shows=("버전 1로 돌아왔어요",)),
            Turn("아니요", shows=("바꾸고 싶은 점을 적어주세요",), hides=("버전 3",)),
            Turn("그대로", shows=("그대로 둘게요",), hides=("버전 3",)),
            Turn("끝", shows=("완성한 프롬프트는 그대로 있어요",), hides=("버전 3",)),
        ),
    ),
    Dialog(
        "a no is no answer",
        (
            Turn("회의록 정리해 줘", shows=("[질문 2]",)),
            Turn("아니요", shows=("건너뛸 수 없어요", "[질문 2]")),
            Turn("기획팀입니다", shows=("[질문 3]",)),
            Turn("표"),
            Turn("보통"),
            Turn("한국어"),
            Turn("대학생", shows=("AI가 참고할 예시",)),
            Turn("아니요", shows=("만들기",)),
            Turn("아니요", shows=("어느 답을 고칠까요",)),
        ),
    ),
    Dialog(
        "what was masked is no name",
        (
            *six(purpose="주간 보고서 결론 위주로 요약해 줘", background="저는 박지훈 과장입니다."),
            Turn("이름 아니야", shows=("적은 그대로 둘게요", "AI가 참고할 예시")),
            Turn("건너뛰기", shows=("저는 박지훈 과장입니다.",)),
        ),
        alone=True,
    ),
    Dialog(
        "everyday words in English",
        (
            Turn("help", shows=("Write your answer.", "[Question 1]")),
            Turn("summarize the weekly report", shows=("[Question 2]",)),
            Turn("later", shows=("up to question 2",)),
            Turn("yes, continue", shows=("[Question 2]",)),
            Turn("keep it", shows=("no answer yet", "[Question 2]")),
            Turn("I work in planning.", shows=("[Question 3]",)),
            Turn("undo", shows=("[Question 2]", "planning")),
        ),
        opens=("Hello!", "[Question 1]"),
        locale=Locale.EN,
    ),
)
