"""Somebody: people whose names the famous have, and the famous."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText

MASKED = """
환자 [정도전] 님 검사 결과
담당자: [안창호] 과장
인사팀 [김소월]입니다
저는 [윤동주]라고 합니다
제 이름은 [이순신]입니다
[이순신] 010-2345-6789
[윤동주](poet@hanbit.com)에게 회신
hong@hanbit.com, [장영실]
[김유신] 대리가 보낸 메일
[강감찬] 고객님 주문 건
예금주 [신사임당]
받는 사람: [장영실]
한빛상사 [안중근]입니다
새솔병원의 [정약용]이라고 합니다
발신인: [이황]
이름: [장보고]
고객 [논개] 님 문의
[토르] 과장에게 보낼 메일
[공유] 씨에게 보낼 메일
Dear Mr. [Lincoln],
""".strip().splitlines()
LEFT = """
이순신 장군의 업적
세종대왕이 만든 한글
윤동주의 서시를 분석해줘
안중근 의사의 생애
김구 선생의 나의 소원
김소월 시인의 진달래꽃
아인슈타인 박사의 이론
제가 존경하는 인물은 이순신입니다
저는 공자를 좋아합니다
저는 엑셀 초보입니다
산타 할아버지에게 편지
담당자: 엑셀 작업
공유 배우가 나오는 드라마
영화 토르를 리뷰해줘
링컨 대통령
Newton의 운동 법칙
from Java to Kotlin
""".strip().splitlines()


@pytest.mark.parametrize("row", [*MASKED, *LEFT])
def test_a_famous_name_is_a_persons_where_the_text_says_so(detector: PresidioDetector, row: str) -> None:
    text = row.replace("[", "").replace("]", "")
    found = [span for span in detector.detect(RawText(text)) if span.type is EntityType.PERSON]
    for span in reversed(found):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    assert text == row
