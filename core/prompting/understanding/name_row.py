"""A row of names: what the columns, parts or fields of the answer are called, and where a text says so."""

import re
from dataclasses import dataclass
from typing import Final

from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.understanding import Demand

SEGMENT: Final = re.compile(r"(?:[^.!?\n;ㅋㅎㅠㅜ]|\.(?=\S))+")
SET_SO: Final = (
    r"(?:\s?(?:있으면|있었으면|있어야|들어가(?:게|면|야)|나오게|나눠서?|나누고|나누어|구성해서?|정리해서?|정리하고"
    r"|만들어서?|작성해서?|고쳐서?|고치고|바꿔서?|바꾸고|다듬어서?|다듬고|써서?|쓰고|적어서?|적고|뽑아서?|짜서?|채워서?|맞춰서?|해서?|하고|부탁\S{0,6}|필요\S{0,4}|표로?)"
    r"(?:\s?(?:줘|주|좋|돼|되|됨|됩|함|드려|드립|부탁|해)\S{0,8}){0,2}(?=[\s,]|$)){0,2}"
)
"""What a row of names is to be done with: 나눠서 써 주세요."""

_HEADS: Final = re.compile(
    r"(?:날짜|일자|요일|일시|시간|시각|기간|기한|마감|장소|위치|주소|이동|비용|금액|가격|값|단가|요금|예산|합계|비율|수량"
    r"|개수|분량|양|비고|메모|특이사항|항목|구분|분류|종류|이름|품명|품목|제품|모델|메뉴|반찬|재료|내용|설명|뜻|예문|예시"
    r"|발음|활동|할 ?일|담당자?|역할|상태|진행|진도|단계|목표|실적|결과|성과|원인|이유|까닭|근거|문제점?|이슈|대책|조치"
    r"|해결|개선점?|방법|조건|방향|계획|일정|결정|사항|현황|배경|경과|서론|본론|결론|요약|장점|단점|특징|차이점?|대안|기준"
    r"|점수|평가|의견|피드백|질문|답변?|정답|해설|번호|순위|횟수|세트|무게|크기|연락처|부서|직급|소속|알레르기|준비물"
    r"|유의점|인사|소개|마무리|제목|부제|본문|회기|전주대비|증감률?"
    r"|date|time|day|place|cost|price|amount|name|item|notes?|owner|status|result|reason|action|step|summary|background)s?$"
    r"|^(?:why|what|how)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"(?:^|\s)['‘「]|[0-9{}\"“”:=,，]|\S(?:(?<![넣먹적읽찾])을|를|에서|에게|한테|하고|해서|인데|라서|니까)(?:\s|$)|\S[은는](?:\s(?!점|것|곳|때|법|말|일|사람|까닭|이유|질문)|$)|\S(?:고|지|서|면|며)\s"
    r"|[가-힣](?:니다|어요|해요|예요|세요|줘|지만|려고|[으하되있]면|[있없했었았겠같싶]음|됨|[하되있없주쓰]고)(?:\s|$)"
)
_UNIT: Final = re.compile(r"\s?\([^()]*\)$|(?<=[가-힣])\s[0-9]{1,2}(?:개|가지)$")
LONGEST_ROW_NAME: Final = 16
MOST_WORDS: Final = 3
NUMBER_OF_PARTS: Final = rf"(?:(?P<number>{NUMBER})\s?(?:개|가지)?의?\s?)?"
"""How many a row has: 일곱 in 일곱 장으로."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """Names in a row, what the words beside it call them (none: `OTHER`), and where all of it stands in the text.

    `is_announced` where a word says beyond doubt that it is the answer's: 칸은, 네 부분으로.
    """

    names: tuple[str, ...]
    called: Demand
    start: int
    end: int
    is_announced: bool = False

    @property
    def is_of_heads(self) -> bool:
        """Whether half of the names are such as tables and texts are divided by."""
        return 2 * sum(map(is_head, self.names)) >= len(self.names)


def is_head(name: str) -> bool:
    """Whether a name is one that columns and parts often have."""
    return _HEADS.search(bare_name(name)) is not None


def is_name(piece: str) -> bool:
    """Whether a piece of text can be a name: short, and no sentence."""
    name = bare_name(piece.strip())
    return 0 < len(name) <= LONGEST_ROW_NAME and len(name.split()) <= MOST_WORDS and not _NO_NAME.search(name)


def bare_name(name: str) -> str:
    """Return a name without its unit or number: 밥양(g), 특징 3개."""
    return _UNIT.sub("", name)
