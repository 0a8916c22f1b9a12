"""English requests and demands turned into imperatives, every content word kept."""

import re
from typing import Final

from core.prompting.understanding.words import endings

_COURTESY: Final = re.compile(
    r"^(?:hi|hello|hey)(?: there)?[,!.]?\s{1,9}|^(?:so|well|ok(?:ay)?|um+|also|and"
    r"|but)[,]?\s+|\b(?:please|pls|plz|kindly)\b[,]?\s*|"
    r"[,.]?\s{0,9}(?:thanks?(?: you)?(?: (?:so much|a lot|in advance))?|thx|cheers)[.!]*$"
    r"|\s{1,9}if (?:that's |that is )?possible\b|(?:(?<=\s)|(?<=[.!?]))[:;]-?[)D(](?=\s"
    r"|$)",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|u)(?: guys)?(?: mind)?|"
    r"i(?:'d| would) (?:really )?(?:like|love|appreciate it if|want)(?: you)?(?: to"
    r"| could)?|i (?:really )?(?:need|want|wanna)(?: you)?(?: to)?(?: (?:some )?help(?: with| to)?)?|"
    r"i(?:'m| am) (?:looking|trying|hoping) (?:for|to)|help me(?: to| with)?"
    r"|(?:let's|lets)|is it possible to|i need help (?:with|to)?)\s+",
    re.IGNORECASE,
)
_DOUBLY: Final = re.compile(r"^(?:help me(?: to| with)?|give me|me)\s+", re.IGNORECASE)
_VERBS: Final = (
    "write|draft|make|create|build|translate|summari[sz]e|explain|compare|plan|list|suggest|recommend|review|check|fix|"
    "edit|proofread|rewrite|shorten|give|help|find|design|describe|analy[sz]e|generate|prepare|come up|brainstorm|"
    "convert|extract|classify|sort|calculate|tell|show|teach|draw|outline|organi[sz]e|put|turn|improve|answer|decide|"
    "pick|choose|debug|implement|develop|assess|evaluate|critique|simplify|polish|reply|respond|quiz|act|pretend|name"
)
_NOUNS_TOO: Final = "by|of|max|only|vs|ideas|(?:you )?(?:note|card|letter|e?mail|message|speech)s?"
_IMPERATIVE: Final = re.compile(
    rf"^(?:{_VERBS}|use|keep|include|add|avoid|leave|mention|do not|don't|never"
    rf"|make sure|focus|cite|stick|start|end|write|be|put|skip|omit|ensure|format"
    rf"|limit|sound|remember|thank|state|open|close|emphasi[sz]e|take|offer|ask|assume|comment|point|talk|lead|define"
    rf"|label|quantify|hedge|bold|bullet|highlight|number|link|quote|treat|let|aim|stay|refer|address|spell|round)\b"
    rf"(?!\s(?:{_NOUNS_TOO})\b)",
    re.IGNORECASE,
)


_TO_DO: Final = re.compile(
    r"(?:\bto|help me|(?:can|could|would|will) (?:you|u)|let'?s)\s+$", re.IGNORECASE
)  # a verb follows
_FORBIDS: Final = re.compile(r"(?:no|nothing|don[’']t)\s", re.IGNORECASE)
_QUESTION: Final = re.compile(
    r"(?:what|which|who|whose|where|when|why|how|is|are|am|was|were|do|does|did|should|can|could|would|will|must|has"
    r"|have)(?:'s|'re|n't)?\s",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """Return a text without courtesy and emoticons."""
    before = ""
    while before != text:
        before, text = text, _COURTESY.sub("", text).strip(" ~!,")
    return text


def imperative(request: str) -> tuple[str, bool]:
    """Return a request as an imperative sentence, or as a noun phrase and true; nothing for a question."""
    text = tidy(request).rstrip(" .!?")
    if not text:
        return "", True
    if not _ASKING.match(text) and _QUESTION.match(text):
        return "", False
    cut = _ASKING.sub("", text)
    cut = _DOUBLY.sub("", cut) if cut != text or re.match("help me", cut, re.IGNORECASE) else cut
    cut = re.sub(r"^give me\b", "Give", cut, flags=re.IGNORECASE)
    asking = _ASKING.match(text) or _DOUBLY.match(text)
    if _IMPERATIVE.match(cut) or (asking and _TO_DO.search(asking[0])):  # help me invent …, let's chat
        return f"{_upper(cut)}.", False
    if cut != text:
        doing = re.match(r"^(?P<verb>[a-z]+)ing\b", cut)
        if doing:
            return f"{_upper(_base(doing['verb']) + cut[doing.end() :])}.", False
        return f"Write {cut}.", False
    return _upper(text), True


def is_imperative(sentence: str) -> bool:
    """Whether a sentence says what to do, or what not: Mention the price, no jargon please."""
    return _IMPERATIVE.match(tidy(sentence)) is not None or _FORBIDS.match(tidy(sentence)) is not None


def _base(stem: str) -> str:
    if stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return f"{stem}e" if stem.endswith(endings("e_stems")) else stem


def instruct_english(demand: str) -> str:
    """Return a demand without courtesy and a full stop; how it is put stays as it was typed."""
    text = tidy(demand).rstrip(" .!?,")
    text = re.sub(r"^(?:(?:i )?(?:want|need) (?=[0-9])|gimme )", "give ", text, flags=re.IGNORECASE)
    asked = re.match(r"^(?:can|could|would|will) (?:you|u)\b", text, re.IGNORECASE)
    return _upper(re.sub(r"^don't\b", "Do not", _ASKING.sub("", text) if asked else text, flags=re.IGNORECASE))


_WORD: Final = re.compile(r"[A-Za-z'’-]+(?=[,:;!?]?(?:\s|$)|\.(?:\s|$))")


def _upper(text: str) -> str:
    """Return a text with a capital, unless it begins with the name of something: orders(id, state)."""
    return text[:1].upper() + text[1:] if _WORD.match(text) else text
