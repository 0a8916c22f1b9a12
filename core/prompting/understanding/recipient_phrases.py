"""Recipient phrases: whether what stands behind a name says that they read, hear or get the text that is asked for.

What is past is no reading of it (친구가 본 영화, 교수님께 받은 파일), nor is what is read or given anything but a text
(엄마한테 줄 선물). The verbs are those of `readers.toml`.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from core.privacy.korean.hangul import final
from core.prompting.understanding.people import MARKS, describes, ends_in, listed

REACH: Final = 7
"""Words behind a name in which the verb is looked for."""
JUDGING: Final = "결재|검사|검토|승인|심사|채점|컨펌|평가"
_TO_NOUN: Final = 6  # words from a verb to the text: 과장님께 올릴 원인 분석 및 대응방안 보고서
_SHOWN: Final = frozenset({*JUDGING.split("|"), "발표", "보고"})
_PAST: Final = re.compile(r"[가-힣]?[했갔왔됐났렸냈줬봤썼겼졌쳤췄켰셨었았였랬혔](?!으면)|.받")
_QUOTED: Final = re.compile(r"(?:라고|라며|라는|[가-힣]다는|다며|래요?|듯\S*|기는)$")
_REPORTED: Final = re.compile(r"(?:다|라|자|냐)고$")  # 못 간다고 문자
_CLAUSE_ENDS: Final = re.compile(
    r"(?<=[가-힣])(?:다|요|죠|까|고|며|면|(?<!에)서|데|니까|라|려고|도록|(?<![처다마])음|함|됨|줘|는|은|던|지|건데)$"
)
_BEFORE_PARTICLE: Final = re.compile(
    r"(?:(?:이에|예|에)요|입니다|이고요?|고요|이?라서?|인데요?|임|이?야|이?니까|이니|으?로|에|을|를|은|는|이|가|도|만|의|지만|거든요|라고)$"
)
_OBJECT: Final = re.compile(r"(?<=[가-힣])(?:을|를)$")
_IT: Final = re.compile(r"(?:거|건|것|게|걸|겁|텐|예정|중|편|용도|목적|분[이인])")
_ACT_AND: Final = re.compile(r"(?:보|읽|듣)고$")
_ACTS: Final = re.compile(r"(?:합|해|함|하|따라|고[를르]|골라|결정|판단|평가|승인|결재|선택|바로)")
_COMPOUND: Final = re.compile(r"^(?:찾아|받아|들여다|훑어|살펴|읽어|열어|펼쳐)(?=[보봐볼봄봅본])|^(?:보고|전달)(?=받)")
_DOES: Final = re.compile(r"(?:하(?!신(?:\s|$))|합|해|할|함|$)")
_BOOK: Final = re.compile(r"\S*(?:책|소설|만화|동화|때)")  # what is read beside the answer
_MEDIUM: Final = re.compile(r"(?:카톡|톡|슬랙|메일|이메일|문자|공문|DM|디엠|편지|쪽지|메신저|팩스|우편)(?:으?로)?$")
# 부모님께 여쭤볼 질문 is spoken, 교수님께 여쭤볼 메일 is read
_ASKS: Final = re.compile(r"(?:물어|여쭤|여쭐|여쭙)")
_A_LETTER: Final = re.compile(r"(?:\S*메일|문자|쪽지|편지|카톡|메시지|글|공문)(?:[을를은이도]|로|으로)?$")
_SPEAKS: Final = re.compile(r"(?:어떻게|뭐라고?|뭘|무슨)$")
# 헷갈리지 않게, 이해할 수 있게, 기분 안 나쁘게, 보기 좋게: as the text is to be for them
_FOR_THEM: Final = re.compile(
    r"(?:이해|알아[듣보들]|헷갈|오해|납득|공감|지루|겁먹|찾|기분|부담|불쾌|화나|서운|섭섭|속상|상처|불편|놀라|민망|복붙|따라)\S{0,6}?"
    r"(?:(?:게|도록)(?:요|만)?(?:$|\s)|(?:\s\S{1,6})?지\s?않(?:게|도록)|\s(?:안|쉽|좋)\S{0,4}게|\s(?:수\s)?있(?:게|도록|어야)|[셔해]야)"
    r"|(?:보|읽)기\s?(?:좋|편하|쉽)게"
)


def read_by(behind: Sequence[str]) -> str:
    """Say what the one named before these words does with the text; nothing where they do not read it."""
    for at, word in enumerate(behind):
        bare = _COMPOUND.sub("", word.strip(MARKS))
        after = behind[at + 1 :]
        if _ACT_AND.search(bare):
            if (at and is_text(behind[at - 1])) or (after and _ACTS.match(after[0])):
                return "reads"
            continue
        if is_for_them(behind[at : at + 3]):
            return "reads"
        if bare.startswith(_verbs("reads")) or bare == "풀" or _does(bare):
            refused = at > 0 and behind[at - 1] in {"안", "못"} and not _cannot(behind[:at])
            return _act(bare) if not (refused or _is_told(bare)) and _of_text(bare, behind[:at], after) else ""
        if stops(bare):
            return ""
    return ""


def given_with(behind: Sequence[str], *, is_person: bool) -> str:
    """Say how a text is given to the one named before these words; nothing where none is, or it was before."""
    for at, word in enumerate(behind):
        bare = word.strip(MARKS)
        after = behind[at + 1 :]
        if is_text(_OBJECT.sub("", bare)) and _OBJECT.search(bare):
            continue
        if bare.startswith(_verbs("gives")) and not _MEDIUM.match(bare):
            asks_how = at > 0 and _SPEAKS.search(behind[at - 1]) and not any(map(_A_LETTER.match, after))
            if asks_how or _is_told(bare) or (after and after[0].startswith("받")) or _is_able(after):
                return ""
            return _act(bare) if _of_text(bare, behind[:at], after) else ""
        if is_person and _gives_itself(bare, after):
            return "gives"
        if stops(bare) or word != bare or _ASKS.match(bare):
            return ""
    return "gives" if is_person and (not behind or _MEDIUM.match(behind[0].strip(MARKS))) else ""


def _gives_itself(word: str, after: Sequence[str]) -> bool:
    """Whether a word that is no verb of giving says so all the same.

    못 간다고 문자 ends in how it is sent, 여쭤볼 메일 and 남길 글 in a text; 여쭤볼 질문 is spoken.
    """
    if not after or _ASKS.match(word):
        return any(map(_A_LETTER.match, after[:2])) or (not after and _MEDIUM.match(word) is not None)
    return len(word) > 1 and final(word[-1]) == "ㄹ" and is_text(after[0])


def shown(who: str, act: str) -> str:
    """Return who reads, with what they do where it is to judge it: 본부장님(결재)."""
    return f"{who}({act})" if who and act in _SHOWN else who


def is_for_them(behind: Sequence[str]) -> bool:
    """Whether something is to be so that somebody understands it, or does not mind it."""
    return _FOR_THEM.match(" ".join(behind)) is not None


def is_text(said: str) -> bool:
    """Whether a word names something that is read or heard: 자료예요, 거라, 안내문을."""
    bare = said.rpartition(" ")[2].strip(MARKS)
    return ends_in(bare, "texts") or ends_in(_BEFORE_PARTICLE.sub("", bare), "texts") or _IT.match(bare) is not None


def stops(word: str) -> bool:
    """Whether a clause ends with a word, so that the next verb is somebody else's."""
    return not _REPORTED.search(word) and (_CLAUSE_ENDS.search(word) is not None or describes(word))


@cache
def _verbs(name: str) -> tuple[str, ...]:
    return tuple(sorted(listed(name)))


def _does(word: str) -> bool:
    """Whether a word is a noun of reading with 하다, and not past: 검토하십니다, 확인할, but no 확인한."""
    noun = next((noun for noun in _verbs("reads_doing") if word.startswith(noun)), "")
    return noun != "" and _DOES.match(word.removeprefix(noun)) is not None


def _act(word: str) -> str:
    return next((act for act in sorted(_SHOWN) if word.startswith(act)), "reads")


def _is_told(word: str) -> bool:
    """Whether a verb is past, or what somebody says."""
    return _PAST.match(word) is not None or _PAST.search(word[1:]) is not None or _QUOTED.search(word) is not None


def _is_able(after: Sequence[str]) -> bool:
    """Whether one can, which is no purpose: 설명할 수 있음, but 설명할 수 있게."""
    return (
        len(after) > 1 and after[0].startswith("수") and after[1].startswith(("있음", "있어요", "있습", "있다", "없"))
    )


def _cannot(between: Sequence[str]) -> bool:
    """Whether somebody cannot read a text: 안내문을 못 읽으세요."""
    return between[-1] == "못" and any(_OBJECT.search(word) and is_text(_OBJECT.sub("", word)) for word in between)


def _of_text(verb: str, between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what is read or given is a text: its object, or what the verb describes."""
    if verb.endswith("신") or any(_OBJECT.search(word) and not is_text(_OBJECT.sub("", word)) for word in between):
        return False  # 확인하신 숫자, 반지를 드리려고
    last = verb[-1]
    if not after or not (last in {"는", "을"} or final(last) == "ㄹ"):
        return True
    if after[0].startswith("수") and after[1:] and after[1].startswith("있"):
        return True
    if verb in {"읽을", "읽는", "읽으실"}:
        return _BOOK.match(after[0]) is None
    named = next((word.strip(MARKS) for word in after[:_TO_NOUN] if is_text(word)), "")
    # 팬들이 보는 글은 맛집: what is so in general
    return named != "" and not (last == "는" and named.endswith(("은", "는")) and named not in listed("texts"))
