"""The wording of questions that are asked before something is destroyed or shown to others, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CONFIRMING_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "confirm.forget": "저장된 인터뷰와 프롬프트, 가린 값을 모두 지울까요? 되돌릴 수 없어요.",
        "confirm.forget.no": "지우지 않았어요.",
        "confirm.cancel": "지금까지 적은 답을 버리고 그만둘까요? 그만두려면 ‘확인’, 이어서 하려면 ‘이어서’라고 해주세요.",
        "confirm.restart": "지금까지 적은 답을 지우고 처음부터 할까요? 지우려면 ‘확인’, 이어서 하려면 ‘이어서’라고 해주세요.",
        "confirm.keep": (
            "{label}의 가림을 풀까요? 이곳은 여럿이 보는 대화라서 여기와 모델에는 계속 가려서 보이고, 본인에게만 보이는 곳에서 실제 값이 나와요."
        ),
        "confirm.keep.no": "계속 가려둘게요.",
        "confirm.share_entry": "보관함 {number}번을 팀 보관함에 올릴까요? 팀 사람 모두가 볼 수 있어요.",
        "confirm.share_entry.no": "공유하지 않았어요.",
        "confirm.delete_entry": "보관함 {number}번을 지울까요? 되돌릴 수 없어요.",
        "confirm.delete_entry.no": "지우지 않았어요.",
        "data.forget_confirm": "{person}의 인터뷰와 프롬프트, 가린 값을 모두 지울까요? 되돌릴 수 없어요. [지우기: y / 그만두기: Enter]",
        "data.keyless_confirm": "{total}명 가운데 열쇠가 남아 있지 않은 {count}명의 인터뷰와 프롬프트를 모두 지울까요? 되돌릴 수 없어요. [지우기: y / 그만두기: Enter]",
        "data.keyless_forgotten": "열쇠가 없어 지운 사람: {count}명",
        "data.not_forgotten": "지우지 않았어요.",
        "reason.unconfirmed": "지우려면 확인이 필요해요. 터미널에서 실행하거나 --yes를 붙여주세요.",
    }
)
CONFIRMING_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "confirm.forget": "Delete all stored interviews, prompts and masked values? This cannot be undone.",
        "confirm.forget.no": "Nothing was deleted.",
        "confirm.restart": "Drop your answers and start over? Say “confirm” to start over, or “resume” to go on.",
        "confirm.cancel": "Stop and drop your answers so far? Say “confirm” to stop, or “resume” to go on.",
        "confirm.keep": (
            "Keep {label} as written? Others read along here, so it stays masked here and for the model. The real value appears only where you alone can see it."
        ),
        "confirm.keep.no": "It stays masked.",
        "confirm.share_entry": "Put number {number} into the team library? Everybody in your team can see it.",
        "confirm.share_entry.no": "It was not shared.",
        "confirm.delete_entry": "Delete number {number} from your library? This cannot be undone.",
        "confirm.delete_entry.no": "Nothing was deleted.",
        "data.forget_confirm": "Delete all interviews, prompts and masked values of {person}? This cannot be undone. [delete: y / leave it: Enter]",
        "data.keyless_confirm": "People whose keys are gone: {count} of {total}. Delete all their interviews and prompts? This cannot be undone. [delete: y / leave it: Enter]",
        "data.keyless_forgotten": "People without a key whose data was deleted: {count}",
        "data.not_forgotten": "Nothing was deleted.",
        "reason.unconfirmed": "Deleting needs a confirmation. Run it on a terminal, or add --yes.",
    }
)
