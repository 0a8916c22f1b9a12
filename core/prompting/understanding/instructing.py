"""Korean demands and requests turned into instructions in -ㅂ니다 form, every content word kept."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import final
from core.prompting.understanding.manner import LEAVE_OUT, TO_WRITE, shaped
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.objects import ADDED, CONNECTED, as_object, is_adverb, with_object, with_object_before
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import REASON, is_reason, reason
from core.prompting.understanding.reporting import read_report, tells
from core.prompting.understanding.terse import instruct_terse
from core.prompting.understanding.verbs import (
    formal,
    future,
    infinitive,
    is_adjective,
    is_intransitive,
    stem_of_infinitive,
)
from core.prompting.understanding.words import alternatives, words

_CONCEDED: Final = re.compile(r"(?:하|쓰|짜|끊|넣|두|적|담|들|이|리|나누|추|빼|달|알리|다루)되$")
_FAVOUR: Final = re.compile(
    r"\s*(?:좀\s*)?(?:을|를)?\s*(?:좀\s*)?(?:부탁|바람|바랍니다|ㅂㅌ)\s?"
    r"(?:드려도 될까요|드립니다|드려요|드려|드릴게요|드림|드리고 싶습니다|합니다"
    r"|해요|할게요|할게|해|함|이요|요)?[.!~\s]*$"
)


def instruct_korean(demand: str) -> str:
    """Return a demand as an instruction, without a full stop."""
    clause = without_courtesy(plain(mend(demand)))
    if not clause:
        return ""
    if _CONCEDED.search(clause):  # 인용하되
        clause = clause.removesuffix("되") + "고"
    if report := read_report(clause):
        return act(report.predicate) + (f"({report.who}의 요청)" if report.who else "")
    if tells(clause):
        return f"{clause.removesuffix('요')} 알립니다"
    instead = _INSTEAD.match(clause)
    if instead and f"{instead['stem']}지" not in words("particle_nouns") | {
        "금지"
    }:  # 영어 쓰지 말고 한글로만: what is done instead belongs to the ban
        return (
            f"{with_object(instead['before'], instead['stem'])}{instead['stem']}지 않고 {_instructed(instead['rest'])}"
        )
    return _with_reason(clause) or _instructed(clause)


def without_courtesy(clause: str) -> str:
    """Return a clause without the courtesy at its end: 작성 부탁드립니다 → 작성."""
    clause = clause.strip(" .!~…,")
    return _FAVOUR.sub("", clause).strip(" .!~…,") or clause


_INSTEAD: Final = re.compile(r"^(?P<before>.*?)(?P<stem>\S+)지(?:는)?\s?(?:말고|말구|않고)\s(?P<rest>\S.*)$")


def _with_reason(clause: str) -> str:  # noqa: PLR0911 - one line for each kind of clause
    purpose = re.match(
        r"^(?P<rest>.+?(?:줘야|해야|아야|어야|야))\s(?P<why>(?:\S+\s){0,5}\S*(?:수 ?있|수있|가능)\S*)$", clause
    )
    if purpose:
        why = re.sub(r"수\s?있\S*$", "수 있게", purpose["why"])
        return f"{_instructed(purpose['rest'] + ' 합니다')}({why})"
    for_whom = re.match(r"^(?P<rest>.+(?:줘야|주어야))\s(?P<why>\S+(?:이|가)\s.+)$", clause)
    if for_whom and (told := read_predicate(for_whom["why"])):
        return f"{_instructed(for_whom['rest'] + ' 합니다')}({told.before}{told.stem}게)"
    intended = re.match(r"^(?P<rest>.+(?:주면|주시면))\s(?P<why>(?:\S+\s){0,4}\S*[가-힣])(?:게요?)$", clause)
    if intended and final(intended["why"][-1]) == "ㄹ":
        return f"{_instructed(intended['rest'] + ' 좋겠습니다')}({intended['why']} 수 있게)"
    disliked = _DISLIKED_FOR.match(clause)
    if disliked and (leave := LEAVE_OUT.match(f"{disliked['topic']} 싫음")):
        return f"{_left_out(leave)}({reason(disliked['why'])})"
    found = REASON.match(clause)
    if not found or found["why"].endswith("나라") or not is_reason(found["why"]) or not _is_demand(found["rest"]):
        return ""
    if " " not in found["rest"] and read_predicate(found["rest"]):  # what is left out stands in the reason
        return ""
    return f"{_instructed(found['rest'])}({reason(found['why'])})"


def _is_demand(text: str) -> bool:
    predicate = read_predicate(text)
    return predicate is None or predicate.mood.demands


def _instructed(clause: str) -> str:
    made = shaped(clause) or instruct_terse(clause)
    if made:
        return made
    left_out = LEAVE_OUT.match(clause)
    predicate = read_predicate(clause)
    denied = predicate and predicate.mood is Mood.BAN and predicate.ending.startswith("지")  # 남기지 말고
    if left_out and not denied and not (predicate and predicate.mood is Mood.REQUEST and "빼" not in clause[-6:]):
        done = _left_out(left_out)
        if done:
            return done
    if predicate is None or predicate.mood in {Mood.TOLD, Mood.ASKED, Mood.QUESTION}:
        return _open(clause, predicate) or _from_noun(clause, predicate)
    return act(predicate)


_NO_FORM: Final = ("게", "히", "와", "과")


def _open(clause: str, predicate: Predicate | None) -> str:
    """Return what a verb that is left open or said plainly asks for: 꼭 넣어, 100자 넘으면 잘려요, 쓰지 않고."""
    denied = re.match(r"^(?P<what>.*지)\s?(?:않|안\s?하)(?:고|습니다|아요|음|기)$", clause)
    if denied:
        return f"{denied['what']} 않습니다"
    if predicate and predicate.ending in {"", "요"} and predicate.form and not predicate.form.endswith(_NO_FORM):
        return act(Predicate(predicate.before, predicate.stem, "", Mood.REQUEST))
    return ""


_DISLIKED_FOR: Final = re.compile(r"^(?P<topic>.+?\S(?:은|는))\s(?P<why>.+서)\s(?:싫\S*|빼\S*(?: ?주\S*)?|별로\S*)$")


_ABOUT_SOMETHING: Final = re.compile(r"[가-힣](?:은|는)\s\S")


def _left_out(found: re.Match[str]) -> str:
    what, topic, how = found["what"], found["topic"], found["how"]
    if _ABOUT_SOMETHING.search(what) and found.group().endswith("없이"):
        return f"{found.group()} 씁니다"  # 환경 얘기는 과장 없이: it is not the matter that goes
    whole = what + (topic or "")
    for said in (what, whole):
        head, _, act_ = said.rpartition(" ")
        if head and act_ in words("forbidden_acts"):  # 의미 추가 금지, 특정인 언급 ㄴㄴ
            return f"{with_object(head + ' ', act_)}{how}{act_}하지 않습니다"
    taken = found.group()[found.end("what") :].strip().startswith("빼")
    is_noun = what.rpartition(" ")[2] in words("particle_nouns")
    if not is_noun and re.search(r"(?:면|[아어여해려]서|니|니까|데|고|라)$", what):
        return ""
    if taken and not is_noun and re.search(r"(?:으로|로|에)$", what):  # 표로 빼고: it goes there
        return ""
    if not re.search(r"[가-힣A-Za-z0-9)\]}’'\"”]$", what):
        return ""
    if topic in {None, "이", "가", "을", "를"}:
        nouns = what.rpartition(" ")[2]
        topic = "" if re.search(r"(?:은|는|도|만)$", nouns) and nouns not in words("particle_nouns") else "topic"
    what = attach(what, Particle.TOPIC) if topic else what
    last = re.sub(r"(?:은|는|도|만)$", "", what).rpartition(" ")[2]
    verb = "쓰지" if last in words("text_nouns") or last.endswith(("말", "어", "체")) else "넣지"
    return f"{what} {how}{verb} 않습니다"


def _from_noun(clause: str, predicate: Predicate | None) -> str:  # noqa: C901, PLR0911 - one line for each kind of clause
    """Turn a demand without a verb that demands: 메모는 영어로, 교토는 하루만, 예시 3개."""
    bare = (
        re.sub(
            r"(?<=[가-힣])(?:이요|요|욤|(?<![내비])용|입니다|이에요|예요|이고요?|이며|인데요?|(?<![타책선])임)$", "", clause
        ).rstrip(" .")
        or clause
    )
    last = bare.rpartition(" ")[2]
    if predicate and predicate.mood is Mood.TOLD and predicate.ending not in {"", "요"} and not is_adverb(last):
        return _told(predicate)
    if bare.count(",") > 1 and re.search("(?:으로|로)$", bare) and not re.search("기준|순서|항목|은 |는 ", bare):
        return f"{bare} 나눕니다"
    if bare.endswith("위주"):
        return bare + "로 씁니다"
    if is_adverb(last) and not TO_WRITE.search(last):
        return f"{with_object(bare, '넣').rstrip()} 넣습니다" if len(bare.split()) <= _PLAIN else bare
    if last.endswith("게") and _comes_about(bare):
        return f"{bare} 합니다"
    if TO_WRITE.search(last) and last not in words("particle_nouns"):
        return _in_manner(bare, last)
    stem = stem_of_infinitive(last[:-1]) if CONNECTED.search(last) and len(last) > 1 else None
    if stem:  # 5개 장으로 나눠서
        return with_object(bare.removesuffix(last), stem) + formal(stem)
    if last in words("verbal_nouns"):
        return f"{with_object(bare.removesuffix(last), last)}{last}합니다"
    if last == "필수":
        return f"{bare}로 넣습니다"
    if re.search(r"(?:자|단어|줄|문단|쪽|장|페이지|분)(?: ?(?:이내|이하|이상|내외|정도|안팎|분량|까지))$", bare):
        return attach(bare, Particle.TO) + " 씁니다"
    if last in words("tone_nouns") or last in {"영어", "한국어", "일본어"}:
        return attach(bare, Particle.TO) + " 씁니다"
    return f"{with_object(bare, '넣').rstrip()} 넣습니다" if _is_part(bare) else bare


_PLAIN: Final = 4  # words of a phrase that has room for no clause
_COUNTED: Final = re.compile(
    r"\s?(?:[0-9]+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|하나|둘|셋)\s?(?:개|가지|줄|편|번|장|명|문장|문단|곳|컷)?(?:씩|만|도|정도|쯤|은|는)?$"
)
_AT_PLACE: Final = re.compile(r"(?:줄|문장|문단|끝|앞|뒤|처음|마지막|제목|첫머리|옆|밑|아래|위)에(?:는|만)?\s[가-힣]+$")
_OF_TEXT: Final = ("answer_nouns", "own_text", "part_words", "text_nouns", "shape_nouns", "task_nouns")
_CLAUSE: Final = re.compile(r"(?:는데|(?<!가)지만|니까|려고|[다라]고)(?:\s|$)")
_SPOKEN: Final = re.compile(r"(?:대|래|냐|니|자|라|데|고|서|까|지|듯|다|봐|함|됨|임|음)$")


def _is_part(phrase: str) -> bool:
    """Whether a bare phrase names a part that a text can have (해시태그 5개, 제목도): it can be put in."""
    parts = phrase.split()
    if len(parts) > _PLAIN or _CLAUSE.search(phrase):
        return False
    noun = re.sub(r"(?:도|만|까지도?|은|는|을|를)$", "", _COUNTED.sub("", phrase)).rpartition(" ")[2] or parts[-1]
    if any(noun in words(name) for name in _OF_TEXT) or _COUNTED.search(phrase) or _AT_PLACE.search(phrase):
        return True
    return re.search(r"(?:도|만|까지)$", phrase) is not None and not _SPOKEN.search(noun) and len(noun) > 1


def _in_manner(phrase: str, last: str) -> str:
    """Return a phrase in -게, -히 or -로 as an instruction where it says how to write, else as it is."""
    if last.endswith("체"):
        return f"{phrase}로 씁니다"
    if last.endswith(("게", "히", "처럼", "듯이", "위주로", "느낌으로", "식으로")):
        return f"{with_object_before(phrase)} 씁니다"
    noun = re.sub(r"(?:으로|로)$", "", last)
    if noun in words("tone_nouns") | words("text_nouns") | words("own_text") | words("part_words") | words("answer_nouns"):
        return f"{phrase} 씁니다"
    return f"{phrase} 씁니다" if last in words("manners") or noun.endswith(_MANNERS) else phrase


_MANNERS: Final = ("어", "말", "체", "식", "톤", "투", "형", "순", "느낌", "위주", "글", "문", "줄", "자", "칭", "조", "안", "쪽")


def _comes_about(clause: str) -> bool:
    """Whether a clause in -게 says what shall come about (느낌 안 나게, 혼자 읽게) and not in which manner (짧게)."""
    before, _, last = clause.rpartition(" ")
    stem = last.removesuffix("게")
    if before.endswith((" 안", " 못", " 수")) or stem in {"않", "아니", "싶"}:
        return True
    if is_adjective(stem) or stem.endswith(("롭", "스럽", "차", "같")) or stem in {"있", "없"}:
        return False
    return bool(stem) and (not stem.endswith("하") or stem[:-1] in words("verbal_nouns") or is_intransitive(stem))


def _told(predicate: Predicate) -> str:
    if predicate.stem.endswith("면"):
        return predicate.before + formal(predicate.stem)
    return _brought_about(predicate) if is_intransitive(predicate.stem) else _done(predicate)


def act(predicate: Predicate) -> str:  # noqa: C901, PLR0911 - one line for each kind of clause
    """Return the instruction that a predicate makes."""
    stem, before, mood = predicate.stem, predicate.before, predicate.mood
    if mood is Mood.BAN:
        return _not_done(predicate)
    if stem == "보내" and re.search(rf"(?:{alternatives('decline')})(?:을|를)?\s$", before):
        return f"{with_object(before, stem)}씁니다"
    if stem in {"있", "없"} and before.endswith(("수 ", "수도 ")):
        return f"{before}{stem}게 합니다"
    if stem in {"없", "말"}:
        found = LEAVE_OUT.match(f"{before.strip()} 없이")
        return (found and _left_out(found)) or f"{before}없게 합니다"
    if stem in ADDED and mood in {Mood.MUST, Mood.WISH, Mood.SO, Mood.REQUEST}:
        return f"{as_object(before)} 넣습니다" if before.strip() else "넣습니다"
    if mood is Mood.TOLD_TO:
        return _done(predicate)
    if mood is Mood.MAY:
        return f"{before}{predicate.form}도 됩니다"
    if mood is Mood.SO:
        return f"{before}{stem}도록 합니다"
    if mood is Mood.WANT:
        return _wanted(predicate)
    if mood is Mood.WISH and stem in words("reader_verbs") and not predicate.ending.startswith("ㅆ"):
        return f"{before}{future(stem)} 수 있게 합니다"
    if mood is Mood.MUST and not _can_write(stem):
        return f"{with_object(before, stem)}{predicate.form}야 합니다"
    if mood in {Mood.MUST, Mood.WISH} and is_intransitive(stem):
        return _brought_about(predicate)
    return _done(predicate)


def _can_write(stem: str) -> bool:
    """Whether an instruction to do so makes sense (정리합니다); others stay as what must be (캐드를 돌려야 합니다)."""
    return (
        stem in words("writer_verbs")
        or stem in words("shaping_verbs")
        or stem in {"가", "하", "보", "지키", "두", "받", "만들", "맞추", "말하"}
        or is_intransitive(stem)
        or stem.endswith("하")
    )


def _wanted(predicate: Predicate) -> str:
    if predicate.stem == "받" and re.search("답장|회신|연락|답변은", predicate.before):
        return _done(predicate)
    given = {"알": "알려 줍니다", "보": "보여 줍니다", "받": "줍니다", "듣": "들려줍니다", "배우": "가르쳐 줍니다"}
    if predicate.stem in given:
        return with_object(predicate.before, predicate.stem) + given[predicate.stem]
    return _brought_about(predicate) if is_intransitive(predicate.stem) else _done(predicate)


def _brought_about(predicate: Predicate) -> str:
    return f"{predicate.before}{predicate.stem}게 합니다"


def _not_done(predicate: Predicate) -> str:
    stem = predicate.stem
    if stem in {"있", "들어가", "들어있"}:
        found = LEAVE_OUT.match(f"{predicate.before.strip()} 없이")
        return (found and _left_out(found)) or f"{predicate.before}{stem}지 않게 합니다"
    if re.search("않(?:게|도록)", predicate.ending):
        return f"{predicate.before}{stem}지 않게 합니다"
    joined = is_intransitive(stem) or re.search(r"(?:거나|고)\s*$", predicate.before) is not None
    verb = f"{stem}지 않게 합니다" if joined and is_intransitive(stem) else f"{stem}지 않습니다"
    return with_object(predicate.before, stem) + verb


def _done(predicate: Predicate) -> str:
    stem, before = predicate.stem, predicate.before
    if stem == "하" and before.rstrip().endswith(("게", "도록", "로", "처럼")):
        return f"{before.rstrip()} 합니다"
    form = predicate.form or infinitive(stem)
    giving = form.rpartition(" ")[2] in words("giving") and predicate.mood is Mood.REQUEST
    if giving and form != "도와":
        return f"{with_object(before, stem)}{form} 줍니다"
    noun = stem.removesuffix("하")
    if noun and noun != stem and noun in words("verbal_nouns"):
        return f"{with_object(before, noun)}{noun}합니다"
    return with_object(before, stem) + formal(stem)
