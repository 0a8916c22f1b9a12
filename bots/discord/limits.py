"""What Discord allows in a message and in a form, by its documentation."""

from typing import Final

CONTENT: Final = 2_000
COMPONENTS: Final = 40
"""Components of a message that is laid out, each that stands within another included."""

LAID_OUT_HEAD: Final = 1_600
"""What may stand before its sections, of the 4,000 characters of all its text."""

BUTTONS_PER_ROW: Final = 5
BUTTON_LABEL: Final = 80
URL: Final = 512
OPTIONS: Final = 25
OPTION_TEXT: Final = 100
MODAL_TITLE: Final = 45
FIELD_LABEL: Final = 45
FIELD_DESCRIPTION: Final = 100
TEXT_INPUT: Final = 4_000
FILES: Final = 10
"""Files of one upload field."""

FOLLOW_UPS_AS_USER_APP: Final = 5
"""Responses after the first where the app is installed to the person alone."""

TOKEN_SECONDS: Final = 15 * 60.0
"""How long an interaction can be followed up."""

THREAD_NAME: Final = 100
NONCE: Final = 25
"""Characters of what tells Discord that a message is the same one again."""
