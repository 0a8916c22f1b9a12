"""The controls beneath a finished prompt: a few at hand, all others in a menu."""

from typing import Final

from core.conversation.controls import Control

AT_HAND: Final = (Control.REFINE, Control.REGENERATE, Control.SAVE, Control.SHARE, Control.RESTORE)
"""At most five: one row of buttons on every platform."""

IN_MENU: Final = (Control.EDIT, Control.VERSIONS)
"""At most twenty-five, which is what Discord's menu holds."""
