"""Boundaries: the gaps between words at which no clause can end, whatever the tagger finds likely.

A cut inside a phrase (기말고사 4번 | 문항 채점 기준이 궁금해요) leaves two pieces that nobody wrote, each of which is
then read wrongly; a missing cut leaves a long one that still reads as it was typed. So where no mark stands, a
clause ends behind a verb, behind who somebody is, or where a phrase that demands gives way to the next.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from core.privacy.labels import LABEL
from core.prompting.understanding.clause_features import moods_of
from core.prompting.understanding.predicates import Mood
from core.prompting.understanding.role_phrases import ROLE_WORDS, is_role
from core.prompting.understanding.words import words

_MARKED: Final = re.compile(r"[.,!?~…;:/\n]\s{0,9}$|(?:[ㅋㅎㅠㅜ]|ㄴㄴ)\s{0,9}$|[.,!?]['\"”’)]\s{0,9}$")
_SENTENCE_END: Final = re.compile(r"[.!?~…\n]\s{0,9}$")
_HANGUL_END: Final = re.compile(r"[가-힣]$")
_JOINED: Final = re.compile(r"[가-힣](?:을|를|의|와|과|은|는|이|가|이랑|랑)$")
# A reason or a condition belongs to what it is given for (이사차 와서 | 그날은 꼭 비웁니다).
_LEADING: Final = re.compile(r"(?:[아어여해와워져려춰셔]서|으면|[가-힣]면|려고|느라|니까)$")
_CONNECTED: Final = re.compile(r"(?:고|[하쓰넣빼달두]되|며|데|니까|으니|거든요?|라|라서|지만|므로)$")
_GOES_ON: Final = re.compile(
    r"^(?:뒤|후|전|동안|이내|이상|이하|정도|쯤|째|간|내|안|때|중|기준|짜리|넘게|있|없|수|줄|것|거|건|게|걸|듯|적|만큼|채|데|뿐"
    r"|한마디|하나|둘|셋)"
    r"(?:에|에는|은|는|이|가|을|를|도|만|로|으로|까지|부터|의|임|이에요|예요|입니다)?(?:[.,!?].*)?$"
)
_ABBREVIATED: Final = re.compile(
    r"^(?:Mr|Ms|Mrs|Dr|Prof|St|[Nn]o|[Ff]ig|[Vv]ol|[Pp]p|vs|approx|e\.g|i\.e)\.$"
)  # Ms. | Kramer
_RELATIVE: Final = re.compile(r"(?:딸|아들|조카|손주|손녀|손자|동생|아이)(?![가-힣]{3})")


_ONLY_TELLS: Final = frozenset({Mood.TOLD, Mood.ASKED, Mood.QUESTION})
# What demands with an ending that tells: 욕 빼고, 누구 탓인지 쓰지 말고, 존댓말 필요 없음.
_REFUSED: Final = re.compile(r"(?:싫|금지|ㄴㄴ|노노|빼|말고|말구|제외|생략|없이|필요|사절|사양|[xX×](?:\s|$))")
_GOES_WITH: Final = re.compile(
    r"(?:as|they|that|which|who|than|to|of|for|with|in|on|at|by|and|or|is|are|was|were|because|if|when|so)$",
    re.IGNORECASE,
)
# What a demand can end in without a verb.
_MANNER: Final = re.compile(r"(?:게|로|만|도|없이|씩|대로|처럼|까지|[0-9]\S{0,9})$")
_TOPIC: Final = re.compile(r"[가-힣](?:은|는|이|가|을|를)$")
_WORDS_A_MARK: Final = 9
_LABEL_WORDS: Final = 2
_NUMBERING: Final = re.compile(r"^[0-9]{1,2}[).]$")
_QUOTED: Final = re.compile(r"[가-힣](?:다|라|자|냐)고$")  # 안전하다고 | 단정하지 말아줘
# A negation or 하다 leans on the word before: 가는지는 말 | 안 하고, 분명하게 | 하되.
_LEANS: Final = re.compile(
    r"(?:안|못)(?:$|\s|하|했|해|함)|못[가-힣]|없다|있다|하(?:되|고|는|면|기|며|니|지|게|도)|해(?:서|야|도|요|줘|주)|했|합니다|함(?:$|[.,])"
)


_NAMED_AS: Final = frozenset({"예시로", "예로", "주제로", "소재로", "주인공으로"})


class Edge(StrEnum):
    """What a gap allows: any cut, none, one behind a role, before a demand, between two, or before another kind."""

    OPEN = "open"
    NONE = "none"
    ROLE = "role"
    DEMAND = "demand"
    BETWEEN_DEMANDS = "between_demands"
    OTHER_KIND = "other_kind"


def edges_of(tokens: Sequence[str]) -> list[Edge]:
    """Return what each gap behind a word but the last allows."""
    moods = moods_of(tokens)
    edges = [_edge(tokens, at, moods) for at in range(len(tokens) - 1)]
    if not is_marked(tokens):
        return edges
    is_english = not re.search("[가-힣]", "".join(tokens))
    listed = _after_label(tokens)
    for at, edge in enumerate(edges):
        is_open = edge is Edge.OPEN and not _MARKED.search(tokens[at])
        if at in listed or (is_english and _GOES_WITH.match(tokens[at + 1].strip()) and not _MARKED.search(tokens[at])):
            edges[at] = Edge.NONE
        elif edge is Edge.DEMAND:
            edges[at] = Edge.BETWEEN_DEMANDS if _MANNER.search(tokens[at].strip()) else Edge.NONE
        elif is_open:
            edges[at] = Edge.OTHER_KIND
    return edges


def _after_label(tokens: Sequence[str]) -> set[int]:
    """Return the gaps behind a word with a colon that begins a sentence, up to its end: 이번주: 점검 2건, 감사 대응."""
    listed: set[int] = set()
    begin, inside = 0, False
    for at, token in enumerate(tokens[:-1]):
        inside = inside or (
            at - begin < _LABEL_WORDS and re.search(r"[가-힣A-Za-z0-9][:：]\s{0,9}$", token) is not None
        )
        if _SENTENCE_END.search(token):
            begin, inside = at + 1, False
        elif inside:
            listed.add(at)
    return listed


def _edge(tokens: Sequence[str], at: int, moods: Sequence[str]) -> Edge:  # noqa: C901, PLR0911 - one line for each kind of gap
    token, after = tokens[at], tokens[at + 1].strip()
    word = token.strip()
    if token.endswith("/") or _ABBREVIATED.match(word):  # 입고/출고/반품
        return Edge.NONE
    if "겸" in (word, after) or word in _NAMED_AS:  # 트레이너 | 겸 사장, 예시로 | 라면 회사
        return Edge.NONE
    if _MARKED.search(token) or not re.search("[가-힣]", "".join(tokens)):
        return Edge.OPEN
    if (
        after.startswith("(")
        or _GOES_ON.match(after)
        or _NUMBERING.search(word)
        or not re.search(r"[^\W_ㄱ-ㅎㅏ-ㅣ]", after)
    ):
        return Edge.NONE
    if _LEANS.match(after) or _QUOTED.search(word):
        return Edge.NONE
    if _is_role_here(tokens, at):
        return Edge.ROLE
    if not _HANGUL_END.search(word):
        return Edge.DEMAND
    is_noun = word in words("particle_nouns") or word in words("no_stems")
    if word in words("leaning_adverbs"):  # 제가 따로 | 그림, 서로 | 상처 주지 않게
        return Edge.NONE
    if not is_noun and _JOINED.search(word) and moods[at] == "none":
        return Edge.NONE
    is_bare = moods[at] == "none" and not _MANNER.search(word) and not _CONNECTED.search(word)
    if is_bare and _TOPIC.search(after) and after not in words("particle_nouns"):
        return Edge.NONE  # 회사 욕은, 알레르기 표시는: one noun
    if _LEADING.search(word) and not is_noun:
        return Edge.BETWEEN_DEMANDS
    if moods[at] != "none" or (_CONNECTED.search(word) and not is_noun):
        return Edge.OPEN
    return Edge.DEMAND


def is_marked(tokens: Sequence[str]) -> bool:
    """Whether a text has marks so often that its writer ends clauses with them."""
    marks = sum(_MARKED.search(token) is not None for token in tokens)
    return marks * _WORDS_A_MARK >= len(tokens)


def _is_role_here(tokens: Sequence[str], at: int) -> bool:
    """Whether a clause that begins at the last mark says up to here who somebody is, and more than a name follows."""
    begin = at
    while begin and at - begin < ROLE_WORDS and not _MARKED.search(tokens[begin - 1]):
        begin -= 1
    if begin and not _SENTENCE_END.search(tokens[begin - 1]):  # 주 2일까지, 팀장 승인: one of a list is nobody
        return False
    phrase = " ".join(token.strip() for token in tokens[begin : at + 1])
    after = tokens[at + 1].strip()
    if _RELATIVE.match(after):  # 초2 딸 생일
        return False
    if re.match(r"[0-9]{1,4}\s?(?:명|분|인)(?![가-힣]*분)", after):  # 간호조무사 12명 근무표: others
        return False
    if re.search(r"[가-힣](?:이|가|을|를|한테|에게|랑)$", after) and after not in words("particle_nouns"):
        return False  # 중2 딸이: somebody else
    if begin == at and not re.search("[0-9]", phrase) and re.search(r"[가-힣](?:은|는)$", after):
        return False  # 인턴 경험은: one noun
    is_last = at + 1 == len(tokens) - 1 or _MARKED.search(tokens[at + 1]) is not None
    return is_role(phrase) and not LABEL.match(after) and not (is_last and _HANGUL_END.search(after.rstrip(".,")))


def demands_ahead(tokens: Sequence[str]) -> Iterator[bool]:
    """Yield for each gap whether what follows it can be a demand: the next verb is none that only tells."""
    moods = moods_of(tokens)
    for at in range(1, len(tokens)):
        end = next((place for place in range(at, len(tokens)) if _MARKED.search(tokens[place])), len(tokens) - 1)
        verbs = (place for place in range(at, end + 1) if moods[place] != "none" and not tokens[place].endswith("면 "))
        verb = next(verbs, end)
        yield moods[verb] not in _ONLY_TELLS or any(map(_REFUSED.match, tokens[at : min(verb + 3, end + 1)]))
