"""The parts of a person's name in Latin letters: John and Smith of John Smith, of SMITH, John and of Mr. Smith."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESSED: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "mister"})
_SHORTEST: Final = 3
# Names that are ordinary words too, or words that names are made of.
_ORDINARY: Final = """
    and art april august autumn banks bill bird bishop black brown bush carter chase chip christian cook crystal
    dawn day dean drew duke earl eve faith field fields ford fox frank general grace gray green grey guy hill hope
    hunter ivy jack joy june king knight lake lamb lily long major mark mason max may miller nick page park pat
    pearl pope price ray rice rich rob rose ruby snow song spring stone sue summer sun sunday the van von white
    will winter wolf wood woods young company group team
"""
ORDINARY: Final = frozenset(_ORDINARY.split())
"""Not looked for alone."""


def words(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters, sorted, without Mr. or Dr.; nothing where the name is not Latin."""
    if not name.isascii():
        return ()
    found = (word.casefold().replace("-", "").replace("'", "") for word in _WORD.findall(name))
    return tuple(sorted(word for word in found if word not in _ADDRESSED))


def parts(name: str) -> tuple[str, ...]:
    """Return the words by which alone the person of a name of several words may be called."""
    found = words(name)
    return tuple(word for word in found if len(word) >= _SHORTEST) if len(found) > 1 else ()
