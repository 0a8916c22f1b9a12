"""`promptgen chat` with a detector that is there at once: for what is about keys, kills and databases."""

import sys
from unittest import mock

from bots.cli import main
from tests.fakes.detector import FakeDetector

if __name__ == "__main__":
    with mock.patch("bots.container.PresidioDetector", return_value=FakeDetector()):
        sys.exit(main(["chat"]))
