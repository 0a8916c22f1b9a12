"""The notes in English."""

from typing import Final

from core.prompting.notes import Conflict

NOTES: Final = {
    Conflict.FORM: (
        "Your text names another format ({other}); the one you chose ({chosen}) stands. To change it, edit answer 3."
    ),
    Conflict.LENGTH: (
        "Your text names another length ({other} characters); the "
        "one you chose ({chosen}) stands. To change it, edit answer 4."
    ),
    Conflict.LANGUAGE: (
        "Your text names another language ({other}); the one you chose ({chosen}) stands. To change it, edit answer 5."
    ),
    Conflict.LEVEL: (
        "Your text names another reader ({other}); the level you chose ({chosen}) stands. To change it, edit answer 6."
    ),
    Conflict.TRANSLATION: (
        "The translation goes into the language of your request ({other}); only notes are in {chosen}."
    ),
    Conflict.CODE_AMONG_TEXT: (
        "You asked for code in the format “{chosen}”, so the code goes into a block of its own below the text."
    ),
    Conflict.TEXT_AS_CODE: "This task is not code, so the whole answer goes into one code block for copying.",
    Conflict.SHORT_REPORT: (
        "{chosen} characters cannot hold a full report, so it has three sections of one phrase each."
    ),
    Conflict.SHORT_MANY: "{chosen} characters are tight for {other}, so each item is one phrase.",
}
