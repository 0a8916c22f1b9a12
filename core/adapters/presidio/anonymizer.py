"""The anonymizer: fulfils `core.privacy.anonymizer.Anonymizer` with Presidio's two engines."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from presidio_anonymizer import (
    AnonymizerEngine,
    DeanonymizeEngine,
    EngineResult,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)

from core.adapters.presidio.operators.label import LabelOperator
from core.adapters.presidio.operators.value import ValueOperator
from core.errors import DetectorError
from core.privacy.action import Action
from core.privacy.anonymizer import Item, Replaced
from core.privacy.text import RawText

_LABEL: Final = LabelOperator().operator_name()
_VALUE: Final = ValueOperator().operator_name()
# Where the engine finds no configuration for an entity type, it takes this one.
_DEFAULT: Final = "DEFAULT"


class PresidioAnonymizer:
    """Replaces items by labels of ours or by Presidio's own operators, and labels by values; safe between threads.

    `key`, of 16, 24 or 32 bytes, encrypts and salts hashes.
    """

    def __init__(self, key: bytes) -> None:
        self._anonymizer = AnonymizerEngine()  # type: ignore[no-untyped-call]  # its constructor alone is untyped
        self._anonymizer.add_anonymizer(LabelOperator)
        self._deanonymizer = DeanonymizeEngine()  # type: ignore[no-untyped-call]  # as above
        self._deanonymizer.add_deanonymizer(ValueOperator)
        self._params: Final[Mapping[Action, dict[str, Any]]] = {
            Action.MASK: {"masking_char": "*", "chars_to_mask": sys.maxsize, "from_end": False},
            Action.HASH: {"salt": key},
            Action.ENCRYPT: {"key": key},
        }

    def anonymize(self, text: RawText, items: Sequence[Item]) -> Replaced:
        """Put into the place of each item its label, or what the operator of its action makes of it.

        Raises:
            DetectorError: An operator failed. What it said may carry the text, so nothing of it is passed on.
        """
        operators = {_DEFAULT: OperatorConfig(_LABEL)} | {
            item.type: OperatorConfig(item.action, self._params.get(item.action, {}))
            for item in items
            if not item.label
        }
        found = [RecognizerResult(item.label or item.type, item.start, item.end, 1.0) for item in items]
        try:
            # Merging would make one item of 김철수 이영희, and of two phone numbers in a row.
            result = self._anonymizer.anonymize(text.reveal(), found, operators, merge_entities_with_spaces=False)
        except Exception:  # noqa: BLE001 - whatever is the matter, no text may pass
            raise DetectorError from None
        return _replaced(result)

    def deanonymize(self, text: RawText, items: Sequence[Item], values: Mapping[str, RawText]) -> Replaced:
        """Put into the place of each label its value.

        Raises:
            DetectorError: As in `anonymize`.
        """
        found = [OperatorResult(item.start, item.end, item.label, operator=_LABEL) for item in items]
        operators = {_DEFAULT: OperatorConfig(_VALUE, {"values": values})}
        try:
            return _replaced(self._deanonymizer.deanonymize(text.reveal(), found, operators))
        except Exception:  # noqa: BLE001 - as above
            raise DetectorError from None


def _replaced(result: EngineResult) -> Replaced:
    # The engine works from the end of the text, and lists what it has done in that order.
    return Replaced(RawText(result.text), tuple((done.start, done.end) for done in reversed(result.items)))
