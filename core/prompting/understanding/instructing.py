"""Korean demands and requests turned into instructions in -ㅂ니다 form, every content word kept."""

import re
from typing import Final

from core.privacy.ending import Ending, ending
from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import HANGUL, final, is_syllable
from core.prompting.understanding.mending import mend, plain
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.verbs import formal, future, infinitive, is_adjective, is_intransitive, noun_form, stem_of_infinitive
from core.prompting.understanding.words import alternatives, words

_FAVOUR: Final = re.compile(
    r"\s*(?:좀\s*)?(?:을|를)?\s*(?:좀\s*)?(?:부탁|바람|바랍니다|ㅂㅌ)\s?"
    r"(?:드려도 될까요|드립니다|드려요|드려|드릴게요|드림|드리고 싶습니다|합니다|해요|할게요|할게|해|함|이요|요)?[.!~\s]*$"
)
_LEAVE_OUT: Final = re.compile(
    r"^(?P<what>.*?\S)\s?(?:(?P<topic>은|는|이|가|을|를)\s)?\s?(?P<how>(?:(?:절대로?|정말|너무|진짜|다|제발)\s)*)"
    r"(?:싫\S*|금지\S*|안 ?(?:돼|됨|됩|되)\S*|ㄴㄴ|노노|[xX×]|no|No|NO|사절\S*|빼고\S*|빼\S{0,3}|제외\S*(?: ?하고)?|말고\S*|생략\S*"
    r"|필요 ?없\S*|없이\S*|없게\S*|없도록|없었으면.*|없으면 좋.*|없어야.*)$"
)
_REASON: Final = re.compile(
    r"^(?P<why>.{2,}?\S(?:아서|어서|해서|여서|서|라서|이라|라|니까|으니까|으니|니|기 때문에|거든요|는데|ㄴ데|인데|은데|한데|던데))[,\s]+(?P<rest>\S.*)$"
)
_ENDS_LIKE_PARTICLE: Final = re.compile(
    r"(?:을|를|은|는|이|가|도|만|로|에|께|서|게|히|고|과|와|랑|까지|부터|처럼|같이|마다|대로|밖에|보다|요|며|면|의|든|든지|거나|지만|도록|려고|러)$"
)
_CONNECTED: Final = re.compile(r"(?:에|해|아|어|여|라|면|워|와|려|서|꺼|로|써|겨|져|께|눠|꿔|춰|쳐)서$")
_TO_WRITE: Final = re.compile(r"(?:로|으로|게|히|처럼|같이|대로|듯이|듯|식으로|위주로|순서로|느낌으로|체)$")
_ADDED: Final = frozenset({"들어가", "들어있", "있", "포함되", "들어오"})


def instruct_korean(demand: str) -> str:
    """Return a demand as an instruction, without a full stop."""
    clause = without_courtesy(plain(mend(demand)))
    if not clause:
        return ""
    return _with_reason(clause) or _instructed(clause)


def without_courtesy(clause: str) -> str:
    """Return a clause without the courtesy at its end: 작성 부탁드립니다 → 작성."""
    clause = clause.strip(" .!~…,")
    return _FAVOUR.sub("", clause).strip(" .!~…,") or clause


def _with_reason(clause: str) -> str:
    purpose = re.match(r"^(?P<rest>.+?(?:줘야|해야|아야|어야|야))\s(?P<why>(?:\S+\s){0,5}\S*(?:수 ?있|수있|가능)\S*)$", clause)
    if purpose:
        why = re.sub(r"수\s?있\S*$", "수 있게", purpose["why"])
        return f"{_instructed(purpose['rest'] + ' 합니다')}({why})"
    for_whom = re.match(r"^(?P<rest>.+(?:줘야|주어야))\s(?P<why>\S+(?:이|가)\s.+)$", clause)
    if for_whom and (told := read_predicate(for_whom["why"])):
        return f"{_instructed(for_whom['rest'] + ' 합니다')}({told.before}{told.stem}게)"
    intended = re.match(r"^(?P<rest>.+(?:주면|주시면))\s(?P<why>(?:\S+\s){0,4}\S*[가-힣])(?:게요?)$", clause)
    if intended and final(intended["why"][-1]) == "ㄹ":
        return f"{_instructed(intended['rest'] + ' 좋겠습니다')}({intended['why']} 수 있게)"
    found = _REASON.match(clause)
    if not found or not _is_demand(found["rest"]):
        return ""
    return f"{_instructed(found['rest'])}({reason(found['why'])})"


def _is_demand(text: str) -> bool:
    predicate = read_predicate(text)
    if predicate:
        return predicate.mood.demands
    return bool(_LEAVE_OUT.match(text) or _TO_WRITE.search(text) or re.search(r"(?:만|도|많이|꼭|씩)$", text))


def reason(why: str) -> str:
    """Return a clause of reason as a noun clause: 못해서 → 못함, 영어권이라 → 영어권."""
    for pattern, taken in (
        (r"(?:이?라서|이?라|이니까|이니|인데)$", ""),
        (r"기 때문에$", "기 때문"),
    ):
        if re.search(pattern, why) and not re.search(r"(?:더|달|몰|골|올|말)라(?:서)?$", why):
            return re.sub(pattern, taken, why)
    for pattern in (r"서$", r"(?:으)?니까$", r"(?:으)?니$", r"는데$", r"ㄴ데$", r"거든요$"):
        if not re.search(pattern, why):
            continue
        cut = re.sub(pattern, "", why)
        predicate = read_predicate(cut + ("어요" if final(cut[-1]) == "ㅆ" else "요" if pattern == r"서$" else "다"))
        if predicate and predicate.mood is Mood.MUST:
            return f"{predicate.before}{predicate.form}야 함"
        if predicate:
            return predicate.before + noun_form(predicate.stem)
    return why


_ORDER: Final = re.compile(r"^(?P<who>.*?)\s?(?P<order>['‘\"“][^'’\"”]+['’\"”]\s?(?:의\s)?순(?:서)?(?:대)?로)\s(?P<told>.+(?:다고|라고|자고)\s.+)$")
_WANTED: Final = re.compile(
    r"^(?:하고 싶은|원하는|필요한|넣을|들어갈|들어가야 할|포함할|꼭 넣을)\s?(?:것|내용|기능|항목|정보)?(?:은|는|:|\s:)\s?(?P<what>.+)$|^(?:요구 ?사항|조건|기능|요청 ?사항)\s?(?:은|는|:)\s?(?P<too>.+)$"
)
_PART: Final = re.compile(rf"^(?P<part>(?:\S+\s){{0,2}}?(?:{alternatives('part_words')}))(?:은|는|:)\s(?P<value>.+?)(?:이고|이며|이에요|예요|입니다|임|요|으로|로)?$")


def _shaped(clause: str, *, listing: bool = True) -> str:
    """Return the instruction of a clause that names the shape: 기준은 시설, 수업, 급식 세 가지."""
    order = _ORDER.match(clause)
    if order:
        told = f"{order['who']} {order['told']}".strip()
        return f"{order['order']} 씁니다({_as_noun(told)})"
    wanted = _WANTED.match(clause)
    if wanted:
        return f"{attach(wanted['what'] or wanted['too'], Particle.OBJECT)} 모두 넣습니다"
    listed = re.match(r"^(?P<topic>\S+(?:은|는))\s(?P<list>[^,()]+(?:,\s?[^,()]+)+?)(?:이고|이며|인데)$", clause)
    if listed and listing:
        return f"{listed['topic']} {attach(listed['list'], Particle.OBJECT)} 모두 넣습니다"
    part = _PART.match(clause)
    if part and not HANGUL.search(part["value"].split(",")[0]):
        return ""  # the columns of a file
    predicate = read_predicate(clause)
    if part and (predicate is None or predicate.mood is Mood.TOLD) and not _TO_WRITE.search(clause) and not _LEAVE_OUT.match(clause):
        value = part["value"]
        if not re.search(r"[가-힣A-Za-z0-9)\]}’'\"”]$", value) or (predicate and not re.search("(?:이고|이며|이에요|예요|입니다|임)$", clause)):
            return ""
        return f"{attach(part['part'], Particle.TOPIC)} {attach(value, Particle.TO)} 합니다"
    return ""


def _as_noun(told: str) -> str:
    predicate = read_predicate(told)
    return predicate.before + noun_form(predicate.stem) if predicate else told




def says_how(clause: str, *, is_beside_request: bool = False) -> bool:
    """Whether a clause without a verb that demands says how the answer shall be: 메모는 영어로, 반말 금지."""
    bare = re.sub(r"(?<=[가-힣])(?:이요|요|욤|용)$", "", clause).strip(" .") or clause
    last = bare.rpartition(" ")[2]
    if _shaped(bare, listing=False) or last in words("tone_nouns"):
        return True
    if _says_left_out(bare, last):
        return True
    predicate = read_predicate(bare)
    if predicate and _is_shaping(predicate):
        return True
    if predicate and predicate.mood is Mood.TOLD and predicate.ending not in {"", "요"}:
        return False
    if last in words("particle_nouns"):
        return False
    if is_beside_request and (_TO_WRITE.search(last) or _BESIDE.search(bare) or _MEASURED.search(bare)):
        return True
    return _says_manner(bare, last) or _says_quantity(bare, last)


_BESIDE: Final = re.compile(r"(?:만|도|씩|많이|한 파일|하나|용)$")
_MEASURED: Final = re.compile(
    rf"(?:[0-9,]+|{'|'.join('한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 몇'.split())})\s?(?:백|천)?\s?(?:글자|자|단어|줄|문장|문단|개|가지|장|쪽|페이지|번)\s?(?:이내|이하|안|정도|까지|내외|이상|안팎|안으로|분량)?(?:에|로|으로)?$"
)
_WEAK_BAN: Final = re.compile(r"안 ?(?:돼|됨|됩|되)\S*$|[xX×]$|[nN][oO]$")
_DISLIKED: Final = re.compile(r"싫어[하함해]|^(?:나|저|아이|애|딸|아들|엄마|아빠|할머니|학생)\S{0,2}(?:는|은|가|이)\s.*싫")


def _says_left_out(bare: str, last: str) -> bool:
    found = _LEAVE_OUT.match(bare)
    if not found or _DISLIKED.search(bare) or re.search("금지(?:래|라고|예|이)", bare):
        return False
    if not _WEAK_BAN.search(bare):
        return True
    nouns = found["what"].rpartition(" ")[2]
    return last in words("text_nouns") or nouns in words("text_nouns") or found["topic"] in {"은", "는"} or re.search(r"(?:은|는)\s", bare) is not None


def _is_shaping(predicate: Predicate) -> bool:
    """Whether a verb of shaping is left open (빼고, 풀어서) or denied (넣지 않습니다)."""
    denied = re.match(r"(?P<stem>.+)지$", predicate.before.strip().rpartition(" ")[2]) if predicate.stem == "않" else None
    if denied:
        return denied["stem"] in words("shaping_verbs") or denied["stem"] in words("writer_verbs")
    return predicate.ending in {"고", "고요"} and predicate.stem in words("shaping_verbs")


def _says_manner(bare: str, last: str) -> bool:
    if re.search(r"게$", last) and last not in {"어떻게", "이렇게", "그렇게", "저렇게"} and not last.endswith(("에게", "는게", "은게")):
        return True
    if last.endswith("히") and _is_adverb(last):
        return True
    if last.endswith("서") and _CONNECTED.search(last):
        return (stem_of_infinitive(last[:-1]) or "") in words("shaping_verbs")
    if re.search(r"(?:으로|로)$", last):
        dated = re.search(r"[0-9]\s?(?:월|일|시|년|원|명|동|호)(?:으로|로)$|\S에서\s", bare)
        return last not in words("movement") and dated is None and not re.search(r"[A-Za-z]\S*\s[0-9.]+(?:으로|로)$", bare)
    return last in words("shape_nouns") and not re.search(r"[0-9]\s?(?:만|천|백)?\s?원", bare)


def _says_quantity(bare: str, last: str) -> bool:
    if last.endswith("만"):
        return not re.search(r"(?:저|(?<!하)나|제|혼자|주말|평일|불|대|시간)만$", last) and not re.fullmatch(r"[0-9,]+만", last)
    if last.endswith("부터"):
        return not re.search(r"[0-9]|월|일|시|년|아침|저녁|오전|오후|주|초|말|순", bare)
    if re.search(r"(?:안에|이내|이하)$", bare) and not re.search(r"원 (?:이하|이내)|예산|마감", bare):
        return re.search(r"[0-9한두세네열섯곱덟홉]\s?(?:글자|자|줄|단어|문장|문단|분|초|장|쪽|개|가지)\s?(?:안에|이내|이하)$", bare) is not None
    if _MEASURED.search(bare):
        topic = re.match(r"^(?P<topic>\S+?)(?:은|는)?\s", bare)
        return re.search(r"(?:이내|이하|까지|정도)(?:로)?$", bare) is not None or bool(topic and topic["topic"] in words("own_text"))
    return re.search(r"도$|씩$|많이$|꼭$|위주$|중심$|ㄴㄴ$", bare) is not None and not re.search(r"(?:제주|강원|경기|충청|정|온|지|제|속|각|강|난이|만족|이해|용|연|년)도$", bare)



def _instructed(clause: str) -> str:
    shaped = _shaped(clause)
    if shaped:
        return shaped
    left_out = _LEAVE_OUT.match(clause)
    predicate = read_predicate(clause)
    if left_out and not (predicate and predicate.mood is Mood.REQUEST and "빼" not in clause[-6:]):
        done = _left_out(left_out)
        if done:
            return done
    if predicate is None or predicate.mood in {Mood.TOLD, Mood.ASKED, Mood.QUESTION}:
        return _from_noun(clause, predicate)
    return act(predicate)


def _left_out(found: re.Match[str]) -> str:
    what, topic, how = found["what"], found["topic"], found["how"]
    if re.search(r"(?:면|서)$", what) or not re.search(r"[가-힣A-Za-z0-9)\]}’'\"”]$", what):
        return ""
    if topic in {None, "이", "가", "을", "를"}:
        nouns = what.rpartition(" ")[2]
        topic = "" if re.search(r"(?:은|는|도|만)$", nouns) and nouns not in words("particle_nouns") else "topic"
    what = attach(what, Particle.TOPIC) if topic else what
    last = re.sub(r"(?:은|는|도|만)$", "", what).rpartition(" ")[2]
    verb = "쓰지" if last in words("text_nouns") or last.endswith(("말", "어", "체")) else "넣지"
    return f"{what} {how}{verb} 않습니다"


def _from_noun(clause: str, predicate: Predicate | None) -> str:
    """Turn a demand without a verb that demands: 메모는 영어로, 교토는 하루만, 예시 3개."""
    bare = re.sub(r"(?<=[가-힣])(?:이요|요|욤|용|입니다|이에요|예요|임)$", "", clause).rstrip(" .") or clause
    last = bare.rpartition(" ")[2]
    if predicate and predicate.mood is Mood.TOLD and predicate.ending not in {"", "요"} and not _is_adverb(last):
        return _told(predicate)
    if bare.endswith("위주"):
        return bare + "로 씁니다"
    if _is_adverb(last) and not _TO_WRITE.search(last):
        return f"{with_object(bare, '넣').rstrip()} 넣습니다"
    if last.endswith("게") and _happens(bare):
        return f"{bare} 합니다"
    if _TO_WRITE.search(last) and last not in words("particle_nouns"):
        return f"{bare}로 씁니다" if last.endswith("체") else f"{with_object_before(bare)} 씁니다"
    stem = stem_of_infinitive(last[:-1]) if _CONNECTED.search(last) and len(last) > 1 else None
    if stem:  # 5개 장으로 나눠서
        return with_object(bare.removesuffix(last), stem) + formal(stem)
    if last in words("verbal_nouns"):
        return f"{with_object(bare.removesuffix(last), last)}{last}합니다"
    if last == "필수":
        return f"{bare}로 넣습니다"
    if re.search(r"(?:자|단어|줄|문단|쪽|장|페이지|분)(?: ?(?:이내|이하|이상|내외|정도|안팎|분량|까지))$", bare):
        return attach(bare, Particle.TO) + " 씁니다"
    if last in {"존댓말", "반말", "존대말", "높임말", "경어", "영어", "한국어", "일본어"}:
        return attach(bare, Particle.TO) + " 씁니다"
    return f"{with_object(bare, '넣').rstrip()} 넣습니다"


def _happens(clause: str) -> bool:
    """Whether a clause in -게 says what shall come about (느낌 안 나게) and not in which manner (짧게)."""
    before, _, last = clause.rpartition(" ")
    stem = last.removesuffix("게")
    return bool(stem) and (before.endswith((" 안", " 못", " 수")) or (is_intransitive(stem) and not is_adjective(stem)) or stem == "않")


def _told(predicate: Predicate) -> str:
    if predicate.stem.endswith("면"):
        return predicate.before + formal(predicate.stem)
    return _brought_about(predicate) if is_intransitive(predicate.stem) else _done(predicate)


def act(predicate: Predicate) -> str:
    """Return the instruction that a predicate makes."""
    stem, before, mood = predicate.stem, predicate.before, predicate.mood
    if mood is Mood.BAN:
        return _not_done(predicate)
    if stem in {"없", "말"}:
        found = _LEAVE_OUT.match(f"{before.strip()} 없이")
        return (found and _left_out(found)) or f"{before}없게 합니다"
    if stem in _ADDED and mood in {Mood.MUST, Mood.WISH, Mood.SO, Mood.REQUEST}:
        return f"{as_object(before)} 넣습니다" if before.strip() else "넣습니다"
    if mood is Mood.MAY:
        return f"{before}{predicate.form}도 됩니다"
    if mood is Mood.SO:
        return f"{before}{stem}도록 합니다"
    if mood is Mood.WANT:
        return _wanted(predicate)
    if mood is Mood.WISH and stem in words("reader_verbs") and not predicate.ending.startswith("ㅆ"):
        return f"{before}{future(stem)} 수 있게 합니다"
    if mood in {Mood.MUST, Mood.WISH} and is_intransitive(stem):
        return _brought_about(predicate)
    return _done(predicate)


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
        found = _LEAVE_OUT.match(f"{predicate.before.strip()} 없이")
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


def as_object(before: str) -> str:
    """Return what stood before 있다 as the object of 넣다: 버튼이 → 버튼을."""
    text = before.rstrip()
    head, blank, last = text.rpartition(" ")
    if head and _is_adverb(last):
        return f"{as_object(head)} {last}"
    if re.search(r"(?:이|가)$", last) and last not in words("particle_nouns") and len(last) > 1:
        noun = last[:-1]
        is_subject = last.endswith("이") == (ending(noun) is not Ending.VOWEL)
        last = attach(noun, Particle.OBJECT) if is_subject else attach(last, Particle.OBJECT)
        return head + blank + last
    return with_object(text + " ", "넣").rstrip()


def with_object(before: str, stem: str) -> str:
    """Return what stands before a verb with 을/를 behind a bare noun: "주석 많이 " → "주석을 많이 "."""
    text = before.rstrip()
    if not text or is_adjective(stem) or (is_intransitive(stem) and stem not in _ADDED):
        return before
    space = before[len(text) :] or " "
    parts = text.split(" ")
    at = len(parts) - 1
    while at > 0 and (_is_adverb(parts[at]) or parts[at] in {"안", "못", "더"}):
        at -= 1
    if not re.search(r"[을를](?:\s|$)", text):
        while at > 0 and (parts[at] in words("manners") or _is_adverb(parts[at])):
            at -= 1
    if at >= 0 and is_bare_noun(parts[at]):
        parts[at] = attach(parts[at], Particle.OBJECT)
    return " ".join(parts) + space


def with_object_before(clause: str) -> str:
    """Return a clause that ends in an adverb with its object marked: 주석 짧게 → 주석을 짧게."""
    head, _, last = clause.rpartition(" ")
    return f"{with_object(head + ' ', '쓰')}{last}" if head and last.endswith(("게", "히")) else clause


def _is_adverb(word: str) -> bool:
    return word in words("adverbs") or (len(word) > 1 and word.endswith(("하게", "히", "롭게", "스럽게")))


def is_bare_noun(word: str) -> bool:
    """Whether a word is a noun with no particle behind it."""
    bare = word.rstrip("”’\"')]}")
    if not bare or word[-1] in ",:;":
        return False
    if word != bare:
        return True
    if not is_syllable(bare[-1]):
        return bare[-1].isalnum()
    if bare in words("particle_nouns") or any(bare.endswith(noun) for noun in words("particle_nouns") if len(noun) > 1):
        return True
    if len(bare) > 2 and bare.endswith("서") and not _CONNECTED.search(bare):  # noqa: PLR2004 - 신고서
        return True
    if _is_adverb(bare) or _ENDS_LIKE_PARTICLE.search(bare) or bare in {"안", "못", "더", "및", "또는", "그"}:
        return False
    return not re.search("|".join(sorted(words("not_nouns"))), bare)
