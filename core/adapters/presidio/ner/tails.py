"""Tails: what may stand behind a Korean name without a blank, particles and the copula."""

import re
from functools import lru_cache
from typing import Final

_TAIL: Final = re.compile(
    r"(?:님|씨|군|양|쌤|옹|들|네)?이?(?:"
    r"은|는|이|가|을|를|의|에|도|만|와|과|랑|로|으로|나|야|아|여|께|께서|에게|에게서|한테|한테서|더러|보다"
    r"|처럼|같이|부터|까지|조차|마저|뿐|밖에|"
    r"라|란|라는|라고|라도|라서|라며|다|며|고|면|지만|든|든지|든가|던|었다|였다|었던|였던|었|였|입니다|인"
    r"|인데|일|임|네|니|죠|지|요|에요|예요|"
    r"에는|에도|만큼|대로|하고|이며|시다|십니다|께서는|에게는|에게도|와는|과는|와의|과의|로서|으로서|로써|때문에"
    r"){0,3}"
)


@lru_cache(maxsize=1 << 16)
def is_tail(rest: str) -> bool:
    """Say whether the rest of a word, Hangul alone, can be a tail; nothing is one too."""
    return _TAIL.fullmatch(rest) is not None
