"""From a brief to its understanding: all of its answers read together."""

import re
from dataclasses import replace
from typing import Final

from core.choices import Form, Language
from core.locale import Locale
from core.privacy.particles import Particle, attach
from core.prompting.brief import Brief
from core.prompting.intents.intent import Intent
from core.prompting.understanding.audience import read_audience
from core.prompting.understanding.conflicts import find_conflicts
from core.prompting.understanding.features import Request
from core.prompting.understanding.gaps import find_gaps
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.restating import Restated, restate
from core.prompting.understanding.understanding import Material, MaterialState, Understanding
from core.prompting.writing.material import is_fenced, split_purpose

_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_LATIN_LETTERS_A_SYLLABLE: Final = 4  # an English word has about four letters where Korean has one or two syllables
_ADVERBIAL: Final = re.compile(r"(?:[가-힣](?:으로|로|하게|히|에서|에게|께)|까지|대해|위해|만)$")
_LONG_TEXT: Final = 150  # characters behind the request in which the material itself may stand


def understand(brief: Brief) -> Understanding:
    """Read a brief; its prompt is written in the language that was chosen for it, else in the one the person wrote in."""
    locale = brief.prompt_language or written_in(brief)
    asked, rest = split_purpose(brief.purpose)
    background = "" if is_fenced("background", brief.background) else brief.background
    recognition = recognise(request_of(brief), brief.intent or "")
    intent = recognition.intent
    introduction = read_introduction(asked, background, brief.constraints or "", locale)
    understanding = Understanding(
        locale=locale,
        recognition=recognition,
        task=_task(restate(asked, locale), intent, locale),
        audience=brief.audience or read_audience(asked, introduction, locale),
        introduction=introduction,
        requirements=introduction.wishes,
        facts=introduction.facts,
        material=_material(brief, rest, intent, locale),
        conflicts=(),
        gaps=find_gaps(intent, "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints))), locale),
    )
    return replace(understanding, conflicts=find_conflicts(brief, understanding))


def request_of(brief: Brief) -> Request:
    """Return what the classifier looks at."""
    return Request(
        purpose=brief.purpose,
        background=brief.background,
        form=str(brief.form) if isinstance(brief.form, Form) else "",
        language=str(brief.language) if isinstance(brief.language, Language) else "other",
        has_reference=brief.reference is not None,
    )


def written_in(brief: Brief) -> Locale:
    """Return the language in which the person wrote their answers, that of the interface where it is not clear."""
    text = brief.purpose
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    if hangul * _LATIN_LETTERS_A_SYLLABLE >= latin and hangul:
        return Locale.KO
    return Locale.EN if latin > _LATIN_LETTERS_A_SYLLABLE else brief.locale


def _task(restated: Restated, intent: Intent, locale: Locale) -> str:
    """Return the request as an instruction; one that only names a thing takes the intent's verb."""
    if not restated.is_noun:
        return restated.text
    if locale is Locale.EN:
        return f"{intent.task.en.rstrip('.')}: {restated.text}."
    verb = intent.task.ko.split()[-1]
    if _ADVERBIAL.search(restated.text):
        return f"{restated.text} {verb}"
    return f"{attach(restated.text, Particle.OBJECT)} {verb}"


def _material(brief: Brief, rest: str, intent: Intent, locale: Locale) -> Material:
    if brief.reference or len(rest) >= _LONG_TEXT:
        return Material(MaterialState.GIVEN, intent.needs[locale] if intent.needs else "")
    if intent.needs:
        return Material(MaterialState.MISSING, intent.needs[locale])
    return Material()
