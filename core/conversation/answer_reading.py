"""Reading a typed answer: by number, by word, by sentence."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.conversation.choice_words import (
    ASKS_BACK,
    CHOICE_WORDS,
    FREE_WORDS,
    INDIFFERENT,
    MAKES_ANOTHER,
    NO_PURPOSE,
    NOTHING_THERE,
    NOTHING_TO_SAY,
    POLITE_ENDINGS,
    REACTION,
    REJECTED,
    REJECTED_BEFORE,
    SAYS_NO_MORE,
    TAKEN_AWAY,
)
from core.conversation.questions import OTHER_LANGUAGE, QUESTIONS, Key
from core.conversation.session import Answer
from core.conversation.texts import TEXTS
from core.privacy.text import MaskedText
from core.values.choices import Form, Language, Length

_NUMBER: Final = re.compile(
    r"^(?:선택지|보기|option|number|no\.?|#)?\s*([1-9])\s*(?:번째|번|\.|\))?\s*(?:[거것걸꺼]|으?로|이요|요|할게요|해줘|해주세요|입니다|이에요)*\s*[.!~]*$"
)
_SPEECH: Final = re.compile(r"(?:반말|존댓말|존대|높임말|해요체|합니다체|하십시오체)(?:체)?")
_SHORT: Final = 60
_A_WORD: Final = 8
_ORDINALS: Final = {"다섯": "5"} | dict(zip("첫두세네둘셋넷일이삼사오", "123423412345", strict=True))
_UNMISTAKABLE: Final[Mapping[Key, tuple[str, ...]]] = MappingProxyType(
    {Key.FORM: (Form.LIST, Form.PROSE, Form.TABLE), Key.LENGTH: tuple(Length), Key.LANGUAGE: tuple(Language)}
)
_SENTENCE: Final = re.compile(
    r"(?:(?:[어아해여네세군까나에예든데]|이에)요|니다)\s*[.!~]*$|^(?:나|난|저|전|나는|저는|내가|제가)\s"
)
_LED_IN: Final = re.compile(r"^(?:(?:그냥|걍|좀|음+|아|저는|전)[\s,]+)+(?=\S)")
_MORE: Final = re.compile(r"^(?:(?:더|좀\s?더|아주|최대한|되도록)\s)+(?=\S)")
_READ_BY: Final = re.compile(
    r"(?<=\S)(?:이|가|께서|도|은|는)?\s(?:읽|보|볼|봐|이해|알)\S{0,4}(?:\s(?:거|것|수)\S{0,2})?(?:\s(?:있|정도|쉽)\S{0,3})?$"
)
_TO_WHOM: Final = re.compile(r"(?<=[가-힣][들님자신인생원니])(?:에게|한테|께서?|용|도)$")
_SUCH: Final = re.compile(r"(?<=[운은한])\s?(?:거|것|걸|편)$")
_TURNED_DOWN: Final = re.compile(
    r"^\s*\S.{0,58}?(?:말[고구]|아니라|아니[고구]|싫고|대신에?)\s+(?=\S)"
)  # 보고서 말고 | 메일
_RATHER: Final = re.compile(r"^\s*\S{1,20}?보(?:다는?|단)\s+(?=\S)")  # 표보다 | 글
_OF_THE_WORD: Final = r"[가-힣]{0,2}(?:\s?(?:[거건것걸글]|답변?))?"  # 짧|은 건 싫어
_ORDINAL: Final = re.compile(r"^(?:(첫|두|세|네|다섯|둘|셋|넷)\s*(?:번째|번|째)|([일이삼사오])\s?번)")
_DRAWN_OUT: Final = re.compile(r"(?<=[가-힣])~+(?=[가-힣])")  # 길~게


def read(key: Key, text: MaskedText) -> Answer | None:
    """Return the answer that `text` gives to the question `key`; None if it cannot be read as one.

    A question without choices takes any text, the first one any that is more than a hello. One with choices takes a
    choice, or a value of its own kind that is clear without asking ("300자 정도", "일본어로요", "중학생"), which is
    kept without its polite ending. What is longer than an answer may be is not looked at: patterns take their time.
    """
    if len(text) > QUESTIONS[key].max_length:
        return None
    if not QUESTIONS[key].choices:
        return None if key is Key.PURPOSE and only_greets(text) else Answer(text)
    wanted = _wanted_of(key, text)
    folded = _folded(wanted)
    if choice := _by_number(key, folded) or _by_wording(key, folded):
        return Answer(text, choice)
    choice = _by_word(key, folded)
    if choice is not None and not says_more(key, folded):
        return Answer(text, choice)
    return Answer(plain(wanted)) if choice is not None or _wanted(FREE_WORDS[key], folded) else None


def says_more(key: Key, folded: str) -> bool:
    """Say whether a choice is named and something more: 표 옆에 설명, 짧되 빠짐없이, 초등학생 학부모."""
    choice = _by_word(key, folded)
    if choice is not None and key in MAKES_ANOTHER:
        return re.search(f"(?:{CHOICE_WORDS[key][choice]}){MAKES_ANOTHER[key]}", folded) is not None
    if choice is None or key not in SAYS_NO_MORE:
        return False
    named = f"(?:{CHOICE_WORDS[key][choice]})[가-힣]{{0,4}}"
    if choice == Form.CODE:
        named = rf"^[^\s,]+\s(?=코드|code)|{named}"  # 파이썬 코드: the language of the code
    rest = re.sub(rf"\S+?{REJECTED}\S*|{REJECTED_BEFORE[:-1]}\s?\S+", " ", re.sub(POLITE_ENDINGS, "", folded))
    return re.sub(f"{named}|{SAYS_NO_MORE[key]}", " ", rest).strip(" .,!~") != ""


def read_or_settle(key: Key, text: MaskedText) -> Answer | None:
    """Return the answer that `text` gives, or the usual one where the person leaves the choice to us ("아무거나")."""
    answer = read(key, text)
    if answer is not None or len(text) > QUESTIONS[key].max_length:
        return answer
    return usual_answer(key, text) if is_indifferent(text) else None


def read_typed(key: Key, text: MaskedText) -> Answer | None:
    """Return the answer that a text gives where its question is asked: one of its choices, or words of its own.

    In which form and for whom is nothing that could be listed, so that any words count which are not known to be no
    answer. Of lengths and languages only those that name two choices ("한국어, 영어").
    """
    answer = read_or_settle(key, text)
    if not QUESTIONS[key].choices:
        return answer
    if answer is not None:
        return answer if answer.choice else replace(answer, text=_tidy(key, answer.text))
    folded = _folded(text)
    if len(text) > QUESTIONS[key].max_length or is_no_answer(text) or re.search(rf"(?:{REJECTED})\S{{0,4}}$", folded):
        return None
    names_two = sum(_wanted(words, folded) > 0 for words in CHOICE_WORDS[key].values()) > 1
    is_said = key is Key.LEVEL or (key is Key.FORM and not _SENTENCE.search(_folded(plain(text))))
    return Answer(_tidy(key, plain(_wanted_of(key, text)))) if names_two or is_said else None


def _tidy(key: Key, text: MaskedText) -> MaskedText:
    """Return words of one's own as they stand in a prompt: 그냥 쉬운 걸로 is 쉬운 수준, 팀장님 보시게 is 팀장님."""
    own = _LED_IN.sub("", text)
    if key is not Key.LEVEL:
        return MaskedText(own)
    reader = _TO_WHOM.sub("", _READ_BY.sub("", own))
    return MaskedText("본인" if reader in {"제", "내"} else _SUCH.sub(" 수준", reader))


def is_no_answer(text: str) -> bool:
    """Say whether a text answers no question with choices: a yes, a feeling, a question back, a number, no word."""
    folded = _folded(text)
    return says_nothing(text) or folded.isdecimal() or bool(re.search(f"{REACTION}|{ASKS_BACK}", folded))


def only_greets(text: str) -> bool:
    """Say whether a text is a hello, a thank you or a feeling and no more, or holds no word."""
    folded = _folded(text)
    return bool(re.match(NO_PURPOSE, folded) or re.match(REACTION, folded)) or says_nothing(text)


def says_none(text: str) -> bool:
    """Say whether a whole text says that there is nothing to add, or takes away what there is: 참고할 건 없어요."""
    folded = _folded(text).strip(" .,!~ㅠㅜ-")
    if len(folded) > _SHORT:
        return False
    is_left_to_us = len(folded) <= _A_WORD and is_indifferent(text)  # 아무거나
    return is_left_to_us or says_nothing(text) or bool(re.fullmatch(f"{NOTHING_THERE}|{TAKEN_AWAY}", folded))


def number_in(text: str) -> int:
    """Return the number of the choice that a text names and nothing else: 3, 3번이요, 세 번째; 0 for none."""
    folded = _folded(text)
    found = _NUMBER.match(_ORDINAL.sub(lambda spelt: _ORDINALS[spelt[1] or spelt[2]], folded))
    return int(found[1]) if found else 0


def is_indifferent(text: str) -> bool:
    """Say whether a text leaves the choice to us: 아무거나."""
    return bool(re.match(INDIFFERENT, _folded(text)))


def says_nothing(text: str) -> bool:
    """Say whether a text only says that its writer has nothing to say: 몰라요, 글쎄, …."""
    return bool(re.match(NOTHING_TO_SAY, _folded(text)))


def choice_of_another(text: MaskedText) -> tuple[Key, Answer] | None:
    """Return the question of the interview that a text plainly answers, though it was not asked: 짧게, 한국어로.

    Only words that could hardly answer anything else count: 보고서 and 대학생 are things and people as well.
    """
    folded = unicodedata.normalize("NFKC", plain(text)).casefold().strip(" .!~")
    for key, choices in _UNMISTAKABLE.items():
        choice = _by_wording(key, folded) or _by_first_word(key, folded)
        if choice in choices:
            return key, Answer(text, choice)
    return None


def choice_elsewhere(key: Key, text: MaskedText) -> tuple[Key, Answer] | None:
    """Return the other question of the interview whose choice a text names and nothing more: 한국어 as a length."""
    folded = _MORE.sub("", _LED_IN.sub("", _folded(plain(text)).strip(" .!~")))
    for other in CHOICE_WORDS:
        choice = _by_wording(other, folded) or _by_first_word(other, folded)
        if choice is None and key is not Key.LEVEL:  # there, 간단하게 says how hard
            tail = r"[가-힣]{0,3}(?:\s(?:수준|정도|형식|형태)\S{0,2})?"
            named = (each for each, words in CHOICE_WORDS[other].items() if re.fullmatch(f"(?:{words}){tail}", folded))
            choice = next(named, None)
        if other is not key and choice not in {None, OTHER_LANGUAGE}:
            return other, Answer(text, choice)
    return (Key.TONE, Answer(plain(text))) if _SPEECH.fullmatch(folded) else None


def _wanted_of(key: Key, text: MaskedText) -> MaskedText:
    """Return a text without what it turns down; of a length or a level, 보다 only compares."""
    rather = text if key in {Key.LENGTH, Key.LEVEL} else _RATHER.sub("", text)
    return MaskedText(_TURNED_DOWN.sub("", rather))


def _folded(text: str) -> str:
    return _DRAWN_OUT.sub("", unicodedata.normalize("NFKC", text).casefold().strip())


def _by_number(key: Key, folded: str) -> str | None:
    number, choices = number_in(folded), QUESTIONS[key].choices
    return choices[number - 1] if 0 < number <= len(choices) else None


def _by_wording(key: Key, folded: str) -> str | None:
    """Return the choice whose id or wording, in either language, is the whole text."""
    for choice in QUESTIONS[key].choices:
        wordings = {choice, *(texts[f"{key}.{choice}"].casefold() for texts in TEXTS.values())}
        if folded in wordings:
            return choice
    return None


def _by_first_word(key: Key, folded: str) -> str | None:
    """Return the length that a text is, without the number behind it: 짧게."""
    lengths = Length if key is Key.LENGTH else ()
    return next(
        (one for one in lengths for texts in TEXTS.values() if folded == texts[f"{key}.{one}"].casefold().split()[0]),
        None,
    )


def _by_word(key: Key, folded: str) -> str | None:
    """Return the one choice that is named and not turned down; None if there are several, or a value of its own."""
    if key is Key.LENGTH and re.search(FREE_WORDS[key], folded) and not _is_bare(key, folded):
        return None
    if key is Key.LANGUAGE and _wanted(FREE_WORDS[key], folded) > 1:
        return None
    named = [choice for choice, words in CHOICE_WORDS[key].items() if _wanted(words, folded)]
    return named[0] if len(named) == 1 else None


def _wanted(words: str, folded: str) -> int:
    """Return how often words stand in a text that are not turned down."""
    return sum(
        not re.match(_OF_THE_WORD + REJECTED, folded[found.end() :])
        and not re.search(REJECTED_BEFORE, folded[: found.start()])
        for found in re.finditer(words, folded)
    )


def _is_bare(key: Key, folded: str) -> bool:
    """Say whether a number is one of the choices' own ("500자"), not a measure beside a word ("짧게 300자")."""
    return any(re.fullmatch(words, folded) for words in CHOICE_WORDS[key].values())


def plain(text: MaskedText) -> MaskedText:
    """Return a short answer without its polite ending: 일본어로 해주세요 is 일본어."""
    bare = re.sub(r"(?<=\S)(?<![별따])(?<![가-힣]대)으?로$", "", re.sub(POLITE_ENDINGS, "", text))
    return MaskedText(bare.strip() or text)


def usual_answer(key: Key, text: MaskedText) -> Answer | None:
    """Return what fits most requests; a language as the one in which the person answers."""
    korean = bool(re.search(r"[가-힣]", text))
    match key:
        case Key.FORM:
            return Answer(text, Form.PROSE)
        case Key.LENGTH:
            return Answer(text, Length.MEDIUM)
        case Key.LANGUAGE:
            return Answer(text, Language.KOREAN if korean else Language.ENGLISH)
        case Key.LEVEL:
            return Answer(MaskedText("누구나" if korean else "anyone"))
        case _:
            return None
