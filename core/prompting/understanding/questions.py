"""Questions as instructions: 뭐 살까 → 무엇을 살지 추천합니다, 불법이야? → 불법인지 알려 줍니다."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import final, with_final
from core.prompting.understanding.objects import is_bare_noun
from core.prompting.understanding.predicates import Mood, Predicate
from core.prompting.understanding.verbs import described, future
from core.prompting.understanding.words import words

NOT_CLEAR: Final = re.compile(
    r"^(?P<what>.+?)\s(?:잘\s)?(?:이해가 ?(?:잘 )?안 ?\S+"
    r"|이해를 못\S+|이해 ?안 ?\S+|모르겠\S*|몰라\S*|모름|헷갈\S*|어려워\S*)$"
)
"""What somebody says who does not understand something."""
_WH: Final = re.compile(
    r"(?:^|\s)(?P<wh>무엇\S*|뭐\S*|뭣\S*|어느|어떤|누구\S*|누가|어디\S*|언제\S*|몇|얼마\S*|어떻게|왜|무슨)(?=\s|$)"
)
_IS_WHAT: Final = re.compile(
    r"^(?P<noun>.+?)(?:이|가|은|는|이란|란)?\s(?:무엇을?|뭐|뭔|무엇이|무엇인지)\s?(?:인가요"
    r"|이에요|예요|에요|야|임|죠|지|냐|가요|인지|인가|인지요|이야|이냐|니|뭔가요"
    r"|를 말하나요)?"
    r"(?:\s?(?:알려\S*|설명\S*|궁금\S*|모르\S*|몰라\S*))?$"
)
_HOW_IS: Final = re.compile(r"^(?P<what>.+?)(?:이|가|은|는)?\s(?:어때|어떤가|어떤지|어떰|괜찮\S*|어떠\S*)\S*$")
_DECISIVE: Final = ("무엇", "뭐", "어느", "어떤", "누구", "누가", "어디", "무슨")


def question(clause: str, predicate: Predicate | None) -> str:
    """Return a question as an instruction: 뭐 살까 → 무엇을 살지 추천합니다."""
    copula = re.match(r"^(?P<what>.+[가-힣])인가요?$", clause)  # 명예훼손인가요
    if copula and not _WH.search(copula["what"]):
        return f"{copula['what']}인지 알려 줍니다"
    is_what = _IS_WHAT.match(clause)
    if is_what and not re.search(r"[을를]$", is_what["noun"]):
        noun = re.sub(r"(?<=[이그저])거$", "것", is_what["noun"])
        return f"{attach(noun, Particle.SUBJECT)} 무엇인지 설명합니다"
    how_is = _HOW_IS.match(clause)
    if how_is and not _WH.search(how_is["what"]):
        return f"{attach(how_is['what'], Particle.SUBJECT)} 어떤지 평가합니다"
    wh = _WH.search(clause)
    if predicate is None or predicate.mood is Mood.BAN or (predicate.mood is Mood.REQUEST):
        return unclear(clause) if predicate is None else ""
    if predicate.mood in {Mood.QUESTION, Mood.ASKED} or (wh and predicate.mood in {Mood.MUST, Mood.TOLD, Mood.WISH}):
        return _indirect(predicate, wh["wh"] if wh else "")
    return unclear(clause)


def is_it(clause: str) -> str:
    """Return a question with the copula: 불법이야? → 불법인지 알려 줍니다."""
    found = re.match(r"^(?P<what>.+?)(?:이야|이에요|예요|인가요|인가|입니까|이니|이냐|임|야)$", clause.rstrip(" ?"))
    return f"{found['what']}인지 알려 줍니다" if found else ""


def unclear(clause: str) -> str:
    """Return what somebody does not understand as something to explain; nothing where they say no such thing."""
    found = NOT_CLEAR.match(clause)
    if not found:
        return ""
    what = found["what"]
    if re.search(r"지$", what) and _WH.search(what):
        return f"{what} 설명합니다"
    return f"{attach(without_particle(what), Particle.OBJECT)} 이해할 수 있게 설명합니다"


def without_particle(what: str) -> str:
    """Return a noun phrase without its last particle."""
    last = what.rpartition(" ")[2]
    is_whole = last in words("particle_nouns") or len(last) == 1
    return what if is_whole else re.sub(r"(?:이|가|을|를|은|는)$", "", what)


def _indirect(predicate: Predicate, wh: str) -> str:
    before, stem, ending = predicate.before, predicate.stem, predicate.ending
    decides = wh.startswith(_DECISIVE) and not wh.endswith("라고")
    if ending == "지" and final(stem[-1]) in {"ㄴ", "ㄹ"}:  # 어떤 것이 나은지: it is indirect already
        is_best = decides and stem.endswith(("나은", "좋은", "맞을", "어울릴", "알맞은"))
        return f"{before}{stem}지 {'추천합니다' if is_best else '알려 줍니다'}"
    must = predicate.mood is Mood.MUST or ending.startswith("야")
    choice = (predicate.mood is Mood.QUESTION and not must) or re.match(r"(?:지|죠|지요)$", ending) is not None
    if must:
        embedded = f"{predicate.form}야 {'할지' if 'ㄹ' in ending or '할' in ending else '하는지'}"
    elif choice and wh:
        embedded = f"{future(stem)}지"
    elif ending.startswith("ㅆ") or "ᆻ" in ending[:1]:
        embedded = f"{with_final(predicate.form, 'ㅆ')}는지"
    else:
        embedded = f"{described(stem)}지" if predicate.mood is not Mood.QUESTION else f"{future(stem)}지"
    before = re.sub(r"(?<!\S)무엇을(?= 라고)", "뭐", before)
    if wh.startswith("무엇을") and stem == "하":
        before = _at_event(before)
    if wh == "왜" or wh.startswith("왜"):
        answer = "설명합니다"
    elif wh and decides and (choice or "할지" in embedded):
        answer = "추천합니다"
    else:
        answer = "알려 줍니다"
    return f"{before}{embedded} {answer}"


def _at_event(before: str) -> str:
    """Mark where something is done: 장기자랑 무엇을 → 장기자랑에서 무엇을."""
    head, _, tail = before.partition("무엇을")
    last = head.strip().rpartition(" ")[2]
    if (
        last
        and is_bare_noun(last)
        and last not in {"때", "날", "오늘", "내일", "주말", "저녁", "점심", "아침", "요즘", "이번"}
    ):
        return f"{head.rstrip()}에서 무엇을{tail}"
    return before
