"""Ways through the interview that tests share."""

from tests.fakes.slack.person import Person

ANSWERS = ("저는 박지훈이고 010-2345-6789 입니다", "표로 해줘", "보통이요", "한국어", "4", "건너뛰기")
_NEXT = ("질문 3", "질문 4", "질문 5", "질문 6", "AI가 참고할", "이렇게 이해했어요")


async def answer_from_background(person: Person) -> None:
    """Type the answers that follow the purpose, up to the summary."""
    for answer, next_shown in zip(
        ANSWERS, ("질문 3", "질문 4", "질문 5", "질문 6", "AI가 참고할", "이렇게 이해했어요"), strict=True
    ):
        await person.say(answer)
        await person.sees(next_shown)


async def make_prompt(person: Person, purpose: str = "주간 보고서를 요약해줘") -> None:
    """Hold a whole interview in the DM by typing."""
    await person.say(purpose)
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.say("만들기")
    await person.sees("완성 프롬프트 · 버전 1")


async def prompt_of(person: Person, panel: str) -> str:
    """Wait for what stands beneath a prompt, and return the prompt above it as it is read."""
    beneath = await person.sees(panel)
    return [one for one in person.seen if one.ts < beneath.ts][-1].shown()
