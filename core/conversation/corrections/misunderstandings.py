"""Wishes that set right what was understood: another kind of thing, other readers."""

import re
from dataclasses import dataclass
from typing import Final

from core.privacy.text import MaskedText

_WORDS: Final = r"[^\s,.!?‘’'\"]{1,20}?(?:\s[^\s,.!?‘’'\"]{1,20}?){0,3}?"
_ASK: Final = (
    r"(?:좀|다시|부탁|바꿔|바꾸|고쳐|해|하|할|써|작성|만들|가|갈|보내|보낼|잡아|설정|변경|맞춰|맞추|주세요|줘|줄"
    r"|봐|돌려|좋)"
)
_POLITE: Final = rf"(?:\s?{_ASK}\S{{0,8}})?(?:\s{_ASK}\S{{0,8}}){{0,4}}\s*[.!~?]*$"
_IS: Final = r"(?:이에요|예요|에요|입니다|이야|야|이라고요?|라고요?|인데요?|이고요?|이요|요)?"
_NOT: Final = r"(?:이|가)?\s?(?:아니라|아니고|말고|대신에?|아닌)"
_INSTEAD: Final = re.compile(
    r"^(?:그게|이건|이거|아니|아뇨|음|저는|제가 원한 건|원하는 건|내가 원한 건|난|나는)?,?\s*"
    rf"(?P<not>{_WORDS}){_NOT},?\s+(?P<kind>{_WORDS})"
    rf"(?:(?:으로|로){_POLITE}|(?:을|를)?(?:\s(?:써|작성|만들)\S*){_POLITE}|(?:이|가)\s(?:필요|좋|맞|나)\S*$"
    rf"|{_IS}[.!~]*$)"
)
_IT_IS: Final = re.compile(
    rf"^(?:이건|이거는?|이게|그건|사실은?|원래는?),?\s+(?P<kind>{_WORDS})(?:이에요|예요|입니다|이야|야|이라고요?|인데요?)[.!~]*$"
)
_SAID: Final = re.compile(
    r"^(?:작업\s?종류|작업|종류|만들 것|만들 거|결과물|할 일)(?:은|는|을|를|이|가)?\s*:?\s+"
    rf"(?P<kind>{_WORDS})(?:(?:으로|로){_POLITE}|{_IS}[.!~]*$)"
)
_TO: Final = re.compile(
    rf"^(?:이걸|이거|그냥|아니|차라리|전부|전체를)?,?\s*(?P<kind>{_WORDS})(?:으로|로)"
    rf"(?P<verb>\s?(?:바꿔|바꾸|고쳐|써|만들|작성|해)\S*)?{_POLITE}"
)
_ENGLISH: Final = (
    re.compile(
        r"^(?:it'?s\s+|this is\s+|i (?:want|meant|need)\s+)?not\s+(?:an?\s+"
        r"|the\s+)?(?P<not>[\w ]{2,40}?),?\s(?:but\s+|it'?s\s+|i (?:want|meant"
        r"|need)\s+)?(?:an?\s+|the\s+)?(?P<kind>[\w ]{2,40}?)[.!]?$"
    ),
    re.compile(
        r"^(?:make it\s+|i (?:want|meant|need)\s+|write\s+)?(?:an?\s+|the\s+)?(?P<kind>[\w ]{2,40}?)\s?,?\s"
        r"(?:instead of|rather than|and not|not)\s+(?:an?\s+|the\s+)?(?P<not>[\w ]{2,40}?)(?:,?\s+please)?[.!]?$"
    ),
    re.compile(
        r"^(?:the )?(?:task|kind of task|kind)\s+(?:is|should be|to|:)\s*(?:an?\s+"
        r"|the\s+)?(?P<kind>[\w ]{2,40}?)[.!]?$"
    ),
    re.compile(
        r"^(?:please\s+)?(?:make (?:it|this)|turn (?:it|this) into|change (?:it"
        r"|this) (?:in)?to)\s+(?:an?\s+|the\s+)(?P<kind>[\w ]{2,40}?)(?:\s+instead)?(?:,?\s+please)?[.!]?$"
    ),
)
# The 시 of 1시 (one o'clock) is no poem, and 문자로 보낼 요약 says what is done with one.
_NO_KIND: Final = re.compile(r"(?<!\d)\d[\d,.]{0,11}\s?[천만억]?\s?[가-힣]?$|[을를로께]\s\S{1,10}\s(?!거)\S")
_READER: Final = (
    r"(?:읽는\s?(?:사람|분|이|쪽)|읽을\s?(?:사람|분)|보는\s?(?:사람|분)|독자|대상(?:\s?독자|(?=[은는]\s))"
    r"|받는\s?(?:사람|분|이)|수신자?|타깃|타겟)"
)
_THIS: Final = r"^(?:(?:이거|이건|이걸|이 글은|이 메일은|그거|그건|아|참)\s+)?"
_READERS: Final = (
    re.compile(
        rf"^(?:그리고\s+)?{_READER}(?:은|는|을|를|이|가)?\s*:?\s+(?:원래\s+|사실\s+|이제\s+)?(?P<who>{_WORDS})(?:(?:으로"
        rf"|로){_POLITE}|(?:이\s?)?(?:될 거\S*|되게\S*|되도록\S*)|{_IS}[.!~]*$)"
    ),
    re.compile(
        rf"{_THIS}(?P<who>{_WORDS})(?:이|가|께서)\s(?:읽|볼|보게|보는|보실|받)\S*(?:\s(?:될|되는))?"
        rf"(?:\s?(?:거|겁|것|건데|예정|테니|글|문서|메일|자료|보고서)\S*)?{_POLITE}"
    ),
    re.compile(
        rf"{_THIS}(?P<who>{_WORDS})(?:\s?(?:보고|제출|발표|배포))?\s?(?:용으로|보시게|앞으로 보내는 걸로){_POLITE}"
    ),
    re.compile(
        r"^(?:the )?(?:readers?|audience|recipients?)(?:\s+(?:is|are|will be"
        r"|should be)|\s*:)\s*(?P<who>.{2,60}?)[.!]?$"
    ),
    re.compile(
        r"^(?:please\s+)?(?:make|change|set)\s+(?:the )?(?:readers?|audience"
        r"|recipients?)\s+(?:to\s+|be\s+)?(?P<who>.{2,60}?)(?:,?\s+please)?[.!]?$"
    ),
    re.compile(r"^(?P<who>my [a-z ]{2,40}?|the [a-z ]{2,40}?)\s+(?:will|is going to)\s+(?:be )?read(?:ing)?\b.*$"),
)
_NO_READER: Final = re.compile(
    r"빼|넣|지워|이름|추가|[혀려춰여]\s?(?:줘|주세요)?$|(?:읽기|보기|이해하기)?\s?(?:쉽|편하|좋)|^(?:누가|아무나|내용|글|표|더|한눈|눈)$"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of thing that a text asks for, by its words, and the one that it turns down.

    `is_certain` says that the text speaks of nothing else: 작업은 보고서로.
    """

    kind: str
    rejected: str = ""
    is_certain: bool = False


def wanted_kind(text: str) -> Wanted | None:
    """Return which kind of thing a text asks for instead; None where it asks for none."""
    folded = " ".join(text.casefold().split())
    if found := _SAID.match(folded):
        return Wanted(found["kind"], is_certain=True)
    for pattern in (_INSTEAD, _IT_IS, _TO, *_ENGLISH):
        if found := pattern.match(folded):
            groups = found.groupdict()
            if _NO_KIND.search(groups["kind"].strip()):
                return None
            return Wanted(groups["kind"].strip(), (groups.get("not") or "").strip())
    return None


def wanted_reader(text: str) -> MaskedText | None:
    """Return who a text says will read it; None where it says nothing of readers."""
    bare = " ".join(text.split())
    for pattern in _READERS:
        found = re.match(pattern.pattern, bare, re.IGNORECASE)
        if found and not _NO_READER.search(found["who"]):
            return MaskedText(re.sub(rf"^.{{1,60}}?{_NOT},?\s+", "", found["who"]).strip())
    return None
