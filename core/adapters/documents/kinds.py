"""What kind of document some bytes are: which of the modules beside this one reads them, or why none does."""

import io
import zipfile
from typing import Final, NoReturn

from olefile import OleFileIO

from core.adapters.documents.archive import opened
from core.errors import FileUnusable

PDF_MARK: Final = b"%PDF-"
ZIP_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

DELIMITED: Final = frozenset({".csv", ".tsv"})
# How a name ends, and what such a file is to be saved as where it is not what its name says, or of an older format.
# Not .key, .show and .cell, by which other files are called as often.
SAVED_AS: Final = {
    ".pdf": "PDF",
    **dict.fromkeys(DELIMITED, "CSV UTF-8"),  # as Excel's list of formats has it
    **dict.fromkeys((".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".pages", ".wps"), "DOCX"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".numbers"), "XLSX"),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppt", ".odp"), "PPTX"),
    **dict.fromkeys((".hwpx", ".hwp", ".hwt", ".hml"), "HWPX"),
}
# The streams by which Microsoft's binary formats are known ([MS-DOC] 2.1, [MS-XLS] 2.1, [MS-PPT] 2.1).
_OLDER: Final = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls", "PowerPoint Document": ".ppt"}
_OPEN_DOCUMENT: Final = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}


def format_of(content: bytes, suffix: str) -> str:
    """Return the module that reads a document; `suffix` is how its name ends.

    Raises:
        FileUnusable: None does: `kind`, `archive`, `older` (with `old`, `new`), `encrypted`, or it is damaged.
    """
    if PDF_MARK in content[:1024]:
        return "pdf"
    if content.startswith(ZIP_MARKS):
        with opened(content) as archive:
            return _zipped(archive)
    if content.startswith(OLE_MARK):
        with OleFileIO(io.BytesIO(content)) as compound:
            return _compound(compound)
    if suffix in DELIMITED:
        return "delimited"
    raise FileUnusable(reason="kind")


def refuse_older(old: str) -> NoReturn:
    """Refuse a format, saying what to save it as.

    Raises:
        FileUnusable: Always.
    """
    raise FileUnusable(reason="older", old=old, new=SAVED_AS[old])


def _zipped(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    mimetype = archive.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
    if mimetype == "application/hwp+zip" or "Contents/section0.xml" in names:
        return "hwpx"
    if mimetype.startswith("application/vnd.oasis.opendocument."):
        refuse_older(_OPEN_DOCUMENT.get(mimetype.rsplit(".", 1)[1], ".odt"))
    if "xl/workbook.bin" in names:
        refuse_older(".xlsb")
    if any(name.endswith(".iwa") for name in names):
        refuse_older(".pages")
    if "[Content_Types].xml" in names:
        for folder, module in (("word/", "word"), ("xl/", "excel"), ("ppt/", "powerpoint")):
            if any(name.startswith(folder) for name in names):
                return module
    raise FileUnusable(reason="archive")


def _compound(compound: "OleFileIO[str]") -> str:
    if compound.exists("EncryptedPackage"):  # an Office document with a password, [MS-OFFCRYPTO] 2.3.4
        raise FileUnusable(reason="encrypted")
    if compound.exists("FileHeader") and compound.exists("BodyText"):
        return "hwp"
    for stream, old in _OLDER.items():
        if compound.exists(stream):
            refuse_older(old)
    raise FileUnusable(reason="kind")
