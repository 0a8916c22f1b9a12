"""Whole rehearsals as lists, run on every platform; who plays in them says what stands here.

`lines` is what the model says for the persona, `documents` what it answers under a grammar, one after the other.
"""

import json
from dataclasses import dataclass

from core.values.locale import Locale
from tests.dialogs import Dialog, Turn
from tests.fakes.assistant import FakeAssistant
from tests.fakes.rehearsal import FakeResponder, Partner

_DRAWN = {
    "temper": "bargaining",
    "traits": ["견적서를 꼭 세 장 받아요"],
    "manner": "무뚝뚝한 존댓말을 씁니다.",
    "opening": "견적서 가져오셨어요?",
    "convinced_by": ["다른 업체와 견준 표"],
}
_SOFTER = {
    **_DRAWN,
    "temper": "warm",
    "manner": "조곤조곤한 해요체를 씁니다.",
    "opening": "어서 와요. 견적서는 가져왔어요?",
}
_REVIEW = {
    "convinced": [
        {"quote": "데이터 오류 때문에 이틀이 필요합니다.", "remark": "이유와 날짜가 함께 있어 믿음이 갔어요."}
    ],
    "unconvinced": [{"quote": "조금만 미뤄 주세요.", "remark": "며칠인지 알 수 없어 판단할 수 없었어요."}],
    "advice": [],
}


@dataclass(frozen=True)
class Rehearsal:
    """A dialog, and what the model says in it."""

    dialog: Dialog
    lines: tuple[str, ...] = ()
    documents: tuple[object, ...] = ()

    @property
    def name(self) -> str:
        return self.dialog.name

    def partner(self) -> Partner:
        """Return who plays in it."""
        answers = [json.dumps(document, ensure_ascii=False) for document in self.documents]
        return Partner(FakeAssistant(list(self.lines)), FakeResponder(answers))


REHEARSALS = (
    Rehearsal(
        Dialog(
            "everyday words before and amid the talk",
            (
                Turn("대화 연습", shows=("누구와 대화를 연습할까요?",)),
                Turn("도움말", shows=("상대에게 하는 말이에요", "누구와 대화를 연습할까요?")),
                Turn("아니요", shows=("누구와 대화를 연습할까요?",)),
                Turn("되돌려", shows=("대화 연습을 마쳤어요",)),
                Turn("대화 연습", shows=("누구와 대화를 연습할까요?",)),
                Turn("깐깐한 팀장", shows=("무엇을 전하고 싶으세요?",)),
                Turn("?", shows=("상대에게 하는 말이에요", "무엇을 전하고 싶으세요?")),
                Turn("마감을 이틀 미루고 싶어요", shows=("이제 말씀하실 차례예요.",)),
                Turn("아니요", shows=("조금이 며칠이에요?",)),
                Turn("도움말", shows=("상대에게 하는 말이에요",)),
                Turn("나가기", shows=("대화 연습을 마쳤어요",)),
            ),
        ),
        lines=("조금이 며칠이에요?",),
    ),
    Rehearsal(
        Dialog(
            "talked through and looked back upon",
            (
                Turn("대화 연습", shows=("누구와 대화를 연습할까요?", "깐깐한 팀장", "은퇴한 개발자")),
                Turn("깐깐한 팀장", shows=("결론부터 듣고 싶어 해요", "무엇을 전하고 싶으세요?")),
                Turn("마감을 이틀 미루고 싶어요", shows=("네, 들어와요. 10분 있어요.", "이제 말씀하실 차례예요.")),
                Turn("조금만 미뤄 주세요.", shows=("조금이 며칠이에요? 날짜로 말해요.",)),
                Turn("데이터 오류 때문에 이틀이 필요합니다.", shows=("그 정도면 괜찮네요.",)),
                Turn(
                    "평가 받기",
                    shows=(
                        "통한 말",
                        "‘데이터 오류 때문에 이틀이 필요합니다.’",
                        "며칠인지 알 수 없어",
                        "다음에 해 볼 것",
                    ),
                ),
                Turn("대화록", shows=("대화록", "개인정보는 가려져 있어요")),
                Turn("프롬프트로 받기", shows=("대화 연습 프롬프트", "[역할]", "마감을 이틀 미루고 싶어요")),
                Turn("그만하기", shows=("대화 연습을 마쳤어요.", "[질문 1]")),
            ),
        ),
        ("조금이 며칠이에요? 날짜로 말해요.", "그 정도면 괜찮네요."),
        (_REVIEW,),
    ),
    Rehearsal(
        Dialog(
            "somebody described in a line, and changed",
            (
                Turn("대화 연습", shows=("누구와 대화를 연습할까요?",)),
                Turn("까칠한 구매팀장", shows=("까칠한 구매팀장", "견적서를 꼭 세 장 받아요", "이런 사람이면 될까요?")),
                Turn("더 부드럽게", shows=("조곤조곤한 해요체", "이런 사람이면 될까요?")),
                Turn("확인", shows=("무엇을 전하고 싶으세요?",)),
                Turn("단가를 낮추고 싶어요", shows=("어서 와요. 견적서는 가져왔어요?",)),
                Turn("뒤로", shows=("지금까지 전하려던 것: 단가를 낮추고 싶어요",)),
                Turn("뒤로", shows=("누구와 대화를 연습할까요?",)),
                Turn("뒤로", shows=("하던 곳으로 돌아왔어요.", "[질문 1]")),
            ),
        ),
        documents=(_DRAWN, _SOFTER),
    ),
    Rehearsal(
        Dialog(
            "personal items are masked in it",
            (
                Turn("대화 연습"),
                Turn("면접관", shows=("무엇을 전하고 싶으세요?",)),
                Turn("한빛상사 박지훈 과장님 추천으로 지원한 이유", shows=("먼저 오늘 꼭 전하고 싶은 이야기",)),
                Turn("박지훈 과장님(010-2345-6789)이 추천해 주셨습니다.", shows=("과장님이 뭐라고 하시던가요?",)),
                Turn(
                    "대화록",
                    shows=("{이름1} 과장님({전화번호1})이 추천해",),
                    hides=("010-2345-6789", "박지훈", "한빛상사"),
                ),
            ),
        ),
        ("{이름1} 과장님이 뭐라고 하시던가요?",),
    ),
    Rehearsal(
        Dialog(
            "a model that falls out of the persona, or silent",
            (
                Turn("대화 연습"),
                Turn("바쁜 임원", shows=("무엇을 전하고 싶으세요?",)),
                Turn("예산 승인", shows=("바로 본론으로 갑시다.",)),
                Turn(
                    "배경부터 말씀드릴게요.",
                    shows=("짧게요. 그래서 제가 뭘 정하면 됩니까?", "준비해 둔 말로 이어갔어요"),
                ),
                Turn("다시", shows=("상대가 이미 답했어요.",)),
                Turn("예산 2천만 원을 승인해 주세요.", shows=("돈으로 말해 보세요.",)),
                Turn("평가 받기", shows=("‘예산 2천만 원을 승인해 주세요.’", "규칙으로 살펴봤어요")),
                Turn("처음부터", shows=("바로 본론으로 갑시다.",)),
            ),
        ),
        ("저는 AI 언어 모델입니다.", "As an AI, I cannot.", "그 돈으로 무엇이 바뀝니까? 돈으로 말해 보세요."),
    ),
    Rehearsal(
        Dialog(
            "rehearsed in English",
            (
                Turn("rehearse", shows=("Whom would you like to rehearse with?", "Sceptical client")),
                Turn("Sceptical client", shows=("What would you like to bring across?",)),
                Turn("our product saves time", shows=("What makes yours different?", "It is your turn")),
                Turn("It cut handling time by 30% last year.", shows=("How was that measured?",)),
                Turn("get a review", shows=("What convinced", "“It cut handling time by 30% last year.”")),
                Turn("end rehearsal", shows=("You are back where you were.", "[Question 1]")),
            ),
            opens=("Hello!", "[Question 1]"),
            locale=Locale.EN,
        ),
        ("How was that measured?",),
    ),
)
"""Every platform's tests run all of these."""
