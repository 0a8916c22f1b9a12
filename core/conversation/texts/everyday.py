"""What is answered to everyday words, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

EVERYDAY_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "help.new": (
            "질문 여섯 개에 답하면 바로 쓸 수 있는 프롬프트를 만들어 드려요.\n"
            "AI에게 시킬 일을 한 줄로 적으면 시작해요. (예: ‘주간 보고서 요약해 줘’)\n"
            "‘보관함’은 저장한 프롬프트 보기, ‘내 데이터 삭제’는 모두 지우기예요."
        ),
        "help.asking": (
            "답을 적어주세요. 보기가 있으면 ‘3’이나 ‘표로 해줘’처럼 적어도 돼요.\n"
            "‘뒤로’는 앞 질문, ‘그대로’는 지금 답 두기, ‘건너뛰기’는 선택 질문 넘기기예요.\n"
            "‘나중에’는 여기까지 남겨두기, ‘처음부터’는 다시 시작, ‘취소’는 그만두기예요."
        ),
        "help.summary": (
            "‘만들기’라고 하면 프롬프트를 만들어요.\n"
            "고치려면 ‘길이는 짧게’처럼, 가림을 풀려면 ‘이름1 그대로’처럼 적어주세요.\n"
            "‘더 자세히’는 말투와 조건 더하기, ‘나중에’는 여기까지 남겨두기예요."
        ),
        "help.done": (
            "바꾸고 싶은 점을 적으면 고쳐 드려요. (예: ‘더 짧게’)\n"
            "‘이유’, ‘버전 2’, ‘되돌려’, ‘저장’, ‘답변 복원’이라고도 적을 수 있어요.\n"
            "새 프롬프트는 ‘처음부터’, 저장한 프롬프트는 ‘보관함’이에요."
        ),
        "help.restoring": (
            "AI가 준 답변을 붙여 넣으면 이름표를 실제 값으로 바꿔 드려요. 본인에게만 보여요.\n"
            "붙여 넣을 것이 없으면 ‘뒤로’라고 해주세요. 프롬프트로 돌아가요."
        ),
        "hint.no_number": "번호로 고르는 질문이 아니에요. 내용을 적어주세요.",
        "version.none": "아직 만든 프롬프트가 없어요. 완성한 뒤에 ‘버전 2’처럼 골라주세요.",
        "hint.nothing_yet": "아직 적은 답이 없어요. 답을 적어주세요.",
        "kept.prompt": "그대로 둘게요. 더 바꾸고 싶으면 ‘더 짧게’처럼 적어주세요.",
        "later": "{where}까지 남겨뒀어요. 돌아와서 ‘이어서’라고 하거나 답을 적으면 이어갈게요.",
        "later.done": "네, 완성한 프롬프트는 그대로 있어요. 언제든 ‘이어서’라고 하면 다시 보여드려요.",
        "deny.which": "어느 것인가요? 그대로 둘 것을 ‘이름1 그대로’처럼 적어주세요: {labels}",
        "deny.none": "지금 가린 것이 없어요.",
        "item.kept": "{label}은(는) 적은 그대로 둘게요.",
        "item.masked": "{label}(으)로 가릴게요.",
        "where.question": "질문 {number}",
        "where.questions": "마지막 질문",
        "where.summary": "요약",
        "resume.unnamed": "아직 제목 없음",
        "ago.now": "방금",
        "ago.today": "오늘",
        "ago.yesterday": "어제",
        "ago.before_yesterday": "그저께",
        "ago.days": "{count}일 전",
        "ago.date": "{month} {day}일",
        "ago.date_of_year": "{year}년 {month} {day}일",
        "ago.months": "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    }
)
EVERYDAY_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "help.new": (
            "Answer six questions and get a prompt that is ready to use.\n"
            "Write in one line what an AI should do, and we begin. (For example: “summarize the weekly report”)\n"
            "“library” shows the prompts you saved; “delete my data” deletes everything."
        ),
        "help.asking": (
            "Write your answer. Where there are choices, “3” or “as a table” works, too.\n"
            "“back” goes to the question before, “keep it” leaves the answer, “skip” passes an optional question.\n"
            "“later” leaves it as it is for now, “start over” begins again, “cancel” ends it."
        ),
        "help.summary": (
            "“create” makes the prompt.\n"
            "To change an answer, write “length: short”; to show an item as written, “NAME1 keep”.\n"
            "“more options” adds a tone and conditions; “later” leaves it as it is for now."
        ),
        "help.done": (
            "Write what to change. (For example: “shorter”)\n"
            "You can also write “reasons”, “version 2”, “undo”, “save” or “restore answer”.\n"
            "“start over” makes a new prompt; “library” shows the ones you saved."
        ),
        "help.restoring": (
            "Paste the AI's answer, and I put the real values back in place of the labels, for you alone.\n"
            "If there is nothing to paste, “back” returns to your prompt."
        ),
        "hint.no_number": "There is nothing to choose by number here. Please write your answer.",
        "version.none": "There is no prompt yet. Once there is, “version 2” brings one back.",
        "hint.nothing_yet": "There is no answer yet. Please write one.",
        "kept.prompt": "It stays as it is. To change it, write “shorter”, for example.",
        "later": "I kept everything up to {where}. Come back and say “continue”, or just write your answer.",
        "later.done": "Your prompt stays here. Say “continue” to see it again.",
        "deny.which": "Which one? Write “NAME1 keep”, for example: {labels}",
        "deny.none": "Nothing is masked now.",
        "item.kept": "{label} stays as you wrote it.",
        "item.masked": "It is masked as {label}.",
        "where.question": "question {number}",
        "where.questions": "the last question",
        "where.summary": "the summary",
        "resume.unnamed": "no title yet",
        "ago.now": "just now",
        "ago.today": "today",
        "ago.yesterday": "yesterday",
        "ago.before_yesterday": "two days ago",
        "ago.days": "{count} days ago",
        "ago.date": "{day} {month}",
        "ago.date_of_year": "{day} {month} {year}",
        "ago.months": "January February March April May June July August September October November December",
    }
)
