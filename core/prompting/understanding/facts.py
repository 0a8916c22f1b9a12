"""Facts stated plainly: the polite ending goes, numbers, names and labels stay exactly as typed."""

import re
from typing import Final

from core.privacy.labels import LABEL, parse
from core.prompting.understanding.hangul import final, is_korean, with_final
from core.prompting.understanding.mending import mend
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.reasons import reason
from core.prompting.understanding.reporting import passed_on, tells, told_in
from core.prompting.understanding.verbs import future, is_adjective, is_known, noun_form
from core.prompting.understanding.words import LONGEST, alternatives, endings, words

_COPULA: Final = re.compile(
    r"(?<=\})야$|(?<=[가-힣0-9A-Za-z%)}\]’'\"”+])(?:입니다|이에요|예요|에요|이세요|(?<=님)세요"
    r"|(?<=분)세요|이십니다|이야|이고요?|이며|인데요?|임|이라고 (?:해요|합니다"
    r"|함))$"
)
_APART: Final = re.compile(r"(?<=\S)[ \t](?=(?:입니다|이에요|예요)$)")  # people put a space before it
_COPULA_PAST: Final = re.compile(r"(?:이었|였)(?:습니다|어요|음|어|다|고|는데요?)$")
_KEPT_PAST: Final = frozenset({"있", "없", "이", "아니"})
_EN_FILLER: Final = re.compile(r"^(?:so|well|also|and|but|btw|by the way)[,]?\s+", re.IGNORECASE)
_CONTACTS: Final = {
    "전화번호": "연락처",
    "이메일": "연락처",
    "주소": "주소",
    "계좌번호": "계좌",
    "PHONE": "Contact",
    "EMAIL": "Contact",
    "ADDRESS": "Address",
    "BANK_ACCOUNT": "Account",
    "이름": "관련된 사람",
    "NAME": "Person concerned",
    "기관": "관련 기관",
    "ORGANIZATION": "Organization concerned",
    "식별번호": "번호",
    "ID": "Number",
}

_LEADING: Final = re.compile(r"^(?:그리고|그런데|근데|참고로|그래서|일단|아 참|아|음)[,\s]+")
_PROMISE: Final = re.compile(r"^(?P<said>.*[가-힣])게요?$")
# What is said with the same ending and is a wish, a choice or a courtesy: 부탁할게요, 표로 할게요.
_NO_PROMISE: Final = re.compile(
    r"(?:부탁|신세|기다리)\S{0,9}게요?$|(?:로|으로)\s?(?:할|갈|받을|볼)게요?$|(?:붙일|첨부할|올릴|줄|드릴)게요?$"
)


def state(said: str) -> str:
    """Return a fact without its polite ending: 밀렸습니다 → 밀림, 52kg였습니다 → 52kg였음."""
    text = said.strip(" .,!~ㅠㅜㅋㅎ\n")
    if len(text) > LONGEST:
        return text
    if not is_korean(text):
        return _labelled(_EN_FILLER.sub("", text))
    if "\n" in text or "|" in text or "```" in text:
        return text
    text = _APART.sub("", text)
    text = re.sub(rf"^(?:(?:{alternatives('fillers')})[\s,.!~]+)+", "", text)
    told = told_in(text)
    if told != text or tells(text):
        return f"{told} {future(passed_on(told))} 것"
    text = _LEADING.sub("", mend(text).strip(" .,!~"))
    return _labelled(_as_noun_form(text)) or said


# What endings such as -게, -래 and -대 become where they are taken for a verb's: 붙일겜, 내램.
_NO_NOUN_FORM: Final = re.compile(r"[겜댐램젬넴잼람얨]$")


def _as_noun_form(text: str) -> str:
    """Return a fact without its ending; as it was typed where that would be no Korean."""
    stated = _stated(text)
    if final(stated[-1:]) == "ㄻ":  # 팖, 엶: nobody writes them
        return text
    return text if _NO_NOUN_FORM.search(stated) and not _NO_NOUN_FORM.search(text) else stated


_UNKNOWN: Final = re.compile(
    r"\s?(?:(?:잘|맨날|자꾸|아직|계속|도무지|너무|항상)\s){0,3}(?:모르겠\S{0,12}|모름"
    r"|몰라\S{0,12}|몰겠\S{0,12}|궁금\S{0,12}|고민\S{0,12}|헷갈\S{0,12}|막막\S{0,12}|알고 ?싶\S{0,12})$"
)


def ask(said: str) -> str:
    """Return a question without the words that say so: 몇 개 하는지 모르겠음 → 몇 개 하는지."""
    if not is_korean(said):
        return said.strip(" .!")
    text = _LEADING.sub("", mend(said).strip(" .!~,"))
    found = _UNKNOWN.search(text)
    if not found or not text[: found.start()].strip():
        return text
    left = re.sub(r"(?<=[지까])[도가]$", "", text[: found.start()])
    if left.endswith(("지", "까")):
        return left
    word = left.rpartition(" ")[2]
    return left[:-1] if re.search(r"[이가을를은는]$", word) and word not in words("particle_nouns") else left


_DOUBTED: Final = re.compile(r"[가-힣](?:[하되]나|[갈할될을볼]까|려나|나요|까요|는지)요?$")
# What is heard from somebody, or a particle with 요: a noun form of it would be no Korean (모르겠댐, 2행부틈).
_AS_SAID: Final = re.compile(
    r"(?:[겠았었였했됐한된간온는은ㄴ]|[가-힣])(?:대|댔어|잖아|달래)요?$|(?:부터|까지|[가-힣]만|에서|으로|에게|한테|밖에)요$"
)


def _stated(text: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of clause
    if promised := promise_in(text):
        return f"{promised} 예정"
    if resolved := re.search(r"(?<=겠)(?:다|습니다|어요|고요?|어)$", text):  # 조심하겠다: a promise stays one
        return f"{text[: resolved.start()]}음"
    if re.search(r"[가-힣](?<!니)다$", text):  # 소년이 온다: perhaps a title
        return text
    if re.search(r"[가-힣0-9%}](?:이?라서|이?어서|이니까)$", text) and not re.search(
        r"(?:바라|자라|놀라|골라|달라|몰라|올라|말라)서$", text
    ):
        return reason(text)
    if re.search(r"[가-힣]려고요?$", text):
        return f"{text.removesuffix('요')} 함"
    if _DOUBTED.search(text):  # 침대를 빌려야 하나: whether, and not that it is so
        return text
    if _AS_SAID.search(text):
        return re.sub(r"(?<=[부까만서로에도])(?:터|지)?요$", lambda found: found.group()[:-1], text)
    if denied := re.search(r"아니(?:에요|예요|야|고요?|거든요?|지만)?$", text):
        return f"{text[: denied.start()]}아님"
    copula = _COPULA.search(text)
    if copula and not _is_no_copula(text, copula.group()):
        return re.sub(r"(?<=[가-힣])\s?거$", " 것", text[: copula.start()])
    heard = re.search(r"[가-힣0-9%](?:이)?래요?$", text)
    if heard and is_known(re.sub("래요?$", "", text)):  # 기다리래요: what somebody says to do
        return text
    if heard and not re.search(r"(?:^|\s)[그이저원모아]래요?$|바래요?$|[뺄할쓸갈볼낼줄릴을달]래요?$", text):
        return re.sub(r"(?:이)?래요?$", "", text)
    past = _COPULA_PAST.search(text)
    if past and final(text[past.start() - 1 : past.start()]) is not None and not read_special(text):
        head = text[: past.start()]
        return f"{head}{'이었음' if text[past.start() :].startswith('이') else '였음'}"
    predicate = read_predicate(text)
    if predicate is not None and predicate.ending in {"고", "고요"}:
        stem = predicate.stem  # 동아리고 is no verb
        is_verb = len(stem) == 1 or final(stem[-1]) or stem.endswith(("하", "되"))
        return predicate.before + noun_form(predicate.stem) if is_verb else text.removesuffix("고요")
    if predicate is None:
        text = text.removesuffix("고요")  # 16일까지고요
    if re.search(r"[ㄱ-ㅎ가-힣][았었였했됐겠갔왔났샀봤렸졌]음$", text) or (
        predicate and predicate.ending in {"음", "ᆷ"}
    ):
        return text
    if predicate is not None and predicate.mood in {Mood.TOLD, Mood.ASKED} and _is_told(predicate, text):
        return _noun_clause(predicate)
    if predicate is not None and predicate.ending in {"세요", "으세요"}:
        return f"{predicate.before}{'계심' if predicate.stem == '계' else noun_form(predicate.stem)}"
    if predicate is not None and predicate.mood is Mood.MUST:
        return f"{predicate.before}{predicate.form}야 함"
    if predicate is not None and predicate.mood is Mood.WANT and "싶" in predicate.ending:
        return f"{predicate.before}{predicate.stem}고 싶음"
    thing = re.search(r"(?P<verb>[가-힣])\s?거$", text)
    return f"{text[: thing.end('verb')]} 것" if thing and final(thing["verb"]) in {"ㄴ", "ㄹ"} else text


def promise_in(text: str) -> str:
    """Return what the person says that they will do, without its ending: 남길게요 → 남길; empty where they do not."""
    found = _PROMISE.match(text)
    is_one = found is not None and final(found["said"][-1]) == "ㄹ" and not _NO_PROMISE.search(text)
    return found["said"] if found and is_one else ""


def _is_future(text: str) -> bool:
    found = re.search(r"([가-힣])\s?[거것겁][가-힣]+$", text)
    return found is not None and final(found[1]) == "ㄹ"


def _is_no_copula(text: str, ending: str) -> bool:
    """Whether 임, 이고 … belong to a verb or a noun: 책임, 붙임, 붙일 거임."""
    last = text.rpartition(" ")[2]
    if ending in {"입니다", "이에요"} and is_verb_in_i(f"{text.removesuffix(ending)}이"):  # 게시판에 붙입니다
        return True
    if re.search(r"(?:거|것|겁)(?:예요|에요|이에요|야|임|니다|입니다|이야)$", text) and _is_future(text):
        return True
    if ending == "임":
        predicate = read_predicate(text)
        return (
            last in words("m_nouns")
            or last.endswith(("거임", "것임"))
            or (predicate is not None and predicate.stem.endswith("이") and is_verb_in_i(predicate.stem))
        )
    return last == "이야" or (ending in {"이고", "이며"} and is_verb_in_i(text[:-1]))


def is_verb_in_i(stem: str) -> bool:
    """Whether a stem in 이 is a verb and not a noun with the copula."""
    return stem.endswith(endings("verbs_in_i"))


def read_special(text: str) -> bool:
    """Whether 였 belongs to a verb (보였, 줄였) and not to a noun."""
    predicate = read_predicate(text)
    return (
        predicate is not None
        and predicate.stem.endswith(("이", "기", "리", "하"))
        and re.search(r"(?:보|줄|높|붙|쓰|쌓|먹|속|녹|죽|끓|늘|올|내|알|걸)였", text) is not None
    )


def _is_told(predicate: Predicate, text: str) -> bool:
    if predicate.mood is Mood.ASKED:
        return re.search(r"(?:는데|은데|죠|지요)(?:요)?$", text) is not None and "모르" not in predicate.ending
    return not re.search(r"(?:예정|중)(?:입니다|이에요|임)?$", predicate.ending) and predicate.stem not in {"이", ""}


def _noun_clause(predicate: Predicate) -> str:
    stem, before, ending = predicate.stem, predicate.before, predicate.ending
    if ending == "요" and predicate.form != stem and len(predicate.form) == 1 and is_known(predicate.form):
        return f"{before}{predicate.form}요"  # 따요: of 따다 as well as 뜨다
    if re.match(r"^(?:ㄹ|ᆯ)", ending) or re.match(r"거(?!든)|겁", ending):
        return f"{before}{future(predicate.stem)} 예정"
    if ending.startswith("고 있"):
        return f"{before}{stem}고 있음"
    is_past = ending.startswith(("ᆻ", "ㅆ"))
    if is_past and (stem.endswith(tuple(_KEPT_PAST)) or is_adjective(stem)) and predicate.form:
        return f"{before}{with_final(predicate.form, 'ㅆ')}음"
    if stem == "들" and before.endswith(("라고 ", "다고 ", "얘기를 ", "말을 ")):
        stem = "듣"
    stem = (
        re.sub(r"(?<=[가-힣])(?:으시|시)$", "", stem)
        if ending and not stem.endswith(("시시", "표시")) and _is_honorific(stem)
        else stem
    )
    return before + noun_form(stem)


def _is_honorific(stem: str) -> bool:
    return stem.endswith(
        ("으시", "하시", "오시", "가시", "되시", "주시", "이시", "치시", "리시", "나시", "보시")
    ) and not stem.endswith("마시")


_TOLD_LABEL: Final = re.compile(
    rf"^(?:(?:번호|연락처|전화|메일|이메일|주소|문의)\s*)?(?:{LABEL.pattern}|\S+@\S+\.\w+"
    rf"|\+?[0-9][0-9-]{{8,}})(?:[,/·\s]+(?:{LABEL.pattern}|\S+@\S+\.\w+|\+?[0-9][0-9-]{{8,}}))*$"
)


def _labelled(text: str) -> str:
    """Put before labels that stand alone what they are: {전화번호1} → 연락처: {전화번호1}."""
    found = _TOLD_LABEL.match(text)
    if not found:
        return text
    first = LABEL.search(text)
    label = parse(first.group()) if first else None
    if re.match(r"^(?:번호|연락처|전화|메일|이메일|주소|문의)\s", text):
        head, _, rest = text.partition(" ")
        return f"{head}: {rest.lstrip(': ')}"
    name = _CONTACTS.get(label.noun, "") if label else ("연락처" if re.search("[@0-9]", text) else "")
    return f"{name}: {text}" if name else text
