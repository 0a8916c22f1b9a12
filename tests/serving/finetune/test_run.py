from dataclasses import replace
from pathlib import Path

import pytest

from serving.errors import ServingError
from serving.finetune.run import Run, mark_complete
from serving.finetune.settings import FinetuneSettings


@pytest.fixture
def settings(tmp_path: Path) -> FinetuneSettings:
    train = tmp_path / "train.jsonl"
    train.write_text("{}", encoding="utf-8")
    return FinetuneSettings(model="m", output=str(tmp_path / "out"), train=str(train))


def test_the_same_run_can_go_on(settings: FinetuneSettings) -> None:
    Run(settings).begin()

    Run(replace(settings, evaluated=3, checkpoint_every=7)).begin()


@pytest.mark.parametrize("change", [{"seed": 8}, {"rank": 4}, {"model": "n"}, {"epochs": 1.0}])
def test_another_run_is_kept_out(settings: FinetuneSettings, change: dict[str, object]) -> None:
    Run(settings).begin()

    with pytest.raises(ServingError, match="other settings or data"):
        Run(replace(settings, **change)).begin()  # type: ignore[arg-type]  # a table of settings


def test_other_data_is_another_run(settings: FinetuneSettings) -> None:
    Run(settings).begin()
    Path(settings.train).write_text("{ }", encoding="utf-8")

    with pytest.raises(ServingError, match="other settings or data"):
        Run(settings).begin()


def test_the_newest_whole_checkpoint_is_found(settings: FinetuneSettings) -> None:
    run = Run(settings)
    for step in (2, 10, 9, 12):
        (run.checkpoints("supervised") / f"checkpoint-{step}").mkdir(parents=True)
    for step in (2, 10, 9):
        mark_complete(run.checkpoints("supervised") / f"checkpoint-{step}")

    newest = run.newest_checkpoint("supervised")

    assert newest is not None
    assert newest.name == "checkpoint-10", "12 was cut off while it was written"
    assert run.newest_checkpoint("preference") is None
