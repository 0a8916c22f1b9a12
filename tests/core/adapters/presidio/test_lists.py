"""The operator's lists: in force at once, named by line when wrong."""

import os
from pathlib import Path

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.lists import Lists, ListsFile
from core.errors import DetectorError, SettingsError
from core.privacy.entities import EntityType
from core.privacy.text import RawText

RULES = r"""
# words
deny: 오로라 프로젝트
deny PERSON: 하늘별
allow: 한빛상사
regex ID_NUMBER: EMP-\d{6}
"""


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    stamp = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(stamp, stamp))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "lists.txt"
    write(path, RULES)
    return path


def found(detector: PresidioDetector, text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type.value) for span in detector.detect(RawText(text))]


def test_lists_are_in_force_and_read_again(rules: Path) -> None:
    problems: list[int] = []
    detector = PresidioDetector(rules, problems.append)
    text = "오로라프로젝트는 한빛상사에서 하늘별이 EMP-123456으로"
    assert found(detector, text) == [("오로라프로젝트", "CUSTOM"), ("하늘별", "PERSON"), ("EMP-123456", "ID_NUMBER")]

    write(rules, "deny: 신규사업")
    assert ("한빛상사", "ORGANIZATION") in found(detector, text)
    assert ("신규사업", "CUSTOM") in found(detector, "신규사업을")

    write(rules, "deny: 신규사업\nderny: 오타")
    assert ("신규사업", "CUSTOM") in found(detector, "신규사업을")
    assert problems == [2]

    write(rules, r"regex: (a+)+$")
    with pytest.raises(DetectorError):
        detector.detect(RawText("a" * 5000 + "!"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("deny: 가\nderny: 나", 2),
        ("deny NOBODY: 가", 1),
        ("\n\nregex: (", 3),
        ("regex: a*", 1),
        ("deny:", 1),
        ("가나다", 1),
    ],
)
def test_a_wrong_rule_is_named_by_its_line(text: str, line: int) -> None:
    with pytest.raises(SettingsError) as problem:
        Lists.parse(text)
    assert problem.value.details["line"] == line


def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes("# 목록\ndeny: Aurora\n".encode() + "deny: 오로라\n".encode("cp949"))
    with pytest.raises(SettingsError) as problem:
        ListsFile(file)
    assert problem.value.details["line"] == 3


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        ListsFile(tmp_path / "none.txt")


def test_rules_are_read() -> None:
    lists = Lists.parse("\ufeff# x\nallow: A B\ndeny: 가".lstrip("\ufeff"))
    assert lists.allow == {"ab"}
    assert lists.deny == (("가", EntityType.CUSTOM),)
