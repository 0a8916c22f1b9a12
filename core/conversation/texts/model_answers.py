"""The wording of what a model answers to a prompt, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SETTINGS_KO: Final = "모델 설정에 문제가 있어요. 관리자에게 promptgen doctor를 실행해 달라고 해주세요."
_CROWDED_KO: Final = "지금 모델을 쓰는 사람이 많아요. 잠시 뒤에 다시 해주세요."
_SILENT_KO: Final = "모델이 응답하지 않아요. 프롬프트는 그대로 있으니 잠시 뒤에 다시 해주세요."
_SETTINGS_EN: Final = "The model's settings are wrong. Please ask your admin to run promptgen doctor."
_CROWDED_EN: Final = "The model is busy right now. Please try again in a moment."
_SILENT_EN: Final = "The model does not answer. Your prompt is still here; please try again in a moment."

MODEL_ANSWERS_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "try.nowhere": "연결된 모델이 없어 여기서는 실행할 수 없어요. 프롬프트를 복사해 쓰시는 AI에 붙여 넣어주세요.",
        "try.ready": "모델의 답이 왔어요.",
        "try.stopped": "답변을 멈췄어요.",
        "terminal.stop": "(멈추려면 Ctrl-C)",
        "try.title": "모델의 답변 · {model}",
        "try.file": "길어서 파일로 드려요. 앞부분은 이래요.",
        "try.file_name": "답변.md",
        "try.masked": "다른 사람도 보는 곳이라 개인정보는 가렸어요. 되살린 답변은 나에게만 따로 보여드려요.",
        "try.adherence": "준수 {kept}/{looked_at}",
        "try.check.form": "형식",
        "try.check.length": "분량",
        "try.check.language": "언어",
        "try.check.labels": "이름표",
        "try.length": "{chars}자, 요청은 {low}~{high}자",
        "try.cut": "답이 끝나기 전에 끊겼어요. 더 짧게 다듬으면 끝까지 받을 수 있어요.",
        "try.broke": "모델이 중간에 멈춰 여기까지만 받았어요. 다시 해볼 수 있어요.",
        "try.fault.refused": _SETTINGS_KO,
        "try.fault.unknown": _SETTINGS_KO,
        "try.fault.invalid": "모델이 이 프롬프트를 받지 못했어요. 참고 자료가 길다면 줄이고 다시 해주세요.",
        "try.fault.busy": _CROWDED_KO,
        "try.fault.limited": _CROWDED_KO,
        "try.fault.failed": _SILENT_KO,
        "try.fault.unreachable": _SILENT_KO,
        "try.fault.slow": _SILENT_KO,
        "try.fault.unreadable": _SILENT_KO,
        "try.fault.resting": _SILENT_KO,
        "try.fault.empty": "모델이 빈 답을 보냈어요. 다시 해볼 수 있어요.",
        "try.fault.blocked": "답변에 보여드릴 수 없는 종류의 정보가 있어 숨겼어요. 다시 해볼 수 있어요.",
        "try.fault.unmasked": "지금은 개인정보를 가릴 수 없어 답변을 보여드리지 않았어요. 잠시 뒤에 다시 해주세요.",
    }
)
MODEL_ANSWERS_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "try.nowhere": "No model is connected, so it cannot run here. Please copy the prompt into the AI you use.",
        "try.ready": "The model has answered.",
        "try.stopped": "Stopped.",
        "terminal.stop": "(Ctrl-C to stop)",
        "try.title": "The model's answer · {model}",
        "try.file": "It is long, so here it is as a file. It begins like this.",
        "try.file_name": "answer.md",
        "try.masked": "Others read here, so personal items are masked. The answer with the real values is for you alone.",
        "try.adherence": "Kept {kept}/{looked_at}",
        "try.check.form": "form",
        "try.check.length": "length",
        "try.check.language": "language",
        "try.check.labels": "labels",
        "try.length": "{chars} characters, {low} to {high} asked for",
        "try.cut": "The answer was cut off before its end. A shorter one would fit: refine the prompt.",
        "try.broke": "The model stopped half-way; this is what came. You can try again.",
        "try.fault.refused": _SETTINGS_EN,
        "try.fault.unknown": _SETTINGS_EN,
        "try.fault.invalid": "The model did not take this prompt. If the reference is long, shorten it and try again.",
        "try.fault.busy": _CROWDED_EN,
        "try.fault.limited": _CROWDED_EN,
        "try.fault.failed": _SILENT_EN,
        "try.fault.unreachable": _SILENT_EN,
        "try.fault.slow": _SILENT_EN,
        "try.fault.unreadable": _SILENT_EN,
        "try.fault.resting": _SILENT_EN,
        "try.fault.empty": "The model sent an empty answer. You can try again.",
        "try.fault.blocked": "The answer holds a kind of information that may not be shown. You can try again.",
        "try.fault.unmasked": "Nothing can be masked right now, so the answer is not shown. Please try again in a moment.",
    }
)
