import pytest

from core.prompting.understanding.restated_request import instruct, restate
from core.values.locale import Locale

KO, EN = Locale.KO, Locale.EN


@pytest.mark.parametrize(
    ("purpose", "text"),
    [
        ("집주인한테 이사 나간다고 문자 보내려고요", "집주인한테 이사 나간다고 문자를 씁니다."),
        ("거래처에 납기 지연 사과 메일 보내야 합니다", "거래처에 납기 지연 사과 메일을 씁니다."),
        ("답례 인사 돌려야 하는데", "답례 인사를 씁니다."),
        ("동아리 홍보 포스터 문구 쓰려고요", "동아리 홍보 포스터 문구를 씁니다."),
        ("손주에게 남길 편지를 미리 써두고 싶습니다", "손주에게 남길 편지를 미리 씁니다."),
        ("환자분들께 물어볼 질문을 만들고 싶어요", "환자분들께 물어볼 질문을 만듭니다."),
        ("손자에게 지진을 설명해주고 싶어요", "손자에게 지진을 설명합니다."),
        ("연차 규정을 알고 싶어요", "연차 규정을 알려 줍니다."),
        ("햄스터 이름 추천좀", "햄스터 이름을 추천합니다."),
        ("담임쌤한테 오늘 결석한다고 문자 보낼거 써줘", "담임쌤한테 오늘 결석한다고 보낼 문자를 씁니다."),
        ("동호회 단톡에 공지로 올릴 거 써 주세요", "동호회 단톡에 올릴 공지를 씁니다."),
        ("7살한테 이사를 어떻게 말해줘야 할지", "7살한테 이사를 어떻게 말해줘야 할지 알려 줍니다."),
        ("독서록 쓰는거 도와주세요", "독서록 쓰는 것을 돕습니다."),
        ("hostname이랑 domain 차이", "hostname이랑 domain 차이를 알려 줍니다."),
        ("감자밭 약 치는 달력 만들어 주소", "감자밭 약 치는 달력을 만듭니다."),
        ("수능 100일 남앗는데 영어 계획 짜줘", "수능 100일 남았는데 영어 계획을 짭니다."),
        ("간식이 자꾸 줄어드는데 누가 먹는지 추리해줘", "간식이 자꾸 줄어드는데 누가 먹는지 추리합니다."),
        ("{기관1} {이름1} 교수님께 메일 써줘", "{기관1} {이름1} 교수님께 메일을 씁니다."),
        ("보고서 작성 부탁드려요", "보고서를 작성합니다."),
        ("이 안내문 일본어로 바꿔줘", "이 안내문을 일본어로 바꿉니다."),
        ("약관 쉽게 풀어주실 수 있나요?", "약관을 쉽게 풉니다."),
        ("식습관이 건강에 미치는 영향에 대해 알려줘", "식습관이 건강에 미치는 영향에 대해 알려 줍니다."),
        ("언제 있었는지, 어디서 살았는지 알려줘", "언제 있었는지, 어디서 살았는지 알려 줍니다."),
        ("무엇을 고려해야 하는지 설명해줘", "무엇을 고려해야 하는지 설명합니다."),
        ("면접 보려고 하는데 질문 10개 만들어줘", "면접 보려고 하는데 질문 10개를 만듭니다."),
        ("딸 가방에 넣을 쪽지 글귀 10개 만들어줘", "딸 가방에 넣을 쪽지 글귀 10개를 만듭니다."),
        ("로봇청소기 뭐 살지 골라줘", "로봇청소기 뭐 살지 고릅니다."),
        ("외우기 쉽게 정리해줭", "외우기 쉽게 정리합니다."),
        ("분수 차근차근 설명해줘", "분수를 차근차근 설명합니다."),
        ("주간 보고서 요약해줘", "주간 보고서를 요약합니다."),
        ("코드 리뷰 해줘", "코드를 리뷰합니다."),
        ("손님처럼 물어봐줘", "손님처럼 물어봐 줍니다."),
        ("논리 구멍 찾기", "논리 구멍을 찾습니다."),
        ("엑셀에서 중복만 뽑고싶어요", "엑셀에서 중복만 뽑습니다."),
        ("배포하다 에러났는데, 원인 찾아줘", "배포하다 에러났는데, 원인을 찾습니다."),
        ("재료와 순서로 갈라 적기", "재료와 순서로 갈라 적습니다."),
    ],
)
def test_only_the_last_verb_of_a_request_changes(purpose: str, text: str) -> None:
    restated = restate(purpose, KO)
    assert (restated.text, restated.is_noun) == (text, False)


@pytest.mark.parametrize(
    "purpose",
    [
        "한글 어디까지 가르쳐야 하나요",
        "그램이랑 맥북에어중에 뭐살까",
        "파이썬 데코레이터가 이해가 안 돼",
        "애가 친구를 안 사귀는데 어떻게 말하죠",
        "누구를 뽑아야 할지",
        "동기랑 싸웠는데 먼저 풀어야 하나요",
        "도마를 파는데 설명을 어떻게 쓰면 좋을까요",
        "약이랑 자몽 같이 먹으면 안되는거 맞아?",
        "정수기 들일지 말지",
        "땅을 팔지 말지 모르겠어요",
        "내년에 사무직으로 옮기고 싶음",
        "발표 연습하고 싶어요",
        "서식을 만들어 주시면 인쇄해서 쓰려구요",
        "네 식구가 대만에 가요. 하루에 두 군데만 넣어 주세요",
        "손님 수는 같은데 남는 돈이 줄었어요. 어디서 새는 걸까요.",
        "후배가 말을 안 들어요 팀장인데",
        "강의를 맡았는데 몇 장으로, 어떤 순서로 만들지 감이 안 와요",
    ],
)
def test_what_is_not_surely_read_stays_whole(purpose: str) -> None:
    restated = restate(purpose, KO)
    assert (restated.text, restated.said, restated.lead) == ("", purpose, "")


@pytest.mark.parametrize(
    ("purpose", "lead", "text"),
    [
        (
            "업자가 공사하다 사라져서 내용증명 보내려고 합니다. 혼자 쓸 수 있게 초안 좀 만들어주세요.",
            "업자가 공사하다 사라져서 내용증명 보내려고 합니다.",
            "혼자 쓸 수 있게 초안을 만듭니다.",
        ),
        (
            "메일 써놨는데 딱딱한 느낌이 나요 담담한 말투로만 바꿔줘",
            "메일 써놨는데 딱딱한 느낌이 나요",
            "담담한 말투로만 바꿉니다.",
        ),
        ("저는 3년차 간호사입니다. 이력서 써주세요", "", "이력서를 씁니다."),
    ],
)
def test_what_a_request_begins_with_leads(purpose: str, lead: str, text: str) -> None:
    restated = restate(purpose, KO)
    assert (restated.lead, restated.text) == (lead, text)
    assert lead not in restated.others


@pytest.mark.parametrize(
    ("purpose", "text"),
    [
        ("보고서를 써야 하는 이유", "보고서를 써야 하는 이유를 알려 줍니다."),
        ("전세와 월세의 차이", "전세와 월세의 차이를 알려 줍니다."),
        ("화장실 실리콘 새로 쏘는법", "화장실 실리콘 새로 쏘는 법을 알려 줍니다."),
        ("금리가 오르면 왜 집값이 떨어지는지 알고싶습니다", "금리가 오르면 왜 집값이 떨어지는지 알려 줍니다."),
        ("기말 계획 짜줘 제발ㅠㅠ", "기말 계획을 짭니다."),
        ("어떻게 말하면 좋을까 알려줘", "어떻게 말하면 좋을지 알려 줍니다."),
        ("사과 메일 좀 까 주세요", "사과 메일을 비판합니다."),
        ("기말 3주 계획짜줘 제발", "기말 3주 계획을 짭니다."),
        ("자소서써주세요", "자소서를 씁니다."),
        ("이름짓기", "이름을 짓습니다."),
        ("받아쓰기", "받아쓰기"),
    ],
)
def test_what_somebody_wants_to_know_is_told(purpose: str, text: str) -> None:
    assert restate(purpose, KO).text == text


@pytest.mark.parametrize(
    "purpose",
    [
        "서울 - 부산 여행 코스",
        "아랫집에 사과편지",
        "동생 결혼식 축사",
        "인스타 릴스 아이디어",
        "이메일 제목만 10개",
        "독후감 어린왕자",
        "감정평가사 시험 vs 공인중개사",
        "공부하기 좋은 카페 이미지",
    ],
)
def test_a_noun_stays_a_noun(purpose: str) -> None:
    restated = restate(purpose, KO)
    assert restated.text in {"", purpose}
    assert restated.is_noun or restated.said == purpose


def test_what_comes_along_is_told_apart() -> None:
    restated = restate("사장님한테 못 간다고 카톡 써줘 나는 {이름1}이야", KO)
    assert restated.text == "사장님한테 못 간다고 카톡을 씁니다."
    assert restated.others == ("나는 {이름1}이야",)


def test_what_it_is_about_is_no_request() -> None:
    restated = restate("국어 수행평가 발표문. 주제는 층간소음 줄이기", KO)
    assert restated.text == "국어 수행평가 발표문"
    assert restated.others == ("주제는 층간소음 줄이기",)


@pytest.mark.parametrize("purpose", ["", "ㅋㅋ", "???", "🙂"])
def test_nothing_asked_is_no_instruction(purpose: str) -> None:
    assert restate(purpose, KO).is_noun


@pytest.mark.parametrize(
    ("demand", "instruction"),
    [
        ("10줄로 제한", "10줄로 제한"),
        ("참고로", "참고로"),
        ("빨리 꼭", "빨리 꼭"),
        ("이번 주는 별로", "이번 주는 별로"),
        ("원금 손실 싫어요", "원금 손실 싫어요"),
        ("날짜 필지번호 약제명 들어가고", "날짜 필지번호 약제명 들어갑니다"),
        ("가게 열지 말지", "가게 열지 말지"),
        ("안건 순서대로", "안건 순서대로 합니다"),
        ("하지 말아야 할 것도", "하지 말아야 할 것도 넣습니다"),
        ("누가 더 낫다고 결론까지", "누가 더 낫다고 결론까지"),
        ("이해한다는 말도", "이해한다는 말도 넣습니다"),
        ("안전대책 꼭", "안전대책 꼭"),
        ("관찰한 것만", "관찰한 것만"),
        ("담당자별로", "담당자별로"),
        ("타입스크립트로", "타입스크립트로 합니다"),
        ("700자 제한", "700자 제한"),
        ("통계는 제가 넣을거니까 자리만 비워주세요", "통계는 제가 넣을거니까 자리만 비웁니다"),
        ("무겁지만 서로 상처주지 않게", "무겁지만 서로 상처주지 않게 합니다"),
        ("제가 쓴 느낌이 나야 해요", "제가 쓴 느낌이 나게 합니다"),
        ("어려운 단어는 없었으면 합니다", "어려운 단어는 없었으면 합니다"),
        ("주석 많이 달아줘야 선생님한테 설명할수잇음", "주석 많이 달아줘야 선생님한테 설명할 수 있음"),
        ("교토는 하루만", "교토는 하루만"),
        ("유니버셜은 꼭 가야됨", "유니버셜은 꼭 가야 합니다"),
        ("춤은 절대 싫음", "춤은 절대 피합니다"),
        ("스페인어는 못해서 한국어 뜻도 알면 좋겠어요", "스페인어는 못해서 한국어 뜻도 알면 좋겠습니다"),
        ("시험에 나오는 것만 정리해주세요", "시험에 나오는 것만 정리합니다"),
        ("광고처럼 들리면 안 돼요", "광고처럼 들리면 안 됩니다"),
        ("너무 화려하면 안될 것 같아요", "너무 화려하면 안 될 것 같아요"),
        ("결론이 확실했으면 함", "결론이 확실했으면 합니다"),
        ("예산이 확정되지 않았으니 금액을 지어내면 안 됩니다", "예산이 확정되지 않았으니 금액을 지어내면 안 됩니다"),
        ("없는건 지어내지 마세요", "없는건 지어내지 않습니다"),
        ("칭찬은 쓰지 말아 주세요", "칭찬은 쓰지 않습니다"),
        ("오해하면 절대 안됨", "오해하면 절대 안 됩니다"),
        ("메모는 영어로요", "메모는 영어로 합니다"),
        ("가격이랑 칼로리도", "가격이랑 칼로리도 넣습니다"),
        ("담당자 이름이 꼭 있어야 합니다", "담당자 이름이 꼭 있어야 합니다"),
        ("마트에서 살 수 있어야 해요", "마트에서 살 수 있어야 합니다"),
        ("무서워하지 않게 해주세요", "무서워하지 않게 합니다"),
        ("법률 용어는 풀어서 설명해주세요", "법률 용어는 풀어서 설명합니다"),
        ("근거가 세 개는 있어야 해요", "근거가 세 개는 있어야 합니다"),
        ("기준은 시설, 수업, 급식 세 가지", "기준은 시설, 수업, 급식 세 가지"),
        ("서론, 본론, 결론 3개 장으로 나눠서", "서론, 본론, 결론 3개 장으로 나눕니다"),
        ("예의 있게", "예의 있게 합니다"),
        ("선생님이 사진 꼭 넣으래요", "선생님이 사진 꼭 넣으래요"),
        ("교수님이 함수로 나누라고 하셨어요", "교수님이 함수로 나누라고 하셨어요"),
        ("공주 이름은 너무 흔해서 싫어요", "공주 이름은 너무 흔해서 싫어요"),
        ("약점이 하나는 있어야 돼", "약점이 하나는 있어야 합니다"),
        ("감정 표현은 최소화", "감정 표현은 최소화"),
        ("배송, 환불, 상품, 기타로", "배송, 환불, 상품, 기타로 합니다"),
        ("반말 금지", "반말 금지"),
        ("딱딱한 말투 말고", "딱딱한 말투는 피합니다"),
        ("그래프는 말고", "그래프는 피합니다"),
        ("어렵게 말고", "어렵게 하지 않습니다"),
        ("안 딱딱하게 해주시고 제목도 두 개 뽑아주세요", "안 딱딱하게 합니다. 제목도 두 개 뽑습니다"),
        ("사투리 조금 섞어도 좋음", "사투리 조금 섞어도 좋음"),
        ("팀장이 길게 쓰지 말라고 함", "팀장이 길게 쓰지 말라고 함"),
        ("팀장님이 표로 그리라고 하셨어요", "팀장님이 표로 그리라고 하셨어요"),
        ("사유는 한 줄로만 적으래요", "사유는 한 줄로만 적으래요"),
        ("영어 쓰지 말고 한글로만", "영어 쓰지 말고 한글로만"),
        ("1인칭 쓰지 않고", "1인칭 쓰지 않습니다"),
        ("존칭 실수 없게", "존칭 실수 없게 합니다"),
        ("특정인 언급 금지", "특정인 언급 금지"),
        ("하면 안 되는 것부터", "하면 안 되는 것부터"),
        ("안 맞아서 나왔는데 그대로 말하면 안 될 것 같아요", "안 맞아서 나왔는데 그대로 말하면 안 될 것 같아요"),
        ("어디로 가는지는 말 안하고 싶음", "어디로 가는지는 말 안 하고 싶습니다"),
        ("간병 얘기는 하기 싫음", "간병 얘기는 하기 싫음"),
        ("숫자는 표로 빼고", "숫자는 표로 뺍니다"),
        ("늦어도 된다고", "늦어도 된다고"),
        ("첫 줄에 핵심", "첫 줄에 핵심"),
        ("후렴은 따라 부르기 쉽게", "후렴은 따라 부르기 쉽게 합니다"),
        ("연락처는 맨 끝", "연락처는 맨 끝"),
        ("80자 정도면 됨", "80자 정도면 됩니다"),
        ("혼자 보고 알게", "혼자 보고 알게 합니다"),
        ("No more than six ingredients.", "No more than six ingredients"),
        ("Nothing about his ex.", "Nothing about his ex"),
        ("Don't threaten to {이름1}.", "Do not threaten to {이름1}"),
        ("캐드 돌려야 됨", "캐드 돌려야 합니다"),
        ("회비 내역도 적기", "회비 내역도 적습니다"),
        ("이번 주 안에 답 달라고", "이번 주 안에 답 달라고 합니다"),
        ("It should be funny", "It should be funny"),
        ("no jargon please", "No jargon"),
        ("No heating since Friday", "No heating since Friday"),
        ("no reply for two weeks", "No reply for two weeks"),
        ("I want it repaired by Monday", "I want it repaired by Monday"),
        ("The comments should be in Korean", "The comments should be in Korean"),
        ("It must not sound like an ad", "It must not sound like an ad"),
        ("keep it under 200 words", "Keep it under 200 words"),
        ("I don't want any emojis", "I don't want any emojis"),
    ],
)
def test_a_demand_becomes_an_instruction(demand: str, instruction: str) -> None:
    assert instruct(demand) == instruction


@pytest.mark.parametrize(
    ("purpose", "text", "is_noun"),
    [
        ("Can you give feedback on my abstract?", "Give feedback on my abstract.", False),
        ("please write a thank-you note to my landlord", "Write a thank-you note to my landlord.", False),
        ("Should we build or buy our CRM?", "", False),
        ("Why does my code crash?", "", False),
        ("what do I answer to this recruiter", "", False),
        ("i need help writing a cover letter", "Write a cover letter.", False),
        ("business plan", "Business plan", True),
        ("TL;DR of this thread", "TL;DR of this thread", True),
    ],
)
def test_english(purpose: str, text: str, is_noun: bool) -> None:  # noqa: FBT001 - a column of the table
    restated = restate(purpose, EN)
    assert (restated.text, restated.is_noun) == (text, is_noun)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("거래처에 보낼 문자 쓰기", "거래처에 보낼 문자를 씁니다."),
        ("안내문 부드럽게 고치기", "안내문을 부드럽게 고칩니다."),
        ("주간 식단 짜기", "주간 식단을 짭니다."),
        ("발표 대본 만들기", "발표 대본을 만듭니다."),
    ],
)
def test_a_thing_to_do_is_done(typed: str, expected: str) -> None:
    assert restate(typed, Locale.KO).text == expected


def test_who_did_something_asks_for_nothing() -> None:
    restated = restate("장례에 와주신분들께 감사문자", KO)
    assert (restated.text, restated.is_noun) == ("장례에 와주신분들께 감사문자", True)
    assert restate("메일 써주신다면 감사하겠습니다", KO).text == "메일을 씁니다."
