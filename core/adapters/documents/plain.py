"""Plain text and Markdown, in the encodings of Korean offices."""

from collections.abc import Iterator
from typing import Final

from core.adapters.documents.pieces import pieces
from core.errors import FileUnusable

_ENCODINGS: Final = ("utf-8-sig", "cp949")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF32: Final = b"\xff\xfe\0\0"
_ARCHIVES: Final = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\xfd7zXZ", b"BZh")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def read(content: bytes) -> Iterator[str]:
    """Yield the text in pieces.

    Raises:
        FileUnusable: It is a picture, an archive, or no text.
    """
    yield from pieces(decoded(content).splitlines())


def decoded(content: bytes) -> str:
    """Return the text.

    Raises:
        FileUnusable: It is a picture, an archive, or no text in an encoding that offices here use.
    """
    if content.startswith(_ARCHIVES):
        raise FileUnusable(reason="archive")
    if content.startswith(_PICTURES) or content[8:12] in (b"WEBP", b"heic", b"mif1"):
        raise FileUnusable(reason="picture")
    if content.startswith(_UTF16) and not content.startswith(_UTF32):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise FileUnusable(reason="kind")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            if _is_cut(error):
                return content[: error.start].decode(encoding)
    raise FileUnusable(reason="kind")


def _is_cut(error: UnicodeDecodeError) -> bool:
    """Say whether UTF-8 only ends within a letter: a file that was not written or fetched to its end."""
    return error.start > 0 and error.end == len(error.object) and error.reason.startswith("unexpected end")
