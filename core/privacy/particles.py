"""Korean particles: which of a pair (은/는, 이/가, 을/를 …) is right after a word, read the Korean way."""

import re
from enum import Enum
from typing import Final


class Ending(Enum):
    """How a word ends when it is read aloud."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"


class Particle(Enum):
    """A particle with its two forms: after a consonant, after a vowel."""

    TOPIC = ("은", "는")
    SUBJECT = ("이", "가")
    OBJECT = ("을", "를")
    AND = ("과", "와")
    TO = ("으로", "로")
    WITH = ("이랑", "랑")
    CALL = ("아", "야")
    QUOTE = ("이라고", "라고")
    IS = ("이에요", "예요")
    WAS = ("이었", "였")


def ending(word: str) -> Ending:
    """Say how a word ends; what cannot be read aloud counts as a vowel. Closing brackets and quotes are not read."""
    tail = _READABLE.search(word[-_READ_BACK:])
    if tail is None:
        return Ending.VOWEL
    read = tail.group()
    if read in _SIGNS:
        return _SIGNS[read]
    return _latin_ending(read) if read.isascii() else _hangul_ending(read)


def choose(word: str, particle: Particle) -> str:
    """Return the form of a particle that is right after a word: 은 after 김민준, 는 after 철수."""
    after_consonant, after_vowel = particle.value
    return after_consonant if _wants_first(ending(word), after_vowel) else after_vowel


def attach(word: str, particle: Particle) -> str:
    """Return a word with the right form of a particle behind it."""
    return word + choose(word, particle)


def carry(following: str, old: str, new: str) -> str:
    """Return the text that followed `old` as it must read behind `new`.

    A particle that was right stays right and a wrong one stays wrong, so `carry(carry(x, a, b), b, a) == x`.
    A word that merely begins like a particle (은행, 이사, 가게) is left alone.
    """
    run = _RUN.match(following)
    if run is None:
        return following
    swapped = _swap(run.group(), following[run.end() : run.end() + 1], ending(old), ending(new))
    return swapped + following[run.end() :]


def agree(following: str, word: str) -> str:
    """Return the text behind `word` with its particle, if it begins with one (`은(는)` too), in the right form.

    Closing brackets, quotes and emphasis may stand before it.
    """
    closed = _CLOSING.match(following)
    if closed:
        return closed.group() + agree(following[closed.end() :], word)
    double = _DOUBLE.match(following)
    if double:
        return choose(word, _DOUBLES[double.group()]) + following[double.end() :]
    run = _RUN.match(following)
    if run is None:
        return following
    behind = following[run.end() :]
    first, second = _call_pair(behind[:1]) if run.group() in _CALLS else _PAIRS.get(run.group(), (run.group(),) * 2)
    if run.group() not in (first, second):
        return following
    return (first if _wants_first(ending(word), second) else second) + behind


def settle(text: str) -> str:
    """Return the text with every double form, such as `을(를)` or `(으)로`, replaced by the right one."""
    return _DOUBLE.sub(
        lambda match: choose(text[max(0, match.start() - _READ_BACK) : match.start()], _DOUBLES[match.group()]), text
    )


def _swap(run: str, after: str, old: Ending, new: Ending) -> str:
    if run in _CALLS:
        return _swap_call(run, after, old, new)
    if run not in _PAIRS:
        return run
    first, second = _PAIRS[run]
    if _wants_first(old, second) == _wants_first(new, second):
        return run
    return second if run == first else first


def _swap_call(run: str, after: str, old: Ending, new: Ending) -> str:
    if (old is Ending.VOWEL) == (new is Ending.VOWEL):
        return run
    pair = _call_pair(after)
    if run not in pair:
        return run
    return pair[1] if run == pair[0] else pair[0]


def _call_pair(after: str) -> tuple[str, str]:
    # After a vowel 야 is both the call (철수야, 안녕) and the copula (나는 철수야.); what comes next tells them apart.
    return ("아", "야") if after and after in _AFTER_A_CALL else ("이야", "야")


def _wants_first(end: Ending, second: str) -> bool:
    # (으)로 alone counts ㄹ among the vowels: 서울로, 이름1로 (일로).
    return end is Ending.CONSONANT or (end is Ending.RIEUL and not second.startswith("로"))


def _hangul_ending(syllable: str) -> Ending:
    final = (ord(syllable) - ord("가")) % 28
    return {0: Ending.VOWEL, 8: Ending.RIEUL}.get(final, Ending.CONSONANT)


def _latin_ending(word: str) -> Ending:
    spelled = word.isupper() or not re.search(r"[aeiouy]", word, re.IGNORECASE)
    for pattern, end in _LETTERS if spelled else _WORDS:
        if pattern.search(word):
            return end
    return Ending.VOWEL


# Only the end of a word is read, so that a long text without a blank costs no more than a short one.
_READ_BACK: Final = 40
_READABLE: Final = re.compile(r"(?:[가-힣]|[0-9%]|[A-Za-z]+)(?=[^가-힣0-9%A-Za-z]*\Z)")
_RUN: Final = re.compile(r"[가-힣]+")
# What may stand between a word and its particle: **김민준**은, (박서연)이.
_CLOSING: Final = re.compile(r"(?:[)\]}*_`\"'”’」』〉》】]){1,4}(?=[가-힣(])")

_SIGNS: Final = {
    "0": Ending.CONSONANT,  # 영; 십, 백, 천 and 만 end in consonants too
    "1": Ending.RIEUL,
    "2": Ending.VOWEL,
    "3": Ending.CONSONANT,
    "4": Ending.VOWEL,
    "5": Ending.VOWEL,
    "6": Ending.CONSONANT,
    "7": Ending.RIEUL,
    "8": Ending.RIEUL,
    "9": Ending.VOWEL,
    "%": Ending.VOWEL,
}

# Letter by letter (엘, 엠, 엔, 알), then as words (구글, 챗, 슬랙, 폰); first match wins.
_LETTERS: Final = (
    (re.compile(r"[LR]\Z", re.IGNORECASE), Ending.RIEUL),
    (re.compile(r"[MN]\Z", re.IGNORECASE), Ending.CONSONANT),
)
_WORDS: Final = (
    (re.compile(r"le?\Z", re.IGNORECASE), Ending.RIEUL),
    (
        re.compile(r"(?:[mn]|ng|[aeiouy][mn]e|ck|ic|[aeiouy]pp?|[aeiou]b|[aeiou]k|[aeiou]tt?)\Z", re.IGNORECASE),
        Ending.CONSONANT,
    ),
)

# What may follow each pair within the same run of Hangul; a bare form is allowed besides.
_TAILS: Final = {
    ("은", "는"): "요 커녕",
    ("이", "가"): "요",
    ("을", "를"): "요",
    ("과", "와"): "는 도 의 만 요",
    ("으로", "로"): "는 도 만 의 서 써 부터 부터의 까지 서는 서도 서의 써는",
    ("이랑", "랑"): "은 도 만 요",
    ("이나", "나"): "마",
    ("이란", "란"): "",
    ("이라", "라"): "고 고는 고도 고만 고요 고해요 고합니다 는 서 면 도 며 던 든지 든가 니 네요 지만 기 기보다 길래",
    ("이에요", "예요"): "만",
    (
        "이었",
        "였",
    ): "다 다고 다가 다면 습니다 습니까 어요 어 던 는데 는데요 고 고요 지만 지요 죠 을 으며 으면 으니 네요 기 음",
    ("이야말로", "야말로"): "",
}

_PAIRS: Final = {
    form + tail: (first + tail, second + tail)
    for (first, second), tails in _TAILS.items()
    for tail in ("", *tails.split())
    for form in (first, second)
}

# Particles of one form, endings of the copula, and closings of a letter.
_INVARIANT: Final = """
    에 에는 에도 에서 에서는 에게 에게는 에게서 에게도 의 도 만 만은 께 께서 께서는 께는
    한테 한테는 한테서 한테도 더러 보고
    부터 부터는 까지 까지는 까지도 보다 보다는 처럼 같은 같이 마다 조차 마저 밖에 뿐 하고 하고는 대로
    입니다 입니다만 이고 고 이며 며 이다 다 인데 인데요 인 인가요 일까요 이지만 지만 이죠 죠
    이니 이니까 니까 이요 요 네 네요
    이네요 이세요 세요 이신 이십니다 이시고 이든 든 아 야 이야 올림 드림 배상
"""

PARTICLES: Final = (*_PAIRS, *_INVARIANT.split())
"""Everything that may stand glued to a noun."""

_CALLS: Final = frozenset({"아", "야", "이야"})
_AFTER_A_CALL: Final = " ,!~\n"

_DOUBLES: Final = {
    **{f"{first}({second})": p for p in Particle for first, second in (p.value, p.value[::-1])},
    **{f"({p.value[0][0]}){p.value[1]}": p for p in (Particle.TO, Particle.WITH, Particle.QUOTE)},
}
_DOUBLE: Final = re.compile("|".join(map(re.escape, sorted(_DOUBLES, key=len, reverse=True))))
