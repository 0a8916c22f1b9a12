"""The table of controls: those of the interview and beneath its prompt, a row each."""

from typing import Final

from core.conversation import events, prompt_events
from core.conversation.control_names import Control, Style, Where
from core.conversation.control_specs import AskedFirst, ControlSpec, Offer
from core.conversation.inputs import InterviewInput
from core.conversation.questions import QUESTIONS, Key
from core.conversation.session import Session
from core.values.choices import Variant
from core.values.locale import Locale


def _is_not_first(session: Session) -> bool:
    return session.asking is not Key.PURPOSE or session.editing


def _has_begun(session: Session) -> bool:
    """Say whether there is something to start over from."""
    return _is_not_first(session) or bool(session.answers)


INTERVIEW_CONTROLS: Final = (
    ControlSpec(
        Control.BACK,
        "뒤로|뒤로가기|이전|이전질문|back|goback|previous",
        events.WentBack(),
        offers=(Offer(Where.QUESTION, 1, _is_not_first), Offer(Where.GAP, 2)),
    ),
    ControlSpec(
        Control.SKIP,
        (
            "건너뛰기|건너뛸게요|건너뛰자|넘어가기|넘어갈게요|패스|스킵|"
            "없음|없어|없어요|없습니다|없는데요|딱히없어요|필요없어요|아니요|아뇨|괜찮아요|"
            "skip|pass|none|no|nothing|nothanks"
        ),
        events.Skipped(),
        offers=(Offer(Where.QUESTION, 2, lambda session: QUESTIONS[session.asking].optional),),
    ),
    ControlSpec(
        Control.CANCEL,
        "취소|취소할게요|취소해줘|그만|그만할게요|중단|cancel|quit|exit|stop",
        events.Cancelled(),
        offers=(Offer(Where.QUESTION, 5), Offer(Where.GAP, 4), Offer(Where.SUMMARY, 6), Offer(Where.OPTIONS, 3)),
        asked_first=AskedFirst.ANSWERS,
    ),
    ControlSpec(
        Control.RESTART,
        "처음부터|처음부터다시|다시시작|restart|startover",
        events.Restarted(),
        offers=(Offer(Where.QUESTION, 4, _has_begun), Offer(Where.SUMMARY, 5)),
        asked_first=AskedFirst.ANSWERS,
    ),
    ControlSpec(
        Control.RESUME,
        "이어서|이어서하기|이어하기|계속|계속하기|continue|resume",
        events.Resumed(),
        style=Style.PRIMARY,
    ),
    ControlSpec(
        Control.EDIT,
        "수정|수정하기|고치기|edit|change",
        events.EditRequested(),
        offers=(Offer(Where.SUMMARY, 2), Offer(Where.MENU, 5)),
    ),
    ControlSpec(
        Control.OPTIONS,
        "더자세히|자세히|추가설정|moreoptions|more|moredetail|options",
        events.OptionsOpened(),
        offers=(Offer(Where.SUMMARY, 3),),
    ),
    ControlSpec(
        Control.FORM,
        "한번에작성하기|한번에작성|폼으로|fillinaform|fillinform",
        events.FormRequested(),
        input=InterviewInput.FORM,
        commands="form|폼|양식",
        offers=(Offer(Where.QUESTION, 3, lambda session: not session.editing), Offer(Where.SUMMARY, 4)),
    ),
    ControlSpec(Control.ANSWER, "답하기|answer", input=InterviewInput.ANSWER),
    ControlSpec(
        Control.SUMMARY,
        "요약|요약보기|확인하기|summary|review",
        events.SummaryRequested(),
        offers=(Offer(Where.OPTIONS, 1),),
    ),
    ControlSpec(
        Control.GENERATE,
        "만들기|만들어|만들어요|만들자|만들어봐|만들어줘요|생성해줘|만들어줘|만들어주세요|생성|생성하기|create|generate|make|makeit|done",
        prompt_events.GenerationRequested(),
        offers=(Offer(Where.SUMMARY, 1), Offer(Where.OPTIONS, 2)),
        style=Style.FINAL,
    ),
    ControlSpec(
        Control.AT_ONCE,
        "바로만들기|바로만들어줘|바로만들어주세요|지금만들기|지금만들어줘|makeitnow|createnow|makenow",
        prompt_events.GenerationRequested(),
        offers=(Offer(Where.GAP, 1),),
    ),
    ControlSpec(Control.LEAVE, "ai가정하기|ai가정해줘|알아서정해줘|letaidecide|leaveittoai|aidecides|youdecide"),
    ControlSpec(
        Control.NO_QUESTIONS,
        (
            "앞으로묻지않기|앞으로묻지마|앞으로묻지마세요|더묻지않기|더묻지마|추가질문끄기|추가질문꺼줘|stopasking|dontaskagain|don'taskagain"
        ),
        events.QuestionsSwitched(wanted=False),
        offers=(Offer(Where.GAP, 3),),
    ),
    ControlSpec(
        Control.QUESTIONS,
        "추가질문켜기|추가질문켜줘|다시물어봐줘|questionson|turnonquestions",
        events.QuestionsSwitched(wanted=True),
    ),
    ControlSpec(
        Control.REFINE,
        "다듬기|refine",
        prompt_events.RefineRequested(),
        input=InterviewInput.WISH,
        offers=(Offer(Where.PROMPT, 1),),
        style=Style.PRIMARY,
    ),
    ControlSpec(
        Control.REGENERATE,
        "다시만들기|다시만들어줘|다시써줘|다시써주세요|다시작성해줘|다시생성|regenerate|again|createagain",
        prompt_events.GenerationRequested(anew=True),
        offers=(Offer(Where.MENU, 4),),
    ),
    ControlSpec(
        Control.VERSIONS,
        "버전|버전보기|versions|version|history",
        prompt_events.VersionsRequested(),
        offers=(Offer(Where.MENU, 10),),
    ),
    ControlSpec(
        Control.WHY,
        ("이유|이유보기|이유보여줘|이유알려줘|이유는|왜|왜이렇게썼어|왜이렇게썼어요|why|reasons|reason|showreasons"),
        prompt_events.ReasonsRequested(),
        offers=(Offer(Where.PROMPT, 2),),
    ),
    ControlSpec(
        Control.RESTORE,
        "답변복원|복원|복원하기|restore|restoreanswer|restoreananswer",
        prompt_events.RestoreRequested(),
        input=InterviewInput.PASTE,
        offers=(Offer(Where.PROMPT, 4),),
    ),
    ControlSpec(Control.SHARE, "공유|공유하기|share", offers=(Offer(Where.MENU, 13),), asked_first=AskedFirst.ALWAYS),
    ControlSpec(
        Control.COMPACT,
        "짧은버전|짧은프롬프트|간단한버전|shortversion|shorterversion|compactversion",
        prompt_events.VariantChosen(Variant.COMPACT),
        offers=(Offer(Where.MENU, 6, lambda session: session.variant is not Variant.COMPACT),),
        asks=True,
    ),
    ControlSpec(
        Control.DETAILED,
        "자세한버전|자세한프롬프트|긴버전|detailedversion|fullversion|longversion",
        prompt_events.VariantChosen(Variant.FULL),
        offers=(Offer(Where.MENU, 7, lambda session: session.variant is Variant.COMPACT),),
        asks=True,
    ),
    ControlSpec(
        Control.IN_KOREAN,
        "한국어프롬프트|한글프롬프트|한국어버전|한글버전|koreanprompt|koreanversion|promptinkorean",
        prompt_events.PromptLanguageChosen(Locale.KO),
        offers=(Offer(Where.MENU, 9, lambda session: session.written_in is not Locale.KO),),
        asks=True,
    ),
    ControlSpec(
        Control.IN_ENGLISH,
        "영어프롬프트|영문프롬프트|영어버전|영문버전|englishprompt|englishversion|promptinenglish",
        prompt_events.PromptLanguageChosen(Locale.EN),
        offers=(Offer(Where.MENU, 8, lambda session: session.written_in is not Locale.EN),),
        asks=True,
    ),
    ControlSpec(
        Control.EXPORT, "내데이터내보내기|내보내기|export|exportmydata", events.ExportRequested(), for_person=True
    ),
    ControlSpec(
        Control.FORGET,
        "내데이터삭제|데이터삭제|forget|deletemydata",
        events.ForgetRequested(),
        for_person=True,
        commands="삭제|지우기",
        style=Style.DANGER,
        asked_first=AskedFirst.ALWAYS,
    ),
    ControlSpec(
        Control.CONFIRM,
        "확인|네|예|응|넵|넹|그래|그려|좋아|좋아요|좋습니다|좋네요|굿|오케이|ㅇㅇ|ㅇㅋ|👌|✅|🙆|⭕|:ok_hand:|:white_check_mark:|confirm|yes|ok|okay|yep|sure|looksgood|lgtm",
        events.Confirmed(),
        style=Style.DANGER,
    ),
)
