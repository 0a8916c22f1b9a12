"""Where a text itself says that a name stands: fields, phrases, lists; and where a known name may stand again."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText

# Keys, records, tables, chats.
FIELDS = r"""
작성자: [김수나]
[한지만] 오후 3:14\n네
성명: [감나무]
이름 : [바트바야르 강바트]
담당: 총무팀 [두은찬] 대리
{"lastName": "[Okonkwo]", "manager": "[한보람]"}
번호\t성명\t소속\n1\t[옥수수]\t홍보\n2\t[정직]\t품질
회원번호 이름 등급\nA1 [장미] 골드\nA2 [제비] 실버
[[탁민재]] [오후 3:14] 아 지금 봤어요
2025년 1월 14일 오후 2:25, [맹수정] : 확인했습니다
[겨울]: 나 오늘 늦어\n[이든]: 왜?
@[초롱] 님 확인 부탁드려요
성명 : [솔]
담당 - [노을]
given_name=[Summer] family_name=[Field]
Assignee: [Sky]
""".strip().splitlines()
# Statements about oneself, roles, titles, calls, compound surnames.
PHRASES = r"""
저는 [이갑수]인데요, 안내문 써 주세요
제 이름은 [필녀]이고 주부예요
성이 [위]씨고 이름은 [필녀]인데 삼행시 지어줘
피고인 [인갑수]를 보았다고 진술하였다
조카 [슬기]가 수능 망쳤대
팀장 [기]팀장님께 올리는 말
[황보인숙]께서 오셨습니다
[사공소희]님 안녕하세요
[두리]한테 줄 롤링페이퍼
[빛나]야 미안해
제 이름은 [변경희]입니다
이름은 [정해주]입니다
제 이름은 [공모현]입니다
담당자 이름 [변경숙], 연락처 010-2345-6789
신청자 성함 [정해주] 010-2345-6789
제 이름은 [이순신]이고 총무팀에서 일해요
제 이름은 [메시]고요, 환불 부탁드려요
My name's [Newton] and I need a refund
This is [Lincoln] from accounting.
I am [Ford], the plant supervisor
오늘 [김서연]과 통화함
오늘 [도하]랑 통화
""".strip().splitlines()
LISTS = r"""
A열에 [김하늘], B열에 010-2345-6789
참석: [김서연], [박지훈], [한울], [빙하나]
1조 [강윤슬]·[노다은]·[두나]
명단\n1 [이채은]\n2 [도유찬]\n3 [원다솜]\n4 [두나]
참석자: [김서연], [봄], [솔]
발표자: [송하영] / [별] / [최준호]
1. [이하린]\n2. [봄]\n3. [정시우]
[김하준], 남, 30세
A조: [장하준] [가람] [백나은]
3반 자리: [문지안] [서로아] [봄] [이든] [소리]
팀장 [강민준] / 부팀장 [윤서아] / 총무 [나래] / 회계 [봄]
진행 [오하준], 촬영 [별], 조명 [노을], 음향 [강아인]
[임예빈]\t88\n[사랑]\t91\n[최건우]\t70\n[우정]\t66
[정태오], 19880214, 남, 군필
[김민준] 찬성\n[이서연] 반대\n[박도윤] 기권
[문지안], 내과 재진\n[허윤재], 외과 초진
""".strip().splitlines()
WORDS = r"""
[구민상] 병장 전역 축하 롤링페이퍼\n고은 모래
이은 줄 담당 [박지훈]
[박지훈] 과장이 지은 이름 3개
지은 지 10년 된 건물
[나은] 생일 축하 문구
마음씨 고운 [김서연] 씨
[김도윤] 어린이는 착해요
""".strip().splitlines()
LEFT = r"""
동대표 오후 3:14\n네 알겠습니다
블로그 이름은 여행일기예요
제가 존경하는 인물은 세종대왕입니다
담당: 데이터팀
작성자: 없음
받는사람: 학부모님
성명\t생년월일\t연락처
원고 제출은 금요일까지
노조위원장을 포함한 대표들
A씨와 B씨가 김OO 씨를 고소했다
계약자\t피보험자\t수익자
햄스터 이름 추천좀
배달앱 사장님 화면
정기예금이랑 파킹통장 010-2345-6789
팀 이름 정하기
팀 이름 정해줘
닉네임 변경해 주세요
고양이 이름 추천해줘
김모 씨(40)는 검찰에 송치됐다
이모(35) 씨가 신고했다
{고객명} 님, 안녕하세요
2조: 물 소금 설탕 간장
디자인 리뷰 · 백엔드 배포 · 기획 회의
""".strip().splitlines()


def shown(detector: PresidioDetector, text: str) -> str:
    for span in reversed(detector.detect(RawText(text))):
        if span.type is EntityType.PERSON:
            text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize("row", [*FIELDS, *PHRASES, *LISTS, *WORDS])
def test_what_a_text_declares_is_a_name(detector: PresidioDetector, row: str) -> None:
    wanted = row.replace("\\n", "\n").replace("\\t", "\t")
    text = wanted.replace("[[탁민재]]", "\0").replace("[오후 3:14]", "\1").replace("[", "").replace("]", "")
    text = text.replace("\0", "[탁민재]").replace("\1", "[오후 3:14]")
    assert shown(detector, text) == wanted


@pytest.mark.parametrize("row", LEFT)
def test_what_only_stands_like_a_name_stays(detector: PresidioDetector, row: str) -> None:
    text = row.replace("\\n", "\n").replace("\\t", "\t")
    assert shown(detector, text) == text


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("제 이름은 정보라입니다. 정보라고 하는 것은 다릅니다.", 1),
        ("저는 이슬이라고 합니다. 이슬비가 와요.", 1),
        ("보람 님께 보람 있는 하루를 선물하고 싶어요", 1),
        ("김하늘 대리가 왔다. 김하늘은 곧 간다.", 2),
        ("더 나은 방법을 찾자. 나은님도 동의했어", 1),
        ("빛나는 별. 빛나님, 빛나가 울었다", 2),
        ("가을에 여행 간다. 가을님도 같이, 가을이랑", 2),
        ("지은님 보고서. 지은이 다시 보냄. 지은 의견 반영", 3),
    ],
)
def test_a_known_name_is_found_again_only_where_a_person_can_stand(
    detector: PresidioDetector, text: str, times: int
) -> None:
    assert shown(detector, text).count("[") == times
