"""Operator: a label becomes its value again."""

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType


class ValueOperator(Operator):
    """Puts the value of a label into its place; the label is the entity type, as in `Label`, however it is written."""

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:  # noqa: ARG002 - the engine's signature
        """Return the value, from `values` by their labels."""
        given = params or {}
        return str(given["values"][given["entity_type"]].reveal())

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Accept everything: a label without a value fails when it is looked up."""

    def operator_name(self) -> str:
        """Return the name under which the engine finds it."""
        return "value"

    def operator_type(self) -> OperatorType:
        """Return which of the engines it is for."""
        return OperatorType.Deanonymize
