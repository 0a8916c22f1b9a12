"""A PostgreSQL server of our own, to be restarted in the middle of things."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.free_port import free_port


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server, with the folder of its programs and that of its data."""

    programs: Path
    data: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.data} -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "-D", str(self.data), "-o", options, "-l", str(self.data / "log"), "-w", "start")

    def stop(self, mode: Literal["fast", "immediate"]) -> None:
        """Stop it: `fast` ends the sessions, `immediate` is as a crash."""
        self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def make(self) -> None:
        self._run("initdb", "-D", str(self.data), "-A", "trust", "-U", "postgres", "--no-sync")

    def _run(self, program: str, *arguments: str) -> None:
        user = "postgres" if os.geteuid() == 0 else None  # it will not run as root
        command = [str(self.programs / program), *arguments]
        subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def own_cluster() -> Iterator[Cluster | None]:
    """Make a server and take it away at the end; None where its programs are not on this machine."""
    programs = _programs()
    if programs is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "cluster"
        data.mkdir()
        if os.geteuid() == 0:
            Path(folder).chmod(0o755)
            shutil.chown(data, "postgres")
        cluster = Cluster(programs, data, free_port())
        cluster.make()
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop("immediate")


def _programs() -> Path | None:
    found = shutil.which("initdb")
    homes = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return homes[-1] if homes and (homes[-1] / "initdb").exists() else None
