"""`python -m tests.house_picture` draws the layers of `.importlinter` into CONTRIBUTING.md."""

import configparser
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[1]
_CONTRACTS: Final = _ROOT / ".importlinter"
_PAGE: Final = _ROOT / "CONTRIBUTING.md"
_PLACE: Final = re.compile(r"(?<=<!-- python -m tests\.house_picture -->\n```text\n).*?(?=```)", re.DOTALL)

_Block = Sequence[str]
_Layers = Sequence[Sequence[str]]


def main() -> None:
    """Draw it anew."""
    _PAGE.write_text(redrawn(_PAGE.read_text("utf-8"), _CONTRACTS.read_text("utf-8")), "utf-8")


def redrawn(page: str, contracts: str) -> str:
    """Return the page with the picture of these contracts."""
    new, found = _PLACE.subn(lambda _: picture(contracts), page)
    assert found == 1
    return new


def picture(contracts: str) -> str:
    """Return the picture: a row stands above what it may import, and what stands side by side knows nothing of it."""
    containers = dict(_containers(contracts))
    rows = [_row([_member(name, name, containers) for name in layer]) for layer in containers[""]]
    return "".join(f"{line.rstrip()}\n" for row in rows for line in row)


def _containers(contracts: str) -> Iterable[tuple[str, _Layers]]:
    """Yield each package whose layers are in a contract, with these; the house itself goes by no name."""
    read = configparser.ConfigParser()
    read.read_string(contracts)
    for contract in map(read.__getitem__, read.sections()):
        if contract.get("type") == "layers":
            layers = [re.split(r"\s*\|\s*", line) for line in contract["layers"].split("\n") if line]
            yield contract.get("containers", "").strip(), layers


def _member(name: str, package: str, containers: Mapping[str, _Layers]) -> _Block:
    """Return a package as its name, or as a box where its own layers are known."""
    if package not in containers:
        return [name]
    rows = [_row([_member(each, f"{package}.{each}", containers) for each in layer]) for layer in containers[package]]
    lines = [line for row in rows for line in row]
    width = max(map(len, lines))
    return [
        f"┌ {name} ".ljust(width + 3, "─") + "┐",
        *(f"│ {line:{width}} │" for line in lines),
        f"└{'─' * (width + 2)}┘",
    ]


def _row(members: Sequence[_Block]) -> _Block:
    """Return blocks side by side."""
    between = " · " if all(len(member) == 1 for member in members) else "  "
    widths = [max(map(len, member)) for member in members]
    return [
        between.join(f"{part:{width}}" for part, width in zip(parts, widths, strict=True))
        for parts in zip_longest(*members, fillvalue="")
    ]


if __name__ == "__main__":
    main()
