"""The controls of the conversation: what they are called, and the words that mean them when typed."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Control(StrEnum):
    """A control that people press or type; the wording on it stands in `core.conversation.texts`."""

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    RESTART = "restart"
    RESUME = "resume"
    EDIT = "edit"
    OPTIONS = "options"
    FORM = "form"
    ANSWER = "answer"
    SUMMARY = "summary"
    GENERATE = "generate"
    AT_ONCE = "at_once"
    LEAVE = "leave"
    NO_QUESTIONS = "no_questions"
    QUESTIONS = "questions"
    REFINE = "refine"
    REGENERATE = "regenerate"
    VERSIONS = "versions"
    WHY = "why"
    RESTORE = "restore"
    SHARE = "share"
    SAVE = "save"
    LIBRARY = "library"
    COMPACT = "compact"
    DETAILED = "detailed"
    IN_KOREAN = "in_korean"
    IN_ENGLISH = "in_english"
    GOOD = "good"
    BAD = "bad"
    TRY = "try"
    COMPARE = "compare"
    COMPARE_PROMPTS = "compare_prompts"
    COMPARE_MODELS = "compare_models"
    VOTE_A = "vote_a"
    VOTE_B = "vote_b"
    VOTE_C = "vote_c"
    VOTE_D = "vote_d"
    VOTE_TIE = "vote_tie"
    TAKE = "take"
    TRAINING = "training"
    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    REHEARSE = "rehearse"
    PARTNER = "partner"
    AGAIN = "again"
    ASSESS = "assess"
    STOP = "stop"
    TRANSCRIPT = "transcript"
    PORTABLE = "portable"
    EXPORT = "export"
    FORGET = "forget"
    CONFIRM = "confirm"


_WORDS: Final[Mapping[Control, str]] = MappingProxyType(
    {
        Control.BACK: "뒤로|뒤로가기|이전|이전질문|back|goback|previous",
        Control.SKIP: (
            "건너뛰기|건너뛸게요|건너뛰자|넘어가기|넘어갈게요|패스|스킵|"
            "없음|없어|없어요|없습니다|없는데요|딱히없어요|필요없어요|아니요|아뇨|괜찮아요|"
            "skip|pass|none|no|nothing|nothanks"
        ),
        Control.CANCEL: "취소|취소할게요|취소해줘|그만|그만할게요|중단|cancel|quit|exit|stop",
        Control.RESTART: "처음부터|처음부터다시|다시시작|restart|startover",
        Control.RESUME: "이어서|이어서하기|이어하기|계속|계속하기|continue|resume",
        Control.EDIT: "수정|수정하기|고치기|edit|change",
        Control.OPTIONS: "더자세히|자세히|추가설정|moreoptions|more|moredetail|options",
        Control.FORM: "한번에작성하기|한번에작성|폼으로|fillinaform|fillinform",
        Control.ANSWER: "답하기|answer",
        Control.SUMMARY: "요약|요약보기|확인하기|summary|review",
        Control.GENERATE: "만들기|만들어줘|만들어주세요|생성|생성하기|create|generate|make|makeit|done",
        Control.AT_ONCE: "바로만들기|바로만들어줘|바로만들어주세요|지금만들기|지금만들어줘|makeitnow|createnow|makenow",
        Control.LEAVE: "ai가정하기|ai가정해줘|알아서정해줘|letaidecide|leaveittoai|aidecides|youdecide",
        Control.NO_QUESTIONS: (
            "앞으로묻지않기|앞으로묻지마|앞으로묻지마세요|더묻지않기|더묻지마|추가질문끄기|추가질문꺼줘|stopasking|dontaskagain|don'taskagain"
        ),
        Control.QUESTIONS: "추가질문켜기|추가질문켜줘|다시물어봐줘|questionson|turnonquestions",
        Control.REFINE: "다듬기|refine",
        Control.REGENERATE: "다시만들기|다시만들어줘|다시생성|regenerate|again|createagain",
        Control.VERSIONS: "버전|버전보기|versions|version|history",
        Control.WHY: (
            "이유|이유보기|이유보여줘|이유알려줘|이유는|왜|왜이렇게썼어|왜이렇게썼어요|why|reasons|reason|showreasons"
        ),
        Control.RESTORE: "답변복원|복원|복원하기|restore|restoreanswer|restoreananswer",
        Control.SHARE: "공유|공유하기|share",
        Control.SAVE: "저장|저장하기|save",
        Control.LIBRARY: "보관함|내보관함|프롬프트보관함|library|mylibrary",
        Control.COMPACT: "짧은버전|짧은프롬프트|간단한버전|shortversion|shorterversion|compactversion",
        Control.DETAILED: "자세한버전|자세한프롬프트|긴버전|detailedversion|fullversion|longversion",
        Control.IN_KOREAN: "한국어프롬프트|한글프롬프트|한국어버전|한글버전|koreanprompt|koreanversion|promptinkorean",
        Control.IN_ENGLISH: "영어프롬프트|영문프롬프트|영어버전|영문버전|englishprompt|englishversion|promptinenglish",
        Control.GOOD: "👍|도움이됐어요|helpful|ithelped|thumbsup",
        Control.BAD: "👎|아쉬워요|notquite|thumbsdown",
        Control.TRY: "실행해보기|실행|실행하기|실행해줘|실행해봐|try|tryit|run|runit",
        Control.COMPARE: "비교|비교하기|비교해줘|비교해보기|compare",
        Control.COMPARE_PROMPTS: "프롬프트끼리|프롬프트끼리비교|프롬프트비교|compareprompts",
        Control.COMPARE_MODELS: "모델끼리|모델끼리비교|모델비교|comparemodels",
        Control.VOTE_A: "a|a번|a가좋아요",
        Control.VOTE_B: "b|b번|b가좋아요",
        Control.VOTE_C: "c|c번|c가좋아요",
        Control.VOTE_D: "d|d번|d가좋아요",
        Control.VOTE_TIE: "비슷해요|비슷해|똑같아요|무승부|tie|aboutthesame|same",
        Control.TAKE: "가져가기|가져갈게요|takealong|take|takeaway",
        Control.TRAINING: "학습데이터|학습동의|trainingdata",
        Control.AGREE: "동의|동의해요|동의할게요|동의합니다|agree|iagree",
        Control.DECLINE: "동의하지않아요|동의안해요|동의안함|동의하지않습니다|idon'tagree|idontagree|decline",
        Control.WITHDRAW: "동의철회|동의철회할게요|동의취소|철회|withdrawconsent|withdraw",
        Control.REHEARSE: "대화연습|대화연습하기|연습하기|역할극|리허설|rehearse|rehearsal|roleplay|practice",
        Control.PARTNER: "다른상대|다른사람|상대바꾸기|somebodyelse|otherpartner|changepartner",
        Control.AGAIN: "다시|다시해줘|다시말해줘|다시보내기|retry|tryagain|sendagain",
        Control.ASSESS: "평가받기|평가|평가해줘|평가해주세요|리뷰|getareview|assess|assessme|feedback",
        Control.STOP: "그만하기|연습그만하기|연습끝|endpractice|endrehearsal",
        Control.TRANSCRIPT: "대화록|대화록받기|대화내용받기|transcript|gettranscript",
        Control.PORTABLE: "프롬프트로받기|프롬프트로|asaprompt|getasaprompt|portable",
        Control.EXPORT: "내데이터내보내기|내보내기|export|exportmydata",
        Control.FORGET: "내데이터삭제|데이터삭제|forget|deletemydata",
        Control.CONFIRM: "확인|네|예|응|confirm|yes|ok",
    }
)
_CONTROLS: Final = MappingProxyType({word: control for control, words in _WORDS.items() for word in words.split("|")})

_MANNERS: Final = MappingProxyType(
    {
        word: control
        for word, control in _CONTROLS.items()
        if control in {Control.COMPACT, Control.DETAILED, Control.IN_KOREAN, Control.IN_ENGLISH}
    }
)
"""What is asked for in whole sentences: "영어 프롬프트로도 만들어 줘"."""

_ASKING: Final = re.compile(
    r"^(?:the|an?)|(?:으로도|으로|로도|로|도|을|를)?(?:만들어|써|작성해|보여|바꿔)?(?:줘요?|주세요|줄래요?|too|please)?$"
)


def control_in(text: str) -> Control | None:
    """Return the control whose word `text` is, spaces, slashes and closing punctuation aside."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    word = "".join(folded.split()).strip("/.!~…").replace(",", "")
    return _CONTROLS.get(word) or _MANNERS.get(_ASKING.sub("", word))
