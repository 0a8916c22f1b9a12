"""English briefs of several kinds, as an interview leaves them."""

from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def _brief(purpose: str, background: str, form: Form = Form.PROSE, length: Length = Length.MEDIUM) -> Brief:
    return Brief(
        locale=Locale.EN,
        purpose=MaskedText(purpose),
        background=MaskedText(background),
        form=form,
        length=length,
        language=Language.ENGLISH,
        level=Level.UNIVERSITY,
    )


BRIEFS: Final = (
    _brief("Compare two note-taking apps for our team of {NAME1}", "I am a product manager.", Form.TABLE, Length.SHORT),
    _brief("Write an e-mail to {NAME1} that the parcel comes late", "Say sorry. It arrives on 9 May."),
    _brief("Plan a weekend in Gyeongju with two small children", "We have no car.", Form.LIST),
    _brief("Write a cover letter for a library job", "I worked in a bookshop for 4 years. Leave out my age."),
)
