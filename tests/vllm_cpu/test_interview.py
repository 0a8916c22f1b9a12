import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vllm_cpu.served import NAME, REPOSITORY, Served

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]

ANSWERS = (
    "거래처에 보낼 납품 일정 지연 안내 메일을 써줘",
    "저는 한빛상사 영업팀 박지훈 과장입니다. 010-2345-6789",
    "2",
    "2",
    "1",
    "4",
    "건너뛰기",
    "만들기",
)


def interview(folder: Path, **model: str) -> str:
    """Return the prompt that a piped interview ends in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PROMPTGEN_")}
    ran = subprocess.run(
        [sys.executable, "-m", "bots", "chat"],
        input="\n".join(ANSWERS) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        env=clean | model | {"PROMPTGEN_DATA_DIR": str(folder)},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    return ran.stdout.strip()


def test_the_whole_interview_is_no_worse_for_the_model(server: Served, tmp_path: Path) -> None:
    asked_before = server.metric("vllm:request_success_total")

    composed = interview(tmp_path / "alone")
    advised = interview(tmp_path / "with", PROMPTGEN_LLM_BASE_URL=server.url, PROMPTGEN_LLM_MODEL=NAME)

    assert server.metric("vllm:request_success_total") > asked_before
    assert _headings(advised) == _headings(composed)
    assert "연속 문장" in advised
    assert "450~550자" in advised
    assert not any(word in advised for word in ("박지훈", "한빛상사", "2345"))


def _headings(prompt: str) -> set[str]:
    """Return the headings that are always there; another likely intent may have more of the others."""
    return {line for line in prompt.splitlines() if line.startswith("[")} & {
        "[작업]",
        "[출력 형식]",
        "[분량·언어]",
        "[제약]",
    }
