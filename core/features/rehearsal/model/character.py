"""Character: whether what a model says is in character, and the slips that are corrected without asking again."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.privacy.labels import LABEL, find_labels
from core.prompting.guard import traces
from core.prompting.guard.drift import drifts
from core.prompting.guard.looping import loops
from core.values.locale import Locale


class Break(StrEnum):
    """What a line may be refused for; how a model is told stands in `wording.toml`."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    THINKING = "thinking"
    ASSISTANT = "assistant"
    OTHERS_WORDS = "others_words"
    PREAMBLE = "preamble"
    LANGUAGE = "language"
    LABEL = "label"
    QUOTED = "quoted"
    LAYOUT = "layout"
    LINK = "link"
    NONSENSE = "nonsense"
    REPEATED = "repeated"
    TOO_LONG = "too_long"


LONGEST: Final[Mapping[Locale, int]] = MappingProxyType({Locale.KO: 260, Locale.EN: 480})
"""How many characters a line may have; people do not talk in essays."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a model said for a persona, beside what could be known.

    `said` are the lines before it, the persona's examples included, which it must not say again; `labels` are those
    that stand anywhere in the talk; `permitted` the foreign words that do.
    """

    text: str
    name: str
    said: Collection[str] = ()
    labels: Collection[str] = ()
    permitted: Collection[str] = ()
    finished: bool = True


def sanitized(text: str, name: str, *, finished: bool = True) -> str:
    """Return a line without what only wraps it: the persona's own name in front, quotation marks, stage directions.

    One that was cut off keeps its whole sentences.
    """
    line = " ".join(text.split())
    line = re.sub(rf"^{re.escape(name)}\s*[:：]\s*", "", line)
    line = _STAGE.sub(" ", line).strip()
    for opening, closing in traces.QUOTES:
        if len(line) > 1 and line[0] == opening and line[-1] == closing and opening not in line[1:-1]:
            line = line[1:-1].strip()
    return " ".join((line if finished else _whole_sentences(line)).split())


def breaks(utterance: Utterance, locale: Locale) -> tuple[Break, ...]:
    """Return what speaks against a line; nothing when the persona may say it."""
    if not any(map(str.isalpha, utterance.text)):
        return (Break.EMPTY,)
    if len(utterance.text) > LONGEST[locale]:
        return (Break.TOO_LONG,)
    broken = [each for each, is_broken in _CHECKS.items() if is_broken(utterance)]
    if drifts(utterance.text, locale, utterance.permitted):
        broken.append(Break.LANGUAGE)
    return tuple(broken)


_STAGE: Final = re.compile(r"(?:^|(?<=[.!?…] ))[(（*][^()（）*{}\n]{1,40}[)）*]")
_ENDING: Final = re.compile(r"[.!?…~][\"”’')]*(?=\s|$)")
_ASSISTANT: Final = re.compile(
    r"언어 ?모델|인공지능 ?(?:비서|도우미|어시스턴트|모델|으로서|입니다|이에요|이라)"
    r"|AI ?(?:비서|어시스턴트|모델|언어|로서|입니다|이라)|저는 챗봇|무엇을 도와 ?드릴|도와드릴 수 있|도움이 필요하시"
    r"|이전 지시|위의? 지시(?:를|사항)|도움이 되(?:셨|었)으면|궁금한 (?:점|것)이? (?:있으시면|더 있)"
    r"|역할(?:을|극) ?(?:맡|수행|연기|하겠)|페르소나|시나리오를|연기하겠"
    r"|as an ai\b|language model|\bi(?:'m| am) an ai\b|how can i (?:help|assist)|i can help you with"
    r"|previous instructions?|system prompt|happy to help|feel free to ask|let me know if you"
    r"|i(?:'ll| will) (?:play|take on) the role|\bpersona\b",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(
    r"(?:^|[\s.!?…”\"])(?:나|저|상대|상대방|사용자|지원자|직원|당신|요청자"
    r"|user|assistant|human|you|me|other side)\s?[:：]",
    re.IGNORECASE,
)
_PREAMBLE: Final = re.compile(
    r"\A\s*(?:물론(?:입니다|이죠|이에요)|알겠습니다[.!] ?(?:다음|아래|이제)"
    r"|(?:네[,.]? )?(?:다음|아래)(?:은|는|와 같)[^.?!]{0,20}(?:문장|답|말|내용|니다)"
    r"|(?:답변?|대답)\s?[:：]"
    r"|sure[,!]|certainly[,!]|here(?:'s| is) (?:the|a|my) (?:reply|response|line|answer)"
    r"|(?:reply|response|answer)\s?:)",
    re.IGNORECASE,
)
_LAYOUT: Final = re.compile(r"```|\*\*|^\s*#|^\s*\[[^\]\n]*\]|^\s*(?:[-*•]|\d+[.)])\s|</?\w+>|\|.*\|")
_MOST_ODD: Final = 0.15
_IN_THE_STANDARD: Final = 2  # bytes; any other syllable is spelled out in eight
_FINAL: Final = frozenset("요다까죠지네군야자니나게데대래라어아해걸음봐줘")
_BARE_LABEL: Final = re.compile(
    r"(?<![{가-힣A-Za-z])(?:이름|전화번호|이메일|주소|기관|NAME|PHONE|EMAIL|ADDRESS) ?[0-9]{1,3}(?![0-9}])"
)


def _is_unfinished(utterance: Utterance) -> bool:
    """Say whether a line stops in mid-sentence; people leave the full stop out, but not the verb's ending."""
    text = utterance.text.rstrip()
    if _ENDING.search(text[-4:]):
        return False
    return not utterance.finished or ("가" <= text[-1] <= "힣" and text[-1] not in _FINAL)


def _bends_label(utterance: Utterance) -> bool:
    labels = find_labels(utterance.text)
    rest = LABEL.sub("", utterance.text)
    invented = not set(labels) <= set(utterance.labels)
    return invented or "{" in rest or "}" in rest or _BARE_LABEL.search(rest) is not None


def _is_quoted(utterance: Utterance) -> bool:
    text = utterance.text
    return any(text[0] == pair[0] and text[-1] == pair[1] for pair in traces.QUOTES)


def _is_nonsense(utterance: Utterance) -> bool:
    """Say whether many syllables are none that Korean is written with: those outside KS X 1001 hardly ever occur."""
    syllables = [char for char in utterance.text if "가" <= char <= "힣"]
    odd = sum(not _is_usual(char) for char in syllables)
    return odd > _MOST_ODD * len(syllables)


def _is_usual(char: str) -> bool:
    return len(char.encode("euc-kr")) == _IN_THE_STANDARD


def _repeats(utterance: Utterance) -> bool:
    dense = _dense(utterance.text)
    return (
        dense in {_dense(line) for line in utterance.said}
        or loops(utterance.text)
        or traces.LOOP.search(utterance.text) is not None
    )


_CHECKS: Final[Mapping[Break, Callable[[Utterance], bool]]] = MappingProxyType(
    {
        Break.UNFINISHED: _is_unfinished,
        Break.THINKING: lambda utterance: traces.THINKING.search(utterance.text) is not None,
        Break.ASSISTANT: lambda utterance: _ASSISTANT.search(utterance.text) is not None,
        Break.OTHERS_WORDS: lambda utterance: (
            _SPEAKER.search(utterance.text) is not None or f"{utterance.name}:" in utterance.text
        ),
        Break.PREAMBLE: lambda utterance: _PREAMBLE.match(utterance.text) is not None,
        Break.LABEL: _bends_label,
        Break.QUOTED: _is_quoted,
        Break.LAYOUT: lambda utterance: _LAYOUT.search(utterance.text) is not None,
        Break.LINK: lambda utterance: traces.LINK.search(utterance.text) is not None,
        Break.NONSENSE: _is_nonsense,
        Break.REPEATED: _repeats,
    }
)


def _whole_sentences(line: str) -> str:
    ends = [found.end() for found in _ENDING.finditer(line)]
    return line[: ends[-1]] if ends else line


def _dense(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
