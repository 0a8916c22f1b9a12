"""Korean particles: which of a pair (은/는, 이/가, 을/를 …) is right after a word, read the Korean way."""

import re
from enum import Enum
from typing import Final

from core.privacy.korean.final_sound import READ_BACK, Ending, ending


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


def choose(word: str, particle: Particle) -> str:
    """Return the form of a particle that is right after a word: 은 after 김민준, 는 after 철수."""
    return _fitting(ending(word), particle.value)


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
    double = _DOUBLE_BEHIND.match(following)
    if double:
        return _fitting(ending(word), _DOUBLES_BEHIND[double.group()]) + following[double.end() :]
    run = _RUN.match(following)
    if run is None:
        return following
    behind = following[run.end() :]
    return _agreed(run.group(), behind[:1], ending(word)) + behind


def settle(text: str) -> str:
    """Return the text with every double form, such as `을(를)` or `(으)로`, replaced by the right one."""
    return _DOUBLE.sub(
        lambda match: _fitting(
            ending(text[max(0, match.start() - READ_BACK) : match.start()]), _DOUBLES[match.group()]
        ),
        text,
    )


def _swap(run: str, after: str, old: Ending, new: Ending) -> str:
    if run in _CALLS:
        return _swap_call(run, after, old, new)
    pair = _pair(run)
    if pair is None or _wants_first(old, pair[1]) == _wants_first(new, pair[1]):
        return run
    return pair[1] if run == pair[0] else pair[0]


def _swap_call(run: str, after: str, old: Ending, new: Ending) -> str:
    if (old is Ending.VOWEL) == (new is Ending.VOWEL):
        return run
    pair = _call_pair(after)
    if run not in pair:
        return run
    return pair[1] if run == pair[0] else pair[0]


def _agreed(run: str, after: str, end: Ending) -> str:
    if run in _CALLS:
        pair = _call_pair("" if run == "이야" else after)
        return _fitting(end, pair) if run in pair else run
    if run in _SHORTENED:
        return run if end is Ending.VOWEL else _SHORTENED[run]
    forms = _pair(_MISSPELT.get(run, run))
    return _fitting(end, forms) if forms else run


def _pair(run: str) -> tuple[str, str] | None:
    """Return the two forms of a particle or of an ending of the copula; None where it has but one."""
    if run in _PAIRS:
        return _PAIRS[run]
    # 이었다, 였으니까 …: no noun begins so, whatever comes behind.
    past = _PAST.match(run)
    return ("이었" + run[past.end() :], "였" + run[past.end() :]) if past else None


def _call_pair(after: str) -> tuple[str, str]:
    # After a vowel 야 is both the call (철수야, 안녕) and the copula (나는 철수야.); what comes next tells them apart.
    return ("아", "야") if after and after in _AFTER_A_CALL else ("이야", "야")


def _fitting(end: Ending, pair: tuple[str, str]) -> str:
    return pair[0] if _wants_first(end, pair[1]) else pair[1]


def _wants_first(end: Ending, second: str) -> bool:
    # (으)로 alone counts ㄹ among the vowels: 서울로, 이름1로 (일로).
    return end is Ending.CONSONANT or (end is Ending.RIEUL and not second.startswith("로"))


_RUN: Final = re.compile(r"[가-힣]+")
# What may stand between a word and its particle: **김민준**은, (박서연)이.
_CLOSING: Final = re.compile(r"(?:[)\]}*_`\"'”’」』〉》】]){1,4}(?=[가-힣(])")

# What may follow each pair within the same run of Hangul; a bare form is allowed besides.
_TAILS: Final = {
    ("은", "는"): "요 커녕",
    ("이", "가"): "요",
    ("을", "를"): "요",
    ("과", "와"): "는 도 의 만 요",
    (
        "으로",
        "로",
    ): "는 는요 도 만 의 요 서 써 부터 부터의 부터는 부터도 까지 까지도 서는 서도 서의 서만 써는 써만 밖에",
    ("이랑", "랑"): "은 도 만 요",
    ("이나", "나"): "마 요",
    ("이란", "란"): "다",
    ("이라", "라"): """
        고 고는 고도 고만 고요 고해요 고합니다 구 구요 는 는데 는데요 서 서요 면 면서 면은 면야 면요 도 도요 며 던
        던데 던데요 든지 든가 니 니까 니요 네 네요 더라 더라고요 지만 기 기보다 기에 길래 야 야만 거나 더니
    """,
    ("이랍니다", "랍니다"): "만",
    ("이여", "여"): "",
    ("이어서", "여서"): "요",
    ("이에요", "예요"): "만",
    ("이네요", "네요"): "",
    ("이죠", "죠"): "",
    ("이니까", "니까"): "요",
    ("이야말로", "야말로"): "",
}

_PAIRS: Final = {
    form + tail: (first + tail, second + tail)
    for (first, second), tails in _TAILS.items()
    for tail in ("", *tails.split())
    for form in (first, second)
}

# After a vowel the copula may lose its 이 (철수며, 철수이며), after a consonant never (김민준이며).
_SHORT: Final = (
    "고 고요 며 면 면서 든 든지 든가 다 다만 지 지만 지요 자 니 네 요 세요 십니다 십니까 신 시고 시며 셨다 셨던"
)
_SHORTENED: Final = {short: f"이{short}" for short in _SHORT.split()}
_MISSPELT: Final = {"에요": "예요", "이예요": "예요"}
_PAST: Final = re.compile(r"이었|였")

PAIRED: Final = tuple(_PAIRS)
"""Every form of every particle that has two."""

_CALLS: Final = frozenset({"아", "야", "이야"})
_AFTER_A_CALL: Final = " ,!~"  # before a line break it is as likely the copula, whose full stop is gone

_DOUBLES: Final = {
    **{f"{first}({second})": p.value for p in Particle for first, second in (p.value, p.value[::-1])},
    **{f"({p.value[0][0]}){p.value[1]}": p.value for p in (Particle.TO, Particle.WITH, Particle.QUOTE)},
}
_DOUBLE: Final = re.compile("|".join(map(re.escape, sorted(_DOUBLES, key=len, reverse=True))))
# Right behind a value, more is a double form than within a sentence: 은/는, (이)가, (으)로부터.
_DOUBLES_BEHIND: Final = _DOUBLES | {
    written: (first, second)
    for first, second in (*_PAIRS.values(), Particle.CALL.value, ("이며", "며"), ("이든", "든"), ("이야", "야"))
    for written in (
        f"{first}({second})",
        f"{second}({first})",
        f"({first}){second}",
        f"{first}/{second}",
        f"{second}/{first}",
        f"({first.removesuffix(second)}){second}",
    )
}
_DOUBLE_BEHIND: Final = re.compile(
    f"(?:{'|'.join(map(re.escape, sorted(_DOUBLES_BEHIND, key=len, reverse=True)))})(?![가-힣])|{_DOUBLE.pattern}"
)
