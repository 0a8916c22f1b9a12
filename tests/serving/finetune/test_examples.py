import json
from pathlib import Path

import pytest

from serving.errors import ServingError
from serving.finetune.examples import Example, Preference, read_examples, read_preferences

USER = {"role": "user", "content": "환영 메일 써줘"}
ANSWER = {"role": "assistant", "content": "[역할]\n…"}


def lines(file: Path, *documents: object) -> Path:
    file.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents), encoding="utf-8")
    return file


def test_examples_are_read(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", {"messages": [USER, ANSWER], "kinds": ["role"]})

    assert read_examples(file) == [Example("환영 메일 써줘", "[역할]\n…")]


def test_preferences_are_read(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", {"prompt": [USER], "chosen": [ANSWER], "rejected": [ANSWER | {"content": "x"}]})

    assert read_preferences(file) == [Preference("환영 메일 써줘", "[역할]\n…", "x")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"messages": [{"role": "system", "content": "s"}, USER, ANSWER]},
        {"messages": [USER]},
        {"messages": [ANSWER, USER]},
        {"messages": [USER, ANSWER | {"content": "  "}]},
        {"messages": [USER, ANSWER | {"content": None}]},
        {"text": "x"},
        ["x"],
        7,
    ],
)
def test_a_line_that_is_no_example_is_named(tmp_path: Path, wrong: object) -> None:
    file = lines(tmp_path / "a.jsonl", {"messages": [USER, ANSWER]}, wrong)

    with pytest.raises(ServingError, match=r"a\.jsonl, line 2: not an example"):
        read_examples(file)


def test_what_a_line_holds_is_not_said(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"messages": "라일락빛 잠수함"', encoding="utf-8")

    with pytest.raises(ServingError) as raised:
        read_examples(file)

    assert "라일락" not in str(raised.value)
    assert "라일락" not in repr(Example("라일락", "라일락"))


@pytest.mark.parametrize("content", [None, b"", b"\n\n", b"\xff"])
def test_a_file_without_examples_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "a.jsonl"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(ServingError, match=r"a\.jsonl"):
        read_examples(file)
