"""Korean requests: a Korean request as an instruction, the person's words with nothing but the last verb put formally.

Only what surely asks an AI to make or do something is turned: 써 줘, 짜 주셨으면 해요, 만들고 싶어요, 보내야 하는데.
"""

import re
from typing import Final

from core.privacy.korean.hangul import final
from core.privacy.korean.particles import Particle, attach
from core.prompting.understanding.korean_demands import WHICH, without_courtesy
from core.prompting.understanding.object_particles import is_adnominal, with_object
from core.prompting.understanding.predicates import Mood, Predicate, read_predicate
from core.prompting.understanding.sentences import is_finite
from core.prompting.understanding.typos import mend
from core.prompting.understanding.verbs import formal, is_known, stem_of_infinitive
from core.prompting.understanding.words import alternatives, words

_FILLERS: Final = re.compile(rf"(?:^|(?<=\s))(?:{alternatives('fillers')})(?:[,.!?~]+|\s|$)\s*|(?<=\S)좀요?$")
# Urging, behind what is asked for: 계획 짜 줘 제발, 번개 공지 ㄱㄱ.
_PRESSING: Final = re.compile(r"(?:\s?(?:제발|ㄱㄱ+|ㄱㅅ|플리즈|plz|pls|얼른요?|빨리요?)[!~.ㅠㅜㅋㅎ\s]*)+$")
# A question that somebody wants to have answered: 왜 떨어지는지 알고 싶어요, 차이가 궁금해요.
_WONDERS: Final = re.compile(
    r"^(?P<what>.+(?:지|까|법|점|것|이유|까닭|차이|뜻|의미|방법|순서))(?:가|이|도|를|을)?\s?(?:궁금\S{0,5}|알고\s?싶\S{0,6})$"
)
# 치매를 어떻게 말해줘야 할지; but 메일을 어떻게 써야 할지 asks for the mail.
_HOW: Final = re.compile(
    r"(?:^|\s)(?:어떻게|뭐라고?|무슨 말을|어디서|언제|얼마나)\s(?:\S+\s){0,3}?"
    r"\S*(?:[할될줄갈볼낼]|하는)지(?:를|도|요)?$"
)
_HOW_TO_WRITE: Final = re.compile(r"(?:써|쓰|적어|적을|쓸|보내|보낼|짜|짤|만들|남겨|남길|답장)\S*(?:\s\S+)?$")
_ASIDE: Final = re.compile(r"(?<=지)(?:를|도|요)$")
# 독서록 쓰는 거 도와주세요: the person writes it
_HELPED: Final = re.compile(r"^(?P<what>.+[가-힣]는\s?(?:거|것|일|데))(?:를|을|에|좀)?\s?도와\s?[주줘]\S*$")
_THING: Final = re.compile(r"\s?(?:거|것|데)$")
_ANSWERED: Final = re.compile(
    r"(?:[가-힣]는|[가-힣]은|[할될쓸볼갈살낼])\s?(?:법|방법|순서|절차|이유|까닭)$"
    r"|[가-힣A-Za-z0-9]\s(?:방법|순서|절차|차이점?|뜻|의미|원리|장단점)$"
)
_METHOD: Final = re.compile(r"(?<=는)법$")
_WHAT: Final = re.compile(r"(?<!\S)뭘(?!\S)")
# 어떻게 말하면 좋을까 알려줘, 갈까 말까 정해줘: the question is told of
_ASKED_OF: Final = re.compile(
    r"(?<=[가-힣])까\s(?:\S+\s){0,2}(?:알려|추천|골라|정해|말해|조언|제안|찾아)\s?(?:해\s?)?[주줘]\S*$"
)
_WHETHER: Final = re.compile(r"([가-힣])까(?=\s)")
_SLANG: Final = {"까": "비판하"}  # 자소서 좀 까 줘
_NEEDED: Final = re.compile(
    r"^(?P<what>.+?[가-힣}\])])(?:이|가|을|를)?\s?(?:필요(?:합니다|해요|해|함|한데|하거든요?)|급해요?|급함|도와\s?[주줘]\S*)$"
)
# What is about to be done (보내려고요), and what is to be done (초안 쓰기): not endings of a predicate anywhere else.
_TO_DO: Final = re.compile(
    r"^(?P<before>.*\s)(?P<stem>\S{1,7}?)(?P<about>으?려(?:고|구|는데)\s?(?:하는데|하고|하거든|합니다|해|함)?요?|기)$"
)
# 이름짓기, 자소서쓰기: what is to be done, typed on to what it is done to
_DOING: Final = re.compile(
    r"^(?P<what>(?:.*\s)?(?!받아)[가-힣]{2,})(?P<stem>짓|쓰|짜|만들|고르|정하|세우|뽑|찾|풀|바꾸|고치|다듬|그리|추리|줄이|늘리|옮기)기$"
)
_OPEN: Final = re.compile(r"(?:나요?|까요?|지요?|죠|냐|니|는지|가요?)$")  # 풀어야 하나요, 쓰면 좋을까요
_WITHIN: Final = re.compile(r"^.*지(?:를|도|는|가)?\s")  # 왜 줄었는지 조사한 글을 써야 해요: not what is asked
_COUNTED: Final = re.compile(r"(?:[0-9]|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:줄|문장|단락|문단|장)$")
_BEHIND: Final = ("두", "놓", "내", "버리", "드리", "보", "주")  # 써 두다, 뽑아 보다
# 연설문 ends as 설문 does, which is asked and not written.
TEXT: Final = re.compile(
    r"(?:보고서|글|연설문|(?<![질설])문|문구|메일|편지|대본|계획서|제안서|카피|원고|소개서|초안|공지|문자|톡|쪽지|안내|인사|답장|회신"
    r"|후기|사유서|디엠|메시지|축사|독촉장|내용증명|신청서|초대장|멘트|답글|댓글|답변)(?:을|를)?\s?$"
)
_MUST_ASKED: Final = re.compile(r"야\s?(?:하|되|할|될)(?:나요?|까요?|는지요?|냐|니|죠)$")
_NO_REQUEST: Final = re.compile(
    r"것$|^\s?(?:주(?:신|는|시는)(?!데|다|지)|(?:주셨|줬)(?!으면|음))"
)  # 물어볼 것, 와주신 분들께 감사 문자
# 카톡 보낼거 써줘: the thing to be sent is what is written
_TO_SEND: Final = re.compile(
    r"(?<!\S)(?P<what>\S{0,4}(?:카톡|문자|톡|메일|메시지|편지|공지|디엠|쪽지|글))(?:으?로|을|를)?"
    r"\s(?P<to>보낼|올릴|돌릴|드릴|남길|붙일)\s?(?:거|것|꺼)(?:를|을)?(?=\s|$)"
)
SENT: Final = frozenset({"보내", "드리", "남기", "돌리", "붙이", "올리", "내", "제출하", "게시하", "발송하", "공유하"})
_ASKS: Final = frozenset({Mood.REQUEST, Mood.IMPERATIVE, Mood.TOLD_TO})
_WANTS: Final = frozenset({Mood.WISH, Mood.WANT, Mood.MUST})


def instruct_request(clause: str) -> tuple[str, bool]:  # noqa: PLR0911 - one line for each kind of end
    """Return a clause as a sentence, or as a noun phrase and true; nothing where its verb is not read surely."""
    text = plain_request(clause)
    if _MUST_ASKED.search(text.rstrip("? ")):  # 얼마나 자주 갈아 줘야 하나요
        return "", False
    if told := _told(text):
        return told, False
    if text.endswith("?"):
        text = text.rstrip("? ")
        predicate = read_predicate(text)
        return (_done(predicate), False) if predicate and predicate.mood is Mood.REQUEST else ("", False)
    if noun := wanted_thing(clause):
        return _noun(noun)
    predicate = to_do(text) or read_predicate(text)
    if predicate is None or _NO_REQUEST.search(predicate.ending):
        return _noun(text)
    if predicate.mood in _WANTS and (_OPEN.search(predicate.ending) or WHICH.search(_WITHIN.sub("", text))):
        return "", False
    return _done(predicate), False


def _told(text: str) -> str:
    """Return what somebody wants to know, or to be helped with, as a sentence; nothing where it is neither."""
    if wondered := _WONDERS.match(text):
        what = wondered["what"]
        asked = what if what.endswith(("지", "까")) else attach(what, Particle.OBJECT)
        return f"{asked} 알려 줍니다."
    if _HOW.search(text) and not _HOW_TO_WRITE.search(text):
        return f"{_ASIDE.sub('', text)} 알려 줍니다."
    if helped := _HELPED.match(text):
        return f"{attach(_THING.sub(' 것', helped['what']), Particle.OBJECT)} 돕습니다."
    return ""


def only_presses(clause: str) -> bool:
    """Whether a clause asks for nothing of its own: 제발, ㄱㄱ."""
    return _PRESSING.fullmatch(clause.strip()) is not None


def wanted_thing(clause: str) -> str:
    """Return the thing that is asked for by name: 구인글 부탁드려요, 축사가 필요해요, 독후감 도와주세요."""
    text = plain_request(clause)
    noun = without_courtesy(text)
    needed = _NEEDED.match(text)
    return needed["what"] if needed else noun if noun != text else ""


def plain_request(clause: str) -> str:
    """Return a clause without fillers and pressing, its typing errors set right."""
    said = _PRESSING.sub("", mend(clause).strip(" .!~,;…ㅠㅜㅋㅎ^"))
    text = _WHAT.sub("무엇을", _FILLERS.sub("", said).strip(" .!~,;…ㅠㅜㅋㅎ^"))
    text = _LOOKED.sub(r"\1는지 ", text)
    text = _and_then(_TO_SEND.sub(r"\g<to> \g<what>", text))
    return _WHETHER.sub(_whether, text) if _ASKED_OF.search(text) else text


def _and_then(text: str) -> str:
    """Return two requests as one: 질문 뽑아 주시고 … 알려 줘 → 질문을 뽑고 … 알려 줘."""
    found = _FIRST.search(text)
    stem = stem_of_infinitive(found["form"]) if found and _ASKS_AT_END.search(text) else None
    if not found or not stem or not is_known(stem):
        return text
    return f"{with_object(text[: found.start()], stem)}{stem}고 {text[found.end() :]}"


_LOOKED: Final = re.compile(r"(?<=[가-힣\s])([있없되맞])나\s(?=봐\s?[주줘])")  # 불리한 거 있나 봐 줘
_FIRST: Final = re.compile(r"(?<!\S)(?P<form>[가-힣]{2,9})\s?(?:주시고|주시구|주고|줘서),?\s")
_ASKS_AT_END: Final = re.compile(r"[주줘]\S{0,6}$|부탁\S{0,6}$")


def _whether(found: re.Match[str]) -> str:
    return f"{found[1]}지" if final(found[1]) == "ㄹ" else found.group()


def to_do(text: str) -> Predicate | None:
    """Read what somebody is about to do, or has to be done: 메일 보내려고요, 초안 쓰기."""
    if doing := _DOING.match(text):
        return Predicate(f"{doing['what']} ", doing["stem"], "", Mood.IMPERATIVE)
    found = _TO_DO.match(text)
    if not found or (found["stem"] == "쓰" and found["about"] != "기" and not TEXT.search(found["before"])):
        return None  # 인쇄해서 쓰려고요: used, not written
    is_told = found["about"] == "기" and makes(found["stem"])
    return Predicate(found["before"], found["stem"], "", Mood.IMPERATIVE if is_told else Mood.WANT)


def makes(stem: str) -> bool:
    """Whether a verb makes, changes or picks something: 쓰다, 요약하다."""
    return stem in words("making_verbs") or stem.removesuffix("하") in words("task_nouns")


def _noun(text: str) -> tuple[str, bool]:
    """Return a noun phrase; what ends in the name of a task as a sentence: 햄스터 이름 추천."""
    head, _, last = text.rpartition(" ")
    if is_finite(last):
        return "", False
    if head and last in words("task_nouns") and not _COUNTED.search(head) and not is_adnominal(head.rpartition(" ")[2]):
        return f"{with_object(head + ' ', last)}{last}합니다.", False
    if _ANSWERED.search(text):  # 실리콘 새로 쏘는법
        return f"{attach(_METHOD.sub(' 법', text), Particle.OBJECT)} 알려 줍니다.", False
    return text, True


def _done(predicate: Predicate) -> str:
    """Return a predicate as a sentence; nothing where it does not surely ask an AI to do something."""
    asks = predicate.mood in _ASKS or (predicate.mood is Mood.TOLD and predicate.ending in {"", "요"})
    is_open = predicate.mood is Mood.TOLD or predicate.ending.endswith(("세요", "래요"))
    is_open &= "주" not in predicate.ending and not predicate.stem.endswith("주")
    if is_open and _somebody_does(predicate.before):
        return ""
    before, stem = _without_helper(predicate.before, _SLANG.get(predicate.stem, predicate.stem))
    wants = predicate.mood in _WANTS and stem not in words("doubtful_verbs")
    only_shapes = stem in words("shaping_verbs") and not makes(stem)  # 인터뷰도 넣어 주세요
    if not (asks or wants) or only_shapes:
        return ""
    if stem in SENT and TEXT.search(before):
        stem = "쓰"
    elif stem == "알" and predicate.mood is Mood.WANT:
        return f"{with_object(before, stem)}알려 줍니다."
    elif not makes(stem):
        if predicate.mood not in _ASKS:
            return ""
        if re.search("[주줘줄]", predicate.ending) and not stem.endswith("하"):
            return f"{with_object(predicate.before, predicate.stem)}{predicate.form} 줍니다."
    noun = stem.removesuffix("하")  # 요약 is not 약하다
    return f"{with_object(before, noun if noun in words('verbal_nouns') else stem)}{formal(stem)}."


# 첫째가 다시 기저귀를 찾아요, 물을 잘 안 드세요: nobody is asked to do it
_SUBJECT: Final = re.compile(
    r"(?:^|\s)(?![내제네]가\s)(?P<noun>[가-힣]+(?:이|가|께서))\s|(?:^|\s)[안못]\s$|[저나]더러\s"
)


def _somebody_does(before: str) -> bool:
    nouns = (found["noun"] or "" for found in _SUBJECT.finditer(before))
    return any(noun not in words("particle_nouns") | words("verbal_nouns") for noun in nouns)


def _without_helper(before: str, stem: str) -> tuple[str, str]:
    """Return a verb without the one behind it: 써 두 → 쓰."""
    for helper in _BEHIND:
        if not stem.endswith(helper):
            continue
        head, form = (before, stem.removesuffix(helper)) if stem != helper else _last_word(before)
        made = stem_of_infinitive(form) if form else None
        if made and makes(made):
            return head, made
    return before, stem


def _last_word(before: str) -> tuple[str, str]:
    head, blank, last = before.rstrip().rpartition(" ")
    return head + blank, last
