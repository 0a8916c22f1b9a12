import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from core.prompting.intents.intent import Product
from core.prompting.understanding.audience import read_audience
from core.prompting.understanding.conflicts import AnswersAtOdds, find_conflicts, is_high_reader
from core.prompting.understanding.demand_kinds import demands_in
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.length_growth import loosened
from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.request_features import Request
from core.prompting.understanding.restated_request import restate
from core.prompting.understanding.understanding import Conflict, ConflictKind
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def conflicts(purpose: str, background: str = "", least: int = 0, **given: object) -> tuple[Conflict, ...]:
    """Return what contradicts itself in these answers; `least` characters is what such a thing has at least."""
    answers: Mapping[str, object] = {
        "form": Form.PROSE,
        "length": Length.MEDIUM,
        "language": Language.KOREAN,
        "level": Level.UNIVERSITY,
        **given,
    }
    locale = Locale.KO if re.search("[가-힣]", purpose) else Locale.EN
    request = restate(purpose, locale)
    introduction = read_introduction(request, "", background, None)
    audience = read_audience(request, introduction)
    requirements = (*demands_in(request, locale), *introduction.wishes)
    intent = replace(recognise(Request(purpose, background)).intent, short=least)
    if isinstance(product := given.get("product"), Product):
        intent = replace(intent, product=product)
    room = loosened(answers["length"], intent, introduction, requirements)  # type: ignore[arg-type]
    asked = AnswersAtOdds(locale, purpose, audience=audience, loosened=room, **answers)  # type: ignore[arg-type]
    return find_conflicts(asked, introduction)


@pytest.mark.parametrize(
    ("purpose", "background", "given", "kind"),
    [
        ("보고서 써줘. 교수 심사위원이 봅니다", "", {"level": Level.ELEMENTARY}, ConflictKind.READER_LEVEL),
        ("임원 보고용 요약", "", {"level": Level.ELEMENTARY}, ConflictKind.READER_LEVEL),
        ("고객사에 보낼 안내 메일", "", {"level": Level.ELEMENTARY}, ConflictKind.READER_LEVEL),
        ("블랙홀을 초2 딸한테 설명해줘", "", {"level": Level.EXPERT}, ConflictKind.READER_LEVEL),
        ("강의 대본", "시청자는 왕초보예요", {"level": Level.EXPERT}, ConflictKind.READER_LEVEL),
        ("신고서 영문으로 작성해 주세요", "", {}, ConflictKind.LANGUAGE),
        ("처리 경과를 영문 보고서로 써주세요", "", {}, ConflictKind.LANGUAGE),
        ("거래처 메일을 일본어로 써줘", "", {}, ConflictKind.LANGUAGE),
        ("요약", "영어로 써주세요", {}, ConflictKind.LANGUAGE),
        ("보고서 써줘 서론, 현황, 대책, 결론으로 나눠서", "", {"length": Length.SHORT}, ConflictKind.SECTIONS_LENGTH),
        ("제목 12개 뽑아줘", "", {"length": Length.SHORT}, ConflictKind.SECTIONS_LENGTH),
        ("회비 내역 표로 정리해줘", "", {"form": Form.CODE}, ConflictKind.FORM),
        ("구내식당 개편 제안서", "표로 말고 줄글로 풀어 주세요.", {"form": Form.TABLE}, ConflictKind.FORM),
        ("정렬 알고리즘 설명해줘", "코드는 필요없어요.", {"form": Form.CODE}, ConflictKind.FORM),
        ("사과 메일 써줘", "", {"form": Form.TABLE, "product": Product.TEXT_TO_SEND}, ConflictKind.FORM),
        ("글 써줘", "800자 이내로 써주세요", {"length": Length.SHORT}, ConflictKind.LENGTH),
        ("A4 2장으로 써줘", "", {"length": Length.SHORT}, ConflictKind.LENGTH),
        ("교수님께 보낼 메일 써줘", "메일 세 줄 넘어가면 안 읽으신다고 소문남.", {}, ConflictKind.LENGTH),
        ("물리 발표에서 할 설명 써줘", "고2 수행평가 3분 발표임.", {}, ConflictKind.LENGTH),
    ],
)
def test_a_contradiction_is_found(purpose: str, background: str, given: dict[str, Any], kind: ConflictKind) -> None:
    assert kind in [one.kind for one in conflicts(purpose, background, **given)]


@pytest.mark.parametrize(
    ("purpose", "background", "given"),
    [
        ("교수님께 문의 메일 써줘", "국문과 2학년", {}),
        ("햄스터 이름 추천좀", "초3", {"level": Level.ELEMENTARY, "length": Length.SHORT}),
        ("학부모님께 안내문 써줘", "초등 담임", {"level": Level.ELEMENTARY}),
        ("영문 계약서를 요약해줘", "", {}),
        ("영어 논문 번역해줘", "", {}),
        ("키오스크 쓰는 법", "눈이 침침하고 영어로 된 말은 모릅니다.", {}),
        ("코드 짜줘. 설명은 영어로", "", {"form": Form.CODE, "product": Product.CODE}),
        ("주석은 영어로 달아줘 파이썬 코드", "", {"form": Form.CODE}),
        ("발표 대본 5분짜리", "", {"length": Length.LONG}),
        ("회사 발표 대본", "10분 뒤 시작하고 참석자 세 분", {"length": Length.SHORT}),
        ("결혼 축사", "친구 5분 정도 참석", {"length": Length.SHORT}),
        ("발표 자료 3분 전에 준비", "", {"length": Length.SHORT}),
        ("발표 때 3분마다 질문 받기", "", {"length": Length.SHORT}),
        ("게임 웹페이지 만들어줘", "", {"form": Form.CODE, "length": Length.LONG}),
        ("상세페이지 문구", "", {"length": Length.SHORT}),
        ("3줄 요약 좋아하는 팀장", "", {}),
        ("사진 3장 고르는 법", "", {"length": Length.SHORT}),
        ("3학년 수업 계획", "", {"length": Length.SHORT}),
        ("제목 10개 뽑아줘", "", {"length": Length.SHORT}),
        ("이름 5개 추천", "", {"length": Length.SHORT}),
        ("엑셀 수식 알려줘", "", {"form": Form.CODE}),
        ("예산표 만들어줘", "", {"form": Form.TABLE, "product": Product.TABLE_OF_DATA}),
        ("지원서 써줘", "연봉 얘기는 마지막에 한 줄", {}),
        ("에세이 써줘", "500자쯤", {"length": Length.MEDIUM}),
        ("기사 써줘", "군수님 멘트 한 문단 들어가야 하고 제목은 25자 이내", {}),
        ("퇴직 인사 메일", "근황 한 줄, 재발 방지 한 줄, 감사 인사 두 줄", {}),
        ("일본어 메뉴 설명", "칸은 이름 / 설명 / 값. 설명은 15자 안짝으로", {"length": Length.SHORT}),
        ("정규식 설명", "한 줄 한 줄 설명 달아주세요", {}),
        ("답장 써줘", '원문: "지난주 보내 주신 자료 3페이지로 확인 부탁드립니다."', {}),
        ("어느 쪽이 나은지 비교", "한쪽으로 몰아가지 말고", {}),
        ("이름 지어 줘", "두 글자로", {"length": Length.SHORT}),
        ("소설 3장까지 줄거리만", "", {}),
        ("타로 카드 세 장 뽑아줘", "", {}),
        ("자막 번역", "한 줄에 15자 넘지 않게", {}),
        ("초6 사회 퀴즈 10문제", "수업 마지막 12분 동안 골든벨로 함", {}),
        ("PR description", "load test 200rps, 10 minutes, no duplicates", {"language": Language.ENGLISH}),
        ("결혼식 사회 대본", "신랑 친구, 식은 12시 30분", {}),
        ("전시 해설 대본", "관람 시간 20분", {}),
        ("발표 ppt 순서", "15분", {}),
        ("파이썬 코드 짜줘", "한 페이지로", {"product": Product.CODE, "form": Form.CODE}),
    ],
)
def test_what_fits_is_no_contradiction(purpose: str, background: str, given: dict[str, Any]) -> None:
    assert conflicts(purpose, background, **given) == ()


def test_a_conflict_says_how_it_is_settled_and_offers_the_other_way() -> None:
    (found,) = conflicts("보고서 써줘. 교수 심사위원이 봅니다", level=Level.ELEMENTARY)
    assert found.settled.startswith("읽는 사람은 교수 심사위원입니다.")
    assert found.other == "초등학생이 읽을 글로 쓰기"
    (found,) = conflicts("Write it in Korean", language=Language.ENGLISH)
    assert found.settled == "Write in Korean, as the request says, although English was chosen."


def test_many_facts_loosen_a_short_mail() -> None:
    told = (
        "6월 3일 오후 2시부터 5시까지. 1호기만 멈춤. 점검 업체는 새벽기술. 문의는 총무팀. "
        "비상용 승강기는 2호기를 씀. 주차장은 지하 2층만 열고 1층은 닫음. 택배는 관리실에 맡기고 찾아감"
    )
    (found,) = conflicts("안내 메일 써줘", told, length=Length.SHORT, product=Product.TEXT_TO_SEND)
    assert found.kind is ConflictKind.SECTIONS_LENGTH
    assert "200자 이내" in found.settled


@pytest.mark.parametrize(
    "told", ["한 장면에 원고지 15매로 써주세요", "각 3문장으로 써주세요", "문항마다 800자로 써주세요"]
)
def test_the_length_of_one_of_several_is_not_that_of_the_whole(told: str) -> None:
    assert conflicts("면담 기록을 글로", told, length=Length.MEDIUM) == ()


def test_what_is_never_that_short_loosens_the_length() -> None:
    (found,) = conflicts("발표 대본", least=400, length=Length.SHORT)
    assert found.kind is ConflictKind.SECTIONS_LENGTH
    assert "400자 이내" in found.settled
    assert conflicts("발표 대본", least=400, length=Length.MEDIUM) == ()
    assert conflicts("발표 대본", least=400, length=Length.SHORT, form=Form.CODE, product=Product.CODE) == ()


@pytest.mark.parametrize(
    ("purpose", "told", "given", "settled"),
    [
        ("발표 대본 3분짜리", "", {"length": Length.SHORT}, "810~990자"),
        ("친구 결혼식 축사", "3분 안쪽으로", {}, "720~900자"),
        ("졸업식 송사", "5분 정도 말합니다", {"length": Length.MEDIUM}, "1,350~1,650자"),
        ("할머니 팔순 잔치에서 읽을 편지", "3분 정도", {"length": Length.MEDIUM}, "810~990자"),
        (
            "a toast for my sister",
            "2 minutes",
            {"language": Language.ENGLISH, "length": Length.SHORT},
            "about 286 words",
        ),
    ],
)
def test_a_speaking_time_that_the_length_contradicts_is_settled(
    purpose: str, told: str, given: dict[str, Any], settled: str
) -> None:
    (found,) = conflicts(purpose, told, **given)
    assert found.kind is ConflictKind.LENGTH
    assert settled in found.settled


def test_a_length_that_the_prompt_would_contradict_is_settled() -> None:
    (found,) = conflicts("독후감 써줘", "고2. 400자 안쪽", length=Length.MEDIUM)
    assert found.kind is ConflictKind.LENGTH
    # The prompt would say 450 to 550 characters beside it.
    (found,) = conflicts("독후감 써줘", "고2. 500자 안쪽", length=Length.MEDIUM)
    assert "‘500자 안쪽’" in found.settled


@pytest.mark.parametrize(
    ("purpose", "told", "written"),
    [
        ("독후감 1500자", "", "1500자"),
        ("반전소설 500자 이상", "", "500자 이상"),
        ("500자 반전소설", "", ""),
        ("2000자로 써줘", "", "2000자"),
        ("1500 words essay", "", "1500 words"),
        ("리뷰에 답글", "비굴하지 않게 200자 안으로", "200자 안"),
        ("보도자료 초안", "제목이랑 부제, 본문 역피라미드로, 1,200자 내외", "1,200자 내외"),
        ("제사 순서 알려줘", "A4 한장으로 뽑아서 보면서 할거", "A4 한장"),
        ("사과 문자", "변명 없이 두 문장으로", "두 문장"),
        ("안내", "글은 800자쯤", "800자쯤"),
        ("자소서 700자인데 300자로", "", "300자"),
        ("축사 원고", "전체 2000자", "2000자"),
        ("상장 문구", "네 줄을 넘으면 안 됩니다", "네 줄 이내"),
        ("cover letter", "Keep it under one page.", "one page"),
        ("세특 써줘", "3000바이트 넘지 않게 써주세요", "3000바이트 이내(1000자)"),
    ],
)
def test_an_amount_of_the_whole_is_its_length(purpose: str, told: str, written: str) -> None:
    settled = [one.settled for one in conflicts(purpose, told) if one.kind is ConflictKind.LENGTH]
    assert settled == [] if not written else any(f"‘{written}’" in each or f"to {written}," in each for each in settled)


def test_what_each_of_several_takes_is_multiplied() -> None:
    (found,) = conflicts("자소서 두 문항 써줘", "문항당 700자 이내", length=Length.LONG, count=2)
    assert "‘문항당 700자 이내’" in found.settled
    assert "2개를 합쳐 1,120~1,400자" in found.settled


@pytest.mark.parametrize(
    "reader", ["상무님", "학장님", "고객사 임원", "이사장님", "교장 선생님", "병원장", "부사장님들", "구청 과장님"]
)
def test_who_stands_above_reads_no_childs_text(reader: str) -> None:
    assert is_high_reader(reader)


@pytest.mark.parametrize("reader", ["우리 반 아이들", "친구", "동생", "학부모", "선생님", "초등학생"])
def test_others_may(reader: str) -> None:
    assert not is_high_reader(reader)
