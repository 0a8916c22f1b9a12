"""The controls of a rehearsal."""

from typing import Final

from core.conversation.control_table import ControlSpec, Offer, has_model
from core.conversation.controls import Control, Style, Where
from core.conversation.events import Cancelled
from core.features.rehearsal.events import (
    PortableRequested,
    RehearsalRequested,
    RetryRequested,
    ReviewRequested,
    TranscriptRequested,
)

REHEARSAL_CONTROLS: Final = (
    ControlSpec(
        Control.REHEARSE,
        "대화연습|대화연습하기|연습하기|역할극|리허설|rehearse|rehearsal|roleplay|practice",
        RehearsalRequested(),
        offers=(Offer(Where.MENU, 3, has_model),),
        begins=True,
    ),
    ControlSpec(
        Control.PARTNER, "다른상대|다른사람|상대바꾸기|somebodyelse|otherpartner|changepartner", RehearsalRequested()
    ),
    ControlSpec(
        Control.AGAIN,
        "다시|다시해줘|다시말해줘|다시보내기|retry|tryagain|sendagain",
        RetryRequested(),
        style=Style.PRIMARY,
    ),
    ControlSpec(
        Control.ASSESS,
        "평가받기|평가|평가해줘|평가해주세요|리뷰|getareview|assess|assessme|feedback",
        ReviewRequested(),
        style=Style.PRIMARY,
    ),
    ControlSpec(Control.STOP, "그만하기|연습그만하기|연습끝|endpractice|endrehearsal", Cancelled()),
    ControlSpec(Control.TRANSCRIPT, "대화록|대화록받기|대화내용받기|transcript|gettranscript", TranscriptRequested()),
    ControlSpec(Control.PORTABLE, "프롬프트로받기|프롬프트로|asaprompt|getasaprompt|portable", PortableRequested()),
)
