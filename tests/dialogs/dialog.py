"""A conversation as a list: what is typed, what must then be shown, and what must not."""

from dataclasses import dataclass

from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the person, with what is shown after it and what is not."""

    says: str
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialog:
    """A conversation from its start; `opens` is shown before anything is typed."""

    name: str
    turns: tuple[Turn, ...]
    opens: tuple[str, ...] = ("안녕하세요!", "[질문 1]")
    locale: Locale = Locale.KO
    alone: bool = False
    """Whether it goes so only where nobody else reads."""
    typed: bool = False
    """Whether it goes so only where it is typed: a press opens a window, in which a word is pasted text."""


def six(
    *, purpose: str = "주간 보고서 요약해 줘", background: str = "저는 마케팅팀에서 일합니다. 결론 위주로 봐요."
) -> tuple[Turn, ...]:
    """Return the answers to the six questions."""
    return (
        Turn(purpose, shows=("[질문 2]",)),
        Turn(background, shows=("[질문 3]", "리스트", "보고서")),
        Turn("표로 해줘", shows=("[질문 4]",)),
        Turn("보통이요", shows=("[질문 5]",)),
        Turn("한국어", shows=("[질문 6]",)),
        Turn("대학생 수준", shows=("AI가 참고할 예시",)),
    )
