"""Recognition: which task type a purpose line asks for."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.purpose import asking
from core.prompting.subtypes import SubType, find_subtype
from core.prompting.task_types import TaskType

# Verbs that settle the type whatever the text is about: an apology e-mail to translate is a translation.
_DECISIVE: Final = {
    TaskType.TRANSLATION: r"번역|영작|(?:영어|한국어|일본어|중국어|한글|영문|국문)로 (?:옮|바꿔|바꾸)|\btranslat",
    TaskType.SUMMARY: (
        r"요약|간추|줄여\s?[줘주]|핵심만|개관|세 줄로|회의록|회의 ?(?:내용|결과|녹취|메모).{0,12}정리"
        r"|summar|\btl;?dr\b|condense|meeting minutes|meeting notes|중요 ?내용.{0,6}정리"
    ),
    TaskType.REVIEW: (
        r"첨삭|교정|퇴고|맞춤법 ?(?:검사|봐|확인|고)|피드백|다듬어"
        r"|고쳐\s?[줘주]|(?:공손|정중|부드럽|자연스럽|친근)\S* (?:바꿔|바꾸|수정해)"
        r"|검토해|검토 부탁|리뷰해|리뷰 부탁|코드 ?리뷰|평가해"
        r"|proofread|feedback on|\breview (?:my|this|the|our)|improve (?:my|this|the)|polish|critique|code review"
    ),
    TaskType.DECISION: (
        r"중에서? (?:뭘|무엇을|어느|어떤).{0,12}(?:골라|고를|쓸지|살지)"
        r"|\b(?:decide|choose) between\b|\bhelp me (?:decide|choose)\b"
    ),
    TaskType.PRACTICE: (
        r"연습(?!장|문제)|모의 ?면접|역할극|롤플레이|면접관(?:이|을|처럼|역|으로)|상대역"
        r"|role-?play|mock interview|\bpracti[cs]e (?:my|for|an?|with|speaking)|rehears"
    ),
}
_CUES: Final = {
    TaskType.EMAIL: (
        r"메일|편지|답장|회신|카톡|문자 ?메시지"
        r"|(?<!오류 )(?<!에러 )(?<!핵심 )메시지(?:를|로)? ?(?:써|보낼|보내|작성|초안)|\be-?mail|\breply to"
    ),
    TaskType.CODE: (
        r"코드|함수|스크립트|프로그램을?\s*(?:짜|만들|작성)|코딩|구현|정규식|쿼리|버그|디버|리팩터|크롤|알고리즘|(?:\bsql\b|\bapi\b)(?=.*(?:짜|작성|만들|구현|연동|호출|고쳐|코드))"
        r"|\bcode\b|\bfunction|\bscript|\bregex|\bquery|\bdebug|refactor|implement|algorithm"
    ),
    TaskType.DECISION: (
        r"비교|장점|중(?:에서?)? .{0,16}더 (?:나은|나아|좋|맞|유리|안전|저렴|싼)|고를지"
        r"|골라|선택|결정|뭐가 (?:더 )?(?:나|좋)|어떤 게|추천"
        r"|\bcompar|\bvs\b|versus|pros and cons|decide|choose|which (?:one|is better)|recommend"
    ),
    TaskType.DATA: (
        r"엑셀|스프레드시트|수식|데이터를|표로|분류해|추출|정렬해|집계|목록으로 정리|항목별|형식으로 (?:정리|작성)"
        r"|excel|spreadsheet|formula|dataset|extract|classify|\bcsv\b|tabulate|clean up"
    ),
    TaskType.ANALYSIS: (
        r"분석|원인|영향|진단|전망|트렌드|동향|시사점|analy[sz]|root cause|impact of|diagnos|trend|forecast|assess"
    ),
    TaskType.PLANNING: (
        r"계획|일정|로드맵|스케줄|커리큘럼|기획해|기획하|식단|루틴|준비하|준비해|예산|\bplan\b|schedule|roadmap|itinerary|curriculum|budget"
    ),
    TaskType.IDEAS: (
        r"아이디어|브레인스토밍|이름을? (?:지|만)|작명|네이밍|주제|제안해|제안하|제시해|질문 ?[0-9]+개|떠올|참신|기발"
        r"|\bideas?\b|brainstorm|naming|\bnames? for|suggest"
    ),
    TaskType.WRITING: (
        r"써\s?[줘주]|작성|글을|글 |초안|문구|카피|보고서|제안서|기획서|에세이|소설|대본|포스팅|공지|소개글|연설"
        r"|\bwrite|\bdraft|essay|article|blog|\bstory|\bpost\b|speech|letter"
    ),
    TaskType.EXPLANATION: (
        r"설명|알려|가르쳐|이해|뜻|개념|원리|차이(?!즈)|란\b|이란|방법|레시피|왜|어떻게|무엇|뭐야|뭐가|[?？]"
        r"|explain|teach|what (?:is|are)|how (?:do|does|to|can)|\bwhy\b|meaning|learn|understand"
    ),
}


def _compiled(cues: dict[TaskType, str]) -> dict[TaskType, re.Pattern[str]]:
    # ASCII, so that \b stands between a Latin word and the Korean particle glued to it.
    return {task_type: re.compile(words, re.IGNORECASE | re.ASCII) for task_type, words in cues.items()}


_TOPIC: Final = re.compile(
    r"(?:생애|역사|줄거리|개념|이론|원리|업적|일생|유래|특징)[을를]? |\b(?:life|history|plot|theory) of\b"
)
_TEXT_AT_HAND: Final = re.compile(
    r"다음|아래|이 (?:글|책|문서|기사)|기사|본문|첨부|회의|논문|보고서|this|attached|below|article|report"
)
_DECISIVE_WORDS: Final = _compiled(_DECISIVE)
_CUE_WORDS: Final = _compiled(_CUES)


@dataclass(frozen=True, slots=True)
class Errand:
    """What a purpose line asks for."""

    task_type: TaskType
    subtype: SubType | None


def recognise(purpose: str, task_type: TaskType | None = None) -> Errand:
    """Tell task type and sub-type from a purpose line; `task_type`, where given, is settled already."""
    ask = asking(purpose)
    settled = task_type or _decided(ask)
    sign = find_subtype(ask, {settled} if settled else _CUE_WORDS.keys())
    if sign:
        return Errand(sign.task_type, sign.subtype)
    return Errand(settled or _first(_CUE_WORDS, ask) or TaskType.WRITING, None)


def _decided(ask: str) -> TaskType | None:
    """Return the task type that a verb settles; to sum up a life or a theory with no text at hand is to explain it."""
    settled = _first(_DECISIVE_WORDS, ask)
    topical = settled is TaskType.SUMMARY and _TOPIC.search(ask) and not _TEXT_AT_HAND.search(ask)
    return TaskType.EXPLANATION if topical else settled


def _first(words: dict[TaskType, re.Pattern[str]], text: str) -> TaskType | None:
    return next((task_type for task_type, pattern in words.items() if pattern.search(text)), None)
