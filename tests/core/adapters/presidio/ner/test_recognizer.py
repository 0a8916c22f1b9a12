"""Names in chat, mail and news sentences; every person and company is invented."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.text import RawText

# What is to be found stands in brackets: [ ] a person, < > an organization.
FOUND = """
[하은]이한테는 보조 자료가 필요하고 [지호]는 난독증이 있어요
증권번호 12, 사고일 2026.10.30, 병원 <참튼튼정형외과의원>, 진단명 회전근개 파열
저는 동사무소에서 일하는 [차무겸], 연락 주세요
저희 회사 이름은 <(주)하람로지스>이고 대표는 [도상우]입니다
담당 주무관 [어진호], 전화를 드리겠습니다
거래처인 <주식회사 다온테크> 구매팀에 보낼 메일
우리 회사는 <주식회사 온누리푸드>이고 자회사인 <주식회사 별하솔>이 있다
<온누리푸드 주식회사> 앞으로 보낼 견적
[윤도경] 님께 보낼 메일을 써 줘
[민준]이가 생일 파티에 친구들을 초대하고 싶대요
[김] 대리가 보고서를 아직 안 보냈어요
[박] 과장님께 드릴 말씀이 있습니다
[이]팀장님 때문에 너무 힘들어요
[한서율], [오태린], [장규호]가 이번 조원이에요
참석자: [문세아], [구본혁], [노하진]
이름은 [강 다 온]입니다
[김O수] 씨가 신고했습니다
당첨자는 [홍*동] 님입니다
[마이클 조던슨] 씨는 캐나다에서 왔어요
제 영문 이름은 [Kim Chul-soo]입니다
[John Smith]에게 답장을 영어로 써 줘
안녕하세요, <한빛상사> 인사팀 [서이안]입니다.
[정하람] 고객님의 환불 문의에 답장을 써줘
담임 [최유담] 선생님께 감사 편지를 쓰고 싶어요
예금주 [백시온]
환자 [신가람] 님의 경과를 정리해 주세요
[배은결]이 [조한별]에게 빌려준 돈을 돌려받는 법
어제 [차예담]이랑 [민소하]랑 밥 먹었어
[유나]야, 생일 축하해!
지도교수는 [천무진] 교수님이십니다
[남궁설] 대표가 발표를 맡았습니다
[황보준]은 다음 주부터 출근합니다
경찰에 따르면 [표] 씨는 지난달 30일 가게에 들어가 돈을 훔쳤다
발신: [심예준]
감사합니다. [양지호] 드림
Dear [Emily Carter], thank you for your letter.
My name is [Lee Ji-won] and I work at a bank.
Please ask [Daniel] to send the slides.
[Park Seo-yeon]님이 보낸 파일을 요약해줘
[James Miller]가 회의에 늦는다고 했어요
[메시] 대리님께 파일을 보내 줘
[소피아] 씨가 비자를 물어봤어요
[다니엘]이 영화 'Up'을 보자고 했어
[아흐메드] 씨의 '첫 출근' 글을 고쳐 줘
Thanks to [Sarah]. However, we still need the report.
Dear [Grace Park], thank you for joining.
My manager [Will Young] approved it yesterday.
""".strip().splitlines()

FOUND_IN_LINES = (
    (
        "제목: RE: 견적 요청 건\n안녕하세요, <골든브릿지> [나유진]입니다. <화성엔지니어링>에서 주신 견적서 중 "
        "2번 항목이 맞지 않습니다."
    ),
    (
        "    conn = connect(host='db1.nextwave.internal', db='crm')\n"
        '    logger.info(f"user={user.id} name={user.name}")\n    return "홍보팀", "[전소리]", "[변하늘]"'
    ),
)

# Nothing here is a person's.
LEFT = """
I worked with Crohn's disease and used Ozempic, Tylenol and Salesforce.
메트포르민 500mg을 복용 중이고 혈당 142, 당화혈색소 7.8%, AST 45, ALT 62입니다.
파이썬으로 정렬하는 코드를 짜줘
장미와 백합 중에 뭐가 더 오래 가?
신한은행이랑 하나은행 금리 비교해줘
서울에서 부산까지 기차로 얼마나 걸려?
이 과장은 사실과 다르다
전 과장입니다
고 카페인 음료는 몸에 나빠요
홍차와 녹차의 차이를 알려줘
조사 결과를 표로 정리해 주세요
오 정말 고마워요
김 한 장에 칼로리가 얼마야?
정말 한심한 소리를 하네
나이키와 아디다스의 마케팅 전략을 비교해줘
해리포터 줄거리를 초등학생에게 설명해줘
이순신 장군의 업적을 다섯 가지로 정리해줘
아인슈타인의 상대성 이론을 쉽게 설명해줘
선생님께 드릴 감사 편지를 써줘
고객님께 보낼 사과문을 작성해줘
팀장님, 안녕하세요.
저는 대학생이고 경제학을 공부하고 있어요
안녕하세요, 저는 간호사입니다.
표로 만들어줘
임금 인상을 요구하는 메일
유기농 채소 농장의 소개글을 써줘
강아지 이름을 추천해줘
남자친구와 화해하는 방법
주말 여행 일정을 짜줘
성공한 사람들의 습관 열 가지
하나만 더 물어볼게요
Python과 Java의 차이를 알려줘
Write a short story about a cat and a dog.
Dear Sir or Madam,
Will you mark the date on my calendar?
엑셀에서 VLOOKUP 쓰는 법
민주주의의 역사를 요약해줘
구글과 애플 중 어디 주식이 나아?
전라도 음식과 경상도 음식의 특징
윤리 과제 초안을 써줘
한국의 사계절을 영어로 설명해줘
변호사가 되려면 어떻게 해야 하나요?
Write an essay about Artificial Intelligence and Machine Learning.
Summarize the paragraph. However, keep it short.
Deep Learning, Machine Learning, and Artificial Intelligence are related.
조 바이든 대통령과 바이든 행정부의 정책
빅토르 위고와 찰스 디킨스를 비교해줘
영화 '미란다'와 소설 '올가의 방' 감상문
뮐러 효과와 슈미트의 법칙을 설명해줘
과외쌤한테 스승의날 감사문자 짧게
저는 신규라 인계 말이 꼬여요 정리해줘
짝녀한테 자연스럽게 말 걸기
""".strip().splitlines()

MARKS = str.maketrans("", "", "[]<>")


def marked(detector: PresidioDetector, text: str) -> str:
    """Return the text with what was found in brackets."""
    result, last = "", 0
    for span in detector.detect(RawText(text)):
        pair = {"PERSON": "[]", "ORGANIZATION": "<>"}.get(span.type, "{}")
        result += text[last : span.start] + pair[0] + text[span.start : span.end] + pair[1]
        last = span.end
    return result + text[last:]


@pytest.mark.parametrize("expected", [*FOUND, *FOUND_IN_LINES])
def test_a_name_is_found_to_the_character(detector: PresidioDetector, expected: str) -> None:
    assert marked(detector, expected.translate(MARKS)) == expected


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_name_stays(detector: PresidioDetector, text: str) -> None:
    assert marked(detector, text) == text


def test_a_full_name_once_found_is_found_in_the_whole_text(detector: PresidioDetector) -> None:
    found = marked(detector, "담당자: 도하겸 과장\n\n도하겸 건은 다음 주에 정리하고, 도하겸과도 이야기해 둘게요.")
    assert found.count("[도하겸]") == 3


def test_threads_may_share_the_detector(detector: PresidioDetector) -> None:
    texts = [text.translate(MARKS) for text in FOUND] * 3
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: marked(detector, text), texts))
    assert together == [marked(detector, text) for text in texts]
