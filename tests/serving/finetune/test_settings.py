from pathlib import Path

import pytest

from serving.errors import ServingError
from serving.finetune.settings import FinetuneSettings, read_settings

REPOSITORY = Path(__file__).parents[3]
LEAST = 'model = "m"\noutput = "o"\ntrain = "t.jsonl"\n'


def settings_of(folder: Path, text: str) -> FinetuneSettings:
    file = folder / "finetune.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def test_the_example_can_be_read() -> None:
    settings = read_settings(REPOSITORY / "serving/examples/finetune.toml")

    assert settings.rank == FinetuneSettings(model="m", output="o", train="t").rank


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()

    settings = settings_of(tmp_path, LEAST)

    assert (settings.model, settings.output, settings.train) == tuple(
        str(tmp_path / name) for name in ("m", "o", "t.jsonl")
    )


def test_a_model_that_is_no_folder_is_a_name_on_a_hub(tmp_path: Path) -> None:
    assert settings_of(tmp_path, LEAST).model == "m"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "model is missing"),
        ('model = "m"\ntrain = "t"\n', "output is missing"),
        ('model = "m"\noutput = "o"\n', "train or preference is missing"),
        (LEAST + "rnak = 8\n", "unknown setting: rnak"),
        (LEAST + "rank = 0\n", "rank, alpha"),
        (LEAST + 'rank = "x"\n', "rank is not a int"),
        (LEAST + "rank = 8.5\n", "rank is a whole number"),
        (LEAST + "experts = 1\n", "experts is true or false"),
        (LEAST + "targets = []\n", "nothing would be learnt"),
        (LEAST + "batch = 3\nmicro_batch = 2\n", "multiple of micro_batch"),
        (LEAST + "dropout = 1\n", "dropout"),
        (LEAST + "experts = true\n", "set dropout = 0"),
        (LEAST + "learning_rate = 0\n", "more than 0"),
        ("model = ", "is not TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ServingError, match=says):
        settings_of(tmp_path, text)


def test_experts_alone_can_learn(tmp_path: Path) -> None:
    assert settings_of(tmp_path, LEAST + "targets = []\nexperts = true\ndropout = 0\n").targets == ()
