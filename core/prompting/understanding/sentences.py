"""Sentences: where a casual text ends one whatever is said, and the clauses of a request."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from core.privacy.korean.hangul import final
from core.prompting.understanding.clause_features import WHOLE
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.role_phrases import ROLE_WORDS, is_role
from core.prompting.understanding.verbs import is_known
from core.prompting.understanding.words import endings, words

_CODE: Final = re.compile(
    r"^\s*(?:def |class |import |from \S+ import|return |if .*:$|for .*:$|<\w+"
    r"|#include|\w+\(.*\);?$|\S+ = \S+|[})\]];?$|SELECT )"
)
_BREAK: Final = re.compile(
    r"\n+|(?<=[.!?。…])[.!?。…]{0,9}(?=\s|$|(?<=[가-힣][.!?])[가-힣])|(?<=[가-힣])[.!?](?=[가-힣]{2})"
    r"|(?<=\s)ㅡ{2,9}(?=\s|$)"
)
# A line of its own that gives an example is one, however many sentences it has.
_EXAMPLE_LINE: Final = re.compile(r"\s*(?:입력\s?|출력\s?)?(?:예|예시|예문)\s?(?:문장|입력|출력)?\s?[:：)]\s*\S")
_EMOTICON: Final = re.compile(r"\s{0,9}(?:[ㅠㅜ]+|[ㅋㅎ]+(?=\s|$)|\^\^|;;+|[😀-🙏🌀-🗿]+)\s*")
_FINITE: Final = re.compile(
    r"(?:니다|니더|[가-힣]어예|[가-힣]요|죠|줘|줘라|주라|십시오|시오|[했겠있없이]소|이오|해라"
    r"|싶음|씀|[어아여]짐|[끝장]남|다님|걸림|열림|바뀜|보냄|됨|함|임|음|슴|돼|[았었했됐렸갔왔났샀봤]어|거야|이야|달라|ㄴㄴ|노노|[가-힣][xX])$"
)
_LAUGHED: Final = re.compile(r"(?<=[ㅋㅎㅠㅜ]{2})\s+")
_ENDS_LAUGHING: Final = re.compile(r"(?:[가-힣]까지|빼고|말고)$")  # 내일까지ㅠㅠ 900자, 향수는 빼고ㅋ 개발자
BULLET: Final = re.compile(r"^\s*(?:[-*•·▪]\s+|[0-9]{1,2}[.)]\s+|[①-⑳]\s*)")
_KEPT: Final = "\ue000"
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|Mr|Ms|Mrs|Dr|[Nn]o|[Ff]ig|[Vv]ol|[Pp]p|St|etc|approx|Inc|Co|Ltd|Prof|예)|\b[A-Z]|^[0-9]{1,2})\.$"
)
# 1. 인사 2. 경과 3. 질의: several numbers within one line.
_NUMBERED: Final = re.compile(r"(?<!\S)\(?([0-9]{1,2})[.)](?=\s)")
_NUMBER_BEFORE: Final = re.compile(r"(?<!\S)[0-9]{1,2}\.$")
_NUMBERING: Final = re.compile(r"\s*[가나다]\.\s|(?<=\s[가나다]\.)\s")  # 1. 가. 1) 순으로
_QUOTED: Final = re.compile(r"(?<=\?)\s*(?:하고|라고|라며|라는|이라고|고)\s")  # 화났어? 하고 물었어요
_GOES_ON: Final = re.compile(r"(?<=\b[ap]\.m)\.\s[a-z(]")  # 2 a.m. my time; but 2 a.m. The calls …
_ORDERED: Final = re.compile(r"(?:말|않을|할|쓸|넣을|적을|뺄|지킬) 것$")
_AND: Final = re.compile(r"[가-힣](?:이나|과|와|이랑|랑|및)$")
_ONE_SIDE: Final = 2


def split_request(text: str) -> tuple[str, ...]:
    """Return the clauses of a request as typed; code, tables, quotes and brackets stay whole.

    Conditions stay joined to what is asked (…하는데 …해 줘).
    """
    parts = [clause for sentence in split_sentences(text) for clause in _at_commas(without_bullet(sentence))]
    return tuple(clean for part in parts if (clean := part.strip(" ,;\n\t")) and re.search(r"\w", clean))


def without_bullet(sentence: str) -> str:
    """Return a sentence without the mark before it; a number that others follow belongs to it."""
    return sentence if _is_numbered(sentence) else BULLET.sub("", sentence)


def _is_numbered(line: str) -> bool:
    """Whether a line counts within itself from one to two, at least."""
    numbers = _NUMBERED.findall(line)
    return "\n" not in line and "1" in numbers and "2" in numbers[numbers.index("1") :]


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text as typed: at lines, full stops, emoticons and words that end a sentence."""
    return _split(text, _at_finite)


def marked_sentences(text: str) -> list[str]:
    """Return the sentences of a text as typed, where a mark shows that they end."""
    return _split(text, lambda sentence: iter(_LAUGHED.split(sentence)))


def _split(text: str, pieces_of: Callable[[str], Iterator[str]]) -> list[str]:
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        opening = "(" if found.group().startswith("(") else ""  # what is in brackets goes with the word before
        held.append(found.group().removeprefix(opening))
        return f"{opening}{_KEPT}{len(held) - 1}{_KEPT}"

    hidden = WHOLE.sub(hold, text.strip())
    parts = [
        piece
        for line in _with_code_whole(hidden.split("\n"))
        for sentence in _sentences(line)
        for piece in pieces_of(sentence)
    ]

    def release(found: re.Match[str]) -> str:
        return held[int(found[1])]

    marked = re.compile(f"{_KEPT}(\\d+){_KEPT}")
    return [marked.sub(release, part) for part in parts]


def _with_code_whole(lines: list[str]) -> Iterator[str]:
    """Join lines of code that follow each other."""
    block: list[str] = []
    for line in lines:
        if _CODE.match(line) or (block and line.startswith((" ", "\t"))):
            block.append(line)
            continue
        if block:
            yield "\n".join(block)
            block = []
        yield line
    if block:
        yield "\n".join(block)


def _sentences(line: str) -> Iterator[str]:
    if "\n" in line or _CODE.match(line) or _EXAMPLE_LINE.match(line):
        yield line
        return
    start, is_numbered = 0, _is_numbered(line)
    for found in _BREAK.finditer(line):
        before = line[start : found.end()]
        if found.start() == start or _ABBREVIATED.search(before):
            continue
        if is_numbered and _NUMBER_BEFORE.search(before[-4:]):
            continue
        if _GOES_ON.match(line, max(found.start() - 1, 0)) or _belongs(line, found.end()):
            continue
        yield line[start : found.end()]
        start = found.end()
    yield line[start:]


def _belongs(line: str, end: int) -> bool:
    """Whether what stands behind a mark belongs to what stands before."""
    return _NUMBERING.match(line, end) is not None or _QUOTED.match(line, end) is not None


def _at_finite(sentence: str) -> Iterator[str]:
    """Break behind words that end a sentence though no mark says so (써줘 최원태 사장님이고 …)."""
    if "\n" in sentence:
        yield sentence
        return
    kept: list[str] = []
    for word, behind, after in re.findall(r"(\S+)(\s*)(?=(\S?))", _EMOTICON.sub(" \ue001 ", sentence)):
        if word == "\ue001":
            if kept and (is_finite(kept[-1].strip(" ,")) or _ENDS_LAUGHING.search(kept[-1].strip(" ,"))):
                yield "".join(kept)
                kept = []
            continue
        kept.append(word + behind)
        if behind and after != "(" and not word.endswith(",") and ends_finite("".join(kept)):
            yield "".join(kept)
            kept = []
    if kept:
        yield "".join(kept)


def ends_finite(text: str) -> bool:
    """Whether a text ends as a sentence does though no mark says so."""
    before, _, word = text.rstrip(" ,/").rpartition(" ")
    is_listed = word.endswith("음") and _AND.search(before) is not None  # 죽음이나 늙음 한탄은 빼고
    return (is_finite(word) and not is_listed) or _ORDERED.search(text.rstrip(" ,")) is not None


def is_finite(word: str) -> bool:
    """Whether a word ends a sentence though no mark says so: 써줘, 나옴; ~함 names an ending."""
    word = word.rstrip(".!?~")
    if word.startswith("~"):
        return False
    if word in words("m_nouns") or word in words("no_stems") or word.endswith(endings("m_nouns")):
        return False
    if not _FINITE.search(word) and not _is_noun_form(word):
        return False
    if word.endswith("음") and len(word) > 1 and not final(word[-2]):  # 쌀미음, 처음: -음 stands behind a final
        return False
    if word in {"요", "음", "임", "함", "돼", "안돼", "아니요", "줘", "됨", "죠"}:
        return word in {"됨", "함", "임", "음", "돼", "줘"}
    return re.search("(?:필|중|주|개|수|동|가|민|소|긴|강)요$|이라고요$", word) is None


def _is_noun_form(word: str) -> bool:
    """Whether a word is a verb in the form in which notes end: 나옴, 바뀜."""
    predicate = read_predicate(word) if len(word) > 1 and final(word[-1]) == "ㅁ" else None
    return predicate is not None and predicate.ending == "ᆷ" and is_known(predicate.stem)


def _at_commas(piece: str) -> Iterator[str]:
    """Break at commas between clauses, not between the things of a list."""
    parts = re.split(r",\s+|,(?=[가-힣])|\s+/\s+|;\s+", piece)
    if len(parts) == 1:
        yield piece
        return
    start = 0
    colon = re.search(r"(?<![0-9])[:：](?!\d|//)", piece)
    cuts = [
        found.span()
        for found in re.finditer(r",\s+|,(?=[가-힣])|\s+/\s+|;\s+", piece)
        if colon is None or found.start() < colon.start()
    ]
    asks = _demands(parts[-1])
    for index, (begin, end) in enumerate(cuts):
        left, right = piece[start:begin], piece[end : cuts[index + 1][0] if index + 1 < len(cuts) else len(piece)]
        beside = piece[cuts[index - 1][1] if index else 0 : begin]  # a single word between commas is one of a list
        if index and len(beside.split()) == 1 and not is_role(beside):
            continue
        if _is_between(left, right, whole=piece, asks=asks):
            yield left
            start = end
    yield piece[start:]


_EN_ROLE: Final = re.compile(
    r"^(?:[a-z-]+ ){0,3}(?:student|teacher|engineer|developer|manager|nurse|owner"
    r"|designer|freshman|sophomore|intern|parent|lawyer|researcher|analyst|freelancer"
    r"|founder|retiree)$",
    re.IGNORECASE,
)


# What ends a list: … 이렇게 다섯 개, … 순으로, … 나눠서
_LISTS: Final = re.compile(
    r"(?:가지|순서|장|등|순|\s개|\s곳|군데)(?:로|으로|만|은|이)?\s{0,4}\S{0,20}$|\s나[눠누]\S{0,20}$"
)


def _is_between(left: str, right: str, *, whole: str, asks: bool) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    last = left.rsplit(maxsplit=1)[-1] if left.split() else ""
    if left.endswith("지"):  # 언제 있었는지, 어디서 살았는지 알려 줘
        return False
    if _ends_clause(left):
        return True
    if is_role(left) and len(left.split()) <= ROLE_WORDS:
        return True
    if re.search(r"[A-Za-z]{2}", left) and not re.search("[가-힣]", left) and re.match("[0-9]*[가-힣]", right):
        return len(left.split()) > _ONE_SIDE
    if _EN_ROLE.match(left):
        return True
    if re.search(r"[A-Za-z]", left) and not re.search("[가-힣]", left):
        return (
            len(left.split()) > _ONE_SIDE
            and re.match(r"(?:and |but |so |i |we |my |it |the |please |no |not )", right, re.IGNORECASE) is not None
        )
    if re.match(r"^\S+(?:은|는)\s", left) and re.match(r"^\S+(?:은|는)\s\S", right) and len(left.split()) >= _ONE_SIDE:
        return True
    if last.endswith(("은", "는", "고", "며", "데", "만", "서", "니", "면")) and read_predicate(left) is None:
        return bool(re.search(r"(?:고|며|는데|은데|인데|지만)$", last)) and len(right.split()) >= _ONE_SIDE
    if asks or _LISTS.search(whole):
        return False
    many = len(left.split()) >= _ONE_SIDE and len(right.split()) >= _ONE_SIDE
    return many and not re.search(r"(?:의|와|과|이랑|랑|및)$", last)


def _ends_clause(left: str) -> bool:
    word = left.rsplit(maxsplit=1)[-1] if left.split() else ""
    predicate = read_predicate(left)
    if predicate and predicate.mood is not Mood.TOLD and predicate.mood is not Mood.SO:
        return len(left.split()) > 1 or predicate.mood.demands
    return is_finite(word) or bool(
        re.search(r"(?:ㅂ니다|니다|어요|아요|음|함|됨|임|있어|없어|[았었했]어)$", word) and word not in words("m_nouns")
    )


def _demands(text: str) -> bool:
    predicate = read_predicate(text)
    return predicate is not None and predicate.mood.demands
