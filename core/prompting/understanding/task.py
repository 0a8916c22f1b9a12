"""The task: what is asked as one instruction, with the verb of its intent where the request only names a thing."""

import re
from typing import Final

from core.locale import Locale
from core.privacy.particles import Particle, attach
from core.prompting.intents.intent import Intent, Product
from core.prompting.intents.naming import all_heads, heads_of
from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.objects import is_bare_noun
from core.prompting.understanding.restating import Restated
from core.prompting.understanding.words import LONGEST, words

_LATIN: Final = re.compile(r"[A-Za-z]")
# What is about to be done, and what for an AI is asked: 쪽지 남기려는데.
_PLANNED: Final = re.compile(r"려(?:고|는데|구)(?:요|해요|합니다|하는데|하는데요|함)?[\s.!?~ㅠㅜ]*$")
_GIVING: Final = frozenset({"줍니다.", "보입니다.", "답합니다.", "합니다."})
_KNOWLEDGE: Final = re.compile(
    r"(?:법|방법|순서|팁|노하우|이유|까닭|뜻|차이|과정|절차|조건|기준|재료량|레시피|비법|요령|곳|것|거)$"
)
_ADVERBIAL: Final = re.compile(r"(?:[가-힣](?:으로|로|게|히|에서|에게|께)|까지|대해|위해|만)$")
_HOW: Final = re.compile(r"(?:[가-힣]\s?법|방법|요령|비법|노하우|꿀팁|순서)$")
_COUNTED: Final = re.compile(
    r"\s?(?:[0-9]+|한|두|세|네|다섯|열)\s?(?:개|가지|줄|편|번|장|명|통|화|곡|문장|문단|쪽|자|건|매)?$"
)
# What is written, drawn up or worked out, by the end of its name.
_MADE: Final = re.compile(
    r"(?:글|문|서|안|표|식|법|시|편|화|곡|톡|이름|제목|코드|쿼리|대본|요약|정리|추천|목록|질문|답변|답글|후기|인사|멘트|카피|줄거리|설명|비교|차이|분석"
    r"|계획|기획|일정|양식|초안|자료|스크립트|프롬프트|레시피|식단|아이디어|메시지|공고|홍보|소개|평가|번역|첨삭|리뷰|검토|내용|함수|매크로|페이지|게임|퀴즈)$"
)
_NO_NOUN: Final = re.compile(r"[아어여해래라워와]서$|(?:는데|니까|려고|으면|다고|라고|중에|때문에)$")
_TEXT: Final = re.compile(
    r"(?:글|문|안내|공지|메일|문자|톡|쪽지|편지|대본|보고서|문구|사유서|멘트|인사|답장|회신|카톡|디엠|답글|후기)$"
)
_BARE_HELP: Final = frozenset({"돕습니다.", "도와 줍니다.", "합니다.", "씁니다.", "만듭니다."})
_LIST_NAMES: Final = ("own_text", "answer_nouns", "text_nouns", "task_nouns", "decline")


def task_of(restated: Restated, intent: Intent, locale: Locale) -> str:
    """Return the request as an instruction; one that only names a thing takes the intent's verb."""
    if quoted := _quoted(restated, locale):
        return f"{intent.task[locale]} ({quoted})"
    if locale is Locale.KO and restated.is_noun and (planned := _PLANNED.search(restated.said)):
        return f"{restated.said[: planned.start()]}려고 합니다. {intent.task.ko}"
    if restated.lead:
        asked = _asked(restated, intent, locale) if restated.text else intent.task[locale]
        return f"{restated.lead}. {asked}"
    return _asked(restated, intent, locale)


def _asked(restated: Restated, intent: Intent, locale: Locale) -> str:  # noqa: C901, PLR0911 - one line for each kind of request
    """Return what is asked, without what was told before it."""
    if restated.text in _BARE_HELP:
        return intent.task[locale]
    if not restated.is_noun:
        return restated.text
    if locale is Locale.EN:
        return f"{intent.task.en.rstrip('.')}: {restated.text}."
    text, verb = restated.text, intent.task.ko.split()[-1]
    if len(text) > LONGEST:
        return f"{attach(text, Particle.OBJECT)} {verb}"
    if _TEXT.search(text) and (intent.product is Product.OTHER or verb in _GIVING):
        verb = "씁니다."
    head, _, last = text.rpartition(" ")
    if restated.lead and not head and not _is_made(text, intent):  # 살건데 둘중에: a stub that says nothing more
        return intent.task.ko
    if _HOW.search(text):
        return f"{attach(text, Particle.OBJECT)} 알려 줍니다."
    if _KNOWLEDGE.search(text):
        return f"{attach(text, Particle.OBJECT)} {'알려 줍니다.' if verb in _GIVING else verb}"
    if _ADVERBIAL.search(text):
        noun = head if head and _is_made(head, intent) and is_bare_noun(head.rpartition(" ")[2]) else ""
        if last.endswith("만"):
            return f"{text} {verb}"
        return f"{attach(noun, Particle.OBJECT)} {last} {verb}" if noun else f"{text}: {intent.task.ko}"
    if verb.startswith(text):  # 번역을 번역합니다
        return intent.task.ko
    return f"{attach(text, Particle.OBJECT)} {verb}" if _is_made(text, intent) else f"{text}: {intent.task.ko}"


def _is_made(text: str, intent: Intent) -> bool:
    """Whether a noun phrase ends in a thing that the verb of an intent makes: 여수 is nothing that can be drawn up."""
    noun = _COUNTED.sub("", text).rpartition(" ")[2]
    if _NO_NOUN.search(noun):
        return False
    named = any(noun.endswith(head) for head in (*heads_of(intent), *all_heads()) if len(head) > 1)
    return named or _MADE.search(noun) is not None or any(noun in words(name) for name in _LIST_NAMES)


def _quoted(restated: Restated, locale: Locale) -> str:
    """Return a request of the other language as a quotation, empty where it is in the prompt's own."""
    said = restated.said or restated.text
    if locale is Locale.KO:
        return "" if HANGUL.search(restated.text + restated.lead) else f"요청: “{said}”"
    return "" if _LATIN.search(restated.text) or not HANGUL.search(restated.text) else f"request: “{said}”"
