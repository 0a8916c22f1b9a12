"""English readership: clauses that name who will read, hear or get the answer."""

import re
from typing import Final

from core.prompting.understanding.people import listed


def _any_of(name: str) -> str:
    return "|".join(sorted(listed(name), key=lambda word: (-len(word), word)))


_DETERMINED: Final = r"(?:(?:my|our|the|a|an|all|new|some|every|both|each|other)\s)?"
_PLURAL: Final = r"[a-z-]+(?:ers|ors|ants|ents|ists|ees|ians|folks|mates)"
_SOMEBODY: Final = rf"(?:(?:{_any_of('english_people')})s?|{_PLURAL}|\{{[A-Z]+[0-9]+\}})"
_PHRASE: Final = (
    rf"(?P<who>{_DETERMINED}(?:(?!(?:and|or|to|by|for)\b)[\w'’.-]+\s){{0,4}}?{_SOMEBODY}(?![\w'’-])"
    r"(?:\s(?:of|on|at|in)\s(?!(?:English|Korean|Japanese|Chinese|Spanish)\b)(?:the\s)?[\w-]+)?)"
)
_BEGINS: Final = r"(?:^|, |\b(?:and|so|but|because) )"
_TEXT: Final = rf"(?:it|this|these|that|them|everything|the (?:\w+ )?(?:{_any_of('english_texts')})s?)"
_LIKELY: Final = (
    r"(?:will|'ll|would|should|can|could|may|might|must|has to|have to|needs? to|wants? to|is going to|are going to"
    r"|is gonna|likes? to)"
)
_READ: Final = _any_of("english_reads")
_READS: Final = "|".join(re.sub(r"^(\w+?)((?:ch)?)\b", r"\1\2e?s", verb) for verb in _READ.split("|"))
_SENT: Final = r"(?:send|show|present|submit|give|hand|e-?mail|forward|share|pitch|read|post|deliver|report)"
_GONE: Final = (
    r"(?:goes|going|go|sent|addressed|presented|submitted|written|meant|aimed|intended|geared|shown|handed)(?: out)?"
)
# Who they are, in any words.
_LABELLED: Final = (
    re.compile(
        r"^(?:the )?(?:people|person|ones?|folks)(?: who(?:'ll| will)?)? read(?:s|ing)? (?:it|this|them|these)"
        r" (?:is|are) (?P<who>[^,.;!?]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:the |my |our )?(?:intended |target |main )?(?:readers?|audience|recipients?|listeners?|viewers?)"
        r"(?: is| are|:|'s|’s| will be) (?P<who>[^,.;!?]+)",
        re.IGNORECASE,
    ),
)
_NAMED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEGINS}{_PHRASE}\s?{_LIKELY} (?:\w+ly )?(?:{_READ})\b(?! (?:me|us|him|her|you|a|an)\b)",
        rf"{_BEGINS}{_PHRASE} (?:\w+ly )?(?:{_READ}|{_READS}) {_TEXT}\b",
        rf"\b(?:{_SENT}(?:ing)? (?:{_TEXT} )?(?:off |out |over )?|{_GONE} )(?:to|for|at) {_PHRASE}",
        rf"\b(?:read|approved|reviewed|graded|signed off|judged|seen|heard|evaluated) by {_PHRASE}",
        rf"{_BEGINS}{_PHRASE} (?:decides|signs it|votes|chooses)\b",
        rf"^{_PHRASE} (?:is|are) the ones? who(?:'ll|'s going to| will)? (?:{_READ})",
        rf"\bI(?:'m|’m| am|'ll be) (?:e-?mailing|messaging|texting|writing(?: to)?) {_PHRASE}",
        rf"^(?:it(?:'s|’s| is| will be)|this is|mostly|mainly)? ?for {_PHRASE}",
        # an e-mail to my landlord, a guide for new hires
        rf"\b(?:{_any_of('english_texts')})s? (?:for|to) {_PHRASE}",
    )
)
_TAUGHT: Final = re.compile(
    r"^(?:please |help me |can you |i need to |i want to )?(?:tutor|teach|tell|remind|thank|invite|ask|convince"
    rf"|persuade|warn|congratulate|inform|notify|welcome) {_PHRASE}",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(rf"{_PHRASE} (?:is|are)\b", re.IGNORECASE)
_DONE: Final = re.compile(r"\b(?:yesterday|last (?:night|week|month|year)|ago|already)\b", re.IGNORECASE)
# the readers are in Lyon and …: what is so with them, not who they are
_HAPPENS: Final = re.compile(
    r"^(?:in|at|on|from|not|all|mostly|used|very|tbd|un\w+)\b|\b(?:and|or|but|who|don['’]?t)$", re.IGNORECASE
)


def names_english_reader(clause: str) -> str:
    """Return whom an English clause names as reader, listener or recipient; nothing where it names nobody."""
    if _DONE.search(clause):
        return ""
    for pattern in _LABELLED:
        if (found := pattern.search(clause)) and not _HAPPENS.search(found["who"]):
            return found["who"].strip()
    named = (found["who"] for pattern in _NAMED if (found := pattern.search(clause)))
    return next((who for who in named if is_somebody(who)), "")


def taught_in(request: str) -> str:
    """Return who is told something in a request: teach my daughter fractions."""
    found = _TAUGHT.search(request)
    return found["who"] if found else ""


def names_subject(clause: str) -> str:
    """Return of whom a clause tells what they are: the hiring manager is Japanese."""
    found = _SUBJECT.match(clause)
    return found["who"] if found else ""


def is_somebody(phrase: str) -> bool:
    """Whether an English noun phrase names somebody: its last word, or the one before of, in, at."""
    named = re.split(r"\s(?:of|in|at|on|from|who|with)\s", phrase, maxsplit=1)[0]
    head = named.rpartition(" ")[2].lower().strip("'’.")
    if head.endswith("}"):
        return True
    return not listed("english_people").isdisjoint({head, head.removesuffix("s")}) or (
        re.fullmatch(_PLURAL, head) is not None and head not in listed("english_things")
    )
