"""The qualities of a prompt, Korean or English, as far as they can be told without a model."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from core.prompting.blocks import unfence
from core.prompting.parsing import parse
from core.prompting.recognition import recognise
from core.prompting.task_types import TaskType


class Quality(StrEnum):
    """What makes a prompt likely to get a good answer."""

    VERB = "verb"
    SCOPE = "scope"
    PURPOSE = "purpose"
    CONTEXT = "context"
    AUDIENCE = "audience"
    ROLE = "role"
    FORM = "form"
    LENGTH = "length"
    LANGUAGE = "language"
    CRITERIA = "criteria"
    PLAIN_WORDS = "plain_words"
    PROHIBITIONS = "prohibitions"
    TECHNIQUE = "technique"
    UNCERTAINTY = "uncertainty"
    SENTENCES = "sentences"


WEIGHTS: Final[dict[Quality, int]] = {
    Quality.VERB: 12,
    Quality.SCOPE: 9,
    Quality.PURPOSE: 9,
    Quality.CONTEXT: 6,
    Quality.AUDIENCE: 8,
    Quality.ROLE: 6,
    Quality.FORM: 9,
    Quality.LENGTH: 8,
    Quality.LANGUAGE: 4,
    Quality.CRITERIA: 10,
    Quality.PLAIN_WORDS: 5,
    Quality.PROHIBITIONS: 3,
    Quality.TECHNIQUE: 4,
    Quality.UNCERTAINTY: 4,
    Quality.SENTENCES: 3,
}


def _words(korean: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"{korean}|\b(?:{english})", re.IGNORECASE | re.ASCII | re.MULTILINE)


_VERB: Final = _words(
    r"작성|써\s?[줘주]|쓰십|쓰세|요약|번역|비교|분석|설명|정리|만들|추천|제안|계획을|세우|검토|고쳐|고치|바로잡|분류|추출|뽑아|짜\s?[줘주]|이끄십|완성|답하|알려",
    r"write|draft|summari[sz]e|translate|compare|analy[sz]e|explain|organi[sz]e|make|create|recommend|propose|plan"
    r"|draw up|review|correct|classify|extract|list|give|play|point out|find|build|design|fix|pick|set out|work down",
)
_SCOPE: Final = _words(
    (
        r"[0-9]{1,9}\s?(?:개|가지|명|일|주|월|년|시간|분|쪽|장|문장|문단|행|열|곳|번|박)|범위"
        r"|까지만|만 다|항목 수|행 수|목차:|구성:|열:|배분:|대상으로|전체|빠짐없이|모든 "
    ),
    r"[0-9]{1,9}[ -]?(?:items?|days?|weeks?|months?|years?|people|pages?|sentences?|ideas?|steps?)|scope|only"
    r"|items:|rows:|sections:|order:|columns:|split:|all (?:code|the)|every |whole",
)
_PURPOSE: Final = _words(
    r"위해|위한|위하여|목적|하려고|하도록|수 있(?:게|도록|을|는)|보낼|용도|알 수 있게|에게|붙여",
    (
        r"so that|in order to|because|purpose|goal|for (?:my|our|the|an?)"
        r"|to (?:help|decide|send|present|show)|can be|in use"
    ),
)
_CONTEXT: Final = _words(
    r"저는|나는|우리|저희|요청자|배경|상황|회사|팀|입니다\.|이에요|예요",
    r"I am|I'm|we are|our|my|requester|background|context|situation|company|team",
)
_AUDIENCE: Final = _words(
    r"독자|대상|읽는 사람|받는 사람|학생|전문가|초보|고객|직장인|어린이|수준|눈높이",
    (
        r"audience|reader|recipient|students?|experts?|beginners?"
        r"|customers?|pupils?|level|for (?:children|adults|managers)"
    ),
)
_ROLE: Final = _words(
    r"당신은|너는|역할|로서|전문가처럼|입장에서", r"you are|act as|role|as an? (?:expert|professional)"
)
_FORM: Final = _words(
    r"표로|표 |형식|리스트|목록|글머리|문단|보고서|코드 ?블록|메일|열:|소제목|번호를",
    r"table|format|list|bullets?|paragraphs?|report|code block|e-?mail|columns|headings?|numbered",
)
_LENGTH: Final = _words(
    r"[0-9][0-9,]{0,11}\s?(?:[~-]\s?[0-9][0-9,]{0,11}\s?)?(?:자|글자|단어|문장|문단|쪽|줄)",
    r"[0-9][0-9,]{0,11}\s?(?:[–~-]\s?[0-9][0-9,]{0,11}\s?)?(?:words?|characters?|sentences?|paragraphs?|pages?|lines?)",
)
_LANGUAGE: Final = _words(
    r"(?:한국어|영어|일본어|중국어|[가-힣]{1,6}어)(?:로|:|$| )|언어:|영문|국문",
    r"in (?:english|korean|japanese|chinese|spanish|french|german)|language:|english|korean",
)
_CRITERION_HEAD: Final = _words(
    r"완료 기준|확인합니다|체크리스트|평가 기준|조건\]?$|확인할 것",
    r"done when|criteria|checklist|check all|requirements|conditions\]",
)
_BULLET: Final = re.compile(r"^[^\S\n]*(?:[-*•]|[0-9]{1,2}[.)])\s+\S", re.MULTILINE)
_MUST: Final = _words(
    r"반드시|해야|있어야|포함|빠짐없이|없어야|넘지", r"must|should|include|exactly|at least|at most|no more than"
)
VAGUE: Final = _words(
    r"적절(?:히|한|하게)|적당(?:히|한)|(?<![가-힣])잘(?= )|다양한|여러 가지|좋은 (?:글|답|내용|퀄리티)"
    r"|멋지게|완벽(?:한|하게)|최대한|알아서|대충|그럴듯|효과적(?:인|으로)|등등|퀄리티 있게",
    r"appropriate(?:ly)?|various|nice(?:ly)?|good quality|perfect(?:ly)?|as best|etc|and so on|some kind of|stuff"
    r"|things|properly|awesome|amazing|effective(?:ly)?",
)
_PROHIBITION: Final = _words(
    r"지 마|지 말|하지 않|쓰지 않|지 않습니다|금지|삼가|피하|피합니다|말 것",
    r"do not|don't|never|avoid|must not|no \w+ing",
)
_STEPS: Final = _words(
    r"순서|단계|먼저(?:(?!먼저).)*(?:다음|뒤)|차례", r"steps?|first(?:(?!first).)*then|in this order|stage"
)
_NUMBERED: Final = re.compile(r"^[^\S\n]*[0-9]{1,2}[.)]\s", re.MULTILINE)
_TURNS: Final = _words(
    r"한 번에|하나씩|한 가지씩|답을 들|첫 질문",
    r"one (?:question|thing) at a time|wait for|turn by turn|short turns|first question",
)
_UNCERTAIN: Final = _words(
    r"지어내|모르면|모르는|확인 필요|확실하지|추정|추측|짐작|근거가 없"
    r"|밝히|밝힙|출처|가정|단정하지|어긋나지 않|장담하지|알 수 없",
    r"invent|do not know|don't know|not sure|uncertain|unknown|unsure"
    r"|to be confirmed|assum|estimate|guess|source|make up|missing"
    r"|promise no|unclear|conflict|cannot know|go against|change",
)
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]?")
_LONG: Final = 120  # characters of a sentence that is hard to take in
_NEEDS_STEPS: Final = frozenset({TaskType.ANALYSIS, TaskType.CODE, TaskType.PLANNING, TaskType.DECISION})
_ENOUGH: Final = 2


@dataclass(frozen=True)
class Draft:
    """A prompt as it is judged: without what is fenced in it as data."""

    text: str

    @cached_property
    def spoken(self) -> str:
        """The text outside all blocks."""
        return "\n".join(unfence(self.text)[0])

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences and lines."""
        return [sentence.strip() for sentence in _SENTENCE.findall(self.spoken) if sentence.strip(" -*•")]

    @cached_property
    def task_type(self) -> TaskType:
        """What it asks for: told from the request where one is marked."""
        return recognise(parse(self.text).purpose or self.text).task_type


def _has(pattern: re.Pattern[str]) -> Callable[[Draft], float]:
    return lambda draft: 1.0 if pattern.search(draft.spoken) else 0.0


def _scope(draft: Draft) -> float:
    return 1.0 if _SCOPE.search(draft.spoken) else 0.5 if len(draft.spoken) > _LONG else 0.0


def _criteria(draft: Draft) -> float:
    head = _CRITERION_HEAD.search(draft.spoken)
    bullets = len(_BULLET.findall(draft.spoken[head.end() :])) if head else 0
    return min(1.0, max(bullets, len(_MUST.findall(draft.spoken))) / _ENOUGH)


def _plain_words(draft: Draft) -> float:
    return max(0.0, 1.0 - len(VAGUE.findall(draft.spoken)) / _ENOUGH)


def _prohibitions(draft: Draft) -> float:
    share = len(_PROHIBITION.findall(draft.spoken)) / max(1, len(draft.sentences))
    return 1.0 if share <= 1 / 3 else 0.0


def _technique(draft: Draft) -> float:
    if draft.task_type is TaskType.PRACTICE:
        return 1.0 if _TURNS.search(draft.spoken) else 0.0
    if draft.task_type in _NEEDS_STEPS:
        return 1.0 if _NUMBERED.search(draft.spoken) or _STEPS.search(draft.spoken) else 0.0
    return 1.0


def _sentences(draft: Draft) -> float:
    long = sum(len(sentence) > _LONG for sentence in draft.sentences)
    return max(0.0, 1.0 - long / _ENOUGH)


MEASURES: Final[dict[Quality, Callable[[Draft], float]]] = {
    Quality.VERB: _has(_VERB),
    Quality.SCOPE: _scope,
    Quality.PURPOSE: _has(_PURPOSE),
    Quality.CONTEXT: _has(_CONTEXT),
    Quality.AUDIENCE: _has(_AUDIENCE),
    Quality.ROLE: _has(_ROLE),
    Quality.FORM: _has(_FORM),
    Quality.LENGTH: _has(_LENGTH),
    Quality.LANGUAGE: _has(_LANGUAGE),
    Quality.CRITERIA: _criteria,
    Quality.PLAIN_WORDS: _plain_words,
    Quality.PROHIBITIONS: _prohibitions,
    Quality.TECHNIQUE: _technique,
    Quality.UNCERTAINTY: _has(_UNCERTAIN),
    Quality.SENTENCES: _sentences,
}
