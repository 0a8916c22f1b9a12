"""The reasons and mends of the soft score, in both locales: kept, lacking, what to do."""

from typing import Final

from core.locale import Locale
from core.prompting.qualities import Quality

LINT: Final[dict[Locale, dict[Quality, tuple[str, str, str]]]] = {
    Locale.KO: {
        Quality.VERB: (
            "무엇을 하라는지 동사로 분명합니다.",
            "무엇을 하라는지 동사가 보이지 않습니다.",
            "“요약하십시오”, “비교하십시오”처럼 할 일을 동사로 적으십시오.",
        ),
        Quality.SCOPE: (
            "다룰 범위가 정해져 있습니다.",
            "어디까지 다룰지 정해지지 않았습니다.",
            "개수, 기간, 부분처럼 다룰 범위를 적으십시오.",
        ),
        Quality.PURPOSE: (
            "어디에 쓸지 드러납니다.",
            "어디에 쓸 답인지 알 수 없습니다.",
            "“팀장에게 보고하려고”처럼 답을 어디에 쓸지 한마디 덧붙이십시오.",
        ),
        Quality.CONTEXT: (
            "부탁하는 사람의 상황이 적혀 있습니다.",
            "부탁하는 사람의 상황이 없습니다.",
            "하는 일, 처지, 이미 아는 것을 한두 문장으로 적으십시오.",
        ),
        Quality.AUDIENCE: (
            "누가 읽을지 정해져 있습니다.",
            "누가 읽을지 정해지지 않았습니다.",
            "읽을 사람과 그 사람이 아는 정도를 적으십시오.",
        ),
        Quality.ROLE: (
            "맡을 역할이 정해져 있습니다.",
            "맡을 역할이 없습니다.",
            "“당신은 인사 담당자입니다”처럼 역할을 하나 적으십시오.",
        ),
        Quality.FORM: (
            "받을 형식이 정해져 있습니다.",
            "받을 형식이 정해지지 않았습니다.",
            "표라면 열 이름을, 목록이라면 항목 수를 적으십시오.",
        ),
        Quality.LENGTH: (
            "분량이 수로 정해져 있습니다.",
            "분량이 수로 정해지지 않았습니다.",
            "“400~500자(공백 포함)”처럼 범위를 수로 적으십시오.",
        ),
        Quality.LANGUAGE: (
            "답할 언어가 정해져 있습니다.",
            "답할 언어가 정해지지 않았습니다.",
            "“한국어로 씁니다”처럼 답할 언어를 적으십시오.",
        ),
        Quality.CRITERIA: (
            "확인할 수 있는 기준이 두 가지 이상 있습니다.",
            "확인할 수 있는 기준이 두 가지가 안 됩니다.",
            "“할 일마다 기한이 있습니다”처럼 예나 아니요로 확인할 기준을 두 가지 적으십시오.",
        ),
        Quality.PLAIN_WORDS: (
            "뜻이 흐린 말이 없습니다.",
            "“적절히”, “다양한”처럼 뜻이 흐린 말이 있습니다.",
            "흐린 말을 수나 예로 바꾸십시오.",
        ),
        Quality.PROHIBITIONS: (
            "금지보다 할 일을 더 많이 적었습니다.",
            "하지 말라는 말이 너무 많습니다.",
            "“하지 마십시오”를 “대신 이렇게 하십시오”로 바꾸십시오.",
        ),
        Quality.TECHNIQUE: (
            "작업에 맞는 진행 방법입니다.",
            "이 작업에는 진행 순서가 있어야 합니다.",
            "단계를 번호로 적거나, 대화 연습이라면 한 번에 하나씩 묻게 하십시오.",
        ),
        Quality.UNCERTAINTY: (
            "모를 때 어떻게 할지 정해져 있습니다.",
            "모를 때 어떻게 할지 없습니다.",
            "“모르면 지어내지 말고 (확인 필요)라고 적습니다”를 넣으십시오.",
        ),
        Quality.SENTENCES: (
            "문장이 한 번에 읽힙니다.",
            "한 번에 읽기 어려운 긴 문장이 있습니다.",
            "긴 문장을 둘로 나누십시오.",
        ),
    },
    Locale.EN: {
        Quality.VERB: (
            "A verb says clearly what to do.",
            "No verb says what to do.",
            "Name the task with a verb: “summarise”, “compare”.",
        ),
        Quality.SCOPE: (
            "It says how far to go.",
            "It does not say how far to go.",
            "Give a number, a period or the part to cover.",
        ),
        Quality.PURPOSE: (
            "It shows what the answer is for.",
            "It does not show what the answer is for.",
            "Add what you will use it for: “to report to my manager”.",
        ),
        Quality.CONTEXT: (
            "It tells the situation of the person asking.",
            "It tells nothing of the person asking.",
            "Say in a sentence or two what you do and what you already know.",
        ),
        Quality.AUDIENCE: (
            "It says who will read the answer.",
            "It does not say who will read the answer.",
            "Name the readers and how much they know.",
        ),
        Quality.ROLE: (
            "It gives a role.",
            "It gives no role.",
            "Give one role: “You are an HR partner.”",
        ),
        Quality.FORM: (
            "It settles the format.",
            "It does not settle the format.",
            "Name the columns of a table or the number of items in a list.",
        ),
        Quality.LENGTH: (
            "It gives the length in figures.",
            "It does not give the length in figures.",
            "Give a range: “80–100 words”.",
        ),
        Quality.LANGUAGE: (
            "It names the language of the answer.",
            "It does not name the language of the answer.",
            "Name it: “Write in English.”",
        ),
        Quality.CRITERIA: (
            "It holds two criteria or more that can be checked.",
            "It holds fewer than two criteria that can be checked.",
            "Add two that yes or no answers: “Each task has a deadline.”",
        ),
        Quality.PLAIN_WORDS: (
            "It has no vague words.",
            "It has vague words such as “appropriate” or “various”.",
            "Put a number or an example in place of the vague words.",
        ),
        Quality.PROHIBITIONS: (
            "It says more of what to do than of what not to do.",
            "It says too often what not to do.",
            "Turn “do not” into what to do instead.",
        ),
        Quality.TECHNIQUE: (
            "The way of working fits the task.",
            "This task needs an order of work.",
            "Number the steps or, for practice, have one question asked at a time.",
        ),
        Quality.UNCERTAINTY: (
            "It says what to do when something is not known.",
            "It does not say what to do when something is not known.",
            "Add: “Do not invent anything; write (to be confirmed).”",
        ),
        Quality.SENTENCES: (
            "Its sentences can be read at one go.",
            "It has sentences too long to read at one go.",
            "Split the long sentences in two.",
        ),
    },
}
