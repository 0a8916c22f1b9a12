"""An assessment: how a rehearsal went as far as rules can tell, without a model."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.sentences import quotable
from core.features.rehearsal.talk import Line, Who, said_by
from core.locale import Locale
from core.privacy.text import MaskedText

_MOST: Final = 2

# What stands first is the stronger sign: a sentence is remarked on once.
_STRONG: Final[Mapping[Locale, tuple[tuple[re.Pattern[str], str], ...]]] = {
    Locale.KO: (
        (
            re.compile(r"\d|[한두세네] (?:번|명|개|달|주|배|건)|(?:이틀|사흘|나흘|일주일|절반)"),
            "숫자가 있어 상대가 크기를 가늠할 수 있었어요.",
        ),
        (
            re.compile(r"예를 들|예로|실제로|사례|지난(?:달|주|해|번)|작년"),
            "실제 있었던 일을 들어 믿을 거리가 있었어요.",
        ),
        (
            re.compile(r"대신|대안|또는|아니면|나눠서|먼저 (?:(?!먼저 ).)+하겠|방법(?:은|이|으로)"),
            "대안을 내놓아 상대가 고를 수 있었어요.",
        ),
        (
            re.compile(r"이해(?:합니다|해요|돼요|됩니다)|그러셨|힘드|불편|걱정되|당연(?:해|합|하)|죄송|공감|바쁘"),
            "상대의 처지를 먼저 알아주었어요.",
        ),
        (re.compile(r"(?:때문|덕분|니까|므로|이유는|왜냐)"), "이유를 함께 말해 이어지는 이야기가 자연스러웠어요."),
        (re.compile(r"\?\s*$|까요|나요|으세요\?"), "질문으로 상대의 생각을 끌어냈어요."),
    ),
    Locale.EN: (
        (
            re.compile(r"\d|\b(?:half|twice|two|three|four|five|ten)\b", re.IGNORECASE),
            "A number let the other side picture the size of it.",
        ),
        (
            re.compile(r"for example|for instance|last (?:week|month|year)|actually|case", re.IGNORECASE),
            "Something that really happened gave them a reason to believe.",
        ),
        (
            re.compile(r"instead|alternatively|otherwise|\bor\b|in parts|first (?:(?!first ).)+ then", re.IGNORECASE),
            "An alternative gave them something to choose.",
        ),
        (
            re.compile(r"understand|of course|must be|sorry|know you|busy|worr", re.IGNORECASE),
            "You saw their side first.",
        ),
        (re.compile(r"because|since|so that|the reason", re.IGNORECASE), "The reason came along with the claim."),
        (re.compile(r"\?\s*$"), "A question drew out what they think."),
    ),
}
_WEAK: Final[Mapping[Locale, tuple[tuple[re.Pattern[str], str], ...]]] = {
    Locale.KO: (
        (
            re.compile(
                r"아마|같아요|같습니다|듯(?:해|합)|최대한|열심히|노력|어느 정도"
                r"|조금|(?<![가-힣])좀(?![가-힣])|나름|잘 모르"
            ),
            "어림잡는 말이라 힘이 빠졌어요. 날짜나 숫자로 바꿔 볼 만해요.",
        ),
        (
            re.compile(r"무조건|당연히|절대|항상|최고|가장 (?:좋|뛰어)|완벽"),
            "센 말인데 근거가 곁에 없어 의심을 살 수 있어요.",
        ),
        (
            re.compile(r"어쩔 수 없|제 탓이|사정(?:으로|상|이)|원래 그런|몰랐"),
            "핑계로 들릴 수 있어요. 앞으로 할 일을 먼저 말해 보세요.",
        ),
        (re.compile(r"^.{1,8}$"), "너무 짧아서 뜻이 다 전해지지 않았어요. 이유를 한마디 붙여 볼 만해요."),
    ),
    Locale.EN: (
        (
            re.compile(r"maybe|perhaps|i think|i guess|try my best|somehow|a little|a bit|not sure", re.IGNORECASE),
            "It was vague, so it lost its weight. A date or a number would carry further.",
        ),
        (
            re.compile(r"definitely|always|never|the best|perfect|no doubt", re.IGNORECASE),
            "It was a strong word with no evidence beside it.",
        ),
        (
            re.compile(r"can't help|not my fault|that's how it is|didn't know|due to circumstances", re.IGNORECASE),
            "It may sound like an excuse. Say first what you will do.",
        ),
        (re.compile(r"^.{1,12}$"), "It was too short to carry the point. A word on the reason would help."),
    ),
}


def assess(persona: Persona, lines: Sequence[Line], locale: Locale) -> Review:
    """Return what the rules find in what the person said; the advice is what works with this persona."""
    said = quotable(said_by(Who.PERSON, lines))
    weak = _remarks(said, _WEAK[locale])
    weakened = {point.quote for point in weak}
    strong = _remarks([sentence for sentence in said if sentence not in weakened], _STRONG[locale])
    return Review(strong, weak, tuple(Point(advice) for advice in persona.advice))


def _remarks(said: Sequence[MaskedText], signs: Sequence[tuple[re.Pattern[str], str]]) -> tuple[Point, ...]:
    """Return a remark for each sign that some sentence shows, no sign and no sentence twice."""
    found: dict[MaskedText, Point] = {}
    for sign, remark in signs:
        quote = next((sentence for sentence in said if sentence not in found and sign.search(_bare(sentence))), None)
        if quote is not None:
            found[quote] = Point(MaskedText(remark), quote)
    return tuple(found.values())[:_MOST]


def _bare(sentence: str) -> str:
    """Return a sentence without its labels: the number in {이름1} is no figure."""
    return re.sub(r"\{[^{}]*\}", "○○", sentence)
