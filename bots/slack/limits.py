"""What Slack allows in a message and in a modal; https://docs.slack.dev/reference/block-kit/blocks."""

from typing import Final

SECTION: Final = 3_000
"""Characters of one paragraph."""

HEADER: Final = 150
BUTTONS: Final = 25
"""Buttons of one row of them."""

BUTTON_LABEL: Final = 75
ACTION_ID: Final = 255
URL: Final = 3_000
OPTIONS: Final = 100
PLACEHOLDER: Final = 150
MODAL_TITLE: Final = 24
FIELD_LABEL: Final = 2_000
TEXT_INPUT: Final = 3_000
FILES: Final = 10
"""Files of one file input."""

CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30
MARKDOWN: Final = 12_000
"""Characters of Markdown in a message; all of its blocks together may hold 13,200."""

THREAD_TITLE: Final = 200
"""https://docs.slack.dev/reference/methods/assistant.threads.setTitle"""
