import pytest

from core.prompting.intents.catalogue import family_of, intent_at
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.task import task_of
from core.prompting.understanding.understanding import Recognition
from core.values.locale import Locale

KO, EN = Locale.KO, Locale.EN


@pytest.mark.parametrize(
    ("purpose", "family", "intent", "task"),
    [
        ("카페 알바 구인글", "notices", "job_posting", "카페 알바 구인글을 씁니다."),
        ("전략 보고서가 필요합니다", "reports", "strategy_report", "전략 보고서를 씁니다."),
        ("노래 열 곡 목록", "creative", "lyrics", "노래 열 곡 목록을 뽑습니다."),
        ("바자회 코너 아이디어", "ideas", "activity_ideas", "바자회 코너 아이디어를 냅니다."),
        ("양봉 시작 1년 계획", "life", "legal_question", "양봉 시작 1년 계획을 짭니다."),
        ("신입 4주 계획표", "life", "legal_question", "신입 4주 계획표를 짭니다."),
        ("동대표 출마 연설문 부탁합니다", "given", "critique", "동대표 출마 연설문을 씁니다."),
        ("길에서 음식 팔면 불법이야?", "life", "legal_question", "길에서 음식 팔면 불법인지 쉬운 말로 알려 줍니다."),
        (
            "세게 반박해줘: 우리 개는 비 오는 날 더 짖는다",
            "given",
            "critique",
            "{}: “세게 반박해줘: 우리 개는 비 오는 날 더 짖는다”",
        ),
        ("이거 명예훼손인가요", "life", "legal_question", "이거 명예훼손인지 쉬운 말로 알려 줍니다."),
        ("독후감 도와주세요", "school", "book_report", "독후감을 씁니다."),
        ("번역해줘", "given", "translate", "{}."),
        ("cover letter for a bakery", "career", "cover_letter", "{}: “cover letter for a bakery”"),
        (
            "저희 공방이 5주년이라 전시를 열어요. 초대하는 글 써주세요.",
            "occasions",
            "invitation",
            "저희 공방이 5주년이라 전시를 엽니다. 초대하는 글을 씁니다.",
        ),
        (
            "오늘 가게 3주년이에요. 사진이랑 올릴 글 써주세요",
            "occasions",
            "invitation",
            "오늘 가게 3주년입니다. 사진이랑 올릴 글을 씁니다.",
        ),
    ],
)
def test_a_request_is_turned_or_quoted(purpose: str, family: str, intent: str, task: str) -> None:
    what = family_of(family)[intent]
    assert task_of(restate(purpose, KO), Recognition(what, 1.0, ()), KO) == task.format(what.task.ko.rstrip("."))


def test_what_is_not_surely_recognised_gets_no_intents_sentence() -> None:
    unsure = Recognition(family_of("life")["legal_question"], 0.55, ())
    assert task_of(restate("이거 명예훼손인가요", KO), unsure, KO) == "이거 명예훼손인지 답합니다."


@pytest.mark.parametrize(
    ("purpose", "does"),
    [
        ("전사공지 써야되는데 욕 덜먹게", "전사공지를 씁니다"),
        ("shipment delay 메일 바이어한테", "메일을 씁니다"),
        ("중고 트럭 보러 가는데 뭘 봐야 안속노", "다음 질문에 답합니다"),
        ("육아휴직 들어가기 전에 할일 빠짐없이", "다음 요청을 수행합니다"),
    ],
)
def test_what_is_asked_is_told_by_the_text_it_names(purpose: str, does: str) -> None:
    unsure = Recognition(family_of("life")["legal_question"], 0.55, ())
    assert task_of(restate(purpose, KO), unsure, KO) == f"{does}: “{purpose}”"


@pytest.mark.parametrize(
    ("purpose", "task"),
    [("이거 환불 되나요", "이거 환불 되는지 답합니다."), ("이 메일 보내도 되나요", "이 메일 보내도 되는지 답합니다.")],
)
def test_a_question_of_any_kind_is_answered(purpose: str, task: str) -> None:
    unsure = Recognition(family_of("life")["legal_question"], 0.55, ())
    assert task_of(restate(purpose, KO), unsure, KO) == task


@pytest.mark.parametrize(
    ("purpose", "path", "task"),
    [
        (
            "마을 합창단이 상을 탔어요 기자들이 실어 줄 만하게",
            "reports.press_release",
            "마을 합창단이 상을 탔습니다. 기자들이 실어 줄 만하게 보도자료를 씁니다.",
        ),
        (
            "빵집 홍보 계획 손님은 인터넷을 안 봐요",
            "marketing.campaign_plan",
            "빵집 홍보 계획을 짭니다. 손님은 인터넷을 안 봅니다.",
        ),
        ("수능 100일 남았는데 영어 계획 짜줘", "school.study_plan", "수능 100일 남았습니다. 영어 계획을 짭니다."),
        (
            "중력이 뭔지 조카한테 설명해 주려고 하는데 쉽게 풀어주세요",
            "given.plain_words",
            "중력이 뭔지 조카한테 설명해 줄 수 있게 쉽게 풉니다.",
        ),
        ("연금이 왜 깎여? 구조 설명", "school.explanation", "연금이 왜 깎이는지 구조를 설명합니다."),
        (
            "예상 질문 뽑아 주시고 답도 짧게 알려주세요",
            "career.interview_questions",
            "예상 질문을 뽑고 답도 짧게 알려 줍니다.",
        ),
    ],
)
def test_what_is_told_beside_a_request_is_a_sentence_of_its_own(purpose: str, path: str, task: str) -> None:
    assert task_of(restate(purpose, KO), Recognition(intent_at(path), 1.0, ()), KO) == task


def test_a_question_is_no_instruction() -> None:
    what = Recognition(family_of("code")["code_write"], 1.0, ())
    assert "어떻게 짭니다" not in task_of(restate("엔트리 게임 만들건데 어떻게 짜요", KO), what, KO)


def test_a_request_in_another_language_than_the_prompt_is_quoted() -> None:
    what = family_of("code")["tech_doc"]
    assert (
        task_of(restate("PR description 써줘", EN), Recognition(what, 1.0, ()), EN)
        == f"{what.task.en[:-1]}: “PR description 써줘”"
    )
    assert (
        task_of(restate("write the release notes", KO), Recognition(what, 1.0, ()), KO)
        == f"{what.task.ko[:-1]}: “write the release notes”"
    )


def test_what_says_very_much_at_once_is_quoted() -> None:
    said = "독서 모임 안내문 써줘 " + "다음 주에 모이고 책은 두 권이며 자리는 열 개 남았는데 " * 3
    task = task_of(restate(said, KO), Recognition(family_of("notices")["notice"], 1.0, ()), KO)
    assert task.endswith("”")
