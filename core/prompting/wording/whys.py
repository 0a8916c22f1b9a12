"""The reasons for what is added to a request, in both locales."""

from typing import Final

from core.locale import Locale
from core.prompting.whys import Why

WHYS: Final[dict[Locale, dict[Why, str]]] = {
    Locale.KO: {
        Why.TASK: "무엇을 해내야 하는지 분명해져서, AI가 짐작으로 답하지 않습니다.",
        Why.CRITERIA: "다 됐는지 확인할 기준이 있어서, AI가 답을 내기 전에 스스로 고칩니다.",
        Why.STEPS: "생각하는 순서를 정해 두면 빠뜨리는 것이 줄어듭니다.",
        Why.REQUESTER: "누가 왜 부탁하는지 알아야 상황에 맞는 답이 나옵니다.",
        Why.AUDIENCE: "누가 읽는지 알아야 단어와 설명의 깊이가 맞습니다.",
        Why.REFERENCE: "자료를 지시와 따로 묶어 두어서, 자료 속 문장에 휘둘리지 않습니다.",
        Why.ROLE: "역할이 하나로 정해지면 관점과 말씨가 흔들리지 않습니다.",
        Why.SHAPE: "형식의 속까지 정해 두면 다시 정리할 일이 없습니다.",
        Why.LENGTH: "‘짧게’나 ‘길게’는 사람마다 다르므로 셀 수 있는 수로 정했습니다.",
        Why.SPLIT: "긴 글은 부분마다 분량을 나누어야 뒤로 갈수록 허술해지지 않습니다.",
        Why.UNKNOWN: "모르는 것을 지어내는 것이 AI의 가장 흔한 실수이기 때문입니다.",
        Why.PLACEHOLDERS: "가려 둔 정보가 바뀌지 않아야 나중에 원래 값으로 되돌릴 수 있습니다.",
    },
    Locale.EN: {
        Why.TASK: "It says what has to be achieved, so that the AI need not guess.",
        Why.CRITERIA: "With a test for being done, the AI mends its answer before giving it.",
        Why.STEPS: "An order of thinking leaves less out.",
        Why.REQUESTER: "An answer fits the situation when it is known who asks and why.",
        Why.AUDIENCE: "Words and depth fit when it is known who reads.",
        Why.REFERENCE: "Kept apart from the instructions, its sentences cannot steer the AI.",
        Why.ROLE: "One role keeps point of view and voice steady.",
        Why.SHAPE: "A format settled in detail needs no tidying afterwards.",
        Why.LENGTH: "“Short” and “long” differ from person to person; a number does not.",
        Why.SPLIT: "A long text stays even when each part has its share.",
        Why.UNKNOWN: "Making things up is the commonest mistake of an AI.",
        Why.PLACEHOLDERS: "What was masked can be put back only if it stays unchanged.",
    },
}
