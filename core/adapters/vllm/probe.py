"""The probe: what the endpoint can do, found out by asking it."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from core.adapters.vllm.client import Client
from core.errors import ModelUnavailable
from core.model_jobs.time_limits import FOR_A_PROBE
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.guard.drift import drifts
from core.prompting.guard.violations import latin_words
from core.prompting.model.asking_substance import substance_request
from core.prompting.model.mode import Mode
from core.prompting.model.reading_substance import Draft, read_draft
from core.prompting.model.whole_prompt import check_whole, whole_request
from core.prompting.request import ModelRequest
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

KOREAN_LINES: Final = 20
WHOLE_PROMPTS: Final = 3
_KOREAN_ENOUGH: Final = 19
_WHOLE_ENOUGH: Final = 2
_AT_ONCE: Final = 3
_CHOICES: Final = ("수선화-31", "라일락-77")  # no model says these by itself
_PURPOSES: Final = (
    "거래처에 납품 일정이 밀린다고 알리는 메일을 써줘",
    "신입사원을 위한 회의록 작성법을 설명해줘",
    "로그 파일에서 오류만 모으는 스크립트를 짜줘",
    "사내 식당 만족도 조사 결과를 분석해줘",
    "두 협업 도구의 장단점을 비교해줘",
    "분기 워크숍 일정을 짜줘",
    "면접 연습 상대가 되어줘",
)


class ModelCheck(StrEnum):
    """What is looked at, in this order."""

    REACHABLE = "reachable"
    MODEL = "model"
    CONTEXT = "context"
    SYSTEM_ROLE = "system_role"
    STRUCTURED_OUTPUT = "structured_output"
    KOREAN = "korean"
    WHOLE = "whole"
    MODE = "mode"


@dataclass(frozen=True, slots=True)
class ModelCheckResult:
    """What one check found: `value` is a name, a number or the fault's name; `passed` says whether all is well."""

    check: ModelCheck
    passed: bool
    value: str | int


async def probe(client: Client) -> tuple[ModelCheckResult, ...]:
    """Look at the endpoint behind a client; the last finding is the mode that it will be used in.

    The system role is never needed, so either answer to it passes.
    """
    try:
        served = await client.model(FOR_A_PROBE)
    except ModelUnavailable as error:
        if "served" in error.details:
            return ModelCheckResult(ModelCheck.MODEL, passed=False, value=error.details["served"]), _mode(Mode.COMPOSER)
        return ModelCheckResult(ModelCheck.REACHABLE, passed=False, value=error.details["reason"]), _mode(Mode.COMPOSER)
    system = await client.takes_system_role(FOR_A_PROBE)
    structured = await _obeys_choice(client)
    korean = await _korean_lines(client)
    written, why = await _whole_prompts(client) if korean >= _KOREAN_ENOUGH else (0, f" ({ModelCheck.KOREAN})")
    return (
        ModelCheckResult(ModelCheck.REACHABLE, passed=True, value="yes"),
        ModelCheckResult(ModelCheck.MODEL, passed=True, value=served.name),
        ModelCheckResult(
            ModelCheck.CONTEXT, passed=served.context == 0 or served.context >= _CONTEXT, value=served.context
        ),
        ModelCheckResult(ModelCheck.SYSTEM_ROLE, passed=True, value=_yes(system)),
        ModelCheckResult(ModelCheck.STRUCTURED_OUTPUT, passed=structured, value=_yes(structured)),
        ModelCheckResult(ModelCheck.KOREAN, passed=korean >= _KOREAN_ENOUGH, value=korean),
        ModelCheckResult(ModelCheck.WHOLE, passed=written >= _WHOLE_ENOUGH, value=f"{written}/{WHOLE_PROMPTS}{why}"),
        _mode(_fitting(structured=structured, korean=korean, written=written)),
    )


def mode_of(findings: Iterable[ModelCheckResult]) -> Mode:
    """Return the mode that a probe came to."""
    return next(Mode(str(finding.value)) for finding in findings if finding.check is ModelCheck.MODE)


_CONTEXT: Final = 4_096  # tokens; the longest request with its answer takes about half


def _fitting(*, structured: bool, korean: int, written: int) -> Mode:
    """Choose by what was seen: whole prompts that stood earn more of them, Korean or a grammar the substance."""
    if written >= _WHOLE_ENOUGH:
        return Mode.WHOLE
    return Mode.SUBSTANCE if structured or korean >= _KOREAN_ENOUGH else Mode.COMPOSER


def _mode(mode: Mode) -> ModelCheckResult:
    return ModelCheckResult(ModelCheck.MODE, passed=mode is not Mode.COMPOSER, value=mode)


def _yes(value: bool) -> str:  # noqa: FBT001 - the only thing it is about
    return "yes" if value else "no"


async def _obeys_choice(client: Client) -> bool:
    request = ModelRequest(MaskedText("좋아하는 색을 하나 말하십시오."), max_tokens=24, choices=_CHOICES)
    try:
        return (await client.ask(request, FOR_A_PROBE)).text in _CHOICES
    except ModelUnavailable:
        return False


async def _korean_lines(client: Client) -> int:
    """Return how many of the lines that it proposes without a grammar are Korean, few requests at a time."""
    turns = asyncio.Semaphore(_AT_ONCE)

    async def in_turn(request: ModelRequest) -> list[bool]:
        async with turns:
            return await _are_korean(client, request)

    answered = await asyncio.gather(*(in_turn(request) for request in _requests()))
    looked_at = [is_korean for lines in answered for is_korean in lines]
    # Who proposes less than asked for has fewer to count; who proposes more is not better for it.
    return sum(sorted(looked_at)[:KOREAN_LINES])


async def _are_korean(client: Client, request: ModelRequest) -> list[bool]:
    try:
        draft = read_draft((await client.ask(request, FOR_A_PROBE)).text)
    except ModelUnavailable:
        return []
    permitted = latin_words(request.prompt[request.shared :])
    return [not drifts(line, Locale.KO, permitted) for line in _lines(draft)]


def _lines(draft: Draft) -> list[str]:
    return [line for line in (draft.restated, *draft.cover, *draft.traps) if line]


async def _whole_prompts(client: Client) -> tuple[int, str]:
    """Return how many whole prompts stood as they came, and what spoke against the others."""
    stood, against = 0, Counter[str]()
    for purpose in _PURPOSES[:WHOLE_PROMPTS]:
        brief = _brief(purpose)
        composition = compose(brief)
        try:
            answer = await client.ask(whole_request(brief, composition), FOR_A_PROBE)
        except ModelUnavailable as error:
            against[str(error.details["reason"])] += 1
            continue
        reasons = check_whole(brief, composition, answer).reasons
        stood += not reasons
        against.update(map(str, reasons))
    return stood, f" ({', '.join(sorted(against))})" if against else ""


def _requests() -> list[ModelRequest]:
    briefs = [_brief(purpose) for purpose in _PURPOSES]
    return [replace(substance_request(brief, compose(brief)), schema=None) for brief in briefs]


def _brief(purpose: str) -> Brief:
    return Brief(
        locale=Locale.KO,
        purpose=MaskedText(purpose),
        background=MaskedText("저는 작은 회사에서 일합니다."),
        form=Form.PROSE,
        length=Length.MEDIUM,
        language=Language.KOREAN,
        level=Level.UNIVERSITY,
    )
