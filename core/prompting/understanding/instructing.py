"""Korean demands and requests turned into instructions in -ㅂ니다 form, every content word kept."""

import re
from typing import Final

from core.prompting.understanding.acts import act, left_out
from core.prompting.understanding.bare import instruct_bare
from core.prompting.understanding.closing import close, is_compound
from core.prompting.understanding.facts import promise_in
from core.prompting.understanding.hangul import final
from core.prompting.understanding.manner import LEAVE_OUT, shaped
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.objects import with_object
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import REASON, is_reason, reason
from core.prompting.understanding.reporting import passed_on, read_report, tells
from core.prompting.understanding.terse import instruct_terse
from core.prompting.understanding.verbs import formal
from core.prompting.understanding.words import words

_CONCEDED: Final = re.compile(r"(?:하|쓰|짜|끊|넣|두|적|담|들|이|리|나누|추|빼|달|알리|다루)되$")
_FAVOUR: Final = re.compile(
    r"\s*(?:좀\s*)?(?:을|를)?\s*(?:좀\s*)?(?:부탁|바람|바랍니다|ㅂㅌ)\s?"
    r"(?:드려도 될까요|드립니다|드려요|드려|드릴게요|드림|드리고 싶습니다|합니다"
    r"|해요|할게요|할게|해|함|이요|요)?[.!~\s]*$"
)


_JOINING: Final = re.compile(r"^(?:근데|그런데|그리고|아 참|참고로|그래서|그래도|다만)[,\s]+")
_GOES_ON: Final = re.compile(r"[가-힣](?:는데|은데|인데|지만)\s")
_WHITHER: Final = re.compile(
    r"(?:는|은|한|인|될|을|할|갈)지(?:는|도)\s?(?:말|안)"
)  # 어디로 가는지는 말 안 하고 싶음: no ban


_THING_TOO: Final = re.compile(
    r"[가-힣](?:는|은|할|야 할|ㄹ)\s?(?:것|점|사람|경우|방법|이유|음식|동작)(?:도|까지)$"
)  # 하지 말아야 할 것도


def instruct_korean(demand: str) -> str:  # noqa: PLR0911 - one line for each kind of clause
    """Return a demand as an instruction, without a full stop."""
    if is_compound(demand):
        return close(demand)
    clause = _JOINING.sub("", without_courtesy(plain(mend(demand))))
    if not clause:
        return ""
    if _WHITHER.search(clause):
        return clause
    if re.search(r"[가-힣]지\s?말지(?:도|를)?$", clause):  # 가게 열지 말지: undecided, and no ban
        return clause
    if _THING_TOO.search(clause):
        return f"{clause} 넣습니다"
    if _CONCEDED.search(clause):  # 인용하되
        clause = clause.removesuffix("되") + "고"
    if report := read_report(clause):
        return act(report.predicate) + (f"({report.who}의 요청)" if report.who else "")
    if tells(clause):
        told = clause.removesuffix("요")
        return f"{told} {formal(passed_on(told))}"
    instead = _INSTEAD.match(clause)
    if instead and f"{instead['stem']}지" not in words("particle_nouns") | {
        "금지"
    }:  # 영어 쓰지 말고 한글로만: what is done instead belongs to the ban
        return (
            f"{with_object(instead['before'], instead['stem'])}{instead['stem']}지 않고 {_instructed(instead['rest'])}"
        )
    return _with_reason(clause) or _instructed(clause)


def without_courtesy(clause: str) -> str:
    """Return a clause without the courtesy at its end: 작성 부탁드립니다 → 작성."""
    clause = clause.strip(" .!~…,")
    return _FAVOUR.sub("", clause).strip(" .!~…,") or clause


_INSTEAD: Final = re.compile(r"^(?P<before>.*?)(?P<stem>\S+)지(?:는)?\s?(?:말고|말구|않고)\s(?P<rest>\S.*)$")


def _with_reason(clause: str) -> str:  # noqa: PLR0911 - one line for each kind of clause
    if _WHICH.search(clause):  # 병원마다 말이 달라서 무엇을 따져야 하는지: a question and its reason
        return ""
    purpose = re.match(
        r"^(?P<rest>.+?(?:줘야|해야|아야|어야|야))\s(?P<why>(?:\S+\s){0,5}\S*(?:수 ?있|수있|가능)\S*)$", clause
    )
    if purpose:
        why = re.sub(r"수\s?있\S*$", "수 있게", purpose["why"])
        return f"{_instructed(purpose['rest'] + ' 합니다')}({why})"
    for_whom = re.match(r"^(?P<rest>.+(?:줘야|주어야))\s(?P<why>\S+(?:이|가)\s.+)$", clause)
    if for_whom and (told := read_predicate(for_whom["why"])):
        return f"{_instructed(for_whom['rest'] + ' 합니다')}({told.before}{told.stem}게)"
    intended = re.match(r"^(?P<rest>.+(?:주면|주시면))\s(?P<why>(?:\S+\s){0,4}\S*[가-힣])(?:게요?)$", clause)
    if intended and final(intended["why"][-1]) == "ㄹ":
        return f"{_instructed(intended['rest'] + ' 좋겠습니다')}({intended['why']} 수 있게)"
    disliked = _DISLIKED_FOR.match(clause)
    if disliked and (leave := LEAVE_OUT.match(f"{disliked['topic']} 싫음")):
        return f"{left_out(leave)}({reason(disliked['why'])})"
    found = REASON.match(clause)
    if found and (
        REASON.match(found["rest"]) or _GOES_ON.search(found["rest"])
    ):  # one reason for another: whole it is understood, cut it is not
        return clause
    if not found or found["why"].endswith("나라") or not is_reason(found["why"]) or not _is_demand(found["rest"]):
        return ""
    if " " not in found["rest"] and read_predicate(found["rest"]):  # what is left out stands in the reason
        return ""
    return f"{_instructed(found['rest'])}({reason(found['why'])})"


def _is_demand(text: str) -> bool:
    predicate = read_predicate(text)
    return predicate is None or predicate.mood.demands


def _instructed(clause: str) -> str:  # noqa: PLR0911 - one line for each kind of clause
    if _AS_IT_IS.match(clause):
        return clause
    made = shaped(clause) or instruct_terse(clause)
    if made:
        return made
    if clause.endswith("게요") and promise_in(clause):  # 제가 먼저 갈게요: nothing for an AI to do
        return clause
    if unwilling := _UNWILLING.match(clause):
        return f"{unwilling['act']}지 않습니다"
    if _WHICH.search(clause) and re.search(r"(?:지|까)(?:도|를)?$", clause):  # 뭘 빼고 합칠지: a question
        return clause
    refused = LEAVE_OUT.match(clause)
    predicate = read_predicate(clause)
    denied = predicate and predicate.mood is Mood.BAN and predicate.ending.startswith("지")  # 남기지 말고
    asked = predicate and predicate.mood is Mood.REQUEST and "빼" not in clause[-6:]
    if refused and not denied and not asked and (done := left_out(refused)):
        return done
    if predicate is None or predicate.mood in {Mood.TOLD, Mood.ASKED, Mood.QUESTION}:
        return _open(clause, predicate) or instruct_bare(clause, predicate)
    return act(predicate)


# 지금 4줄: how it is
_AS_IT_IS: Final = re.compile(r"^(?:지금|현재|기존|원본|원문|원고|작년|저번|지난번)(?:은|는|에는|엔)?\s")
_WHICH: Final = re.compile(r"(?:^|\s)(?:무엇|뭐|뭘|어느|어떤|어떻게|누구|언제|어디|몇|왜)")
# 간병 얘기는 하기 싫음
_UNWILLING: Final = re.compile(
    r"^(?P<act>.*[가-힣](?<!얘)(?<!이야)(?<!크))기(?:는|가|도)?\s?(?:(?:정말|너무|진짜|좀)\s)?싫\S*$"
)


def _open(clause: str, predicate: Predicate | None) -> str:
    """Return what a verb that is left open or said plainly asks for: 꼭 넣어, 100자 넘으면 잘려요, 쓰지 않고."""
    denied = re.match(r"^(?P<what>.*지)\s?(?:않|안\s?하)(?:고|습니다|아요|음|기)$", clause)
    if denied:
        return f"{denied['what']} 않습니다"
    shapes = predicate and any(predicate.stem in words(name) for name in ("writer_verbs", "shaping_verbs"))
    asks = predicate and predicate.form in words("bare_requests")
    if predicate and predicate.ending in {"", "요"} and predicate.form and (shapes or asks or "면 " in clause):
        return act(Predicate(predicate.before, predicate.stem, "", Mood.REQUEST))
    return ""


_DISLIKED_FOR: Final = re.compile(
    r"^(?P<topic>.+?\S(?:은|는))\s(?P<why>.+(?:서|니까))\s(?:싫\S*|빼\S*(?: ?주\S*)?|별로\S*)$"
)
