"""The request restated as one instruction to an AI; what asks is told apart from what comes along with it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from core.locale import Locale
from core.privacy.particles import Particle, attach
from core.prompting.understanding.acts import act
from core.prompting.understanding.english import imperative, instruct_english
from core.prompting.understanding.hangul import is_korean
from core.prompting.understanding.instructing import instruct_korean, without_courtesy
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.objects import with_object
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.questions import NOT_CLEAR, is_it, question, without_particle
from core.prompting.understanding.reporting import tells
from core.prompting.understanding.roles import is_role
from core.prompting.understanding.sentences import split_request
from core.prompting.understanding.situation import split_situation, told
from core.prompting.understanding.verbs import formal, future, stem_of_infinitive
from core.prompting.understanding.words import LONGEST, alternatives, words

_INTENDED: Final = re.compile(r"(?P<verb>\S{1,8}?)(?:\s?주)?려고\s?하?(?:는데|고|니)\s?(?:요)?,?\s")
_GIVING_AND: Final = re.compile(r"(?P<form>[가-힣]{1,8}?)\s?(?:주시고|주고|주시면서|주신 다음|주신 뒤)(?=[\s,])")
_SENT: Final = re.compile(
    rf"^(?P<to>.*?\S(?:에게|께|에|한테))\s(?P<what>.*?(?:{alternatives('decline')}))(?:을"
    rf"|를)?\s(?:보내|드리|써 ?보내)$",
    re.IGNORECASE,
)
_NEEDED: Final = re.compile(
    r"^(?P<what>.+?)(?:이|가|을|를)?\s?(?:필요(?:합니다|해요|해|함|한데|하거든요?)|급해요?|급함)$"
)
_WRITTEN: Final = re.compile(
    r"(?:보고서|글|문|문구|메일|편지|대본|계획서|제안서|카피|시|소설|동화|메모|원고|자소서|소개서|초안|공지|문자|톡|쪽지|안내|인사|답장|회신|후기|사유서|디엠|메시지|축사)$"
)


@dataclass(frozen=True, slots=True)
class Restated:
    """A request as one instruction; `is_noun` where it names a thing only and the intent's task must say what to do.

    `said` is the clause that asks, as typed; `others` are the clauses beside it, which belong to the introduction.
    `lead` is the sentence that it begins with, which tells what is so; where nothing else is said, `text` is empty.
    """

    text: str
    is_noun: bool
    said: str = ""
    others: tuple[str, ...] = ()
    lead: str = ""


def restate(purpose: str, locale: Locale) -> Restated:
    """Return a request as an instruction: -ㅂ니다 form in Korean, imperative in English."""
    del locale  # a request is turned in the language it was typed in
    clauses = split_request(purpose)
    if clauses and max(map(len, clauses)) > LONGEST:
        short = [index for index, clause in enumerate(clauses) if len(clause) <= LONGEST]
        if not short:
            return Restated(clauses[0], is_noun=True, said=clauses[0], others=clauses[1:])
        at = max(short, key=lambda index: (_asking(clauses[index]), -index))
        return _with_lead(clauses[at], (*clauses[:at], *clauses[at + 1 :]))
    if not clauses:
        return Restated("", is_noun=True)
    at = max(range(len(clauses)), key=lambda index: (_asking(clauses[index]), -index))
    said, others = clauses[at], (*clauses[:at], *clauses[at + 1 :])
    restated = _with_lead(said, others)
    return replace(restated, text=_with_topic(restated.text, clauses[at - 1])) if at else restated


def _with_lead(said: str, others: tuple[str, ...]) -> Restated:  # noqa: PLR0911 - one line for each kind of clause
    """Return a clause restated, what it tells before it asks as a sentence of its own."""
    if not is_korean(said):
        text, is_noun = imperative(said)
        return Restated(text, is_noun, said, others)
    clause = _joined(plain(mend(said)))
    if undecided := _UNDECIDED.match(clause):  # 건조기 살지 말지, 이직할까 말까 고민
        return Restated(f"{undecided['what']}지 말지 정하게 돕습니다.", is_noun=False, said=said, others=others)
    situation, rest = split_situation(clause)
    lead = told(situation)
    if made := _planned(rest):
        return Restated(made, is_noun=False, said=said, others=others, lead=lead)
    if situation and _IS_MANNER.search(rest) and (made := _planned(situation)):
        return Restated(made, is_noun=False, said=said, others=(rest, *others))
    if lead and (role := situation.removesuffix("인데")) != situation and is_role(role) and len(rest.split()) > 1:
        return replace(_with_lead(rest, (role, *others)), said=said)
    if _only_tells(rest) and not said.rstrip().endswith("?"):
        return Restated("", is_noun=True, said=said, others=others, lead=mend(said).strip(" .!~ㅠㅜㅋㅎ"))
    if situation and _HELPS.match(rest) and (planned := _MAKING.match(situation)):  # 쪽지 쓸건데 도와줘
        stem = "만들" if planned["verb"].startswith("만") else "쓰"
        return Restated(f"{with_object(planned['what'], stem)}{formal(stem)}.", is_noun=False, said=said, others=others)
    text, is_noun = _restated(rest.rstrip("?") + ("?" if said.rstrip().endswith("?") else ""))
    return Restated(text, is_noun, said, others, lead)


_PLANS: Final = re.compile(
    r"^(?P<before>.*\S\s)(?P<verb>[가-힣]{1,4}?)(?:려(?:고|구|는데|니)|야\s?(?=하는데|해[요서]?|합니다|함|돼[요서]?|되는데|됩니다|됨))(?:\s?(?:하는데|하고|해|합니다|함|되는데|돼|됩니다|됨|있)?(?:요|서)?)[.!~\s]*$"
)
# What follows a first half that says what is to be made: (메일 보내야 하는데) 기분 안 상하게, 층간소음 때문에.
_IS_MANNER: Final = re.compile(r"(?:게|히|로|때문에|때문|체|느낌|톤|말고|없이)(?:요|만)?[.!~\s]*$")
_MADE: Final = frozenset({"쓰", "적", "만들", "짜", "작성하", "구성하", "준비하", "정리하"})
_WRITES: Final = frozenset({"쓰", "적", "짜"})  # 모자를 쓰다, 물기를 짜다: only a text is written
_HANDED_ON: Final = frozenset(
    {"보내", "드리", "남기", "돌리", "붙이", "올리", "내", "제출하", "게시하", "발송하", "공유하"}
)
_TO: Final = re.compile(r"^(?P<to>.*?\S(?:에게|께|에))\s(?P<what>\S.*)$")
_SAYING: Final = re.compile(r"(?<=[다라자냐])고(?=\s\S+$)")


def _planned(clause: str) -> str:
    """Return what somebody is about to write or send as an instruction: 집주인에게 나간다고 문자 보내려고요."""
    found = _PLANS.match(clause)
    if found is None:
        return ""
    what = _SAYING.sub("는", found["before"].rstrip())
    stem = found["verb"] if "려" in found.group()[found.end("verb") :][:1] else stem_of_infinitive(found["verb"]) or ""
    if stem not in _MADE | _HANDED_ON:
        return ""
    if stem in _MADE and (stem not in _WRITES or _WRITTEN.search(re.sub("[을를]$", "", what))):
        return f"{with_object(what + ' ', stem)}{formal(stem)}."
    if stem in _MADE or not _WRITTEN.search(re.sub("[을를]$", "", what)):
        return ""
    because = _BECAUSE.match(what)
    why, what = (because["why"] + " ", because["what"]) if because else ("", what)
    handed = _TO.match(what)
    to, thing = (f"{handed['to']} ", handed["what"]) if handed else ("", what)
    return f"{why}{to}{future(stem)} {with_object(thing + ' ', '쓰').rstrip()} 씁니다."


_BECAUSE: Final = re.compile(r"^(?P<why>.*?[가-힣](?:이라|라서|아서|어서|해서|때문에))\s(?P<what>\S.*)$")


_UNDECIDED: Final = re.compile(
    r"^(?P<what>.*\S)(?:지|까)\s?(?:말지|말까)(?:요|를|는)?(?:\s(?:고민|모르겠|결정|정해|정하|판단|골라)\S*(?:\s\S{1,4})?)?$"
)
_HELPS: Final = re.compile(r"(?:좀\s)?(?:도와\s?(?:줘|주)\S*|부탁\S*|가능\S*)[.!~\s]*$")
_MAKING: Final = re.compile(r"^(?P<what>.*\S\s)(?P<verb>쓸|써야|쓰려|적을|만들|만드)\S*(?:\s하는데)?$")


def _only_tells(clause: str) -> bool:
    """Whether a clause is a sentence that asks for nothing: 설명을 못하겠어요, 허리가 아파요."""
    predicate = read_predicate(clause)
    if without_courtesy(clause) != clause.strip(" .!~…,") or _NEEDED.match(clause) or NOT_CLEAR.match(clause):
        return False
    if re.search(r"겠(?:어요?|습니다|네요?|음)$", clause):
        return True
    if predicate is None or predicate.mood is not Mood.TOLD:
        return False
    return (
        re.search(r"(?:요|니다|[었았했겠됐]어|[었았했됐겠]음|[았었했겠됐]다|ㄴ다|는다)$", clause.rstrip(" .!~"))
        is not None
    )


def _with_topic(text: str, before: str) -> str:
    """Name what a request is about where the sentence before says it (A와 B 차이 헷갈려요. 나오는 것만 정리해 줘)."""
    unclear = NOT_CLEAR.match(plain(mend(before)).rstrip(" .!?~"))
    if unclear is None or re.search(r"[을를]\s", text):
        return text
    what = without_particle(re.sub(r"\s(?:맨날|자꾸|너무|계속|항상|아직|잘)$", "", unclear["what"]))
    return f"{attach(what, Particle.OBJECT)} {text}"


def instruct(demand: str, locale: Locale) -> str:
    """Return a demand as an instruction without a full stop, every content word kept."""
    del locale  # a demand is turned in the language it was typed in
    if len(demand) > LONGEST:
        return demand
    return instruct_korean(demand) if is_korean(demand) else instruct_english(demand)


def _asking(clause: str) -> int:  # noqa: PLR0911 - one line for each kind of clause
    """Say how clearly a clause asks for something."""
    if not is_korean(clause):
        _, is_noun = imperative(clause)
        return 1 if is_noun else 4
    text = plain(mend(clause)).rstrip(" .!~")
    if tells(text):  # 집 보고 싶다고: what is to be told
        return 0
    if without_courtesy(text) != text:
        return 4 if without_courtesy(text).rpartition(" ")[2] in words("verbal_nouns") else 2
    predicate = read_predicate(text)
    if predicate and predicate.mood in {Mood.REQUEST, Mood.IMPERATIVE} and predicate.ending not in {"기", "것"}:
        return 5
    if question(text, predicate):
        return 4
    if predicate and predicate.mood in {Mood.MUST, Mood.WANT, Mood.WISH}:
        return 3
    if text.rpartition(" ")[2] in words("task_nouns") or _NEEDED.match(text):
        return 4
    return 1 if predicate is None else 0


def _restated(said: str) -> tuple[str, bool]:  # noqa: C901, PLR0911 - one line for each kind of clause
    if not is_korean(said):
        return imperative(said)
    clause = without_courtesy(said)
    predicate = read_predicate(clause.rstrip("?"))
    if said.endswith("?") and predicate and predicate.mood is Mood.TOLD:
        return f"이 물음에 답합니다: {said}", False
    asked = question(clause.rstrip(" ?"), predicate) or (is_it(clause) if said.rstrip().endswith("?") else "")
    if asked:
        return asked + ".", False
    needed = _NEEDED.match(clause)
    if needed:
        what = needed["what"]
        return (f"{attach(what, Particle.OBJECT)} 씁니다." if _WRITTEN.search(what) else what), not _WRITTEN.search(
            what
        )
    if predicate and predicate.mood.demands and not re.search(r"(?:[거기]|것)[\s.]*$", said):
        return _sent(predicate) or f"{act(predicate)}.", False
    if predicate and predicate.ending in {"", "요"} and predicate.form:
        return f"{act(Predicate(predicate.before, predicate.stem, '줘', Mood.REQUEST, predicate.form))}.", False
    if said.rstrip().endswith("?") and _is_whole_question(clause):
        return f"이 물음에 답합니다: {said}", False
    last = clause.rpartition(" ")[2]
    if shortened := _SHORTENED.match(clause):
        return f"{attach(shortened['what'], Particle.OBJECT)} {shortened['size']}로 요약합니다.", False
    if (making := _MADE_BY.fullmatch(last)) and clause != last:
        return f"{with_object(clause.removesuffix(last), making['stem'])}{formal(making['stem'])}.", False
    if last in words("task_nouns") and clause != last:
        return f"{with_object(clause.removesuffix(last), last).rstrip()} {last}합니다.", False
    return clause.rstrip(" .!?"), True


# What is done to a text, a plan or a table; other verbs make names of things as well: 달리기, 말하기.
_MADE_BY: Final = re.compile(
    r"(?P<stem>(?:알려|가르쳐|설명해|추천해|써|만들어|짜|골라|고쳐|바꿔)\s?주|쓰|만들|짜|고치|바꾸|줄이|늘리|다듬|풀|고르|뽑|옮기|나누|묶|채우|(?:작성|정리|요약|번역|비교|분석|설명|수정|교정|추천|계산|변환|추출|검토)하)기"
)
_SHORTENED: Final = re.compile(
    r"^(?P<what>.*[가-힣A-Za-z}])(?<!을)(?<!를)\s(?P<size>(?:[0-9]+|한|두|세|네|다섯|열)\s?(?:줄|문장|문단|단락))\s?요약$"
)


def _is_whole_question(clause: str) -> bool:
    """Whether what ends in a question mark is a sentence: 자몽이랑 먹으면 안 되는 거 맞아, and not 이름 추천."""
    predicate = read_predicate(clause.rstrip("? "))
    return (predicate is not None and not predicate.mood.demands) or re.search(
        r"(?:야|까|니|냐|가|나|지|죠|요|아|어)[?\s]*$", clause
    ) is not None


def _joined(text: str) -> str:
    """Join what was said before the verb that asks: 설명해 주려고 하는데 쉽게 … → 설명하되 쉽게 …."""

    def intended(found: re.Match[str]) -> str:
        verb = found["verb"]
        if "주" not in found.group() and not verb.endswith("하"):
            return found.group()
        return (stem_of_infinitive(verb) or verb if "주" in found.group() else verb) + "되 "

    def given(found: re.Match[str]) -> str:
        stem = stem_of_infinitive(found["form"])
        return f"{stem}고" if stem else found.group()

    return _GIVING_AND.sub(given, _INTENDED.sub(intended, text))


_HANDED: Final = re.compile(
    r"^(?P<what>.*?\S)(?:을|를)\s(?P<to>\S+(?:에게|께|에))\s?$|^(?P<into>\S+(?:에게|께|에))\s(?P<thing>.*?\S)(?:을|를)?\s?$"
)
_HANDS: Final = frozenset(
    {"돌리", "내", "제출하", "올리", "드리", "붙이", "게시하", "나눠주", "뿌리", "공유하", "발송하"}
)


def _sent(predicate: Predicate) -> str:
    handed = _HANDED.match(predicate.before) if predicate.stem in _HANDS and predicate.mood is Mood.MUST else None
    if handed:
        what, to = handed["what"] or handed["thing"], handed["to"] or handed["into"]
        return f"{to} {future(predicate.stem)} {attach(what, Particle.OBJECT)} 씁니다."
    found = _SENT.match(f"{predicate.before}{predicate.stem}")
    if found:
        return f"{found['to']} 보낼 {attach(found['what'], Particle.OBJECT)} 씁니다."
    if predicate.stem == "보내" and re.search(rf"(?:{alternatives('decline')})(?:을|를)?\s*$", predicate.before):
        return f"{with_object(predicate.before, '보내')}씁니다."
    return ""
