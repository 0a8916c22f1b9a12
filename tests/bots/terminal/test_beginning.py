"""What is said before an interview on a terminal."""

from pathlib import Path

from tests.bots.conftest import Command


def test_a_missing_key_is_said_before_an_interview(tmp_path: Path, promptgen: Command) -> None:
    folder = tmp_path / "data"
    for is_there in (True, False):
        if not is_there:
            (folder / "vault.key").unlink()
        done = promptgen("chat", given="\n", folder=folder, PROMPTGEN_LOCALE="en")
        assert (b"vault.key" in done.stderr) is not is_there
