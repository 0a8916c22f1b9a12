"""What a wish about the finished prompt changes in its answers, understood by rules."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from core.conversation.answer_names import split_name
from core.conversation.answer_reading import read, read_typed, says_more
from core.conversation.complaints import wish_of
from core.conversation.corrections.answer_changes import Changes, gathered
from core.conversation.corrections.column_names import with_column_renamed
from core.conversation.corrections.correction import corrections_in
from core.conversation.corrections.counts import recounted
from core.conversation.corrections.misunderstandings import wanted_reader
from core.conversation.corrections.replacement import replaced, replaced_length, replaced_reader, says_instead
from core.conversation.corrections.restatement import restated
from core.conversation.length_words import factor_in, is_measured, length_in, scaled, usual
from core.conversation.questions import QUESTIONS, Key
from core.conversation.resizing import RESIZINGS, stepped
from core.conversation.session import Answer
from core.conversation.texts import t
from core.privacy.text import MaskedText
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale
from core.values.spelt_lengths import in_digits

LONGEST: Final = QUESTIONS[Key.CONSTRAINTS].max_length  # characters of a wish

_JOINT: Final = re.compile(
    r"(?<!\s)\s*(?:(?<!\d),|,(?!\d)|;)\s*(?:그리고\s+|and\s+)?|(?<!\s)\s+(?:그리고|and)\s+|(?<=[가-힣][.!])\s+(?=\S)"
    r"|(?<!\s)\s+(?=(?:길이|언어|형식|수준)(?:[은는을를]|\s?:)?\s)"
)
_MOST_WORDS: Final = 6  # of a wish that sets two answers in a row
SETTLED: Final = frozenset({Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL})
"""What a wish sets without a word about anything else."""

_EASIER: Final = re.compile(
    r"쉽[게고]|(?:수준|눈높이|난이도)\S?\s(?:\S{1,2}\s)?낮[춰추]|(?<![가-힣])쉬운|\beasier\b|\bsimpler\b"
)
_IN_LANGUAGE: Final = re.compile(
    r"어로|[영국일중]문으?로|[가-힣]어(?:와|랑|하고|,)\s?[가-힣]+어(?:$|\s둘)|(?:우리|한국|중국|일본|영국|미국)말로"
    r"|\bin [a-z]+\b|\b(?:korean|english)\b"
)
_HARDER: Final = re.compile(
    r"어렵게|(?:수준|눈높이|난이도)\S?\s(?:\S{1,2}\s)?(?:높[여이]|올[려리])"
    r"|전문적으로|(?<![가-힣])깊이|\bharder\b|\bmore technical\b|\bdeeper\b"
)
_OBJECT: Final = re.compile(r"^(\S{1,10})[을를은는]\s")
_PART: Final = re.compile(r"^(?:\S{1,8}\s)?(?P<part>[가-힣]{2,8})(?:[은는을를]|만)\s")
_WHOLE: Final = re.compile(
    r".*(?:전체|글|답|답변|대답|내용|결과|결과물|길이|분량|글자\s?수|언어|말투|어조|문체|수준|눈높이|난이도|형식|형태|문서|프롬프트)"
    r"|조금|이번에?|이거|이걸|이것|그거|그걸|그것|우리|저희|여기|지금|다음|읽는\s?사람|독자|대상"
)
_COURTESY: Final = re.compile(r"(?:please|thanks|thank you|부탁\S{0,6}|감사\S{0,6}|고마워요?)[.!~]*", re.IGNORECASE)
_NAMED_LENGTH: Final = re.compile(
    r"^\s*(?:전체\s)?(?:길이|분량|length)(?:[은는을를로]|\s?:| to)?\s(?P<length>\S.*)", re.IGNORECASE
)
_STEP: Final = re.compile(r"더|좀|조금|훨씬|줄|늘|\b(?:shorter|longer|more)\b")
_TO_A_NUMBER: Final = re.compile(r"\d\S{0,8}로\s?$")
_PUTS_IN: Final = re.compile(r"넣|추가|포함|빼")
_ADDS: Final = re.compile(r"\b(?:add|include|remove)\b(?! more detail)")
_COLUMN: Final = re.compile(
    r"(?<![가-힣])표에\s.{1,30}(?<![가-힣])(?:열|칸|컬럼|칼럼|항목).{0,10}(?:추가|넣)|(?<![가-힣])(?:열|칸|컬럼|칼럼)\S{0,2}\s표에.{0,6}(?:추가|넣)"
    r"|(?<![가-힣])(?:열|컬럼|칼럼)(?:을|를|도|이)?\s.{0,6}(?:추가|넣)|\badd an?(?:other)? .{0,30}\bcolumn\b"
)
_TONE: Final = re.compile(
    r"말투|어조|문체|톤(?:을|은|으로)|친근|정중|공손|격식|부드럽|딱딱|다정|상냥|유머|재미있|반말|존댓말|존대|해요체|합니다체|"
    r"\btone\b|\bfriendl|\bpolite|\bformal|\bcasual|\bwarm|\bhumou?r"
)
_ALSO: Final = re.compile(
    r"(?<![가-힣])([가-힣]+어)로도"
    r"|(?<![가-힣])((?:영|한국|일본|중국|베트남|스페인|프랑스|독일|러시아|태국)어)(?:\s?버전)?도(?:\s(?:같이|함께|추가|넣|포함|써|만들|부탁|해)|[.!]*$)"
    r"|\balso in ([a-z]+)\b"
)
_DROP_CONSTRAINTS: Final = re.compile(
    r"^(?:(?:모든|전체|기타|추가)\s)?(?:조건|제약)(?:들?[은을]?|들?도|를)?\s*(?:다|모두|전부)?\s*(?:빼|없애|지워|삭제)|"
    r"\b(?:drop|remove) (?:the |all )*constraints?[.!]?$"
)
_WISH: Final = re.compile(
    r"(?:추가|넣어|포함|빼|제외|없이|말고|말아|마세요|하지\s*마|쓰지\s*마|바꿔|고쳐|강조|줘|주세요|해라|하게|도록|으로|부터|아니라|아니고)(?:$|[^가-힣]|줘|주|요|서)"
    r"|(?:스럽게|듯이|처럼|대로)(?:$|[^가-힣]|요)"
    r"|(?:^|\b(?:also|just|and|then|you|should|must|to) )(?:mention|say|tell|put|write|keep|start|end) \S"
    r"|\b(?:add|include|remove|avoid|without|use|make|don't|do not|please|no)\b"
)
_PLEASANTRY: Final = re.compile(
    r"고마|고맙|감사|수고|좋네|좋아요|최고|ㅋㅋ|ㅎㅎ|\?$|\bthank|\bthx\b|\bgreat\b|\bnice\b|\bperfect\b"
)
_SPEECH: Final = re.compile(r"(?:존댓|존대|반|높임|예삿)말")
_SENTENCE: Final = 300
"""Characters of a wish that may speak of readers and lines."""

_THANKS: Final = re.compile(
    r"\A(?:네|넵|예|오|와|우와|정말|너무|아주|진짜|ok|okay|oh|wow|[\s,!~.])*"
    r"(?:고마|고맙|감사|수고|좋네|좋아요|최고|ㅋㅋ|ㅎㅎ|thank|thx\b|great\b|nice\b|perfect\b)[^?]*$"
)
_LEVELS: Final = tuple(Level)


def refine(answers: Mapping[Key, Answer], wish: MaskedText, locale: Locale) -> Changes | None:
    """Return what `wish` changes in `answers`; None if the rules do not understand it.

    One of more than `LONGEST` characters is none: patterns take their time, and the prompt has no room.
    Several wishes in one sentence ("더 짧게, 친근하게") are taken one by one where each is understood by itself.
    """
    if len(wish) > LONGEST:
        return None
    wish = MaskedText(in_digits(wish_of(wish)))
    return in_parts(answers, wish, locale) or _refine(answers, wish, locale)


def in_parts(answers: Mapping[Key, Answer], wish: MaskedText, locale: Locale) -> Changes | None:
    """Return what the parts of a wish change, where there are several and each is understood by itself."""
    parts = [MaskedText(part) for part in _JOINT.split(wish.strip()) if part and not _COURTESY.fullmatch(part)]
    return _refine_each(answers, parts, locale) if len(parts) > 1 else _in_a_row(answers, wish, locale)


def _in_a_row(answers: Mapping[Key, Answer], wish: MaskedText, locale: Locale) -> Changes | None:
    """Return the two answers that are set one after the other without a word between them: 표로 짧게, 영어로 300자."""
    words = wish.split()
    for at in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        halves = (MaskedText(" ".join(words[:at])), MaskedText(" ".join(words[at:])))
        first, second = (_refine(answers, half, locale) or {} for half in halves)
        if first and second and len({*first, *second} & SETTLED) == len(first) + len(second):
            return {**first, **second}
    return None


def is_pleasantry(text: str) -> bool:
    """Say whether a text thanks, praises or asks rather than telling anything."""
    return bool(_PLEASANTRY.search(text.casefold().strip()))


def is_thanks(text: str) -> bool:
    """Say whether a text begins with thanks or praise, and does not ask."""
    return bool(_THANKS.match(text.casefold()))


def goes_further(answers: Mapping[Key, Answer], wish: MaskedText, locale: Locale) -> bool:
    """Say whether a wish that begins with an answer's name says more than it: 길이 더 길게, 길이 짧게 언어 영어."""
    is_step = _NAMED_LENGTH.match(wish) is not None and _STEP.search(wish) is not None
    return is_step or in_parts(answers, wish, locale) is not None


def _refine_each(answers: Mapping[Key, Answer], wishes: Sequence[MaskedText], locale: Locale) -> Changes | None:
    changes: dict[Key, Answer | None] = {}
    for wish in wishes:
        standing = {key: answer for key, answer in {**answers, **changes}.items() if answer}
        understood = _refine(standing, wish, locale)
        if understood is None:
            return None
        changes.update(understood)
    return changes


def _refine(answers: Mapping[Key, Answer], wish: MaskedText, locale: Locale) -> Changes | None:
    folded = unicodedata.normalize("NFKC", wish).casefold().strip()
    if len(wish) <= _SENTENCE and (reader := wanted_reader(wish)):
        corrected = replaced(answers, wish) or replaced_reader(answers, reader)
        return {**(corrected.changes if corrected else {}), Key.AUDIENCE: Answer(reader)}
    if settled := {Key.CONSTRAINTS: None} if _DROP_CONSTRAINTS.search(folded) else _by_name(wish):
        return settled
    if changed := with_column_renamed(answers, wish) or recounted(answers, wish):
        return changed
    changes = _named_in(answers, wish, folded, locale)
    said = length_in(wish)
    if said:
        changes.pop(Key.FORM, None)  # 두 문장으로 is a length
        changes |= replaced_length(answers, said)
    corrected = replaced(answers, wish, demands=bool(changes)) or (None if changes else restated(answers, wish))
    if corrected:
        if changes.keys() <= {Key.TONE}:
            changes.clear()
        changes |= corrected.changes
        standing = {key: answer for key, answer in {**answers, **changes}.items() if answer}
        if corrected.rest:
            changes |= refine(standing, corrected.rest, locale) or {Key.CONSTRAINTS: gathered(standing, corrected.rest)}
        return changes
    if not changes and (length := _other_length(wish)):
        return {Key.LENGTH: length}
    is_more = changes.keys() <= {Key.LENGTH, Key.LEVEL} and not said and _PUTS_IN.search(folded)  # 이모지 빼고 더 짧게
    if is_more or _COLUMN.search(folded) or (not changes and (_WISH.search(folded) or says_instead(wish))):
        changes[Key.CONSTRAINTS] = gathered(answers, wish)
    return changes or None


def _named_in(answers: Mapping[Key, Answer], wish: MaskedText, folded: str, locale: Locale) -> dict[Key, Answer | None]:
    """Return what the words of a wish set; of a part alone they are one more condition."""
    changes: dict[Key, Answer | None] = {}
    for change in (_language, _length, _form, _columns, _level, _tone):
        changes.update(change(answers, wish, folded, locale))
    is_condition = changes and changes.keys() <= SETTLED and _is_of_part(answers, folded)
    return {Key.CONSTRAINTS: gathered(answers, wish)} if is_condition else changes


def _is_of_part(answers: Mapping[Key, Answer], folded: str) -> bool:
    """Say whether a wish begins with a part that it is about, no name of the whole: 제목은 짧게, 이름은 영어로."""
    found = _PART.match(folded)
    if found is None or _WHOLE.fullmatch(found["part"]) or _PUTS_IN.search(folded):
        return False
    is_purpose = Key.PURPOSE in answers and found["part"] in answers[Key.PURPOSE].text.casefold()
    named = (read(key, MaskedText(found["part"])) for key in SETTLED)
    return not is_purpose and all(answer is None or answer.choice in {None, Form.PROSE} for answer in named)


def _language(answers: Mapping[Key, Answer], wish: MaskedText, folded: str, locale: Locale) -> Changes:
    also = _ALSO.search(folded)
    if also:
        second = also[1] or also[2] or also[3].capitalize()
        first = answers[Key.LANGUAGE].text
        if second in first:
            return {}
        joined = f"{first}와 {second}" if locale is Locale.KO else f"{first} and {second}"
        return {Key.LANGUAGE: Answer(MaskedText(joined))}
    if _SPEECH.search(folded):
        return {}  # 존댓말 is no language
    return _named(Key.LANGUAGE, wish) if _IN_LANGUAGE.search(folded) else {}


def _length(answers: Mapping[Key, Answer], wish: MaskedText, folded: str, locale: Locale) -> Changes:
    if length := length_in(wish):
        return {Key.LENGTH: Answer(MaskedText(length))}
    if (factor := factor_in(wish)) and (length := _multiplied(answers, factor)):
        return {Key.LENGTH: Answer(MaskedText(length))}
    if is_measured(folded):
        return {}  # of a part: 제목은 20자로
    named = _NAMED_LENGTH.match(wish)
    if named and not _STEP.search(folded) and (chosen := _named(Key.LENGTH, MaskedText(named["length"]))):
        return chosen  # 길이는 짧게로 is the choice, 길이는 더 짧게 the next one
    wanted = next((each for each in RESIZINGS if _is_of_whole(each.words, folded)), None)
    return {Key.LENGTH: stepped(answers[Key.LENGTH], wanted, wish, locale)} if wanted else {}


def _multiplied(answers: Mapping[Key, Answer], factor: float) -> str:
    """Return the chosen length times a factor; empty where it is in no numbers."""
    current = answers[Key.LENGTH]
    in_words = answers[Key.LANGUAGE].choice == Language.ENGLISH
    length = usual(Length(current.choice), in_words=in_words) if current.choice else str(current.text)
    return scaled(length, factor)


def _other_length(wish: MaskedText) -> Answer | None:
    """Return the length that takes the place of one that nobody gave: 300자 말고 500자로."""
    found = next((each for each in corrections_in(wish) if length_in(each.old) and length_in(each.new)), None)
    return Answer(MaskedText(length_in(found.new))) if found else None


def _is_of_whole(words: re.Pattern[str], folded: str) -> bool:
    """Whether words say how the whole shall be, and not what is put in: 쉬운 예시도 넣어 줘, 인사를 짧게 넣어 줘."""
    found = words.search(folded)
    if found is None or _TO_A_NUMBER.search(folded[: found.start()]):
        return False  # 기간을 4주로 늘려 줘
    return not (_PUTS_IN.search(folded, found.end()) or _ADDS.search(folded))


def _form(answers: Mapping[Key, Answer], wish: MaskedText, folded: str, _locale: Locale) -> Changes:
    whole = _OBJECT.match(folded)
    if whole and Key.PURPOSE in answers and whole[1] in answers[Key.PURPOSE].text.casefold():
        wish = MaskedText(folded := folded[whole.end() :])  # 대본을 | 표로
    if says_more(Key.FORM, folded) or "{" in folded:
        return {}  # of a part: 맨 위에 요약을 표로; the label of a mail address is no mail
    return (
        _named(Key.FORM, wish)
        if re.search(r"로(?:$|[^가-힣]|\s)|형식|형태|\bas (?:an? )?|\binto\b|\bmake (?:it|this) an? ", folded)
        else {}
    )


def _columns(answers: Mapping[Key, Answer], _wish: MaskedText, folded: str, locale: Locale) -> Changes:
    """Return the table that a list or a text becomes where it is to have another column."""
    if answers[Key.FORM].choice not in {Form.LIST, Form.PROSE} or not _COLUMN.search(folded):
        return {}
    return {Key.FORM: Answer(MaskedText(t(locale, f"form.{Form.TABLE}")), Form.TABLE)}


def _level(answers: Mapping[Key, Answer], wish: MaskedText, folded: str, _locale: Locale) -> Changes:
    if re.search(r"수준|눈높이|이해할|[가-힣]도\s(?:알|이해하)게|\blevel\b|\bfor (?:an? )?\b", folded):
        answer = _named(Key.LEVEL, wish) and read_typed(Key.LEVEL, wish)
        if answer:
            return {Key.LEVEL: answer}
    step = -1 if _is_of_whole(_EASIER, folded) else 1 if _is_of_whole(_HARDER, folded) else 0
    if not step:
        return {}
    current = answers[Key.LEVEL].choice
    place = _LEVELS.index(Level(current)) if current else len(_LEVELS) // 2
    return {Key.LEVEL: Answer(wish, _LEVELS[min(max(place + step, 0), len(_LEVELS) - 1)])}


def _tone(_answers: Mapping[Key, Answer], wish: MaskedText, folded: str, _locale: Locale) -> Changes:
    return {Key.TONE: Answer(wish)} if _TONE.search(folded) else {}


def _by_name(wish: MaskedText) -> Changes:
    """Return the answer that stands behind its name: 언어는 중국어로."""
    key, said = split_name(wish) or (Key.LENGTH, wish)
    return _named(key, said) if key in SETTLED - {Key.LENGTH} and not _STEP.search(said) else {}


def _named(key: Key, wish: MaskedText) -> Changes:
    return {key: answer} if (answer := read(key, wish)) and answer.choice != "other" else {}
