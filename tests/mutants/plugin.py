"""A pytest plugin that has one module of the process imported with a change, and no file touched.

`PROMPTGEN_TEST_MUTANT` names it: `core/privacy/mask.py:12`.
"""

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

from tests.mutants.mutation import mutated

VARIABLE: Final = "PROMPTGEN_TEST_MUTANT"


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles the source as it would be with the change; what an earlier run compiled is not looked at."""

    number = -1

    def get_code(self, fullname: str) -> CodeType:
        """Return the code of the module."""
        tree, _ = mutated(Path(self.path).read_text("utf-8"), self.number)
        return compile(tree, self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, path: str, number: int) -> None:
        self._module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._number = number

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return where the changed module is; of every other, nothing."""
        if fullname != self._module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin:
            loader = _Loader(fullname, spec.origin)
            loader.number = self._number
            spec.loader = loader
        return spec


if VARIABLE in os.environ:
    _path, _, _number = os.environ[VARIABLE].rpartition(":")
    sys.meta_path.insert(0, _Finder(_path, int(_number)))
