"""Briefs of several kinds, as an interview leaves them."""

from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

BRIEFS: Final = (
    Brief(
        locale=Locale.KO,
        purpose=MaskedText("신입사원 {이름1}에게 보낼 환영 이메일 초안을 써줘"),
        background=MaskedText("저는 {기관1} 인사팀 {이름2} 과장입니다."),
        form=Form.PROSE,
        length=Length.MEDIUM,
        language=Language.KOREAN,
        level=Level.UNIVERSITY,
    ),
    Brief(
        locale=Locale.KO,
        purpose=MaskedText("pandas로 매출 CSV를 월별로 집계하는 코드를 짜줘"),
        background=MaskedText("백엔드 개발 3년차이고 Python 3.11을 씁니다."),
        form=Form.CODE,
        length=Length.LONG,
        language=Language.KOREAN,
        level=Level.EXPERT,
    ),
    Brief(
        locale=Locale.EN,
        purpose=MaskedText("Compare two note-taking apps for our team of {NAME1}"),
        background=MaskedText("I am a product manager at {ORGANIZATION1}."),
        form=Form.TABLE,
        length=Length.SHORT,
        language=Language.ENGLISH,
        level=Level.EXPERT,
    ),
)
