"""Claims: clauses that tell how something is or was, whatever the words around them made the tagger take them for."""

import re
from typing import Final

from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.manner import LEAVE_OUT
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import is_reason
from core.prompting.understanding.reporting import read_report
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
# What somebody is not good at, or does for themselves: 영어 못함, 그냥 취미로 써요; but 완치라는 말 못 씀 forbids.
_SKILL: Final = (
    r"(?:영어|수학|컴퓨터|컴|엑셀|코딩|개발|글쓰기|글|말|운동|요리|운전|그림|노래|타자|한글|계산|외국어|프로그래밍|파이썬|디자인"
    r"|맞춤법|띄어쓰기|문법|회화|악기|정리|발음|[일중독불노스페인베트남]{1,4}어)"
)
_WEAK: Final = re.compile(
    rf"^(?:(?:저는?|전|제가|나는|난|내가|아직|사실|솔직히)\s)?{_SKILL}(?:은|는|을|를|이|가|도|에)?\s"
    r"(?:(?:잘|전혀|거의|아예|아직|별로|영|많이|진짜|너무|좀|1도|하나도)\s?){0,2}"
    r"(?:못\s?(?:함|하\S{1,3}|해\S{0,2}|합니다|써요?|씁니다)|몰라요?|모름|모릅니다|약함|약해요?|약합니다|서툴\S{1,3}|서투름|서툼|젬병|꽝|문외한|자신\s?없\S{1,3})\S{0,3}$"
    r"|^(?:(?:그냥|걍|저는?|전|혼자|순전히)\s){0,2}취미(?:로|삼아|생활)?(?:\s?(?:써|쓰|하|해|배우|만드|그리|공부)\S{0,5}|예요|에요|임|입니다|\s(?:거|것)\S{0,3})$"
)
_IS: Final = re.compile(r"[가-힣]는\s\S+(?:입니다|이에요|예요|이고|인데)$")  # 약 먹는 시간을 알려 주는 앱입니다
_WILL: Final = re.compile(r"[가-힣]\s?(?:거|것|예정)(?:임|이에요|예요|입니다|야|고요?)?$")  # 카톡 단체방에 올릴 거
_OF_ANSWER: Final = re.compile(rf"(?:^|\s)(?:{alternatives('own_text')}|{alternatives('answer_nouns')})")


_ASKS: Final = re.compile(r"면\s|부탁|주세|게요$|필요|세요$")
_GOING_ON: Final = re.compile(
    r"(?:하는|찾는|보는|쓰는|짜는|만드는|준비|작성|진행|고민|공부|운영|근무|재직)\s?중(?:임|이에요|입니다|인데|이고)?$"
)
_IS_SO: Final = re.compile(
    r"[가-힣](?:는데|은데|인데)\s(?:\S+\s)?\S+(?<!책)(?<!붙)(?<!모)임$"
)  # 숫자처럼 보이는데 왼쪽 정렬임
_DONE_BY_ME: Final = re.compile(
    r"[은는]\s(?:제가|내가|저희가|우리가)\s(?:\S+\s)?(?:따로|직접|이미|나중에)\s\S+$"
)  # 표는 제가 따로 그림
_NEVER: Final = re.compile(r"한\s?번도\s(?:\S+\s)?(?:안|못)\s?\S+(?:봄|했음|함|봤\S*)$")  # 실리콘건 한번도 안 써봄
# What somebody wants for themselves: 사무직으로 옮기고 싶음. 탓은 안 하고 싶음 and 눌러 달라고 하고 싶어요 are demands.
_AIMS: Final = re.compile(r"고\s?싶(?:음|어요?|습니다)$")
_DENIED_OR_SAID: Final = re.compile(r"(?:^|\s)(?:안|못)|않|말|[라다냐자]고\s")
_HEARD_OR_FELT: Final = frozenset({"듣", "들", "받", "느끼", "당하", "생각하"})
# How much something matters, and what there is: 회의실이 중요하고.
_WEIGHS: Final = frozenset({"중요하", "급하", "바쁘", "많", "적", "없", "힘들", "어렵", "익숙하"})
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
    if re.search(r"[가-힣](?:이|가)\s.*서\s?안\s?(?:돼|되|됨)\S*$", clause):  # 선생님이 뜻을 물어봐서 안 돼요
        return True
    parts = clause.split(", ")
    if any(map(_WEAK.match, parts)):
        return all(_WEAK.match(part) or is_thing(part) for part in parts)
    if any(told.search(clause) for told in (_GOING_ON, _IS_SO, _DONE_BY_ME, _FAILS, _NEVER)) or (
        _IS.search(clause) and not _OF_ANSWER.search(clause)
    ):
        return True
    if read_report(clause) or LEAVE_OUT.match(clause):
        return False
    if _HEARD.search(clause) and not re.search(r"(?:핑계|기)\s?대(?:요|어)?$", clause):
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
    weighs = predicate.ending == "고" and predicate.stem in _WEIGHS
    if weighs or (predicate.ending in {"음", "ᆷ"} and predicate.stem in _HEARD_OR_FELT):
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
