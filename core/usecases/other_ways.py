"""The other ways of contradictions: what there are, and which of them a text or a press takes."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.conversation.answer_reading import read
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer, Session
from core.conversation.summary_events import OtherWayTaken
from core.conversation.texts import t
from core.conversation.understood import OtherWay
from core.privacy.text import MaskedText
from core.prompting.languages import read_language
from core.prompting.understanding.understanding import ConflictKind, Understanding
from core.sessions.briefing import understanding_of
from core.values.locale import Locale

_LONGEST: Final = 60
_CHOSEN: Final = {
    Key.FORM: (ConflictKind.FORM,),
    Key.LENGTH: (ConflictKind.LENGTH, ConflictKind.SECTIONS_LENGTH),
    Key.LANGUAGE: (ConflictKind.LANGUAGE,),
    Key.LEVEL: (ConflictKind.READER_LEVEL,),
}
"""What contradicts the choice of which question."""

_VERB: Final = re.compile(r"(?:쓰|맞추|덜어\s?내|설명하|정리하|넣|받)기$")
_ASKED: Final = re.compile(
    r"(?:로|으로)?(?:좀|다시|그냥)?(?:써|쓰|쓸|해|하|할|맞춰|맞추|덜어|설명|정리|넣|받|만들|바꿔|부탁)[가-힣]{0,8}"
)
_ADDED: Final = re.compile(r"\([^()]*\)|^그래도 |(?<=chosen )[\d,~]+(?= characters)")
_COURTESY: Final = re.compile(r"^(?:please|그냥|아니|그럼)\s|,?\s(?:please|instead)$", re.IGNORECASE)


def ways_of(found: Understanding, locale: Locale) -> tuple[OtherWay, ...]:
    """Return the other ways of the contradictions that there are, and the ways back from those that were taken."""
    return (
        *(
            OtherWay(each.kind, MaskedText(each.other), each.form, MaskedText(each.reader) if each.reader else None)
            for each in found.conflicts
            if each.other
        ),
        *(OtherWay(each.kind, MaskedText(t(locale, "understood.back")), taken=True) for each in found.turned),
    )


def way_pressed(event: OtherWayTaken, session: Session) -> OtherWayTaken:
    """Return the press with the way that it takes; without, where there is no such contradiction any more."""
    found = understanding_of(session.underlying)
    ways = ways_of(found, session.locale) if found else ()
    return replace(event, way=next((each for each in ways if each.kind == event.kind), None))


def way_said(text: MaskedText, found: Understanding, answers: Mapping[Key, Answer], locale: Locale) -> OtherWay | None:
    """Return the way that a text takes, in its own words or by naming what was chosen already: 한국어로 써 줘."""
    ways = ways_of(found, locale)
    if not ways or len(text) > _LONGEST:
        return None
    if worded := next((each for each in ways if _says(text, each.text)), None):
        return worded
    chosen = _chosen_again(text, answers, locale)
    return next((each for each in ways if each.kind in chosen and not each.taken), None)


def _says(text: str, wording: str) -> bool:
    said = _folded(_COURTESY.sub("", " ".join(text.split()).rstrip(" .!~")))
    for each in (wording, _ADDED.sub("", wording)):
        begun = _folded(_VERB.sub("", each))
        asked = said.removeprefix(begun)
        if said == _folded(each) or (begun != _folded(each) and asked != said and _ASKED.fullmatch(asked)):
            return True
    return False


def _chosen_again(text: MaskedText, answers: Mapping[Key, Answer], locale: Locale) -> tuple[ConflictKind, ...]:
    """Return what contradicts the one choice that a text names and that stands already."""
    changes = refine(answers, text, locale) or {}
    key = next(iter(changes)) if len(changes) == 1 else None
    if key not in _CHOSEN or key not in answers:
        return ()
    said, before = read(key, text), answers[key]
    if said is None:
        return ()
    is_language = key is Key.LANGUAGE and read_language(said.choice or said.text)
    is_same = (
        said.choice == before.choice if before.choice else is_language and is_language is read_language(before.text)
    )
    return _CHOSEN[key] if is_same else ()


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).strip(".!~")
