"""Places: what a clause can be, and what one surely is by its own words, whatever the tagger took it for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.readership import names_reader
from core.prompting.understanding.reporting import asks_to_tell
from core.prompting.understanding.roles import may_be_who
from core.prompting.understanding.sentences import BULLET
from core.prompting.understanding.words import LONGEST, alternatives

_COURTESY: Final = re.compile(
    r"^(?:please|pls|plz|thanks|thank you"
    r"|부탁(?:드려요|드립니다|해요)|안녕(?:하세요|하십니까)?|감사(?:합니다|해요)|고맙습니다|(?:딱히\s|특별히\s)?없(?:음|어요?|습니다)|none)\W*$",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(
    r"^(?P<mark>(?P<input>입력\s*)?(?:출력\s*)?(?:예|예시|예문|예제|샘플)\s*(?:문장"
    r"|입력|출력)?\s*[:：)]\s*|예를 들(?:면|어)[, ]+|"
    r"(?:for example|e\.g\.|(?:sample|example)(?P<input_en> input)?(?: output| sentence)?)\s*[:,]?\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_INPUT: Final = re.compile(r"되어 ?있|돼 ?있|들어 ?있|들어옵|들어와|입력|input|looks like|comes in", re.IGNORECASE)
_WHETHER: Final = re.compile(  # 저한테 불리한지, 뭘 빼고 합칠지
    r"[가-힣](?:는|은|한|인|건|될|을|릴|할|칠|갈|쓸|살)\s?지(?:도|를)?\s?(?:모르\S*|궁금\S*)?[.~]*$"
)
# An ending that asks somebody to do something, and cannot state a fact.
_REQUESTS: Final = re.compile(
    r"[가-힣]\s?(?:(?<!안)(?<!안 )(?<!못)(?<!못 )줘요?|주(?:셨|시)으?면 (?:합니다|해요|함)|주세요|주십시오|주시고"
    r"|주시면 (?:돼요|됩니다|좋겠\S*|감사\S*)"
    r"|지\s?(?:마세요|말아\S*|말 것|말고)|바랍니다|(?:나오|보이|들어가|있)게요?)[.!~ㅎㅋㅠ\s]*$"
    r"|[가-힣][은는도]\s?(?:제외(?:합니다|해요|함|하고)|빼고|뺄게요|뺌)[.!~ㅎㅋㅠ\s]*$"
    r"|^(?:\S+\s){0,2}\S+(?<!기)\s싫(?:음|어요?|습니다)[.!]?$"
)
# A reader named without saying so: 임원진, 2년 사귄 여자친구, CTO가 영어권이라.
_READER: Final = rf"(?:{alternatives('readers')})"
_NAMED: Final = re.compile(
    rf"(?:{_READER}|\}})(?:님|들|분|분들)?(?:\s?[0-9]+명)?(?:용|께|에게|한테)?[.!]?$"
    rf"|{_READER}\S{{0,2}}\s\S*(?:이라|라서|인데|이고)[.,]?$"
)
_DEADLINE: Final = re.compile(r"^(?:낼|내일|모레|낼모레|오늘|이번\s?주|다음\s?주|담주|\S{1,2}요일)(?:\s?까지)[.!]?$")
_GETS: Final = re.compile(r"(?:풀|볼|읽을|들을)\s?(?:거|것|문제|글|자료)\S*$")  # 초5 반 아이들 풀 거
_WRITES: Final = re.compile(
    rf"^(?:{alternatives('readers')}|할애비|할미|애비|에미)(?:이|가)\s(?:쓰는|보내는|드리는)\s?(?:거|것|글|편지)\S*$"
)
_RECIPIENT: Final = re.compile(r"^(?:받는|받을|읽는|읽을)\s?(?:사람|분|이)(?:은|는|:)?\s")
# 칸은 날짜, 학생명, 다음 조치; '배경-내용-결과' 순서로 낸다고 하셨어요
_LISTS: Final = re.compile(
    r"^(?:칸|열|컬럼|항목|목차|기준|구성)(?:은|는|:)\s[^,]+,[^,]+|['‘“\"][^'’”\"]+[-→,/][^'’”\"]+['’”\"]\s?(?:의\s)?순(?:서)?(?:대)?로"
)
_SIZE_ALONE: Final = re.compile(
    r"^(?:약|총|한)?\s?[0-9][0-9,]*\s?(?:자|글자|단어|줄|문장|문단|쪽|페이지|개|가지|군데|문항|문제)\s?(?:쯤|정도|내외|이내|이하|이상|안팎|안쪽)?[.]?$"
)


# 설명 생략, 칭찬은 필요 없음, 명사형
_BARE_DEMAND: Final = re.compile(
    r"^(?:\S+\s){0,2}\S*(?:생략|필수|위주|중심|명사형|개조식|존댓말|정중히|공손히|간단히|자세히|유머러스하게|날짜순|가나다순)[.!]?$"
    r"|^(?:\S+\s){0,2}(?:칭찬|설명|이유|풀이|인사말?|예시|서론|결론|요약|제목|이모티콘|주석|출처|그림|존댓말|격식)[은는도이]?\s?"
    r"(?:필요 ?없(?:음|어요?|습니다)|빼고|말고)[.!]?$|^유머[.!]?$"
)


# How notes ask: 역할도 적기, 동네 이름 X.
_NOTED_DEMAND: Final = re.compile(
    r"[가-힣]\s(?:\S*\s)?(?:적|쓰|넣|빼|달|말|알리|나누|밝히|(?:표시|포함|강조|언급|정리|구분)하)기[.!]?$"
    r"|[가-힣]\s?[xX×][.!]?$"
)


class Place(StrEnum):
    """What a clause is, and where it belongs."""

    WHO = "who"
    READERS = "readers"
    FACTS = "facts"
    WISHES = "wishes"
    QUESTIONS = "questions"
    EXAMPLE_INPUT = "example_input"
    EXAMPLE_OUTPUT = "example_output"


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause as typed and what it is."""

    said: str
    place: Place


def is_courtesy(said: str) -> bool:
    """Whether a sentence only greets, thanks, or says that there is nothing to say."""
    return _COURTESY.match(said) is not None


def is_example(said: str) -> bool:
    """Whether a clause announces an example."""
    return _EXAMPLE.match(said) is not None


def example_in(said: str) -> str:
    """Return an example without the words that announce it."""
    found = _EXAMPLE.match(said)
    return (found["rest"] if found else said).strip()


def settled(said: str, place: Place) -> Placed | None:
    """Return a clause without what belongs to none, where it surely belongs; nothing where nothing is left."""
    clean = BULLET.sub("", re.sub(r"^/\s|\s?/$", "", said.lstrip(" ,;\n\t").rstrip(" ,;\n\tㅠㅜㅋㅎ")))
    if not re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", clean) or is_courtesy(clean):
        return None
    if place is Place.EXAMPLE_OUTPUT:
        return Placed(clean, Place.EXAMPLE_INPUT if _is_input(clean) else place)
    if len(clean) > LONGEST:
        return Placed(clean, place)
    return Placed(clean, _of_korean(clean, place) if is_korean(clean) else _read(clean, place))


_DEMANDS: Final = (_REQUESTS, _SIZE_ALONE, _LISTS, _NOTED_DEMAND)
_QUESTION: Final = re.compile(
    r"뭐|뭘|무엇|무슨|왜|어떻|어떡|어디|언제|누구|몇|얼마|어느|(?:[나까가냐니지요야려]|인지|는지|[은을할될]지)[.?!~\s]*\?"
)


def asks_something(clean: str) -> bool:
    """Whether what ends in a question mark is a question; people doubt a word with one too (료칸?, 한 4천줄?)."""
    return clean.endswith("?") and _QUESTION.search(clean) is not None


def _of_korean(clean: str, place: Place) -> Place:  # noqa: PLR0911 - one line for each kind of clause
    if _BARE_DEMAND.search(clean):
        return Place.WISHES
    if _DEADLINE.match(clean) or asks_to_tell(clean):
        return Place.FACTS
    if place is Place.FACTS and any(demands.search(clean) for demands in _DEMANDS):
        return Place.WISHES
    if asks_something(clean) or _WHETHER.search(clean):
        return Place.QUESTIONS
    if place is Place.WHO and _RECIPIENT.match(clean):
        return Place.READERS
    if place is Place.WHO and names_reader(clean) and _GETS.search(clean):
        return Place.READERS
    if place is Place.FACTS and _WRITES.match(clean):
        return Place.WHO
    if place is Place.WHO and not may_be_who(clean):
        return Place.FACTS
    if place is Place.READERS and not (names_reader(clean) or _NAMED.search(clean)):
        return Place.FACTS
    return _read(clean, place)


# I am a nurse, as a teacher, sophomore in nursing: other sentences and names tell what is so.
_EN_ONESELF: Final = re.compile(
    r"\b(?:I am|I'm|Im|I work|I run|I own|I teach|I study|I manage|I lead|we are|we're|we run|my name is|as an?)\b"
    r"|^(?:\S+\s){0,6}(?:student|sophomore|freshman|junior|senior|graduate|undergrad|teacher|professor|nurse|doctor|engineer"
    r"|developer|designer|manager|analyst|owner|founder|director|intern|freelancer|writer|editor|researcher|accountant"
    r"|lawyer|parent|mom|mother|dad|father|retiree|volunteer|coach|chef|barista|consultant|marketer|recruiter|planner"
    r"|assistant|clerk|officer|lead|ceo|cto|hr|grader|years? old|yo|sre)\b"
    r"(?:\shere|\s(?:at|in|of|for|from|with)\s.*|,.*)?[.!]?$",
    re.IGNORECASE,
)


_EN_QUESTION: Final = re.compile(
    r"\?$|^(?:(?:and|but|so|also)\s)?(?:what|which|who|when|where|why|how|whether|should|can|could|do|does|is|are)\b"
    r"|\bwhether\b|\bnot sure (?:if|how|what|which)\b",
    re.IGNORECASE,
)


# don't have a budget is a fact, for all that it begins so
_EN_ASKS: Final = re.compile(
    r"^(?:i )?(?:want|need|would like) (?:[0-9]+|two|three|four|five|six|seven|eight|ten)\b"
    r"|^(?:(?:please|but|and|also),?\s)*(?:do not|don['’]?t|never)\s(?:mention|say|tell|use|write|add|include|make"
    r"|bring up|talk|reveal|promise|blame|sound|exaggerate|apologi[sz]e|ask|call|put|name|quote|repeat|invent|refer)\b",
    re.IGNORECASE,
)


# What somebody is not good at, or does for themselves, is no demand: my English is not great, just a hobby.
_EN_WEAK: Final = re.compile(
    r"^(?:and |but |also |sorry,? )?(?:"
    r"i(?:['’]?m| am) not (?:very |so |that |really )?(?:good|great|fluent|skilled|confident|an? )"
    r"|i(?:['’]?m| am) (?:bad|terrible|poor|weak|new|rusty|hopeless)\b"
    r"|my \w+ (?:is|are|isn['’]?t|aren['’]?t) (?:not |very |pretty |so )?"
    r"(?:good|great|bad|poor|weak|rusty|terrible|limited)\b"
    r"|i (?:can['’]?t|cannot|don['’]?t) (?:really )?(?:speak|code|cook|draw|know|understand)\b"
    r"|(?:it['’]?s |this is )?(?:just|only|purely) (?:a hobby|for fun)\b"
    r"|(?:i have )?no experience\b)[^,;]{0,40}$",
    re.IGNORECASE,
)


# I am a student in Daegu, I already wrote twice, first yr, what docs do I need
_EN_TELLS: Final = (
    (re.compile(r"^(?:I am|I['’]?m|we are|we['’]re) an?\s(?!.*\b(?:so|please)\b)", re.IGNORECASE), Place.WHO),
    (re.compile(r"^(?:I|we)(?: have|['’]ve)? already\b(?!.*\b(?:so|please)\b)", re.IGNORECASE), Place.FACTS),
    (
        re.compile(
            r"^(?:my )?(?:first|second|third|fourth|final|last|[1-4](?:st|nd|rd|th)) (?:yr|year|semester|time)\W*$",
            re.IGNORECASE,
        ),
        Place.FACTS,
    ),
    (
        re.compile(
            r"^(?:what|which|how|when|where|who|why)\b.*\b(?:do|does|should|can|is|are|did|will)\b", re.IGNORECASE
        ),
        Place.QUESTIONS,
    ),
)


def _read(clean: str, place: Place) -> Place:
    """Return the place of a fact that names who reads, and of one that was taken for who asks."""
    if place is Place.WISHES and not is_korean(clean) and _EN_WEAK.match(clean):
        return Place.FACTS
    if place is Place.WHO and not is_korean(clean) and not _EN_ONESELF.search(clean):
        return Place.FACTS
    if place is Place.QUESTIONS and not is_korean(clean) and not _EN_QUESTION.search(clean):
        return Place.FACTS
    if place is Place.FACTS and _EN_ASKS.match(clean):
        return Place.WISHES
    if place is Place.WISHES and not is_korean(clean):
        place = next((at for pattern, at in _EN_TELLS if pattern.match(clean)), place)
    is_reader = place is Place.FACTS and not clean.startswith("대상") and names_reader(clean)
    return Place.READERS if is_reader else place


def _is_input(said: str) -> bool:
    found = _EXAMPLE.match(said)
    return bool(found and (found["input"] or found["input_en"])) or _OF_INPUT.search(example_in(said)) is not None
