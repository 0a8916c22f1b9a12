"""Lengths: how long the person's own words want the whole answer to be.

An amount is that only where nothing else is named that it measures: 짧게 세 줄로, 글은 800자쯤, A4 한 장으로, but not
사유는 한 줄, 군수님 멘트 한 문단. What stands in quotation marks is another's text and says nothing of the answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.prompting.length_range import LengthRange, measured
from core.prompting.understanding.words import LONGEST

_QUOTED: Final = re.compile(  # also one that is cut before its end
    r"“[^”]*(?:”|$)|‘[^’]*(?:’|$)|(?<![0-9])\"[^\"]*(?:\"|$)|(?<![A-Za-z0-9가-힣])'[^'\n]{1,400}'|\([^()]{0,400}\)"
)
_BREAK: Final = re.compile(r"(?<![0-9])[,.]|[,.](?![0-9])|[!?\n;]|\s/\s")
_NUMBER: Final = r"[0-9][0-9,]*|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|스무"
_AMOUNT: Final = re.compile(
    r"(?<![가-힣A-Za-z0-9,.~])(?P<measure>(?P<paper>A4\s?(?:용지\s?)?(?:로\s)?)?"
    rf"(?:{_NUMBER})(?:\s?[~∼–-]\s?[0-9][0-9,]*)?\s?[백천만]?\s?(?:(?P<signs>글자|자|단어|낱말|바이트)|문장|줄|문단|단락"
    r"|(?P<sheets>쪽|페이지|매|장)))"
    r"(?:(?P<most>\s?(?:이내|이하|미만|안쪽|안(?=$|에|으로)|제한|내(?=$|로)|[을를]?\s?안 ?넘\S*"
    r"|[을를]?\s?넘(?:지|기지|으면|기면|어가면) ?(?:않|말|마|안)\S*))"
    r"|(?P<bound>\s?(?:이상|내외|안팎|분량|남짓|전후|정도|쯤|가량|짜리|넘게|까지)))?",
    re.IGNORECASE,
)
_NO_LENGTH: Final = re.compile(
    r"[한두세네] ?글자|한쪽|한 쪽으로 (?:정|몰|기울)|[가-힣0-9]{1,9} ?(?:장|쪽|페이지|문단|줄)까지"
)
_ENDED: Final = re.compile(
    r"(?:에서?|으?로|만)?(?P<is>이?요|이에요|예요|입니다|임|이고|이며|이?래요|이라서요?)?(?:\s공백 ?포함)?\s*$"
)
_NEXT: Final = re.compile(r"(?P<to>(?:으로|로|에서?|이고|이면|면|이어야)?(?:만)?)\s(?P<next>.+)")
_INTO: Final = re.compile(r"에(?:$|\s(?:담|채|맞|써|쓰|정리|나란|들어가게|추려|모아))")  # 한 장에 담아
_OF_PART: Final = re.compile(
    r"들어가야|들어갈|들어간|넣|포함|언급|덧붙|붙|달[아고]|추가|끝|마무리|시작|소개|해설|설명|몰아|나[눠누]"
    r"|구성|띄|더(?:\s|$)"
)
_WRITES: Final = re.compile(
    r"써(?! ?놨)|쓰|쓸|작성|적어(?! ?놨)|적을|부탁|줄[여이]|맞[춰추]|채[우워]|되게|만들"
    r"|요약(?=$|[해본노]|\s(?:부탁|좀))|정리"
)
_RESIZED: Final = re.compile(r"늘[려리이어]|불[려리]|살\s?(?:좀\s)?붙|줄[여이]|깎|덜어|압축")
_PICTURES: Final = re.compile(
    r"슬라이드|ppt|피피티|장표|발표 ?자료|카드|삽화|사진|시안|그림|이미지|타로|포스터|화면|웹|html|\bdeck",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"(?:^|\s)(?:공백 ?포함(?:해서|하여)?|약|총|최대|최소|딱|대략|적어도|다 ?합쳐서?|전체|전부)\s?$"
)
_WHOLE: Final = re.compile(
    r"(?:^|\s)(?:글|전체|총|분량|길이|글자 ?수?|답변?|답글|답장|본문|원고)(?:은|는|이|가|을|를)?\s?:?$"
)
_TEXT: Final = re.compile(
    r"(?:^|\s)(?P<noun>이?메일|편지|문자|카톡|메시지|대본|보고서|독후감|감상문|자소서|자기소개서|기사|에세이|초록"
    r"|안내문|후기|축사|인사말|소개글|보도자료)(?:은|는|이|가|을|를)?$"
)
_CONNECTS: Final = re.compile(
    r"(?:게|고|며|서|데요?|니까|없이|대로|로|라도|거라|지만|면|도록|요|것만|핵심만|이라|으니)"
    r"(?<!에게)(?<!에서)(?<!마지막으로)(?<!끝으로)(?<!처음으로)(?<!제목으로)(?<!사유로)$"
)
_PART: Final = re.compile(
    r"(?:마다|당|각각?|씩|첫|번째|마지막에?|끝에?|처음에?|[앞뒤위]에?|아래에?|중간에?|지금|현재|원래|이미|은|는|도|(?:사람|명|개|화면|장면|쪽|문제|항목)에"
    r"|이름|닉네임|닉|제목|설명|비번|비밀번호|규칙|운|대사|한 ?(?:줄|문장|문단)|한글만?|영문)$"
)
_SOURCE: Final = re.compile(r"더|깎|초과|넘|부족|모자|쓴|썼|써 ?놨|적은|있|밖에|인데|특수|제목")
SURE_LENGTH: Final = re.compile(
    r"[0-9백천]\s?자(?![가-힣]{2})|[0-9]\s?(?:단어|문장)\s?(?:이상|이내|이하|넘게)|\bA4"
    r"|(?:줄|문장|장)[을를]?\s?(?:만\s)?넘(?:으|기|어가)면 안",
    re.IGNORECASE,
)
"""An amount that is hardly one of anything else: where it was read as a fact, it may still be the length."""
_EACH: Final = re.compile(
    r"(?P<each>(?:(?:한\s?)?(?:문항|항목|질문|문제|편|개|하나)(?:당|마다|에|별로|별)|(?<![가-힣])각각?)\s?)(?:약|최대|최소)?\s?$"
)
_LEADS: Final = re.compile(
    r"(?:최대|최소|적어도|under|within|at most|at least|up to|over|exceed|(?:less|more) than|max)\s*$", re.IGNORECASE
)
_ENGLISH: Final = re.compile(
    r"(?<![A-Za-z0-9,.-])(?P<measure>(?:[0-9][0-9,]*(?:\s?[-–]\s?[0-9][0-9,]*)?[ -](?P<signs>words?|characters?)"
    r"|(?:[0-9]+|one|two|three|four|five)[ -](?:paragraphs?|sentences?|pages?|lines?)))"
    r"(?P<bound>\s(?:or (?:less|more|under)|max(?:imum)?|minimum))?",
    re.IGNORECASE,
)
_ENGLISH_PART: Final = re.compile(
    r"\b(?:from|only|currently|now|already|each|every|per|first|last|opening|or)\s$", re.IGNORECASE
)
_ENGLISH_NEXT: Final = re.compile(r"\s*$|,|\s(?:please|total|long|tops|for|max)\b", re.IGNORECASE)
_ENGLISH_EACH: Final = re.compile(r"\s(?:each|apiece|per|every|and)\b", re.IGNORECASE)


_ENGLISH_MODIFIER: Final = re.compile(
    r"(?<![A-Za-z0-9-])(?P<measure>(?P<number>[1-9][0-9]{0,4}|one|two|three|four|five)[ -]"
    r"(?P<unit>page|word|paragraph|sentence))[ -](?:long )?(?=[a-z])",
    re.IGNORECASE,
)
# What is read, shortened or mended has the length that it has.
_ENGLISH_SOURCE: Final = re.compile(
    r"\b(?:summari[sz]e|translate|review|read|proofread|edit|shorten|cut|check|analy[sz]e|from|this|my|our|the|of|for)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A length in the person's words: its range in characters, its words, and how many have it each (0: the whole)."""

    chars: LengthRange
    words: str
    count: int = 0


def without_quoted(text: str) -> str:
    """Return a text without what stands in quotation marks or brackets."""
    return _QUOTED.sub(" ", text)


def length_of_request(request: str, count: int = 0) -> Written | None:
    """Return the length that a request asks of the answer: the noun before it is what is asked for (독후감 1500자)."""
    for clause in clauses_of(request):
        for found in _AMOUNT.finditer(clause):
            is_bare_sure = bool(found["signs"]) and bool(re.match("[0-9]", found["measure"]))
            if (
                _is_of_whole(found, is_bare_sure=is_bare_sure)
                and not _counts_pictures(found, request)
                and (not _PART.search(_before(found)) or _WHOLE.search(_before(found)))
                and (not _RESIZED.search(request) or _is_target(found))
            ):
                return _written(found)
        written = _each(clause, count) or next(_english(clause), None) or next(_english_of_request(clause), None)
        if written:
            return written
    return None


def length_of_demand(demand: str, request: str, count: int = 0) -> Written | None:
    """Return the length that a demand asks of the whole answer; `request` may name what it speaks of."""
    for clause in clauses_of(demand):
        for found in _AMOUNT.finditer(clause):
            if (
                _is_of_whole(found)
                and not _counts_pictures(found, f"{request} {demand}")
                and _names_whole(_before(found), request)
            ):
                return _written(found)
        if written := _each(clause, count) or next(_english(clause), None):
            return written
    return None


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, without what is quoted in it."""
    return _BREAK.split(without_quoted(text[:LONGEST]))


def _before(found: re.Match[str]) -> str:
    return found.string[: found.start()].rstrip()


def _is_of_whole(found: re.Match[str], *, is_bare_sure: bool = False) -> bool:
    """Whether nothing behind an amount takes it away from the whole: 한 줄 소개, 세 줄로 달고, 500자인데.

    `is_bare_sure`: one that stands bare before another word is a length too (500자 반전소설).
    """
    after = found.string[found.end() :]
    if _NO_LENGTH.match(found.group() + after):
        return False
    if after.startswith("에") and not found["most"]:
        return bool(found["sheets"]) and _INTO.match(after) is not None
    if (ended := _ENDED.match(after)) is not None:
        return not (ended["is"] and re.search("[이가건]$", _before(found)))
    goes_on = _NEXT.match(after)
    return goes_on is not None and _leaves_whole(found, goes_on, is_bare_sure=is_bare_sure)


def _leaves_whole(found: re.Match[str], goes_on: re.Match[str], *, is_bare_sure: bool) -> bool:
    following = goes_on["next"]
    if _OF_PART.match(following):
        return False
    if goes_on["to"] or found["most"] or found["bound"] or found["paper"] or _WHOLE.search(_before(found)):
        return True
    if is_bare_sure:
        return _SOURCE.match(following) is None
    return _WRITES.match(following) is not None and not (found["sheets"] and re.match("요약|정리", following))


def _is_target(found: re.Match[str]) -> bool:
    """Whether an amount is what a text is to be made, and not what it is: 300자를 800자로, 두 줄짜리에 살을 붙여."""
    after = found.string[found.end() :]
    is_bound = bool(found["most"] or found["bound"]) and found["bound"] != "짜리"
    return is_bound or re.match(r"으?로|\s(?:채[우워]|맞[춰추]|되게)", after) is not None


def _counts_pictures(found: re.Match[str], text: str) -> bool:
    return bool(found["sheets"]) and not found["paper"] and _PICTURES.search(text) is not None


def _names_whole(before: str, request: str) -> bool:
    while (bare := _ABOUT.sub("", before).rstrip()) != before:
        before = bare
    if (named := _TEXT.search(before)) is not None:
        return named["noun"] in request
    return not before or bool(_WHOLE.search(before) or _CONNECTS.search(before))


def _written(found: re.Match[str]) -> Written | None:
    most, lead = found["most"] or "", _LEADS.search(_before(found))
    bound = " 이내" if most else found["bound"] or ""
    chars = measured(f"{lead.group() if lead else ''} {found['measure']}{bound}")
    said = bound if "넘" in most else most or bound  # no sentence (네 줄을 넘으면 안 됩니다) is quoted
    in_letters = f"({chars.high}자)" if chars and found["signs"] == "바이트" else ""  # an AI cannot count bytes
    return Written(chars, f"{found['measure']}{said}{in_letters}") if chars else None


def _each(clause: str, count: int) -> Written | None:
    """Return what several things take together, where their number and the length of each are known: 문항당 700자."""
    for found in _AMOUNT.finditer(clause) if count > 1 else ():
        each, written = _EACH.search(found.string[: found.start()]), _written(found)
        if each and written:
            chars = LengthRange(written.chars.low * count, written.chars.high * count)
            return Written(chars, f"{each['each']}{written.words}", count)
    return None


def _english_of_request(clause: str) -> Iterator[Written]:
    """Yield the length that stands before what is asked for: a 2 page cover letter."""
    for found in _ENGLISH_MODIFIER.finditer(clause):
        if not _ENGLISH_SOURCE.search(clause[: found.start()]) and (
            chars := measured(found["measure"].replace("-", " "), english=True)
        ):
            unit = found["unit"].lower()
            yield Written(chars, f"{found['number']} {unit}{'' if found['number'] in {'1', 'one'} else 's'}")


def _english(clause: str) -> Iterator[Written]:
    if re.search("[가-힣]", clause):
        return
    for found in _ENGLISH.finditer(clause):
        before, after = clause[: found.start()], clause[found.end() :]
        is_followed = not _ENGLISH_EACH.match(after) if found["signs"] else _ENGLISH_NEXT.match(after)
        if _ENGLISH_PART.search(before) or not (found["bound"] or is_followed):
            continue
        lead = _LEADS.search(before)
        if chars := measured(f"{lead.group() if lead else ''} {found.group()}", english=True):
            yield Written(chars, found.group())
