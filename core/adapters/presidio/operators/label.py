"""Operator: an item becomes its label, `{이름1}`."""

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType


class LabelOperator(Operator):
    """Puts the label into the place of an item; the label is what the engine is told as the entity type.

    An operator is told the type and the value alone, and one value may have two labels: 김 in 김 대리 and in 김 과장.
    """

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:  # noqa: ARG002 - the engine's signature
        """Return the label."""
        return str((params or {})["entity_type"])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Accept everything: the engine itself gives the entity type."""

    def operator_name(self) -> str:
        """Return the name under which the engine finds it."""
        return "label"

    def operator_type(self) -> OperatorType:
        """Return which of the engines it is for."""
        return OperatorType.Anonymize
