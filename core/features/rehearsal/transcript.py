"""A transcript: a rehearsal as a Markdown document, with labels where values were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.talk import TalkLine, Who, turns
from core.privacy.text import MaskedText
from core.values.locale import Locale

_WORDS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType(
    {
        Locale.KO: {
            "title": "대화 연습: {name}",
            "partner": "상대",
            "goal": "전하려던 것",
            "talk": "대화",
            "me": "나",
            "convinced": "통한 말",
            "unconvinced": "통하지 않은 말",
            "advice": "다음에 해 볼 것",
            "quoted": "‘{quote}’",
        },
        Locale.EN: {
            "title": "Rehearsal: {name}",
            "partner": "Partner",
            "goal": "To bring across",
            "talk": "Talk",
            "me": "Me",
            "convinced": "What convinced",
            "unconvinced": "What did not",
            "advice": "To try next",
            "quoted": "“{quote}”",
        },
    }
)
_MARKUP: Final = re.compile(r"([\\`*_#<>\[\]|])")


def transcript(
    persona: Persona, goal: MaskedText, lines: Sequence[TalkLine], review: Review | None, locale: Locale
) -> MaskedText:
    """Return the whole rehearsal as Markdown; what people wrote cannot pass for markup."""
    return MaskedText("\n".join(_lines(persona, goal, lines, review, _WORDS[locale])).rstrip() + "\n")


def _lines(
    persona: Persona, goal: MaskedText, lines: Sequence[TalkLine], review: Review | None, words: Mapping[str, str]
) -> Iterator[str]:
    yield f"# {words['title'].format(name=_plain(persona.name))}\n"
    yield f"- {words['partner']}: {_plain(persona.name)} – {_plain(persona.about)}"
    yield f"- {words['goal']}: {_plain(goal)}\n"
    yield f"## {words['talk']}\n"
    names = {Who.PERSON: words["me"], Who.PERSONA: _plain(persona.name)}
    for turn in turns((TalkLine(Who.PERSONA, persona.opening), *lines)):
        yield f"**{names[turn.who]}**: {_plain(turn.text)}\n"
    if review:
        for part in ("convinced", "unconvinced", "advice"):
            yield from _points(words[part], getattr(review, part), words["quoted"])


def _points(title: str, points: Sequence[Point], quoted: str) -> Iterator[str]:
    if not points:
        return
    yield f"## {title}\n"
    for point in points:
        quote = f"{quoted.format(quote=_plain(point.quote))} – " if point.quote else ""
        yield f"- {quote}{_plain(point.remark)}"
    yield ""


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
