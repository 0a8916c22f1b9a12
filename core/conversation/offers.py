"""The controls beneath a finished prompt: a few at hand, all others in a menu."""

from typing import Final

from core.choices import Variant
from core.conversation.controls import Control
from core.conversation.session import Session
from core.locale import Locale

AT_HAND: Final = (Control.REFINE, Control.REGENERATE, Control.SAVE, Control.SHARE, Control.RESTORE)
"""At most five: one row of buttons on every platform."""

IN_MENU: Final = (
    Control.TRY,
    Control.COMPARE,
    Control.REHEARSE,
    Control.WHY,
    Control.EDIT,
    Control.COMPACT,
    Control.DETAILED,
    Control.IN_ENGLISH,
    Control.IN_KOREAN,
    Control.VERSIONS,
    Control.LIBRARY,
    Control.TAKE,
)
"""At most twenty-five, which is what Discord's menu holds."""

RATINGS: Final = (Control.GOOD, Control.BAD)
"""Every platform draws these in its own way."""


_NEED_MODEL: Final = frozenset({Control.TRY, Control.COMPARE, Control.REHEARSE})


def menu_of(session: Session) -> tuple[Control, ...]:
    """Return the menu beneath the session's prompt: without what it is already, or what no model is there for."""
    variant = Control.COMPACT if session.variant is Variant.COMPACT else Control.DETAILED
    tongue = Control.IN_ENGLISH if session.written_in is Locale.EN else Control.IN_KOREAN
    absent = {variant, tongue} if session.endpoints else {variant, tongue, *_NEED_MODEL}
    return tuple(control for control in IN_MENU if control not in absent)
