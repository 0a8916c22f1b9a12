"""`make bench`: masking, composing, starting, a whole piped interview, and the bot beside plainer ones.

`python -m tests.bench [ROUNDS]`: so many rounds of turns of each of the fifty people, 3 by default.
"""

import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.mask import mask
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale

_ANSWER = (
    "저는 한빛상사 인사팀에서 일하는 박지훈 과장입니다. 다음 주 월요일에 입사하는 "
    "김서연 사원에게 환영 메일을 보내려고 해요. "
    "회사 주소는 서울 마포구 월드컵북로 12길 34이고, 궁금한 점은 010-2345-6789나 "
    "jihun.park@hanbit.example로 물어보라고 적어 주세요. "
    "점심은 팀이 함께 먹습니다."
)
_INTERVIEW = (
    "신입사원 김서연에게 보낼 환영 이메일 초안 써줘\n저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789\n"
    "연속 문장\n보통\n한국어\n대학생\n건너뛰기\n만들기\n"
)


def main(rounds: str) -> None:
    """Print one line a figure, and a table of the bots."""
    _say("machine", f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    _say("promptgen --help", f"{min(_run('--help') for _ in range(3)):.2f} s")
    _say("a whole piped interview", f"{min(_run('chat', given=_INTERVIEW) for _ in range(3)):.2f} s")
    _say("  its peak memory", f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    _compose()
    _mask()
    # In a process of its own: the memory of this one was just told.
    subprocess.run([sys.executable, "-m", "tests.bots.slack.bench", rounds], check=True)


def _compose() -> None:
    purposes = ("환영 이메일 초안 써줘", "경쟁사 세 곳 비교해 줘", "파이썬 함수 리뷰해 줘", "주간 보고서 요약해 줘")
    background = MaskedText("인사팀 {이름1} 과장입니다.")
    briefs = [
        Brief(Locale.KO, MaskedText(purpose), background, form, length, language, level)
        for purpose, form, length, language, level in product(purposes, Form, Length, Language, Level)
    ]
    compose(briefs[0])
    times = [_timed(partial(compose, brief)) for brief in briefs]
    _say("compose", _spread(times) + f" over {len(briefs)} briefs")


def _mask() -> None:
    began = time.perf_counter()
    detector = PresidioDetector()
    _say("loading the detector", f"{time.perf_counter() - began:.2f} s")
    raw = RawText(_ANSWER)
    for _ in range(20):
        mask(raw, detector.detect(raw), Vault(), Locale.KO)
    times = [_timed(lambda: mask(raw, detector.detect(raw), Vault(), Locale.KO)) for _ in range(300)]
    _say(f"mask {len(raw)} characters", _spread(times))
    _say("  throughput", f"{len(raw) / statistics.median(times):,.0f} characters/s")
    _say("  memory of this process", _memory())


def _memory() -> str:
    """Return what Linux counts for this process, at its peak too; `Pss` gives a shared page to all that share it."""
    kept = dict(re.findall(r"(?m)^(Rss|Pss): +(\d+) kB", Path("/proc/self/smaps_rollup").read_text("ascii")))
    rss, pss = (int(kept[kind]) / 1024 for kind in ("Rss", "Pss"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{rss:.0f} MB (Pss {pss:.0f} MB, peak {peak:.0f} MB)"


def _run(command: str, given: str = "") -> float:
    """Return the seconds that a command takes as a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = [sys.executable, "-m", "bots", command]
        environment = {**os.environ, "PROMPTGEN_DATA_DIR": folder}
        return _timed(
            lambda: subprocess.run(arguments, input=given, text=True, capture_output=True, check=True, env=environment)
        )


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _spread(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=20)
    return f"p50 {cuts[9] * 1000:.2f} ms, p95 {cuts[18] * 1000:.2f} ms"


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:32} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "3")
