"""A memory of bounded size: what was not used for longest is forgotten first."""

from collections import OrderedDict
from typing import Final, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class LRU(Generic[Key, Value]):
    """Remembers the values that were used last; losing one may cost a question more, never an answer."""

    def __init__(self, most: int) -> None:
        self._most: Final = most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        """Return how many are remembered."""
        return len(self._values)

    def get(self, key: Key) -> Value | None:
        """Return what is remembered, None if nothing is."""
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: Key, value: Value) -> None:
        """Remember a value."""
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)

    def pop(self, key: Key) -> None:
        """Forget a value."""
        self._values.pop(key, None)
