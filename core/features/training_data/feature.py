"""Consent to training data, as a part of the conversation."""

from typing import Final

from core.conversation.control_names import Control
from core.conversation.control_specs import ControlSpec
from core.conversation.part import Part
from core.conversation.transitions import ANYWHERE, rows
from core.features.training_data.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.features.training_data.handlers import ask, ask_once, give, withdraw

_CONTROLS: Final = (
    ControlSpec(
        Control.TRAINING,
        "학습데이터|학습동의|trainingdata",
        ConsentRequested(),
        for_person=True,
        commands="training|동의철회",
    ),
    ControlSpec(Control.AGREE, "동의|동의해요|동의할게요|동의합니다|agree|iagree", ConsentGiven()),
    ControlSpec(
        Control.DECLINE,
        "동의하지않아요|동의안해요|동의안함|동의하지않습니다|idon'tagree|idontagree|decline",
        ConsentWithdrawn(),
    ),
    ControlSpec(Control.WITHDRAW, "동의철회|동의철회할게요|동의취소|철회|withdrawconsent|withdraw", ConsentWithdrawn()),
)
TRAINING_DATA: Final = Part(
    "training_data",
    rows=rows(ANYWHERE, {ConsentRequested: ask, ConsentGiven: give, ConsentWithdrawn: withdraw}),
    controls=_CONTROLS,
    follow_ups=(ask_once,),
)
