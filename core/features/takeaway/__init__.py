"""Taking the prompt along: as files, and to an outside assistant."""

from core.features.takeaway.assistant_links import Link, label_of, links_of
from core.features.takeaway.feature import TAKEAWAY
from core.features.takeaway.files import files_of
from core.features.takeaway.replies import ShowTakeaway

__all__ = [
    "TAKEAWAY",
    "Link",
    "ShowTakeaway",
    "files_of",
    "label_of",
    "links_of",
]
