"""What Discord allows in a message and in a form, by its documentation."""

from typing import Final

CONTENT: Final = 2_000
ROWS: Final = 5
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
