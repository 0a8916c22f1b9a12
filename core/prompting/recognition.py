"""Recognition: which task type a purpose line asks for."""

import re
from typing import Final

from core.prompting.task_types import TaskType

_DECISIVE: Final = (
    (TaskType.TRANSLATION, r"번역|영작|(?:영어|한국어|일본어|중국어|한글|영문|국문)로 (?:옮|바꿔|바꾸)|\btranslat"),
    (TaskType.SUMMARY, r"요약|간추|줄여|핵심만|세 줄로|summar|\btl;?dr\b|key points|condense"),
    (
        TaskType.REVIEW,
        r"첨삭|교정|퇴고|맞춤법|피드백|다듬어|고쳐|검토해|검토 부탁|리뷰해|리뷰 부탁|코드 ?리뷰|평가해"
        r"|proofread|feedback|\breview (?:my|this|the)|improve (?:my|this|the)|polish|critique",
    ),
    (
        TaskType.PRACTICE,
        r"연습|모의 ?면접|역할극|롤플레이|면접관|상대역|role-?play|mock|\bpractice|practise|rehears",
    ),
)
_CUES: Final = (
    (TaskType.EMAIL, r"메일|이메일|답장|회신|\be-?mail|\breply to"),
    (
        TaskType.CODE,
        r"코드|함수|스크립트|프로그램을?\s*(?:짜|만들|작성)|코딩|구현|정규식|쿼리|버그|디버|리팩터|크롤|알고리즘|sql|api"
        r"|\bcode\b|function|script|regex|query|debug|refactor|implement|algorithm",
    ),
    (
        TaskType.DECISION,
        r"비교|장단점|장점과 단점|고를지|골라|선택|결정|차이|뭐가 (?:더 )?(?:나|좋)|어떤 게|추천"
        r"|compare|comparison|\bvs\b|versus|pros and cons|decide|choose|which (?:one|is better)|recommend|difference",
    ),
    (
        TaskType.DATA,
        r"엑셀|스프레드시트|수식|데이터|표로|분류|추출|정렬|집계|목록으로 정리|항목별"
        r"|excel|spreadsheet|formula|dataset|extract|classify|csv|tabulate|clean up",
    ),
    (
        TaskType.ANALYSIS,
        r"분석|원인|영향|진단|평가|전망|트렌드|동향|시사점|analy[sz]|cause|impact|diagnos|trend|forecast|assess",
    ),
    (
        TaskType.PLANNING,
        r"계획|일정|로드맵|스케줄|커리큘럼|식단|루틴|준비하|준비해|예산|plan\b|schedule|roadmap|itinerary|curriculum|budget",
    ),
    (
        TaskType.IDEAS,
        r"아이디어|브레인스토밍|이름을? (?:지|만)|작명|네이밍|주제|제안해|방법을? .{0,8}제안|떠올|참신|기발"
        r"|idea|brainstorm|naming|\bnames? for|suggest",
    ),
    (
        TaskType.WRITING,
        r"써\s?[줘주]|작성|글을|글 |초안|문구|카피|보고서|제안서|기획서|에세이|소설|대본|포스팅|공지|소개글|자기소개서|연설"
        r"|write|draft|essay|article|blog|copy|story|script|post\b|speech|letter",
    ),
    (
        TaskType.EXPLANATION,
        r"설명|알려|가르쳐|이해|뜻|개념|원리|란\b|이란|방법|레시피|왜|어떻게|무엇|뭐야|뭐가|[?？]"
        r"|explain|teach|what (?:is|are)|how (?:do|does|to|can)|why|meaning|learn|understand",
    ),
)
_HEAD: Final = 400  # characters that are read; what follows is material


def _compiled(cues: tuple[tuple[TaskType, str], ...]) -> tuple[tuple[TaskType, re.Pattern[str]], ...]:
    return tuple((task_type, re.compile(pattern, re.IGNORECASE)) for task_type, pattern in cues)


_ALL: Final = _compiled(_DECISIVE + _CUES)


def recognise(purpose: str) -> TaskType:
    """Return the task type of a purpose line; writing when nothing tells."""
    head = purpose[:_HEAD]
    return next((task_type for task_type, cue in _ALL if cue.search(head)), TaskType.WRITING)
