"""How long names and tags of the library may be, and how many tags an entry has."""

from typing import Final

LONGEST_NAME: Final = 60
MOST_TAGS: Final = 10
LONGEST_TAGS: Final = 200
"""Characters of all tags, as an input takes them."""
