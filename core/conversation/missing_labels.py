"""Missing labels: those of a prompt that did not come up in the answer to it."""

from collections.abc import Sequence
from typing import Final

from core.conversation.questions import Key
from core.conversation.session import Version
from core.conversation.texts import t
from core.privacy.labels import find_labels, parse
from core.values.locale import Locale

_DATA: Final = (Key.REFERENCE, Key.EXAMPLE_INPUT, Key.EXAMPLE_OUTPUT)
_SHOWN: Final = 10


def expected_labels(version: Version | None) -> tuple[str, ...]:
    """Return the labels that a prompt asks to be used as they stand: not those that stand in its data alone."""
    if version is None:
        return ()
    data, told = (
        {
            label
            for key, answer in version.answers.items()
            if (key in _DATA) is of_data
            for label in find_labels(answer.text)
        }
        for of_data in (True, False)
    )
    return tuple(label for label in find_labels(version.prompt) if label in told or label not in data)


def missing_sentence(labels: Sequence[str], locale: Locale) -> str:
    """Return the sentence on labels that did not come up, each with its kind; of many, the first and how many more."""
    named = [f"{label} ({t(locale, f'entity.{parsed.type}')})" for label in labels if (parsed := parse(label))]
    more = len(named) - _SHOWN
    text = "restore.missing_more" if more > 0 else "restore.missing"
    return t(locale, text, labels=", ".join(named[:_SHOWN]), more=more)
