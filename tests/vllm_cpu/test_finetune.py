import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Final

import pytest
from openai import AsyncOpenAI

from tests.vllm_cpu.pairs import write_pairs
from tests.vllm_cpu.served import NAME, REPOSITORY, make_model, served

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]

RANK = 8
SETTINGS: Final[dict[str, str | float]] = {
    "train": "train.jsonl",
    "test": "test.jsonl",
    "preference": "preference.jsonl",
    "rank": RANK,
    "epochs": 1.6,
    "learning_rate": 0.02,
    "preference_learning_rate": 0.001,
    "batch": 2,
    "longest": 6000,
    "checkpoint_every": 2,
    "evaluated": 1,
}


class Training:
    """A training in a process of its own, as an operator starts it."""

    def __init__(self, python: Path, model: Path, folder: Path, output: str, **other: str | float) -> None:
        self._python = python
        self.output = folder / output
        self._file = folder / f"{output}.toml"
        settings = SETTINGS | {"model": str(model), "output": output} | other
        lines = (f"{name} = {json.dumps(value)}\n" for name, value in settings.items())  # JSON's are TOML's too
        self._file.write_text("".join(lines), encoding="utf-8")

    def start(self) -> subprocess.Popen[str]:
        command: list[str | Path] = [self._python, "-m", "serving.finetune", self._file]
        environment = os.environ | {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
        return subprocess.Popen(command, cwd=REPOSITORY, env=environment, stderr=subprocess.PIPE, text=True)

    def finish(self) -> str:
        with self.start() as process:
            _, said = process.communicate()
        assert process.returncode == 0, said[-3_000:]
        return said

    def kill_after(self, checkpoint: str) -> None:
        """Start it and kill it once it has written a checkpoint of its own."""
        with self.start() as process:
            while not (self.output / checkpoint / "whole").exists():
                assert process.poll() is None, "it ended before it was killed"
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert not (self.output / "adapter").exists()

    @property
    def weights(self) -> bytes:
        return (self.output / "adapter" / "adapter_model.safetensors").read_bytes()

    def losses(self, stage: str) -> list[float]:
        return list(json.loads((self.output / f"{stage}-losses.json").read_text(encoding="utf-8")).values())


@pytest.fixture(scope="session")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finetune")
    write_pairs(folder)
    return folder


@pytest.fixture(scope="session")
def trained(python: Path, model: Path, pairs: Path) -> Training:
    training = Training(python, model, pairs, "whole")
    training.finish()
    return training


def test_the_loss_falls(trained: Training) -> None:
    supervised, preference = trained.losses("supervised"), trained.losses("preference")

    assert len(supervised) == 8
    assert supervised[-1] < supervised[0] - 0.2
    assert preference[-1] < preference[0]


def test_the_adapter_is_judged_by_the_contract(trained: Training) -> None:
    figures = json.loads((trained.output / "adapter" / "evaluation.json").read_text(encoding="utf-8"))
    card = (trained.output / "adapter" / "README.md").read_text(encoding="utf-8")

    assert figures["held-out prompts"] == {"prompts": 1, "whole": 1, "broken": 0, "points": 100, "loss": None}
    assert figures["base"]["whole"] == figures["adapter"]["whole"] == 0, "it knows a few words and no Korean"
    assert figures["adapter"]["loss"] < figures["base"]["loss"]
    assert "| adapter | 1 | 0 |" in card
    assert str(trained.output.parent) not in card


def test_killed_twice_and_started_again_it_learns_the_same(
    python: Path, model: Path, pairs: Path, trained: Training
) -> None:
    killed = Training(python, model, pairs, "killed", evaluated=0)

    killed.kill_after("supervised/checkpoint-2")
    killed.kill_after("preference/checkpoint-2")
    said = killed.finish()

    assert "supervised: step" not in said, "it was finished"
    assert "preference: going on after step 2 of 5" in said
    assert killed.losses("supervised") == trained.losses("supervised")
    assert killed.losses("preference") == trained.losses("preference")
    assert killed.weights == trained.weights


async def test_vllm_serves_an_adapter_beside_its_base(python: Path, pairs: Path, tmp_path: Path) -> None:
    # Without experts: on a CPU, vLLM 0.32 with LoRA takes a kernel for experts that only a GPU has.
    dense = make_model(python, tmp_path / "model", "dense")
    training = Training(python, dense, pairs, "dense", preference="", evaluated=0)
    training.finish()
    adapter = {"ADAPTERS": f"ko={training.output / 'adapter'}", "ADAPTER_RANK": str(RANK)}
    with served(python, dense, tmp_path / "vllm.log", **adapter) as server:
        async with AsyncOpenAI(base_url=server.url, api_key="EMPTY", max_retries=0) as client:
            base, adapted, again = [await _answer(client, name) for name in (NAME, "ko", NAME)]

    assert base == again
    assert base != adapted


async def _answer(client: AsyncOpenAI, model: str) -> str:
    answer = await client.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": "환영 메일 써줘"}],
        max_tokens=40,
        temperature=0,
        seed=1,
    )
    return answer.choices[0].message.content or ""
