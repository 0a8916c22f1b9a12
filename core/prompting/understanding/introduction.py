"""The introduction: each clause of what a person said of themselves and the work, put where it belongs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.locale import Locale
from core.prompting.understanding.asker import is_asker
from core.prompting.understanding.demands import read_requirement
from core.prompting.understanding.english import is_english_demand, is_english_phrase, tidy
from core.prompting.understanding.facts import ask, state, state_who
from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.instructing import without_courtesy
from core.prompting.understanding.manner import says_how
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.readership import names_reader
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.sentences import split_clauses
from core.prompting.understanding.understanding import Introduction
from core.prompting.understanding.words import LONGEST, words

_EXAMPLE: Final = re.compile(
    r"^(?P<mark>(?P<input>입력\s*)?(?:출력\s*)?(?:예|예시|예문|예제|샘플)\s*(?:문장"
    r"|입력|출력)?\s*[:：)]\s*|예를 들(?:면|어)[, ]+|"
    r"(?:for example|e\.g\.|(?:sample|example)(?P<input_en> input)?(?: output| sentence)?)\s*[:,]?\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_INPUT: Final = re.compile(r"되어 ?있|돼 ?있|들어 ?있|들어옵|들어와|입력|input|looks like|comes in", re.IGNORECASE)
_EN_ROLE: Final = re.compile(
    r"^(?:i am|i'm|im|we are|we run|we own|we're|my name is|i work|i(?:'ve| have) (?:worked"
    r"|been)|i teach|i run|i manage|i study|i own|as an? )\b"
    r"|^(?:[a-z-]+ ){0,4}(?:student|teacher|engineer|developer|manager|nurse"
    r"|owner|designer|freshman|sophomore|junior|senior|intern|parent|mom|dad"
    r"|"
    r"lawyer|researcher|analyst|writer|freelancer|founder|retiree|tutor|assistant"
    r"|officer|doctor|pharmacist|librarian|clerk|accountant)(?: (?:at|in|with"
    r"|of|from) .+)?$",
    re.IGNORECASE,
)
_UNKNOWN: Final = re.compile(r"(?:(?:모르|몰라|몰겠|궁금|헷갈|알고 ?싶|고민|막막)\S{0,12}|모름)$")
_WH: Final = re.compile(r"(?:^|\s)(?:무엇|뭐|어느|어떤|어떻게|누구|누가|어디|언제|몇|얼마|왜)")
_EMBEDDED: Final = re.compile(r"(?:지|는지|ㄴ지|까|인지)(?:도|가|를|는|요)?\s?(?:잘\s)?(?:모르|몰|궁금|고민|헷갈|알고)")
_EN_QUESTION: Final = re.compile(
    r"\?\s*$|\b(?:i (?:don't|do not) know|i(?:'m| am) not sure|i wonder|not sure)\b", re.IGNORECASE
)
# What must be done by the person and not by the answer.
_OWN_DUTY: Final = re.compile(
    r"(?:제출|발표|출근|납부|이사|출발|마감|등록|신청|결제|퇴근|출국|입국|방문"
    r"|반납|보고|참석|회신|접수|치러|이동|다녀오|일하|공부하|준비하|뵈|만나|돌아오|도착|배송|완료)하?$"
    r"|(?:^|\s)(?:보내|내|나가|가|사|먹|쉬|오|타|씻)$"
)
_I_MUST: Final = re.compile(r"^(?:저는|제가|나는|내가|저희가|우리가)\s(?!.*\S(?:이|가|은|는)\s)")
_DEMANDED_FOR: Final = re.compile(
    r"(?:줘야|아야|어야|해야)\s(?:\S+\s){0,5}\S*(?:수\s?있|가능)\S*$|줘야\s(?!하"
    r"|해|되|돼|됨|합|함)\S|(?:주면|주시면)\s(?:\S+\s){0,4}\S*(?:게요?|려고요?)$"
)
_PHRASE: Final = 5  # words that a phrase of who somebody is has at most
_HONORED: Final = re.compile(
    r"(?:이|가|께서|은|는|님|분|엄마|아빠|부모님)\s(?:\S+\s){0,4}\S*(?:세요|셔요|심|십니다|시는)$"
)


class Place(StrEnum):
    """Where a clause of the introduction belongs."""

    WHO = "who"
    READERS = "readers"
    FACTS = "facts"
    WISHES = "wishes"
    QUESTIONS = "questions"
    EXAMPLE_INPUT = "example_input"
    EXAMPLE_OUTPUT = "example_output"


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause as typed and where it belongs."""

    said: str
    place: Place


def read_introduction(
    request: Restated, background: str | None, constraints: str | None, locale: Locale
) -> Introduction:
    """Put each clause beside the request, of the background and of the constraints, where it belongs."""
    placed = [
        *place_clauses(
            [
                clause
                for other in request.others
                for clause in (split_clauses(other) if re.search(r"(?:이고|인데|이며)\s", other) else (other,))
            ],
            from_purpose=True,
        ),
        *place_clauses(split_clauses(background or "")),
        *(Placed(clause, Place.WISHES) for clause in split_clauses(constraints or "")),
    ]
    return introduce(placed, locale)


def introduce(placed: Iterable[Placed], locale: Locale) -> Introduction:
    """Return an introduction from placed clauses, each stated as it will stand in the prompt."""
    of: dict[Place, list[str]] = {place: [] for place in Place}
    for one in placed:
        of[one.place].append(one.said)
    examples = {place: "\n".join(map(_example, of[place])) for place in (Place.EXAMPLE_INPUT, Place.EXAMPLE_OUTPUT)}
    return Introduction(
        who=tuple(map(state_who, of[Place.WHO])),
        readers=tuple(map(state, of[Place.READERS])),
        facts=tuple(state(fact) for fact in of[Place.FACTS]),
        wishes=tuple(read_requirement(wish, locale) for wish in of[Place.WISHES]),
        questions=tuple(map(ask, of[Place.QUESTIONS])),
        example_of_output=examples[Place.EXAMPLE_OUTPUT],
        example_of_input=examples[Place.EXAMPLE_INPUT],
    )


def place_clauses(clauses: Iterable[str], *, from_purpose: bool = False) -> list[Placed]:
    """Say of each clause where it belongs; what follows an example in the same form belongs to it."""
    placed: list[Placed] = []
    for clause in clauses:
        first = not placed and not from_purpose
        place = place_of(clause, is_first=first, from_purpose=from_purpose)
        before = placed[-1] if placed else None
        if before and before.place in {Place.EXAMPLE_INPUT, Place.EXAMPLE_OUTPUT} and _OF_INPUT.search(clause):
            # 예를 들면 2행이 …, 3행이 … 이렇게 되어 있어: the second half says of what it is an example
            placed[-1], place = Placed(before.said, Place.EXAMPLE_INPUT), Place.EXAMPLE_INPUT
        elif (
            before and before.place is Place.FACTS and place is Place.WISHES and _belongs_to_demand(before.said, clause)
        ):
            placed[-1] = Placed(before.said, Place.WISHES)
        placed.append(Placed(clause, place))
    return placed


def _belongs_to_demand(before: str, clause: str) -> bool:
    """Whether a clause in -고 is the first half of a demand: 행성 8개 다 넣고 | …; 불량은 A, B이고 | 각각 …."""
    if re.match(r"각각|각\s", clause) and re.search(r"\S(?:은|는)\s[^,]+,.+(?:이고|이며|인데)$", before.strip(" ,")):
        return True
    predicate = read_predicate(plain(mend(before)))
    return (
        predicate is not None
        and predicate.ending in {"고", "고요", "고 "}
        and predicate.stem in words("writer_verbs")
        and not predicate.before.endswith("못 ")
    )


def place_of(  # noqa: PLR0911 - one line for each kind of clause
    clause: str, *, is_first: bool = False, from_purpose: bool = False
) -> Place:
    """Say where one clause belongs."""
    if len(clause) > LONGEST:
        return Place.FACTS
    example = _EXAMPLE.match(clause)
    if example:
        of_input = example["input"] or example["input_en"] or _OF_INPUT.search(example["rest"])
        return Place.EXAMPLE_INPUT if of_input else Place.EXAMPLE_OUTPUT
    if not HANGUL.search(clause):
        return _place_english(clause, is_first=is_first, from_purpose=from_purpose)
    text = plain(mend(clause)).rstrip(" .!~,")
    predicate = read_predicate(text)
    if _asks(text, predicate):
        return Place.QUESTIONS
    if _is_wish(text, predicate, from_purpose=from_purpose):
        return Place.WISHES
    if names_reader(text):
        return Place.READERS
    return Place.WHO if is_asker(text, predicate, is_first=is_first) else Place.FACTS


def _asks(text: str, predicate: Predicate | None) -> bool:
    if text.endswith("?") or _EMBEDDED.search(text):
        return True
    if predicate is None:
        return False
    if predicate.mood is Mood.QUESTION or (
        predicate.mood in {Mood.MUST, Mood.BAN, Mood.REQUEST}
        and re.search(r"(?:야|안).*(?:나요|까요|까|은가요|는지)$", predicate.ending)
    ):
        return True
    if (
        re.search(r"(?:는지|[은인]지|[할될일]지)(?:도|요)?$", text)
        and not re.match(r"왜\s.*지도$", text)
        and _WH.search(text)
    ):
        return True
    asked = predicate.mood is Mood.ASKED and re.search(r"(?:나요|가요|까요|죠|니|냐|궁금|모르|몰)", predicate.ending)
    return bool(asked) or (_UNKNOWN.search(text) is not None and not re.search(r"잘\s모르|아무것도", text))


def _is_wish(text: str, predicate: Predicate | None, *, from_purpose: bool) -> bool:
    text = re.sub(r"\s?\([^()]*\)$", "", text)
    bare = without_courtesy(text)
    if bare != text or _DEMANDED_FOR.search(text):
        return True
    if predicate is not None and predicate.mood.demands and not _is_honoured(text, predicate):
        return not _is_own_duty(text, predicate)
    return says_how(bare, is_beside_request=from_purpose)


def _is_honoured(text: str, predicate: Predicate) -> bool:
    """Whether -세요 speaks of somebody (엄마가 세탁소 하세요) and asks for nothing."""
    return (
        predicate.mood is Mood.REQUEST
        and predicate.ending in {"세요", "으세요"}
        and (predicate.stem in {"계", "있으"} or _HONORED.search(text) is not None)
    )


def _is_for_answer(predicate: Predicate) -> bool:
    """Whether what somebody wants to do is done by the answer (표로 받고 싶어요) and not by them."""
    stem = predicate.stem
    return (
        stem in {"하", "받", "알", "보", "듣", "쓰", "만들"}
        or stem in words("writer_verbs")
        or stem in words("shaping_verbs")
        or (stem.endswith("하") and stem[:-1] in words("task_nouns"))
        or re.search(r"[로게]\s$", predicate.before) is not None
        or (
            stem == "보내"
            and re.search(r"(?:메일|문자|카톡|편지|메시지|답장)(?:을|를)?\s$", predicate.before) is not None
        )
    )


def _is_own_duty(text: str, predicate: Predicate) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    if "야" in predicate.ending and names_reader(text):
        return True
    if re.search(r"^(?:꼭|반드시|절대)\s|\s(?:꼭|반드시|절대로?)\s", text):
        return False
    if predicate.mood is Mood.SO:
        return not re.search(
            r"(?:하도록|되도록|않도록|수 있도록|오도록|나도록|보이도록|읽히도록|들리도록)(?:요| 하\S*)?$", text
        )
    if predicate.mood is Mood.WANT and predicate.stem == "받" and re.search(r"답장|회신|연락|답변은", text):
        return True
    if predicate.mood is Mood.WANT and not _is_for_answer(predicate):
        return True
    if predicate.mood is Mood.WANT and re.search(
        r"^(?:저는|나는|제가|내가)\s|(?:창업|이직|취직|진학|합격|가|사|먹|되)$", predicate.before + predicate.stem
    ):
        return True
    if predicate.mood is Mood.REQUEST and predicate.ending == "기":
        known = predicate.stem.endswith(("어두", "아두", "워두", "해두", "겨두"))
        known = known or predicate.stem in words("writer_verbs") or predicate.stem in words("shaping_verbs")
        return not known or re.match(r"(?:주제|제목|과제)[은는]", text) is not None
    if predicate.mood is not Mood.MUST:
        return False
    return _OWN_DUTY.search(predicate.stem) is not None or _I_MUST.match(text) is not None


def _place_english(clause: str, *, is_first: bool, from_purpose: bool) -> Place:
    text = tidy(clause).rstrip(" .!")
    polite = re.match(r"(?:can|could|would|will) (?:you|u)\b|please", text, re.IGNORECASE)
    if (clause.rstrip().endswith("?") and not polite) or (
        _EN_QUESTION.search(clause) and not is_english_demand(clause)
    ):
        return Place.QUESTIONS
    if is_english_demand(clause) or is_english_phrase(text):
        return Place.WISHES
    if names_reader(text):
        return Place.READERS
    if _EN_ROLE.search(text):
        return Place.WHO
    if from_purpose and re.match(
        r"^(?:in|as|with|without|under|no|using|for)\b|^(?:short|formal|simple)\b", text, re.IGNORECASE
    ):
        return Place.WISHES
    is_phrase = not re.search(
        r"[0-9:=;]|\b(?:is|are|was|were|has|have|had|will|can|do|does|need|needs|want|we|my|it)\b", text
    )
    return Place.WHO if is_first and is_phrase and len(text.split()) <= _PHRASE else Place.FACTS


def _example(said: str) -> str:
    found = _EXAMPLE.match(said)
    return (found["rest"] if found else said).strip()
