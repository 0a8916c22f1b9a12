"""Units: clauses that only make sense together, joined to what the person said in one breath.

A clause cut from what it leans on says something else: of 느낌표 막 붙이는 거 싫어요 the first half asks for
exclamation marks. So a sentence stays whole but for who somebody is, who reads, notes parted by commas, and orders in a
row. What is joined stands in the prompt as it was said (`instructing.py`).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.places import Place, asks_something
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.readership import names_reader
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.sentences import ends_finite

Part = tuple[str, Place]

_MARK: Final = re.compile(r"(?:[.!?~…;ㅋㅎㅠㅜㅡ]|[.!?]['\"”’)])$")
_COMMA: Final = re.compile(r"[,/]\s*$")
# A reason, a contrast, a condition or a topic: the sentence has yet to say what for.
_OPEN: Final = re.compile(
    r"(?:[가-힣]데|[아어여해와워져려춰셔러라봐가켜]서|[가-힣]니까|으니|지만|[가-힣]라|[가-힣]려고|느라|길래|도록|거나|든지|다가|므로"
    r"|때문에|[가-힣]면|만큼|대로|[다라자냐]고|[가-힣](?:은|는|이|가|을|를|의|와|과|랑|께서|에서|에게|한테|부터))$"
)
_AND: Final = re.compile(r"[가-힣](?:고|며|구)$")
_REQUESTED_AND: Final = re.compile(r"(?:주시고|주고|주되|빼고|쓰고|넣고|두고|나누고|적고|달고|고치고|바꾸고|줄이고)$")
_REFUSES: Final = re.compile(r"싫|금지|질색|사양|별로")
# What leans on the word before though it looks like an end: 있었음 좋겠네요, 베어달라 하셨어요.
_WISHED: Final = re.compile(r"^(?:좋|싶|하면|안\s?[돼되됨]|[돼되됨]|하[셨시더는였]|했)")
_NOTHING_YET: Final = re.compile(r"^(?:아|참|음|어|그리고|근데|그런데|암튼|아무튼|그래서|또|그|뭐|좀|\s|,)*$")
_LEANS_BACK: Final = re.compile(
    r"^(?:~|그건|그거|그걸|그게|그것|그러니|그래서|그러면|그럼|거기|이건|이걸|이거|이게"
    r"|그 (?:부분|얘기|말|날)|(?:이?라고|하고)\s(?:묻|물|말|그랬|그러|울|했|하[시셨]|소리))"
)
_ASIDE: Final = 2  # words of a question that the person puts to themselves: 16인치 그램?
# 예산 120만원 | 숙소 빼고: what a sum holds, and no demand
_SUM: Final = re.compile(r"[0-9]\S{0,9}\s?(?:정도|쯤|이내|까지)?$")
_COUNTED_IN: Final = re.compile(r"^(?:\S+\s)?\S+?\s?(?:빼고|빼면|제외|별도|포함|미포함)(?:하고|로|임)?\S{0,2}(?:\s|$)")
_MANNER: Final = re.compile(r"[가-힣](?:게|로|만|까지|씩)$")
_SAID_FIRST: Final = re.compile(
    r"\b(?:so|because|but|and|or|that|if|when|while|since|although|though|says?|said|told|thinks?|as|to|of|with|for|is|are"
    r"|was|my|the|a|an)$",
    re.IGNORECASE,
)
_EN_SAYS: Final = re.compile(r"(?:I|we|my|our|the|he|she|they|it)\b", re.IGNORECASE)
_EN_LEANS: Final = re.compile(r"(?:on|in|at|by|without|from|since|until|including)\b", re.IGNORECASE)
_BEGINS: Final = re.compile(r"(?:if|when|since|because|although|though|while|as)\b", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"^(?:but|and|or|so|because|that|which|who|if|when|than|as)\b", re.IGNORECASE)
# What asks for something of an answer; a sentence of several clauses without any of it only tells.
_ASKS: Final = re.compile(
    r"주세요|주십시오|[해써빼넣려러놔봐]\s?줘|(?:하|쓰|빼|넣)라고\s?했|주시|주면|줬으면|주고(?:\s|$)|말고|말구|빼고|싫|꼭|반드시|절대|금지|사양|질색|제발"
    r"|면\s?(?:좋|안\s?[돼되됨됩]|해요|됨|돼|됩)|[가-힣]야\s?(?:해|함|합|돼|됨|됩|되)|지\s?(?:마|말)|부탁|필요|싶|[가-힣]게(?:\s|$|요$)|(?:으로|로|만|까지|없이|정도|이내)$"
    r"|으면$|말래|하래|달래|원해|원함"
)
_IS_TOPIC: Final = re.compile(
    r"^(?:[^\s]{1,8}\s)?[^\s]*[가-힣](?<!하)(?<!되)(?<!있)(?<!없)(?<!주)(?<!받)(?<!가)(?<!오)(?<!보)(?<!쓰)(?<!나)(?<!치)(?:은|는)\s"
)
# What is followed by several of its kind: 업무는 보험 갱신(8월), 정수기 렌탈, …
_LISTS: Final = re.compile(
    r"^(?:\S+\s)?(?:업무|일|할 ?일|결과|출력|안건|메뉴|과목|준비물|재료|증상|조건|종류|구성|항목|테이블|필드|과제|장비"
    r"|품목)[은는:]\s[^.!?\n]{0,80}[^\s,만게로서고며],\s*$"
)
_NAMING: Final = ("음", "함", "됨", "임")
_LEAST_WORDS: Final = 2  # of what a comma parts: passionate, synergy 같은 말 금지 is one
_BARE: Final = 5  # words of a phrase without a verb that stands alone


def join(parts: Iterable[Part]) -> Iterator[tuple[str, Place, tuple[Part, ...]]]:
    """Yield units with what they are, and the clauses that each was joined from."""
    held: list[Part] = []
    for part in parts:
        if held and _is_whole(held, part):
            yield _unit(held)
            held = []
        held.append(part)
    if held:
        yield _unit(held)


def _unit(held: list[Part]) -> tuple[str, Place, tuple[Part, ...]]:
    """Return clauses as one: a demand where half of it is one, or one is and its words ask, else what the last is."""
    said = "".join(part for part, _ in held)
    solid = tuple(part for part in held if not _NOTHING_YET.match(part[0].strip())) or (held[-1],)
    places = [place for _, place in solid]
    place = Place.WISHES if Place.WISHES in places else places[-1]
    wished = sum(len(part) for part, at in solid if at is Place.WISHES)
    if (
        len(solid) > 1
        and place is Place.WISHES
        and 2 * wished < len(said)
        and HANGUL.search(said)
        and not _ASKS.search(said)
    ):
        place = Place.FACTS
    if len(solid) > 1 and place in {Place.WHO, Place.READERS}:
        place = Place.FACTS
    return said, place, solid


def _is_whole(held: list[Part], after: Part) -> bool:  # noqa: PLR0911 - one line for each kind of end
    """Whether what is held stands without what comes after."""
    said, place = "".join(part for part, _ in held), held[-1][1]
    text, following = said.strip(), after[0].strip()
    if _NOTHING_YET.match(text):
        return False
    if not HANGUL.search(said + following):
        is_over = ends_sentence(said) or _COMMA.search(said) is not None
        is_condition = _BEGINS.match(text) and "," not in text.rstrip(" ,") and not ends_sentence(said)
        if _COMMA.search(said) and _EN_SAYS.match(text) and _EN_LEANS.match(following):
            return False
        return is_over and not (is_condition or _SAID_FIRST.search(text.rstrip(" ,")) or _GOES_ON.match(following))
    if _leans_back(following) or (_SUM.search(text) and _COUNTED_IN.match(following)):
        return False
    if ends_sentence(said):
        return True
    last = text.rstrip(" ,/").rpartition(" ")[2]
    if ends_finite(text):  # a word alone behind it goes with it: 의심/확인됨 구분
        return not _WISHED.match(following) and (" " in following or not last.endswith(_NAMING))
    if place is Place.WHO and is_role(text):
        return after[1] is not Place.WHO  # 결혼 6년차 | 며느리입니다
    if place is Place.READERS and len(text.split()) <= _BARE and names_reader(text):
        return True
    return _is_one_of_several(said, last, following, orders=place is after[1] is Place.WISHES)


def _is_one_of_several(said: str, last: str, following: str, *, orders: bool) -> bool:
    """Whether a text is one of several notes, or of several orders in a sentence."""
    is_brief = min(len(said.split()), len(following.split())) < _LEAST_WORDS
    if is_brief and not (orders and _MANNER.search(last)):
        return False
    orders = orders and not _REFUSES.search(following)
    if orders and _MANNER.search(last) and _IS_TOPIC.match(following):
        return True
    if _LISTS.match(said.strip()) and not _IS_TOPIC.match(following) and read_predicate(following) is None:
        return False
    if _AND.search(last):
        return orders and (_COMMA.search(said) or _REQUESTED_AND.search(last)) is not None
    return _COMMA.search(said) is not None and not _OPEN.search(last)


def ends_sentence(said: str) -> bool:
    """Whether a text ends with a mark that ends sentences, or with a line."""
    text = said.rstrip()
    return "\n" in said[len(text) :] or _MARK.search(text) is not None


def _leans_back(following: str) -> bool:
    """Whether what follows only makes sense with what is before: 그건 빼 주세요, 음 빼 주세요, 그램?"""
    clean = re.sub(r"^(?:아|음|어|근데|그리고|아니)[\s,]+", "", following)
    if clean.endswith("?") and len(clean.split()) <= _ASIDE and not asks_something(clean):
        return True
    is_verb = " " not in clean and not re.search("[0-9]|[고며서면데]$", clean) and read_predicate(clean.rstrip("?"))
    if is_verb:  # 말까요, 어때요?
        return True
    return (
        _LEANS_BACK.match(clean) is not None
        or re.fullmatch(r"(?:좀\s)?(?:빼|넣어|해|써)\s?(?:주\S*|줘\S*)", clean) is not None
    )
