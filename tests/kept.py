"""Whether what a person said stands in a prompt: every content word on one line, nothing turned round or stitched on.

It reads a line as a person would who marks it: the verb of a demand may change its ending or give way to another verb
of writing (후렴은 꼭 있어야 해요 → 후렴은 꼭 넣습니다), every other word must be there. It shares no code with what it
measures.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

STANDS: Final = 0.8
"""The share of the content words that must be there."""
_GLUED: Final = 2  # content words of another clause by which a line that holds them is two things in one
_TOKEN: Final = re.compile(r"[가-힣]+|[A-Za-z][A-Za-z'’-]*|[0-9]+(?:[.,:][0-9]+)*")
_HANGUL: Final = re.compile(r"[가-힣]")
_REASON: Final = re.compile(r"\([^()]*\)")
# Words of grammar, courtesy and stress, and the verbs of writing, for which an instruction has its own.
_AUXILIARY: Final = re.compile(
    # what somebody else demands: 적으라고 하셨어요, 쓰지 말래요, 나오면 안 된다고 했음
    r"(?:으?라고|[된한]다고|래)\s?(?:하|했|해|함|합|지시|말씀)\S*|으?라(?:셨|심|십)\S*|으?래(?:요|서)?(?=$|[.!])|으?랬\S*|(?<!바)으?랍니다|으?라네요?|"
    r"지(?:는|도|를)?\s?(?:말|마|않)\S*(?:\s것)?|(?<=[아어여해와워춰켜겨려쳐져겨내써돼눠꿔둬봐])\s?(?:주|줘|줬|드리)\S*(?:\s(?:좋|감사|합|해|함|하|됩|되|될|돼|싶)\S*)?"
    r"|(?<=[가-힣])(?:줘|주세요|주십시오|주시고|주셨|줬)\S*(?:\s(?:좋|합|해|함)\S*)?|(?<=[을를은는가])\s?(?:부탁|바라|바랍)\S*|(?:수|줄)\s?있\S*|(?:[었았였]으|으)?면\s?(?:안\s?)?(?:좋|되|돼|됩|됨|해|함|합|하|싶)\S*|음\s?좋\S*"
    r"|(?<=[아어여해])야\s?(?:만\s?)?(?:하|해|함|합|되|돼|됩|됨|할|될)\S*|[습입]?니다(?=[.!\s]|$)"
)
_VERBAL: Final = (
    r"(?:고|며|면|지|게|는|기|여|되|라|자|도록|려고"
    r"|세요|십시오|시고|시면|셨으면|서|야|요|도|주\S*|줘\S*|셨\S*|심|습니다|니다|어\S*|아\S*|으면|은|을|음)?"
)
_GRAMMAR: Final = re.compile(
    rf"^(?:(?:하|해|했|합|함|할|쓰|써|쓸|씁|씀|쓴|넣|적|있|없|되|돼|됐|된|될|됨|됩|주|줘|줬|싶|않|둬|둡|들어가|들어간|들어갈|나와|나오|만들|보이|보여|바라|바랍|좋|원하|빼|뺀|뺄|뺍|뺐|싫|괜찮)"
    rf"{_VERBAL}|(?:작성|부탁|필요|필수|금지|사절|지양|제외|생략|불가|포함|환영|별로|감사|노노)(?:하\S*|해\S*|합\S*|함|없\S*)?"
    r"|곤란\S*|큰일\S*|금물|사양|패스|배제\S*|삼가\S*|바람|싫\S*|없이|없게|없도록|없었으면|두고|두면|두세요|두기|둔|마|말고|말아\S*|말기|되도록|부탁드\S*|좋겠\S*|들어가야\S*|있었으면|[을를이가은는도만의로]|꼭|반드시|절대|절대로|제발|좀|쫌|그냥|혹시|그리고|근데|그런데|그래서|너무|정말|진짜|아주|다|또|더|및|이요|요|음|씩|것|거|걸|건|게|거로|걸로|것\S{1,2}"
    r"|수|때문에|무조건|거라\S*|거야|딱|노|ㄴㄴ|님|안|못|안됨|안돼|안돼요|같이|이|그|저|참고로|일단|아|저는|제가|저희|나는|제|내|우리|x)$"
)
_AGAINST: Final = re.compile(
    r"곤란|큰일|금물|사양|패스|않|(?<![가-힣])(?:안|못)(?:\s|[되돼됨됩])|말[고아라]|마세|마시|마[라요](?:$|\s)|없|금지|사절|지양|제외|생략|불가|배제|빼|뺍|뺀|싫|별로|질색"
    r"|ㄴㄴ|노노|[xX×]$|대신|피하|피해|피합|삼가|삼갑|됐고|무리|줄[이여입]|적게|덜"
    r"|\b(?:no|not|never|without|nothing|avoid|skip|omit|leave out|instead|minus|except)\b|n['’]t\b",
    re.IGNORECASE,
)
# What no Korean writes: two particles or two bans one behind the other, a verb that was cut from its clause.
_BROKEN: Final = re.compile(
    r"(?:쓰|하|넣|있|적|되|내|보|들)지(?:는|를|도)?\s(?:넣|쓰)지 않|(?:으로|에서|에게|까지|부터)[를을]\s"
    r"|(?:^|\s)[를을]\s|(?:으로|에서|에게)는 넣지 않"
    r"|(?:^|\n|\()(?:좋겠|싶|않|말고)\S*\s|[하되]고 넣습니다|라고를?\s넣"
)
_ENDINGS: Final = re.compile(
    r"(?:이?라서|이?라고|이?니까|으니까|니까|으면|으며|으로|에서|에게|한테|께서|까지|부터|처럼|보다|마다|밖에|이랑|랑|하고|이나|이고|이며|인데|이라|이나|라도|도록|어야|아야|여야|해야|야"
    r"|어서|아서|해서|여서|려고|는데|은데|지만|지는|지도|거나|습니다|입니다|합니다|니다|세요|어요|아요|해요|예요|이에요|에요|네요|게요|죠|지|고|며|면|서|게|자|기|음|함|임|됨|던|되"
    r"|[었았였했렸겼왔]\S{0,4}|으[셨심시]\S{0,4}|은|는|이|가|을|를|도|만|의|에|로|과|와|요|께|씩|용|된|한|인|할|될|어|아|해)+$"
)
_NOUN: Final = re.compile(r"(?:은|는|이|가|을|를|도|만|의|에|로|으로|과|와|에서|까지|부터)$")
_ONE_SYLLABLE: Final = frozenset(
    "표글말답책톤줄끝예뜻열칸앞뒤위꽃돈시날달해곡행연절장꿈춤욕피점값몸집밥물차술팀색빛힘맛옷형법집방봄"
)
_WRITING: Final = re.compile(
    r"(?:a|an|the|and|or|of|to|in|on|for|with|is|are|be|been|it|its|this|that|them|they|i|we|my|me|our|us|you"
    r"|your|am|was|please|pls|thanks|write|make|made|making|use|used|using|want|wants|wanted|need|needs|like"
    r"|love|prefer|would|could|should|can|cannot|can't|must|have|has|had|having|do|does|did|don't|doesn't"
    r"|didn't|no|not|never|without|nothing|avoid|skip|omit|leave|out|keep|kept|give|given|get|include|includes"
    r"|included|put|add|any|some|also|so|but|just|really|if|as|at|by|from|into|sure|there|i'd|i'm|it's|that's"
    r"|shouldn't|mustn't|won't)$"
)


def stands(said: str, units: Iterable[str], others: Sequence[str] = ()) -> bool:
    """Whether a demand stands in one of the units: whole, alone, the right way round.

    A unit is a line, two lines behind each other (a demand may be two) or a section. `others` are the facts said
    beside it: a line that holds one of them as well is two things stitched together.
    """
    return any(_is_kept(said, unit) and not any(_is_glued(said, other, unit) for other in others) for unit in units)


def is_given(said: str, unit: str) -> bool:
    """Whether what was told as a fact is in a text."""
    wanted = content(said)
    return _share(wanted[:-1] if len(wanted) > _GLUED else wanted, unit) >= STANDS  # its verb becomes a noun


def share(said: str, unit: str) -> float:
    """Return how many of the content words of something are in a text; all of nothing."""
    return _share(content(said), unit)


def _share(wanted: Sequence[str], unit: str) -> float:
    there = _TOKEN.findall(_plain(unit))
    joined = _letters("".join(there))  # 안나게 → 안 나게
    found = [any(_agree(word, other) for other in there) or _is_spread(word, joined) for word in wanted]
    return sum(found) / len(wanted) if wanted else 1.0


def _is_spread(word: str, joined: str) -> bool:
    """Whether a word stands in a text with blanks inside."""
    return len(word) > 2 and _HANGUL.match(word) is not None and _letters(word) in joined


def content(said: str) -> tuple[str, ...]:
    """Return the content words of something that was said, as typed."""
    bare = _AUXILIARY.sub(" ", _plain(said))
    found = _TOKEN.findall(bare) or _TOKEN.findall(_plain(said))
    words = [word for word in found if not _GRAMMAR.match(word) and not _WRITING.match(word)]
    return tuple(words or found)


def _is_kept(said: str, unit: str) -> bool:
    if share(said, unit) < STANDS or _BROKEN.search(unit):
        return False
    return bool(_AGAINST.search(said)) <= bool(_AGAINST.search(unit))


def _is_glued(said: str, other: str, unit: str) -> bool:
    """Whether a line holds a fact too: a reason in brackets behind an instruction is no fact stitched on."""
    if "\n" in unit:
        return all(_is_glued(said, other, line) for line in unit.splitlines() if share(said, line))
    mine = content(said)
    rest = [word for word in content(other) if not any(_agree(word, own) for own in mine)]
    there = _TOKEN.findall(_plain(_REASON.sub("", unit)))
    held = sum(any(_agree(word, token) for token in there) for word in rest)
    return len(rest) >= _GLUED and held / len(rest) >= STANDS


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def _agree(word: str, other: str) -> bool:
    """Whether a word of the prompt is a form of a word that was said."""
    if not _HANGUL.match(word):
        if word[0].isdigit():
            return word.replace(",", "") == other.replace(",", "")
        size = max(3, len(word) - 3)  # fit, fits, fitted
        return word == other or (len(word) >= size and other.startswith(word[:size]))
    if not _HANGUL.match(other):
        return False
    if word == other:
        return True
    return any(_letters(stem, cut=cut) == _letters(other)[: len(_letters(stem, cut=cut))] for stem, cut in _stems(word))


def _stems(word: str) -> Iterable[tuple[str, bool]]:
    """Yield what a word can be a form of, and whether its last consonant may change (쉽게, 쉬운)."""
    yield word, False
    for size in range(1, len(word)):
        ending = _ENDINGS.fullmatch(word[size:])
        if ending is None:
            continue
        stem = word[:size]
        if _NOUN.fullmatch(word[size:]) and size == 1 and stem not in _ONE_SYLLABLE:
            continue
        yield stem, _NOUN.fullmatch(word[size:]) is None
        return
    if len(word) > 1:  # a verb in a form that no list holds (맞춰, 고칠): what comes before its last syllable
        yield word[:-1] + unicodedata.normalize("NFD", word[-1])[0], False
    else:
        yield word, True


def _letters(text: str, *, cut: bool = False) -> str:
    """Return a word in letters in which contracted vowels are apart: 맞춰 → 맞추, 해 → 하."""
    letters = unicodedata.normalize("NFD", text)
    for contracted, whole in (("ᅧ", "ᅵ"), ("ᅯ", "ᅮ"), ("ᅪ", "ᅩ"), ("ᅫ", "ᅬ"), ("ᅢ", "ᅡ")):
        letters = letters.replace(contracted, whole)
    return letters[:-1] if cut and "ᆨ" <= letters[-1] <= "ᇂ" else letters
