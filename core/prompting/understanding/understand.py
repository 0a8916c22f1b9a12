"""From a brief to its understanding: all of its answers read together."""

import re
from dataclasses import replace
from typing import Final

from core.choices import Form, Language
from core.locale import Locale
from core.privacy.particles import Particle, attach
from core.prompting.brief import Brief
from core.prompting.intents.intent import Intent, Product
from core.prompting.understanding.audience import read_audience
from core.prompting.understanding.conflicts import Asked, find_conflicts
from core.prompting.understanding.demands import demands_in
from core.prompting.understanding.features import Request
from core.prompting.understanding.gaps import Told, find_gaps, split_answers
from core.prompting.understanding.introduction import read_introduction
from core.prompting.understanding.leaving import is_left_out, without
from core.prompting.understanding.long_texts import is_fenced, split_purpose
from core.prompting.understanding.objects import is_bare_noun
from core.prompting.understanding.options import options_in
from core.prompting.understanding.recognition import recognise
from core.prompting.understanding.restating import Restated, restate
from core.prompting.understanding.room import loosened
from core.prompting.understanding.understanding import Introduction, Material, MaterialState, Understanding

_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_LATIN_LETTERS_A_SYLLABLE: Final = 4  # an English word has about four letters where Korean has one or two syllables
_ADVERBIAL: Final = re.compile(r"(?:[가-힣](?:으로|로|하게|히|에서|에게|께)|까지|대해|위해|만)$")
_TOLD: Final = 2  # facts or lists that make up what is worked on
# A request that points at a text means one that is somewhere else.
_POINTS: Final = re.compile(
    r"(?:^|\s)(?:이|이거|이것|아래|위|다음|첨부|밑에?|붙임)(?:\s|의|에)|\b(?:this|these|below|attached|above)\b",
    re.IGNORECASE,
)
# A conversation to be read, not to be held: certain, whatever the words around it.
_WRITTEN_OUT: Final = re.compile(
    r"대본|스크립트|(?:쭉|끝까지|통째로|한 번에) ?(?:다 )?(?:써|적)|script|transcript", re.IGNORECASE
)
# What is about to be done, and what for an AI is asked: 쪽지 남기려는데.
_PLANNED: Final = re.compile(r"려(?:고|는데|구)(?:요|해요|합니다|하는데|하는데요|함)?[\s.!?~ㅠㅜ]*$")
_GIVING: Final = frozenset({"줍니다.", "보입니다.", "답합니다.", "합니다."})
_KNOWLEDGE: Final = re.compile(
    r"(?:법|방법|순서|팁|노하우|이유|까닭|뜻|차이|과정|절차|조건|기준|재료량|레시피|비법|요령|곳|것|거)$"
)
_LONG_TEXT: Final = 150  # characters behind the request in which the material itself may stand


def understand(brief: Brief) -> Understanding:
    """Read a brief; its prompt is in the language that was chosen for it, else in the one the person wrote in."""
    locale = brief.prompt_language or written_in(brief)
    asked, rest = split_purpose(brief.purpose)
    background = "" if is_fenced("background", brief.background) else brief.background
    recognition = recognise(request_of(brief), brief.intent or "")
    if recognition.intent.product is Product.ROLEPLAY and not brief.intent and _WRITTEN_OUT.search(brief.purpose):
        recognition = recognise(request_of(brief), "practice.practice_script")
    intent = recognition.intent
    restated = restate(asked, locale)
    answers, constraints = split_answers(intent, brief.constraints or "")
    introduction = read_introduction(restated, background, constraints, locale)
    introduction = replace(introduction, wishes=(*introduction.wishes, *answers))
    introduction = without(introduction, brief.left_out)
    requirements = (*demands_in(restated, locale), *introduction.wishes)
    audience = brief.audience or read_audience(restated, introduction)
    room = loosened(brief.length, intent, introduction, requirements)
    contradicting = Asked(
        locale=locale,
        purpose=asked,
        form=brief.form,
        length=brief.length,
        language=brief.language,
        level=brief.level,
        audience=audience,
        product=intent.product,
        loosened=room,
    )
    said = "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints)))
    return Understanding(
        locale=locale,
        recognition=recognition,
        task=_task(restated, intent, locale),
        audience=audience,
        introduction=introduction,
        requirements=requirements,
        facts=introduction.facts,
        material=_material(brief, rest, intent, introduction, locale),
        conflicts=find_conflicts(contradicting, introduction),
        gaps=tuple(
            gap
            for gap in find_gaps(intent, Told(asked, said, introduction, audience), locale)
            if not is_left_out(gap.assumed, brief.left_out)
        ),
        options=options_in(asked),
        loosened=room,
    )


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
    if quoted := _quoted(restated, locale):
        return f"{intent.task[locale]} ({quoted})"
    if locale is Locale.KO and (planned := _PLANNED.search(restated.said)):
        return f"{restated.said[: planned.start()]}려고 합니다. {intent.task.ko}"
    if restated.lead:
        asked = _asked(restated, intent, locale) if restated.text else intent.task[locale]
        return f"{restated.lead}. {asked}"
    return _asked(restated, intent, locale)


def _asked(restated: Restated, intent: Intent, locale: Locale) -> str:
    if not restated.is_noun:
        return restated.text
    if locale is Locale.EN:
        return f"{intent.task.en.rstrip('.')}: {restated.text}."
    verb = " ".join(intent.task.ko.split()[-1:])
    if verb in _GIVING and _KNOWLEDGE.search(restated.text):
        verb = "알려 줍니다."
    if _ADVERBIAL.search(restated.text):
        head, _, last = restated.text.rpartition(" ")
        marked = (
            attach(head, Particle.OBJECT)
            if last.endswith(("하게", "히")) and is_bare_noun(head.rpartition(" ")[2])
            else head
        )
        return f"{marked} {last} {verb}".strip()
    return f"{attach(restated.text, Particle.OBJECT)} {verb}"


def _quoted(restated: Restated, locale: Locale) -> str:
    """Return a request of the other language as a quotation, empty where it is in the prompt's own."""
    said = restated.said or restated.text
    if locale is Locale.KO:
        return "" if _HANGUL.search(restated.text + restated.lead) else f"요청: “{said}”"
    return "" if _LATIN.search(restated.text) or not _HANGUL.search(restated.text) else f"request: “{said}”"


def _material(brief: Brief, rest: str, intent: Intent, introduction: Introduction, locale: Locale) -> Material:
    """Say whether the text to work on is there; who has told what to work with in their own words has given it."""
    if brief.reference or len(rest) >= _LONG_TEXT:
        return Material(MaterialState.GIVEN, intent.needs[locale] if intent.needs else "")
    if intent.needs is None:
        return Material()
    told = len(introduction.facts) + sum(bool(wish.values) for wish in introduction.wishes)
    if told >= _TOLD and not _POINTS.search(brief.purpose):
        return Material()
    return Material(MaterialState.MISSING, intent.needs[locale])
