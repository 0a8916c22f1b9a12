"""Reviewing: what a model is asked about a talk, and what of its answer is grounded in what was said."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.features.rehearsal.model.sentence import list_in, object_in, presentable
from core.features.rehearsal.model.tokens import tokens
from core.features.rehearsal.model.wording import WORDING
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.sentences import quotable
from core.features.rehearsal.talk import RehearsalContext, Who, said_by, turns
from core.privacy.text import MaskedText
from core.prompting.request import ModelRequest
from core.values.locale import Locale

_PARTS: Final = ("convinced", "unconvinced", "advice")
_MOST: Final = 2
_SHORTEST: Final = 8
_LONGEST: Final = {Locale.KO: 120, Locale.EN: 220}
_MAX_TOKENS: Final = 1_200
_WINDOW: Final = 6_000  # tokens


def reviewing_request(scene: RehearsalContext, context: int = 0) -> ModelRequest:
    """Return the request for a review; a quote can only be one of the person's own sentences."""
    locale, persona = scene.locale, scene.persona
    asked = WORDING[locale]["reviewing"]
    head, _, _ = asked.partition("[")
    goal = " ".join(scene.goal.split())
    around = asked.format(name=persona.name, about=persona.about, goal=goal, talk="")
    room = min(context or _WINDOW, _WINDOW) - _MAX_TOKENS - tokens(around)
    return ModelRequest(
        prompt=MaskedText(around + "\n".join(_last(_told(scene), room))),
        max_tokens=_MAX_TOKENS,
        shared=len(head),
        schema=_schema(quotable(said_by(Who.PERSON, scene.lines)), locale),
    )


def read_review(answer: str, scene: RehearsalContext) -> Review | None:
    """Return the review that an answer is, without the points that may not stand; None when nothing is left of it.

    A point stands when its quote is really the person's and its remark is one fair sentence in the locale's language.
    """
    drawn = object_in(answer)
    convinced, unconvinced, advice = (tuple(_points(drawn, part, scene))[:_MOST] for part in _PARTS)
    praised = {point.quote for point in convinced}
    unconvinced = tuple(point for point in unconvinced if point.quote not in praised)
    if not (convinced or unconvinced):
        return None
    return Review(convinced, unconvinced, advice or tuple(map(Point, scene.persona.advice)), by_model=True)


def _points(drawn: Mapping[str, object], part: str, scene: RehearsalContext) -> Iterator[Point]:
    said = [" ".join(text.split()) for text in said_by(Who.PERSON, scene.lines)]
    seen: set[str] = set()
    for each in list_in(drawn, part):
        point = each if isinstance(each, dict) else {}
        remark = presentable(point.get("remark"), _LONGEST[scene.locale], scene.known, scene.locale, shortest=_SHORTEST)
        quote = _real(point.get("quote"), said)
        if remark and quote and remark not in seen:
            seen.add(remark)
            yield Point(MaskedText(remark), MaskedText(quote))


def _real(quote: object, said: Sequence[str]) -> str | None:
    """Return a quote if somebody said it, word for word but for blanks and the marks around it."""
    if not isinstance(quote, str):
        return None
    words = " ".join(quote.split()).strip("\"'“”‘’「」… ")
    return words if len(words) >= 2 and any(words in text for text in said) else None  # noqa: PLR2004 - one character proves nothing


def _told(scene: RehearsalContext) -> list[str]:
    names = {Who.PERSON: WORDING[scene.locale]["me"], Who.PERSONA: scene.persona.name}
    return [f"{names[turn.who]}: {' '.join(turn.text.split())}" for turn in turns(scene.lines)]


def _last(told: list[str], room: int) -> list[str]:
    start = len(told)
    while start and room - tokens(told[start - 1]) >= 0:
        start -= 1
        room -= tokens(told[start])
    return told[start:] or told[-1:]


def _schema(quotes: Sequence[MaskedText], locale: Locale) -> Mapping[str, object]:
    quote: Mapping[str, object] = {"type": "string", "enum": list(map(str, quotes))}
    remark: Mapping[str, object] = {"type": "string", "minLength": _SHORTEST, "maxLength": _LONGEST[locale]}
    point = {
        "type": "object",
        "properties": {"quote": quote, "remark": remark},
        "required": ["quote", "remark"],
        "additionalProperties": False,
    }
    points = {"type": "array", "items": point, "maxItems": _MOST}
    return {
        "type": "object",
        "properties": dict.fromkeys(_PARTS, points),
        "required": list(_PARTS),
        "additionalProperties": False,
    }
