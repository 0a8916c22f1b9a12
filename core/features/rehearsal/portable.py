"""The portable prompt: a rehearsal that any AI can play, as a role dialogue under the composer's headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.features.rehearsal.persona import Persona
from core.locale import Locale
from core.privacy.labels import find_labels
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class _Words:
    headings: tuple[str, ...]
    role: tuple[str, ...]
    audience: tuple[str, ...]
    task: str
    goal: str
    examples: str
    example: str
    steps: tuple[str, ...]
    form: tuple[str, ...]
    length: tuple[str, ...]
    limits: tuple[str, ...]
    checked: str
    done: tuple[str, ...]
    kept: str


_KO: Final = _Words(
    headings=("역할", "작업", "대상", "진행 순서", "출력 형식", "분량·언어", "제약", "완료 기준"),
    checked="답을 내기 전에 아래를 모두 확인합니다.",
    kept="{label}처럼 중괄호로 묶인 말은 나중에 채울 자리이므로, 바꾸거나 지우지 않고 그대로 씁니다.",
    role=(
        "당신은 ‘{name}’ 역할을 맡은 대화 연습 상대입니다.",
        "- 어떤 사람: {about}",
        "- 성격: {traits}",
        "- 말투: {manner}",
        "- 마음이 움직이는 때: {convinced_by}",
    ),
    audience=("대화를 미리 연습하고 싶은 사람입니다. 평가는 쉬운 말로 합니다.",),
    task="요청자가 아래 내용을 전하는 대화를 연습하도록, 상대역으로 한 마디씩 주고받으십시오.",
    goal="전하려는 것: {goal}",
    examples="- 말투의 보기:",
    example="  - 요청자: {said} → {name}: {answered}",
    steps=(
        "“{opening}”라고 먼저 말을 겁니다.",
        "요청자의 말을 기다렸다가, 상대역으로서 한두 문장으로 답합니다.",
        "쉽게 설득되지 않되, 마음이 움직이는 말에는 조금씩 누그러집니다.",
        "요청자가 “평가”라고 하면 역할을 마치고, 통한 말과 통하지 않은 말을 요청자의 말 그대로 두 개씩 인용하고 다음에 해 볼 것을 두 가지 제안합니다.",
    ),
    form=(
        "연습하는 동안: 상대역의 말만 적습니다.",
        "평가: ‘통한 말’, ‘통하지 않은 말’, ‘다음에 해 볼 것’의 세 항목 리스트",
    ),
    length=(
        "한 차례에 10~120자(공백 포함)로 말합니다. 평가는 300~500자(공백 포함)로 씁니다.",
        "처음부터 끝까지 한국어로만 씁니다.",
    ),
    limits=(
        "요청자 대신 말하지 않습니다.",
        "“평가”라는 말을 듣기 전에는 역할을 벗어나지 않고, 조언이나 해설을 붙이지 않습니다.",
        "모르는 사실은 지어내지 말고 상대역으로서 되묻습니다.",
    ),
    done=(
        "한 번에 한두 문장만 말하고 요청자의 말을 기다렸습니다.",
        "말투와 성격이 처음과 같습니다.",
        "평가의 인용이 요청자의 말과 글자까지 같습니다.",
    ),
)
_EN: Final = _Words(
    headings=("Role", "Task", "Audience", "Steps", "Output format", "Length and language", "Constraints", "Done when"),
    checked="Check all of this before you answer.",
    kept="Words in braces such as {label} are to be filled in later: use them exactly as they stand.",
    role=(
        "You are the other side of a rehearsal, in this role: {name}.",
        "- Who: {about}",
        "- Traits: {traits}",
        "- Manner: {manner}",
        "- Won over by: {convinced_by}",
    ),
    audience=("Somebody who wants to rehearse a conversation beforehand. Keep the review in plain words.",),
    task="Let the requester rehearse bringing this across: answer as the other side, one turn at a time.",
    goal="To bring across: {goal}",
    examples="- How this person talks:",
    example="  - Requester: {said} → {name}: {answered}",
    steps=(
        "Speak first, with “{opening}”",
        "Wait for the requester, then answer as the other side in one or two sentences.",
        "Do not be convinced easily, yet soften little by little at what wins you over.",
        "When the requester says “review”, leave the role: quote two things that convinced and two that did not, word for word, and suggest two things to try next.",
    ),
    form=(
        "While rehearsing: the other side's words alone.",
        "Review: a list of three items, what convinced, what did not, what to try next",
    ),
    length=(
        "10 to 200 characters including spaces a turn; 400 to 800 characters including spaces for the review.",
        "Write in English only, from beginning to end.",
    ),
    limits=(
        "Never speak for the requester.",
        "Do not leave the role before “review” is said, and add no advice or comment.",
        "Make up no facts: ask, as the other side.",
    ),
    done=(
        "One or two sentences at a time, then the requester's turn.",
        "Manner and traits are the same as at the start.",
        "The quotes in the review are the requester's own words.",
    ),
)
_WORDS: Final[Mapping[Locale, _Words]] = {Locale.KO: _KO, Locale.EN: _EN}


def portable_prompt(persona: Persona, goal: MaskedText, locale: Locale) -> MaskedText:
    """Return the prompt with which another AI plays the same persona towards the same goal."""
    words = _WORDS[locale]
    bodies = _bodies(persona, goal, words)
    sections = ("\n".join([f"[{heading}]", *body]) for heading, body in zip(words.headings, bodies, strict=True))
    return MaskedText("\n\n".join(sections))


def _bodies(persona: Persona, goal: MaskedText, words: _Words) -> Iterator[list[str]]:
    """Yield the lines under each heading, in order."""
    filled = {
        "name": persona.name,
        "about": persona.about.rstrip("."),
        "traits": " / ".join(persona.traits),
        "manner": persona.manner,
        "convinced_by": " / ".join(persona.convinced_by),
        "opening": persona.opening,
        "goal": " ".join(goal.split()),
    }
    yield [line.format_map(filled) for line in words.role]
    yield [words.task, f"- {words.goal.format_map(filled)}", words.examples, *_examples(persona, words)]
    yield _items(words.audience)
    yield [f"{number}. {step.format_map(filled)}" for number, step in enumerate(words.steps, 1)]
    yield _items(words.form)
    yield _items(words.length)
    labels = find_labels(f"{goal}\n{persona.name}\n{persona.about}")
    yield _items((*words.limits, *((words.kept.format(label=labels[0]),) if labels else ())))
    yield [words.checked, *_items(words.done)]


def _examples(persona: Persona, words: _Words) -> Iterator[str]:
    for example in persona.examples:
        yield words.example.format(said=example.said, answered=example.answered, name=persona.name)


def _items(lines: tuple[str, ...]) -> list[str]:
    return [f"- {line}" for line in lines]
