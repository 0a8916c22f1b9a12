"""The two kinds of text: as a person wrote it, and as everything else may see it."""

from typing import Final, NoReturn


class RawText:
    """What a person wrote, unmasked. It shows nothing of itself: not printed, not logged, not pickled.

    It exists from a platform's payload to `mask`, and from `unmask` to its owner's screen. `reveal` is the only
    way to the characters, so a search for it finds every place that reads them.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text: Final = text

    def reveal(self) -> str:
        """Return the characters."""
        return self._text

    def __repr__(self) -> str:
        return "RawText()"

    def __len__(self) -> int:
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RawText) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        msg = "RawText does not leave the process"
        raise TypeError(msg)


class MaskedText(str):
    """Text in which every personal item is a label such as `{이름1}`; a string, fit for store, model and log of shapes.

    Its repr shows the length alone, because a person's sentence has no place in a traceback even when masked.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"MaskedText({len(self)})"
