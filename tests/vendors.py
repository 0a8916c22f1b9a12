"""A contract of import-linter: which part of the house may import which library, and nothing else anywhere."""

import sys
from collections import defaultdict
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class VendorsContract(Contract):
    """Every third-party import is allowed by a line of `homes` (`package: library library`), and every line is used."""

    homes = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001 - import-linter's
        """Compare what is imported with the lines."""
        unused = {(home, library) for home, libraries in self._homes().items() for library in libraries}
        strays = []
        for module in sorted(name for name in graph.modules if not graph.is_module_squashed(name)):
            for library in sorted(graph.find_modules_directly_imported_by(module)):
                if not graph.is_module_squashed(library) or library.partition(".")[0] in sys.stdlib_module_names:
                    continue
                allowed = {home for home in self._homes() if f"{module}.".startswith(f"{home}.")}
                allowed = {home for home in allowed if library in self._homes()[home]}
                unused -= {(home, library) for home in allowed}
                if not allowed:
                    strays.append(f"{module} -> {library}")
        told = [*strays, *(f"{home}: {library} is not imported" for home, library in sorted(unused))]
        return ContractCheck(kept=not told, metadata={"told": told})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print what is wrong."""
        for line in check.metadata["told"]:
            output.print_error(line)

    def _homes(self) -> dict[str, frozenset[str]]:
        homes: dict[str, frozenset[str]] = defaultdict(frozenset)
        for line in cast("list[str]", self.homes):
            home, _, libraries = line.partition(":")
            homes[home] |= frozenset(libraries.split())
        return homes
