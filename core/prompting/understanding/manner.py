"""Manner: clauses without a verb that demands, which say how the answer shall be (메모는 영어로, 반말 금지)."""

import re
from typing import Final

from core.privacy.particles import Particle, attach
from core.prompting.understanding.hangul import HANGUL
from core.prompting.understanding.objects import CONNECTED, is_adverb
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.terse import is_terse
from core.prompting.understanding.verbs import noun_form, stem_of_infinitive
from core.prompting.understanding.words import alternatives, words

LEAVE_OUT: Final = re.compile(
    r"^(?P<what>.*?\S)\s?(?:(?P<topic>은|는|이|가|을|를)\s)?\s?(?P<how>(?:(?:절대로?|정말|너무|진짜|다|제발)\s)*)"
    r"(?:싫\S*|금지\S*|금물\S*|사양\S*|패스|배제|삼가|노|됐(?:고|고요|어요|습니다|음|어)|안 ?(?:돼|됨|됩|되)\S*|ㄴㄴ|노노|[xX×]|no|No|NO|사절\S*"
    r"|빼고\S*|빼\S{0,3}|제외\S*(?: ?하고)?|말고\S*|생략\S*"
    r"|필요 ?없\S*|(?<!빠짐)(?<!틀림)(?<!끊임)(?<!상관)없이\S*|없게\S*|없도록|없었으면.*|없으면 좋.*|없어야.*)$"
)


TO_WRITE: Final = re.compile(r"(?:로|으로|게|히|처럼|같이|대로|듯이|듯|식으로|위주로|순서로|느낌으로|체)$")


_ORDER: Final = re.compile(
    r"^(?P<who>.*?)\s?(?P<order>['‘\"“][^'’\"”]+['’\"”]\s?(?:의\s)?순(?:서)?(?:대)?로)\s(?P<told>.+(?:다고"
    r"|라고|자고)\s.+)$"
)


_WANTED: Final = re.compile(
    r"^(?:하고 싶은|원하는|필요한|넣을|들어갈|들어가야 할|포함할|꼭 넣을)\s?(?:것"
    r"|내용|기능|항목|정보)?(?:은|는|:|\s:)\s?(?P<what>.+)$|^(?:요구 ?사항|조건"
    r"|기능|요청 ?사항)\s?(?:은|는|:)\s?(?P<too>.+(?<!으로)(?<!로)(?<!에)(?<!만))$"
)


_PART: Final = re.compile(
    rf"^(?P<part>(?:\S+\s){{0,2}}?(?:{alternatives('part_words')}))(?:은|는|:)\s(?P<value>.+?)(?:이고"
    rf"|이며|이에요|예요|입니다|임|요|으로|로)?$"
)


def shaped(clause: str, *, listing: bool = True) -> str:  # noqa: PLR0911 - one line for each kind of clause
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
    if (
        part
        and (predicate is None or predicate.mood is Mood.TOLD)
        and not TO_WRITE.search(clause)
        and not LEAVE_OUT.match(clause)
    ):
        value = part["value"]
        if not re.search(r"[가-힣A-Za-z0-9)\]}’'\"”]$", value) or (
            predicate and not re.search("(?:이고|이며|이에요|예요|입니다|임)$", clause)
        ):
            return ""
        return f"{attach(part['part'], Particle.TOPIC)} {attach(value, Particle.TO)} 합니다"
    return ""


def _as_noun(told: str) -> str:
    predicate = read_predicate(told)
    return predicate.before + noun_form(predicate.stem) if predicate else told


def says_how(clause: str, *, is_beside_request: bool = False) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    """Whether a clause without a verb that demands says how the answer shall be: 메모는 영어로, 반말 금지."""
    bare = re.sub(r"(?<=[가-힣])(?:이요|요|욤|(?<=[세어해지여])용)$", "", clause).strip(" .") or clause
    last = bare.rpartition(" ")[2]
    if shaped(bare, listing=False) or last in words("tone_nouns") or is_terse(bare) or is_terse(clause.strip(" .")):
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
    if is_beside_request and (TO_WRITE.search(last) or _BESIDE.search(bare) or _MEASURED.search(bare)):
        return True
    return _says_manner(bare, last) or _says_quantity(bare, last)


_BESIDE: Final = re.compile(r"(?:만|도|씩|많이|한 파일|하나|끝까지)$")


_MEASURED: Final = re.compile(
    r"(?:(?<![0-9,])[0-9,]{1,9}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇)\s?(?:백"
    r"|천)?\s?(?:글자|자|단어|줄|문장|문단|개|가지|장|쪽|페이지|번)\s?(?:이내"
    r"|이하|안|정도|까지|내외|이상|안팎|안으로|분량)?(?:에|로|으로)?$"
)


_WEAK_BAN: Final = re.compile(r"안 ?(?:돼|됨|됩|되)\S*$|[xX×]$|[nN][oO]$")


_DISLIKED: Final = re.compile(
    r"싫어[하함해]|^(?:나|저|아이|애|딸|아들|엄마|아빠|할머니|학생)\S{0,2}(?:는|은|가|이)\s.*싫"
)


def _says_left_out(bare: str, last: str) -> bool:
    found = LEAVE_OUT.match(bare)
    if not found or _DISLIKED.search(bare) or re.search("안 ?되는데$|금지(?:래|라고|예|이)", bare):
        return False
    if not _WEAK_BAN.search(bare):
        return True
    nouns = found["what"].rpartition(" ")[2]
    return (
        last in words("text_nouns")
        or nouns in words("text_nouns")
        or found["topic"] in {"은", "는"}
        or re.search(r"(?:은|는)\s", bare) is not None
    )


def _is_shaping(predicate: Predicate) -> bool:
    """Whether a verb of shaping is left open (빼고, 풀어서) or denied (넣지 않습니다)."""
    denied = (
        re.match(r"(?P<stem>.+)지$", predicate.before.strip().rpartition(" ")[2]) if predicate.stem == "않" else None
    )
    if denied:
        return denied["stem"] in words("shaping_verbs") or denied["stem"] in words("writer_verbs")
    return predicate.ending in {"고", "고요"} and predicate.stem in words("shaping_verbs")


def _says_manner(bare: str, last: str) -> bool:  # noqa: PLR0911 - one line for each kind of clause
    if re.search(r"[0-9천만백]\s?원", bare):  # 5천원 적게: a fact of money
        return False
    if re.search(r"듯이?$|처럼$", last):
        return True
    if (
        re.search(r"게$", last)
        and last not in {"어떻게", "이렇게", "그렇게", "저렇게"}
        and not last.endswith(("에게", "는게", "은게"))
    ):
        return True
    if last.endswith("히") and is_adverb(last):
        return True
    if last.endswith("서") and CONNECTED.search(last):
        return (stem_of_infinitive(last[:-1]) or "") in words("shaping_verbs")
    if re.search(r"(?:으로|로)$", last):
        dated = re.search(r"[0-9]\s?(?:월|일|시|년|원|명|동|호)(?:으로|로)$|\S에서\s", bare)
        return (
            last not in words("movement") and dated is None and not re.search(r"[A-Za-z]\S*\s[0-9.]+(?:으로|로)$", bare)
        )
    if last == "포함":
        return bare.split()[-2:-1] != [] and bare.split()[-2] in words("own_text")
    return last in words("shape_nouns") and not re.search(r"[0-9]\s?(?:만|천|백)?\s?원", bare)


def _says_quantity(bare: str, last: str) -> bool:
    if last.endswith("만"):
        return not re.search(r"(?:저|(?<!하)나|제|혼자|주말|평일|불|대|시간)만$", last) and not re.fullmatch(
            r"[0-9,]+만", last
        )
    if last.endswith("부터"):
        return not re.search(r"[0-9]|월|일|시|년|아침|저녁|오전|오후|주|초|말|순", bare)
    if re.search(r"(?:안에|이내|이하)$", bare) and not re.search(r"원 (?:이하|이내)|예산|마감", bare):
        return (
            re.search(
                r"[0-9한두세네열섯곱덟홉]\s?(?:글자|자|줄|단어|문장|문단|분|초|장|쪽|개|가지)\s?(?:안에|이내|이하)$",
                bare,
            )
            is not None
        )
    if re.search(
        rf"(?:이내|이하|정도|안팎)(?:로|으로)? [0-9]+(?:개|가지)$|(?:^|\s)(?:{alternatives('own_text')})\s?[0-9]+(?:개"
        rf"|가지)(?:$|랑|와|과)",
        bare,
    ):
        return True
    if _MEASURED.search(bare):
        topic = re.match(r"^(?P<topic>\S+?)(?:은|는)?\s", bare)
        return re.search(r"(?:이내|이하|까지|정도)(?:로)?$", bare) is not None or bool(
            topic and topic["topic"] in words("own_text")
        )
    return re.search(r"도$|씩$|많이$|꼭$|위주$|중심$|ㄴㄴ$", bare) is not None and not re.search(
        r"(?:제주|강원|경기|충청|정|온|지|제|속|각|별|강|난이|만족|이해|용|연|년)도$", bare
    )
