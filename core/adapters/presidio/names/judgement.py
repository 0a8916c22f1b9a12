"""Judgement: where a name the tagger found ends, and whether it is one to keep private."""

import re
from dataclasses import replace
from typing import Final

from core.adapters.presidio.names.english import clauses, is_plain, opening
from core.adapters.presidio.names.lexicon import alternatives, words
from core.adapters.presidio.names.public import is_public, is_public_body, is_quoted, is_thing, is_title
from core.adapters.presidio.names.somebody import is_somebody
from core.adapters.presidio.names.tagger import Name
from core.adapters.presidio.names.tails import is_tail
from core.adapters.presidio.names.words import is_given

# An organization is masked where it says whose: what everybody knows stays, and so does what the tagger is unsure of.
_SURE_ORGANIZATION: Final = 0.85
# Where it is an ordinary word, too.
_SURE_WORD: Final = 0.85
# One syllable is more often a word: 배 과장 포장 금지.
_SURE_SURNAME: Final = 0.7
# Where people are called by it.
_SURE_GIVEN: Final = 0.9
# What has not the shape of a Korean name is as often a loanword.
_SURE_PERSON: Final = 0.5
# So are two words: 산세베리아 분갈이.
_SURE_WORDS: Final = 0.6


def trimmed(text: str, name: Name) -> Name:
    """Return a person without the title at the end, or with the rest of a hyphenated Latin name.

    Of an organization it returns what ends where companies' names do: 한빛상사 of "한빛상사 신입사원".
    """
    if name.kind == "OG":
        company = _COMPANY_FIRST.match(text, name.start, name.end)
        end = company.end(1) if company else name.end
        said = _SAID.fullmatch(text, name.start, end)
        return replace(name, end=said.end(1) if said else end)
    if name.kind != "PS":
        return name
    name = replace(name, start=opening(text, name.start, name.end))
    hyphenated = _HYPHENATED.match(text, name.end) if text[name.end - 1].isascii() else None
    if hyphenated:
        return replace(name, end=hyphenated.end())
    first, blank, last = text[name.start : name.end].rpartition(" ")
    if blank and last in _KNOWN:
        return replace(name, end=name.start + len(first))
    titled = _TITLED.fullmatch(text, name.start, name.end)
    return replace(name, end=titled.end(1)) if titled and titled[2] in _TITLES else name


def parted(text: str, name: Name) -> tuple[Name, ...]:
    """Return two persons for two full names of three syllables without a blank, and English clauses apart."""
    if name.kind != "PS":
        return (name,)
    if _TWO_NAMES.fullmatch(text, name.start, name.end):
        return replace(name, end=name.start + 3), replace(name, start=name.start + 3)
    return tuple(replace(name, start=start, end=end) for start, end in clauses(text, name.start, name.end))


def refusal(text: str, name: Name) -> str | None:
    """Say why a name is not one to mask; None where it is.

    A thing (`word`, `place`, `code`, `English words`), a `template`, somebody or something that everybody knows
    (`famous`, `public`), or what the tagger is too unsure of (`unsure`).
    """
    if name.kind == "OG":
        return None if name.probability >= _SURE_ORGANIZATION and _is_somebodys(text, name) else "public"
    if name.kind != "PS":
        return "place"
    written = text[name.start : name.end]
    if is_template(written):
        return "template"
    checks = _NO_NAMES if is_somebody(text, name.start, name.end) else (*_NO_NAMES, *_NOBODYS)
    return next((reason for reason, holds in checks if holds(text, name, written)), None)


def is_template(written: str) -> bool:
    """Say whether it is whom a text hides itself: A, 김OO."""
    return _TEMPLATE.fullmatch(written) is not None


def _is_namesake(_text: str, _name: Name, written: str) -> bool:
    return written in _NAMESAKES


def _is_never(_text: str, _name: Name, written: str) -> bool:
    return (
        written in _NEVER
        or written.casefold() in _NOBODY
        or (len(written) > len("갑") + 1 and written in _ROLES)
        or _COMPANY.fullmatch(written) is not None
        or _SAYING.fullmatch(written) is not None
    )


def _is_unsure(text: str, name: Name, written: str) -> bool:
    sure = _SURE_WORDS if " " in written else _SURE_PERSON
    if name.probability < sure and _HANGUL.match(written) and not _KOREAN.fullmatch(written):
        return True
    titled = _is_titled(text[name.end : name.end + _AHEAD])
    return name.probability < _SURE_WORD and _is_ordinary(written) and not titled


def _is_somebodys(text: str, name: Name) -> bool:
    """Say whether an organization is neither public nor a thing: 한빛상사, not 국토교통부, '서든어택' or 쿠싱증후군."""
    written = text[name.start : name.end]
    run = _HANGUL_RUN.match(text, name.end)
    whole = text[name.start : run.end()] if run else written
    return not (
        written in _THINGS
        or _PLACE.fullmatch(written)
        or _CODE.search(written)
        or any(is_public_body(whole[:length]) for length in range(len(written), len(whole) + 1))
        or is_public(text, name.start, name.end)
        or is_thing(text, name.start, name.end)
        or is_quoted(text, name.start, name.end)
    )


def _is_famous(text: str, name: Name, _written: str) -> bool:
    """Say whether a person is no person or everybody's; with a title behind it is somebody here (메시 대리)."""
    behind = text[name.end : name.end + _AHEAD]
    if _is_titled(behind) and not _OF_STATE.match(behind) and " " not in text[name.start : name.end]:
        return False
    foreign = not _KOREAN.fullmatch(text, name.start, name.end)
    place = (text, name.start, name.end)
    return is_public(*place) or is_title(*place) or (foreign and is_thing(*place))


def _is_person(name: Name, written: str, behind: str) -> bool:
    """Say whether it can be a person: a word is one only with a title behind it, a surname not before 대리점."""
    if len(written) > 1 and any(written + behind[:length] in _THINGS for length in range(1, _LONGEST_WORD)):
        return False
    if written in _THINGS:
        return _is_titled(behind) or (name.probability > _SURE_GIVEN and is_given(written))
    run = _RUN.match(behind)
    title = _title(run[1]) if run else ""
    if len(written) == 1 and written + title in _THINGS:
        return False
    return len(written) > 1 or run is None or len(title) < len("대리") or is_tail(run[1].removeprefix(title))


def _is_ordinary(written: str) -> bool:
    return written in _ORDINARY or (written[-1] in _SUFFIXES and written[:-1] in _ORDINARY)


def _is_titled(behind: str) -> bool:
    run = _RUN.match(behind)
    title = _title(run[1]) if run else ""
    return run is not None and bool(title) and is_tail(run[1].removeprefix(title))


def _title(run: str) -> str:
    """Return the longest title that a run of Hangul begins with."""
    return next((run[:length] for length in range(len(run), 0, -1) if run[:length] in _TITLES), "")


def _is_code(text: str, name: Name, _written: str) -> bool:
    """Say whether it is part of an identifier, an address, or a number such as a car's."""
    around = text[max(0, name.start - 1) : name.start] + text[name.end : name.end + 1]
    written = text[name.start : name.end]
    if _HANGUL.search(written):
        return bool(_DIGIT.search(written))
    return (
        bool(_JOINT.search(around))
        or (written.isupper() and "-" in around)
        or "--" in written
        or _CALL.match(text, name.start) is not None
        or " -" in written
        or not (_LATIN.fullmatch(written) or _HAN.fullmatch(written))
    )


# Longer than any title with its particles.
_AHEAD: Final = 16
_LONGEST_WORD: Final = 6
_RUN: Final = re.compile(r" ?([가-힣]+)")
_HYPHENATED: Final = re.compile(r"-[A-Za-z]+")
_TITLED: Final = re.compile(r"([가-힣 ]+?) ?([가-힣]{2,}|[씨님])")
_CODE: Final = re.compile(r"[_=\\${}<>]")
_JOINT: Final = re.compile(r"[_/=\\${}]")
_CALL: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)+\(")
_LATIN: Final = re.compile(r"@\w+|#?[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ .,'’\"&\-]*")
_HAN: Final = re.compile(r"[㐀-鿿\uf900-\ufaff぀-ヿ ]+")
_DIGIT: Final = re.compile(r"[0-9](?![0-9]*세)")
_HANGUL: Final = re.compile(r"[가-힣]")
_HANGUL_RUN: Final = re.compile(r"[가-힣]{1,8}")
_OF_STATE: Final = re.compile(r" ?(?:전 )?(?:미국 )?(?:대통령|총리|주석|국왕|여왕|황제|교황|장군|대왕)")
_KOREAN: Final = re.compile(
    rf"[{''.join(surname for surname in words('surnames') if len(surname) == 1)}][가-힣]{{0,2}}"
)
_TWO_NAMES: Final = re.compile(rf"(?:{_KOREAN.pattern.removesuffix('{0,2}')}{{2}}){{2}}")
_PLACE: Final = re.compile(r"[가-힣]{2,}(?:대로|특별시|광역시|터미널|공항|아파트|빌딩|백화점)")
# Whom a letter greets when it knows no name.
_NOBODY: Final = frozenset(("sir", "madam", "sir or madam", "sirs", "everyone", "all", "team", "hiring manager"))
# What looks like a company is found as one (see `recognizers/organization.py`).
_COMPANY: Final = re.compile(rf"[가-힣]{{2,}}{alternatives('company_endings')}")
# What a sentence says of a company ends no name: (주)한빛이고, 다온테크입니다.
_SAID: Final = re.compile(r"(.*[가-힣0-9A-Za-z]{2})(?:이(?:고|며|라고|라는|에요|었고)|입니다|인데)")
# A branch or a unit that is told after the company belongs to its name.
_COMPANY_FIRST: Final = re.compile(
    r"((?:\(주\)|㈜|주식회사 )[가-힣0-9A-Za-z&]+"
    rf"|[가-힣]{{2,}}{alternatives('company_endings', 'institution_endings')})"
    r" (?!.*(?:점|팀|부|(?<!학)과|실|본부|센터|소|원|공장|지사|지부|본사)\Z)"
)
# No names, though they look like some.
_NEVER: Final = frozenset(words("never_persons"))
# Whom everybody knows, and whose name a customer may have.
_NAMESAKES: Final = frozenset(words("namesakes"))
_ROLES: Final = frozenset((*words("roles"), *words("announcers"), *words("ranks")))
# 부팀장, 이사장: by their first syllable, which no surname is before the rest.
_TITLES_OF: Final = {
    first: tuple(word[1:] for word in words("title_words") if word[0] == first)
    for first in {word[0] for word in words("title_words")}
}
_KNOWN: Final = frozenset((*words("organizations"), *words("places")))
_WORDS: Final = frozenset((*words("nouns"), *words("terms"), *words("common"), *words("no_names")))
_ORDINARY: Final = _WORDS | frozenset(words("frequent"))
# 노숙인, 우호도, 시민형: what makes a word of a word.
_SUFFIXES: Final = "인형도성식권길물화기률율력계층"
_THINGS: Final = _KNOWN | _WORDS
_TITLES: Final = frozenset(words("titles"))
# A씨, 김OO, 박모: whom a text hides itself.
_TEMPLATE: Final = re.compile(r"[A-Z]|[가-힣]?(?:O{2,3}|[○〇◯]{1,3}|[Xx]{2,3}|[ㅇ△□▲]{2,3}|o{2})")
# What a request or a sentence ends in, which Kiwi takes for a name where it does not know the noun.
_SAYING: Final = re.compile(
    r"[가-힣]{1,6}(?:해줘|해주세요|해 ?줘|해요|하기|하는|합니다|됩니다|세요|니다|시죠|했어|했다)"
)
# What a company, a shop, a blog or a pet is called.
_THING_NAMED: Final = re.compile(
    r"(?:회사|업체|가게|매장|학교|병원|학원|카페|식당|브랜드|제품|상품|서비스|블로그|채널|동아리|프로젝트|앱|게임|길드|파일|폴더|서버|강아지|고양이|건물|도시)"
    r" ?(?:이름|명)(?:은|는|이|을|:)? ?['\"‘“]?\Z"
)
# In so long a run of Han and kana a sentence stands, of another language.
_LONGEST_HAN: Final = 6
_HAN_BEFORE: Final = re.compile(r"[㐀-鿿\uf900-\ufaff぀-ヿ。、，]{0,16}\Z")
_HAN_BEHIND: Final = re.compile(r"[㐀-鿿\uf900-\ufaff぀-ヿ。、，]*")


def _is_lone(text: str, name: Name) -> bool:
    """Say whether one syllable is not surely a surname: 배 과장 포장 금지, but 위 과장님."""
    return name.probability < _SURE_SURNAME and _HONORED.match(text, name.end) is None


_HONORED: Final = re.compile(r" ?[가-힣]{0,4}(?:님|씨|쌤)")


def _is_other_language(text: str, name: Name, written: str) -> bool:
    if not _HAN.fullmatch(written):
        return False
    before = _HAN_BEFORE.search(text[max(0, name.start - _AHEAD) : name.start])
    behind = _HAN_BEHIND.match(text, name.end, name.end + _AHEAD)
    around = len(before.group() if before else "") + len(behind.group() if behind else "")
    return len(written) + around > _LONGEST_HAN or written in _COUNTRIES


_COUNTRIES: Final = frozenset(
    ("日本", "中国", "中國", "韓国", "韓國", "台湾", "臺灣", "美国", "東京", "北京", "上海", "大阪", "首尔")
)
# What is no name, and what is none to mask unless something beside it says that it is somebody here.
_NO_NAMES: Final = (
    ("language", _is_other_language),
    ("unsure", lambda text, name, written: len(written) == 1 and _is_lone(text, name)),
    ("title", lambda text, name, written: text.startswith(_TITLES_OF.get(written, ()), name.end)),
    ("thing", lambda text, name, _: _THING_NAMED.search(text[max(0, name.start - _AHEAD) : name.start]) is not None),
    ("word", _is_never),
    ("code", _is_code),
    ("place", lambda _text, _name, written: _PLACE.fullmatch(written) is not None),
)
_NOBODYS: Final = (
    ("famous", _is_namesake),
    ("word", lambda text, name, written: not _is_person(name, written, text[name.end : name.end + _AHEAD])),
    ("English words", lambda text, name, _: is_plain(text, name)),
    ("unsure", _is_unsure),
    ("famous", _is_famous),
)
