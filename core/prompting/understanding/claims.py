"""Claims: clauses that tell how something is or was, whatever the words around them made the tagger take them for."""

import re
from typing import Final

from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.manner import LEAVE_OUT
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import is_reason
from core.prompting.understanding.reporting import read_report
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.words import LONGEST, alternatives, words

_PAST: Final = re.compile(r"[ㅆᆻ]")
_HEARD: Final = re.compile(
    r"(?:(?:대|댔)(?:요|어|고|는데|음)?|(?:보|하|가|먹|만나)재(?:요|고|는데)?|다고\s?(?:봐요?|봅니다|봄|생각\S{1,5}))$"
)
# What does not happen, and what somebody does: 설치가 안 됨, 연락을 안 줌, 아버지가 덕담을 하세요.
_FAILS: Final = re.compile(
    r"[가-힣](?:이|가)\s?안\s?(?:됨|돼요?|됩니다|되네요|되고|되는데요?)(?:\([^()]*\))?$"
    r"|(?:안|못)\s?(?:드림|드려요?|드립니다|드려서|줌|줍니다|준대요?|주네요|주심|나옴|옴)$"
    rf"|(?:^|\s)(?:{alternatives('readers')})(?:이|가|께서)\s.*(?<!주)세요$"
)
# What somebody who is looked up to did: 정말 잘해 주셨고, 임플란트를 하셨어요.
_HONOURED: Final = re.compile(r"[가-힣]셨(?:고|어요?|습니다|음|는데요?|대요?)$")
_OF_ONESELF: Final = re.compile(r"(?:저|나|우리|저희)는\s|(?:제|내)가\s")  # 나는 데이터엔지니어라 업무는 원격으로 다 됨
_WILL: Final = re.compile(r"[가-힣]\s?(?:거|것|예정)(?:임|이에요|예요|입니다|야|고요?)?$")  # 카톡 단체방에 올릴 거
_OF_ANSWER: Final = re.compile(rf"(?:^|\s)(?:{alternatives('own_text')}|{alternatives('answer_nouns')})")

_SOMEBODY_AND: Final = re.compile(r"^(?P<who>\S{2,12})(?:이?고|인데)\s\S+$")  # 개발자고 집돌이
# 가장 약한 부분은 포인터와 SQL입니다; but 긴 문장은 별로예요
_IS_SO: Final = re.compile(
    r"^(?:\S+\s){1,3}\S+[은는]\s\S.*(?<!별로)(?<!필수)(?<!우선)(?<!금지)(?<!까지)(?:입니다|이에요|예요)$"
)


_ASKS: Final = re.compile(r"면\s|부탁|주세|게요$|필요|세요$")
# What somebody wants for themselves: 사무직으로 옮기고 싶음. 탓은 안 하고 싶음 and 눌러 달라고 하고 싶어요 are demands.
_AIMS: Final = re.compile(r"고\s?싶(?:음|어요?|습니다)$")
_DENIED_OR_SAID: Final = re.compile(r"(?:^|\s)(?:안|못)|않|말|[라다냐자]고\s")
_HEARD_OR_FELT: Final = frozenset({"듣", "들", "받", "느끼", "당하", "생각하"})
# What is noted of what is not so asks as often as it tells: 완치 같은 단어 못 씀, 이 정도면 됨.
_DENIES: Final = re.compile(r"안|못|없|싫|말|금지|상관|(?:되|돼|됨|필요|원|바라|바람|줘야|해야)\S{0,3}$")
# What goes wrong tells, also behind 면: 조회하면 12초 걸려요.
_GOES_WRONG: Final = re.compile(r"(?:걸려|나와|떠|느려|멈춰|꺼져|튕겨|죽어|끊겨|깨져|아파|저려)요$")


def is_claim(said: str) -> bool:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of clause
    """Whether a Korean clause only tells: 공식은 외웠는데, 이유를 모르겠대요, 이브닝 순으로 돌고."""
    if len(said) > LONGEST or not HANGUL.search(said):
        return False
    clause = plain(mend(said)).rstrip(" .!?~,")
    if _WILL.search(clause) and not re.search(
        r"(?:하는|쓰는|넣는|빼는|적는|말|않을|할|쓸|넣을|적을|뺄)\s?(?:거|것)\S*$", clause
    ):
        return True
    if _FAILS.search(clause):
        return True
    if read_report(clause) or LEAVE_OUT.match(clause):
        return False
    if (role := _SOMEBODY_AND.match(clause)) and is_role(role["who"]):
        return True
    if _HEARD.search(clause) or (_IS_SO.match(clause) and not _OF_ANSWER.search(clause)):
        return True
    if clause.endswith("서") and (is_reason(clause) or _has_happened(clause)):
        return True
    predicate = read_predicate(clause)
    if predicate is not None and _AIMS.search(clause) and not (_shapes(predicate) or _OF_ANSWER.search(clause)):
        return not _DENIED_OR_SAID.search(clause)
    if predicate is not None and _HONOURED.search(clause) and not _shapes(predicate):
        return True
    if predicate is None or predicate.mood is not Mood.TOLD or _shapes(predicate):
        return False
    if _OF_ONESELF.match(clause):
        return True
    if _PAST.match(predicate.ending) or _WILL.search(clause):
        return True
    if predicate.ending in {"음", "ᆷ"} and not _DENIES.search(clause) and not _OF_ANSWER.search(clause):
        return True
    if predicate.ending in {"음", "ᆷ"} and predicate.stem in _HEARD_OR_FELT:
        return True
    if predicate.stem.endswith("있") and not re.search(r"(?:수|고)\s?있\S*$", clause):
        return predicate.ending in {"음", "어요", "습니다", "고"}
    if predicate.ending == "요":
        is_asked = _ASKS.search(clause) and not _GOES_WRONG.search(clause)
        return not is_asked and not _OF_ANSWER.search(clause)
    return (
        predicate.ending == "고"
        and not predicate.stem.endswith(("하", "않", "두", "놓", "비우", "이"))
        and not _OF_ANSWER.search(clause)
    )


def _has_happened(clause: str) -> bool:
    """Whether a clause in -서 tells what was done and led to the next: 실수로 force push 해서, but not 둘로 나눠서."""
    if not re.search(r"[가-힣](?:이|가)\s|실수로|잘못|갑자기|어제|방금|아까|지난", clause):
        return False  # 번역해서, 사례 모아서: how to do it
    predicate = read_predicate(clause[:-1] + "요")
    return predicate is not None and not _shapes(predicate)


def is_thing(said: str) -> bool:
    """Whether a phrase only names something, and nothing that a text has: 신김치, 틀렸다는 민원."""
    if len(said) > LONGEST:
        return False
    clause = plain(mend(said)).strip(" .!?~,")
    if not HANGUL.search(clause) or read_predicate(clause) or LEAVE_OUT.match(clause) or _SETS.search(clause):
        return False
    return not _OF_ANSWER.search(clause) and not any(
        word in words(name)
        for word in clause.split()
        for name in ("adverbs", "shape_nouns", "tone_nouns", "text_nouns")
    )


# What sets a manner, an amount, a part or a bound.
_SETS: Final = re.compile(
    r"(?:게|로|만|도|까지|부터|이|없이|대로|처럼|듯이|씩|체|식|톤|투|느낌|감성|분위기|스타일|시점|위주|중심|필수|금지|이내|이하|이상|미만|정도|내외|안팎"
    r"|넘게|안에|에|서|고|며|면|데|수도|환영|질색|별로|제한|기준|순|순서|버전|형식|비율|인칭|요|파트|부분|챕터|구분|나눔|묶음|비교|보완점)$"
    r"|[0-9한두세네]\s?(?:자|글자|줄|문장|문단|단락|장|쪽|페이지|면|컷|행|연|절|개|가지|번|분|초|편|곳|단어|바이트|칸|열|문항|배)|(?:칸|열|행|컬럼|항목|기준|순서|목차|구성|제목|단위)[은는을를]\s|먼저|그다음|마지막|[:：]|말고|꼭|반드시|절대|제발"
)


def _shapes(predicate: Predicate) -> bool:
    """Whether a verb is about writing or about how a text is."""
    stem = predicate.stem
    return (
        stem in words("writer_verbs") or stem in words("shaping_verbs") or stem in {"만들", "짜", "들", "지우", "끝나"}
    )
