"""Sound openings: whether a task that was built of a request reads as one instruction; what does not is quoted."""

import re
from itertools import pairwise
from typing import Final

from core.privacy.korean.hangul import final
from core.prompting.intents.intent import Intent
from core.prompting.intents.naming import heads_of
from core.prompting.understanding.korean_requests import TEXT
from core.prompting.understanding.object_particles import CONNECTED
from core.prompting.understanding.sentences import is_finite
from core.prompting.understanding.verbs import is_adjective, is_known
from core.prompting.understanding.words import words

SAYS: Final = {"다고": "알리는", "라고": "전하는", "자고": "제안하는", "냐고": "묻는", "달라고": "부탁하는"}
"""What a text does that says something: 못 간다고 알리는 글."""
_QUOTES: Final = re.compile(r"[“\"'‘「『][^”\"'’」』]{0,200}[”\"'’」』]")
_SENTENCE: Final = re.compile(r"(?<=니다\.)\s")
_ANY: Final = re.compile(
    r"겠습니다|어떡|싶습니다|면 (?:합|좋)\S{0,3}니다"  # feelings and wishes of who asks
    r"|(?:걱정|고민|궁금|막막|답답|불안|속상|서운|억울|우울|큰일|죽을 것|미칠 것|힘들|힘듭|무섭|헷갈)\S{0,3}니다\."
    r"|(?:억울|걱정|속상|막막|답답|서운)\S{0,3}데 |(?:^|\s)(?:네가|니가|너는) "
    r"|(?:나를|내가|저를|제가) [^.]{0,60}지 답합니다"
    r"|(?<!니다)[.?!…]\s|[ㄱ-ㅎㅏ-ㅣ]|~(?![0-9])|→"  # what ends as no sentence does
    r"|있잖아|[려다라]고 (?:함|뜸|됨|나옴) |[하되]심 |이래 |야 ?하나 |[되있없]나 "
    r"|러운을 |[맞있없되하]지를 |[한된는]지 (?:짭|씁|만듭)니다|테니까? |[은는온른한할릴]거(?: |부터)"
    r"|야 ?[하되]\S{0,2}데 |고 싶은데 |건데 |데 [가-힣]{1,5}니다\.$"  # what is to be done, before it is said again
    r"|: (?:[^\s,]{1,20} ){0,2}[^\s,]{1,20}\.$"
    r"|(?:는데|은데|지만|니까|려고|도록|거나|[아어해]요)[을를] "
    r"|(?:전부|모두|각각|빠짐없이|몇 (?:개|가지|줄|편)) (?:[가-힣]{1,9} ){0,2}[가-힣]{1,9}[을를] [가-힣]{1,9}니다"
    r"|[가-힣](?<!있)게 (?:[^\s.]{1,12} ){2,7}있게 [^.]{2,12}니다"
    r"|[0-9][을를] (?:씁|만듭|짭|뽑습)니다"  # 429를 씁니다: a number is no text
    r"|(?:뭐라고|어떻게|뭘) \S{1,10}지 (?:\S{1,12} ){0,4}\S{1,12}[을를] (?:씁|만듭|짭)니다"  # it asks how to write it
)
_SELF: Final = re.compile(r"(?:^|니다\. )(?:제가|내가|저는|나는|전|난) (?P<rest>[^.]{1,60})")
_DID: Final = re.compile(
    r"[다며면] (?:제가|내가|저는|나는|전|난) [^.]{0,40}(?:했|었|았|났|갔|왔|썼|됐|샀|봤|줬|냈)습니다"
)
_OPEN: Final = re.compile(r"(?:^|\s)(?:뭐|뭘|무엇[을이]|어떻게|어케|왜|언제|어디|얼마나|얼마|몇 시|며칠)(?P<rest>.*)")
_WHETHER: Final = re.compile(r"(?P<before>[가-힣])지")
_CLOSED: Final = re.compile(r"\s법|[가-힣]까|[다라자냐]고\s|든\s|도\s")
_WITH: Final = re.compile(r"(?<=[가-힣]{2})(?:을|를|까지|부터)$")
_PAIRED: Final = ("지", "고", "나", "도", "랑", "든", "면", "것")  # 노트북 살지 태블릿 살지
_BEFORE_NOUN: Final = frozenset({"ㄴ", "ㄹ"})
_VERB: Final = re.compile(r"(?:(?P<object>\S{1,20})[을를] )?(?:\S{1,12} )?(?P<verb>[가-힣]{1,9})니다\.?$")
_OBJECT: Final = re.compile(r"(?P<noun>\S{1,20})(?P<by>[을를])$")
_AGAIN: Final = {"씁": "(?:써|쓰|작성해?|적어)", "만듭": "만들(?:어)?", "짭": "짜", "뽑": "뽑아?"}
_GOES_ON: Final = r"(?:야|서|려|고\s|는데)"
_THEIR_OWN: Final = re.compile(r"(?:제안|거절|부탁|신청|사과|초대|신고|항의|문의|축하|보고|지원)합니다\.$")
_WRITES: Final = re.compile(r"(?:씁|만듭|짭)니다\.$")
_TELLS: Final = re.compile(r"(?:알려 줍|답합)니다\.$")
_TO_TELL: Final = re.compile(r"알려|알고|가르|갈켜|갈쳐|말해|궁금|[나까]요?\W*$|\?|지\W*$")
_SO: Final = re.compile(r"(?P<stem>[가-힣]{1,9})게 (?:알려 줍|답합)니다\.$")
_MANNER_ALONE: Final = re.compile(r"(?:\S{1,9}(?:게|히|이|만|로) ){0,4}\S{1,9}니다\.")
_THING: Final = re.compile(r"(?P<noun>\S{1,20})입니다\.$")
_REPORTS: Final = re.compile(
    r"(?P<said>달라고|[다라자냐]고) (?P<to>(?:\S{1,12}(?:한테|에게|께|앞으로) )?)(?P<text>\S{1,8}[을를] 씁니다\.)$"
)
_STAND_IN: Final = re.compile(r"(?P<before>[가-힣]) ?거 (?=(?:[가-힣]{1,9}(?<![을를]) )?[가-힣]{1,9}니다\.$)")
_TWICE: Final = re.compile(r"(?P<said>[가-힣]{4})[가-힣]{1,24}(?P=said)")  # 예상질문까지 예상 질문을
_EASILY: Final = re.compile(r"쉽게 (?=쉬운 말로|쉽고)")


def mended(task: str) -> str:
    """Return a task with what casual speech leaves out: 퇴사한다고 메일을 → 퇴사한다고 알리는 메일을."""

    def says(found: re.Match[str]) -> str:
        text = found["text"]
        return f"{found['said']} {found['to']}{SAYS[found['said']]} {text}" if TEXT.search(text[:-5]) else found.group()

    def stands_in(found: re.Match[str]) -> str:
        return f"{found['before']} 것을 " if final(found["before"]) in _BEFORE_NOUN else found.group()

    return _EASILY.sub("", _STAND_IN.sub(stands_in, _REPORTS.sub(says, task)))


def is_sound(task: str, typed: str, intent: Intent) -> bool:
    """Whether a Korean task reads as one instruction, and says nothing of whoever asks as if of the AI."""
    if " " not in task or (not task.endswith("니다.") and ": " not in task):
        return False
    plain = _QUOTES.sub("그것", task)
    sentences = _SENTENCE.split(plain)
    return not (
        _ANY.search(plain)
        or _DID.search(plain)
        or _tells_of_oneself(plain)
        or any(_is_garbled(sentence) for sentence in sentences)
        or any(_only_names(sentence, intent) for sentence in sentences if len(sentences) > 1)
        or (len(sentences) > 1 and any(_MANNER_ALONE.fullmatch(sentence) for sentence in sentences))
        or _says_again(plain)
        or (_WRITES.search(intent.task.ko) and _does_another(plain, typed))
    )


def _is_garbled(sentence: str) -> bool:
    """Whether words stand where no sentence has them: an object of nothing, an ending before its end."""
    parts = sentence.split()
    nouns = [_object(part) for part in parts]
    is_twice = any(one and two and not is_known(one) and not is_known(two) for one, two in pairwise(nouns))
    is_joined = any(noun and CONNECTED.search(noun) and noun not in words("particle_nouns") for noun in nouns)
    bare = [_WITH.sub("", part) for part in parts]
    again = [word for word in bare if len(word) > 1 and not word.endswith(_PAIRED)]
    opens = _OPEN.search(sentence)
    so = _SO.search(sentence)
    return (
        is_twice
        or len(again) != len(set(again))
        or is_joined
        or any(is_finite(part) for part in parts[:-1] if not part.endswith(","))
        or (opens is not None and not _is_closed(opens["rest"]))
        or (so is not None and is_known(so["stem"]) and not is_adjective(so["stem"]) and so["stem"][-1] not in "있하")
    )


def _is_closed(rest: str) -> bool:
    """Whether a question goes on to be indirect: 무엇을 먹는지."""
    whether = any(final(found["before"]) in _BEFORE_NOUN for found in _WHETHER.finditer(rest))
    return whether or _CLOSED.search(rest) is not None


def _object(word: str) -> str:
    """Return the noun before 을/를; nothing for 마을 and 서울."""
    found = _OBJECT.search(word)
    return found["noun"] if found and bool(final(found["noun"][-1])) == (found["by"] == "을") else ""


def _tells_of_oneself(task: str) -> bool:
    """Whether a sentence begins with whoever asks, and not with what is theirs: 제가 쓴 글을 고칩니다."""
    found = _SELF.search(task)
    return found is not None and not any(
        (final(word[-1]) in _BEFORE_NOUN and word[-1] not in "을를") or word[-1] == "는"
        for word in found["rest"].split()[:3]
    )


def _only_names(sentence: str, intent: Intent) -> bool:
    """Whether a sentence of several says nothing but what is to be made: 엘베에 붙일 안내문입니다."""
    found = _THING.search(sentence)
    return found is not None and (TEXT.search(found["noun"]) is not None or found["noun"].endswith(heads_of(intent)))


def _says_again(task: str) -> bool:
    """Whether what is done, or what it is done to, is said twice: 설명해야 되는데 … 설명합니다."""
    found = _VERB.search(task)
    if not found:
        return False
    before, verb, thing = task[: found.start("verb")], found["verb"], found["object"] or ""
    noun = verb.removesuffix("합")
    if noun != verb and len(noun) > 1 and re.search(rf"{re.escape(noun)}(?:해|하|한|할|했|[을를]?\s)", before):
        return True
    if verb in _AGAIN and re.search(rf"(?:^|\s){_AGAIN[verb]}{_GOES_ON}", before):
        return True
    earlier = task[: found.start()]
    if _TWICE.search(task.replace(" ", "")):
        return True
    return (
        len(thing) > 1
        and re.search(rf"(?<!\S){re.escape(thing)}(?:[을를은는이가인로에의과와도만]|\s)", earlier) is not None
    )


def _does_another(task: str, typed: str) -> bool:
    """Whether an intent that makes a thing has become what somebody does, or is told: 프로그램을 제안합니다."""
    return _THEIR_OWN.search(task) is not None or (_TELLS.search(task) is not None and _TO_TELL.search(typed) is None)
