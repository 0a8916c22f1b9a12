"""The wording of what is asked because it decides, and of what was said already, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

GAPS_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.at_once": "바로 만들기",
        "control.leave": "AI가 정하기",
        "control.no_questions": "앞으로 묻지 않기",
        "control.questions": "추가 질문 켜기",
        "gap.ask": "[추가 질문 {number}/{count}] {question}",
        "gap.write": "직접 쓰기",
        "gap.assumed": "AI가 정하면 이렇게 해요. {assumed}",
        "gap.typed": "번호나 글로 답해주세요.",
        "gap.title": "추가 질문",
        "gap.another": "{name}: ‘{answer}’(으)로 바꿨어요. 이어서 물을게요.",
        "gap.switched_off": "앞으로는 추가 질문 없이 진행할게요. 다시 받고 싶으면 ‘추가 질문 켜기’라고 적어주세요.",
        "gap.switched_on": "앞으로 꼭 필요할 때만 두 가지까지 더 물을게요.",
        "ask.material": "여기에 붙여 넣거나 올려주세요: {what}. 건너뛰면 프롬프트에 넣을 자리를 남겨둘게요.",
        "suggested": "앞에서 말씀하신 답: {answer}. 맞으면 ‘네’라고 해주세요.",
        "suggested.yes": "네, {answer}",
        "terminal.keep": "Enter를 누르면 그대로 둬요.",
        "terminal.suggested": "앞에서 말씀하신 답: {answer}. 맞으면 Enter를 누르거나 ‘네’라고 해주세요.",
        "hint.not_said": "앞에서 그 답을 찾지 못했어요. 여기서 한 번만 골라주세요.",
        "hint.gap": "보기의 번호를 고르거나 원하는 답을 직접 적어주세요. 맡기려면 ‘AI가 정하기’라고 하면 돼요.",
    }
)
GAPS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.at_once": "Make it now",
        "control.leave": "Let AI decide",
        "control.no_questions": "Stop asking",
        "control.questions": "Questions on",
        "gap.ask": "[One more {number}/{count}] {question}",
        "gap.write": "Write my own",
        "gap.assumed": "If AI decides: {assumed}",
        "gap.typed": "Answer with a number or in your own words.",
        "gap.title": "One more question",
        "gap.another": "{name} is now “{answer}”. Back to the question.",
        "gap.switched_off": "From now on I ask nothing more than the six questions. Say “questions on” to be asked again.",
        "gap.switched_on": "From now on I ask up to two more things, where they matter.",
        "ask.material": "Paste or upload it here: {what}. If you skip this, the prompt keeps a place for it.",
        "suggested": "You said before: {answer}. Say “yes” if that is right.",
        "suggested.yes": "Yes, {answer}",
        "terminal.keep": "Press Enter to keep it.",
        "terminal.suggested": "You said before: {answer}. Press Enter or say “yes” if that is right.",
        "hint.not_said": "I could not find that in what you said. Please choose it here once.",
        "hint.gap": "Choose a number or write your own answer. Say “let AI decide” to leave it open.",
    }
)
