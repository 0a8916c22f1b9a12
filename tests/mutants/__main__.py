"""`make mutants`: change single spots of the core, and print the changes that no test beside them notices.

Changes are drawn at random, so that a run takes minutes. First the test file of the same name is run, then all the
tests of that folder. What is left is dead code, a case without a test, or a change that makes no difference.

mutmut runs the whole suite before its first change, and cosmic-ray every change of a file; neither takes a sample.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from tests.mutants.mutation import how_many, mutated
from tests.mutants.plugin import VARIABLE

_PYTEST: Final = ["-m", "pytest", "-q", "-x", "-n0", "-p", "tests.mutants.plugin", "-p", "no:cacheprovider"]
_LONGEST_S: Final = 300


class Outcome(StrEnum):
    """What the tests made of a change; of one with which they do not come to an end nobody can say."""

    NOTICED = "noticed"
    SURVIVED = "survived"
    HANGS = "hang"


def main() -> int:
    """Print a line for each survivor, and at the end how many were noticed."""
    options = _options()
    sources = {path: path.read_text("utf-8") for path in _files(options.paths)}
    mutants = [(path, number) for path, source in sources.items() for number in range(how_many(source))]
    seed = options.seed if options.seed is not None else int(time.time())
    drawn = random.Random(seed).sample(mutants, min(options.sample, len(mutants)))  # noqa: S311 - to be drawn again
    _say(f"{len(drawn)} of {len(mutants)} changes in {len(sources)} files, seed {seed}")
    outcomes: Counter[Outcome] = Counter()
    for path, number in drawn:
        outcome = _tried(path, number)
        outcomes[outcome] += 1
        if outcome is not Outcome.NOTICED:
            _, mutation = mutated(sources[path], number)
            _say(f"{outcome}\t{path}:{mutation.line} [{number}]\t{mutation.before}  ->  {mutation.after}")
    _say(", ".join(f"{outcomes[outcome]} {outcome}" for outcome in Outcome))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.mutants", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("core")], help="files or folders of the core")
    parser.add_argument("--sample", type=int, default=30, help="how many changes are tried")
    parser.add_argument("--seed", type=int, help="draws the same ones again")
    return parser.parse_args()


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.py")) if path.is_dir() else (path,)


def _tried(path: Path, number: int) -> Outcome:
    for tests in _beside(path):
        outcome = _outcome(tests, f"{path.as_posix()}:{number}")
        if outcome is Outcome.NOTICED and _outcome(tests) is Outcome.NOTICED:
            sys.exit(f"{tests[0].parent} fails as it is")
        if outcome is not Outcome.SURVIVED:
            return outcome
    return Outcome.SURVIVED


@cache
def _outcome(tests: tuple[Path, ...], mutant: str = "") -> Outcome:
    """Run tests until one fails."""
    environment = {**os.environ, VARIABLE: mutant} if mutant else None
    try:
        done = subprocess.run(
            [sys.executable, *_PYTEST, *tests], env=environment, capture_output=True, timeout=_LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired:
        return Outcome.HANGS
    return Outcome.NOTICED if done.returncode else Outcome.SURVIVED


def _beside(path: Path) -> Iterator[tuple[Path, ...]]:
    """Yield the test file of the same name, then all of the nearest folder that mirrors the file's."""
    mirror = "tests" / path
    own = mirror.with_name(f"test_{path.name}")
    if own.exists():
        yield (own,)
    folders = (tuple(sorted(folder.glob("test_*.py"))) for folder in mirror.parents)
    yield next(filter(None, folders))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
