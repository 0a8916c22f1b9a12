"""Hints: what can be told of any prompt without its brief; whether it fits one only `fit` can tell."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from core.prompting.checking.content_words import pieces
from core.prompting.fenced_blocks import unfence
from core.prompting.length_range import measured
from core.values.locale import Locale

_KOREAN_VERB: Final = re.compile(
    r"(?:니다|세요|십시오|[해려워와아어여가러]\s?(?:줘|주라|달라)\S*|하라|할 것)[.!]?\s*(?:$|\n)|(?:써|짜|줘|해)\s*$",
    re.MULTILINE,
)
_ENGLISH_VERB: Final = re.compile(
    r"(?:^|[.:]\s+|-\s+)(?:please\s+)?(?:write|draft|make|create|list|explain|compare|summari[sz]e|translate|plan|review|analy[sz]e"
    r"|describe|give|suggest|find|fix|check|turn|rewrite|edit|help|act|design|build|tell|show|generate|outline|propose|prepare)\b",
    re.IGNORECASE | re.MULTILINE,
)
_READER: Final = re.compile(
    r"읽는|읽을|독자|대상|수준|에게|께 |학생|고객|초보|전문가|\b(?:reader|audience|for (?:a|an|the|my|our)|level)\b",
    re.IGNORECASE,
)
_FORM: Final = re.compile(
    r"표|열:|목록|리스트|글머리|문단|문장|보고서|목차|코드|제목|\b(?:table|columns?|list|bullets?|paragraphs?|prose|report|headings?|code)\b",
    re.IGNORECASE,
)
_LIMITS: Final = re.compile(
    r"않습니다|마세요|말고|빼고|만 씁|꼭|반드시|제약|조건|\b(?:do not|don't|only|must|avoid|without|never|no )\b",
    re.IGNORECASE,
)
_POINTS_TO: Final = re.compile(
    r"(?<![가-힣])(?:아래|이|첨부한|다음)\s?(?:글|기사|논문|메일|코드|자료|문서|본문|회의록|내용)(?=[을를의은 ])"
    r"|\b(?:this|the following|attached) (?:text|article|paper|mail|code|document|notes)\b",
    re.IGNORECASE,
)
# What stands in prompts for anything: it may be right, but it says nothing of this one.
_STOCK: Final = re.compile(
    r"(?:명확|구체|자연스럽|간결|정확)(?:하게|히|한|적으로)|처음부터 끝까지|위의? 조건|아래를 모두 확인|요청에 맞는"
    r"|빠짐없이 확인"
    r"|step by step|high[- ]quality|clear and concise|make sure to|as an ai|in a clear",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"<[^<>\s/]+>|\{\{|```|\[[^\]\n]*(?:붙여|paste)")
_CLAUSES: Final = re.compile(r"[.,]\s|[고며]\s|\band\b")
_AMOUNT: Final = re.compile(r"분량|길이|글자|[0-9]자|\blength|[0-9] (?:words|characters)", re.IGNORECASE)
_OF_ALL: Final = 100  # characters: a shorter length is that of a title or a cell
_TASK: Final = "task"
_NO_PROMPT: Final = 0.5
_LONG: Final = 200  # characters: shorter ones need no sorting
_LUMP: Final = 400
_MATTER: Final = 12  # pieces of content
_STOCK_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that was looked at: whether it is there, and how to fix it if not."""

    id: str
    is_kept: bool
    reason: str
    mend: str


def hints(prompt: str, locale: Locale) -> tuple[Hint, ...]:
    """Look at a prompt, Korean or English; the words are in the language of `locale`."""
    found = []
    for name, looks in _LOOKS.items():
        kept, lacking, mend = _words()[name][locale]
        is_kept = looks(prompt)
        found.append(Hint(name, is_kept, kept if is_kept else lacking, "" if is_kept else mend))
    return tuple(found)


def points(found: tuple[Hint, ...]) -> int:
    """Return how much of what was looked at is there, of 100; what asks for nothing is half a prompt at most."""
    share = sum(hint.is_kept for hint in found) / len(found)
    return round(100 * (share if all(hint.is_kept for hint in found if hint.id == _TASK) else min(share, _NO_PROMPT)))


@cache
def _words() -> Mapping[str, Mapping[Locale, tuple[str, str, str]]]:
    tables = tomllib.loads(files(__package__).joinpath("hints.toml").read_text(encoding="utf-8"))
    return {
        name: {Locale(language): (kept, lacking, mend) for language, (kept, lacking, mend) in both.items()}
        for name, both in tables.items()
    }


def _outside(prompt: str) -> list[str]:
    return [line for line in unfence(prompt)[0] if line.strip()]


def _has_task(prompt: str) -> bool:
    text = "\n".join(_outside(prompt))
    return _KOREAN_VERB.search(text) is not None or _ENGLISH_VERB.search(text) is not None


def is_specific(prompt: str) -> bool:
    """Whether most of a prompt is more than what stands in prompts for anything."""
    lines = _outside(prompt)
    return sum(len(line) for line in lines if _STOCK.search(line)) <= _STOCK_SHARE * sum(map(len, lines))


def _is_sorted(prompt: str) -> bool:
    return len(prompt) <= _LONG or max(map(len, _outside(prompt)), default=0) <= _LUMP


def _agrees(prompt: str) -> bool:
    clauses = (clause for line in _outside(prompt) for clause in _CLAUSES.split(line) if _AMOUNT.search(clause))
    asked = [chars for clause in clauses if (chars := measured(clause)) and chars.high >= _OF_ALL]
    return all(one.low <= other.high and other.low <= one.high for one in asked for other in asked)


_LOOKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "task": _has_task,
    "matter": lambda prompt: len(pieces("\n".join(_outside(prompt)))) >= _MATTER,
    "specific": is_specific,
    "sorted": _is_sorted,
    "reader": lambda prompt: _READER.search(prompt) is not None,
    "form": lambda prompt: _FORM.search(prompt) is not None,
    "length": lambda prompt: any(measured(line) for line in _outside(prompt)),
    "limits": lambda prompt: _LIMITS.search(prompt) is not None,
    "material": lambda prompt: _POINTS_TO.search(prompt) is None or _PLACE.search(prompt) is not None,
    "agreement": _agrees,
}
