"""Framing in English: a question or a noun phrase put into the sentence that its intent opens with."""

import re
from typing import Final

from core.prompting.intents.intent import Intent, Opening, Product
from core.prompting.intents.naming import heads_of
from core.prompting.understanding.english_imperatives import tidy
from core.prompting.understanding.words import words

_SUBJECT: Final = r"(?P<who>i|we|you|he|she|it|they|this|that|there|(?:my|our|the|a|an|his|her|their|this|that) [\w-]+)"
_MODAL: Final = "can|could|will|would|must|should|is|are|was|were"
_INDIRECT: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), becomes)
    for pattern, becomes in (
        (r"^(?P<wh>how) (?:do|can|should|would|could) (?:i|we|you) (?P<rest>.+)$", r"how to \g<rest>"),
        (
            r"^(?P<wh>what|where|when|which \w+|who) (?:should|can|do|could) (?:i|we) (?P<rest>.+)$",
            r"\g<wh> to \g<rest>",
        ),
        (r"^should (?:i|we) (?P<rest>.+)$", r"whether to \g<rest>"),
        (
            rf"^(?P<verb>can|could|may|will|would|must|is|are|was|were|am|has|have) {_SUBJECT} (?P<rest>.+)$",
            r"whether \g<who> \g<verb> \g<rest>",
        ),
        (
            rf"^(?P<wh>why|how|when|where|what) (?P<verb>{_MODAL}) {_SUBJECT}(?P<rest> .+|)$",
            r"\g<wh> \g<who> \g<verb>\g<rest>",
        ),
        (r"^(?P<wh>why) (?P<verb>is|are) (?P<who>\S+) (?P<rest>.+)$", r"\g<wh> \g<who> \g<verb> \g<rest>"),
        (
            r"^(?P<wh>why|how|when|where|what) do (?P<who>they|we|you|i|[\w-]+s) (?P<rest>.+)$",
            r"\g<wh> \g<who> \g<rest>",
        ),
        (r"^what(?: is|'s) (?P<what>[^\s,]{1,20}(?: [^\s,]{1,20}){0,4})$", r"what \g<what> is"),
        (r"^(?P<all>(?:how to|what to|whether|what (?:could|would|might|happens)|who \w+s) .+)$", r"\g<all>"),
    )
)
_VERB_FIRST: Final = re.compile(r"\b(?:Can|Could|May|Will|Would|Must|Should|Is|Are|Am|Was|Were|Has|Have)\b")
_NAME: Final = re.compile(r"^(?:\S{0,20}(?:an|ese|ish|day)\b|\S{1,20} [A-Z])")  # Korean, Apps Script
_LATER: Final = re.compile(
    r"(?:[,:]|\s(?:for|about|on|to|from|of|with|in|without|set|that|who|requesting|asking|at|against|between|by|as|after)\s)"
)
_VERBS: Final = {**dict.fromkeys(("Make", "Build", "Plan", "Draw", "Set", "Lay", "Decide"), "Make"), "Give": "Give"}
_OPEN: Final = re.compile(
    r"^(?:what|why|how|when|where|who|which|should|can|is|are|do|does|did)\b"
    r"|\b(?:what|how|which) (?:should|do|can|is|are)\b",
    re.IGNORECASE,
)
_TWO: Final = re.compile(
    r"[.?!]\s|:$|,\s(?:give|be|make|tell|don't|how|what|please|help)\b", re.IGNORECASE
)  # two requests
_NEEDED: Final = re.compile(r"^(?:i )?need (?=an?\b|some\b)", re.IGNORECASE)
_NO_ARTICLE: Final = re.compile(
    r"^(?:an?|the|my|our|your|his|her|their|this|these|two|three|four|five|ten|some|[0-9])\b", re.IGNORECASE
)
_SAYS: Final = re.compile(
    r"\b(?:is|are|was|were|am|has|have|keeps?|won't|isn't|can't|doesn't|don't|didn't|i'm|i|needs?|wants?|says)\b",
    re.IGNORECASE,
)
_DOES: Final = re.compile(
    r"^(?:politely |gently |formally )?(?:introduce|apologi[sz]e|convince|document|get|thank(?! you)|invite|ask|tell"
    r"|announce|congratulate|decline|remind|persuade|request|chase|role-?play|turn|say|cancel|confirm|complain|clean"
    r"|parse|count|merge|pull|flesh|boil|walk|trim|rank|cut|expand|rephrase|group|split|correct|paraphrase"
    r"|text(?= (?:my|the|him|her|our)))\s",
    re.IGNORECASE,
)


def framed_english(request: str, intent: Intent, opening: Opening) -> str:
    """Return a request as the sentence that its intent opens with; nothing where it is not surely read."""
    text = _NEEDED.sub("", tidy(request).rstrip(" .!?"))
    if asked := _indirect(text):
        return opening.asked.replace("{it}", asked)
    if not text or _OPEN.search(text) or _TWO.search(text):
        return ""
    return f"{text[0].upper()}{text[1:]}." if _DOES.match(text) else _of_noun(text, intent, opening)


def _indirect(text: str) -> str:
    """Return a question as a clause: should I move → whether to move."""
    for pattern, becomes in _INDIRECT:
        if pattern.match(text):
            asked = _VERB_FIRST.sub(lambda found: found.group().casefold(), pattern.sub(becomes, text))
            return re.sub(r"\bi\b", "I", asked[0].lower() + asked[1:])
    return ""


def _of_noun(text: str, intent: Intent, opening: Opening) -> str:
    if not opening.topic:
        return ""
    later = _LATER.search(text)
    head = text[: later.start()] if later else text
    if _SAYS.search(head):
        return f"{text[0].upper()}{text[1:]}. {intent.task.en}"
    named = head.casefold()
    last = named.rpartition(" ")[2]
    is_named = last in words("english_texts") or named.endswith(tuple(name.casefold() for name in heads_of(intent)))
    if is_named and intent.product is not Product.ROLEPLAY:
        return f"{_VERBS.get(intent.task.en.split()[0], 'Write')} {_with_article(text, last)}."
    return opening.topic.replace("{it}", _lower(text))


def _with_article(text: str, noun: str) -> str:
    text = _lower(text)
    is_many = noun.endswith("s") and not noun.endswith("ss")
    if is_many or _NO_ARTICLE.match(text):
        return text
    return f"{'an' if text[0].casefold() in 'aeio' and not text.casefold().startswith('one') else 'a'} {text}"


def _lower(text: str) -> str:
    """Return a text with a small first letter, unless it is a name's: Korean, YouTube, CV."""
    first = text.split(maxsplit=1)[0]
    is_name = first[1:] != first[1:].casefold() or len(first) == 1 or _NAME.search(text) is not None
    return text if is_name and first != "A" else text[0].lower() + text[1:]
