"""The catalogue: all that a planner may add to a prompt, by id, in hand-written words."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.locale import Locale


class AudienceNote(StrEnum):
    """Something about the readers that the answer should heed."""

    HURRIED = "hurried"
    DECIDING = "deciding"
    OUTSIDE = "outside"
    MIXED = "mixed"
    SENIOR = "senior"
    LEARNING = "learning"


class Criterion(StrEnum):
    """Something the answer can be checked for before it is given."""

    SOURCES = "sources"
    EXAMPLE = "example"
    ACTIONABLE = "actionable"
    BALANCED = "balanced"
    DEFINED = "defined"
    CALCULATED = "calculated"
    RUNNABLE = "runnable"
    ORDERED = "ordered"
    POLITE = "polite"
    ASSUMPTIONS = "assumptions"


class Missing(StrEnum):
    """Something the person has not said that would make the prompt better; asked as a question they may skip."""

    RECIPIENT = "recipient"
    DEADLINE = "deadline"
    SCOPE = "scope"
    MATERIAL = "material"
    PLACE_OF_USE = "place_of_use"
    MUST_INCLUDE = "must_include"
    ENVIRONMENT = "environment"
    BUDGET = "budget"


AUDIENCE_NOTES: Final[Mapping[Locale, Mapping[AudienceNote, str]]] = MappingProxyType(
    {
        Locale.KO: {
            AudienceNote.HURRIED: "읽을 시간이 짧으므로 결론을 첫 문장에 둡니다.",
            AudienceNote.DECIDING: "읽고 바로 결정할 수 있게 선택지와 근거를 나란히 놓습니다.",
            AudienceNote.OUTSIDE: "조직 밖의 사람이 읽으므로 내부 용어와 약어를 풀어 씁니다.",
            AudienceNote.MIXED: "아는 정도가 서로 다르므로 기본 설명을 한 문장씩 덧붙입니다.",
            AudienceNote.SENIOR: "윗사람이 읽으므로 예의를 갖추고 군더더기를 줄입니다.",
            AudienceNote.LEARNING: "배우는 사람이므로 까닭을 밝히고 쉬운 것부터 설명합니다.",
        },
        Locale.EN: {
            AudienceNote.HURRIED: "They have little time: put the conclusion in the first sentence.",
            AudienceNote.DECIDING: "They decide on the spot: set the options and the reasons side by side.",
            AudienceNote.OUTSIDE: "They are outside the organization: spell out internal terms and abbreviations.",
            AudienceNote.MIXED: "They know different amounts: add one sentence of background where it is needed.",
            AudienceNote.SENIOR: "They are senior: stay courteous and leave out what is not needed.",
            AudienceNote.LEARNING: "They are learning: give the reasons, and start with what is easy.",
        },
    }
)

CRITERIA: Final[Mapping[Locale, Mapping[Criterion, str]]] = MappingProxyType(
    {
        Locale.KO: {
            Criterion.SOURCES: "사실을 말한 곳마다 근거나 출처를 밝혔습니다.",
            Criterion.EXAMPLE: "핵심 주장마다 구체적인 예가 하나 있습니다.",
            Criterion.ACTIONABLE: "읽은 사람이 다음에 할 일을 바로 알 수 있습니다.",
            Criterion.BALANCED: "장점과 단점을 같은 무게로 다뤘습니다.",
            Criterion.DEFINED: "처음 나오는 용어를 그 자리에서 풀이했습니다.",
            Criterion.CALCULATED: "숫자를 다시 계산해 합계와 단위가 맞는지 확인했습니다.",
            Criterion.RUNNABLE: "코드를 그대로 복사해 실행할 수 있습니다.",
            Criterion.ORDERED: "중요한 것부터 순서대로 놓았습니다.",
            Criterion.POLITE: "말투가 처음부터 끝까지 예의 바르고 고릅니다.",
            Criterion.ASSUMPTIONS: "짐작한 내용은 짐작이라고 밝혔습니다.",
        },
        Locale.EN: {
            Criterion.SOURCES: "Every statement of fact names its ground or source.",
            Criterion.EXAMPLE: "Every main point has one concrete example.",
            Criterion.ACTIONABLE: "The reader knows at once what to do next.",
            Criterion.BALANCED: "Advantages and drawbacks carry the same weight.",
            Criterion.DEFINED: "Every term is explained where it first appears.",
            Criterion.CALCULATED: "The figures were calculated again; totals and units are right.",
            Criterion.RUNNABLE: "The code can be copied and run as it is.",
            Criterion.ORDERED: "What matters most comes first.",
            Criterion.POLITE: "The tone is courteous and even from start to end.",
            Criterion.ASSUMPTIONS: "What is assumed is marked as an assumption.",
        },
    }
)
