"""Namesakes: somebody here who is called as the famous are, by what the sentence speaks of."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.entities import EntityType
from core.privacy.text import RawText

MASKED = """
[윤동주]가 회의록 보냈어
[안창호] 오늘 휴가래
[김유신]이랑 점심 먹기로 했어
[최명길], [허균], [김민서] 세 명이 참석했습니다
[정약용]한테 견적서 다시 보내달라고 해줘
이번 주 당직은 [유관순], [박지훈]입니다
[장보고] 어제 퇴사했대
[신사임당]이 반품 요청했는데 거절 답변 써줘
[이성계]가 차를 긁고 도망갔어
[허균]이 우리 딸 담임이야
[관우]가 밥을 안 먹어요
""".strip().splitlines()
LEFT = """
안창호의 흥사단 활동 정리
김유신과 계백의 황산벌 전투
허균의 홍길동전 분석
유관순의 일생을 만화로
독립운동가 김구, 안창호, 윤봉길의 업적 비교표
장보고 시대의 동아시아 교역로
이성계가 위화도에서 군대를 돌린 이유
삼국지의 관우는 왜 신이 됐어
일정 공유 부탁드립니다
엘사가 나오는 겨울왕국 동화
""".strip().splitlines()


@pytest.mark.parametrize("row", [*MASKED, *LEFT])
def test_a_sentence_tells_whom_a_famous_name_means(detector: PresidioDetector, row: str) -> None:
    text = row.replace("[", "").replace("]", "")
    found = [span for span in detector.detect(RawText(text)) if span.type is EntityType.PERSON]
    for span in reversed(found):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    assert text == row
