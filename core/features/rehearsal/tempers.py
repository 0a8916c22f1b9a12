"""Tempers: how people of a kind talk, for a persona that somebody describes in a line."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.features.rehearsal.cast import CAST
from core.features.rehearsal.persona import Persona
from core.values.locale import Locale


class Temper(StrEnum):
    """The temper of somebody; each is drawn from one of the cast."""

    STRICT = "strict"
    WARM = "warm"
    ANGRY = "angry"
    HURRIED = "hurried"
    WORRIED = "worried"
    GLOOMY = "gloomy"
    CURIOUS = "curious"
    DOUBTING = "doubting"
    BARGAINING = "bargaining"
    STUBBORN = "stubborn"
    EXAMINING = "examining"


_MODELS: Final[Mapping[Temper, str]] = MappingProxyType(
    {
        Temper.STRICT: "team_lead",
        Temper.WARM: "mentor",
        Temper.ANGRY: "customer",
        Temper.HURRIED: "executive",
        Temper.WORRIED: "parent",
        Temper.GLOOMY: "job_seeker",
        Temper.CURIOUS: "student",
        Temper.DOUBTING: "client",
        Temper.BARGAINING: "supplier",
        Temper.STUBBORN: "veteran",
        Temper.EXAMINING: "interviewer",
    }
)
_MANNERS: Final = (
    (Temper.ANGRY, r"화(?:난|가 난|내)|성난|분노|짜증|불만|항의|진상|angry|furious|upset|complain|rude"),
    (Temper.STUBBORN, r"고집|보수적|옛날|꼰대|완고|은퇴|stubborn|old.?school|conservative|retired"),
    (Temper.GLOOMY, r"비관|우울|지친|자신감|포기|의기소침|무기력|pessimis|gloomy|tired|hopeless|discouraged"),
    (Temper.WORRIED, r"걱정|불안|소심|겁이|겁 많|조심|염려|worr|anxious|nervous|timid"),
    (Temper.HURRIED, r"바쁜|급한|성급|시간이? 없|성격이 급|busy|hurried|impatient|no time"),
    (Temper.DOUBTING, r"의심|회의적|못 ?믿|불신|깐족|냉소|sceptic|skeptic|doubt|cynical|suspicious"),
    (
        Temper.STRICT,
        r"까칠|깐깐|엄격|엄한|무서|까다|차가|완벽주의|예민|냉정|꼼꼼|strict|picky|harsh|demanding|cold|tough",
    ),
    (Temper.WARM, r"따뜻|친절|다정|상냥|자상|든든|인자|너그|착한|배려|부드|warm|kind|friendly|gentle|supportive|soft"),
    (Temper.CURIOUS, r"호기심|궁금|curious"),
)
_ROLES: Final = (
    (Temper.CURIOUS, r"아이|어린|초등|중학|유치원|child|kid|pupil"),
    (Temper.BARGAINING, r"협상|흥정|거래|구매|영업|납품|집주인|임대|negotiat|bargain|purchas|sales|landlord|supplier"),
    (Temper.EXAMINING, r"면접|심사|교수|평가|채용|interview|professor|jury|recruit|examin"),
    (Temper.WORRIED, r"학부모|부모|엄마|아빠|어머니|아버지|환자|parent|mother|father|patient"),
    (Temper.ANGRY, r"고객|손님|민원|customer"),
    (Temper.WARM, r"선배|멘토|친구|상담|할머니|할아버지|mentor|friend|counsel|grandm|grandf"),
    (Temper.HURRIED, r"임원|대표|사장|본부장|이사|투자자|executive|ceo|boss|investor|director"),
)


def temper_in(description: str) -> Temper:
    """Return the temper that a description speaks of: how somebody is said to be counts before what they do.

    Of several manners the last one named counts, so that "더 따뜻하게" behind "까칠한 팀장" changes it. Where none is
    named it is the strict one: those who practise want to be tested.
    """
    manners, roles = _found(_MANNERS, description), _found(_ROLES, description)
    return max(manners)[1] if manners else min(roles)[1] if roles else Temper.STRICT


def _found(signs: Sequence[tuple[Temper, str]], description: str) -> list[tuple[int, Temper]]:
    """Return where in the description which signs stand."""
    return [
        (found.start(), temper) for temper, sign in signs for found in re.finditer(sign, description, re.IGNORECASE)
    ]


def model_of(temper: Temper, locale: Locale) -> Persona:
    """Return the one of the cast that talks this way."""
    return CAST[locale][_MODELS[temper]]
