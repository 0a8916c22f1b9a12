"""`promptgen compose --jsonl`: typed choices that name nothing, and the facts that were told."""

import json
from pathlib import Path

import pytest

from tests.bots.conftest import Command

_ANSWERS = {
    "purpose": "거래처에 보낼 납기 지연 사과 메일",
    "form": "연속 문장",
    "length": "짧게",
    "language": "한국어",
    "level": "대학생",
}


@pytest.mark.parametrize("language", ["기타", "other", "다른 언어", "외국어", "3", "그 외 언어"])
@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"background": "일본어로 써 주세요."}, "일본어"),
        ({"purpose": "프랑스어 메뉴판 소개"}, "프랑스어"),
        ({"background": "중국어가 서툽니다. 독일어로 답해 주세요."}, "독일어"),
    ],
)
def test_another_language_is_the_one_that_the_text_names(
    language: str, said: dict[str, str], named: str, tmp_path: Path, promptgen: Command
) -> None:
    given = json.dumps({**_ANSWERS, "language": language, **said})
    done = promptgen("compose", "--jsonl", given=given, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"- {named}\n" in json.loads(done.stdout)["prompt"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"language": "기타"}, "어떤 언어인지"),
        ({"language": "기타", "background": "일본어와 중국어를 모릅니다."}, "어떤 언어인지"),
        ({"language": "7"}, "language"),
        ({"form": "9"}, "form"),
        ({"level": "0"}, "level"),
    ],
)
def test_a_choice_that_names_nothing_is_refused_with_its_line(
    answers: dict[str, str], words: str, tmp_path: Path, promptgen: Command
) -> None:
    given = f"{json.dumps(_ANSWERS)}\n{json.dumps({**_ANSWERS, **answers})}"
    done = promptgen("compose", "--jsonl", given=given, folder=tmp_path)
    told = done.stderr.decode()
    assert (done.returncode, len(done.stdout.splitlines()), told.count("\n")) == (2, 1, 1)
    assert "2번째 줄" in told
    assert words in told


def test_a_number_as_length_is_one(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("compose", "--jsonl", given=json.dumps({**_ANSWERS, "length": "300"}), folder=tmp_path)
    assert done.returncode == 0


def test_the_name_of_a_language_is_not_masked(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("compose", "--jsonl", given=json.dumps({**_ANSWERS, "language": "日本語"}), folder=tmp_path)
    assert json.loads(done.stdout)["masked_answers"]["language"] == "日本語"


def test_facts_are_the_sentences_that_tell(tmp_path: Path, promptgen: Command) -> None:
    told = "3월 9일에 출고하기로 했습니다. 부품이 2주 늦어요. 변명은 빼 주세요. 보상은 어떻게 해야 할까요?"
    done = promptgen("compose", "--jsonl", given=json.dumps({**_ANSWERS, "background": told}), folder=tmp_path)
    facts = json.loads(done.stdout)["understanding"]["facts"]
    assert facts == ["3월 9일에 출고하기로 했습니다.", "부품이 2주 늦습니다."]
