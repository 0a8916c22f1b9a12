"""The wording of comparing prompts and models."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

COMPARING_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reason.contender": "‘{name}’을(를) 몰라요. 비교할 수 있는 것: {known}",
        "reason.results": "결과 파일의 이 줄을 읽을 수 없어요",
        "reason.endpoints": "연결된 모델이 없어 비교할 수 없어요. PROMPTGEN_LLM_BASE_URL을 넣어주세요",
        "compare.title": "프롬프트 비교",
        "compare.about": "요청 {briefs}개에 대한 답변을 비교했어요. 개인정보는 이름표로 가려져 있어요.",
        "compare.contender": "비교 대상",
        "compare.model": "모델",
        "compare.count": "답변",
        "compare.failed": "실패 {failed}",
        "compare.adherence": "준수",
        "compare.chars": "글자 수",
        "compare.first_words": "첫 글자까지(초)",
        "compare.seconds": "전체(초)",
        "compare.tokens": "토큰",
        "compare.votes": "투표",
        "compare.figures": "그림으로 보기",
        "compare.kept": "{check} 지킴",
        "compare.nouns": "답변에 자주 나온 명사",
        "compare.answers": "답변 나란히 보기",
        "compare.line": "{line}번째 줄의 요청",
        "compare.resumed": "이미 받은 답변 {count}개는 그대로 쓸게요.",
        "compare.written": "보고서: {file}",
    }
)
COMPARING_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reason.contender": "there is no “{name}”; to compare there are: {known}",
        "reason.results": "this line of the results file cannot be read",
        "reason.endpoints": "no model is connected, so there is nothing to compare; set PROMPTGEN_LLM_BASE_URL",
        "compare.title": "Prompts compared",
        "compare.about": "The answers to {briefs} briefs. Personal items are masked by labels.",
        "compare.contender": "Contender",
        "compare.model": "Model",
        "compare.count": "Answers",
        "compare.failed": "{failed} failed",
        "compare.adherence": "Kept",
        "compare.chars": "Characters",
        "compare.first_words": "First words (s)",
        "compare.seconds": "In all (s)",
        "compare.tokens": "Tokens",
        "compare.votes": "Votes",
        "compare.figures": "As figures",
        "compare.kept": "{check} kept",
        "compare.nouns": "Most frequent nouns in the answers",
        "compare.answers": "Answers side by side",
        "compare.line": "The brief of line {line}",
        "compare.resumed": "{count} answers are there already.",
        "compare.written": "Report: {file}",
    }
)
