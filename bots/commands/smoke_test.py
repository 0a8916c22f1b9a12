"""One whole interview on this installation, with invented answers, in a folder that is deleted afterwards."""

import asyncio
import io
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final

from rich.console import Console

from bots.container import build_container
from bots.ops.check_result import CheckResult
from bots.relay import Relay
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.pipe import TurnFailed, follow
from bots.terminal.places import PERSON, PLATFORM
from bots.terminal.render import Render
from core.errors import PromptgenError
from core.settings import Settings
from core.values.locale import Locale

_ANSWERS: Final = (
    "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "인사팀 박지훈 과장입니다. 연락처는 010-2345-6789예요.",
    "연속 문장",
    "보통",
    "한국어",
    "대학생",
    "건너뛰기",
    "만들기",
)
_LABEL: Final = "{이름1}"
_PLANTED: Final = ("김서연", "박지훈", "010-2345-6789")


def try_interview(settings: Settings) -> Iterator[CheckResult]:
    """Hold it with the detector and the model that are configured, beside a bot that may be running."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        own = {"data_dir": Path(folder), "database_url": None, "vault_key": None, "ops_port": 0}
        try:
            prompt = _prompt(settings.model_copy(update=own))
        except PromptgenError as error:
            yield CheckResult.of(error)
            return
        except TurnFailed:
            yield CheckResult(passed=False, text="doctor.try_failed")
            return
    hidden = _LABEL in prompt and not any(planted in prompt for planted in _PLANTED)
    details: dict[str, str | int] = {"count": len(prompt), "seconds": round(time.monotonic() - began)}
    yield CheckResult(hidden, "doctor.tried" if hidden else "doctor.try_leaked", details)


def _prompt(settings: Settings) -> str:
    """Return the masked prompt as the store has it."""
    outbox = TerminalOutbox(Console(file=io.StringIO()), Render(Locale.KO, settings.retention_days))
    lines = io.BytesIO("".join(f"{answer}\n" for answer in _ANSWERS).encode())
    with build_container(settings, limited=False, asks_gaps=False) as parts:
        parts.detector.ready()
        relay = Relay("terminal", parts.chat, parts.generation, outbox)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            asyncio.run(parts.through(follow(relay, outbox, Locale.KO, lines)))
        with parts.store.begin() as transaction:
            interviews = transaction.sessions_of(PERSON, PLATFORM, PERSON, most=1)
    return str(interviews[0].session.versions[-1].prompt)
