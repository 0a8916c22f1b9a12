"""The library: prompts that are kept under a name, found again, and filled anew."""

from core.features.library.events import EntryAmended, EntryOpened, EntryUsed, LibraryExported, LibraryRequested
from core.features.library.exchange import ImportedEntry, as_json, as_markdown, read
from core.features.library.feature import LIBRARY
from core.features.library.limits import LONGEST_NAME
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.library.search import found
from core.features.library.shown_text import amendments_of, name_of, nothing_found
from core.features.library.variables import variables_in

__all__ = [
    "LIBRARY",
    "LONGEST_NAME",
    "EntryAmended",
    "EntryOpened",
    "EntryUsed",
    "ImportedEntry",
    "LibraryExported",
    "LibraryRequested",
    "ShowEntry",
    "ShowFilled",
    "ShowLibrary",
    "ShowLibraryFile",
    "amendments_of",
    "as_json",
    "as_markdown",
    "found",
    "name_of",
    "nothing_found",
    "read",
    "variables_in",
]
