"""Sentences: casual text taken apart into clauses that each say one thing."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.understanding.hangul import final, is_syllable
from core.prompting.understanding.manner import says_how
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.roles import ROLE_WORDS, after_grade, after_role, is_role
from core.prompting.understanding.runs import are_demands, at_demands
from core.prompting.understanding.terse import CONCEDED
from core.prompting.understanding.words import words

_WHOLE: Final = re.compile(
    r"```.*?(?:```|\Z)|(?:^[ \t]*\|.*(?:\n|\Z))+|(?:^[^\n\t]*\t[^\n]*(?:\n|\Z)){2,}"
    r"|\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|‘[^’\n]{1,300}’|「[^」\n]{1,300}」"
    r"|(?<![A-Za-z0-9])'[^'\n]{1,300}'(?![A-Za-z])|`[^`\n]+`"
    r"|\([^()\n]{1,300}\)|\{[^{}\n]{1,60}\}|\[[^\[\]\n]{1,200}\]|(?<!\S)\S{1,80}@\S{1,80}\.\w+|https?://\S+",
    re.MULTILINE | re.DOTALL,
)
_CODE: Final = re.compile(
    r"^\s*(?:def |class |import |from \S+ import|return |if .*:$|for .*:$|<\w+"
    r"|#include|\w+\(.*\);?$|\S+ = \S+|[})\]];?$|SELECT )"
)
_BREAK: Final = re.compile(
    r"\n+|(?<=[.!?。…])[.!?。…]{0,9}(?=\s|$|(?<=[가-힣][.!?])[가-힣])|(?<=[가-힣])[.!?](?=[가-힣]{2})"
)
_EMOTICON: Final = re.compile(r"\s{0,9}(?:[ㅠㅜ]+|[ㅋㅎ]+(?=\s|$)|\^\^|;;+|[😀-🙏🌀-🗿]+)\s*")
_FINITE: Final = re.compile(
    r"(?:니다|[가-힣]요|죠|줘|줘라|주라|십시오|시오|[했겠있없이]소|이오|해라"
    r"|싶음|씀|[어아여]짐|[끝장]남|다님|걸림|열림|바뀜|보냄|됨|함|임|음|슴|돼|[았었했됐렸갔왔났샀봤]어|거야|이야|달라)$"
)
_KEPT: Final = "\ue000"
_COPULA: Final = re.compile(r"(?:이고|이며|인데|이구|예요|이라서|이시고)$")
_LINKED: Final = re.compile(r"(?:고|구|며|는데|은데|ㄴ데|지만|는데요)$")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|Mr|Ms|Mrs|Dr|No|St|etc|approx|Inc|Co|Ltd|Prof|예)|\b[A-Z]|^[0-9]{1,2})\.$"
)
_NEAR: Final = 60  # words that are looked at on either side of a link: no clause that people write has more
_ONE_SIDE: Final = 2


def split_clauses(text: str, *, purpose: bool = False) -> tuple[str, ...]:
    """Return the clauses of a text as they were typed; code, tables, quotes and brackets stay whole.

    A `purpose` keeps conditions joined to what it asks (…하는데 …해 줘); an introduction is taken apart there.
    """
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found.group())
        return f"{_KEPT}{len(held) - 1}{_KEPT}"

    hidden = _WHOLE.sub(hold, text.strip())
    parts = [
        clause
        for line in _with_code_whole(hidden.split("\n"))
        for sentence in _sentences(line)
        for piece in _at_finite(sentence)
        for part in _at_commas(piece, purpose=purpose)
        for clause in ((part,) if purpose else _at_links(part))
        for clause in ((clause,) if purpose else after_grade(clause))
        for clause in ((clause,) if purpose else at_demands(clause))
    ]
    if parts and not purpose:
        parts[:1] = after_role(parts[0].strip())

    def release(found: re.Match[str]) -> str:
        return held[int(found[1])]

    marked = re.compile(f"{_KEPT}(\\d+){_KEPT}")
    return tuple(
        clean for part in parts if (clean := marked.sub(release, part).strip(" ,;\n\t")) and re.search(r"\w", clean)
    )


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
        yield re.sub(r"^\s*(?:[-*•·▪]\s+|[0-9]{1,2}[.)]\s+|[①-⑳]\s*)", "", line)
    if block:
        yield "\n".join(block)


def _sentences(line: str) -> Iterator[str]:
    if "\n" in line or _CODE.match(line):
        yield line
        return
    start = 0
    for found in _BREAK.finditer(line):
        if found.start() == start or _ABBREVIATED.search(line[start : found.end()]):
            continue
        yield line[start : found.end()]
        start = found.end()
    yield line[start:]


def _at_finite(sentence: str) -> Iterator[str]:
    """Break behind words that end a sentence though no mark says so (써줘 최원태 사장님이고 …)."""
    if "\n" in sentence:
        yield sentence
        return
    kept: list[str] = []
    for word, behind in re.findall(r"(\S+)(\s*)", _EMOTICON.sub(" \ue001 ", sentence)):
        if word == "\ue001":
            if kept and _is_finite(kept[-1].strip(" ,")):
                yield "".join(kept)
                kept = []
            continue
        kept.append(word + behind)
        if (word == "것" and behind and re.search(r"(?:말|않을|할|쓸|넣을|적을|뺄|지킬) 것\s$", "".join(kept))) or (
            behind and not word.endswith(",") and _is_finite(word)
        ):
            yield "".join(kept)
            kept = []
    if kept:
        yield "".join(kept)


def _is_finite(word: str) -> bool:
    word = word.rstrip(".!?~")
    if (
        word in words("m_nouns")
        or word in words("no_stems")
        or not _FINITE.search(word)
        or any(word.endswith(noun) for noun in words("m_nouns") if len(noun) > 1)
    ):
        return False
    if word in {"요", "음", "임", "함", "돼", "안돼", "아니요", "줘", "됨", "죠"}:
        return word in {"됨", "함", "임", "음", "돼", "줘"}
    return re.search("(?:필|중|주|개|수|동|가|민|소|긴|강)요$|이라고요$", word) is None


def _at_commas(piece: str, *, purpose: bool) -> Iterator[str]:
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
    asks = purpose and _demands(parts[-1])
    for index, (begin, end) in enumerate(cuts):
        left, right = piece[start:begin], piece[end : cuts[index + 1][0] if index + 1 < len(cuts) else len(piece)]
        beside = piece[cuts[index - 1][1] if index else 0 : begin]  # a single word between commas is one of a list
        if index and len(beside.split()) == 1 and not is_role(beside):
            continue
        if _is_between(left, right, whole=piece, asks=asks, purpose=purpose):
            yield left
            start = end
    yield piece[start:]


_EN_ROLE: Final = re.compile(
    r"^(?:[a-z-]+ ){0,3}(?:student|teacher|engineer|developer|manager|nurse|owner"
    r"|designer|freshman|sophomore|intern|parent|lawyer|researcher|analyst|freelancer"
    r"|founder|retiree)$",
    re.IGNORECASE,
)


def _is_between(left: str, right: str, *, whole: str, asks: bool, purpose: bool) -> bool:  # noqa: C901, PLR0911 - one line for each kind of clause
    last = left.rsplit(maxsplit=1)[-1] if left.split() else ""
    if purpose and left.endswith("지"):  # 언제 있었는지, 어디서 살았는지 알려 줘
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
    if not purpose and are_demands(left, right, whole):
        return True
    if not purpose and re.match(r"^\S+(?:은|는)\s\S", right) and re.fullmatch(r"[0-9]+\S*", left):
        return True  # 5분, 심사는 …
    if (
        not purpose
        and re.search(r"(?:만|게|도|로|씩)$", last)
        and min(len(left.split()), len(right.split())) >= _ONE_SIDE
        and last not in words("particle_nouns")
    ):
        return True
    if re.match(r"^\S+(?:은|는)\s", left) and re.match(r"^\S+(?:은|는)\s\S", right) and len(left.split()) >= _ONE_SIDE:
        return True
    if last.endswith(("은", "는", "고", "며", "데", "만", "서", "니", "면")) and read_predicate(left) is None:
        return bool(re.search(r"(?:고|며|는데|은데|인데|지만)$", last)) and len(right.split()) >= _ONE_SIDE
    if asks or re.search(r"(?:가지|순서|장|등|순)(?:로|으로|만|은|이)?\s*\S*$", whole):
        return False
    many = len(left.split()) >= _ONE_SIDE and len(right.split()) >= _ONE_SIDE
    return many and not re.search(r"(?:의|와|과|이랑|랑|및)$", last)


def _ends_clause(left: str) -> bool:
    word = left.rsplit(maxsplit=1)[-1] if left.split() else ""
    predicate = read_predicate(left)
    if predicate and predicate.mood is not Mood.TOLD and predicate.mood is not Mood.SO:
        return len(left.split()) > 1 or predicate.mood.demands
    return _is_finite(word) or bool(
        re.search(r"(?:ㅂ니다|니다|어요|아요|음|함|됨|임|있어|없어|[았었했]어)$", word) and word not in words("m_nouns")
    )


def _demands(text: str) -> bool:
    predicate = read_predicate(text)
    return predicate is not None and predicate.mood.demands


def _at_links(part: str) -> Iterator[str]:
    """Break behind -이고, -인데 and, where a demand follows a fact or another demand, behind -고 and -는데."""
    tokens = re.findall(r"\S+\s*", part)
    start = 0
    for index, token in enumerate(tokens[:-1]):
        word = token.strip(" ,")
        left = "".join(tokens[max(start, index - _NEAR) : index + 1]).strip()
        right = "".join(tokens[index + 1 : index + 1 + _NEAR]).strip()
        if _is_link(word, left, right):
            yield "".join(tokens[start : index + 1]).strip()
            start = index + 1
    yield "".join(tokens[start:])


def _is_link(word: str, left: str, right: str) -> bool:  # noqa: PLR0911 - one line for each kind of link
    if re.match(
        r"(?:있|싶|계시|나서|나면|하(?:[는고면지다여기니])|해(?:요|서|야|도|줘|주\S*|봐\S*)?(?:\s|$)|보니)", right
    ):
        return False
    if re.search(r"(?:이고|인데|이며|이구|인데요|이고요)$", word) and len(word) > _ONE_SIDE:
        return len(right.split()) >= _ONE_SIDE
    if word.endswith("하며") and len(right.split()) >= _ONE_SIDE and says_how(left.removesuffix("며") + "고"):
        return True
    if re.search(r"야\s?(?:되|하|돼)(?:고|구)(?:요)?$", left) or CONCEDED.search(word):
        return True
    if (
        word.endswith(("구", "고", "는데", "은데"))
        and len(left.split()) >= _ONE_SIDE
        and len(right.split()) >= _ONE_SIDE
    ):
        cut = word.removesuffix("는데").removesuffix("은데").removesuffix("고").removesuffix("구")
        if (
            not cut
            or not is_syllable(cut[-1])
            or word in words("particle_nouns")
            or word.endswith(tuple(words("no_links")))
        ):
            return False
        return final(cut[-1]) != "ㄴ" or word.endswith("는데")
    return False
