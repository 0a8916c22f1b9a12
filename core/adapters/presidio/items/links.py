"""Links: what an address says of whose page it leads to."""

import re
from collections.abc import Iterator

from core.adapters.presidio.items.shapes import shape


def link(address: str) -> Iterator[str]:
    """Yield what an address is made of."""
    host, _, path = re.sub(r"^https?://(?:www\.)?", "", address).partition("/")
    parts = [part for part in re.split(r"[/?#&]", path) if part]
    names = host.split(".")
    yield from (f"host={host}", f"domain={'.'.join(names[-2:])}", f"top={names[-1]}", f"hosts={len(names)}")
    yield from (f"sub={names[0]}", f"parts={min(len(parts), 4)}", f"under={host} {len(parts)}")
    for i, part in enumerate(parts[:3]):
        yield from (f"p={part.casefold()[:16]}", f"p{i}={shape(part)[:12]}", f"p{i} mix={_mixed(part)}")
    if parts:
        yield f"last={_mixed(parts[-1])}"


def _mixed(part: str) -> str:
    kinds = (("a", "[a-z]"), ("A", "[A-Z]"), ("9", "[0-9]"), ("-", r"[-_.]"), ("@", "^@"))
    return "".join(sign for sign, kind in kinds if re.search(kind, part)) + str(min(len(part) // 4, 5))
