"""The wording of what is offered beneath a finished prompt, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OFFERS_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.compact": "짧은 버전",
        "control.detailed": "자세한 버전",
        "control.in_korean": "한국어 프롬프트",
        "control.in_english": "영어 프롬프트",
        "control.good": "도움이 됐어요",
        "control.bad": "아쉬워요",
        "variant.full": "자세한 버전",
        "variant.compact": "짧은 버전",
        "tongue.ko": "한국어 프롬프트",
        "tongue.en": "영어 프롬프트",
        "feedback.thanks": "의견 고마워요! 점수만 세고 내용은 남기지 않아요.",
        "feedback.why": "알려줘서 고마워요. 어떤 점이 아쉬웠나요? 고른 이유만 세고 내용은 남기지 않아요.",
        "why.misunderstood": "의도와 달라요",
        "why.too_general": "너무 뻔해요",
        "why.too_long": "너무 길어요",
        "why.too_short": "너무 짧아요",
        "why.wrong_form": "형식이 안 맞아요",
        "why.awkward": "말이 어색해요",
        "why.masking": "가림이 잘못됐어요",
        "why.poor_answer": "AI 답이 별로였어요",
        "why.other": "다른 이유",
        "mend.misunderstood": "‘작업’이라고 적으면 할 일을 고칠 수 있어요.",
        "mend.too_general": "‘기타 조건’이나 ‘참고 자료’를 더하면 더 구체적인 프롬프트가 돼요.",
        "mend.too_long": "‘짧은 버전’을 골라보세요. 답변 길이는 ‘더 짧게’라고 적으면 줄어요.",
        "mend.too_short": "‘자세한 버전’을 골라보세요. 답변 길이는 ‘더 길게’라고 적으면 늘어요.",
        "mend.wrong_form": "‘표로’, ‘리스트로’처럼 원하는 형태를 적으면 바로 바꿔드려요.",
        "mend.awkward": "‘말투를 친근하게’처럼 원하는 말투를 적으면 바로 바꿔드려요.",
        "mend.masking": "‘요약’이라고 적으면 가린 항목을 하나씩 바꿀 수 있어요.",
        "mend.poor_answer": "‘출력 예시’를 더하면 AI가 원하는 답에 가까워져요.",
        "mend.other": "바꾸고 싶은 점을 그대로 적어도 돼요.",
    }
)
OFFERS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.compact": "Short version",
        "control.detailed": "Detailed version",
        "control.in_korean": "Korean prompt",
        "control.in_english": "English prompt",
        "control.good": "It helped",
        "control.bad": "Not quite",
        "variant.full": "detailed",
        "variant.compact": "short",
        "tongue.ko": "in Korean",
        "tongue.en": "in English",
        "feedback.thanks": "Thank you! Only the count is kept, nothing of the text.",
        "feedback.why": "Thank you. What was wrong with it? Only the reason is counted, nothing of the text is kept.",
        "why.misunderstood": "Not what I meant",
        "why.too_general": "Too general",
        "why.too_long": "Too long",
        "why.too_short": "Too short",
        "why.wrong_form": "Wrong format",
        "why.awkward": "Awkward wording",
        "why.masking": "Masked wrongly",
        "why.poor_answer": "The AI's answer was poor",
        "why.other": "Something else",
        "mend.misunderstood": "Type “task” to change what is to be done.",
        "mend.too_general": "Adding “other conditions” or a “reference” makes the prompt more specific.",
        "mend.too_long": "Try the “Short version”. Type “shorter” to shorten the answer itself.",
        "mend.too_short": "Try the “Detailed version”. Type “longer” to lengthen the answer itself.",
        "mend.wrong_form": "Type the format you want, such as “as a table” or “as a list”.",
        "mend.awkward": "Type the tone you want, such as “a friendlier tone”.",
        "mend.masking": "Type “summary” to switch the masked items one by one.",
        "mend.poor_answer": "An “example output” brings the AI closer to what you want.",
        "mend.other": "Just type what should be different.",
    }
)
