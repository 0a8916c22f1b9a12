"""Terse demands: phrases without a verb that set an amount, a tone or a place (해시태그 5개, 네 문장)."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.words import LONGEST, alternatives, words

NUMBER: Final = (
    r"(?:[0-9][0-9,]{0,8}|한두|두세|서너|열두|열다섯|열|스무|스물|서른"
    r"|한|두|세|네|다섯|여섯|일곱|여덟|아홉|천이백|천|백)"
)
OF_TEXT: Final = r"(?:글자|자|단어|어절|줄|문장|문단|단락|행|연|쪽|페이지|장|문항|문제|마디|슬라이드|바이트)"
_OF_THINGS: Final = r"(?:개|가지|곡|편|버전|종류|컷)"
_BOUND: Final = (
    r"(?:\s?(?:이내|이하|이상|미만|내외|정도|안팎|안쪽|안|까지|분량|짜리|한도|요약|컷)(?:으로|로|에|만)?"
    r"|만|씩|으로|로)?"
)
_AMOUNT: Final = re.compile(rf"(?:(?:약|딱|총|최대|최소|적어도|각)\s)?{NUMBER}\s?(?:{OF_TEXT}|{_OF_THINGS}){_BOUND}$")
_COUNTED: Final = re.compile(
    rf"(?:^|\s)(?P<noun>[^\s]{{1,12}}?)(?:은|는|도)?\s"
    rf"(?:{NUMBER}\s?(?:{OF_TEXT}|{_OF_THINGS}){_BOUND}|(?:(?:몇|여러)\s?(?:개|가지|줄)"
    rf"|하나 더|필요(?:합니다|해요|함)?|하나|둘|셋|넷|다섯)(?:\s?(?:이상|정도|이하))?)$"
)
_EACH: Final = re.compile(
    rf"(?:마다|당|씩|각각|하나에|한\s?\S{{1,8}}에)\s(?:\S{{1,10}}\s){{0,2}}?(?:{NUMBER}\s?{OF_TEXT}|하나|둘|셋|번호)\S{{0,4}}(?:\s\S{{1,6}})?$"
)
TONED: Final = re.compile(r"\S\s(?:느낌|톤|말투|문체|어조|어투|스타일|감성|분위기|시점)$")
_PLACED: Final = re.compile(
    r"(?:맨|가장|제일)\s?(?:앞|뒤|위|아래|밑|끝|처음|마지막)(?:에|에만|에다)$"
    r"|^(?:맨\s)?(?:끝|마지막|처음|앞|뒤|제목 옆)에(?:는|만)?\s\S{1,12}(?:\s\S{1,12}){0,2}$|도\s(?:\S{1,6}\s)?옆에$"
)
_ALSO: Final = re.compile(r"\S도\s(?:같이|함께|조금|살짝)$|^[^\s]{1,10}\s(?:목록|형식|방식)$")
_SET: Final = re.compile(
    r"^(?:\S{1,12}\s)?(?P<topic>\S{1,12})(?:은|는)\s(?:\S{1,20}\s){0,5}\S{0,20}(?:로|으로|게|만)\s?"
    r"(?:하고|하며|하구|합니다|한다|해요|함|두고|두며|맞추고|적고|쓰고|합시다)$"
)
CONCEDED: Final = re.compile(r"(?:하|쓰|짜|끊|넣|두|적|담|들|이|리|나누|추|빼|달|알리|다루)되$")
_BETTER: Final = re.compile(r"(?:정도|이|가|면|편|게|도)\s?(?:더\s)?좋(?:겠|을 ?(?:듯|것|거))\S*$")
_REASON: Final = re.compile(r"^[^\n]{1,80}?\S(?:니까|라서|이라|거라|으니|므로)\s(?=\S)")
_NOUNED: Final = re.compile(
    r"(?<![0-9]월)(?<![0-9]일)(?<![0-9]시)(?:으로|로|게|에만|히)\s(?:작성|마무리|시작|구성|통일|정리|공개"
    r"|서술|기재|표시|끝)$"
    r"|(?:으로|로)만\s추천$|(?:존댓말|높임말|반말|경어|체)(?:은|는)\s기본(?:이고|이며|입니다)?$|\S[게록]\s하(?:고|며|구)$"
    r"|(?:언급|사용|인용|표현|노출|공개|욕설|비속어|반말|은어)\s불가$|(?:문장|제목|표|그래프|글|글자|한국어|영어)\S{0,2}\s\S{1,8}\s둘\s?다$"
    r"|\S(?:형|식|체)\s(?:제목|문장|문체|구성|글|답변|서술)$|(?:두괄|미괄|개조|문답|번호|일기|편지|대화)(?:식|체)$"
    r"|(?:^|\s)(?:결론|본론|요점|핵심|답|정답)(?:부터|\s?먼저|만)$|바로 본론$|(?:얘기|이야기|말)는\s(?:나중"
    r"|마지막|맨 끝)에$"
    r"|[은는] 선에서$|수록 (?:더 )?좋\S*$|(?:예시|예|비유)\S?\s(?:하나\S?\s)?들어서$"
    r"|^(?:첫|마지막|둘째)\s?(?:줄|문장|문단|행|장)(?:에|에는|은|는)\s\S{1,12}(?:으로|로)?$"
)
_UNUSED: Final = re.compile(
    rf"(?:{alternatives('text_nouns')})(?:은|는|도)?\s(?:안|못)\s(?:씀|씁니다|써요|넣음|넣습니다)$"
)
_CLOSED: Final = re.compile(r"(?:반드시|또박또박|슬쩍|최대한|번갈아)$|[가-힣]두기$")
_NO_NOUN: Final = re.compile(r"(?:제한|현재|지금|정원|인원|예산|총|약|벌써|이미|대표|발표|목표|좌표|수표|투표|구글)$")


def is_terse(clause: str) -> bool:
    """Whether a phrase sets how the answer shall be: 네 문장, 해시태그 5개, 밝은 느낌, 가격은 맨 뒤에."""
    if len(clause) > LONGEST:
        return False
    bare = _REASON.sub("", clause)
    counted = _COUNTED.search(bare)
    if _AMOUNT.fullmatch(bare):
        return not re.fullmatch(rf"{NUMBER}\s?(?:장|개|편)", bare) or bare != clause or len(bare) > 1
    topic = _SET.match(bare)
    if topic and topic["topic"].endswith(tuple(words("answer_nouns") | words("own_text") | words("part_words"))):
        return True
    return bool(
        (counted and is_of_answer(counted["noun"]))
        or _EACH.search(bare)
        or TONED.search(bare)
        or _PLACED.search(bare)
        or _ALSO.search(bare)
        or CONCEDED.search(bare)
        or _NOUNED.search(bare)
        or _UNUSED.search(bare)
        or _UNWANTED.match(bare)
        or ((needed := _NEEDED.match(bare)) and is_of_answer(needed["what"].removesuffix("도")))
        or _BETTER.search(bare)
        or _CLOSED.search(bare)
    )


def is_of_answer(noun: str) -> bool:
    """Whether a noun is for what an answer holds and not for something of the world."""
    return _NO_NOUN.search(noun) is None and re.search(rf"(?:{alternatives('answer_nouns')})$", noun) is not None


_NEEDED: Final = re.compile(r"^(?P<what>\S.*?)(?:이|가|은|는)?\s필요(?:합니다|해요|함)?$")
_BETTER_WITH: Final = re.compile(r"^(?P<what>\S.*\S)(?:이|가|으로|로)\s좋(?:겠|을)\S*$")
_WISHED: Final = re.compile(
    r"^(?P<what>\S.*(?:느낌|톤|말투|문체|어조|분위기|스타일|정도|체|말)|\S.*[가-힣](?=이었))"
    r"(?:(?:이었|였)(?:으면|음)|이?면)\s?(?:좋|합|하|해|함)\S*$"
)
_FORBIDDEN: Final = re.compile(r"^(?P<what>.*?)\s?(?P<act>언급|사용|인용|노출|공개)\s불가$")
_UNWANTED: Final = re.compile(r"^(?P<what>.*\S)\s(?:건|거|거는|것은)\s(?:별로|질색|사양)\S*$")
_SHAPE: Final = re.compile(
    rf"(?:^|당\s|마다\s){NUMBER}\s?{OF_TEXT}$|[1-3]인칭$|(?:두괄|미괄|개조|문답|번호|일기|편지|대화)식$"
)


_ENOUGH: Final = re.compile(r"^(?P<what>.*\S이?면)\s?(?P<so>돼|되|됨|됩|충분|족)\S*$")
_TIME: Final = re.compile(r"(?:초|분|시간)(?:\s?(?:안쪽|이내|이하|미만|안팎|내외|정도|전후))?$")
# An amount by itself, perhaps of something that is named first: 20초, 각 3줄, 본문은 세 문단, 28자 이내로 열 개.
_MEASURE: Final = re.compile(
    rf"^(?:\S{{1,8}}[은는]\s)?(?:\S{{1,6}}[게히]\s)?(?:(?:약|딱|총|최대|최소|각|각각|전체|한\s?\S{{1,6}}[에당]?|하나[에당])\s)?{NUMBER}\s?"
    r"(?:글자|자|단어|어절|음절|줄|문장|문단|단락|행|연|절|쪽|페이지|장|매|마디|슬라이드|바이트|초|분|시간)쯤?"
    r"(?:\s?(?:안쪽|이내|이하|이상|미만|안팎|내외|정도|전후|분량|짜리))?$"
)
_MANNER: Final = re.compile(
    r"(?:형식|현재형|과거형|질문형|역순|중심|기준|단계별|농담조|표준어|반반|굵은 글씨|큰 글씨|비공개|최소|최소한|순|순서|는 식|말씨|말투)$"
)
_AT_PLACE: Final = re.compile(r"(?:맨|제일|가장)\s?(?:끝|앞|뒤|위|아래|밑|처음|마지막)$")
_VERBS: Final = {"끝": "끝냅니다", "시작": "시작합니다", "마무리": "마무리합니다", "대신": "대신합니다", "딱": "딱 넣습니다", "차근차근": "차근차근 씁니다"}
_ENDED: Final = re.compile(rf"^(?P<how>.*\S)\s(?P<verb>{'|'.join(_VERBS)})$")


def instruct_terse(clause: str) -> str:  # noqa: PLR0911 - one line for each kind of phrase
    """Return the instruction of a terse demand that needs another verb than 넣다; nothing for any other."""
    if TONED.search(clause) or _SHAPE.search(clause):
        return attach(clause, Particle.TO) + " 씁니다"
    if clause.endswith(" 선에서"):
        return clause + " 씁니다"
    if clause.endswith(" 환영"):
        return clause.removesuffix(" 환영") + " 넣어도 됩니다"
    chosen = _WISHED.match(clause) or _BETTER_WITH.match(clause)
    if chosen:
        return attach(chosen["what"], Particle.TO) + " 합니다"
    needed = _NEEDED.match(clause)
    if needed and is_of_answer(needed["what"].removesuffix("도")):
        what = needed["what"]
        return (what if what.endswith("도") else attach(what, Particle.OBJECT)) + " 넣습니다"
    if _UNUSED.search(clause):
        return re.sub(r"\s[안못]\s\S+$", " 쓰지 않습니다", clause)
    if enough := _ENOUGH.match(clause):
        return f"{enough['what']} {'충분합니다' if enough['so'] in '충족' else '됩니다'}"
    if _MEASURE.match(clause) or _MANNER.search(clause):
        return attach(clause, Particle.TO) + (" 맞춥니다" if _TIME.search(clause) else " 씁니다")
    if _AT_PLACE.search(clause):
        return f"{clause}에 넣습니다"
    if ended := _ENDED.match(clause):
        return f"{ended['how']} {_VERBS[ended['verb']]}"
    if re.search(r"[아어여해]도$", clause):  # 채우지 않아도
        return clause + " 됩니다"
    if clause.endswith("기 없기"):
        return clause.removesuffix("기 없기") + "지 않습니다"
    if clause.endswith("상관없음"):
        return clause.removesuffix("음") + "습니다"
    forbidden = _FORBIDDEN.match(clause)
    if forbidden:
        return f"{forbidden['what']} {forbidden['act']}하지 않습니다".strip()
    unwanted = _UNWANTED.match(clause)
    return f"{unwanted['what']} 것은 넣지 않습니다" if unwanted else ""
