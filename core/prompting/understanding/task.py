"""The task: what is asked as one instruction, or the sentence of its intent with the request quoted behind it."""

import re
from typing import Final

from core.privacy.korean.hangul import ending_in, is_korean, is_syllable
from core.privacy.korean.particles import Particle, attach
from core.prompting.intents.intent import Intent, Opening, Product
from core.prompting.intents.naming import heads_of, verb_for
from core.prompting.understanding.conjugation import modified, present
from core.prompting.understanding.framed_english import framed_english
from core.prompting.understanding.framed_requests import framed
from core.prompting.understanding.frames import Frame, is_noun_phrase, sized
from core.prompting.understanding.indirect_questions import as_question
from core.prompting.understanding.korean_requests import TEXT, to_do
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.reported_speech import tells
from core.prompting.understanding.restated_request import QUOTED, Restated, clauses_of
from core.prompting.understanding.sentences import marked_sentences
from core.prompting.understanding.sound_openings import SAYS, is_sound, mended
from core.prompting.understanding.told_sentences import told
from core.prompting.understanding.understanding import Recognition
from core.prompting.understanding.verbs import is_adjective
from core.prompting.understanding.words import LONGEST, words
from core.values.locale import Locale

_COUNTED: Final = re.compile(
    r"\s?(?:[0-9]+|한|두|세|네|다섯|열)\s?(?:개|가지|줄|편|번|장|명|통|화|곡|문장|문단|쪽|자|건|매)?$"
)
# 인스타 캡션 5개: not a post, as the intent has it.
_MANY: Final = re.compile(r"(?:[2-9]|[1-9][0-9]|두|세|네|다섯|열)\s?(?:개|가지|줄|편|통|장|곡|건)(?![가-힣]*월)")
_ONE: Final = re.compile(r"\s한\s?(?:편|통|개|장|곡|건|줄)(?=[을를])")
_MAKING: Final = frozenset({"씁니다.", "만듭니다.", "짭니다.", "뽑습니다.", "짓습니다.", "정리합니다."})
_MADE_BY: Final = {
    "아이디어": "냅니다.",
    "멘트": "씁니다.",
    "순서표": "짭니다.",
    "달력": "만듭니다.",
    "교안": "짭니다.",
}
"""What is done to things that no intent is called by."""
_CARRIES_OUT: Final = {Locale.KO: "다음 요청을 수행합니다", Locale.EN: "Do what this request asks for"}
_ANSWERS: Final = {Locale.KO: "다음 질문에 답합니다", Locale.EN: "Answer this question"}
_ASKS: Final = re.compile(
    r"\?\s*$|(?:어떻게|어떡|뭘|뭐|무엇|무슨|왜|어디|언제|얼마|몇|어느)[^.?!]{0,40}(?:[나가까는은]요|[아어해여]요|[죠노까나지니])[.~ㅠㅜ\s]*$"
    r"|(?:[인은는한된될]가요|(?<!\s하)[가-힣]나요|[되하있없맞같]나|까요?|습니까)[.~ㅠㅜ\s]*$"
    r"|^(?:what|why|how|when|where|who|which|should|can|is|are|do|does)\b",
    re.IGNORECASE,
)
_MAY: Final = re.compile(
    r"[가-힣](?:도|면) ?(?:되|돼|괜찮)\S{0,3}[나까가]요?\W*$"
)  # 이 메일 보내도 되나요: it is written
_STILL_ASKS: Final = re.compile(r"(?:어떻게|뭐라고?|뭘|무엇을|왜|어디\S?|언제)\s\S{1,8}니다\.$")  # 어떻게 짜요?
_WHOLES: Final = frozenset({Product.DOCUMENT, Product.CREATIVE})
_OF_A_PART: Final = re.compile(
    r"(?:파트|부분|칸|첫 ?장면|도입부)(?:만|을|를)?"
    r"\s?(?:(?:써|쓰|작성|적|채워|다듬|부탁)\S{0,6}(?:\s[주줘]\S{0,4})?)?[.!~ㅠㅜ\s]{0,9}$"
)
_ONLY_A_PART: Final = re.compile(r"(?:파트|부분|칸|첫 ?장면|도입부)$")  # nothing of what is done with it
_PARTICLE: Final = re.compile(r"(?:을|를|이요|요|좀|이|가|도|만|에|로|으로)?[.,!?~ㅠㅜ]{0,9}$")
_COPULA: Final = re.compile(r"(?<=[가-힣0-9A-Za-z%)}\]])(?:이에요|예요)$")


def task_of(restated: Restated, recognition: Recognition, locale: Locale) -> str:
    """Return the request as an instruction; what is not surely read is quoted, behind a certain intent's own."""
    intent = recognition.intent
    if restated.typed == restated.said and " " not in restated.text and restated.text and not restated.is_noun:
        return intent.task[locale]  # 번역해줘: nothing is said of what is asked
    if is_korean(restated.typed) != (locale is Locale.KO):
        return _quoted(restated, recognition, locale)
    task = mended(_instruction(restated, recognition, locale))
    is_read = bool(task) if locale is Locale.EN else _is_told_well(task, restated, intent)
    says_less = task == intent.task[locale] and len(restated.typed.split()) > _NOTHING_MORE
    return task if is_read and not says_less else _quoted(restated, recognition, locale)


def _is_told_well(task: str, restated: Restated, intent: Intent) -> bool:
    """Whether a Korean task reads as one; where a sentence says very much at once six in ten tasks were garbled."""
    longest = max((len(sentence.split()) for sentence in marked_sentences(restated.typed)), default=0)
    return longest < _VERY_MUCH and is_sound(task, restated.typed, intent)


def _instruction(restated: Restated, recognition: Recognition, locale: Locale) -> str:
    """Return the request as an instruction, sound or not; nothing where it is not read."""
    intent = recognition.intent
    asked = _made(restated.text, intent, locale) if restated.is_noun else restated.text
    if not asked or _STILL_ASKS.search(asked) or is_korean(restated.text) != (locale is Locale.KO):
        return _framed(restated, recognition, locale)
    if restated.text == asked:
        asked = _how_to(restated.said, intent) or _parted(_with_thing(asked, restated))
    return f"{_leading(restated.lead)} {asked}" if restated.lead else asked


def _stands_alone(lead: str) -> bool:
    """Whether a lead reads as what is so: 앱을 만드는데 would read as what is to be done."""
    predicate = read_predicate(lead)
    goes_on = predicate is not None and predicate.ending.startswith("는데") and not is_adjective(predicate.stem)
    return _is_told(lead) and not (goes_on and not _SOMEBODY.search(lead))


_SOMEBODY: Final = re.compile(r"[가-힣](?:이|가|께서)\s|려고\s")


def _how_to(said: str, intent: Intent) -> str:
    """Return what an explanation tells of what is to be done: 인증서 옮기기 → 인증서 옮기는 법을 알려 줍니다."""
    predicate = to_do(said) if intent.product is Product.EXPLANATION and said.endswith("기") else None
    if predicate is None:
        return ""
    return f"{predicate.before}{present(predicate.before, predicate.stem)} 법을 알려 줍니다."


def _with_thing(asked: str, restated: Restated) -> str:
    """Return a request with the thing that was typed behind it: 표로 정리해줘 내역 → 내역을 표로 정리합니다."""
    if len(asked.split()) > _BARE or len(restated.others) != 1 or restated.lead:
        return asked
    other = restated.others[0]
    if tells(other) and asked.endswith("씁니다."):  # 기획서 써 줘 카페 만들자고
        says = SAYS.get(other[-2:], "전하는")
        return f"{other} {says} {asked}"
    if not is_noun_phrase(other) or len(other) > _SHORT:
        return asked
    return f"{other} {asked}" if re.search(r"[을를]\s", asked) else f"{attach(other, Particle.OBJECT)} {asked}"


_VERY_MUCH: Final = 20  # words of one sentence
_NOTHING_MORE: Final = 3  # words of a request that may say no more than its intent: 전략 보고서가 필요합니다
_BARE, _SHORT = 2, 20  # words of a request that says of no thing what it is about; characters of such a thing
_BEFORE: Final = re.compile(r"(?<=데)[,\s]\s?(?=\S+\s\S)")
_TO_GIVE: Final = re.compile(
    r"(?P<what>.*(?:주|쓰|올리|보내|설명하|알리|보이|전하|만들))려고\s?(?:하는데|하고|해서|요)$"
)


def _parted(asked: str) -> str:
    """Return a request whose lead clause tells something in two sentences, or with what it is meant for.

    수능이 100일 남았는데 계획을 짭니다 → 수능이 100일 남았습니다. 계획을 짭니다.
    """
    for found in _BEFORE.finditer(asked):
        lead, rest = asked[: found.start()], asked[found.end() :]
        if given := _TO_GIVE.match(lead):
            what, _, stem = given["what"].rpartition(" ")
            return f"{what} {modified(stem, 'ㄹ')} 수 있게 {rest}".strip()
        if _stands_alone(lead) and " " in lead and not _POINTS_BACK.match(rest):
            return f"{told(lead)} {rest}"
    return asked


_POINTS_BACK: Final = re.compile(r"(?:어떻게|어떤|뭐|뭘|무엇|왜|얼마|어디|언제|누가|몇)")


def _leading(lead: str) -> str:
    """Return what a request begins with before what is asked: a sentence, or a clause in -지 where it asks."""
    asked = as_question(lead, is_marked=True) if lead.rstrip().endswith("?") else ""
    return asked or told(lead)


_OF_NO_KIND: Final = {
    Locale.KO: Opening(does="", topic="", asked="{it} 답합니다."),
    Locale.EN: Opening(does="", topic="", asked="Say {it}."),
}
"""How a task opens whose intent is not certain: only a question is one of any kind."""


_OR_NOT: Final = re.compile(r"까요\s(?=말까)")
_PROMISED: Final = re.compile(rf"(?<=[{ending_in('ㄹ')}]게)\s")  # 교과서 붙일게 외울 것만


def _framed(restated: Restated, recognition: Recognition, locale: Locale) -> str:
    """Return the request in the frame of its intent, what is told beside it in sentences before or behind."""
    intent = recognition.intent
    opening = intent.openings[locale] if recognition.is_certain else _OF_NO_KIND[locale]
    if locale is Locale.EN:
        is_one = len(clauses_of(restated.typed)[0]) == 1 and len(restated.typed) <= QUOTED
        return framed_english(restated.typed, intent, opening) if is_one else ""
    typed = restated.typed if len(restated.typed) <= QUOTED else restated.said
    clauses, at = clauses_of(_OR_NOT.sub("까 ", typed))
    kept = [clause for clause in clauses if clause not in restated.others or clause == clauses[at]]
    clauses = [part for clause in kept for part in _PROMISED.split(clause) if part]
    frame = Frame(intent, opening)

    def worth(index: int) -> tuple[bool, bool, bool]:
        clause = clauses[index]
        return _is_told(clause), not frame.names(_POLITE.sub("", clause)), clause != restated.said

    order = sorted(range(len(clauses)), key=worth)
    for at in order:
        lines = [told(clause) for clause in clauses]
        if sentence := framed(clauses[at], intent, opening):
            lines[at] = sentence
        else:
            continue
        if _with_nouns(lines, at):
            return " ".join(lines)
    return ""


def _with_nouns(lines: list[str], at: int) -> bool:
    """Whether all is told in sentences; nouns that stand alone are put behind what is asked: …을 씁니다: 김장, 벽화."""
    while at + 1 < len(lines) and not lines[at + 1].endswith("니다.") and is_noun_phrase(lines[at + 1].rstrip(".")):
        noun = lines.pop(at + 1)
        lines[at] = f"{lines[at].rstrip('.')}{',' if ': ' in lines[at] else ':'} {noun}"
    return all(each.endswith("니다.") or ": " in each for each in lines)


def _is_told(clause: str) -> bool:
    return told(clause).endswith("니다.") and not is_noun_phrase(_POLITE.sub("", clause))


_POLITE: Final = re.compile(r"(?:(?<![예에])요)?[.!~\s]*$")  # 활동 보고서요


def _quoted(restated: Restated, recognition: Recognition, locale: Locale) -> str:
    """Return what the intent does, with the request as it was typed."""
    task = recognition.intent.task[locale]
    if _MANY.search(restated.said):
        task = _ONE.sub("", task)
    with_lead = f"{restated.lead} {restated.said}".strip()
    said = restated.typed if len(restated.typed) <= QUOTED else with_lead
    if _ONLY_A_PART.search(said) and is_of_a_part(said, recognition.intent) and recognition.is_certain:
        return f"{attach(said, Particle.OBJECT)} 씁니다."
    does = task.rstrip(".") if recognition.is_certain else _doing(restated.typed, locale)
    return f"{does}: “{said}”" if said else task


def is_of_a_part(purpose: str, intent: Intent) -> bool:
    """Whether only a part of a document or story is asked for, without the outline of the whole: 문제인식 파트."""
    return intent.product in _WHOLES and _OF_A_PART.search(purpose) is not None


def _doing(said: str, locale: Locale) -> str:
    """Say what is done with a request of no certain kind: the text it names is written, a question is answered."""
    bare = (_PARTICLE.sub("", word) for word in said.split())
    texts = [word for word in bare if TEXT.search(word) and is_syllable(word[0])]  # for문 is no text
    if texts and locale is Locale.KO and not _MAY.search(said):
        return f"{attach(texts[-1], Particle.OBJECT)} 씁니다"
    return _ANSWERS[locale] if _ASKS.search(said) else _CARRIES_OUT[locale]


def _made(text: str, intent: Intent, locale: Locale) -> str:
    """Return a noun phrase with the verb of its intent; nothing where that verb does not make such a thing."""
    verb = intent.task.ko.split()[-1]
    noun = _COUNTED.sub("", text).rpartition(" ")[2]
    does = verb.removesuffix("합니다.")
    if locale is Locale.EN or len(text) > LONGEST or (does and noun.endswith(does)):
        return ""
    is_written = TEXT.search(noun) is not None
    is_done = (
        verb in {"씁니다.", "만듭니다."} and noun in words("verbal_nouns") and not is_written
    )  # 채점 is done, and not written
    is_counted = noun != text.rpartition(" ")[2] and not (text[-1].isdigit() or text.endswith("명"))  # 인스타 캡션 5개
    is_thing = noun.endswith(heads_of(intent)) or is_counted
    if is_thing and verb in _MAKING and not is_done:
        if with_size := sized(text, verb):
            return with_size
        return f"{attach(text, Particle.OBJECT)} {verb}"
    named = "씁니다." if is_written else _MADE_BY.get(noun) or verb_for(noun)
    is_made = named in _MAKING or noun in _MADE_BY
    return f"{attach(text, Particle.OBJECT)} {named}" if is_made and not is_done else ""
