"""The notes in Korean."""

from typing import Final

from core.prompting.notes import Conflict

NOTES: Final = {
    Conflict.FORM: (
        "문장에는 다른 형식({other})이 적혀 있지만, 고르신 "
        "형식({chosen})에 맞췄습니다. 바꾸려면 질문 3의 답을 고쳐 주세요."
    ),
    Conflict.LENGTH: (
        "문장에 적힌 분량({other}자)과 고르신 분량({chosen}자)이 달라서, "
        "고르신 분량에 맞췄습니다. 바꾸려면 질문 4의 답을 고쳐 주세요."
    ),
    Conflict.LANGUAGE: (
        "문장에는 다른 언어({other})가 적혀 있지만, 고르신 언어({chosen})로 "
        "답하게 했습니다. 바꾸려면 질문 5의 답을 고쳐 주세요."
    ),
    Conflict.LEVEL: (
        "문장에는 다른 독자({other})가 적혀 있지만, 고르신 "
        "수준({chosen})에 맞췄습니다. 바꾸려면 질문 6의 답을 고쳐 주세요."
    ),
    Conflict.TRANSLATION: "번역문은 요청에 적힌 언어({other})로 옮기고, 설명만 고르신 언어({chosen})로 쓰게 했습니다.",
    Conflict.CODE_AMONG_TEXT: (
        "코드를 부탁하셨는데 형식은 ‘{chosen}’이어서, 코드는 설명 아래 코드 블록에 따로 담게 했습니다."
    ),
    Conflict.TEXT_AS_CODE: "코드가 아닌 작업이라서, 답 전체를 한 번에 복사할 수 있는 코드 블록에 담게 했습니다.",
    Conflict.SHORT_REPORT: (
        "{chosen}자에 보고서의 절을 모두 담을 수 없어서, 세 절로 줄이고 절마다 한 구절로 쓰게 했습니다."
    ),
    Conflict.SHORT_MANY: (
        "{chosen}자에 요청하신 개수({other})를 모두 담으려면 빠듯해서, 항목마다 한 구절로 쓰게 했습니다."
    ),
}
