"""Conversations about how a wish was understood."""

from tests.dialogs.dialog import Dialog, Turn, six

_PURPOSE = "거래처에 납기 지연 사과 메일 써줘"

UNDERSTOOD = (
    Dialog(
        "what was understood is shown and set right before the prompt is made",
        (
            *six(purpose=_PURPOSE, background="총무팀입니다. 반말은 쓰지 마세요."),
            Turn(
                "건너뛰기",
                shows=("사과 메일·사과문", "꼭 지킬 것", "반말은 쓰지 않습니다", "가정:"),
                hides=("읽는 사람:",),
            ),
            Turn("읽는 사람은 팀장님", shows=("읽는 사람", "팀장님")),
            Turn("사과 메일이 아니라 문자야", shows=("카톡·문자 한 통", "거래처에 납기 지연 사과 문자 써줘")),
            Turn("작업 종류", shows=("무엇을 만들까요?", "메일·메시지")),
            Turn("사과 메일", shows=("사과 메일·사과문", "팀장님")),
            Turn(
                "만들기",
                shows=("버전 1", "읽는 사람: 팀장님", "사과 메일을 씁니다"),
                hides=("이렇게 보강했어요", "사과 사과"),
            ),
            Turn("이유", shows=("이렇게 보강했어요", "명확성·구체성")),
        ),
    ),
    Dialog(
        "the optional settings offer what suits the thing",
        (
            *six(purpose=_PURPOSE, background="총무팀입니다."),
            Turn("건너뛰기"),
            Turn("더 자세히", shows=("더 자세히", "정중한 합니다체", "마음에 들었던 사과 메일·사과문")),
            Turn("1", shows=("✓",)),
            Turn("요약", shows=("말투", "정중한 합니다체")),
            Turn("만들기", shows=("말투: 정중한 합니다체",)),
        ),
    ),
    Dialog(
        "the prompt is set right afterwards, and brought back",
        (
            *six(purpose=_PURPOSE, background="총무팀입니다. 반말은 쓰지 마세요."),
            Turn("건너뛰기"),
            Turn("만들기", shows=("버전 1", "반말은 쓰지 않습니다")),
            Turn("첫 번째 제약 빼줘", shows=("버전 2", "바뀐 곳")),
            Turn("읽는 사람을 임원으로 바꿔줘", shows=("버전 3", "읽는 사람: 임원")),
            Turn("표에 담당자 열도 넣어줘", shows=("버전 4", "담당자")),
            Turn("메일 말고 보고서로", shows=("버전 5", "사과 보고서")),
            Turn("되돌려줘", shows=("버전 4로 돌아왔어요", "읽는 사람: 임원")),
            Turn("아까 걸로", shows=("버전 3로 돌아왔어요",)),
        ),
    ),
    Dialog(
        "a contradiction is settled the other way by typing, before and after the prompt",
        (
            *six(purpose="거래처에 보낼 납기 지연 사과 메일 영문으로 써줘", background="총무팀입니다."),
            Turn("건너뛰기", shows=("서로 맞지 않아", "요청에 적힌 대로 영어로", "한국어로 쓰기")),
            Turn("한국어로 써줘", shows=("선택한 한국어로 씁니다", "처음 정한 대로")),
            Turn("처음 정한 대로", shows=("요청에 적힌 대로 영어로",)),
            Turn("만들기", shows=("버전 1", "요청에 적힌 대로 영어로 씁니다")),
            Turn("한국어로 쓰기", shows=("버전 2", "선택한 한국어로 씁니다")),
            Turn("되돌려줘", shows=("버전 1로 돌아왔어요",)),
        ),
    ),
    Dialog(
        "what the request is about is asked about, and kept readable by one answer",
        (
            *six(purpose="한빛상사 채용 공고 요약해줘", background="총무팀입니다."),
            Turn("건너뛰기", shows=("요청에서 다루는 이름이 가려져 있어요", "기관1")),
            Turn("그대로 보이게", shows=("그대로 둠",), hides=("요청에서 다루는 이름이",)),
        ),
        alone=True,
    ),
)
