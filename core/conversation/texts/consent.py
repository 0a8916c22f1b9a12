"""The wording of the question whether prompts may be learnt from, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CONSENT_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.training": "학습 데이터",
        "control.agree": "동의해요",
        "control.decline": "동의하지 않아요",
        "control.withdraw": "동의 철회",
        "consent.ask": (
            "팀의 AI를 더 똑똑하게 만드는 데 도움을 주시겠어요?\n"
            "동의하시면 이곳에서 만든 프롬프트와 그 답을 가린 상태로만 학습 예시에 써요. 실제 값, 이름, 아이디, 올린 파일은 들어가지 않아요.\n"
            "언제든 ‘동의 철회’라고 하면 다음 학습 데이터부터 빠져요. 동의하지 않아도 쓰는 데는 차이가 없고, 다시 묻지 않아요. ‘동의해요’나 ‘동의하지 않아요’라고 답해주세요."
        ),
        "consent.given": "고마워요! 가려진 프롬프트만 학습 예시로 쓸게요. 마음이 바뀌면 ‘동의 철회’라고 해주세요.",
        "consent.withdrawn": "알겠어요. 이곳에서 만든 프롬프트는 학습 데이터에 넣지 않아요.",
        "data.pairs": "학습 예시: 학습용 {train}개, 평가용 {test}개. 제외한 대화: {left}개 (이유는 카드에 있어요)",
        "error.not_collecting": "이곳에서는 학습 데이터를 모으지 않아요.",
    }
)
CONSENT_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.training": "Training data",
        "control.agree": "I agree",
        "control.decline": "I don't agree",
        "control.withdraw": "Withdraw consent",
        "consent.ask": (
            "Would you help to make your team's AI better?\n"
            "If you agree, the prompts you make here and their answers become examples to learn from, always masked: no real values, no names, no ids, no files.\n"
            "Say “withdraw consent” at any time, and the next training data leaves them out. It makes no difference to what you can do, and you will not be asked again. Please answer “I agree” or “I don't agree”."
        ),
        "consent.given": "Thank you! Only masked prompts become examples. If you change your mind, say “withdraw consent”.",
        "consent.withdrawn": "All right. No prompt made here goes into training data.",
        "data.pairs": "Examples: {train} to learn from, {test} held out. Conversations left out: {left} (the card says why)",
        "error.not_collecting": "No training data is collected here.",
    }
)
